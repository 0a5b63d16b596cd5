"""Whether two dates keep the order of the days around them: a chronology and a narrative mostly run from day to day.

Where the other date would keep an order that the one breaks, the one is rather a slip.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.details.pairs import Pair
    from juslint.details.tokens import Detail

_LIST, _ORDERED = 4, 0.85  # entries of a chronology, and part of them that is in order
_RANGE = 30  # entries on either side whose order is looked at
_BESIDE, _SEGMENTS = 3, 3  # days on either side in a narrative, and segments to them
_LAST = "9"  # behind all days


def signs(pair: Pair) -> Iterator[tuple[str, float]]:
    """How much the order of a list and that of the text speak for a slip; below zero, against it."""
    yield "order of a list", _in(_listed(pair), 0.5)
    yield "order of the text", _in(_told(pair), 1.0)


def _in(places: Iterator[tuple[str, str, str, str]], against: float) -> float:
    """Of where either stands, the day before, its own, the other one and the day behind."""
    found = 0.0
    for before, own, other, behind in places:
        kept, would = before <= own <= behind, before <= other <= behind
        found += (would and not kept) - against * (kept and not would)
    return found


def _listed(pair: Pair) -> Iterator[tuple[str, str, str, str]]:
    regions = pair.details.regions
    for one, other in ((pair.odd, pair.rival), (pair.rival, pair.odd)):
        entries = regions.entries.get(regions.of[one.segment], [])
        at = regions.entry_of.get((one.segment, one.at))
        if at is None or len(entries) < _LIST:
            continue
        rest = [each.value for each in (*entries[max(0, at - _RANGE) : at], *entries[at + 1 : at + 1 + _RANGE])]
        if _order(rest) >= _ORDERED * (len(rest) - 1):
            before = entries[at - 1].value if at else ""
            yield before, one.value, other.value, entries[at + 1].value if at + 1 < len(entries) else _LAST


def _told(pair: Pair) -> Iterator[tuple[str, str, str, str]]:
    regions = pair.details.regions
    for one, other in ((pair.odd, pair.rival), (pair.rival, pair.odd)):
        if regions.of[one.segment]:
            continue
        near: list[Detail] = [
            each
            for each in regions.beside(one, _BESIDE)
            if each.kind == "date" and not regions.of[each.segment] and abs(each.segment - one.segment) <= _SEGMENTS
        ]
        before, behind = ([each.value for each in near if (each.start < one.start) == first] for first in (True, False))
        if before and behind and _order([*before, *behind]) == len(near) - 1:
            yield before[-1], one.value, other.value, behind[0]


def _order(days: Sequence[str]) -> int:
    """How many days are not before the one in front of them."""
    return sum(one <= other for one, other in pairwise(days))
