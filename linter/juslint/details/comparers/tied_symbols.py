"""Symbols that are tied to another one by what stands beside them.

`S/2023/673 and S/2023/637/Corr.1`: a corrigendum stands beside what it corrects. And two decisions of one body and
year under one quoted title: `decision 2020/205 “Procedure for taking decisions”`, `decision 2020/202` of the same name.
And the session behind a number: `resolution 217 (VIII)` again and again, and once `resolution 217 (VII)`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from juslint.details.pairs import odd_one
from juslint.knowledge import normalise_title
from juslint.structure.numerals import arabic
from juslint.words import likeness, recurring

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_CORRECTION = re.compile(r"/Corr\.[0-9]{1,2}$")
_JOINED = re.compile(r"\s{1,4}and\s{1,4}|,\s{1,4}(?:and\s{1,4})?|\s?[(]")
_WORDS, _LONG = 4, 10  # of a title, and of one that is hardly borne twice in a year
_SESSION = re.compile(r"[IVXLC]{1,8}")
_OFTEN = 2  # times that the other session is said
_NEAR = 24  # characters between a symbol and its title


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each odd symbol with the other one."""
    for first, second in pairwise(details.of("code")):
        if first.segment == second.segment:
            yield from _corrected(details, first, second)
    yield from _titled(details)
    yield from _of_sessions(details)


def _of_sessions(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Sessions in Roman figures behind one number, one of which is said once and is next to the other."""
    groups: dict[str, list[Detail]] = defaultdict(list)
    for number in details.of("number"):
        for session in details.segments[number.segment][number.at + 1 : number.at + 2]:
            if session.gap == " (" and _SESSION.fullmatch(session.said):
                groups[number.value].append(session)
    for found in groups.values():
        said: dict[str, list[Detail]] = defaultdict(list)
        for one in found:
            said[one.said].append(one)
        odd, *usual = sorted(said.values(), key=len)
        if len(odd) == 1 and len(usual) == 1 and len(usual[0]) >= _OFTEN:
            left, right = arabic(odd[0].said), arabic(usual[0][0].said)
            if left and right and abs(left - right) == 1:
                yield odd[0], usual[0][0]


def _corrected(details: Details, first: Detail, second: Detail) -> Iterator[tuple[Detail, Detail]]:
    suffix = _CORRECTION.search(second.said)
    between = details.document.text[first.start + len(first.said) : second.start]
    if suffix is None or not _JOINED.fullmatch(between) or _CORRECTION.search(first.said):
        return
    parent = second.said[: suffix.start()]
    differing = likeness.differing_digits(parent, first.said)
    if differing and likeness.like_numbers(*differing):
        yield second._replace(said=parent, value=parent, key=("code", parent)), first


def _titled(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Symbols with one quoted title behind them, which differ in their last number only."""
    text, quotes = details.document.text, details.document.quotations
    starts = [span.start for span in quotes]
    groups: dict[tuple[str, str], list[Detail]] = defaultdict(list)
    if not quotes:
        return
    for one in details.of("code"):
        series, slash, number = one.value.rpartition("/")
        if not slash or not number.isdigit():
            continue
        end = one.start + len(one.said)
        at = bisect_left(starts, end)
        if at < len(quotes) and quotes[at].start - end <= _NEAR:
            title = normalise_title(text[slice(*quotes[at])])
            words = len(title.split())
            if words >= _LONG or (words >= _WORDS and not recurring.recurs(title)):
                groups[series, title].append(one)
    for found in groups.values():
        both = odd_one(details, found)
        if both is not None:
            yield both
