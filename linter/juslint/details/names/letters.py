"""How like two names are in their letters, whatever stands beside them."""

from __future__ import annotations

import re
from functools import lru_cache

from juslint.dates import MONTH_WORDS
from juslint.details.words import COMMON, COUNTED, OFFICES, SMALL
from juslint.words import likeness as alike
from juslint.words.states import STATES

SHUNNED = (
    STATES | MONTH_WORDS | SMALL | COUNTED | {"leone", "leona", "salvador", "rica", "guinee", "marino"}
)  # States in other languages
_OFFICIAL = COMMON | OFFICES
_WAYS = "cion>tion zion>tion z>s nce>nse our>or re$>er dgement>dgment y>i ae>e oe>e ll>l"
_SPELLINGS = tuple(pair.split(">") for pair in _WAYS.split())
_SOUNDS = 2  # letters in which `Brésil` and `Brasil` may differ
NEAR, SAME, LIKE = 60, 80, 3  # likeness from 0 to 100 of two names, and letters of the shorter


@lru_cache(maxsize=20_000)
def are_alike(one: str, other: str) -> bool:
    """Whether two names may be one whatever stands beside them."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    return sorted(one) == sorted(other) or fuzz.ratio(one, other) >= SAME or alike.slip(one, other)


@lru_cache(maxsize=20_000)
def may_be_slip(one: str, other: str) -> bool:
    """Whether the letters of two names let them be one; else much must be the same beside them."""
    return are_misspelt(one, other) or likeness(one, other) > 0


@lru_cache(maxsize=20_000)
def are_misspelt(one: str, other: str) -> bool:
    """Whether in one of two names a letter is another, missing or misplaced."""
    return min(len(one), len(other)) > LIKE and (alike.slip(one, other) or sorted(one) == sorted(other))


@lru_cache(maxsize=20_000)
def likeness(one: str, other: str) -> float:
    """How like two names are that begin alike, from 0 to 100; 0 where they cannot stand for one another."""
    if one[0] != other[0] or other.startswith(one) or one.startswith(other):
        return 0.0
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    likeness = fuzz.ratio(one, other)
    official = one in _OFFICIAL or other in _OFFICIAL  # Minister, Ministry
    return 0.0 if official or likeness < NEAR - 10 else likeness


def are_far(one: str, other: str) -> bool:
    """Whether two names differ in more than the sounds of two languages."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - late: most texts need it not

    return OSA.distance(one, other) > _SOUNDS


@lru_cache(maxsize=20_000)
def spelt(word: str) -> str:
    """A word as it is spelt in one of its ways: Constitucional, Organised, Offence, Labour, Centre, Judgement."""
    for found, written in _SPELLINGS:
        word = re.sub(found, written, word)
    return word


@lru_cache(maxsize=20_000)
def may_be_name(value: str) -> bool:
    """Whether a word is no State, month or number, is long enough, and is written in letters without marks."""
    return (
        len(value) >= LIKE
        and re.fullmatch(r"[a-z -]+", value) is not None
        and value not in SHUNNED
        and not alike.COUNTED.fullmatch(value)
    )
