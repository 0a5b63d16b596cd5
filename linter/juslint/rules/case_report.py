"""Volumes of the European Court's reports that do not exist, or in which the case is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.rules import Rule, _case_reports
from juslint.rules._case_evidence import meant
from juslint.rules._case_reports import Volume, volume
from juslint.rules._case_words import described, finding, origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.finding import Finding, Severity
    from juslint.knowledge import Knowledge
    from juslint.knowledge.cases import Case
    from juslint.reference import Reference
    from juslint.rules import Context
    from juslint.rules._case_evidence import Meant

RULE = Rule(
    name="case-report",
    severity="error",
    summary="A volume of the Court's reports that does not exist, or in which the case is not.",
    why=(
        "Series A ended in 1995; Reports of Judgments and Decisions ran from 1996 to 1998; ECHR from 1999, in numbered "
        "volumes to 2007, and cited by the year alone from 2008 to 2015. A judgment stands in a volume of its own year."
    ),
    source=(
        "European Court of Human Rights, note on the mode of citation, and its list of references: the volume of each "
        "reported case, and so the highest volume of each year."
    ),
    wrong=(
        "See Fatullayev v. Azerbaijan, no. 40984/07, § 87, ECHR 2010-III.\n",
        "See Labita v. Italy [GC], no. 26772/95, § 119, ECHR 2000-VI.\n",
        "See Ruiz v. Spain, no. 12345/11, § 8, ECHR 2017.\n",
        "See Labita v. Italy [GC], no. 26772/95, § 119, ECHR 2000.\n",
    ),
    right=(
        "See Labita v. Italy [GC], no. 26772/95, § 119, ECHR 2000-IV.\n",
        "See Chiragov and Others v. Armenia [GC], no. 13216/05, § 96, ECHR 2015.\n",
        "See Marckx v. Belgium, 13 June 1979, § 45, Series A no. 31.\n",
        "See Osman v UK ECHR 1998–VIII 3124.\n",
    ),
)
_CHOSEN_TO = 2018  # cases were still chosen for the reports, and the Registry itself has cited them so
_PLANNED = 2007  # of which more volumes were planned, and cited, than were printed


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A volume that cannot exist; another one than that which holds the case; a year without its volume."""
    part = reference.parts.get("report")
    said = volume(str(part.value)) if part is not None else None
    if part is None or said is None or context.document.text[part.span.end : part.span.end + 1].isalnum():
        return  # none, or one of which not all is read: `ECHR 2001-IXa`
    found = meant(reference, context.knowledge)
    cases = _pinned(found) if found is not None else ()
    known = _known(said, cases)
    fault = _fault(said, context.knowledge)
    if fault is None and found is not None and cases:
        fault = _contradiction(said, found, cases, known)
    if fault is None:
        return
    severity, message = fault
    where = f"; {known[0].name}, {described(known[0])}, is in {known[0].report} ({origin(known[0])})" if known else ""
    proper = known[0].report if known and "Reports of" not in str(part.value) else None
    yield finding(RULE, severity, part.span, message + where, reference, context, proper)


def _pinned(found: Meant) -> tuple[Case, ...]:
    """The documents that number, name and date surely mean."""
    if not found.named or not (found.numbered or (found.numbered is None and found.day)):
        return ()
    return found.dated or (found.cases if found.day is None else ())


def _known(said: Volume, cases: tuple[Case, ...]) -> list[Case]:
    """The documents with a known report; where several have one, those of the year that is said."""
    told = [(case, known) for case in cases if (known := volume(case.report or ""))]
    same = [case for case, known in told if known[:2] == said[:2]]
    return same or [case for case, _ in told if len({case.report for case, _ in told}) == 1]


def _fault(said: Volume, knowledge: Knowledge) -> tuple[Severity, str] | None:
    """Why there is no such volume, and how sure that is."""
    if said.number:
        last = _case_reports.LAST_SERIES_A_NUMBER
        return ("error", f"Series A ends with no. {last}") if said.number > last else None
    if said.year < _case_reports.FIRST_REPORTS:
        return "error", f"there is no volume of {said.year}: {_SERIES}"
    if said.year > _case_reports.LAST:
        sure: Severity = "info" if said.year <= _CHOSEN_TO else "warning"
        return sure, f"there is no volume of {said.year}: the last one is ECHR 2015; cite by the date"
    if said.year >= _case_reports.FIRST_UNNUMBERED:
        if said.part:
            return (
                "warning",
                f"from 2008 on the Court cites its reports by the year alone: ECHR {said.year}, not {said}",
            )
        return None
    volumes = _volumes(said.year, knowledge)
    if not said.part:
        return "info", f"the volume is missing: {said} has {len(volumes)} of them"
    if said.part in volumes or not volumes:
        return None
    severity: Severity = "warning" if said.year == _PLANNED else "error"
    return severity, f"there is no volume {said}: those of {said.year} are I to {_ROMAN[len(volumes) - 1]}"


_SERIES = "Series A ended in 1995 and is cited by number, Reports ran from 1996 to 1998, ECHR from 1999 to 2015"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


def _volumes(year: int, knowledge: Knowledge) -> list[str]:
    """The volumes of a year, as far as the known cases stand in them."""
    return [part for part in _ROMAN if knowledge.cases.by_report(str(Volume(0, year, part)))]


def _contradiction(
    said: Volume, found: Meant, cases: tuple[Case, ...], known: list[Case]
) -> tuple[Severity, str] | None:
    """What the known report or date of the case has against this volume."""
    if any(case in cases for case in found.reported) or all(case.kind == "report" for case in cases):
        return None  # the Commission's report is printed behind the judgment
    if found.reported:
        return "warning", f"{said} here"
    reports = [one for case in known if (one := volume(case.report or ""))]
    if any(one[:2] == said[:2] and not (one.part and said.part) for one in reports):
        return None
    if reports:
        return "warning" if said.year == _PLANNED else "error", f"{said} here"
    years = {case.date.year for case in found.cases if case.date}
    if said.number or not years or said.year in years:
        return None
    return "warning", f"{said} here; no judgment or decision of {said.year} in {cases[0].name} is known"
