"""Joint symbols whose session and year cannot belong to one document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.finding import Finding
from juslint.rules import Rule
from juslint.rules._core import core

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="joint-symbol-years",
    severity="error",
    summary="A joint symbol whose General Assembly session and Security Council year do not overlap.",
    why=(
        "A document of the General Assembly and the Security Council gets both symbols at once. A session of the "
        "Assembly lies in two calendar years, so one of the two numbers is of another document."
    ),
    source="Session N of the General Assembly opens in September of 1945 + N; all known joint symbols fit this.",
    wrong=("See A/74/676-S/2023/90.\n", "See A/77/695-S/2021/34, annex.\n"),
    right=(
        "See A/74/676-S/2020/90 and A/79/690-S/2024/908.\n",
        "See A/48/486-S/26560.\n",
        "See A/74/676 and S/2023/90.\n",
    ),
)
_JOINT = re.compile(r"A/(?P<session>[0-9]{2,3})/.*-S/(?P<year>(?:19|20)[0-9]{2})/")


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A4: the year of the Council half is one of the two in which the session sits."""
    found = _JOINT.match(reference.id or "") if reference.family == "un-symbol" else None
    if found is None:
        return
    session, year = int(found["session"]), int(found["year"])
    if session < 1:
        return
    first, second = context.knowledge.session_years(session)
    if year in (first, second):
        return
    yield Finding(
        rule=RULE.name,
        severity=RULE.severity,
        path=context.document.path,
        span=core(context.document, reference),
        message=(
            f"session {session} of the General Assembly lies in {first} and {second}, so the Security Council half is "
            f"of {first} or {second}, not of {year} (one of {year} is of session {year - 1946} or {year - 1945}); "
            "compare with the document which half to mend"
        ),
        reference_id=reference.id,
    )
