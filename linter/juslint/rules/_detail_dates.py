"""Whether two dates of a text are one, written wrongly once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.rules import _date_ties, _likeness
from juslint.rules._detail_words import ACCESS, ANNEXES, DATED, KNOWN, LABELS, YEARLY

if TYPE_CHECKING:
    from juslint.rules._detail_pairs import Pair
    from juslint.rules._details import Detail

_NEIGHBOURS = 2  # days between two letters of one exchange
_FIRM = 2.5  # what ties two, where little else does
_ENOUGH = 2.2  # points that tie two


def is_slip(pair: Pair) -> bool:
    """Whether symbol, note, names or a word for what is dated tie two dates; of a letter, the next day's is another."""
    one, other = (detail.value.split("-") for detail in (pair.odd, pair.rival))
    if sum(left != right for left, right in zip(one, other, strict=True)) != 1:
        return False
    if _date_ties.are_of_two_numbers(pair) or (not pair.strong and _date_ties.are_of_two_persons(pair)):
        return False
    if any(_may_differ(segment, one.at) for segment, one in ((pair.left, pair.odd), (pair.right, pair.rival))):
        return False
    day, another = int(one[2]), int(other[2])
    near = one[:2] == other[:2] and abs(day - another) <= _NEIGHBOURS
    swapped = day == another or sorted(one[2]) == sorted(other[2]) or {day, another} == {13, 30}
    like = swapped or _likeness.slip(str(day), str(another))
    if (like or near) and _is_tied(pair, near=near, swapped=swapped and not near):
        return True
    if _is_annex(pair) or _is_numbered(pair):
        return like or near
    if like and (pair.strong or (pair.linked and pair.weight >= (_FIRM if near else 1 if swapped else 2))):
        return True
    if near:
        if pair.strong and (len(pair.before) > 1 or pair.behind):
            return True
        return _is_only(pair) or (pair.weight >= 2 and _is_repeated(pair) and _known(pair) and not _are_letters(pair))
    if swapped:
        return _of_one_day(pair, years=one[0] != other[0])
    return like and _of_digits(pair)


def _may_differ(segment: list[Detail], at: int) -> bool:
    """Whether a day is one on which a page was read, as it may be twice, or of what comes every year."""
    read = any(detail.value in ACCESS for detail in segment[max(0, at - 2) : at])
    return read or any(detail.value in YEARLY for detail in segment)


def _is_tied(pair: Pair, *, near: bool, swapped: bool) -> bool:
    """Whether all in all enough speaks for one day; of two that are near each other more must."""
    needed = _ENOUGH + (-0.5 if swapped else 0)
    if near:
        needed += 0.3 if _date_ties.is_said_again(pair) else 1.1
    if pair.odd.value[:4] != pair.rival.value[:4]:
        needed += 0.2
    return _date_ties.points(pair, known=_known(pair)) >= needed


def _of_one_day(pair: Pair, *, years: bool) -> bool:
    """Whether dates that only differ in month or year, or have digits swapped, are one: seldom are two so alike."""
    if pair.weight >= 1 and _known(pair):
        return True
    if _are_letters(pair):
        return pair.weight >= 4 and len(pair.before) >= 3 and len(pair.behind) >= 3
    if _is_only(pair, again=False):
        return True
    beside = any(pair.tells(detail) for detail in (*pair.before[-1:], *pair.behind[:1]))
    if pair.weight >= (_FIRM if beside else 3) or (years and pair.weight >= 2 and _is_repeated(pair)):
        return True
    return _told(pair) and pair.weight >= (1 if _is_repeated(pair) else 1.5)


def _of_digits(pair: Pair) -> bool:
    """Whether days of one month that differ in a digit are one: two letters of a month may well be so alike."""
    if _is_only(pair) or (pair.weight >= (1 if _is_repeated(pair) else 3) and _known(pair)):
        return True
    return not _are_letters(pair) and _told(pair) and pair.weight >= (2 if _is_repeated(pair) else 3)


def _is_repeated(pair: Pair) -> bool:
    return len(pair.details.places[pair.rival.key]) > 1


def _is_numbered(pair: Pair) -> bool:
    """Whether what is dated has a number: `Ordinance No. 24 of 16 August 1977`."""
    named = pair.before[-3:-1]
    return len(named) == 2 and named[0].value in LABELS and named[1].kind == "number"


def _are_letters(pair: Pair) -> bool:
    """Whether both are letters with both that they went between, of which there may be others."""
    return _is_letter(pair.left, pair.odd.at) and _is_letter(pair.right, pair.rival.at)


def _is_only(pair: Pair, *, again: bool = True) -> bool:
    """Whether `the letter of` a day is said where the text names the day of one letter only, if `again`, twice."""
    before = pair.left[max(0, pair.odd.at - 3) : pair.odd.at]
    if len(before) < 3 or before[1].value not in DATED or before[2].value not in {"of", "dated"}:
        return False
    if before[0].value != "the" and before[0].value not in KNOWN and not re.match(r"['\u2019]s?\s", before[1].gap):
        return False
    if again and not _is_repeated(pair):
        return False
    return pair.details.days_of(before[1].value) == {pair.odd.value, pair.rival.value}


def _told(pair: Pair) -> bool:
    """Whether the same kind of paper or event is dated: `Interview with ..., 19 August 2019`."""
    before, there = (
        {detail.value for detail in segment[max(0, at - 8) : at]}
        for segment, at in ((pair.left, pair.odd.at), (pair.right, pair.rival.at))
    )
    return bool(DATED & before & there)


def _is_letter(segment: list[Detail], at: int) -> bool:
    """Whether a letter stands there with both that it went between."""
    behind = [detail.value for detail in segment[at + 1 : at + 40]]
    if at > 1 and segment[at - 1].kind == "name" and "to" in {detail.value for detail in segment[max(0, at - 4) : at]}:
        return True  # Byrne to Mollerup, 2 September 1968
    return "from" in behind[:2] and ("to" in behind or "addressed" in behind)


def _is_annex(pair: Pair) -> bool:
    """Whether one of the two names the letter that the other is, to which it is annexed."""
    sides = (pair.left[: pair.odd.at][-5:], pair.right[: pair.rival.at][-5:])
    annexed = [any(detail.value in ANNEXES for detail in side) for side in sides]
    return annexed[0] != annexed[1] and len(pair.before) >= 2 and len(pair.behind) >= 8


def _known(pair: Pair) -> bool:
    """Whether the odd date names something as known: `his letter of 5 May 1998`."""
    before = pair.left[max(0, pair.odd.at - 4) : pair.odd.at]
    nouns = DATED & {detail.value for detail in before}
    around = {detail.value for detail in pair.right[max(0, pair.rival.at - 14) : pair.rival.at + 15]}
    owned = any(re.match(r"['\u2019]s?\s", detail.gap) for detail in before)
    said = {detail.value for detail in before}
    listed = pair.left[0].value in ANNEXES
    return bool(nouns & around) and (listed or owned or bool(KNOWN & said) or bool(said & set(pair.names)))
