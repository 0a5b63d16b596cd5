"""How much the surroundings of two dates have in common, measured by what is rare in the text.

A word counts for more the fewer segments say it: the logarithm of their share, as in the retrieval of documents
(K. Spärck Jones, 1972). Two places tell of one event where what they share is much of what the poorer of them says,
and where no other date of the text stands in surroundings as like.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from juslint.rules._detail_words import MONTHS, SMALL

if TYPE_CHECKING:
    from juslint.rules._detail_pairs import Pair
    from juslint.rules._details import Detail, Details

_SIDE = 18  # details on either side that are looked at
_MOST = 300  # dates of a text that are compared with the odd one


def are_kin(pair: Pair, least: float, *, share: float, lead: float) -> bool:
    """Whether both surroundings share at least the weight `least` and the part `share` of the poorer.

    No other date of the text shares more with the odd one than that weight less `lead`.
    """
    details, odd = pair.details, pair.odd
    ours, theirs = _bag(details, odd), _bag(details, pair.rival)
    common = _weight(details, ours & theirs)
    if common < least or common < share * min(_weight(details, ours), _weight(details, theirs)):
        return False
    both = {odd.value, pair.rival.value}
    others = [value for kind, value in details.places if kind == odd.kind and value not in both]
    return len(others) <= _MOST and all(
        common - _weight(details, ours & _bag(details, one)) >= lead
        for value in others
        for one in details.places[odd.kind, value]
        if one.segment != odd.segment
    )


def _bag(details: Details, one: Detail) -> frozenset[tuple[str, str]]:
    """What is said around a detail, small words and small numbers left out."""
    around = details.segments[one.segment][max(0, one.at - _SIDE) : one.at + _SIDE + 1]
    return frozenset(
        detail.key
        for detail in around
        if detail is not one
        and detail.value not in SMALL
        and detail.value not in MONTHS
        and (detail.kind != "number" or len(detail.value) > 2)
    )


def _weight(details: Details, keys: frozenset[tuple[str, str]]) -> float:
    every = len(details.segments) + 1
    return sum(math.log(every / (details.among[key] + 0.5)) for key in sorted(keys))
