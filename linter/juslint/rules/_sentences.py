"""Sentences, notes and list items that may hold a citation, and their words."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, overload

from juslint.document import Span
from juslint.knowledge import normalise_title
from juslint.sought import GAP, Sought

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from juslint.rules import Context

LEAST = 7  # words of a unit
LETTERS = 30  # characters of a unit, and of the words that two citations share
_LONGEST = 160  # words of a unit
_ENOUGH = 2_000  # characters in which most texts have so many
_AROUND = ".,;)_"  # signs that stand behind a word and are no part of it
_AT_HAND = 50_000  # words of which it is remembered how they are compared
_YEAR = re.compile(r"[12](?<!\w[12])(?:(?<=1)[89]|(?<=2)0)[0-9]{2}\b")  # begins with a sign that is soon found
_ADDRESS = re.compile(r"https?://")
_CUT = Sought(
    r"\n\s*\n|;\s"
    r"|^[ \t]*(?:\[\^?\w{1,5}\]:?|[0-9]{1,3}[.)]?|[\u00b9\u00b2\u00b3\u2070-\u2079]+)[ \t]+"
    r"(?=[A-Z\"“‘'*_\[@\u00c0-\u024f])"
    r"|(?<=[a-z0-9)\"”’/]{4})\.[\"”’]?\s+(?=[A-Z\"“‘\u00c0-\u024f])|[)\"”]\.\s+(?=[A-Z\"“‘\u00c0-\u024f])|(?<=[0-9])\.\n",
    rf"[\n;.]{GAP}|\.[\"”’]{GAP}|[)\"”]\.{GAP}|(?m:^)[ \t]*[\[0-9\x{{b9}}\x{{b2}}\x{{b3}}\x{{2070}}-\x{{2079}}]",
    re.MULTILINE,
)
_WORD = re.compile(r"https?://[^\s<>\"“”]+|www\.[^\s<>\"“”]+|[^\s,;:()\[\]\"“”‘’'<>*]+(?:['’][^\s,;:()\[\]\"“”‘’'*]+)*")
_OWNER = re.compile(r"['\u2019]s?$")  # Cerrato's "Title", and Cerrato, "Title"


class Word(NamedTuple):
    """A word as it stands and as it is compared, where in its unit it stands, and what stands in front of it."""

    said: str
    word: str
    start: int
    gap: str


class Words(Sequence[Word]):
    """The words of a unit, each made when it is first asked for: of most units a few are looked at."""

    __slots__ = ("_form", "_made", "_spans", "_text")

    def __init__(self, text: str, form: tuple[str, ...]) -> None:
        compared = _COMPARED
        self._text, self._form = text, form
        spans = (one.span() for one in _WORD.finditer(text) if compared[one[0]])
        self._spans = [*itertools.islice(spans, len(form))]
        self._made: dict[int, Word] = {}

    def __len__(self) -> int:
        return len(self._form)

    @overload
    def __getitem__(self, at: int) -> Word: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Word, ...]: ...

    def __getitem__(self, at: int | slice) -> Word | tuple[Word, ...]:
        if isinstance(at, slice):
            return tuple(self[number] for number in range(*at.indices(len(self._form))))
        found = self._made.get(at)
        if found is None:
            found = self._made[at] = self._word(at)
        return found

    def _word(self, at: int) -> Word:
        if not 0 <= at < len(self._form):
            raise IndexError(at)
        first, end = self._spans[at]
        bare = self._text[first:end].rstrip(_AROUND)
        said = bare.lstrip("_")
        start = first + len(bare) - len(said)
        last = 0
        if at:
            low, high = self._spans[at - 1]
            last = low + len(self._text[low:high].rstrip(_AROUND))
        return Word(said, self._form[at], start, self._text[last:start])


class Unit(NamedTuple):
    """A sentence, note or list item that may hold a citation.

    `form` is what is the same wherever nothing differs. The words are read again where they are asked for: few units
    are like another one, and a project has very many.
    """

    context: Context
    start: int
    text: str
    form: tuple[str, ...]

    @property
    def words(self) -> Words:
        """Its words."""
        return Words(self.text, self.form)

    def span(self, first: int, last: int) -> Span:
        """Where its words from the one number to the other stand in the text."""
        words = self.words
        low, high = words[first], words[last]
        return Span(self.start + low.start, self.start + high.start + len(high.said))


def units(context: Context) -> Iterator[Unit]:
    """The units of a text that name a year or an address."""
    text = context.document.text
    dated = sorted(found.start() for sign in (_YEAR, _ADDRESS) for found in sign.finditer(text))
    if not dated:
        return
    marked = "\u00a9" in text
    cuts = [found.span() for found in _CUT.finditer(text)]
    for (_, low), (high, _) in itertools.pairwise([(0, 0), *cuts, (len(text), 0)]):
        if high - low < LETTERS or dated[min(bisect_left(dated, low), len(dated) - 1)] not in range(low, high):
            continue
        if marked and "\u00a9" in text[low:high]:
            continue
        form = _form(text, low, min(high, low + _ENOUGH))
        if low + _ENOUGH < high and len(form) <= _LONGEST:
            form = _form(text, low, high)
        if len(form) >= LEAST:
            yield Unit(context, low, text[low:high], form[:_LONGEST])


def _form(text: str, low: int, high: int) -> tuple[str, ...]:
    """The words of a stretch as they are compared; where it ends within a word, the last one is not whole."""
    return tuple(filter(None, map(_COMPARED.__getitem__, _WORD.findall(text, low, high))))


def _bare(raw: str) -> str:
    """A word without the signs around it."""
    return raw.rstrip(_AROUND).lstrip("_")


class _Compared(dict[str, str]):
    """Words as they are compared, by how they are written; an empty one where nothing is left."""

    def __missing__(self, raw: str) -> str:
        if len(self) >= _AT_HAND:
            self.clear()
        said = _bare(raw)
        found = self[raw] = said if "/" in said else normalise_title(_OWNER.sub("", said))
        return found


_COMPARED = _Compared()


def grouped(found: Iterable[Unit]) -> list[list[Unit]]:
    """Units that are word for word the same, together."""
    groups: dict[tuple[str, ...], list[Unit]] = {}
    for unit in found:
        groups.setdefault(unit.form, []).append(unit)
    return list(groups.values())
