"""Whether a word of a title in which two citations differ is a slip, and not another work."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.rules import _anatomy
from juslint.words import likeness
from juslint.words.states import STATES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from juslint.rules._alike import Couple
    from juslint.rules._anatomy import Anatomy
    from juslint.rules._sentences import Word

_OPPOSED = re.compile(r"(?:in|un|il|im|ir|non|anti|inter|pre|post|dis|sub|co|self|trans|extra|ex)-?")
_IMPRINT = 3  # words of an imprint that two citations share
_LONG = 5  # words of a title that a person hardly gives twice


def is_slip(couple: Couple, words: Sequence[Word], parts: Anatomy) -> bool:
    """One word of the title: a near one, or another where author, place, date and all else are the same."""
    lefts, rights = ([one.word for one in side] for side in (couple.one, couple.other))
    if any(word[:1].isdigit() or likeness.COUNTED.fullmatch(word) or word in STATES for word in (*lefts, *rights)):
        return False
    if not parts.quoted and any(word.said[0].islower() for word in (*couple.one, *couple.other)):
        return False  # a title that nothing sets apart may be prose
    tail = len(words) - parts.end
    if tail < 2 or not (parts.start or parts.quoted):
        return False
    if len(lefts) == len(rights) == 1 and _near(lefts[0], rights[0]):
        return bool(parts.start) or _anatomy.linked(couple.behind)
    if _anatomy.linked(couple.behind):
        return True
    person = parts.start > 1 and not _anatomy.is_body(words[: parts.start])
    long = parts.end - parts.start >= _LONG
    first = not parts.start < len(couple.before)  # the country that a body reports on
    return person and long and tail >= _IMPRINT and not first and not _proper(couple, words, parts)


def _near(one: str, other: str) -> bool:
    """Whether two words of a title are forms of one, or misspelt; opposites and neighbours on the map are not."""
    if {one, other} <= STATES or min(len(one), len(other)) < 5:
        return False
    short, long = sorted((one, other), key=len)
    if long.endswith(short) and _OPPOSED.fullmatch(long[: len(long) - len(short)]):
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    common = len(short) - 3 if len(short) > 7 else 4
    return likeness.slip(one, other) or (
        fuzz.ratio(one, other) >= 70 and (one[:common] == other[:common] or long.endswith(short))
    )


def _proper(couple: Couple, words: Sequence[Word], parts: Anatomy) -> bool:
    """Whether names differ in a title that is otherwise written small: another country, another person."""
    rest = [one for one in words[parts.start + 1 : parts.end] if one not in couple.one and len(one.word) > 3]
    small = sum(one.said[0].islower() for one in rest)
    return small * 2 >= len(rest) and all(one.said[0].isupper() for one in (*couple.one, *couple.other))
