"""Numbers in a list of resolutions that leave out their session."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.finding import Edit, Finding, Fix
from juslint.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="left-out-session",
    severity="info",
    summary="A number in a list of resolutions without its session.",
    why=(
        "Only the letters of one number share it: 32/40 A and B. Every other number carries its session, so that it "
        "can be searched for and is not taken for a paragraph."
    ),
    source="United Nations Editorial Manual, system of identification: resolutions 31/6 A and B; 31/1 and 31/2.",
    wrong=(
        "Recalling General Assembly resolutions 60/1 and 2.\n",
        "Recalling A/RES/60/1 and 2.\n",
    ),
    right=(
        "Recalling General Assembly resolutions 60/1 and 60/2.\n",
        "Recalling General Assembly resolutions 32/40 A and B.\n",
        "Recalling General Assembly resolution 60/1, paragraphs 1 and 2.\n",
        "Recalling General Assembly resolutions 60/1 and 2 decisions of the Council.\n",
        "Recalling resolution 60/1 and 2 May 2006.\n",
    ),
)
_NEXT = re.compile(
    r"\s+and\s+(?P<number>[0-9]{1,3})(?=[.;)](?:\s|$)|,\s|\s+(?:of\s+[0-9]{1,2}\s+[A-Z]|on\s+the\s|adopted\b))"
)


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """`60/1 and 2` of resolutions in the plural, or behind a symbol."""
    session, number = reference.text_of("session"), reference.number_of("number")
    if reference.family != "un-resolution" or not session or number is None or reference.pinpoint is not None:
        return
    listed = "list" in reference.parts or "/" in reference.text[:2]
    found = _NEXT.match(context.document.text, reference.span.end)
    if not listed or found is None or reference.parts["session"].span > reference.parts["number"].span:
        return
    if int(found["number"]) <= number:
        return
    proper, span = f"{session}/{found['number']}", Span(*found.span("number"))
    yield Finding(
        rule=RULE.name,
        severity=RULE.severity,
        path=context.document.path,
        span=span,
        message=f"the session is left out: {found['number']} here; if the resolution is meant, write {proper}",
        fix=Fix(f"write {proper}", safe=False, edits=(Edit(span, proper),)),
        reference_id=reference.id,
    )
