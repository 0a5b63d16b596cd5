"""How sure the date of a resolution is, by what gives it and by the dates of its neighbours.

The front matter of a resolution, a table of meetings and the roll calls of sessions 58 to 75 of the General Assembly
are trusted. A date that only citing texts give is sure where at least three agree and none dissents. One that fewer
give is sure where the numbers before and after it surely bear the very same day, for numbers are given in order of
adoption (this holds without exception for the 2,460 sure dates of the General Assembly and the 526 of the Human Rights
Council that stand between two such neighbours); where the neighbours agree on the month only, so is the month.
Everything else is shown and no rule goes by it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

ENOUGH_CITATIONS = 3  # SOURCES.md: fewer citing texts than this may all be wrong
MONTH = 7  # characters of `2006-03`
Sure = Literal["day", "month", "cited", "none"]


@dataclass(frozen=True)
class Act:
    """One resolution. `date` is a day or month in ISO form, or empty; `sure` says how much of it is.

    `why` names what made it sure or took that from it, for the tally.
    """

    part: str  # year or session
    number: int
    letter: str
    date: str
    sure: Sure
    why: str
    row: Mapping[str, str] = field(compare=False)

    @property
    def main(self) -> bool:
        """Whether it stands in the run of numbers. Later parts (B, C, …) of a number may be adopted months later."""
        return self.letter in ("", "A")

    def told(self, sure: Sure, why: str) -> Act:
        """The same, with another verdict on its date."""
        date = self.date[:MONTH] if sure == "month" else "" if sure == "none" else self.date
        return replace(self, date=date, sure=sure, why=why)

    def fields(self) -> dict[str, object]:
        """The fields of its row that give the date."""
        if not self.date:
            return {}
        if self.sure == "cited":
            return {"cited-date": self.date}
        cited = self.row.get("adoption_date", "")
        out: dict[str, object] = {"adopted": self.date}
        if self.sure == "month" and self.why == "neighbours' month" and cited.startswith(self.date):
            out["cited-date"] = cited
        return out


def by_citations(row: Mapping[str, str]) -> bool:
    """Whether enough texts cite the date and none another."""
    return int(row["date_support"] or 0) >= ENOUGH_CITATIONS and not row.get("date_conflicts")


def inside(act: Act, first: str, last: str) -> Act:
    """The act without its date where that lies outside the days from `first` to `last` of its session or year."""
    length = len(act.date)
    if not act.date or first[:length] <= act.date <= last[:length]:
        return act
    return act.told("none", "outside its session")


def in_order(acts: Iterable[Act]) -> list[Act]:
    """The acts of one run of numbers given in order of adoption, each date judged by those before and after it."""
    run = sorted(acts, key=lambda act: (act.number, act.letter))
    known = [act for act in run if act.sure == "day" and act.main]
    steady = _rising([act.date for act in known])
    broken = {known[place] for place in range(len(known)) if place not in steady}
    run = [act.told("cited", "out of order") if act in broken else act for act in run]
    run = [_lifted(act, *_around(run, act, "day")) for act in run]
    return _months(run)


def _months(run: list[Act]) -> list[Act]:
    """Months of roll calls stand only where the numbers on both sides are of the same month."""
    dated = [act for act in run if act.sure in ("day", "month") and act.main]
    steady = _rising([act.date[:MONTH] for act in dated])
    trusted = [dated[place] for place in sorted(steady)]
    out = []
    for act in run:
        before, after = _around(trusted, act, "month")
        alike = before[:MONTH] == after[:MONTH] == act.date[:MONTH]
        by_votes = act.sure == "month" and act.why == "roll calls' month"
        out.append(act.told("cited", "month beside another") if by_votes and not alike else act)
    return out


def _lifted(act: Act, before: str, after: str) -> Act:
    if act.sure != "cited" or act.why not in ("few citations", "weak document", "dissent") or not act.main:
        return act
    if before and before == act.date == after:
        return act.told("day", "neighbours' day")
    if before and before[:MONTH] == act.date[:MONTH] == after[:MONTH]:
        return act.told("month", "neighbours' month")
    return act


def _around(run: Sequence[Act], act: Act, least: Sure) -> tuple[str, str]:
    """The dates of the nearest numbers before and after one whose day (or at least month) is sure; empty: none."""
    enough = ("day",) if least == "day" else ("day", "month")
    known = [one for one in run if one.sure in enough and one.main and one.number != act.number]
    before = [one.date for one in known if one.number < act.number]
    after = [one.date for one in known if one.number > act.number]
    return (before[-1] if before else ""), (after[0] if after else "")


def _rising(dates: Sequence[str]) -> set[int]:
    """The places of a longest run of dates that never goes back."""
    tails: list[str] = []
    ends: list[int] = []
    before: list[int] = []
    for place, date in enumerate(dates):
        at = bisect_right(tails, date)
        before.append(ends[at - 1] if at else -1)
        tails[at:], ends[at:] = [date, *tails[at + 1 :]], [place, *ends[at + 1 :]]
    out: set[int] = set()
    place = ends[-1] if ends else -1
    while place >= 0:
        out.add(place)
        place = before[place]
    return out


def parts_apart(acts: Sequence[Act]) -> dict[Act, list[dict[str, str]]]:
    """For each number that stands alone and with letters: the other days of its parts, which a text may mean."""
    groups: dict[tuple[str, int], list[Act]] = defaultdict(list)
    for act in acts:
        groups[act.part, act.number].append(act)
    out: dict[Act, list[dict[str, str]]] = {}
    for group in groups.values():
        plain = next((act for act in group if not act.letter), None)
        if plain is None:
            continue
        others = [act for act in group if act.letter and not _alike(act.date, plain.date)]
        days = {act.date: act.letter for act in reversed(others)}
        out[plain] = [{"date": day, "what": f"part {letter}"} for day, letter in sorted(days.items())]
    return out


def _alike(one: str, other: str) -> bool:
    """Whether two dates agree as far as both are precise; one that is empty agrees with all."""
    return one.startswith(other) or other.startswith(one)


def lone_parts(acts: Sequence[Act]) -> set[Act]:
    """Numbers that stand alone although the only part known is A: another part, of another day, surely exists."""
    letters: dict[tuple[str, int], set[str]] = defaultdict(set)
    undated: set[tuple[str, int]] = set()
    for act in acts:
        letters[act.part, act.number].add(act.letter)
        if act.letter and not act.date:
            undated.add((act.part, act.number))
    return {
        act
        for act in acts
        if not act.letter and (letters[act.part, act.number] == {"", "A"} or (act.part, act.number) in undated)
    }


def years(first: int, last: int) -> tuple[str, str]:
    """The first and last day of a run of years."""
    return f"{first}-01-01", f"{last}-12-31"
