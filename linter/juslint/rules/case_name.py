"""Names of cases before the European Court that are misspelt, or that are not those of the number beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.knowledge.case_names import take_apart
from juslint.rules import Rule, _flaws
from juslint.rules._case_evidence import meant, names
from juslint.rules._case_names import Likeness, likeness, slips
from juslint.rules._case_words import finding, origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.finding import Finding, Severity
    from juslint.knowledge.cases import Case
    from juslint.reference import Reference
    from juslint.rules import Context
    from juslint.rules._case_evidence import Meant

RULE = Rule(
    name="case-name",
    severity="warning",
    summary="The name of a case that is misspelt, or that is not the name of the case with this number.",
    why=(
        "Readers know a case by its name, and search for it. French for English, initials, legal forms, and other ways "
        "to write Cyrillic, Greek or Turkish names in Latin letters are no errors, and are left alone."
    ),
    source="The knowledge base: all names of the documents of the case that number, date or report point to (HUDOC).",
    wrong=(
        "See Fatulayev v. Azerbaijan, no. 40984/07, § 87, 22 April 2010.\n",
        "See Fatullayev v. Armenia, no. 40984/07, § 87, 22 April 2010.\n",
        "See Selmoun v. France [GC], no. 25803/94, § 74, ECHR 1999-V.\n",
    ),
    right=(
        "See Fatullayev v. Azerbaijan, no. 40984/07, § 87, 22 April 2010.\n",
        "See Fatullayev c. Azerbaïdjan, no 40984/07, § 87, 22 avril 2010.\n",
        "See Khoudoyorov v. Russia, no. 6847/02, § 174, ECHR 2005-X.\n",
        "See S. Fatullayev v. Azerbaijan, no. 40984/07, § 87, 22 April 2010.\n",
        "40984/07 CASE OF FATULLAYEV v. AZERBAIJAN\n42095/98 CASE OF DAKTARAS v. LITHUANIA\n",
    ),
)
_ROW = 60  # characters of a row before the name
_WITNESSES = 2  # documents that must bear a spelling


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A name with wrong letters, another respondent, or the name of another case."""
    part, found = reference.parts.get("name"), meant(reference, context.knowledge)
    if part is None or found is None or _flaws.in_speech(context.document, reference.span):
        return
    if found.state is False:
        yield from _other_state(str(part.value), found, reference, context)
    elif found.name in (Likeness.MISSPELT, Likeness.DAMAGED) and _is_tied(found):
        yield from _misspelt(str(part.value), found, reference, context)
    elif found.name is Likeness.OTHER and found.numbered and found.state is not None:
        yield from _other_case(str(part.value), found, reference, context)


def _is_tied(found: Meant) -> bool:
    """Whether something other than the name says which case is meant."""
    return bool(found.numbered or found.reported or (found.day and found.state))


def _leading(found: Meant) -> Case:
    spoken = found.dated or found.reported or found.cases
    return next((case for case in spoken if found.spelled in (case.name, case.french)), spoken[0])


def _misspelt(said: str, found: Meant, reference: Reference, context: Context) -> Iterator[Finding]:
    pairs = slips(said, found.spelled)
    span = reference.parts["name"].span
    written = context.document.text[span.start : span.end]
    mended = written
    for wrong, right in pairs:
        mended = re.sub(rf"(?<!\w){re.escape(wrong)}(?!\w)", right, mended)
    proper = mended if likeness(mended, found.spelled) is Likeness.SAME else None
    case = _leading(found)
    lost = found.name is Likeness.DAMAGED
    severity: Severity = "info" if not lost and _may_be_right(said, found, context) else RULE.severity
    words = ", ".join(f"{wrong} for {right}" for wrong, right in pairs) or said
    why = "a letter was lost; " if lost else ""
    message = f"{words} here; {why}the case is {found.spelled} ({origin(case)})"
    yield finding(RULE, severity, span, message, reference, context, proper)


def _may_be_right(said: str, found: Meant, context: Context) -> bool:
    """Whether the knowledge base may be the one that errs: other cases have the name as it is written here, or only
    one document bears the other spelling."""
    known = context.knowledge.cases
    if known.by_name(take_apart(said).applicant):
        return True
    bearing = known.by_name(take_apart(found.spelled).applicant)
    return sum(1 + bool(case.french_item and case.item) for case in bearing) < _WITNESSES


def _other_state(said: str, found: Meant, reference: Reference, context: Context) -> Iterator[Finding]:
    """The right applicant against another State; or another name altogether."""
    case = _leading(found)
    same = found.name in (Likeness.SAME, Likeness.MISSPELT, Likeness.PART)
    if same and (found.numbered or found.day):
        respondent, right = take_apart(said).respondent, take_apart(case.name).respondent
        span = reference.parts["name"].span
        written = context.document.text[span.start : span.end]
        at = written.rfind(respondent)
        proper = f"{written[:at]}{right}{written[at + len(respondent) :]}" if at >= 0 else None
        message = f"v. {respondent} here; the case is {case.name} ({origin(case)})"
        severity: Severity = "error" if found.name is Likeness.SAME and found.numbered else "warning"
        yield finding(RULE, severity, span, message, reference, context, proper)
    elif found.numbered and found.name is Likeness.OTHER:
        yield from _other_case(said, found, reference, context)


def _stands_before(number: str, reference: Reference, context: Context) -> bool:
    """Whether a case's own number stands in its line before the name, as in rows of a list."""
    start = reference.parts["name"].span.start
    line = context.document.text[max(0, start - _ROW) : start].rpartition("\n")[2]
    return re.search(rf"(?<![0-9]){re.escape(number)}(?![0-9])", line) is not None


def _other_case(said: str, found: Meant, reference: Reference, context: Context) -> Iterator[Finding]:
    """The number is known as that of a case with another name: against another State, or with another date, or where
    there is a case of the cited name."""
    own = [case for case in context.knowledge.cases.by_name(said) if case not in found.cases]
    if found.state is not False and found.day is not False and not own:
        return
    if any(_stands_before(case.id, reference, context) for case in own):
        return
    known = ", ".join(names(found.cases)[:2])
    theirs = f", {own[0].name} is no. {own[0].id}" if len({case.id for case in own}) == 1 else ""
    message = (
        f"{said} here; no. {found.cases[0].id} is {known} ({origin(found.cases[0])}){theirs}: check number and name"
    )
    yield finding(RULE, RULE.severity, reference.parts["name"].span, message, reference, context)
