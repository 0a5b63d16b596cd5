"""How the European Court cites its own cases: its list of case-law references, and the old reporters."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from kb_echr_names import ORDINAL, alike, unlabelled

from juslint.knowledge.case_names import take_apart

if TYPE_CHECKING:
    from juslint.knowledge.respondents import Respondents

REPORT = re.compile(
    r"(?P<echr>ECHR (?P<year>\d{4})(?:-[IVX]+)?(?: \(extracts\))?)"
    r"|Reports of Judgments and Decisions (?P<reports>\d{4}-[IVX]+)|(?P<series>Series A no\. \d+(?:-[A-Z]+)?)"
)
BEFORE_NUMBER = re.compile(r",\s+(?:nos?\.? \d|\d{1,2} \w+ \d{4}|application)")


class Cited(NamedTuple):
    """One line of the list: the name without labels, the line itself, its date (or none) and report (or none)."""

    name: str
    citation: str
    date: str
    report: str | None
    year: str  # of the report ECHR, where there is no date


class Authority:
    """The list, by application number and by day."""

    def __init__(self, lines: list[dict[str, str]], states: Respondents) -> None:
        self._states = states
        self._english: dict[str, list[Cited]] = defaultdict(list)
        self._french: dict[str, list[Cited]] = defaultdict(list)
        self._days: dict[str, list[Cited]] = defaultdict(list)
        for line in lines:
            one = _cited(line)
            for number in filter(None, line["appnos"].split(";")):
                (self._english if line["language"] == "eng" else self._french)[number].append(one)
            if line["language"] == "eng" and not line["appnos"]:
                self._days[one.date].append(one)

    def of(self, numbers: list[str], date: str | None, title: str) -> Cited | None:
        """The line of a document: of one of its numbers and its day, or of its name and day."""
        found = [one for number in numbers for one in self._english.get(number, ()) if one.date and one.date == date]
        found += [one for one in self._days.get(date or "", ()) if self._same(one.name, title)]
        return next((one for one in found if self._same(one.name, title)), None)

    def _same(self, name: str, title: str) -> bool:
        bare = unlabelled(title)
        one, other = (self._states.codes(take_apart(text).respondent) for text in (name, bare))
        return (one is None or other is None or one == other) and alike(name, bare)

    def french(self, numbers: list[str], date: str | None) -> str | None:
        """The French name of a document."""
        found = [one for number in numbers for one in self._french.get(number, ()) if one.date and one.date == date]
        return found[0].name if found else None

    def give_reports(self, rows: list[dict[str, Any]], reporters: list[dict[str, str]]) -> None:
        """Give the rows the volume in which they are reported, where the list or the old catalogue says it.

        A line without a day is of the one document of its year and kind; where there are several, of none.
        """
        by_number: dict[str, list[dict[str, Any]]] = defaultdict(list)
        by_item = {row["item"]: row for row in rows} | {row["item-fr"]: row for row in rows if "item-fr" in row}
        for row in rows:
            if row["cited"] and row["cited"].report:
                row["report"] = row["cited"].report
            for number in row["numbers"]:
                by_number[number].append(row)
        for number, lines in self._english.items():
            for line in lines:
                fitting = [row for row in by_number.get(number, ()) if _fits(row, line)]
                if line.report and not line.date and len(fitting) == 1 and self._same(line.name, fitting[0]["name"]):
                    fitting[0].setdefault("report", line.report)
                    if not fitting[0]["cited"]:
                        fitting[0]["cited"], fitting[0]["name"] = line, line.name
        for entry in reporters:
            row = by_item.get(int(entry["itemid"][4:] or 0) if entry["itemid"].startswith("001-") else 0)
            report = _reporter(entry["reporter_key"])
            if row and report and row["date"] == entry["date"]:
                row.setdefault("report", report)


def _fits(row: dict[str, Any], line: Cited) -> bool:
    kind = "decision" if "(dec.)" in line.citation else "judgment"
    grand = "[GC]" in line.citation
    year = (row["date"] or "")[:4]
    return year == line.year and row["kind"] == kind and grand == (row["by"] == "grand-chamber")


def _cited(line: dict[str, str]) -> Cited:
    citation = " ".join(line["citation"].split())
    head = BEFORE_NUMBER.split(citation)[0]
    found = REPORT.search(citation)
    report = None
    if found:
        report = found["echr"] or found["series"] or f"Reports {found['reports']}"
    ordinal = ORDINAL.search(head) or re.search(r"\(n(?:o|°)\.? (\d+)\)", head)
    name = " ".join(line["title"].split())
    if ordinal and not ORDINAL.search(name):
        name += f" (no. {ordinal[1]})" if line["language"] == "eng" else f" (no {ordinal[1]})"
    return Cited(unlabelled(name), citation, line["date"], report, found["year"] or "" if found else "")


def _reporter(reporter: str) -> str | None:
    """`SERIES_A:::277:B:` and `REPORTS:1996:I:::` in the Court's words."""
    family, *parts = reporter.split(":")
    if family == "SERIES_A":
        return "Series A no. " + "-".join(part for part in parts if part)
    if family == "REPORTS" and parts[0] and parts[1]:
        return f"Reports {parts[0]}-{parts[1]}"
    return None
