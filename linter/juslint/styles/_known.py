"""What the knowledge base adds to a citation of a case: only where one document alone can be meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from juslint.families import _reports
from juslint.knowledge.case_names import key
from juslint.styles import _pinpoints
from juslint.styles._case import DATE, DECISION, GRAND, NEW_COURT, NUMBERS, REPORT, Citation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from juslint.knowledge import Knowledge
    from juslint.knowledge.cases import Case
    from juslint.reference import Reference
    from juslint.styles import Source

_HEAD = re.compile(
    r"(?:^|\n\s*(?:\w{1,4}[.)]\s+)?|;\s+|\b[Ss]ee(?: also)?,? )$"
)  # a name may stand here that the text does not give
_REPORTED = re.compile(r"ECHR (?:1999|20[01][0-9])\b")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a style wants in a citation: `labels` of formation and kind; `reports`, how those begin that it prefers;
    `dates`: a date in place of the year in brackets in front of a report, which it does not write.
    """

    labels: bool = False
    reports: tuple[str, ...] = ()
    dates: bool = False


def completed(citation: Citation, source: Source, wanted: Wanted) -> tuple[Citation, tuple[str, ...]]:
    """The citation with what it lacks and the knowledge base surely knows, and what was added, in words."""
    case = document(citation, source.knowledge)
    added: list[str] = []
    if case is None:
        return citation, ()
    if citation.name is None and citation.court and (not source.before or _HEAD.search(source.before)):
        citation = citation._replace(name=case.name)
        added.append(f"the name {case.name}")
    if citation.name is None:
        return citation, ()
    if " v. " not in citation.name and key(citation.name) == key(case.name):
        citation = citation._replace(name=case.name)
        added.append(f"the respondent ({case.name})")
    if not citation.numbers and citation.later:
        citation = citation._replace(numbers=(case.id,), order=NUMBERS + citation.order)
        added.append(f"the application number {case.id}")
    citation, when = _dated(citation, case, wanted)
    added += when
    if wanted.labels:
        lacking = _lacking(citation, case)
        citation = citation._replace(labels=tuple(sorted((*citation.labels, *lacking), key=lambda one: one == GRAND)))
        added += (f"the label {label}" for label in lacking)
    return citation, tuple(added)


def _dated(citation: Citation, case: Case, wanted: Wanted) -> tuple[Citation, list[str]]:
    """The citation with the report or the date of the document, where it has neither or a mere year."""
    bare = not citation.date and not citation.report
    if bare and case.report and case.report.startswith(wanted.reports) and _REPORTED.match(case.report):
        return citation._replace(report=case.report, order=citation.order + REPORT), [f"the report {case.report}"]
    if case.date and (bare or (wanted.dates and citation.year_alone)):
        order = citation.order + DATE if bare else DATE + citation.order
        return citation._replace(date=case.date, order=order), [f"the date {case.date}"]
    return citation, []


def whole(reference: Reference, knowledge: Knowledge, wanted: Wanted) -> Citation | None:
    """The full citation of the document of a case that a reference without a text means: by its id, and date if it has
    one, else the leading document. None where it is not known.

    A report of before 1999 stands in place of the application number, one since then in place of the date.
    """
    entry = knowledge.resolve(reference.id or "").entry
    groups = _pinpoints.read(str(reference.pinpoint.value)) if reference.pinpoint else ()
    if entry is None or groups is None or not entry.data.get("applications"):
        return None
    date = reference.date_of() or entry.date()
    cases = [one for one in knowledge.cases.of(entry.data["applications"][0]) if one.date == date]
    case = next((one for one in cases if one.kind != "report"), None)
    if case is None or case.date is None or (case.kind == "decision" and case.date[:3] < NEW_COURT[:3]):
        return None
    kind = "decision" if case.kind == "decision" else "judgment"
    bare = Citation(name=case.name, numbers=(case.id,), date=date, kind=kind, pinpoint=groups, order=NUMBERS + DATE)
    bare = bare._replace(labels=_lacking(bare._replace(kind=None), case))
    if case.report is None or not case.report.startswith(wanted.reports):
        return bare
    if _REPORTED.match(case.report):
        return bare._replace(date=None, report=case.report, order=NUMBERS + REPORT)
    report = case.report.replace("Reports ", "Reports of Judgments and Decisions ")
    return bare._replace(numbers=(), report=report, order=DATE + REPORT)


def document(citation: Citation, knowledge: Knowledge) -> Case | None:
    """The one document that a citation means; None where it may be several, or none is known."""
    if citation.numbers:
        cases = [case for case in knowledge.cases.of(citation.numbers[0]) if _agrees(case, citation)]
        cases = _bearing(cases, citation)
    elif citation.name and citation.date:
        cases = [case for case in knowledge.cases.by_name(citation.name, citation.date) if _agrees(case, citation)]
    elif citation.name and citation.year_alone:
        printed = knowledge.cases.by_report(_reports.key(citation.report or "") or "")
        cases = [case for case in printed if case.kind == "judgment" and _is_called(case, citation.name)]
    else:
        return None
    return cases[0] if len({(case.id, case.date) for case in cases}) == 1 else None


def _is_called(case: Case, name: str) -> bool:
    return key(name) == key(case.name)


def _agrees(case: Case, citation: Citation) -> bool:
    if case.kind == "report" or (citation.date is not None and case.date != citation.date):
        return False
    if citation.is_decision and case.kind != "decision":
        return False
    if citation.date is None and citation.report and (case.report or "?") not in citation.report:
        return False
    return citation.name is None or _is_called(case, citation.name) or bool(citation.numbers)


def _bearing(cases: Iterable[Case], citation: Citation) -> list[Case]:
    """Of the documents of a case those that bear the labels which the citation gives, where no date tells."""
    found = list(cases)
    if citation.date is not None or citation.report:
        return found
    if GRAND in citation.labels:
        found = [case for case in found if case.body == "grand-chamber"]
    if not citation.is_decision:
        found = [case for case in found if case.kind == "judgment"]
    words = {label.strip("()") for label in citation.labels} - {GRAND, DECISION.strip("()")}
    return [case for case in found if not words or case.label in words]


def _lacking(citation: Citation, case: Case) -> tuple[str, ...]:
    """The labels that the document bears and the citation does not; the former Court's had none."""
    if case.date is None or case.date[:3] < NEW_COURT[:3]:
        return ()
    bears = []
    if case.kind == "decision" and not citation.is_decision:
        bears.append(DECISION)
    if case.label and not any(case.label in label for label in citation.labels):
        bears.append(f"({case.label})")
    if case.body == "grand-chamber" and GRAND not in citation.labels:
        bears.append(GRAND)
    return tuple(bears)
