"""Whether a symbol is a slip of a like one: signs, each a number, that are weighed and summed.

The weights are in symbol_signs.json; tools/weigh_signs.py learns them from real and marked texts.
"""

from __future__ import annotations

import json
import math
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import MONTH_WORDS
from juslint.details.symbols.swapped import have_dates
from juslint.details.words import COMMON, SMALL, TITLES
from juslint.words import likeness

if TYPE_CHECKING:
    from juslint.details.pairs import Pair
    from juslint.details.tokens import Detail

WEIGHTS = Path(__file__).with_name("signs.json")
_NEIGHBOURS, _NEAR = 4, 10  # numbers between two of one series, and between those that may well be of one
_DIGITS = 4  # of symbols that are hardly alike by chance
_CLOSE, _WIDE = 8, 20  # details on either side whose names belong to a detail, and that name them
_RESOLUTION = re.compile(r"[0-9]{1,2}/[0-9]+[A-Z]?")  # of the General Assembly
_TIED = 0.8  # weight of words that two resolutions have in common
_SAID = 8  # segments that say a symbol; more tell no more
_LEADS = ("lead", "rival's lead")
_LOW, _HIGH = -2, 3  # bounds of what is more in common with the other than with any third
_ROUNDING = 1e-6
_SHUNNED = SMALL | MONTH_WORDS | COMMON | TITLES


class Card(NamedTuple):
    """The weight of each sign, and the sum from which on the linter speaks."""

    bias: float
    weights: dict[str, float]
    speaks: float


def is_slip(pair: Pair) -> bool:
    """Whether what speaks for a slip outweighs what speaks for two symbols."""
    found = None if have_dates(pair) else _of_values(pair)
    if found is None or _are_of_hundreds(pair):
        return False
    card = _card()
    cheap = found | _of_sides(pair) | _of_places(pair)
    most = card.bias + sum(
        weight * cheap[sign] if sign in cheap else max(weight * _LOW, weight * _HIGH)
        for sign, weight in card.weights.items()
    )
    if most < card.speaks - _ROUNDING:  # whatever the leads are, which cost most
        return False
    every = cheap | {sign: _lead(pair, sign) for sign in card.weights if sign not in cheap}
    return card.bias + sum(weight * float(every[sign]) for sign, weight in card.weights.items()) >= card.speaks


def _are_of_hundreds(pair: Pair) -> bool:
    """Whether they are resolutions of a session, which has hundreds, named once each, with no words in common."""
    return (
        _RESOLUTION.fullmatch(pair.odd.value) is not None
        and len(pair.details.places[pair.rival.key]) == 1
        and pair.shared < _TIED
    )


@cache
def _card() -> Card:
    data = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return Card(data["bias"], data["weights"], data["speaks"])


def signs(pair: Pair) -> dict[str, float] | None:
    """All signs of two symbols; None where they differ in more parts, are short, of one series or of two days."""
    found = None if have_dates(pair) else _of_values(pair)
    if found is None:
        return None
    every = found | _of_sides(pair) | {sign: _lead(pair, sign) for sign in _LEADS} | _of_places(pair)
    return {sign: float(value) for sign, value in every.items()}


def _of_values(pair: Pair) -> dict[str, float] | None:
    differing = likeness.differing_digits(pair.odd.value, pair.rival.value)
    if differing is None:
        return None
    one, other = differing
    swapped = sorted(one) == sorted(other)
    first = pair.odd.value.startswith(one) and pair.rival.value.startswith(other)  # a session or year
    apart = 0 if first or swapped else abs(int(one) - int(other))
    if not swapped and (0 < apart <= _NEIGHBOURS or _are_short(pair)):
        return None
    digit = len(one) == len(other) and sum(left != right for left, right in zip(one, other, strict=True)) == 1
    more = abs(len(one) - len(other)) == 1 and likeness.slip(one, other)
    return {
        "swapped": swapped,
        "digit more": more,
        "other": not (swapped or digit or more),
        "near": 0 < apart < _NEAR,
    }


def _are_short(pair: Pair) -> bool:
    return any(sum(map(str.isdigit, one.value)) < _DIGITS for one in (pair.odd, pair.rival))


def _lead(pair: Pair, sign: str) -> float:
    one, other = (pair.odd, pair.rival) if sign == _LEADS[0] else (pair.rival, pair.odd)
    return max(_LOW, min(_HIGH, pair.details.surroundings.lead(one, other)))


def _of_sides(pair: Pair) -> dict[str, float]:
    odd, rival = pair.odd, pair.rival
    before, behind = (_beside(pair, way) for way in (-1, 1))
    own = _own_names(pair.left, odd, pair.right, rival), _own_names(pair.right, rival, pair.left, odd)
    return {
        "shared": min(pair.shared, 5),
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
        "values": math.log(1 + details.values["code"]),
        "said again": math.log2(min(_SAID, details.among[pair.rival.key])),
        "odd listed": listed[0],
        "one listed": listed[0] != listed[1],
    }
