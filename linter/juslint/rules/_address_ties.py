"""Whether two addresses that differ in one word or number of one piece are of one page, by what stands around them.

The same day is told beside both, and no other; or, where no days tell them apart, the piece is a title that stands
beside the odd one, or that the text has, and has not with the other word; or the number of the usual one stands beside
it, while nothing beside the odd one, nor in the sentence whose note it stands in, has its own. No third address of the
text may be like the two.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from juslint.dates import MONTHS
from juslint.details import text as details
from juslint.knowledge import normalise_title
from juslint.rules import _address_company, _address_words
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from juslint.document import Document, Span
    from juslint.rules._address_words import Words

_ACCESS = re.compile(
    r"[\[(]?(?:last )?(?:accessed|visited|consulted|retrieved|viewed|checked)(?: on)?:? [^.;)\]\n]{0,30}", re.IGNORECASE
)
_DAY = re.compile(rf"\b(?P<day>[0-9]{{1,2}})\s(?P<month>{'|'.join(MONTHS)})\s(?P<year>[12][0-9]{{3}})\b")
_ENTRY = re.compile(  # a next one begins
    r"\n[ \t]{0,8}(?=[|*\u2022-]|\[?\^?\(?[0-9A-Za-z]{1,3}[\]).:]|\\|[0-9A-Z]{1,3}\s\s|/[0-9])"
)
_SENTENCE = re.compile(r"\.\s+(?=[A-Z])")
_TOKENS = re.compile(r"[a-z]+|[0-9]+")
_BACK, _FORTH, _CALL = 320, 60, 240  # characters around an address, and before the mark of its note
_CLOSE = 100  # characters before an address in which its day is
_PHRASE, _LETTERS, _LONG = 3, 8, 2  # words of a title that a text has, letters of one, and words of one beside it
_TELLING = 4  # letters of a word that two have in common


class Ties:
    """What stands around the addresses of one text."""

    def __init__(self, document: Document, words: Words) -> None:
        self.document, self.words = document, words
        self._near: dict[int, str] = {}
        self._companies = _address_company.Companies(words)
        self._entries: dict[int, str] = {}
        self._sentences: dict[int, str] = {}

    @cached_property
    def _calls(self) -> dict[str, int]:
        """Where the first mark of each note stands."""
        return {mark.mark: mark.span.start for mark in reversed(self.document.note_marks)}

    @cached_property
    def _rows(self) -> list[Span]:
        return list(details.rows(self.document)) if self.document.cells else []

    def _row(self, span: Span) -> Span | None:
        """The row of a table in which an address stands; None where it stands in no cell of one."""
        at = bisect_right(self._rows, span.start, key=lambda row: row.start) - 1
        cell = any(one.start <= span.start < one.end for one in self.document.cells) if at >= 0 else False
        return self._rows[at] if cell and span.end <= self._rows[at].end else None

    def _said(self, span: Span) -> tuple[str, str, str]:
        """What calls the note of an address, what stands before it in its paragraph, and what behind it."""
        text = self.document.text
        row = self._row(span)
        if row is not None:
            before = text[max(row.start, span.start - _BACK) : span.start]
            behind = text[span.end : min(row.end, span.end + _FORTH)]
        else:
            before = text[max(0, span.start - _BACK) : span.start].rpartition("\n\n")[2]
            behind = text[span.end : span.end + _FORTH].partition("\n\n")[0]
        note = next((one for one in self.document.notes_by_place.at(span)), None)
        call = self._calls.get(note.mark) if note is not None else None
        return text[max(0, call - _CALL) : call].rpartition("\n\n")[2] if call is not None else "", before, behind

    def near(self, span: Span) -> str:
        """The text around an address in its paragraph, and that which calls its note, without days of access."""
        if span.start not in self._near:
            said, before, behind = self._said(span)
            self._near[span.start] = _plain(f"{said} . {before} @ {behind}")
        return self._near[span.start]

    def entry(self, span: Span) -> str:
        """The text around an address in its own line, entry or row, and that which calls its note."""
        if span.start not in self._entries:
            said, before, behind = self._said(span)
            start = max((found.end() for found in _ENTRY.finditer(before)), default=0)
            end = _ENTRY.search(behind)
            self._entries[span.start] = _plain(f"{said} . {before[start:]} . {behind[: end.start() if end else None]}")
        return self._entries[span.start]

    def _own(self, span: Span) -> str:
        """The text around an address in its own sentence or entry."""
        if span.start not in self._sentences:
            _, before, behind = self._said(span)
            ends = [found.start() for sign in (_ENTRY, _SENTENCE) if (found := sign.search(behind))]
            said = f"{before[own_start(before) :]} . {behind[: min(ends, default=None)]}"
            self._sentences[span.start] = _plain(said)
        return self._sentences[span.start]

    def stand_in_one_company(self, odd: Span, usual: Span, pieces: Sequence[str], rest: Sequence[str]) -> bool:
        """Whether the words beside both say that the one at `odd` is meant for the other; `rest` follows the pieces."""
        if not self._are_apart(odd, usual):
            return False
        both = (odd, usual)
        return self._companies.are_one([*map(self.entry, both)], [*map(self._own, both)], pieces, rest)

    def _are_apart(self, odd: Span, usual: Span) -> bool:
        """Whether an empty line stands between two addresses."""
        first, last = sorted((odd, usual))
        at = bisect_left(self._empty, first.end)
        return at < len(self._empty) and self._empty[at] + 2 <= last.start

    @cached_property
    def _empty(self) -> list[int]:
        """Where empty lines stand."""
        return [found.start() for found in re.finditer(r"(?=\n\n)", self.document.text)]

    def are_said_of_one(self, odd: Span, usual: Span, pieces: Sequence[str]) -> bool:
        """Whether the address at `odd`, with the first of the pieces, is meant for the other one."""
        if not self._are_apart(odd, usual):
            return False
        both = _differing(pieces)
        if both is None:
            return False
        here, there = self.near(odd), self.near(usual)
        mine, theirs = (set(normalise_title(near).split()) for near in (here, there))
        if (both[0] in mine and both[0] not in theirs) or _counts(pieces[0], both[0]):
            return False
        days = [_day(near) for near in (here, there)]
        if days[0] and days[1]:
            return days[0] == days[1]
        if any(piece.isdigit() for piece in pieces):
            return False
        return (
            self._is_titled(pieces, both, f" {normalise_title(here)} ")
            or (both[1] in theirs and both[0] not in mine and both[1].isdigit())
            or _are_alone(both, mine, theirs)
        )

    def _is_titled(self, pieces: Sequence[str], both: tuple[str, str], here: str) -> bool:
        """Whether the words of the usual piece stand beside the odd one, or in the text, which has not the odd ones."""
        odd, usual = (f" {' '.join(_TOKENS.findall(piece))} " for piece in pieces)
        if len(usual.split()) >= _LONG and len(usual) > _LETTERS and usual in here and f" {both[0]} " not in here:
            return True
        return len(usual.split()) >= _PHRASE and self.words.says(usual) and not self.words.says(odd)


def own_start(before: str) -> int:
    """Where in the text before an address its own sentence, entry or row of a table begins."""
    return max((found.end() for sign in (_ENTRY, _SENTENCE) for found in sign.finditer(before)), default=0)


def _plain(said: str) -> str:
    return _ACCESS.sub(" ", _address_words.ADDRESS.sub(" ", said))


def _day(near: str) -> str:
    """The day right before an address, or right behind it; empty where none is."""
    before, _, behind = near.rpartition("@")
    said = _SENTENCE.split(before[-_CLOSE:])[-1]
    found = [*[one[0] for one in _DAY.finditer(said)][-1:], *(one[0] for one in _DAY.finditer(behind))]
    return found[0] if found else ""


def _differing(pieces: Sequence[str]) -> tuple[str, str] | None:
    """The one word or number in which two pieces differ, where they are much alike; None where they are not."""
    left, right = (_TOKENS.findall(piece) for piece in pieces)
    found = [both for both in zip(left, right, strict=False) if both[0] != both[1]]
    if len(left) != len(right) or len(found) != 1:
        return None
    one, other = found[0]
    if one.isdigit() != other.isdigit():
        return None
    alike = likeness.like_numbers(one, other) or one.startswith(other) or other.startswith(one)
    return (one, other) if alike else None


def _counts(piece: str, odd: str) -> bool:
    """Whether the number of a piece is that of a part: `annex-2`."""
    before = _TOKENS.findall(piece[: piece.rfind(odd)])
    return bool(before) and before[-1] in _address_company.PARTS


def _are_alone(both: tuple[str, str], mine: set[str], theirs: set[str]) -> bool:
    """Whether two numbers are alike, neither stands beside its address, and a word stands beside both."""
    if not all(one.isdigit() and len(one) > 1 for one in both):
        return False
    if any(word.endswith(both[0]) for word in mine) or any(word.endswith(both[1]) for word in theirs):
        return False
    return any(len(word) >= _TELLING for word in mine & theirs)
