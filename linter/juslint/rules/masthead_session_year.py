"""A session of the General Assembly beside a year of the Security Council in which it does not sit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.finding import Finding, Related
from juslint.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.rules import Context

RULE = Rule(
    name="masthead-session-year",
    severity="error",
    summary="The session of the General Assembly and the year of the Security Council do not fit together.",
    why=(
        "The head of a letter to both organs counts the Assembly's sessions and the Council's years, both from "
        "1946. Where the two do not fit, one of them was left over from an older letter."
    ),
    source=(
        "The Nth regular session opens in September of 1945 + N and ends in September of the year after; the Mth "
        "year of the Security Council is 1945 + M. So M is N or N + 1. (dag-hammarskjold-library tables of "
        "sessions.)"
    ),
    wrong=(
        (
            "Distr.: General\n24 February 2023\n\nGeneral Assembly\nSeventy-seventh session\n\nSecurity Council\n"
            "Seventy-ninth year\n\nLetter dated 23 February 2023 from the Permanent Representative of Azerbaijan "
            "to the United Nations addressed to the Secretary-General\n\nI have the honour to write to you.\n"
        ),
    ),
    right=(
        (
            "Distr.: General\n24 February 2023\n\nGeneral Assembly\nSeventy-seventh session\n\nSecurity Council\n"
            "Seventy-eighth year\n\nLetter dated 23 February 2023 from the Permanent Representative of Azerbaijan "
            "to the United Nations addressed to the Secretary-General\n\nI have the honour to write to you.\n"
        ),
    ),
)

_FIRST = 1945  # the year before the Security Council's first


def check_document(context: Context) -> Iterator[Finding]:
    """One finding at most, at the year of the Council."""
    masthead = context.document.masthead
    if masthead is None or masthead.session is None or masthead.council_year is None:
        return
    if masthead.session.number < 1:
        return
    organs = {organ.text for organ in masthead.organs}
    if organs and not organs <= {"General Assembly", "Security Council"}:
        return  # the session may be another organ's
    session, year = masthead.session, masthead.council_year
    years = context.knowledge.session_years(session.number)
    if _FIRST + year.number in years:
        return
    text = context.document.text
    said, counted = (" ".join(text[one.span.start : one.span.end].split()) for one in (session, year))
    yield Finding(
        RULE.name,
        RULE.severity,
        context.document.path,
        year.span,
        f"the {counted.lower()} of the Security Council is {_FIRST + year.number}, but the {said.lower()} of the "
        f"General Assembly sits in {years[0]} and {years[1]}: check which of the two is right",
        (Related(context.document.path, session.span, f"{said.lower()}: {years[0]} and {years[1]}"),),
    )
