"""Symbols and numbers in which two neighbouring digits of three or more are swapped: seldom do both stand in one text.

Of some 430 texts without slips none has two such symbols. A number must have the same words beside it, for pages and
paragraphs are as they come; and where a text has many symbols of one series, something else must tie the two.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from juslint.details.words import LABELS, LOCATORS
from juslint.words import likeness

if TYPE_CHECKING:
    from juslint.details.pairs import Pair
    from juslint.details.tokens import Detail

_DIGITS = re.compile(r"[0-9]+")
_OF_SESSION = re.compile(r"[0-9]+/[0-9]+")  # a resolution of the General Assembly
_LEAST, _LONG = 3, 4  # digits
_SHORT, _BEHIND = 2, 3  # digits, and words that follow on both
_CERTAIN = 1.6  # weight of words that tie two in which but two digits are swapped
_OFTEN = 4  # times that an article is spoken of, and articles
_ARTICLES = frozenset({"article", "art"})
_NUMBERED = frozenset({"resolution", "decision"})
_FEW = 6  # symbols of one series among which two are hardly so alike by chance
_TIED = 0.8  # weight of words that tie two of many
_RARE = 0.5  # weight of a word that says what is counted


def is_slip(pair: Pair) -> bool:
    """Whether the odd symbol or number is surely the other with two digits swapped."""
    if have_dates(pair):
        return False
    if not _is_swapped(pair.odd.value, pair.rival.value):
        return _is_swapped(pair.odd.value, pair.rival.value, _SHORT) and _is_tied(pair)
    if pair.odd.kind in {"number", "year"}:
        return _is_called(pair)
    if pair.odd.kind == "ordinal" and [one.value for one in pair.behind[:1]] != ["meeting"]:
        return False
    if pair.odd.kind == "range" and _before(pair.left, pair.odd) not in LABELS:
        return False
    is_one_of_hundreds = _OF_SESSION.fullmatch(pair.odd.value) is not None
    return (_of_series(pair) <= _FEW and not is_one_of_hundreds) or pair.shared >= _TIED


def _is_swapped(one: str, other: str, least: int = _LEAST) -> bool:
    """Whether just one run of digits differs, by two neighbours."""
    differing = likeness.differing_digits(one, other)
    if differing is None or len(differing[0]) != len(differing[1]) or len(differing[0]) < least:
        return False
    return likeness.is_swapped(*differing)


def _is_called(pair: Pair) -> bool:
    """Whether the same stands beside both: `Prison No.`, `resolution ... (2025)`, `... households`."""
    before = _before(pair.left, pair.odd)
    if before in _ARTICLES and _before(pair.right, pair.rival) in _ARTICLES and _is_usual(pair):
        return True
    if before in LOCATORS or _before(pair.right, pair.rival) in LOCATORS:
        return False
    if before in LABELS and len(pair.before) > 1:
        return len(pair.odd.value) >= _LONG or not pair.told_apart  # of three digits many are so alike
    if pair.odd.kind == "year":  # a number that could be a year
        return before in _NUMBERED and _before(pair.right, pair.rival) in _NUMBERED and bool(pair.behind)
    behind = pair.behind[:1]
    if behind and behind[0].kind == "year" and pair.before and len(pair.odd.value) >= _LONG:
        return pair.shared >= _TIED  # the Security Council has some sixty numbers a year
    counted = behind[0] if behind and behind[0].kind == "word" and behind[0].gap == " " else None
    return counted is not None and pair.details.rarity.of(counted) >= _RARE


def _is_tied(pair: Pair) -> bool:
    """Whether a symbol with two digits swapped stands in the same words: what points into it is the same, too."""
    if pair.odd.kind != "code" or pair.told_apart:
        return False
    return len(pair.behind) >= _BEHIND or pair.shared >= _CERTAIN


def _is_usual(pair: Pair) -> bool:
    """Whether hardly any article but the other one, of numbers as high, is spoken of."""
    numbers = [
        one.value
        for segment in pair.details.segments
        for before, one in pairwise(segment)
        if one.kind == "number" and len(one.value) >= _LEAST and before.value in _ARTICLES
    ]
    return numbers.count(pair.rival.value) >= _OFTEN and len(set(numbers)) <= _OFTEN


def _before(segment: list[Detail], one: Detail) -> str:
    return segment[one.at - 1].value if one.at else ""


def have_dates(pair: Pair) -> bool:
    """Whether each has a date of its own right behind it or in front."""
    own = [
        {near.value for near in segment[max(0, one.at - 2) : one.at + 3] if near.kind == "date"}
        for segment, one in ((pair.left, pair.odd), (pair.right, pair.rival))
    ]
    return bool(own[0] and own[1] and not own[0] & own[1])


def _of_series(pair: Pair) -> int:
    """How many symbols of the text have all but one number in common with the two."""
    one, other = pair.odd.value, pair.rival.value
    start = next(number for number, (a, b) in enumerate(zip(one, other, strict=True)) if a != b)
    found = next(found for found in _DIGITS.finditer(one) if found.end() > start)
    return pair.details.series[pair.odd.kind, one[: found.start()], one[found.end() :]]
