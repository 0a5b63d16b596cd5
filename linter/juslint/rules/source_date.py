"""References whose date is not that of the source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.finding import Edit, Finding, Fix
from juslint.knowledge import normalise_title
from juslint.rules import Rule
from juslint.rules._adoption import contradicted
from juslint.rules._adoption_dates import is_statement
from juslint.rules._entries import entry_of, is_listed, joined, like, origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.knowledge import Entry
    from juslint.reference import Part, Reference
    from juslint.rules import Context

RULE = Rule(
    name="source-date",
    severity="error",
    summary="A reference with another date than its source bears.",
    why="The date is what a reader searches by, and often the only thing that tells two texts of one author apart.",
    source="The knowledge base; every entry names where its date is from, and what good sources dispute.",
    wrong=(
        "Gerard Libaridian, “An Armenian perspective on Khojali”, 19 February 2014.\n",
        "See Security Council resolution 822 (1993) of 30 May 1993.\n",
        "See PACE Resolution 1416 (2005), 25 January 2004.\n",
        "Recalling General Assembly resolution 60/251 of 3 April 2006.\n",
        "Recalling General Assembly resolution 31/202 of 22 December 1978.\n",
    ),
    right=(
        "Gerard Libaridian, “An Armenian perspective on Khojali”, 28 February 2014.\n",
        "See Security Council resolution 822 (1993) of 30 April 1993.\n",
        "The Council discussed Security Council resolution 822 (1993) on 30 May 1993.\n",
        "See PACE Resolution 1416 (2005), January 2005.\n",
        "Recalling General Assembly resolutions 1514 (XV) and 1541 (XV) of 15 December 1960.\n",
        "Recalling Human Rights Council resolutions 5/1 and 5/2 of 18 June 2007.\n",
    ),
    yields_to=("inconsistent-date",),
)
_FULL = 5  # words of a title that is surely one treaty's alone
_ACCESSED = re.compile(r"(?:accessed|visited|retrieved|consulted|viewed)\s+(?:on\s+)?$", re.IGNORECASE)


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A date that is none of those which the source may rightly bear."""
    if reference.family == "un-resolution" or is_statement(reference, context):
        yield from _adoption_findings(reference, context)
        return
    if reference.family == "treaty":
        yield from _treaty(reference, context)
    part, date, entry = reference.parts.get("date"), reference.date_of(), entry_of(reference, context)
    if part is None or date is None or entry is None or not _is_of_source(part, context) or is_listed(entry, context):
        return
    known = entry.dates(entry.date_field())
    if not known or any(date.agrees(one) for one in known):
        return
    written = context.document.text[part.span.start : part.span.end]
    proper = like(known[0], written)
    fix = Fix(f"write {proper}", safe=False, edits=(Edit(part.span, proper),)) if date.day else None
    yield Finding(
        rule=RULE.name,
        severity=RULE.severity,
        path=context.document.path,
        span=part.span,
        message=f"dated {date} here; {_said(entry, known)}",
        fix=fix,
        reference_id=reference.id,
    )


def _adoption_findings(reference: Reference, context: Context) -> Iterator[Finding]:
    """The date behind the number of a resolution."""
    found = contradicted(reference, context)
    if found is None:
        return
    date, span = found.part.value, found.part.span
    fix = None
    if found.proper is not None and isinstance(date, Date) and (found.proper.day or not date.day):
        proper = like(found.proper, context.document.text[span.start : span.end])
        fix = Fix(f"write {proper}", safe=False, edits=(Edit(span, proper),))
    yield Finding(
        rule=RULE.name,
        severity=RULE.severity,
        path=context.document.path,
        span=span,
        message=found.message,
        fix=fix,
        reference_id=reference.id,
    )


def _treaty(reference: Reference, context: Context) -> Iterator[Finding]:
    """The year of a treaty that is named by its full title, since short titles may be those of several; or a slip."""
    part = reference.parts.get("year") or reference.parts.get("date")
    title = normalise_title(reference.text_of("title") or "")
    if part is None:
        return
    named = [entry for entry in context.knowledge.by_title(title) if entry.kind == "treaty"]
    named = named or [entry for entry in context.knowledge.by_name(title) if entry.kind == "treaty"]
    full = [entry for entry in named if normalise_title(entry.text("title") or "") == title]
    if isinstance(part.value, Date):
        known = [date for entry in named for date in entry.dates()]
        proper = [date for date in known if _is_slip(part.value, date)]
        if len(named) != 1 or len(proper) != 1 or entry_of(reference, context) is not None:
            return
        here, right = f"dated {part.value}", str(proper[0])
        said, written = right, like(proper[0], context.document.text[part.span.start : part.span.end])
    else:
        years = [str(year) for year in sorted({date.year for entry in full for date in entry.dates()})]
        if len(full) != 1 or not years or str(part.value) in years or len(title.split()) < _FULL:
            return
        here, said, written = f"of {part.value}", f"of {joined(years)}", years[0]
    yield Finding(
        rule=RULE.name,
        severity=RULE.severity,
        path=context.document.path,
        span=part.span,
        message=f"{here} here; {said} in {origin((full or named)[0], 'date')}",
        fix=Fix(f"write {written}", safe=False, edits=(Edit(part.span, written),)),
        reference_id=reference.id,
    )


def _is_slip(one: Date, other: Date) -> bool:
    """Whether two days differ in the month or the year alone; days apart are of adoption and of signature."""
    return one.day is not None and one.day == other.day and (one.month == other.month) != (one.year == other.year)


def _is_of_source(part: Part, context: Context) -> bool:
    """Whether the date is the source's own, not the day of access."""
    text = context.document.text
    return _ACCESSED.search(text, max(0, part.span.start - 24), part.span.start) is None


def _said(entry: Entry, known: tuple[Date, ...]) -> str:
    """Which dates the source bears, and who says so."""
    disputed = entry.disputed(entry.date_field())
    if disputed:
        return "; ".join(f"{Date.from_iso(one.value)} in {joined([name for name, _ in one.by])}" for one in disputed)
    return f"{joined([str(one) for one in known])} in {origin(entry, 'date')}"
