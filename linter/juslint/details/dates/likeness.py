"""What two dates themselves, and what is numbered or named beside them, say of their being one.

Two days of a month of which the text has no others are one sooner than two of its many; so are those of one session,
of one symbol; and where the day of the week beside one is that of the other.
"""

from __future__ import annotations

import math
import re
from datetime import date
from itertools import count
from typing import TYPE_CHECKING

from juslint.details.rarity import stem, tells

if TYPE_CHECKING:
    from juslint.details.pairs import Pair
    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_NUMBERED = frozenset("session meeting sitting hearing".split())  # noqa: SIM905
_ORDINAL = re.compile(r"(?:[a-z]+[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[a-z]+th)")
_BEFORE, _BEHIND = 9, 22  # details before a date in which a session is named, and behind it in which a symbol is
_TITLE = 3  # details before a date in a line of the title
_SENTENCE = 8  # details around both days that are the same where one sentence stands twice
_SOME, _MUCH = 0.5, 2.0  # weight of the same words on one side, and most that they say
_YEARS = 2  # of a day that does not come again and again
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def are_turned(one: str, other: str) -> bool:
    """Whether the day of one is the month of the other: `5 April`, `4 May`."""
    return one[:5] == other[:5] and one[5:7] == other[8:] != one[8:] == other[5:7]


def is_swapped(pair: Pair) -> bool:
    """Whether digits of one part are swapped, `12 July`, `21 July`, or day and month; months are in words mostly."""
    if are_turned(pair.odd.value, pair.rival.value):
        return True
    at, one, other = _differing(pair)
    return at != 1 and sorted(one) == sorted(other)


def has_digit_more(pair: Pair) -> bool:
    """Whether one day has a digit more: `6 May`, `16 May`."""
    at, one, other = _differing(pair)
    one, other = one.lstrip("0"), other.lstrip("0")
    return at > 1 and len(one) != len(other) and (one in other or other in one)


def _differing(pair: Pair) -> tuple[int, str, str]:
    """The first part that is another one, and its number: 0 of the year."""
    parts = zip(count(), pair.odd.value.split("-"), pair.rival.value.split("-"), strict=False)
    return next((at, one, other) for at, one, other in parts if one != other)


def alone(pair: Pair) -> float:
    """How few other days the text has that differ from both as they do from each other."""
    one, other = (value.split("-") for value in (pair.odd.value, pair.rival.value))
    at = next(at for at, (left, right) in enumerate(zip(one, other, strict=True)) if left != right)
    like = pair.details.days_by_part[at, *one[:at], *one[at + 1 :]]
    return 1 / max(1, len(like) - 1)


def days_of_month(pair: Pair) -> float:
    """How many days the text has of the month of the one and of that of the other."""
    days = pair.details.days_by_month
    return math.log(max(1, sum(days[month] for month in {pair.odd.value[:7], pair.rival.value[:7]}) - 1))


def said_again(pair: Pair) -> float:
    """In how many segments the other one is said."""
    return math.log(len({one.segment for one in pair.details.places[pair.rival.key]}))


def comes_often(pair: Pair) -> bool:
    """Whether the text has the day of more than two years, `4 June`, and they differ in the year."""
    at, *_ = _differing(pair)
    return at == 0 and len(pair.details.days_by_part.get((0, *pair.odd.value.split("-")[1:]), ())) > _YEARS


def weekday(pair: Pair) -> int:
    """1 where the day of the week beside one is that of the other, `Monday, 19 June 2020`; -1 where both have own."""
    told = [segment[one.at - 1].value if one.at else "" for segment, one in pair.sides]
    days = [_WEEK[day.weekday()] if (day := day_of(one.value)) else "none" for _, one in pair.sides]
    if days[0] == days[1]:
        return 0
    own = [said == day for said, day in zip(told, days, strict=True)]
    turned = any(said == day for said, day in zip(told, reversed(days), strict=True))
    return -1 if all(own) else int(turned and not any(own))


def day_of(value: str) -> date | None:
    """The day, if there is one: `29 February` of a text may be told of a year without it."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def word_for_word(pair: Pair) -> float:
    """How much the same long words before and behind two days of one month say: one sentence that stands twice.

    What comes again and again is told in the same words too, but of other months or years, or on one side alone.
    """
    before, behind = pair.before, pair.behind
    if len(before) + len(behind) < _SENTENCE or pair.odd.value[:7] != pair.rival.value[:7]:
        return 0.0
    weight = pair.details.rarity.weight
    told = [sum(map(weight, sorted({stem(one) for one in side if tells(one)}))) for side in (before, behind)]
    return min(_MUCH, told[0]) if told[0] >= _SOME and (told[1] >= _SOME or len(before) >= _SENTENCE) else 0.0


def sitting(details: Details, date: Detail) -> tuple[str, str] | None:
    """The session or meeting of a date, the nearest before it: `at its sixty-first session, on`.

    In the title of a document it may stand in the line above: `Sixty-first session`, and below `Geneva, 11 June 2015`.
    """
    segment, at = details.segments[date.segment], date.at
    above = details.segments[date.segment - 1] if date.segment and at < _TITLE else []
    if above and above[-1].said.lower() in _NUMBERED:
        segment, at = above, len(above)
    for number in range(at - 1, max(0, at - _BEFORE), -1):
        if segment[number].kind == "date":
            return None
        if segment[number].said.lower() in _NUMBERED:  # of several meetings each may be meant
            for one in reversed(segment[max(0, number - 3) : number]):  # eighth plenary meeting
                if one.kind == "ordinal" or _ORDINAL.fullmatch(one.value):
                    return one.value, segment[number].value
            return None
    return None


def of_one_symbol(pair: Pair) -> float:
    """1 where the same symbol is the next one behind both dates, with no date between; -1 where they are two."""
    one, other = _symbol(pair.left, pair.odd.at), _symbol(pair.right, pair.rival.at)
    if one is None or other is None:
        return 0.0
    return 1.0 if one == other else -1.0


def _symbol(segment: list[Detail], at: int) -> str | None:
    for one in segment[at + 1 : at + _BEHIND]:
        if one.kind == "date":
            return None
        if one.kind == "code" and "/" in one.value:
            return one.value
    return None


def first_day(segment: list[Detail], at: int) -> Detail | None:
    """The first of some days: `25 to 26 February`."""
    before = segment[max(0, at - 2) : at]
    if len(before) > 1 and before[1].value in {"to", "and"}:
        before.pop()
    elif segment[at].gap not in {"-", "\u2013"}:
        return None
    return before[-1] if before and before[-1].kind == "number" and len(before[-1].value) < 3 else None


def days_by_part(details: Details) -> dict[tuple[object, ...], set[str]]:
    """The days and months by all their parts but one, with the number of that part in front."""
    days: dict[tuple[object, ...], set[str]] = {}
    for kind, value in details.places:
        if kind in {"date", "month"}:
            parts = value.split("-")
            for at in range(len(parts)):
                days.setdefault((at, *parts[:at], *parts[at + 1 :]), set()).add(value)
    return days
