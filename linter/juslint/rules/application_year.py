"""Application numbers of the European Court whose year is later than the judgment or decision that is cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.knowledge.case_checks import lodged
from juslint.rules import Rule, _case_reports
from juslint.rules._case_evidence import meant
from juslint.rules._case_words import finding, number_span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.finding import Finding
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="application-year",
    severity="error",
    summary="An application that came in after it was decided.",
    why=(
        "The digits behind the slash are the year in which the application came in. No judgment or decision is older "
        "than its application, so that the number or the date is wrong."
    ),
    source="European Court of Human Rights, note on the mode of citation; Rules of Court.",
    wrong=(
        "See Ruiz v. Spain, no. 12345/11, 3 May 2010.\n",
        "See Ruiz v. Spain, no. 12345/05, § 8, ECHR 2003-II.\n",
    ),
    right=(
        "See Ruiz v. Spain, no. 12345/10, 3 May 2010.\n",
        "See Ruiz v. Spain, no. 12345/98, § 8, ECHR 2003-II.\n",
        "On 3 May 2010 the Court gave notice of application no. 12345/08 to the Government.\n",
    ),
)


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """The first number; nothing where the knowledge base tells which of the two is wrong: then another rule does."""
    part = reference.parts.get("applications")
    if reference.family != "echr" or "ecli" in reference.parts or part is None or not isinstance(part.value, tuple):
        return
    number = str(part.value[0])
    if not number[-2:].isdecimal() or "name" not in reference.parts:
        return
    span, year = number_span(reference, number, context), lodged(number)
    date, report = reference.date_of(), _case_reports.volume(reference.text_of("report") or "")
    decided = date.year if date is not None else report.year if report is not None else 0
    if span is None or not 0 < decided < year:
        return
    found = meant(reference, context.knowledge)
    if found is not None and (found.numbered is False or found.day is False) and found.named:
        return
    message = f"no. {number} came in in {year}, but what is cited is of {decided}: check number and date"
    yield finding(RULE, RULE.severity, span, message, reference, context)
