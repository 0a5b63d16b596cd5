"""Resolutions and judgments whose own head, or last line, bears another date than that of their adoption."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import Date
from juslint.document import Span
from juslint.finding import Edit, Finding, Fix, Related
from juslint.rules import Rule
from juslint.rules._adoption import is_known_day
from juslint.rules._core import heads_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="own-date",
    severity="error",
    summary="The head or the last line of a resolution or judgment bears another date than that of its adoption.",
    why="Both say when the text was adopted, the head under which number. Where they do not fit, one is another's.",
    source="The days of adoption in the knowledge base; every file names where they are from.",
    wrong=(
        (
            "Resolution adopted by the General Assembly on 18 March 2006\n\n60/251. Human Rights Council\n\n"
            "The General Assembly,\n\nReaffirming the purposes of the Charter,\n"
        ),
        (
            "Resolution 822 (1993)\n\nAdopted by the Security Council at its 3205th meeting, on 3 April 1993\n\n"
            "The Security Council,\n\nRecalling the statement of its President,\n"
        ),
        (
            "Resolution adopted by the General Assembly on 15 March 2006\n\n60/251. Human Rights Council\n\n"
            "The General Assembly,\n\nReaffirming the purposes of the Charter,\n\n72nd plenary meeting\n16 March 2006\n"
        ),
        (
            "JUDGMENT\n\nSTRASBOURG\n\n4 March 2024\n\nTHE FACTS\n\nThe applicants live in Košice.\n\n"
            "Done in English, and notified in writing on 14 March 2024, pursuant to Rule 77 of the Rules of Court.\n"
        ),
    ),
    right=(
        (
            "Resolution adopted by the General Assembly on 15 March 2006\n\n60/251. Human Rights Council\n\n"
            "The General Assembly,\n\nReaffirming the purposes of the Charter,\n"
        ),
        (
            "Resolution 822 (1993)\n\nAdopted by the Security Council at its 3205th meeting, on 30 April 1993\n\n"
            "The Security Council,\n\nRecalling the statement of its President,\n"
        ),
        (
            "Resolution adopted by the General Assembly on 18 March 2006\n\nThe General Assembly,\n\n"
            "Recalling its resolution 60/251,\n"
        ),
        (
            "Resolution adopted by the General Assembly on 15 March 2006\n\n60/251. Human Rights Council\n\n"
            "The General Assembly,\n\nReaffirming the purposes of the Charter,\n\n72nd plenary meeting\n15 March 2006\n"
        ),
        (
            "JUDGMENT\n\nSTRASBOURG\n\n14 March 2024\n\nFINAL\n\n14 June 2024\n\nTHE FACTS\n\nThe applicants live "
            "in Košice. The Court deliberated in private on 20 February 2024.\n\nDone in English, and notified in "
            "writing on 14 March 2024, pursuant to Rule 77 of the Rules of Court.\n"
        ),
    ),
)
_DATE = r"(?P<date>[0-9]{1,2}\s+[A-Z][a-z]+\s+[0-9]{4})"
_ASSEMBLY = re.compile(
    rf"\W{{0,4}}Resolution\s+adopted\s+by\s+the\s+[A-Z][A-Za-z ]{{3,40}}?\s+on\s+{_DATE}\s*(?:$|\[|\n)", re.MULTILINE
)
_COUNCIL = re.compile(
    r"Adopted\s+by\s+the\s+Security\s+Council(?:\s+at\s+its\s+[0-9]{1,5}(?:st|nd|rd|th)\s+meeting)?,?\s+"
    rf"(?:held\s+)?on\s+{_DATE}"
)
_LAST = re.compile(
    rf"^[ \t]{{0,80}}[0-9]{{1,4}}(?:st|nd|rd|th)\s+plenary\s+meeting\s+{_DATE}[ \t]{{0,4}}$", re.MULTILINE
)
_STRASBOURG = re.compile(rf"^\W{{0,4}}STRASBOURG\W{{1,8}}{_DATE}\W{{0,4}}$", re.MULTILINE)
_NOTIFIED = re.compile(  # a judgment's day is that on which it is notified or delivered
    r"Done(?<!\wDone)\s+in\s+(?:English|French)[^.;]{0,80}?\b(?:notified\s+in\s+writing|delivered\s+at\s+a\s+public\s+hearing[^.;0-9]{0,80}?)"
    rf"\s+on\s+{_DATE}"
)
_HEAD = 14  # paragraphs from the beginning in which the head stands
_BELOW = 600  # characters from the formula down to the number


class _Own(NamedTuple):
    date: Date
    span: Span
    reference: Reference


def check_document(context: Context) -> Iterator[Finding]:
    """The date of the formula of adoption against the number that the head gives the text, and the last line's."""
    yield from _of_judgment(context)
    own = _own(context)
    name = own.reference.id if own else None
    if own is None or name is None:
        return
    known = context.knowledge.adopted(name)
    if known is not None and not is_known_day(name, own.date, context.knowledge):
        other = Related(context.document.path, own.reference.span, f"the text's own number: {name}")
        message = f"dated {own.date} here; {name} was adopted {'on' if known.day else 'in'} {known}"
        yield _finding(context, own.span, message, known, (other, name))
        return
    last = [found for found in _LAST.finditer(context.document.text) if found.start() > own.reference.span.end]
    if len(last) == 1:
        yield from _last(context, own.date, own.span, last[0], name)


def _of_judgment(context: Context) -> Iterator[Finding]:
    """The day in the head of a judgment of the European Court of Human Rights, and that of its last line."""
    text = context.document.text
    if "STRASBOURG" not in text:
        return
    last = [*_NOTIFIED.finditer(text)]
    head = [*_STRASBOURG.finditer(text, 0, last[0].start())] if len(last) == 1 else []
    date = Date.parse(head[0]["date"]) if len(head) == 1 else None
    if date is not None:
        yield from _last(context, date, Span(*head[0].span("date")), last[0], None)


def _last(context: Context, date: Date, head: Span, last: re.Match[str], reference_id: str | None) -> Iterator[Finding]:
    """A finding where the last line has another day than the head."""
    other = Date.parse(last["date"])
    if other is not None and other != date:
        place = Related(context.document.path, head, f"{date} here")
        message = f"dated {other} here; the head says {date}"
        yield _finding(context, Span(*last.span("date")), message, date, (place, reference_id))


def _finding(context: Context, span: Span, message: str, right: Date, related: tuple[Related, str | None]) -> Finding:
    place, reference_id = related
    return Finding(
        rule=RULE.name,
        severity=RULE.severity,
        path=context.document.path,
        span=span,
        message=message,
        related=(place,),
        fix=Fix(f"write {right}", safe=False, edits=(Edit(span, str(right)),)) if right.day else None,
        reference_id=reference_id,
    )


def _own(context: Context) -> _Own | None:
    """Date and number of the head; None where it does not give both, or more than one text stands in the document."""
    text, head = context.document.text, context.document.paragraphs[:_HEAD]
    for pattern in (_ASSEMBLY, _COUNCIL):
        every = [found for span in head if (found := pattern.match(text, span.start))]
        date = Date.parse(every[0]["date"]) if len(every) == 1 else None
        if date is None:
            continue
        formula = every[0].span()
        for reference in context.references:
            before = pattern is _COUNCIL
            low, high = (formula[0] - _BELOW // 4, formula[0]) if before else (formula[1], formula[1] + _BELOW)
            if low <= reference.span.start < high and _is_heading(reference, context, before=before):
                return _Own(date, Span(*every[0].span("date")), reference)
    return None


def _is_heading(reference: Reference, context: Context, *, before: bool) -> bool:
    """Whether the number begins a line (`60/251. Human Rights Council`) or is all of it (`Resolution 822 (1993)`)."""
    if reference.family != "un-resolution" or reference.id is None or reference.within is not None:
        return False
    if not before:
        return heads_text(context.document, reference)
    text, (start, end) = context.document.text, reference.span
    return not text[text.rfind("\n", 0, start) + 1 : start].strip() and not text[end : text.find("\n", end)].strip()
