"""Short mentions by a noun and a year, `the survey of 2019`, of what the text tells in full with another year.

What is called so was told of before. Where all else that is called by the noun is of one other year, a slip away, that
is meant: `the Seabed Act of 14 November 2014`, where it is `the Seabed Act
of 2012` in the end.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import takewhile
from typing import TYPE_CHECKING

from juslint.details.rarity import stem
from juslint.details.tokens import TIMES, year_of
from juslint.details.words import YEARLY
from juslint.details.years.forms import WORKS, is_bracketed
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Set

    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_OWNERS = frozenset({"the", "his", "her", "its", "their", "this", "that"})
_AGAIN = frozenset({"report", "survey", "edition", "budget", "yearbook"})  # what comes again, and may be called so
_YEARLY = YEARLY | frozenset("biennial quarterly monthly periodic regular statistical".split())  # noqa: SIM905
_FEW = 5  # segments that say the noun
_NEAR = 10  # details between the noun and the year with which it is told in full
_TIGHT = 2  # details behind a name within which its own year stands
_NAMES = 4  # details between `the` and the noun


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each short mention with the year of the full one."""
    for one in (*details.of("year"), *details.of("month")):
        noun = _noun(details.segments[one.segment], one)
        rival = (_of_this(details, one, noun) or _rival(details, one, noun)) if noun is not None else None
        if rival is not None:
            yield year_of(one), year_of(rival)


def _noun(segment: Sequence[Detail], one: Detail) -> Detail | None:
    """The noun of a work that is the one of a year: `the survey of 2019`, `his 2019 survey`."""
    before = segment[max(0, one.at - 2) : one.at]
    if len(before) > 1 and before[1].value == "of" and before[0].value in WORKS and one.gap == " ":
        front = segment[max(0, before[0].at - _NAMES) : before[0].at]
        return before[0] if any(each.value in _OWNERS for each in front) else None
    behind = segment[one.at + 1 : one.at + 2]
    owned = before and before[-1].value in _OWNERS and behind and behind[0].gap == " "
    return behind[0] if owned and behind[0].value in WORKS else None


def _of_this(details: Details, one: Detail, noun: Detail) -> Detail | None:
    """The year that a work was given right before in the paragraph: `a report (1984); this report of 1982`."""
    segment = details.segments[one.segment]
    if not noun.at or segment[noun.at - 1].value != "this" or one.at < noun.at:
        return None
    told = list(segment[: noun.at])
    if one.segment and details.paragraphs[one.segment - 1] == details.paragraphs[one.segment]:
        told = [*details.segments[one.segment - 1], *told]
    last = max((number for number, each in enumerate(told) if each.value == noun.value), default=len(told))
    times = [each for each in told[last:] if each.kind in TIMES and each.value[:1] != "-"]
    return times[0] if len(times) == 1 and _is_slip(times[0].value[:4], one.value[:4]) else None


def _rival(details: Details, one: Detail, noun: Detail) -> Detail | None:
    """The one other year with which a noun is told, and the words before it, where that is a slip away."""
    own = details.segments[one.segment]
    owner = next((each.at for each in reversed(own[: noun.at]) if each.value in _OWNERS), noun.at)
    called = [stem(each) for each in own[owner + 1 : noun.at] if each is not one and each.kind != "year"]
    places = [place for place in details.saying((noun.value,)) if place.segment != one.segment]
    times = _by_name(details, places, called) if called else {}
    if not times and len({place.segment for place in places}) < _FEW:
        times = _by_noun(details, places, {*called})
    if len(times) != 1:
        return None
    ((year, found),) = times.items()
    together = any(details.are_told_together(one, each) for each in found) or any(
        each.value[:4] == year for each in own
    )
    if together or not _is_slip(year, one.value[:4]):
        return None
    return next((each for each in found if _is_full(details, each, noun, one)), None)


def _is_full(details: Details, each: Detail, noun: Detail, one: Detail) -> bool:
    """Whether another year is told in a fuller form, with its day or imprint; nothing that comes every year is."""
    segment = details.segments[each.segment]
    if any(word.value in _YEARLY for told in (segment, details.segments[one.segment]) for word in told):
        return False
    bracketed = is_bracketed(segment, each)
    beside = any(word.value == noun.value for word in segment[max(0, each.at - 2) : each.at + 2])
    return bracketed or (noun.value not in _AGAIN and (each.kind != one.kind or not beside))


def _by_name(details: Details, places: Sequence[Detail], called: Sequence[str]) -> dict[str, list[Detail]]:
    """The times by year that stand right beside the same words: `the Seabed Act of 14 November 2014`."""
    found: dict[str, list[Detail]] = defaultdict(list)
    for place in places:
        segment = details.segments[place.segment]
        start = max(0, place.at - len(called))
        if [stem(each) for each in segment[start : place.at]] == called:
            near = (*segment[max(0, start - 1) : start], *segment[place.at + 1 : place.at + 1 + _TIGHT])
            _gather(found, near)
    return found


def _by_noun(details: Details, places: Sequence[Detail], called: Set[str]) -> dict[str, list[Detail]]:
    """The times by year around a noun, up to another of its sort, where the words are said too."""
    found: dict[str, list[Detail]] = defaultdict(list)
    for place in places:
        segment = details.segments[place.segment]
        if called <= {stem(each) for each in segment}:
            for near in (reversed(segment[max(0, place.at - _NEAR) : place.at]), segment[place.at + 1 :][:_NEAR]):
                _gather(found, takewhile(lambda each: each.value not in WORKS, near))
    return found


def _gather(times: dict[str, list[Detail]], near: Iterable[Detail]) -> None:
    for each in near:
        if each.kind in TIMES and each.value[:1] != "-":
            times[each.value[:4]].append(each)


def _is_slip(one: str, other: str) -> bool:
    near = abs(int(one) - int(other)) == 1
    return one != other and (near or likeness.like_numbers(one, other))
