"""Days that the text counts from another day, and not rightly: `on 26 April 2016, the day after the Brussels order`.

The other day is the one told right before, `Two days later, on 6 May`, or the one that stands beside the same words
elsewhere, `the order of 19 April 2016`. Where no day of the text is as far as the words say, and one of the two would
be with another day, month or year such as a slip leaves, one of them is wrong.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from juslint.details.dates import ties as date_ties
from juslint.details.dates.counted import NUMBERS
from juslint.details.dates.likeness import day_of
from juslint.details.dates.named_days import has_year
from juslint.details.rarity import stem, tells

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_DAYS = ("day", "days")
_LATER = {"later": 1, "after": 1, "earlier": -1, "before": -1}
_NEXT = frozenset({"following", "next"})
_BESIDE = frozenset("on of that is was exactly just only precisely the this".split())  # noqa: SIM905 - beside a day
_ROUND = frozenset(  # before a number that is none to be reckoned with
    "within than about some almost nearly over least barely hardly around roughly under more less few every".split()  # noqa: SIM905
)
_WINDOW = 8  # details around a day in which another is counted from it
_NAMED, _NEAR = 6, 10  # details that name from what is counted, and around the day of it
_LEAST = 0.1  # weight of a word that names
_MOST = 400  # days of a text that are looked at


class Counted(NamedTuple):
    """A day, the one from which the text counts it, how many days later it is by the words, and what the first were."""

    day: Detail
    origin: Detail
    later: int
    right: date


class _Words(NamedTuple):
    """How many days later than another one a day is said to be, and where the words for the other one begin, if any."""

    later: int
    named: int | None


def wrong(details: Details) -> Iterator[Counted]:
    """The days that are counted wrongly; none where a text has more days than can each be compared with all."""
    order = [one for one in details.of("date") if day_of(one.value) is not None]
    if len(order) > _MOST:
        return
    days = {one.value: day for one in order if (day := day_of(one.value)) is not None}
    for number, one in enumerate(order):
        if not has_year(one):
            continue
        for words in _words(details.segments[one.segment], one.at):
            far = timedelta(words.later)
            if any(days[one.value] - far == day for day in days.values()):
                continue
            found: dict[str, tuple[float, Detail]] = {}
            for weight, each in _origins(details, order, number, words):
                may = _is_slipped(details, one, days[each.value] + far)
                if may or _is_slipped(details, each, days[one.value] - far):
                    found[each.value] = max(found.get(each.value, (0.0, each)), (weight, each))
            first, second = (*sorted(found.values(), reverse=True), None, None)[:2]
            if first and (second is None or first[0] > second[0]):
                yield Counted(one, first[1], words.later, days[first[1].value] + far)


def _words(segment: list[Detail], at: int) -> Iterator[_Words]:
    """What is counted right before a day or right behind it."""
    for place in range(max(1, at - _WINDOW), min(len(segment) - 1, at + _WINDOW)):
        if segment[place].value not in _DAYS:
            continue
        count, way = segment[place - 1].value, segment[place + 1].value
        before = segment[place - 2].value if place > 1 else ""
        if count in _NEXT and segment[place].value == "day" and place < at:
            far, end, named = 1, place + 1, None
        else:
            number = NUMBERS.get(count, 0) or (int(count) if count.isdecimal() and len(count) < 3 else 0)
            far, end = number * _LATER.get(way, 0), place + 2
            named = end if way in {"after", "before"} else None
        between = segment[end:at] if place < at else segment[at + 1 : place - 1]
        rest = [one.value for one in between if one.value not in _BESIDE]
        done = len(rest) == 1 and rest[0].endswith("ed") and named is not None  # adopted one day after the order
        if far and before not in _ROUND and (done or not rest):
            yield _Words(far, named)


def _origins(details: Details, order: list[Detail], number: int, words: _Words) -> Iterator[tuple[float, Detail]]:
    """The days from which one may be counted, each with how much of what names it stands beside it."""
    one = order[number]
    if words.named is None:
        last = order[number - 1] if number else one
        near = one.segment - last.segment < 2 and details.paragraphs[one.segment] == details.paragraphs[last.segment]
        if near and last.value != one.value:
            yield 1.0, last
        return
    behind = details.segments[one.segment][words.named : words.named + _NAMED]
    direct = [each for each in behind[:2] if each.kind == "date"]
    said = {stem(each) for each in behind if tells(each)}
    for each in order:
        if each.value == one.value or not has_year(each):  # whose year is guessed
            continue
        around = details.surroundings.around(each)
        near_by = sorted(word for word in said if abs(around.get(word, _NEAR + 1)) <= _NEAR)
        if each in direct or (near_by and not direct):
            yield sum(max(_LEAST, details.rarity.weight(word)) for word in near_by), each


def _is_slipped(details: Details, one: Detail, right: date) -> bool:
    """Whether a day that the text says once is another one by a slip."""
    parts = [left != other for left, other in zip(one.value.split("-"), right.isoformat().split("-"), strict=True)]
    once = len({each.segment for each in details.places[one.key]}) == 1
    return once and sum(parts) == 1 and date_ties.is_like(one.value, right.isoformat())
