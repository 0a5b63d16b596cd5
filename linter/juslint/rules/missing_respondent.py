"""Names of cases that break off behind "v."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.finding import Edit, Finding, Fix
from juslint.knowledge.case_names import take_apart
from juslint.rules import Rule, _flaws

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="missing-respondent",
    severity="warning",
    summary="The State is missing behind “v.” in the name of a case.",
    why="A case is named by both parties; many applicants of one name have brought cases against several States.",
    source="European Court of Human Rights, note on the mode of citation.",
    wrong=(
        "See Fatullayev v., no. 40984/07, § 87, 22 April 2010.\n",
        "See Ruiz v. (no. 12345/05), § 8.\n",
    ),
    right=(
        "See Fatullayev v. Azerbaijan, no. 40984/07, § 87, 22 April 2010.\n",
        "See Ruiz v. [State], no. 12345/05, § 8.\n",
        "See Fatullayev, no. 40984/07, § 87, 22 April 2010.\n",
    ),
)
_OPEN = re.compile(r"\s[vc]\.?$")
_BEHIND = re.compile(r"\s*[,(]*\s*(?:[Aa]pp|[Nn]os?\b|[Nn][°º]|§|[0-9]+/[0-9]{2}\b)")


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A name that ends with "v." where the number or paragraph follows."""
    part, text = reference.parts.get("name"), context.document.text
    if reference.family != "echr" or part is None or not _OPEN.search(str(part.value)):
        return
    end = part.span.start + len(text[slice(*part.span)].rstrip(" ,"))
    if not _BEHIND.match(text, end) or _flaws.in_speech(context.document, reference.span):
        return
    known = context.knowledge.cases.of(reference.id or "")
    states = {take_apart(case.name).respondent for case in known}
    state = states.pop() if len(states) == 1 else None
    yield Finding(
        rule=RULE.name,
        severity=RULE.severity,
        path=context.document.path,
        span=part.span,
        message="the respondent State is missing behind “v.”" + (f": it is {state}" if state else ""),
        fix=Fix(f"write {state}", safe=False, edits=(Edit(Span(end, end), f" {state}"),)) if state else None,
        reference_id=reference.id,
    )
