"""Days without a year, `on 13 April`: of the year in which the text has that day, or most days of the month.

Where it has none of either, they are of the year that was told last. In a row or entry of a chronology, `2021 | 26
February`, they are of its year.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING

from juslint.dates import MONTHS, Date

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set

    from juslint.rules._detail_tokens import Detail

Places = defaultdict[tuple[str, str], "list[Detail]"]
_FIRST = 3  # details of a row before which its day stands
_YEAR, _MONTH = 4, 7  # characters of a day that are its year, and its year and month
_place = attrgetter("segment", "at")


def give_years(segments: Sequence[list[Detail]], places: Places, heads: Mapping[int, str]) -> Set[Detail]:
    """Make dates of the days; where no year is told before, they stay what they are.

    `heads` are the years that stand alone above segments. The result are the dates that a row or entry gives its year.
    """
    found = [key for key in places if key[0] == "day"]
    headed: set[Detail] = set()
    if not found:
        return headed
    years: dict[str, set[str]] = defaultdict(set)
    months: dict[str, Counter[str]] = defaultdict(Counter)
    told: list[Detail] = []
    for (kind, value), said in places.items():
        if kind in {"date", "month", "year"}:
            told += (one for one in said if kind != "year" or not one.gap.endswith("("))  # 2717 (2023) tells no time
            if kind == "date":
                years[value[_YEAR:]].add(value[:_YEAR])
                months[value[_YEAR:_MONTH]][value[:_YEAR]] += len(said)
    told.sort(key=_place)
    for key in found:
        for one in places.pop(key):
            own = years.get(one.value, set())
            at = bisect_left(told, _place(one), key=_place)
            last = told[at - 1].value[:_YEAR] if at else ""
            most = months.get(one.value[: _MONTH - _YEAR], Counter()).most_common(2)
            usual = most[0][0] if most and (len(most) == 1 or most[0][1] > most[1][1]) else last
            head = _head(segments[one.segment], one.at, heads.get(one.segment, ""))
            year = head or (min(own) if len(own) == 1 else last if last in own else usual)
            date = one._replace(kind="date", value=f"{year}{one.value}", key=("date", f"{year}{one.value}"))
            segments[one.segment][one.at] = date if year else one
            insort(places[date.key if year else key], date if year else one, key=_place)
            if head:
                headed.add(date)
    return headed


def _head(segment: list[Detail], at: int, above: str) -> str:
    """The year of a row or entry that begins with a day, or with its year and a day; none elsewhere."""
    before = [one for one in segment[:at] if one.kind != "number"]  # 15 to 20 October
    if not before:
        return above if at < _FIRST else ""
    return before[0].value if len(before) == 1 and before[0].kind == "year" and at < _FIRST else ""


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
