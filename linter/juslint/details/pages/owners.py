"""Of which work a page is cited, among those of which a text tells all pages.

It is of the work right before it, if no name stands between, or if both are in one entry of a list; of that whose name
stands nearest before it, or right behind it, `at page 12 of her article`, where that is the name of no other work, none
with another year, unless that has all its pages too; or of the work in the note that its sentence calls, or the one
before it, which says such a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from juslint.details.pages import works as page_works
from juslint.details.pages.scopes import sources
from juslint.details.pages.works import Work
from juslint.details.words import ANNEXES, DATED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from juslint.details.pages.places import PagePlace
    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_BESIDE = 6  # runs of pages in one entry
_MOST, _OFTEN = 200, 60  # works of a text, and places of a name, that are looked at
_FEW = 6  # works of one name
_NEAR, _SENTENCE = 14, 40  # details before a page, among which is the name of whose work it is; if none, in a sentence
_CITED = 30  # details behind a name, among which is the year of its work
_SENTENCES = 2  # in which a page stands without a name
_QUOTE = re.compile('["\u201c\u201d*]')
_OTHERS = frozenset({"date", "code"})  # what else may be cited there
_TOPICS = frozenset({"on", "about"})  # words before the name of what a work is about
_OF, _BEHIND = frozenset({"of", "in"}), 5  # words behind a page before the name of its work, and details there
_HIS, _HIS_WORK = frozenset({"his", "her", "their"}), 3  # before a year: `his article of 1982`
_THESE = frozenset({"these", "those", "them"})
_PAPERS = (DATED | ANNEXES) - {"article", "thesis", "note"}  # which are no articles


class Cited(NamedTuple):
    """A work, the pages cited that lie within, and those that lie outside of all works of which they may be.

    They are told if the text says that they are of the pages of the work.
    """

    work: Work
    within: list[PagePlace]
    outside: list[PagePlace]
    are_told: bool


def cited(details: Details) -> list[Cited]:
    """The works of a text of which it tells all pages, with those that it cites."""
    works = page_works.works(details)
    if len(works) > _MOST or not (works or any(one.last for one in details.pages)):
        return []
    owners = _Owners(details, works)
    own = owners.of
    found: dict[int, list[PagePlace]] = defaultdict(list)  # by the place of a work's pages
    for one in details.pages:
        for work in own[one.detail.start]:
            if work.pages is not one:
                found[work.pages.detail.start].append(one)
    runs: dict[int, list[PagePlace]] = defaultdict(list)  # by paragraph: an entry may hold two articles
    for one in details.pages:
        if one.last:
            runs[details.paragraphs[one.detail.segment]].append(one)

    def is_outside(one: PagePlace, work: Work) -> bool:
        beside = runs[details.paragraphs[work.pages.detail.segment]][:_BESIDE]
        others = (run for run in beside if run is not one and run is not work.pages)
        if any(run.first <= one.first and (one.last or one.first) <= (run.last or 0) for run in others):
            return False
        return not any(each.has(one) or each.is_in(one) for each in own[one.detail.start])

    return [
        Cited(
            work,
            [one for one in pages if work.has(one)],
            [one for one in pages if is_outside(one, work)],
            work.pages.detail.start in owners.runs,
        )
        for work in (*works, *owners.runs.values())
        if (pages := found[work.pages.detail.start])
    ]


class _Owners:
    """By the place of a page: the works of one of which it is."""

    def __init__(self, details: Details, works: Sequence[Work]) -> None:
        self._details = details
        self.of = {work.pages.detail.start: [work] for work in works}
        self.runs: dict[int, Work] = {}  # of which a page is said to be: `pages 1 to 9; page 7 of these`
        named: dict[tuple[str, str], list[Work]] = defaultdict(list)
        self._noted: dict[str, list[Work]] = defaultdict(list)
        self._labelled: dict[tuple[str, str], Work] = {}  # by the symbol with which its entry begins
        for work in works:
            segment = work.pages.detail.segment
            label = details.segments[segment][0]
            if label.kind == "code" and details.page_scopes.is_entry(segment):
                self._labelled[label.key] = work
            if details.in_note[segment]:
                self._noted[min(details.notes[segment])].append(work)
            for name in work.names:
                named[name].append(work)
        self._named = {name: its for name, its in named.items() if _is_alone(details, name, its)}
        before: PagePlace | None = None
        places = {one.detail.start: one for one in (*details.pages, *(work.pages for work in works))}
        for start in sorted(places):
            one = places[start]
            if start not in self.of:
                self.of[start] = self._owning(one, before)
            before = one

    def _owning(self, place: PagePlace, before: PagePlace | None) -> list[Work]:
        """The works of a name beside a page; if there is no name, of the page before it, or of a note."""
        details, one = self._details, place.ends[-1]
        following = details.segments[one.segment][one.at + 1 : one.at + 1 + _BEHIND]
        if following and following[0].value in _OF:
            if following[1:] and following[1].value in _THESE:
                return self._run(before)
            named = _subjects(following[1:])
            if named:
                return self._of_names(named, named[-1:])
        if before is not None and self._is_inside(before, place):
            return self._run(before)
        found = self._before(place, before)
        paper = any(each.value in _PAPERS for each in following[1:3]) and following[0].value in _OF
        return [work for work in found if work.is_counted or not paper]

    def _is_inside(self, before: PagePlace, place: PagePlace) -> bool:
        """Whether a page is said to be one of those right before it: `pp. 31–58, where the list is on p. 33`."""
        last, one, text = before.ends[-1], place.detail, self._details.document.text
        if before.last is None or last.segment != one.segment or one.at - last.at > _NEAR:
            return False
        between = self._details.segments[one.segment][last.at + 1 : one.at]
        if not between or _subjects(between) or any(each.kind in {"number", "year", "range"} for each in between):
            return False
        behind = between[0].gap.lstrip()
        if behind.startswith("(") and ")" not in text[between[0].start : one.start]:
            return True
        these = any(
            each.value in _THESE and between[number - 1].value == "of" for number, each in enumerate(between) if number
        )
        return between[0].value == "where" or these

    def _run(self, before: PagePlace | None) -> list[Work]:
        """The pages right before as all of a work."""
        if before is None or before.last is None:
            return []
        start = before.detail.start
        if any(work.pages is before for work in self.of[start]):
            return self.of[start]
        return [self.runs.setdefault(start, Work(before, "", frozenset(), is_counted=False))]

    def _before(self, place: PagePlace, before: PagePlace | None) -> list[Work]:
        """The works of what stands before a page."""
        details, own = self._details, place.detail.segment
        between = self._between(before, place)
        if any(each.kind in _OTHERS for each in between[-_NEAR:]):
            return []
        follows = before is not None and details.paragraphs[before.detail.segment] == details.paragraphs[own]
        works = self.of[before.detail.start] if follows and before is not None else []
        works = [work for work in works if work.pages.detail.start not in self.runs]
        other = any(_QUOTE.search(each.gap) or _is_cited(each, between) for each in between)
        if works and details.page_scopes.is_entry(own) and not other:
            return works
        near = _subjects(between[-_NEAR:]) or _subjects(between)
        if near and before is not None and before.detail.segment == own:
            near = [each for each in near if not _is_topic(each, details.segments[own])]
        behind = between[between.index(near[-1]) :] if near else between
        years = {each.value for each in behind if _is_cited(each, behind)}
        if any(each.kind in _OTHERS for each in behind):
            return []
        if near:
            cited = _is_closed(behind) or (years and any(each.kind == "number" for each in behind))  # 10 (1999), p. 23
            found = [] if cited else self._of_names(near, behind) or self._of_year(between)
            return (found if years <= {work.year for work in found} else []) or self._noted_with(own, own)
        if years:
            return []
        if not follows:
            return self._noted_with(own, own - 1) or self._told_before(own)
        return works if before is not None and own - before.detail.segment < _SENTENCES else []

    def _of_names(self, near: Sequence[Detail], behind: Sequence[Detail]) -> list[Work]:
        """The works of the last name before a page; of a journal, those that have all names before it."""
        said = {each.key for each in near}
        found = self._named.get(near[-1].key, [])
        if any(_QUOTE.search(each.gap) for each in behind[1:]):
            found = [work for work in found if said <= work.names] and found
        if len(said) > 1 and any(name in self._named for name in said):
            whole = [work for works in map(self._named.get, sorted(said)) for work in works or () if said <= work.names]
            return whole[:1] if len({work.pages.detail.start for work in whole}) == 1 else found
        return found

    def _of_year(self, said: Sequence[Detail]) -> list[Work]:
        """The one work of a name and its year in a sentence: `Patrikis, counsel of the Fed: his article of 1982`."""
        years = {
            year.value
            for at, year in enumerate(said)
            if at >= _HIS_WORK
            and year.kind == "year"
            and said[at - 1].value == "of"
            and said[at - _HIS_WORK].value in _HIS
        }
        works = [work for name in _subjects(said) for work in self._named.get(name.key, ()) if work.year in years]
        return works[:1] if len({work.pages.detail.start for work in works}) == 1 else []

    def _told_before(self, segment: int) -> list[Work]:
        """The one work that the last sentences of the paragraph name, or point to by the number of its entry.

        `He gave us his article (Paper 23/2). At page 12 he`
        """
        details = self._details
        for number in range(segment - 1, max(-1, segment - 1 - _SENTENCES), -1):
            if details.paragraphs[number] != details.paragraphs[segment] or details.in_note[number]:
                return []
            said = details.segments[number]
            if labelled := [self._labelled[each.key] for each in said if each.key in self._labelled]:
                return labelled if len(labelled) == 1 else []
            if any(each.kind in {"date", "year"} for each in said):
                return []
            if named := _subjects(said):
                found = {work.pages.detail.start: work for name in named for work in self._named.get(name.key, ())}
                return list(found.values()) if len(found) == 1 else []
        return []

    def _noted_with(self, segment: int, calling: int) -> list[Work]:
        """The work of the one note that a sentence calls, its own or the one before it, and whose name it says."""
        details = self._details
        if calling < 0 or details.paragraphs[calling] != details.paragraphs[segment] or details.in_note[segment]:
            return []
        found = self._noted.get(min(details.notes[calling], default=""), [])
        named = {each.key for each in details.segments[calling] if each.key in self._named}
        alone = len(details.notes[calling]) == len(found) == 1
        return [work for work in found if alone and named & work.names]

    def _between(self, before: PagePlace | None, place: PagePlace) -> list[Detail]:
        """What stands before a page in its sentence, and behind the page before it."""
        details, one = self._details, place.detail
        low = max(0, one.at - _SENTENCE)
        found: list[Detail] = []
        last = before.ends[-1] if before is not None else None
        if last is not None and last.segment == one.segment:
            low = max(low, last.at + 1)
        elif one.segment and details.paragraphs[one.segment - 1] == details.paragraphs[one.segment]:
            earlier = details.segments[one.segment - 1]
            if last is not None and last.segment == one.segment - 1:
                found = earlier[last.at + 1 :]
            elif ";" in details.document.text[earlier[-1].span.end : details.segments[one.segment][0].start]:
                found = earlier[-_SENTENCE:]
        return [*found, *details.segments[one.segment][low : one.at]]


def _subjects(said: Sequence[Detail]) -> list[Detail]:
    """The names of those whose works may be cited, and of these works."""
    return [each for each in said if each.kind == "name" and any(sources(each))]


def _is_topic(name: Detail, segment: Sequence[Detail]) -> bool:
    """Whether a name is what a work is about: `has nothing on Graz, but`."""
    return name.at > 0 and segment[name.at - 1].value in _TOPICS and segment[name.at + 1].gap.startswith(",")


def _is_closed(behind: Sequence[Detail]) -> bool:
    """Whether the year of a work in brackets stands right before: `(London, 1993), pp. 150–198`."""
    return len(behind) > 1 and behind[-1].gap.startswith(")") and behind[-2].kind == "year"


def _is_alone(details: Details, name: tuple[str, str], own: Sequence[Work]) -> bool:
    """Whether the works of a name are all of its works that the text cites."""
    years = {work.year for work in own}
    places = details.places[name]
    if len(places) > _OFTEN or len(own) > _FEW:
        return False
    following = (details.segments[one.segment][one.at : one.at + _CITED] for one in places)
    return all(each.value in years for behind in following for each in behind if _is_cited(each, behind))


def _is_cited(one: Detail, behind: Sequence[Detail]) -> bool:
    """Whether it is the year of a work: `Lindqvist 2018`, `(Lund, 2018)`, and not that of `the notes of 1921`."""
    return one.kind == "year" and (one.gap != " " or one.at == behind[0].at + 1)
