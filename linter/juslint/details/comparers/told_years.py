"""Years that are given to one thing in two places, and differ: `(EJF 2005)`, where the list has `EJF. 2006.`

Each year is compared with those that share a rare word with it. Two are taken for one where enough speaks for it, where
the odd one stands nowhere else with the same thing, and where no third year is tied to either nearly as well: of an
author with works of several years, or of a report that comes every year, either year is right.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.details.tokens import year_of
from juslint.details.years.signs import points
from juslint.details.years.told import told
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from juslint.details.text import Details
    from juslint.details.tokens import Detail
    from juslint.details.years.told import Told

_RARE = 12  # years that a word stands with
_SURE = 1.5  # points from which on two are one
_CERTAIN = 4.0  # from which on their years may be two apart
_SAME, _THIRD = 0.4, 0.7  # of these points: what ties a year to the same one elsewhere, and to a third
_MATE = 0.7  # of these points: what ties the usual year to the same one elsewhere
_DAY = 3  # signs of a month, `-05`
_YEARS = 2  # in which a day comes that does not come every year


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each odd year with another; of two that stand as often, the later."""
    if details.is_english:
        for odd, rival, _ in ties(details):
            whole = odd.when.kind == rival.when.kind
            yield (odd.when, rival.when) if whole else (year_of(odd.when), year_of(rival.when))


def ties(details: Details, least: float = _SURE) -> Iterator[tuple[Told, Told, float]]:
    """The same, with the points of each."""
    places = list(told(details))
    tied = _tied(details, places)
    days: dict[str, set[str]] = defaultdict(set)
    for one in places:
        days[one.day].add(one.year)
    for number, found in tied.items():
        for earlier, score in found.items():
            both = places[number], places[earlier]
            if earlier > number or score < least or not _may_be_one(details, *both, days, sure=score >= _CERTAIN):
                continue
            years = {one.year for one in both}
            same = [_best(places, tied[at], {places[at].year}) for at in (number, earlier)]
            third = max(_best(places, tied[at], years, others=True) for at in (number, earlier))
            odd = [best < _SAME * score and not one.own for best, one in zip(same, both, strict=True)]
            if third >= _THIRD * score or not any(odd):
                continue
            at, rival = (number, earlier) if odd[0] else (earlier, number)
            volume = not both[0].numbers.isdisjoint(both[1].numbers)
            if volume or not any(
                _is_of_another(details, places, tied, at, mate) for mate in _mates(places, tied, rival, score)
            ):
                yield places[at], places[rival], score


def _tied(details: Details, places: Sequence[Told]) -> dict[int, dict[int, float]]:
    """By the number of each place: the others that share something with it, and their points."""
    saying: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(places):
        for said in one.words:
            saying[said].append(number)
    tied: dict[int, dict[int, float]] = defaultdict(dict)
    for number, one in enumerate(places):
        near = {at for said in one.words if len(saying[said]) <= _RARE for at in saying[said]}
        for other in sorted(at for at in near if at > number):
            score = points(details, one, places[other])
            if score > 0:
                tied[number][other] = tied[other][number] = score
    return tied


def _best(places: Sequence[Told], tied: Mapping[int, float], years: set[str], *, others: bool = False) -> float:
    """The most points that tie a place to one of some years, or to one of no such year."""
    return max((score for at, score in tied.items() if (places[at].year in years) != others), default=0.0)


def _mates(places: Sequence[Told], tied: Mapping[int, Mapping[int, float]], one: int, score: float) -> Iterator[int]:
    """The places where the same year is surely of the same thing."""
    for other, points_ in tied[one].items():
        apart = places[other].when.segment != places[one].when.segment
        if points_ >= _MATE * score and places[other].year == places[one].year and apart:
            yield other


def _is_of_another(
    details: Details, places: Sequence[Told], tied: Mapping[int, Mapping[int, float]], odd: int, mate: int
) -> bool:
    """Whether a year, where the same thing is told of as at another, is nothing of a third: `(Tembo 2012)`, in whose
    list the works of 2012 and of 2013 are two.
    """
    return mate not in tied[odd] or details.are_told_together(places[odd].when, places[mate].when)


def _may_be_one(details: Details, one: Told, other: Told, days: Mapping[str, set[str]], *, sure: bool) -> bool:
    """Whether both years are given, and one can be a slip of the other; a day may stand without a word for that."""
    if one.year == other.year or None in {one.form, other.form}:
        return False
    on_a_day = len(one.day) > _DAY and one.day == other.day
    if not (one.form and other.form) and not (on_a_day and (one.form or other.form)):
        return False
    if on_a_day and len(days[one.day]) > _YEARS:
        return False
    if _are_beside(details, one, other):
        return False
    near = abs(int(one.year) - int(other.year)) <= 1 + sure
    return (near or likeness.like_numbers(one.year, other.year)) and not details.are_told_together(one.when, other.when)


def _are_beside(details: Details, one: Told, other: Told) -> bool:
    """Whether two are entries of one list, or whole paragraphs beside each other."""
    first, last = sorted((one.when.segment, other.when.segment))
    regions, paragraphs = details.regions.of, details.paragraphs
    if one.listed and other.listed and regions[first] == regions[last] > 0:
        return True
    around = paragraphs[max(0, first - 1) : first] + paragraphs[last + 1 : last + 2]
    whole = paragraphs[first] not in around and paragraphs[last] not in around
    return last - first == 1 and whole and not details.in_note[first]
