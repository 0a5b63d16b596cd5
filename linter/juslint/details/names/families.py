"""Family names that are alike, and of two families: Mammadov and Mammadli, Andersen and Anderson."""

from __future__ import annotations

import re

from juslint.words import likeness

_SUFFIX = re.compile(  # Mammadov and Mammadli, Ivanov and Ivanenko
    r"s?[iy]?(?:(?:e?ov|ev|in)(?:a|ich|na|sky)?|s?k[iy]y?|ska(?:ya)?|ich|ic|enko|ko|uk|li|lu|zade|oglu|yan|ian|ides|idis|ou|os"
    r"|poulos|shvili|dze|ia|son|sson|sen|s|es|ez|i|a|o|e|escu|eanu|nen|man|mann|er)"
)
_VARIANTS = frozenset(  # names that many bear, in several spellings
    """mohamed mohammed mohammad muhammad muhammed mehmed hassan hussein hussain hossain abdullah abdallah abdulla
    abdalla ibrahim ebrahim yousef youssef yousuf othman mahmoud mahmood mahmud mustafa mostafa rahman rehman
    fernandez hernandez gonzalez gonzales rodriguez rodrigues thomson thompson johnson johnston""".split()  # noqa: SIM905
)


def are_two(one: str, other: str) -> bool:
    """Whether many bear both, or what follows the letters that they share is how families of a stem are told."""
    if one in _VARIANTS and other in _VARIANTS:
        return True
    same = likeness.same_letters(one, other)
    cuts = (same, same - 1) if len(one) == len(other) else (same,)  # Andersen and Anderson
    return any(all(not rest or _SUFFIX.fullmatch(rest) for rest in (one[cut:], other[cut:])) for cut in cuts)


def agree(one: str, other: str) -> bool:
    """Whether two given names are the same, or one is the initial of the other."""
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
