"""Dates with a day that their month does not have, or with the name of another day of the week."""

from __future__ import annotations

import calendar
import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from juslint.dates import MONTH, MONTHS, Date
from juslint.document import Span
from juslint.finding import Edit, Finding, Fix
from juslint.rules import Rule, _flaws
from juslint.sought import GAP, Sought

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.document import Document
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="impossible-date",
    severity="error",
    summary="A date with a day that its month does not have, or with the name of another day of the week.",
    why=(
        "No text is of 31 April. A digit of the day is wrong, or the month is. So where the day of the week is not "
        "that of the date: one of the two was mistyped, which is a warning."
    ),
    source="The calendar; where the source is known, the day on which it was adopted.",
    wrong=(
        "Recalling General Assembly resolution 60/1 of 31 February 2006.\n",
        "See the letter dated 31 April 1997 from the Secretary-General.\n",
        "See Security Council resolution 822 (1993) of 34 April 1993.\n",
        "Adopted on 29 February 2023.\n",
        "The Council will meet on Monday, 19 June 2020.\n",
    ),
    right=(
        "Recalling General Assembly resolution 60/1 of 16 September 2005.\n",
        "See the letter dated 30 April 1997 from the Secretary-General, and the records of 29 February 2024.\n",
        "The Council will meet on Monday, 29 June 2020.\n",
        "See paragraph 31 April 2006 edition, and No. 45 May 2005.\n",
        "The witness said: “I came here on 31 June 1999, as I have told you before, and nobody asked me why.”\n",
    ),
)
_WRITTEN = Sought(
    rf"\b(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{MONTH}),?\s+(?P<year>1[89][0-9]{{2}}|20[0-9]{{2}})\b"
    rf"|\b(?P<month2>{MONTH})\s+(?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th)?,\s+(?P<year2>1[89][0-9]{{2}}|20[0-9]{{2}})\b",
    rf"[0-9]{{1,2}}(?:st|nd|rd|th)?{GAP}+{MONTH}|{MONTH}{GAP}+[0-9]",
)
_DATED = re.compile(r"\b(?:of|dated|on)(?:\s+the)?\s+$", re.IGNORECASE)
_NEARLY = re.compile(
    r"(?:\b(?:of|dated|on|from|until|till|by|since|to|and|or|before|after|between|adopted|signed)(?:\s+the)?\s+"
    r"|[(,]\s*|[-–]\s*|^\s*)$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:nos?\.?|paras?\.?|paragraphs?|articles?|pp?\.|vol\.|rules?)[\s0-9,and–-]*$", re.IGNORECASE
)
_REACH = 40
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMED = Sought(
    rf"\b(?P<name>{'|'.join(_WEEK)}),?\s+(?:the\s+)?"
    rf"(?P<date>[0-9]{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH},?\s+(?:19|20)[0-9]{{2}}"
    rf"|{MONTH}\s+[0-9]{{1,2}}(?:st|nd|rd|th)?,\s+(?:19|20)[0-9]{{2}})\b",
    rf"(?:{'|'.join(_WEEK)}),?{GAP}",
)
_NIGHT = 16  # characters before a day of the week in which another one makes a night or some days of the two
_GREGORIAN = 1924  # the first year in which all of Europe counts its days so
_BETWEEN = re.compile(r"\s*,?\s*(?:of|dated|adopted(?:\s+on)?|on)?\s*")


def check_document(context: Context) -> Iterator[Finding]:
    """Every date that the words make one, outside of quoted speech."""
    document = context.document
    yield from _of_another_day(document)
    for found in _WRITTEN.finditer(document.text):
        span = Span(*found.span())
        day, month, year = (found[name] or found[f"{name}2"] for name in ("day", "month", "year"))
        number = MONTHS.index(month) + 1
        days = calendar.monthrange(int(year), number)[1]
        if 1 <= int(day) <= days or _flaws.in_speech(document, span) or not _is_date(document.text, span, int(day)):
            continue
        reference = _dated(span, context)
        known = context.knowledge.adopted(reference.id) if reference is not None and reference.id is not None else None
        whose = ""
        if known is not None and reference is not None:
            whose = f"; {reference.id} was adopted {'on' if known.day else 'in'} {known}"
        yield Finding(
            rule=RULE.name,
            severity=RULE.severity,
            path=document.path,
            span=span,
            message=f"there is no {' '.join(found[0].split())}: {month} {year} has {days} days{whose}",
            fix=_fix(span, known),
            reference_id=reference.id if reference is not None else None,
        )


def _of_another_day(document: Document) -> Iterator[Finding]:
    """The dates whose day of the week is another; none of years in which a country may have had another calendar."""
    for found in _NAMED.finditer(document.text):
        span = Span(*found.span("date"))
        date = Date.parse(found["date"])
        if date is None or not (date.month and date.day) or date.year < _GREGORIAN or _flaws.in_speech(document, span):
            continue
        name = _WEEK[calendar.weekday(date.year, date.month, date.day)]
        before = document.text[max(0, found.start() - _NIGHT) : found.start()]
        if name != found["name"] and not any(day in before for day in _WEEK):  # the night of Tuesday to Wednesday, 30
            message = f"{date} was a {name}, not a {found['name']}: check the day of the week and the date"
            yield Finding(RULE.name, "warning", document.path, Span(*found.span()), message)


def _is_date(text: str, span: Span, day: int) -> bool:
    """Whether a number before a month is meant for its day; one far beyond 31 only behind "of", "dated", "on"."""
    before = text[max(0, span.start - _REACH) : span.start]
    if _NUMBERED.search(before):
        return False
    return (_NEARLY if day in {0, 29, 30, 31, 32} else _DATED).search(before) is not None


def _dated(span: Span, context: Context) -> Reference | None:
    """The resolution right before the date."""
    at = bisect_right(context.references, span.start, key=lambda one: one.span.start) - 1
    for reference in reversed(context.references[max(0, at - 3) : at + 1]):
        between = Span(reference.span.end, span.start)
        if reference.family == "un-resolution" and between.start <= between.end:
            return reference if _BETWEEN.fullmatch(context.document.text, *between) else None
    return None


def _fix(span: Span, known: Date | None) -> Fix | None:
    if known is None or not known.day:
        return None
    return Fix(f"write {known}", safe=False, edits=(Edit(span, str(known)),))
