"""Resolutions that are called decisions, and decisions that are called resolutions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.finding import Finding
from juslint.rules import Rule, _bodies
from juslint.rules._core import core

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.knowledge import Knowledge
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="resolution-kind",
    severity="error",
    summary="A resolution that is called a decision, or a decision that is called a resolution.",
    why=(
        "The decisions of a session are numbered apart from its resolutions: from 301 or 401 in the General Assembly, "
        "from 101 in the Human Rights Council, from 101 or 201 in the Economic and Social Council. The wrong word "
        "sends the reader to another volume."
    ),
    source="United Nations Editorial Manual, system of identification of resolutions and decisions.",
    wrong=(
        "Recalling General Assembly decision 60/251.\n",
        "Recalling Human Rights Council decision 16/18.\n",
        "Recalling Human Rights Council resolution 22/117.\n",
    ),
    right=(
        "Recalling General Assembly resolution 60/251 and decision 60/509.\n",
        "Recalling Human Rights Council resolution 16/18 and decision 22/117.\n",
        "Recalling Economic and Social Council decision 2000/288 and resolution 1996/31.\n",
        "Recalling General Assembly decision 31/407, and resolution 56/509 of 8 July 2002.\n",
    ),
    yields_to=("resolution-body",),
)
_ID = re.compile(r"(?P<body>A|A/HRC|E)/(?P<kind>RES|DEC)/(?P<part>[0-9]{1,4})/(?P<number>[0-9]{1,3})")
_FIRST_DECISION = {"A": 301, "A/HRC": 101, "E": 101}
_MOST_RESOLUTIONS = {"A": 400, "A/HRC": 100, "E": 200}


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A number of the other kind, where the words name the body."""
    found = _ID.fullmatch(reference.id or "") if reference.family == "un-resolution" else None
    if found is None or not _bodies.is_named(reference, context) or "/" in reference.text[:2]:
        return
    message, sure = _said(found, context.knowledge)
    if not message:
        return
    yield Finding(
        rule=RULE.name,
        severity="error" if sure else "warning",
        path=context.document.path,
        span=core(context.document, reference),
        message=message,
        reference_id=reference.id,
    )


def _said(found: re.Match[str], knowledge: Knowledge) -> tuple[str, bool]:
    """What does not fit, and whether the knowledge base has the number as the other kind."""
    stem, part, number = found["body"], found["part"], int(found["number"])
    name, short = _bodies.BODIES[stem].name, f"{part}/{number}"
    one, other = (f"{stem}/{kind}/{part}/{number}" for kind in ("RES", "DEC"))
    has_one, has_other = (knowledge.resolve(each).status == "found" for each in (one, other))
    if found["kind"] == "DEC":
        if number < _FIRST_DECISION[stem] and has_one and not has_other:
            return f"{short} of the {name} is a resolution: {one}", True
        return "", False
    if number <= _MOST_RESOLUTIONS[stem] or has_one:
        return "", False
    if has_other:
        return f"{short} of the {name} is a decision: {other}", True
    if stem == "A/HRC":
        first = _FIRST_DECISION[stem]
        return f"the {name} numbers its decisions from {first}, so that {short} is a decision, not a resolution", False
    return "", False
