"""What a reference is: one mention, in a text, of one legal source."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from juslint.dates import Date
from juslint.document import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

_new: Any = tuple.__new__  # a named tuple's own `__new__` takes twice as long, and every reference is moved once
Value = str | int | Date | tuple[str, ...]


class Part(NamedTuple):
    """A part of a reference: its normalised value and where it is written."""

    value: Value
    span: Span


class Malformed(NamedTuple):
    """A place where the form is wrong: `kind` names the malformation, `expected` is what should stand at `span`.

    `expected` is None where no single right form is known.
    """

    kind: str
    span: Span
    expected: str | None


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention of one source.

    `id` is the canonical name of the source (DESIGN §5); None where the text does not decide it. `canonical` is how
    the mention itself is written properly, for the families that have one proper form; None otherwise. `parts` are
    the family's own, documented in its module. A reference that stands inside another (a link in a letter) names the
    other's span as `within`.
    """

    family: str
    id: str | None
    span: Span
    text: str
    parts: Mapping[str, Part] = field(default_factory=dict)
    pinpoint: Part | None = None
    flaws: tuple[Malformed, ...] = ()
    canonical: str | None = None
    within: Span | None = None

    def text_of(self, name: str) -> str | None:
        """The value of a part as text; None where the reference has no such part."""
        part = self.parts.get(name)
        return None if part is None else (part.value if isinstance(part.value, str) else render(part.value))

    def number_of(self, name: str) -> int | None:
        """The value of a part where it is a whole number, else None."""
        part = self.parts.get(name)
        return part.value if part is not None and isinstance(part.value, int) else None

    def date_of(self, name: str = "date") -> Date | None:
        """The value of a part where it is a date, else None."""
        part = self.parts.get(name)
        return part.value if part is not None and isinstance(part.value, Date) else None

    def shifted(self, by: int) -> Reference:
        """The same reference `by` characters further on (for the memo, which keeps them relative to their own text)."""
        start, end = self.span
        return Reference(
            self.family,
            self.id,
            _new(Span, (start + by, end + by)),
            self.text,
            {
                name: _new(Part, (value, _new(Span, (first + by, last + by))))
                for name, (value, (first, last)) in self.parts.items()
            },
            Part(self.pinpoint.value, _moved(self.pinpoint.span, by)) if self.pinpoint else None,
            tuple(Malformed(flaw.kind, _moved(flaw.span, by), flaw.expected) for flaw in self.flaws)
            if self.flaws
            else (),
            self.canonical,
            _moved(self.within, by) if self.within else None,
        )


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def render(value: Value) -> str:
    """A part's value as text: dates in ISO form, names joined by semicolons."""
    if isinstance(value, Date):
        return value.iso()
    return str(value) if isinstance(value, str | int) else "; ".join(value)
