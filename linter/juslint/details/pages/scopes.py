"""What stands around a page: who and what is named there, and what is said right beside it of what stands on it.

The source of a page in an entry of a list or in a row of a table is named in that entry; of a page in a sentence, in
the sentence, in those before it in its paragraph, or in the note that is called behind it. An address names its source
by its words: `/thirty-five-kilometres/`.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from juslint.details.rarity import stem, tells
from juslint.details.words import COMMON, DATED, SMALL
from juslint.knowledge import normalise_title
from juslint.words.states import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.details.pages.places import PagePlace
    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_BEFORE, _BEHIND = 45, 16  # details around a page in a sentence, in which its source is named
_EARLIER, _NOTED = (0.8, 0.4, 0.2), 0.8  # nearness of the sentences before it, and of the note that it calls
_NEAR = 12  # details around a page in which it is said what stands on it
_PAPERS = DATED - {"interview", "article"}  # which have many pages
_DAY = 3  # details around a page among which is the day of its paper
_VOLUME, _WHY = 7, 5  # details before a page among which is the volume, and around it which say why it is named
_BEGINNING = frozenset({"at", "on", "from", "beginning", "begins", "starting", "starts"})
_SERIES = frozenset({"report", "reports", "yearbook", "recueil"})
_NOTE = 800  # details of a note
_ENTRY, _SMALL = 60, 0.34  # details of an entry, and how many of them are small
_OF_SENTENCES = frozenset(
    """is are was were be been has have had it he she they we his her their our that which who this
    these""".split()  # noqa: SIM905
)
_SENTENCES, _SENTENCE = 2, 0.07  # how many of what an entry says are such words, and what part
_LABELLED, _SMALL_BEHIND_LABEL = 40, 0.42  # the same where it begins with its number or letter
_CLAUSE = 400  # characters between a page and the mark of a note
_ENDED = re.compile(r"[a-z0-9)\"\u201d][.?!][)\"\u201d]?\s+[A-Z]")  # a sentence
_LABEL = re.compile(r"(?:[A-Z][a-z]+ )?(?:[A-Z]|[a-z]|[A-Z]?[0-9]{1,3}|[ivxIVX]{1,5})[.):]?\s")
_LEAST = 3  # letters of a name
_WORDS = 0.5  # part of its weight that a name has which is a word elsewhere: it may begin a sentence
_FEW = 40  # paragraphs of a text in which rarity cannot quite be told
_WORD = re.compile(r"[a-z]{4,30}", re.IGNORECASE)
_SHUNNED = STATES | COMMON | SMALL | {"page", "table", "https", "http", "html", "example"}


class Scope(NamedTuple):
    """What names the source of a page, by stems and how near they stand, and the stems of what stands on it."""

    source: dict[str, float]
    beside: dict[str, int]
    noted: frozenset[str]  # what names the source in the note alone that is called


class Scopes:
    """The surroundings of the pages of one text."""

    def __init__(self, details: Details, pages: Sequence[PagePlace]) -> None:
        self._details = details
        self._of: dict[int, Scope] = {}
        self._segments: dict[int, list[int]] = defaultdict(list)  # by paragraph
        for segment, paragraph in enumerate(details.paragraphs):
            self._segments[paragraph].append(segment)
        self._pages: dict[int, list[int]] = defaultdict(list)  # by segment: where pages stand in it
        for page in pages:
            self._pages[page.detail.segment] += (end.at for end in page.ends)
        self._called = list(details.notes)  # by segment: the notes of the first one from there on that calls any
        for segment in range(len(self._called) - 2, -1, -1):
            if not self._called[segment] and details.paragraphs[segment] == details.paragraphs[segment + 1]:
                self._called[segment] = self._called[segment + 1]
        self._notes: dict[str, list[int]] = defaultdict(list)
        for segment, is_note in enumerate(details.in_note):
            if is_note:
                self._notes[min(details.notes[segment])].append(segment)
        self._listed: dict[str, set[int]] = {}
        self._whole = max(2, len(self._segments))
        self._rarest = math.log(max(self._whole, _FEW) / 2)

    @cached_property
    def entries(self) -> set[int]:
        """The paragraphs that are entries of a list; one alone is none."""
        details = self._details
        headings = {span.start for span in details.document.headings}
        terse = {
            paragraph
            for paragraph, segments in self._segments.items()
            if self._is_terse(segments) and details.segments[segments[0]][0].start not in headings
        }
        return {one for one in terse if one - 1 in terse or one + 1 in terse}

    @cached_property
    def telling(self) -> dict[str, set[int]]:
        """By what names a source: the paragraphs that have it."""
        found: dict[str, set[int]] = defaultdict(set)
        paragraphs = self._details.paragraphs
        for places in self._details.places.values():
            for said in sources(places[0]) if places else ():
                found[said].update(paragraphs[one.segment] for one in places)
        return found

    @cached_property
    def _words(self) -> set[str]:
        places = self._details.places.items()
        return {stem(said[0]) for (kind, _), said in places if kind == "word" and said}

    def of(self, page: PagePlace) -> Scope:
        """The surroundings of a page."""
        if page.detail.start not in self._of:
            source = self._source(page)
            noted = {said for one in self._in_note(page) for said in sources(one)} - source.keys()
            source |= dict.fromkeys(noted, _NOTED)
            self._of[page.detail.start] = Scope(source, self._beside(page), frozenset(noted))
        return self._of[page.detail.start]

    def is_entry(self, segment: int) -> bool:
        """Whether a segment is part of an entry of a list, or of a row."""
        return self._details.paragraphs[segment] in self.entries

    def is_row(self, segment: int) -> bool:
        """Whether it is part of the row of a table."""
        first = self._segments[self._details.paragraphs[segment]][0]
        return "|" in self._details.segments[first][0].gap

    def _is_terse(self, segments: Sequence[int]) -> bool:
        """Whether a paragraph is short and has few small words, and hardly any that sentences have."""
        said = [one for each in segments for one in self._details.segments[each]]
        if len(said) > _ENTRY or any(self._details.notes[segment] for segment in segments):  # is a note or calls one
            return False
        if sum(one.value in _OF_SENTENCES for one in said) > max(_SENTENCES, _SENTENCE * len(said)):
            return False
        small = sum(one.value in SMALL for one in said) / len(said)
        labelled = len(said) <= _LABELLED and _LABEL.match(self._details.document.text, said[0].start)
        return small < (_SMALL_BEHIND_LABEL if labelled else _SMALL)

    def listed(self, said: str) -> set[int]:
        """The entries that have what names a source."""
        if said not in self._listed:
            self._listed[said] = self.telling[said] & self.entries
        return self._listed[said]

    def next_note(self, page: PagePlace) -> str | None:
        """The note that is called next behind a page in its paragraph."""
        marks = self._called[page.detail.segment]
        return min(marks) if len(marks) == 1 else None

    def is_noted(self, page: PagePlace) -> bool:
        """Whether the note that is called next behind a page is that of its own sentence."""
        document, end = self._details.document, page.ends[-1].span.end
        at = bisect_left(document.note_marks, end, key=lambda mark: mark.span.start)
        if at == len(document.note_marks):
            return False
        between = document.text[end - 1 : min(document.note_marks[at].span.start, end + _CLAUSE)]
        return _ENDED.search(between) is None

    def begins(self, page: PagePlace) -> bool | None:
        """Whether a page is the first one of an article or judgment: `vol. 12 (2016), p. 62`, `Reports 2019, p. 95`.

        That of a cell may be either.
        """
        before = self._details.segments[page.detail.segment][max(0, page.detail.at - _VOLUME) : page.detail.at]
        if not before or before.pop().value != "p":
            return None
        if before and before[-1].kind == "year":
            return any(one.kind == "number" or one.value in _SERIES for one in before[:-1])
        while before and before[-1].value in _BEGINNING:
            before.pop()
        return len(before) > 1 and before[-2].value == "vol"

    def is_explained(self, page: PagePlace) -> bool:
        """Whether a word right beside a page says why it is named: `our quotation is from p. 188`."""
        at = page.detail.at
        around = self._details.segments[page.detail.segment][max(0, at - _WHY) : at + _WHY]
        return any(one.kind == "word" and (tells(one) or one.value in {"see", "at"}) for one in around)

    def have_one_day(self, one: PagePlace, other: PagePlace) -> bool:
        """Whether the day beside one of them is named with both: that of a newspaper, and not of a letter or report."""
        shared = self.of(one).source.keys() & self.of(other).source.keys()
        for page in (one, other):
            segment, at = self._details.segments[page.detail.segment], page.detail.at
            paper = not any(each.value in _PAPERS for each in segment[max(0, at - _BEFORE) : at])
            around = segment[max(0, at - _DAY) : at + _DAY]
            if paper and any(each.kind == "date" and stem(each) in shared for each in around):
                return True
        return False

    def weight(self, one: str) -> float:
        """How much a stem says of a source: from 0, where all paragraphs have it, to 1; of a mere word, half of it."""
        rare = max(0.0, math.log(self._whole / max(2, len(self.telling[one]))) / self._rarest)
        return rare * _WORDS if one in self._words else rare

    def shared(self, one: PagePlace, other: PagePlace) -> float:
        """The weight of what names the sources of both; of the first one, outside of a note that is called."""
        ours, theirs = self.of(one), self.of(other).source
        return sum(map(self.weight, sorted(ours.source.keys() & theirs.keys() - ours.noted)))

    def shared_beyond(self, one: PagePlace, other: PagePlace) -> float:
        """The weight of what names the sources of both, and stands not right before the second, as its reports do."""
        segment, at = self._details.segments[other.detail.segment], other.detail.at
        reports = {said for each in segment[max(0, at - _VOLUME) : at] for said in sources(each)}
        both = self.of(one).source.keys() & self.of(other).source.keys()
        return sum(map(self.weight, sorted(both - reports)))

    def same(self, one: PagePlace, other: PagePlace) -> tuple[float, float]:
        """The weight of what is said beside both, besides the names of their source, and with half of these."""
        ours, theirs = self.of(one), self.of(other)
        shared = ours.beside.keys() & theirs.beside.keys()
        names = shared & ours.source.keys() & theirs.source.keys()
        weight = self._details.rarity.weight
        words = sum(map(weight, sorted(shared - names)))
        return words, words + sum(map(weight, sorted(names))) / 2

    def _source(self, page: PagePlace) -> dict[str, float]:
        found: dict[str, float] = {}
        for nearness, one in self._around(page):
            for said in sources(one):
                found[said] = max(nearness, found.get(said, 0.0))
        return found

    def _around(self, page: PagePlace) -> Iterator[tuple[float, Detail]]:
        """What may name the source, and how near it stands, at most 1."""
        segments, at, own = self._details.segments, page.detail.at, page.detail.segment
        if self.is_entry(own):
            for segment in self._segments[self._details.paragraphs[own]]:
                yield from ((1.0, one) for one in segments[segment])
            return
        for one in segments[own][max(0, at - _BEFORE) : at + _BEHIND]:
            yield (1.0 if 0 < at - one.at <= _NEAR else 0.8), one
        if self._details.in_note[own]:
            return
        first = self._segments[self._details.paragraphs[own]][0]
        for nearness, segment in zip(_EARLIER, range(own - 1, first - 1, -1), strict=False):
            yield from ((nearness, one) for one in segments[segment][-_BEFORE:])

    def _in_note(self, page: PagePlace) -> Sequence[Detail]:
        """What the note says that the sentence of a page calls; of one that is very long, how it begins."""
        own = page.detail.segment
        said: list[Detail] = []
        if not self.is_entry(own) and not self._details.in_note[own] and self.is_noted(page):
            for segment in self._notes.get(self._details.next_note(page.detail) or "", ()):
                said += self._details.segments[segment][: _NOTE - len(said)]
        return said

    def _beside(self, page: PagePlace) -> dict[str, int]:
        """What is said near a page, and not nearer to another one."""
        at, own = page.detail.at, {one.at for one in page.ends}
        others = [other for other in self._pages[page.detail.segment] if other not in own]
        low = max([at - _NEAR, 0, *(other + 1 for other in others if other < at)])
        high = min([at + _NEAR + 1, *(other for other in others if other > at)])
        found: dict[str, int] = {}
        for one in self._details.segments[page.detail.segment][low:high]:
            if one.at not in own and tells(one):
                found[stem(one)] = min(abs(one.at - at), found.get(stem(one), _NEAR))
        return found


def sources(one: Detail) -> Iterator[str]:
    """The stems by which a detail names a source."""
    if one.kind in {"date", "code"} or (one.kind == "name" and len(one.value) >= _LEAST and one.value not in _SHUNNED):
        yield stem(one)
    elif one.kind == "url":
        for word in _WORD.findall(one.value.partition("//")[2]):
            if (said := normalise_title(word)) not in _SHUNNED:
                yield said[:6]
