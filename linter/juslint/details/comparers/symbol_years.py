"""The year in a document's symbol, against the day of the letter whose symbol it is.

`the letter dated 9 November 2017 from the Chair (S/2018/1002)`: a letter of the end of a year may bear one of the first
numbers of the next, and none that is later than the symbol's year. What is annexed to a document, added to it or
corrected in it, may be of any day.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.details.tokens import year_of
from juslint.details.words import ANNEXES
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_SYMBOL = re.compile(r"S/((?:19|20)[0-9]{2})/([0-9]{1,4})")
_FIRST = 150  # number up to which a document of a year may be dated in the year before
_BETWEEN, _NOUN = 25, 4  # details between a day and its symbol, and before the day, where it is said what is of it
_DATED = frozenset({"letter", "statement", "note"})
_TIMES = frozenset({"year", "date", "month", "day"})


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each day that its symbol contradicts, with the year of the symbol."""
    for one in details.of("code"):
        found = _SYMBOL.fullmatch(one.said)
        segment = details.segments[one.segment]
        if found is None or not one.gap.endswith("(") or _is_of_more(segment[one.at + 1 : one.at + 2]):
            continue
        day = _day(segment, one)
        year = found[1]
        if day is None or day.value[:4] == year:
            continue
        before = day.value[:4] < year and int(found[2]) > _FIRST
        near = abs(int(day.value[:4]) - int(year)) == 1 or likeness.like_numbers(day.value[:4], year)
        if near and (before or day.value[:4] > year):
            yield year_of(day), _year(one, year)


def _is_of_more(behind: Sequence[Detail]) -> bool:
    """Whether an annex is meant, or another symbol follows."""
    return any(each.value in ANNEXES or each.kind == "code" or each.value == "and" for each in behind)


def _day(segment: Sequence[Detail], one: Detail) -> Detail | None:
    """The day of a letter right before its symbol, nobody but sender and addressee between."""
    for each in reversed(segment[max(0, one.at - _BETWEEN) : one.at]):
        if ";" in segment[each.at + 1].gap or re.search(r"[.?!]\s", segment[each.at + 1].gap):
            return None
        if each.kind == "date":
            told = segment[max(0, each.at - _NOUN) : each.at]
            sole = all(word.kind not in _TIMES and word.value != "and" for word in told)
            return each if sole and any(word.value in _DATED for word in told) else None
        if each.kind in _TIMES or each.kind in {"code", "url"}:
            return None
    return None


def _year(one: Detail, year: str) -> Detail:
    """The year in a symbol, where it is written."""
    return one._replace(kind="year", value=year, key=("year", year), said=year, start=one.start + one.said.index(year))
