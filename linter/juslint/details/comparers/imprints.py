"""Years of publication that differ behind the same title, place and publisher: `(London, Pluto Press, 2020)`, `(2019)`.

A year is one of publication where it ends what stands in brackets behind a name. Two of them are of one work where the
same words stand before both: most of a title with its imprint, or the whole of a title in quotation marks or italics.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.details.pairs import Pair, front
from juslint.words import recurring

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_KEY, _MOST = 3, 12  # details by which years are gathered, and years that are compared
_INSIDE = 8  # details in one bracket
_LONG, _SHORT = 5, 4  # details of a title and imprint that are the same, with three and with four telling names
_AGAIN = re.compile(  # what is made, held or printed anew under one name
    r"\b(?:laws?|acts?|codes?|constitution|statutes?|regulations?|decrees?|orders?|ordinances?|rules|conventions?"
    r"|protocols?|agreements?|treaty|treaties|elections?|conferences?|congress|summit|games|census|edn?|edition|vol|no"
    r"|journals?|quarterly|law|studies|magazine|gazette|times|news|annals|archives?|proceedings|transactions|affairs)\b"
)
_INSTRUMENT = re.compile(
    r"\b(?:conventions?|covenants?|protocols?|charter|statute|treaty|treaties|agreements?|declarations?|laws?|acts?|codes?"
    r"|principles|rules|regulations?|directives?|resolutions?)\b"
)
_NAME = 24  # details of a name in front of those that two have in common
_QUOTED = re.compile(r"[\"\u201d\u2019'],?[\s*_]+$")


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each odd year of publication with the usual one; of two that are said once, the later."""
    groups: dict[tuple[str, ...], list[Detail]] = defaultdict(list)
    for one in details.of("year"):
        segment = details.segments[one.segment]
        if _is_imprint(segment, one):
            end = front(segment, one)
            before = tuple(detail.value for detail in segment[max(0, end - _KEY) : end])
            if len(before) == _KEY:
                groups[before].append(one)
    titled = {span.end for span in (*details.document.quotations, *details.document.emphases)}
    for years in groups.values():
        if len({one.value for one in years}) == 2 and len(years) <= _MOST:
            yield from _odd(details, years, titled)


def _is_imprint(segment: list[Detail], one: Detail) -> bool:
    if one.gap.endswith("("):
        return True
    if one.gap != ", ":
        return False
    for detail in reversed(segment[max(0, one.at - _INSIDE) : one.at]):
        if ")" in detail.gap:
            return False
        if "(" in detail.gap:
            return True
    return False


def _odd(details: Details, years: list[Detail], titled: set[int]) -> Iterator[tuple[Detail, Detail]]:
    last = years[-1].value
    late = [one for one in years if one.value == last]
    early = [one for one in years if one.value != last]
    odd, usual = (late, early) if len(late) <= len(early) else (early, late)
    for rival in usual:
        pair = Pair(details, odd[0], rival)
        if len(odd) == 1 and rival.segment != odd[0].segment and _are_one(pair, titled):
            yield odd[0], rival
            return


def _are_one(pair: Pair, titled: set[int]) -> bool:
    said = " ".join(detail.value for detail in pair.before)
    if any(words.search(said) for words in (recurring.RECURRING, recurring.SERIAL, _AGAIN)) or pair.told_apart:
        return False
    if are_instruments(pair):
        return False
    if not pair.before or _QUOTED.search(pair.before[0].gap):  # what contains two articles
        return False
    names = sum(pair.tells(detail) for detail in pair.before)
    if (len(pair.before) >= _LONG and names >= 3) or (len(pair.before) >= _SHORT and len(pair.names) >= 4):
        return True
    ends = any(one.start - back in titled for one in (pair.odd, pair.rival) for back in range(2, 6))
    return ends and names >= 2 and len(pair.names) > sum(detail.kind == "name" for detail in pair.before)


def are_instruments(pair: Pair) -> bool:
    """Whether both years are of laws or treaties, whose names begin otherwise and end alike."""
    ahead = (
        segment[max(0, one.at - len(pair.before) - _NAME) : one.at - len(pair.before)]
        for segment, one in ((pair.left, pair.odd), (pair.right, pair.rival))
    )
    return all(_INSTRUMENT.search(" ".join(detail.value for detail in side)) for side in ahead)
