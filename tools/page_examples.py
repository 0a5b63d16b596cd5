"""Pairs of pages with their signs, from which tools/weigh_signs.py learns.

Few texts have two pages of one source that are alike by chance. Other pages of one source are examples of two things as
well, as if they were alike, with the share of the weight that is the chance of it.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from juslint.details.pages.signs import signs
from juslint.details.pages.slips import Slip
from juslint.details.pages.twins import Twins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.details.pages.places import PagePlace
    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_MOST, _CHANCE = 80, 0.12  # such pairs of one text, and how likely two pages of one source are alike
_LESS = 0.99  # share of the weight that such a pair has at most
_WAYS = {  # by the number of digits
    1: {"only digit": 94, "digit more": 6},
    2: {"last digit": 50, "first digits": 38, "swapped": 6, "digit more": 6},
    3: {"last digit": 50, "first digits of three": 36, "swapped": 6, "digit more": 6, "mixed": 2},
}


def examples(details: Details) -> Iterator[tuple[Detail, Detail, dict[str, float], float]]:
    """The pages that differ by a slip, and a sample of others, each with its share of the weight."""
    text, chance = Twins(details), random.Random(len(details.pages))
    others = [*text.unlike(lambda one: _slip(chance, one))] if len(details.pages) > 1 else []
    kept = chance.sample(others, min(_MOST, len(others)))
    share = min(_LESS, _CHANCE * len(others) / max(1, len(kept)))
    for found, weight in ((text.pairs(), 1.0), (kept, share)):
        for twin in found:
            told = {sign: float(value) for sign, value in signs(text, twin) if sign}
            yield twin.one.detail, twin.other.detail, told, weight


def _slip(chance: random.Random, one: PagePlace) -> Slip:
    """A way in which two pages may be alike by chance."""
    ways = _WAYS[min(len(_WAYS), len(str(one.first)))]
    where = "page" if one.last is None else chance.choices(("last", "first", "both"), (55, 40, 5))[0]
    return Slip(chance.choices([*ways], [*ways.values()])[0], where)
