"""Judgments of one day, told with another year: `the judgment of 13 February 2021`, where the case is of that of 2020.

That two courts decide on one day of two years is rare. One place cites a case, the other speaks of a court or of a
judgment and names no case, or the same.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.details.tokens import year_of
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_BEFORE, _BEHIND, _NAME = 7, 4, 16  # details around a day that tell of a court, and before it that name a case
_COURTS = frozenset(  # who decides, and what
    """court courts tribunal chamber judgment judgement ruling decision held ruled cass appeals""".split()  # noqa: SIM905
)
_OTHER = frozenset(  # what else happens before a court
    """letter application filed lodged heard hearing request order interview arrested resolution resolutions act law
    decree""".split()  # noqa: SIM905
)


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each odd day with the other; of two that stand as often, the later."""
    days: dict[str, dict[str, list[Detail]]] = defaultdict(lambda: defaultdict(list))
    for one in details.of("date"):
        days[one.value[4:]][one.value[:4]].append(one)
    for years in days.values():
        if len(years) == 2:
            (early, ones), (late, others) = sorted(years.items())
            near = int(late) - int(early) == 1 or likeness.like_numbers(early, late)
            if near and min(len(ones), len(others)) == 1:
                yield from _odd(details, ones, others)


def _odd(details: Details, ones: list[Detail], others: list[Detail]) -> Iterator[tuple[Detail, Detail]]:
    places = sorted((*ones, *others), key=lambda one: one.start)
    last = places[-1].value
    odd = ones if len(ones) < len(others) or (len(ones) == len(others) and ones[0].value == last) else others
    rivals = others if odd is ones else ones
    for rival in rivals:
        if not details.are_told_together(odd[0], rival) and _is_one(details, odd[0], rival):
            yield year_of(odd[0]), year_of(rival)
            return


def _is_one(details: Details, one: Detail, other: Detail) -> bool:
    """Whether a case is cited with the one day, and both are of what a court decides."""
    cases = [_case(details, each) for each in (one, other)]
    if not any(cases) or (all(cases) and not cases[0] & cases[1]):
        return False
    return all(case or _is_decided(details, each) for case, each in zip(cases, (one, other), strict=True))


def _case(details: Details, day: Detail) -> frozenset[str]:
    """The names beside the `v` of the case that is cited with a day; none where none is."""
    segment = details.segments[day.segment]
    near = segment[max(0, day.at - _NAME) : day.at + _BEHIND * 3]
    marks = [one for one in near if one.value == "v"]
    if len(marks) != 1 or not _is_sole(details, day):
        return frozenset()
    around = segment[max(0, marks[0].at - 3) : marks[0].at + 4]
    return frozenset(one.value for one in around if one.kind == "name")


def _is_sole(details: Details, day: Detail) -> bool:
    """Whether a day is the only one of its citation, and of nothing else that happens in a case."""
    segment = details.segments[day.segment]
    near = segment[max(0, day.at - _NAME) : day.at + _NAME]
    times = {one.value for one in near if one.kind == "date"}
    return len(times) == 1 and not any(one.value in _OTHER for one in segment[max(0, day.at - _BEFORE) : day.at])


def _is_decided(details: Details, day: Detail) -> bool:
    """Whether it is said that a court decided on a day: `the judgment of`, `On that day the General Court annulled`."""
    segment = details.segments[day.segment]
    near = segment[max(0, day.at - _BEFORE) : day.at + 1 + _BEHIND]
    other = any(one.value in _OTHER for one in near)
    return not other and any(one.value in _COURTS for one in near)
