"""Days without a year, `on 13 April`: of the year in which the text has that day, or most days of the month.

Where it has none of either, they are of the year that was told last. In a row or entry of a chronology, `2021 | 26
February`, they are of its year, and so behind the year of an entry in a list: `Ministry for Justice. 2021. Note of 22
September`.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING

from juslint.dates import MONTHS, Date
from juslint.details.tokens import TIMES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set

    from juslint.details.tokens import Detail

Places = defaultdict[tuple[str, str], "list[Detail]"]
_FIRST = 3  # details of a row before which its day stands
_WIDEST = 60  # details of a row before which a day is one of its year
_NAMES = 8  # names of the authors of an entry
_YEAR, _MONTH = 4, 7  # characters of a day that are its year, and its year and month
_place = attrgetter("segment", "at")


def give_years(
    segments: Sequence[list[Detail]], places: Places, heads: Mapping[int, str], paragraphs: Sequence[int]
) -> Set[Detail]:
    """Make dates of the days; where no year is told before, they stay what they are.

    `heads` are the years that stand alone above segments, `paragraphs` the numbers of the segments' paragraphs. The
    result are the dates that a row or entry gives its year.
    """
    found = [key for key in places if key[0] == "day"]
    headed: set[Detail] = set()
    if not found:
        return headed
    begun = _begun(segments, paragraphs)
    rest: list[Detail] = []
    for key in found:
        for one in places.pop(key):
            at = one.segment
            year = _head(segments[at], one.at, heads.get(at, ""), begun.get(at, ""))
            if year:
                headed.add(_set(one, year, segments, places))
            else:
                rest.append(one)
    years: dict[str, set[str]] = defaultdict(set)
    months: dict[str, Counter[str]] = defaultdict(Counter)
    told: list[Detail] = []
    for (kind, value), said in places.items():
        if kind in TIMES:
            told += (one for one in said if kind != "year" or not one.gap.endswith("("))  # 2717 (2023) tells no time
            if kind == "date":
                years[value[_YEAR:]].add(value[:_YEAR])
                months[value[_YEAR:_MONTH]][value[:_YEAR]] += len(said)
    told.sort(key=_place)
    for one in rest:
        own = years.get(one.value, set())
        at = bisect_left(told, _place(one), key=_place)
        last = told[at - 1].value[:_YEAR] if at else ""
        most = months.get(one.value[: _MONTH - _YEAR], Counter()).most_common(2)
        usual = most[0][0] if most and (len(most) == 1 or most[0][1] > most[1][1]) else last
        year = min(own) if len(own) == 1 else last if last in own else usual
        if year:
            _set(one, year, segments, places)
        else:
            insort(places[one.key], one, key=_place)
    return headed


def _set(one: Detail, year: str, segments: Sequence[list[Detail]], places: Places) -> Detail:
    """Make a date of a day, where it stands and among the places."""
    date = one._replace(kind="date", value=f"{year}{one.value}", key=("date", f"{year}{one.value}"))
    segments[one.segment][one.at] = date
    insort(places[date.key], date, key=_place)
    return date


def _begun(segments: Sequence[list[Detail]], paragraphs: Sequence[int]) -> dict[int, str]:
    """By segment the year with which its paragraph began in another one, where it has told no other since."""
    found: dict[int, str] = {}
    year, number = "", -1
    for at, segment in enumerate(segments):
        if paragraphs[at] != number:
            year, number = _first(segment), paragraphs[at]
        elif year:
            found[at] = year
        if year and any(one.kind in TIMES and one.value[:_YEAR] != year for one in segment):
            year = ""
    return found


def _first(segment: list[Detail]) -> str:
    """The year with which a row or entry begins, and behind which it tells what was then: `2010, May: a report`."""
    one, behind = segment[0], segment[1]
    apart = behind.gap.strip() or "  " in behind.gap or "\t" in behind.gap or behind.kind in {"date", "day"}
    return one.value[:_YEAR] if one.kind in {"year", "month"} and apart and behind.kind != "year" else ""


def _head(segment: list[Detail], at: int, above: str, begun: str) -> str:
    """The year of a row or entry before one of its days, if it tells no other between; none elsewhere."""
    before = [one for one in segment[: min(at, _WIDEST)] if one.kind != "number"]  # 15 to 20 October
    if not before and above:
        return above if at < _FIRST else ""
    told = [one for one in before if one.kind in TIMES]
    if at >= _WIDEST or len({one.value[:_YEAR] for one in told}) > 1:
        return ""
    if not told:
        return begun
    year = told[0]
    first = year is before[0] and ((len(before) == 1 and at < _FIRST) or bool(_first(segment)))
    return year.value[:_YEAR] if first or _is_of_entry(segment, year) else ""


def _is_of_entry(segment: list[Detail], year: Detail) -> bool:
    """Whether a year is that of an entry, behind its author: `Ministry for Justice. 2021.`, `Mylona, P. (2021)`."""
    before, behind = segment[: year.at], segment[year.at + 1 : year.at + 2]
    named = sum(one.kind == "name" for one in before)
    ends = bool(behind) and behind[0].gap[:1] in {".", ")", ","}
    begins = year.gap.endswith((". ", "("))
    return year.kind == "year" and ends and begins and 0 < named <= _NAMES and 2 * named > len(before)


def has_year(date: Detail) -> bool:
    """Whether the year stands in it."""
    return sum(map(str.isdigit, date.said)) >= _YEAR


def written(date: Detail, like: Detail) -> str:
    """A day as it is to be written in place of another: in words, and with its year, where that one is so."""
    alike = any(map(str.isalpha, date.said)) == any(map(str.isalpha, like.said)) and has_year(date) == has_year(like)
    if date.kind != "date" or alike:
        return " ".join(date.said.split())  # which may stand on two lines
    year, month, day, _ = Date.from_iso(date.value)
    first = like.said[0].isalpha()
    said = f"{MONTHS[(month or 1) - 1]} {day}" if first else f"{day} {MONTHS[(month or 1) - 1]}"
    return said if not has_year(like) else f"{said}, {year}" if first else f"{said} {year}"
