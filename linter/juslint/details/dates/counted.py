"""Days that a text counts from each other: `the following day`, `two days later`, `three months before`.

Where two of its days are as far from each other, and one of them stands beside such words, they are two. Where the one
is not as far from the days beside it as the words say, and the other would be, the one is rather a slip.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from juslint.details.pairs import Pair
    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_PLACES = 6  # of a day that are looked at
_BEFORE, _BEHIND = 20, 40  # details around a day in which others are counted from it
_UNITS = {
    "day": (2, 1),
    "days": (2, 1),
    "night": (2, 1),
    "morning": (2, 1),
    "week": (2, 7),
    "fortnight": (2, 14),
    "month": (1, 1),
    "year": (0, 1),
}
_NEXT = frozenset("following next preceding previous succeeding".split())  # noqa: SIM905
_WAYS = frozenset("after before later earlier".split())  # noqa: SIM905
_PERIODS = frozenset({"within", "period", "term"})
_PERIOD = 7  # details from there to the unit
NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            *("a an the one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
            *("twelve", "thirteen", "fourteen", "fifteen"),
        ),
        1,
    )
    for word in words.split()
}
_PARTS = 3  # of a day
_LONG = {"day": 1.0, "days": 1.0, "night": 1, "morning": 1, "week": 7, "fortnight": 14, "month": 30.44, "year": 365.25}
_ROUGH = {1.0: 0, 7: 3, 14: 3, 30.44: 16, 365.25: 183}  # days by which what is counted so may be longer or shorter
_NEAR, _BESIDE, _SEGMENTS = 9, 3, 2  # details around a day, and days and segments, from which it is counted


def are_days_apart(pair: Pair) -> bool:
    """Whether words beside a place of either say how many days another is off, and the two are so many days apart."""
    return _distance(pair.odd.value, pair.rival.value)[0] == _PARTS - 1 and are_counted(pair)


def are_counted(pair: Pair) -> bool:
    """Whether words beside a place of either say how far another day is, and the two are so far from each other."""
    far = _distance(pair.odd.value, pair.rival.value)
    details = pair.details
    return any(
        far in set(_told(details, place))
        for one in (pair.odd, pair.rival)
        for place in details.places[one.key][:_PLACES]
    )


def _distance(one: str, other: str) -> tuple[int, int]:
    """Which part of two days differs first, and by how much."""
    ours, theirs = ([int(part) for part in value.split("-")] for value in (one, other))
    at = next(at for at, (left, right) in enumerate(zip(ours, theirs, strict=True)) if left != right)
    return at, abs(ours[at] - theirs[at])


def _told(details: Details, one: Detail) -> Iterator[tuple[int, int]]:
    """What is counted around a place: in its segment, and in the next one of its paragraph."""
    segment = details.segments[one.segment]
    around = segment[max(0, one.at - _BEFORE) : one.at + _BEHIND]
    following = one.segment + 1
    if following < len(details.segments) and details.paragraphs[following] == details.paragraphs[one.segment]:
        around = around + details.segments[following][:_BEHIND]
    for at, unit in enumerate(around):
        if unit.value not in _UNITS:
            continue
        part, size = _UNITS[unit.value]
        before = around[at - 1].value if at else ""
        behind = around[at + 1].value if at + 1 < len(around) else ""
        if before in _NEXT:
            yield part, size
        elif behind in _WAYS or _is_period(around, at):
            yield part, size * (NUMBERS.get(before, 0) or int(before if before.isdecimal() else 0))


def _is_period(around: list[Detail], at: int) -> bool:
    """Whether a unit ends a period: `within six months`, `a period of no more than six months`."""
    return any(one.value in _PERIODS for one in around[max(0, at - _PERIOD) : max(0, at - 1)])


def fits(pair: Pair) -> int:
    """1 where words beside a day count it from one near by as only the other would be; -1 where it is as they say."""
    found = 0
    for one, other in ((pair.odd, pair.rival), (pair.rival, pair.odd)):
        told = list(_counts(pair.details.segments[one.segment], one.at))
        near = [
            each
            for each in (pair.details.regions.beside(one, _BESIDE) if told else ())
            if each.kind == "date" and abs(each.segment - one.segment) <= _SEGMENTS
        ]
        others = {each.value for each in near} - {one.value, other.value}
        own, would = (
            any(abs(far - number) <= rough for far in _days(value, others) for number, rough in told)
            for value in (one.value, other.value)
        )
        found += would - own
    return max(-1, min(1, found))


def _counts(segment: list[Detail], at: int) -> Iterator[tuple[float, int]]:
    """The distances counted near a day, in days, and by how much they may be other ones."""
    for place in range(max(0, at - _NEAR), min(len(segment), at + _NEAR + 1)):
        long = _LONG.get(segment[place].value)
        if long is None:
            continue
        first, count = (segment[place - back].value if place >= back else "" for back in (2, 1))
        way = segment[place + 1].value if place + 1 < len(segment) else ""
        number = NUMBERS.get(count, 0) or (int(count) if count.isdecimal() else 0)
        if count in _NEXT:
            yield long, _ROUGH[long]
        elif number and (way in _WAYS or way == "ago" or first in {"within", "after"}):
            yield long * number, _ROUGH[long]


def _days(value: str, others: Iterable[str]) -> list[int]:
    """How far a day is from others."""
    try:
        return [abs((date.fromisoformat(value) - date.fromisoformat(each)).days) for each in others]
    except ValueError:  # 29 February of a guessed year
        return []
