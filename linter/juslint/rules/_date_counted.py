"""Days that a text counts from each other: `the following day`, `two days later`, `three months before`.

Where two of its days are as far from each other, and one of them stands beside such words, they are two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.rules._detail_pairs import Pair
    from juslint.rules._detail_tokens import Detail
    from juslint.rules._details import Details

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
_NUMBERS = {
    word: number
    for number, words in enumerate(
        ("a an the one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
    for word in words.split()
}
_PARTS = 3  # of a day


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
        elif behind in _WAYS:
            yield part, size * (_NUMBERS.get(before, 0) or int(before if before.isdecimal() else 0))
