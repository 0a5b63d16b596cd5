"""Resolutions whose own head bears another date than that of their adoption."""

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
    summary="The head of a resolution bears another date than that of its adoption.",
    why="The head says when the text was adopted, and under which number. Where they do not fit, one is another's.",
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
_HEAD = 14  # paragraphs from the beginning in which the head stands
_BELOW = 600  # characters from the formula down to the number


class _Own(NamedTuple):
    date: Date
    span: Span
    reference: Reference


def check_document(context: Context) -> Iterator[Finding]:
    """The date of the formula of adoption against the number that the head gives the text."""
    own = _own(context)
    name = own.reference.id if own else None
    known = context.knowledge.adopted(name) if name else None
    if own is None or name is None or known is None or is_known_day(name, own.date, context.knowledge):
        return
    fix = Fix(f"write {known}", safe=False, edits=(Edit(own.span, str(known)),)) if known.day else None
    yield Finding(
        rule=RULE.name,
        severity=RULE.severity,
        path=context.document.path,
        span=own.span,
        message=f"dated {own.date} here; {name} was adopted {'on' if known.day else 'in'} {known}",
        related=(Related(context.document.path, own.reference.span, f"the text's own number: {name}"),),
        fix=fix,
        reference_id=name,
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
