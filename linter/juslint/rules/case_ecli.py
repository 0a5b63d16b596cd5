"""ECLIs of the European Court that contradict themselves, the citation beside them, or the knowledge base."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

from juslint.finding import Related
from juslint.knowledge.case_checks import lodged
from juslint.rules import Rule
from juslint.rules._case_words import finding, listed, origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.finding import Finding
    from juslint.knowledge.cases import Case
    from juslint.reference import Reference
    from juslint.rules import Context

from dataclasses import replace

RULE = Rule(
    name="case-ecli",
    severity="error",
    summary="An ECLI whose number, day or kind is not that of the case.",
    why=(
        "An ECLI of the Court is made of the year, the day, JUD or DEC, and the application number padded to seven "
        "digits with its year. One wrong digit leads to no text or to another one."
    ),
    source="ECLI of the European Court of Human Rights; the knowledge base (HUDOC).",
    wrong=(
        "See Fatullayev v. Azerbaijan, no. 40984/07, 22 April 2010, ECLI:CE:ECHR:2010:0424JUD004098407.\n",
        "See ECLI:CE:ECHR:2010:0422DEC004098407.\n",
        "See Ruiz v. Spain, no. 12345/05, 3 May 2010 (ECLI:CE:ECHR:2010:0503JUD001234506).\n",
    ),
    right=(
        "See Fatullayev v. Azerbaijan, no. 40984/07, 22 April 2010, ECLI:CE:ECHR:2010:0422JUD004098407.\n",
        "See ECLI:CE:ECHR:2010:0422JUD004098407.\n",
        "See Ruiz v. Spain, no. 12345/05, 3 May 2010; ECLI:CE:ECHR:2010:0422JUD004098407.\n",
        (
            "Ruiz v. Spain, no. 12345/05, 3 May 2010\n"
            "ECLI:CE:ECHR:2010:0422JUD004098407, Fatullayev v. Azerbaijan, no. 40984/07, 22 April 2010\n"
        ),
    ),
)
_PARTS = re.compile(r"ECLI:CE:ECHR:([0-9]{4}):([0-9]{2})([0-9]{2})(JUD|DEC|REP|ADV)([0-9]{7})([0-9]{2})")
_BETWEEN = re.compile(r"[\s,(\[]{1,4}")  # one that stands behind a citation belongs to it
_TYPES = {"judgment": "JUD", "decision": "DEC", "report": "REP"}


def check_document(context: Context) -> Iterator[Finding]:
    """Every ECLI, with the citation in front of it."""
    cases = [one for one in context.references if one.family == "echr" and one.within is None]
    for before, reference, behind in zip((None, *cases), cases, (*cases[1:], None), strict=False):
        found = _PARTS.fullmatch(reference.text_of("ecli") or "")
        if found is not None:
            yield from _one(found, None if _goes_with(reference, behind, context) else before, reference, context)


def _goes_with(reference: Reference, behind: Reference | None, context: Context) -> bool:
    """Whether the citation behind an ECLI in its line has its number, as in rows that begin with the ECLI."""
    if behind is None or "ecli" in behind.parts or behind.id != reference.id:
        return False
    return "\n" not in context.document.text[reference.span.end : behind.span.start]


def _one(found: re.Match[str], before: Reference | None, reference: Reference, context: Context) -> Iterator[Finding]:
    year, month, day = int(found[1]), int(found[2]), int(found[3])
    number = f"{int(found[5])}/{found[6]}"
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        message = f"{found[2]}{found[3]} is no month and day: {found[0]} here"
    elif lodged(number) > year:
        message = f"application no. {number} came in in {lodged(number)}, but the ECLI is of {year}"
    else:
        beside = _beside(number, before, reference, context)
        if beside is not None:
            yield beside
        else:
            yield from _known(found, number, reference, context)
        return
    yield finding(RULE, RULE.severity, reference.span, message, reference, context)


def _beside(number: str, before: Reference | None, reference: Reference, context: Context) -> Finding | None:
    """The citation right in front says another number or day."""
    text = context.document.text
    if before is None or "ecli" in before.parts or not _BETWEEN.fullmatch(text[before.span.end : reference.span.start]):
        return None
    numbers, date, own = before.parts.get("applications"), before.date_of(), reference.date_of()
    if numbers is None or not isinstance(numbers.value, tuple) or own is None:
        return None
    said = []
    if number not in numbers.value:
        said.append(f"no. {number} in the ECLI, no. {numbers.value[0]} in the citation")
    if date is not None and not date.agrees(own):
        said.append(f"{own} in the ECLI, {date} in the citation")
    if not said:
        return None
    message = "; ".join(said)
    made = finding(RULE, RULE.severity, reference.span, message, reference, context)
    return replace(made, related=(Related(context.document.path, before.span, "the citation"),))


def _known(found: re.Match[str], number: str, reference: Reference, context: Context) -> Iterator[Finding]:
    """The case is known, and has no such document on this day: one of another kind, or of nearly this day."""
    cases = context.knowledge.cases.of(number)
    own, kind = reference.date_of(), found[4]
    if own is None or kind not in _TYPES.values() or context.knowledge.cases.by_ecli(found[0]):
        return
    near = [case for case in cases if case.date is not None and (case.date == own or _alike(found[0], case))]
    if not near or (near[0].date == own and near[0].applications[0] != number):
        return
    message = f"{found[0]} here; in {near[0].name} the {listed(tuple(near))} is known ({origin(near[0])})"
    proper = near[0].ecli if len(near) == 1 else None
    yield finding(RULE, RULE.severity, reference.span, message, reference, context, proper)


def _alike(ecli: str, case: Case) -> bool:
    """Whether one or two characters make the difference."""
    return case.ecli is not None and sum(a != b for a, b in zip(ecli, case.ecli, strict=True)) <= 2
