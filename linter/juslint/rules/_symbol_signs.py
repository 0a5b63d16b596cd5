"""Whether a symbol is a slip of a like one: signs, each a number, that are weighed and summed.

The weights are in symbol_signs.json; tools/weigh_symbol_signs.py learns them from real and marked texts.
"""

from __future__ import annotations

import json
import math
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import MONTH_WORDS
from juslint.rules import _likeness
from juslint.rules._detail_swapped import have_dates
from juslint.rules._detail_words import COMMON, SMALL, TITLES

if TYPE_CHECKING:
    from juslint.rules._detail_pairs import Pair
    from juslint.rules._details import Detail

WEIGHTS = Path(__file__).with_name("symbol_signs.json")
_NEIGHBOURS, _DIGITS = 4, 4  # numbers between two of one series, and digits of symbols that are hardly alike by chance
_CLOSE, _WIDE = 8, 20  # details on either side whose names belong to a detail, and that name them
_SHUNNED = SMALL | MONTH_WORDS | COMMON | TITLES


class Card(NamedTuple):
    """The weight of each sign, and the sum from which on the linter speaks."""

    bias: float
    weights: dict[str, float]
    speaks: float


def is_slip(pair: Pair) -> bool:
    """Whether what speaks for a slip outweighs what speaks for two symbols."""
    found, card = signs(pair), _card()
    if found is None:
        return False
    return card.bias + sum(weight * found[sign] for sign, weight in card.weights.items()) >= card.speaks


@cache
def _card() -> Card:
    data = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return Card(data["bias"], data["weights"], data["speaks"])


def signs(pair: Pair) -> dict[str, float] | None:
    """All signs of two symbols; None where they differ in more parts, are short, of one series or of two days."""
    found = None if have_dates(pair) else _of_values(pair)
    if found is None:
        return None
    return {sign: float(value) for sign, value in (found | _of_surroundings(pair) | _of_places(pair)).items()}


def _of_values(pair: Pair) -> dict[str, float] | None:
    ours, theirs = (re.findall(r"[0-9]+|[A-Za-z]+", one.value) for one in (pair.odd, pair.rival))
    differ = [both for both in zip(ours, theirs, strict=False) if both[0] != both[1]]
    if len(ours) != len(theirs) or len(differ) != 1:
        return None
    one, other = differ[0]
    swapped = sorted(one) == sorted(other)
    if not swapped and (_are_of_series(one, other, ours[0]) or _are_short(pair)):
        return None
    digit = len(one) == len(other) and sum(left != right for left, right in zip(one, other, strict=True)) == 1
    more = abs(len(one) - len(other)) == 1 and _likeness.slip(one, other)
    return {
        "swapped": swapped,
        "digit more": more,
        "other": not (swapped or digit or more),
    }


def _are_of_series(one: str, other: str, first: str) -> bool:
    """Whether two numbers follow one another as those of papers do, but not in the session or year that comes first."""
    return one.isdigit() and other.isdigit() and one != first and abs(int(one) - int(other)) <= _NEIGHBOURS


def _are_short(pair: Pair) -> bool:
    return any(sum(map(str.isdigit, one.value)) < _DIGITS for one in (pair.odd, pair.rival))


def _of_surroundings(pair: Pair) -> dict[str, float]:
    around, odd, rival = pair.details.surroundings, pair.odd, pair.rival
    before, behind = (_beside(pair, way) for way in (-1, 1))
    own = _own_names(pair.left, odd, pair.right, rival), _own_names(pair.right, rival, pair.left, odd)
    return {
        "shared": min(around.shared(odd, rival), 5),
        "lead": max(-2, min(3, around.lead(odd, rival))),
        "rival's lead": max(-2, min(3, around.lead(rival, odd))),
        "told apart": pair.told_apart,
        "same behind": behind[0] == behind[1] != "",
        "openings": before.count(""),
        "brackets": all("(" in one.gap for one in (odd, rival)),
        "other names": min(4, *own),
    }


def _beside(pair: Pair, way: int) -> list[str]:
    """What stands next to both; empty where nothing does."""
    found: list[str] = []
    for segment, one in ((pair.left, pair.odd), (pair.right, pair.rival)):
        at = one.at + way
        found.append(segment[at].value if 0 <= at < len(segment) else "")
    return found


def _own_names(segment: list[Detail], one: Detail, there: list[Detail], other: Detail) -> int:
    """How many names stand close to one symbol, and not near the other."""
    names = {each.value for each in _near(segment, one, _CLOSE) if each.kind == "name" and len(each.value) > 3}
    return len(names - _SHUNNED - {each.value for each in _near(there, other, _WIDE)})


def _near(segment: list[Detail], one: Detail, far: int) -> list[Detail]:
    return [other for other in segment[max(0, one.at - far) : one.at + far + 1] if other.at != one.at]


def _of_places(pair: Pair) -> dict[str, float]:
    details = pair.details
    listed = [details.in_note[one.segment] or details.is_entry(one.segment) for one in (pair.odd, pair.rival)]
    return {
        "values": math.log(1 + len({one.value for one in details.of("code")})),
        "odd listed": listed[0],
        "one listed": listed[0] != listed[1],
    }
