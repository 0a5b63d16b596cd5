"""Places in the user's texts, as messages name them: `letter-2023.md:47`, or `line 47` of the same text."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from juslint.finding import Related

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from juslint.document import Document, Span

T = TypeVar("T")
_NAMED = 3  # places that a message names; the others are counted in it and stand among the related places
MOST_RELATED = 40  # bounds what a finding carries where a whole archive cites one source


class Place(NamedTuple):
    """A stretch of one of the texts."""

    document: Document
    span: Span

    def is_at(self, other: Place) -> bool:
        """Whether the two are one place: no look at the texts, which need not be at hand."""
        return self.span == other.span and self.document.path == other.document.path

    def line(self) -> int:
        """The one-based line of the file on which it begins."""
        return self.document.line_column(self.document.offsets.to_source(self.span).start)[0]

    def text(self) -> str:
        """The words that stand there."""
        return self.document.text[self.span.start : self.span.end]


class PlacesOf(Generic[T]):
    """Where things stand, worked out for those alone that a message names: a source may have very many mentions."""

    def __init__(self, things: Sequence[T], place: Callable[[T], Place]) -> None:
        self._things = things
        self._place = place

    def __len__(self) -> int:
        return len(self._things)

    def __getitem__(self, some: slice) -> list[Place]:
        return [self._place(one) for one in self._things[some]]


def where(place: Place, seen_from: Document) -> str:
    """The place in a few words, for a reader of `seen_from`."""
    if place.document is seen_from:
        return f"line {place.line()}"
    return f"{PurePath(place.document.path).name}:{place.line()}"


def listed(places: Sequence[Place] | PlacesOf[T], seen_from: Document) -> str:
    """Several places in words: `a.md:4, line 9 and 2 more places`."""
    names = list(dict.fromkeys(where(place, seen_from) for place in places[: _NAMED * 3]))
    shown, rest = names[:_NAMED], len(names) - _NAMED + max(0, len(places) - _NAMED * 3)
    if rest > 0:
        return f"{', '.join(shown)} and {rest} more place{'s' if rest > 1 else ''}"
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else shown[0]


def related(said: Iterable[tuple[Place, str]]) -> tuple[Related, ...]:
    """Related places, each with what it says there; no place twice."""
    found: dict[tuple[str, Span], Related] = {}
    for place, message in said:
        if len(found) == MOST_RELATED:
            break
        found.setdefault((place.document.path, place.span), Related(place.document.path, place.span, message))
    return tuple(found.values())
