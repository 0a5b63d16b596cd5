"""Pages on which judgments and articles begin behind the same volume of the same reports: `84 F. Supp. 3d 246`.

Two such pages with two digits swapped are hardly those of two works, unless each has another name before it or another
year behind it. Of another slip, both must have the name of the same case.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import MONTHS
from juslint.details.rarity import names
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_WORD = r"[A-Z\u00c0-\u024f][\w.\u2019'&]{0,24}"
_CITED = re.compile(
    r"[0-9(\[](?<![\w.,/].)(?:(?<=[(\[])(?P<year>[12][0-9]{3})[)\]]\s(?:(?P<volume>[0-9]{1,4})\s)?"
    r"|(?<=[0-9])(?P<more>[0-9]{0,3})\s)"  # all but the first digit, where most places fail
    rf"(?P<series>{_WORD}(?:\s(?:{_WORD}|[2-4]d|of|the|and|&)){{0,5}})\s(?P<page>[0-9]{{1,4}})(?![\w/:.-]*[0-9])"
    r"(?:[^();\n]{0,30}\((?:[^()\n]{0,30}\s)?(?P<behind>[12][0-9]{3})\))?"
)
_MONTHS = frozenset(MONTHS) | {month[:3] for month in MONTHS} | {"Sept"}
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
_LEAST, _MOST = 2, 12  # digits of a page, and places of one volume that are compared
_BEFORE = 18  # details in which the name of the case or author stands
_RARE = 8  # segments that say a name that ties two


class _Cited(NamedTuple):
    page: Detail
    names: frozenset[tuple[str, str]]  # before it
    is_case: bool
    year: str | None


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each odd page with the usual one; of two that are said once, the later."""
    groups: dict[tuple[str, ...], list[_Cited]] = defaultdict(list)
    starts = [segment[0].start for segment in details.segments]
    for found in _CITED.finditer(details.document.text):
        series = re.sub(r"[\s.]", "", found["series"]).casefold()
        alone = found[0][: found.end("more") - found.start()] if found["more"] is not None else ""
        volume = (found["year"] or "", found["volume"] or alone)
        dated = found["series"].split()[0].rstrip(".") in _MONTHS
        if dated or _YEAR.fullmatch(found["page"]) or len(found["page"]) < _LEAST:
            continue
        cited = _cited(details, starts, found)
        if cited is not None:
            groups[(*volume, series)].append(cited)
    for same in groups.values():
        values: dict[str, list[_Cited]] = defaultdict(list)
        for one in same[:_MOST]:
            values[one.page.value].append(one)
        if len(values) == 2:
            first, last = values.values()
            (odd, *others), usual = (last, first) if len(last) <= len(first) else (first, last)
            rival = next((one for one in usual if _are_one(details, odd, one)), None)
            if not others and rival is not None:
                yield odd.page, rival.page


def _cited(details: Details, starts: Sequence[int], found: re.Match[str]) -> _Cited | None:
    start = found.start("page")
    segment = details.segments[bisect_right(starts, start) - 1] if starts and start >= starts[0] else []
    at = bisect_left(segment, start, key=lambda one: one.start)
    if at == len(segment) or segment[at].start != start or segment[at].kind != "number":
        return None
    first = bisect_left(segment, found.start(), key=lambda one: one.start)
    before = segment[max(0, first - _BEFORE) : first]
    return _Cited(
        segment[at], frozenset(names(before)), any(one.value in {"v", "vs"} for one in before), found["behind"]
    )


def _are_one(details: Details, odd: _Cited, rival: _Cited) -> bool:
    one, other = odd.page.value, rival.page.value
    if odd.page.segment == rival.page.segment or (odd.year and rival.year and odd.year != rival.year):
        return False
    shared = any(details.among[key] <= _RARE for key in odd.names & rival.names)
    if odd.is_case and rival.is_case:
        return shared and likeness.like_numbers(one, other)
    unnamed = odd.is_case != rival.is_case or not odd.names or not rival.names
    return likeness.is_swapped(one, other) and (shared or unnamed)
