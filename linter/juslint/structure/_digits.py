"""Footnotes whose marks have become bare digits, as in text drawn from PDF files: `war.1`, `Rights”4`, `Sargsyan, 6`.

A digit is taken for a mark only where a note asks for it, so that numbers stay numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import MONTH
from juslint.document import Note, NoteMark, Span
from juslint.structure.paragraphs import is_rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_DIGITS = re.compile("[0-9]+")
_NOTE = re.compile(rf"([0-9]{{1,3}})\s+(?!{MONTH}\b)(?=[A-Z“\"‘«(]|[Ii]bid|https?://|www\.)")
_MARK = re.compile(
    r"(?:(?<=[a-z]{3})|(?<=[.,;:!?”\"’)\]]))([0-9]{1,3})(?=[\s,;:)\]”’—–]|\.(?![0-9])|$)"  # war.1
    r"|(?<=[,.;:”\"’)] )([0-9]{1,3})(?=\s\s)"  # Sargsyan, 6  along
    r"|(?<=[\s(](?:18|19|20)[0-9][0-9])([0-9]{1,3})(?=[\s,;:)\]]|\.(?![0-9])|$)"  # 15 June 197238
)
# Looser, for a note that is certain and whose mark is still to be found: "children under 5,2 and", "the delegate 2 and"
_FAINT = re.compile(r"(?:(?<=\w)|(?<=[.,;:!?”\"’)\]])|(?<=\w )|(?<=[.,;:!?”\"’)\]] ))([0-9]{1,3})(?=[\s,;:)\]”’—–.]|$)")
# What stands before digits that belong to a symbol, an abbreviation, an address or a number: /Add.1, No.3, 1.5
_NO_MARK = re.compile(
    r"(?:/[A-Za-z]{1,6}\.|\b[A-Z]{1,5}\.|\b(?:paras?|[Nn]os?|arts?|vols?|pp?|chaps?|sects?|Add|Rev|Corr|figs?|eds?|§)\."
    r"|(?<![0-9])[0-9]{1,3}[.,:]|(?<![0-9])(?!(?:18|19|20)[0-9][0-9][.,;:])[0-9]{4}[.,:]|[0-9]{5}[.,:]"
    r"|(?:https?://|www\.)\S{0,150})\Z"
)


class _Candidate(NamedTuple):
    """A paragraph that may be a note, by its place among the paragraphs."""

    number: int
    at: int
    note: Note


class _Marks:
    """All digits outside the candidate notes that could be marks, by number; each list is in reading order."""

    def __init__(self, text: str, outside: Sequence[Span]) -> None:
        starts = [span.start for span in outside]

        def is_outside(place: Span) -> bool:
            within = bisect_right(starts, place.start) - 1
            return within < 0 or place.start >= outside[within].end

        def is_clear(place: Span) -> bool:
            return is_outside(place) and not _NO_MARK.search(text, max(0, place.start - 160), place.start)

        self._clear = _places(_MARK, text, is_clear)
        self._faint = _places(_FAINT, text, is_outside)

    def first(self, number: int, after: int, before: int) -> Span | None:
        """The first place between two positions where a number is glued to a word as marks are."""
        return _between(self._clear.get(number, []), after, before)

    def faint(self, number: int, after: int, before: int) -> Span | None:
        """The first place between two positions where a number could be a mark at all."""
        return _between(self._faint.get(number, []), after, before)


def notes_and_marks(
    text: str, paragraphs: Sequence[Span], called: Sequence[int] = ()
) -> tuple[list[Note], list[NoteMark]]:
    """The notes that are certain, and their marks. `called`: the numbers that superscript marks in the text call."""
    candidates = list(_candidates(text, paragraphs))
    if not candidates:
        return [], []
    places = _Marks(text, [Span(c.note.mark_span.start, c.note.span.end) for c in candidates])
    wanted = set(called)
    notes: list[Note] = []
    marks: list[NoteMark] = []
    last: _Candidate | None = None
    reached = 0
    announced = False  # whether a line across the page has announced the notes that we are among
    for candidate in candidates:
        number, note = candidate.number, candidate.note
        listed = last is not None and candidate.at == last.at + 1
        announced = _ruled(text, paragraphs, candidate.at) or (announced and listed)
        due = announced and (last is None or number == last.number + 1)
        place = None if called else places.first(number, reached, note.mark_span.start)
        confirmed = number in wanted if called else place is not None and (last is None or number > last.number)
        if not (confirmed or due):
            continue
        if not called and not (confirmed and place):
            place = places.faint(number, reached, note.mark_span.start)
        if place is not None:
            marks.append(NoteMark(note.mark, place))
            reached = place.end
        notes.append(note)
        last = candidate
    return notes, marks


def in_order(text: str, count: int, end: int) -> list[NoteMark] | None:
    """The places in front of `end` where 1 to `count` are glued to words as marks are; None unless all are there."""
    places = _Marks(text, [Span(end, len(text))])
    marks: list[NoteMark] = []
    reached = 0
    for number in range(1, count + 1):
        place = places.first(number, reached, end)
        if place is None:
            return None
        marks.append(NoteMark(str(number), place))
        reached = place.end
    return marks


def _places(pattern: re.Pattern[str], text: str, accept: Callable[[Span], bool]) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = {}
    for match in _beginning_with_digits(pattern, text):
        group = match.lastindex or 1
        place = Span(*match.span(group))
        if accept(place):
            found.setdefault(int(match[group]), []).append(place)
    return found


def _beginning_with_digits(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What the pattern's `finditer` gives, and faster: it begins with digits, and is tried where there are some."""
    end = 0
    for run in _DIGITS.finditer(text):
        for position in range(*run.span()):
            if position >= end and (match := pattern.match(text, position)):
                end = match.end()
                yield match


def _between(places: Sequence[Span], after: int, before: int) -> Span | None:
    at = bisect_right(places, Span(after, after))
    return places[at] if at < len(places) and places[at].end <= before else None


def _candidates(text: str, paragraphs: Sequence[Span]) -> Iterator[_Candidate]:
    for at, span in enumerate(paragraphs):
        if (start := _NOTE.match(text, span.start, span.end)) and span.end > start.end():
            note = Note(start[1], Span(*start.span(1)), Span(start.end(), span.end))
            yield _Candidate(int(start[1]), at, note)


def _ruled(text: str, paragraphs: Sequence[Span], at: int) -> bool:
    """Whether a line across the page stands before the paragraph."""
    before = paragraphs[at - 1] if at else Span(0, 0)
    return 0 < before.end - before.start < 200 and is_rule(text[before.start : before.end])
