"""The pairs of pages of a text that differ by a slip, and what any two of its pages have in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from itertools import combinations, islice, takewhile
from typing import TYPE_CHECKING, NamedTuple

from juslint.details.pages.scopes import sources
from juslint.details.pages.slips import Slip, alike, difference
from juslint.details.pairs import Pair
from juslint.details.rarity import stem, tells

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from juslint.details.pages.places import PagePlace
    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_MOST, _LIKE, _FEW = 2_000, 6_000, 600  # pages of a text, and pairs of them that differ by a slip, and are weighed
LEAST, _SAID = 0.4, 0.8  # weight of what names the source of both, or of all words around both
_NAMED = 1.0  # weight of what names one source
_MOST_SAME = 8  # places of one page that are looked at
_WHOLE = 8  # pages of a run that is more than a passage
_RIVALS = 60  # pages with which another one is compared
_EARLIER = 2  # sentences before that of a page
_BEYOND = 0.5  # weight of what names the source besides names that may be of the thing itself


class Twin(NamedTuple):
    """Two pages that differ by a slip, the later first."""

    one: PagePlace
    other: PagePlace
    slip: Slip


class Twins:
    """The pairs of pages of one text that differ by a slip, and what its pages have in common."""

    def __init__(self, details: Details) -> None:
        self.details = details
        self._beside: dict[int, set[tuple[int, int | None]]] = defaultdict(set)  # by paragraph
        for one in details.pages:
            self._beside[details.paragraphs[one.detail.segment]].add(_value(one))
        self._often = Counter(map(_value, details.pages))
        self._windows: dict[int, dict[str, str]] = {}
        self._runs_of: dict[int, list[PagePlace]] = {}
        self._ranked: dict[int, list[tuple[float, PagePlace]]] = {}

    @cached_property
    def told_twice(self) -> float:
        """Which part of the pages of lists and notes the text names elsewhere too, of the same source."""
        details, scopes = self.details, self.details.page_scopes
        same: dict[tuple[int, int | None], list[PagePlace]] = defaultdict(list)
        for one in details.pages:
            same[_value(one)].append(one)
        listed = [
            one for one in details.pages if scopes.is_entry(one.detail.segment) or details.in_note[one.detail.segment]
        ]
        again = sum(
            any(
                details.paragraphs[each.detail.segment] != details.paragraphs[one.detail.segment]
                and self.named(one, each) >= LEAST
                for each in same[_value(one)][:_MOST_SAME]
            )
            for one in listed
        )
        return again / max(1, len(listed) - 1)

    def pairs(self) -> Iterator[Twin]:
        """Those that have anything in common, and of which no paragraph names both."""
        if 1 < len(self.details.pages) <= _MOST:
            found = (both for both in islice(alike(self.details.pages), _LIKE) if self._may_be_one(*both))
            for one, other in islice(found, _FEW):
                slip = difference(one, other)
                if slip is not None:
                    yield Twin(one, other, slip)

    def unlike(self, drawn: Callable[[PagePlace], Slip]) -> Iterator[Twin]:
        """Pairs of other pages, as if they differed by a slip: examples from which the points are learnt."""
        for one, other in combinations(self.details.pages[:_RIVALS], 2):
            same = (one.last is None) == (other.last is None) and _value(one) != _value(other)
            if same and not difference(one, other) and self._may_be_one(other, one):
                yield Twin(other, one, drawn(one))

    def _may_be_one(self, one: PagePlace, other: PagePlace) -> bool:
        details, first, last = self.details, one.detail, other.detail
        if _is_backward(one) or _is_backward(other):
            return False
        if first.segment == last.segment or self._names(one, other) or self._names(other, one):
            return False
        if details.are_told_together(first, last):
            return False
        if self.named(one, other) >= LEAST or Pair(details, first, last).linked:
            return True
        return details.surroundings.shared(first, last) >= _SAID

    def _names(self, one: PagePlace, other: PagePlace) -> bool:
        """Whether the paragraph of a page names the other one too."""
        return _value(other) in self._beside[self.details.paragraphs[one.detail.segment]]

    def named(self, one: PagePlace, other: PagePlace) -> float:
        """The weight of what names the sources of both, and does not stand in the note alone that one calls."""
        shared = self.details.page_scopes.shared
        return min(shared(one, other), shared(other, one))

    def are_named_otherwise(self, one: PagePlace, other: PagePlace) -> bool:
        """Whether names stand before both pages in their sentences, and none before both."""
        ours, theirs = (
            {
                said
                for each in self.details.segments[side.detail.segment][: side.detail.at]
                if each.kind == "name"
                for said in sources(each)
            }
            for side in (one, other)
        )
        return bool(ours and theirs) and not ours & theirs

    def lead(self, one: PagePlace, other: PagePlace) -> float:
        """How much more names the sources of both than those of one and any third page."""
        values = {_value(one), _value(other)}
        found = (
            weight for weight, each in self._rank(one) if _value(each) not in values and not _has(each, one, other)
        )
        best = next(found, 0.0)
        return self.named(one, other) - best

    def others(self, one: PagePlace, other: PagePlace) -> int:
        """How many further pages the text seems to have of their source."""
        found = {
            _value(each)
            for side in (one, other)
            for weight, each in self._rank(side)
            if weight >= _NAMED and not _has(each, one, other)
        }
        return len(found - {_value(one), _value(other)})

    def is_alone(self, one: PagePlace) -> bool:
        """Whether the text names a page but once."""
        return self._often[_value(one)] == 1

    def again(self, one: PagePlace, other: PagePlace) -> int:
        """In how many further places the first page is named of the source of the other."""
        found = (each for weight, each in self._rank(other) if weight >= LEAST and _value(each) == _value(one))
        return sum(each is not one for each in found)

    def runs_with(self, one: PagePlace) -> list[PagePlace]:
        """The runs of pages of its source, longer than a passage, that a page lies within and does not begin."""
        return [run for run in self._runs(one) if run.first < one.first <= (run.last or 0)]

    def share_run(self, one: PagePlace, other: PagePlace) -> bool:
        """Whether a run that has just one of two pages is of the source of both."""
        starts = {run.detail.start for run in self._runs(other)}
        return any(
            run.detail.start in starts and not (_holds(run, one) and _holds(run, other)) for run in self._runs(one)
        )

    def _runs(self, one: PagePlace) -> list[PagePlace]:
        """The runs of pages, longer than a passage, that may be all pages of its source."""
        start = one.detail.start
        if start not in self._runs_of:
            runs = (each for each in self.details.pages[:_RIVALS] if (each.last or 0) - each.first >= _WHOLE)
            self._runs_of[start] = [run for run in runs if run is not one and self.named(one, run) >= LEAST]
        return self._runs_of[start]

    def other_pages(self, one: PagePlace, other: PagePlace) -> int:
        """How many further pages the paragraphs of both name, all pages of their work aside."""
        ours, theirs = (self._beside[self.details.paragraphs[each.detail.segment]] for each in (one, other))
        return sum(
            not any(first <= each.first <= (last or 0) for each in (one, other)) for first, last in ours & theirs
        )

    def rarely_said(self, one: PagePlace, other: PagePlace) -> tuple[int, int]:
        """How many things are said around both and in no other paragraph, and in one other.

        What stands right before both in the same words says nothing: so a work is cited again. Nor do names alone,
        which may be those of the work, where no others are.
        """
        before = (self.details.segments[each.detail.segment][: each.detail.at][::-1] for each in (one, other))
        same = takewhile(lambda both: both[0].key == both[1].key, zip(*before, strict=False))
        ours, theirs = self._window(one), self._window(other)
        both = (ours.keys() & theirs.keys()) - {stem(said) for said, _ in same}
        rare, known = ([said for said in both if len(self._paragraphs[said]) == many] for many in (2, 3))
        names = [said for said in rare if ours[said] == theirs[said] == "name"]
        scopes = self.details.page_scopes
        beyond = scopes.shared(one, other) - sum(map(scopes.weight, sorted(names)))
        told = len(rare) > len(names) or beyond >= _BEYOND
        return (len(rare) if told else 0), len(known)

    @cached_property
    def _paragraphs(self) -> dict[str, set[int]]:
        """By what is said: the paragraphs that say it."""
        found: dict[str, set[int]] = defaultdict(set)
        for segment, paragraph in zip(self.details.segments, self.details.paragraphs, strict=True):
            for each in segment:
                if _says(each):
                    found[stem(each)].add(paragraph)
        return found

    def _rank(self, one: PagePlace) -> list[tuple[float, PagePlace]]:
        """What other pages name their source by the same names, those of most of these first."""
        start = one.detail.start
        if start not in self._ranked:
            paragraphs = self.details.paragraphs
            others = (
                each
                for each in self.details.pages[:_RIVALS]
                if paragraphs[each.detail.segment] != paragraphs[one.detail.segment]
            )
            ranked = sorted(((self.named(one, each), each.detail.start, each) for each in others), reverse=True)
            self._ranked[start] = [(weight, each) for weight, _, each in ranked]
        return self._ranked[start]

    def _window(self, place: PagePlace) -> dict[str, str]:
        """What is said around a page, with its kind: in its entry, or in its sentence and those before it.

        Of a page that is not alone in its paragraph, only what is said beside it, nearer to it than to another one.
        """
        start, own = place.detail.start, place.detail.segment
        if start not in self._windows:
            details = self.details
            paragraph, is_entry = details.paragraphs[own], details.page_scopes.is_entry(own)
            all_of_it = len(details.segments)
            near = details.near(place.detail, all_of_it if is_entry else _EARLIER, all_of_it if is_entry else 0)
            said = (one for segment in near for one in segment)
            found = {stem(one): one.kind for one in said if _says(one) and one.start != start}
            if sum(last is None for _, last in self._beside[paragraph]) > 1:
                beside = details.page_scopes.of(place).beside
                found = {one: kind for one, kind in found.items() if one in beside}
            self._windows[start] = found
        return self._windows[start]


def _says(one: Detail) -> bool:
    return tells(one) or one.kind == "date"


def _value(one: PagePlace) -> tuple[int, int | None]:
    return one.first, one.last


def _has(run: PagePlace, one: PagePlace, other: PagePlace) -> bool:
    """Whether a run has one of two pages, as all pages of their work have."""
    return _holds(run, one) or _holds(run, other)


def _holds(run: PagePlace, one: PagePlace) -> bool:
    return run.first <= one.first <= (one.last or one.first) <= (run.last or 0)


def _is_backward(one: PagePlace) -> bool:
    """Whether a run goes backward: of `pp. 241–216` the rule on these speaks."""
    return one.last is not None and one.last < one.first and "to" not in one.detail.said.split()
