"""Whether two names of a text are one person or work, written wrongly once."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from juslint.rules import _likeness
from juslint.rules._detail_pairs import STRONG
from juslint.rules._detail_words import COUNTED, ENDINGS, MONTHS, SMALL, TITLES
from juslint.rules._states import STATES

if TYPE_CHECKING:
    from juslint.rules._detail_pairs import Pair
    from juslint.rules._details import Detail

_SHUNNED = (
    STATES | MONTHS | SMALL | COUNTED | {"leone", "leona", "salvador", "rica", "guinee", "marino"}
)  # States in other languages
_SPELLINGS = tuple(
    pair.split(">") for pair in ("z>s", "nce>nse", "our>or", "re$>er", "dgement>dgment", "y>i", "ae>e", "oe>e", "ll>l")
)
_NEAR, _SAME, _LIKE = 60, 80, 3  # likeness from 0 to 100 of two names, and letters of the shorter


def is_slip(pair: Pair) -> bool:
    """A name that is misspelt, or another in its place in a short form of a citation that stands in full elsewhere."""
    one, other = pair.odd.value, pair.rival.value
    if min(len(one), len(other)) < _LIKE or not _are_names(pair):
        return False
    if not _lower(pair) and (_is_misspelt(pair) or _is_misnamed(pair)):
        return True
    beside = [*pair.before[-1:], *pair.behind[:1]]
    if (
        any(detail.kind in STRONG for detail in beside)
        and len(pair.telling) >= 3
        and len(pair.before) + len(pair.behind) > 4
    ):
        return True
    return _are_cited(pair) and _is_short(pair) and len(pair.before) + len(pair.behind) >= 3 and len(pair.telling) >= 3


def _is_misspelt(pair: Pair) -> bool:
    """Whether one letter is another, missing or misplaced, and the same person or work is spoken of."""
    one, other = pair.odd.value, pair.rival.value
    if min(len(one), len(other)) <= _LIKE or not (_likeness.slip(one, other) or sorted(one) == sorted(other)):
        return False
    given = pair.before[-1:] and pair.before[-1].kind == "name" and pair.before[-1].value not in TITLES
    if pair.strong or pair.linked or (pair.names and pair.telling) or len(pair.names) > 1 or given or _is_person(pair):
        return True
    return len(one) == len(other) >= 6 and (one[0], one[-1]) == (other[0], other[-1]) and other in pair.details.persons


def _is_misnamed(pair: Pair) -> bool:
    """Whether a name is much like the other, and stands beside the same names."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    one, other = pair.odd.value, pair.rival.value
    likeness = fuzz.ratio(one, other)
    if one[0] != other[0] or other.startswith(one) or one.startswith(other):
        return False
    if "-" in one and one.partition("-")[0] == other.partition("-")[0] and other in pair.details.persons:
        return likeness >= _NEAR
    if likeness >= _SAME and _is_person(pair):
        return True
    beside = any(pair.tells(detail) for detail in (*pair.before[-2:], *pair.behind[:2]))
    many = len(pair.names) >= 3
    return beside and likeness >= _NEAR - (10 if many else 0) and (bool(pair.strong) or many or _is_short(pair))


def _is_person(pair: Pair) -> bool:
    """Whether `Mr.` or the like stands before the odd name, and the other is borne by one whose name is known."""
    titled = pair.odd.at > 0 and pair.left[pair.odd.at - 1].value in TITLES
    names = [
        following
        for segment, one in ((pair.left, pair.odd), (pair.right, pair.rival))
        for following in segment[one.at + 1 : one.at + 2]
    ]
    if (
        len(names) == 2
        and all(one.kind == "name" and one.gap == " " for one in names)
        and names[0].value != names[1].value
    ):
        return False
    places = pair.details.places[pair.rival.key]
    before = [pair.details.segments[one.segment][one.at - 1] for one in places if one.at and one.gap.strip(".") == " "]
    return titled and any(one.kind == "name" for one in before)


def _are_cited(pair: Pair) -> bool:
    return pair.details.in_note[pair.odd.segment] and pair.details.in_note[pair.rival.segment]


def _lower(pair: Pair) -> bool:
    """Whether one of the two is a word as well."""
    return any(("word", one.value) in pair.details.places for one in (pair.odd, pair.rival))


@lru_cache(maxsize=20_000)
def _spelt(word: str) -> str:
    """A word as it is spelt in one of its ways: Organised, Offence, Labour, Centre, Judgement, Khojaly."""
    for found, written in _SPELLINGS:
        word = re.sub(found, written, word)
    return word


def _are_names(pair: Pair) -> bool:
    """Whether both are names, or words of titles, and no forms of one word."""
    one, other = pair.odd, pair.rival
    if one.said.isascii() != other.said.isascii():
        return False  # Brésil, Brasil
    for detail in (one, other):
        if (
            detail.said.isupper()
            or pair.details.is_foreign(detail.segment)
            or not re.fullmatch(r"[a-z -]+", detail.value)
        ):
            return False
        if detail.value in _SHUNNED or _likeness.COUNTED.fullmatch(detail.value):
            return False
    if _spelt(one.value) == _spelt(other.value):
        return False
    if _are_cited(pair) and len(pair.behind) >= 2 and len(pair.telling) >= 2:
        return True
    pairs = zip(one.value, other.value, strict=False)
    same = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
    if other.value in pair.details.persons and not {one.value[same:], other.value[same:]} & {"s", "es"}:
        return True
    return not {one.value[same:], other.value[same:]} <= ENDINGS


def _is_short(pair: Pair) -> bool:
    """Whether the odd one stands in a short form, with no year or address, and the other in a full citation."""
    return not _is_full(pair.left, pair.odd.at) and _is_full(pair.right, pair.rival.at)


def _is_full(segment: list[Detail], at: int) -> bool:
    return any(detail.kind in {"year", "date", "month", "url"} for detail in segment[max(0, at - 12) : at + 13])
