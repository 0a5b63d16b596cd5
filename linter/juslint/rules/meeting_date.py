"""Security Council meetings, and their records, with a date of another year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.document import Span
from juslint.finding import Finding
from juslint.rules import Rule
from juslint.sought import GAP, Sought

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="meeting-date",
    severity="error",
    summary="A Security Council meeting, or its record, with a date of another year.",
    why="The meetings of the Council run on from 1 in 1946, so that the number of a meeting decides its year.",
    source="Meeting tables of the Dag Hammarskjöld Library, to the middle of 2022.",
    wrong=(
        "The Council met on 12 January 1998 (S/PV.3485).\n",
        "See S/PV.3485, 12 January 1998.\n",
        "The Security Council decided so at its 3485th meeting, on 27 January 1995.\n",
        "At the 7742nd meeting of the Security Council, held on 22 July 2006, its President spoke.\n",
    ),
    right=(
        "The Council met on 12 January 1994 (see S/PV.3485).\n",
        "See S/PV.3485, 27 January 1994.\n",
        "In 1998 the Council recalled what was said before (see S/PV.3485).\n",
        "The record S/PV.3485 was reissued on 12 January 1998.\n",
        "The Security Council decided so at its 3485th meeting, on 27 January 1994.\n",
        "The Economic and Social Council, at its 1637th meeting, on 8 August 1969, told the Security Council so.\n",
    ),
)
_RECORD = re.compile(r"S/PV\.([0-9]{1,5})")
_DATE = r"(?P<date>[0-9]{1,2}\s+[A-Z][a-z]+\s+(?:19|20)[0-9]{2})"
_BEHIND = re.compile(rf"(?:,\s*|\s+of\s+|\s+dated\s+|\s*\(){_DATE}")
_BEFORE = re.compile(
    rf"\b(?:meeting|met|meetings)\b[^.;()]{{0,80}}?\bon\s+{_DATE}\s*,?\s*\((?:see\s+)?(?:document\s+)?$"
)
_COUNCIL = r"(?:United\s+Nations\s+)?Security\s+Council"
_NUMBER = r"(?P<number>[0-9]{1,5})(?:st|nd|rd|th)\s+meeting"
_HELD = rf",?\s+(?:which\s+was\s+)?(?:held\s+)?on\s+{_DATE}"
_SPOKEN = (
    Sought(
        rf"\b{_COUNCIL}(?:\s+[a-z]+){{0,4}},?\s+at\s+its\s+{_NUMBER}{_HELD}",
        rf"(?:United{GAP}+Nations{GAP}+)?Security{GAP}+Council(?:{GAP}+[a-z]+){{0,4}},?{GAP}+at{GAP}+its",
    ),
    Sought(rf"\b{_NUMBER}\s+of\s+the\s+{_COUNCIL}{_HELD}", rf"[0-9]{{1,5}}(?:st|nd|rd|th){GAP}+meeting"),
)


def check_document(context: Context) -> Iterator[Finding]:
    """Meetings in words: `at its 7659th meeting, on 30 March 2016`."""
    for pattern in _SPOKEN:
        for found in pattern.finditer(context.document.text):
            date, year = Date.parse(found["date"]), context.knowledge.meeting_year(int(found["number"]))
            if date is not None and year is not None and date.year != year:
                yield _finding(context, found, found["number"], year, None)


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A date right behind the symbol, or in front of it in the words about the meeting."""
    found = _RECORD.match(reference.id or "") if reference.family == "un-symbol" else None
    year = context.knowledge.meeting_year(int(found[1])) if found else None
    if found is None or year is None:
        return
    text = context.document.text
    dated = _BEHIND.match(text, reference.span.end) or _BEFORE.search(
        text, max(0, reference.span.start - 160), reference.span.start
    )
    date = Date.parse(dated["date"]) if dated else None
    if dated is None or date is None or date.year == year:
        return
    yield _finding(context, dated, found[1], year, reference.id)


def _finding(context: Context, dated: re.Match[str], number: str, year: int, reference_id: str | None) -> Finding:
    span = Span(*dated.span("date"))
    return Finding(
        rule=RULE.name,
        severity=RULE.severity,
        path=context.document.path,
        span=span,
        message=f"dated {Date.parse(dated['date'])} here; meeting {number} of the Security Council was in {year}",
        reference_id=reference_id,
    )
