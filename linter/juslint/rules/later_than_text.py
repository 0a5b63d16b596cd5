"""References to what did not exist yet when the text was issued."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import Date
from juslint.document import Span
from juslint.finding import Finding, Related
from juslint.rules import Rule, _bodies
from juslint.rules._core import core
from juslint.rules._sittings import extent, sitting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.document import Document
    from juslint.knowledge import Knowledge
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="later-than-text",
    severity="error",
    summary="A reference to something adopted or numbered after the text itself.",
    why="A text cannot cite what came after it: a digit of the number, of the year or of the text's own date is wrong.",
    source=(
        "The text's own date (its distribution, its adoption, or the day of a letter), the days of adoption in the "
        "knowledge base, and the years in which sessions open."
    ),
    wrong=(
        (
            "Resolution adopted by the General Assembly on 19 December 2017\n\nThe General Assembly,\n\n"
            "Recalling its resolutions 72/1 of 13 October 2017 and 73/195 of 19 December 2018,\n"
        ),
        (
            "Resolution 2277 (2016)\n\nAdopted by the Security Council at its 7659th meeting, on 30 March 2016\n\n"
            "The Security Council,\n\nRecalling its resolution 2417 (2018) of 24 May 2018,\n"
        ),
    ),
    right=(
        (
            "Resolution adopted by the General Assembly on 19 December 2018\n\nThe General Assembly,\n\n"
            "Recalling its resolutions 72/1 of 13 October 2017 and 73/195 of 19 December 2018,\n"
        ),
        "Recalling General Assembly resolution 73/195 of 19 December 2018.\n",
        (
            "Resolution adopted by the General Assembly on 19 December 2017\n\n"
            "(Reissued for technical reasons; see resolution 73/195 of 19 December 2018)\n"
        ),
        (
            "A/60/100\n\nGeneral Assembly\nDistr.: General\n15 June 2005\n\nPreliminary list of items.\n\n"
            "A/61/100\n\nGeneral Assembly\nDistr.: General\n15 June 2006\n\nPreliminary list of items.\n"
        ),
    ),
)
_DATE = r"(?P<date>[0-9]{1,2}\s+[A-Z][a-z]+\s+(?:19|20)[0-9]{2})"
_ADOPTED = (
    re.compile(rf"Resolutions?\s+adopted\s+by\s+the\s+[A-Z][A-Za-z ]{{3,40}}\s+on\s+{_DATE}"),
    re.compile(
        rf"Adopted\s+by\s+the\s+Security\s+Council\s+at\s+its\s+[0-9]{{1,5}}(?:st|nd|rd|th)\s+meeting,\s+(?:held\s+)?on\s+{_DATE}"
    ),
    re.compile(
        rf"At\s+the\s+[0-9]{{1,5}}(?:st|nd|rd|th)\s+meeting\s+of\s+the\s+Security\s+Council,\s+held\s+on\s+{_DATE}"
    ),
)
_DISTRIBUTED = re.compile(rf"Distr(?<!\wDistr)\.?:?\s+[A-Z][a-z]{{4,10}}\s+{_DATE}")
_HEAD = 12  # paragraphs from the beginning in which a formula of adoption is the text's own
_REISSUED = re.compile(r"\b[Rr]e-?issued\b|\bCorrigendum\b")
_NUMBERED = (  # symbols with a year or session, and how many days before that year such a document can appear
    (re.compile(r"S/(?P<year>(?:19|20)[0-9]{2})/[0-9]+(?![0-9-])"), 45),
    (re.compile(r"E/(?P<year>(?:19|20)[0-9]{2})/[0-9]+(?![0-9-])"), 200),
    (re.compile(r"A/(?P<assembly>[0-9]{2,3})/[0-9]+(?![0-9-])"), 120),
    (re.compile(r"A/HRC/(?P<rights>[0-9]{1,3})/[0-9]+(?![0-9-])"), 150),
)


class _Own(NamedTuple):
    """The text's own date, and where it says so."""

    date: Date
    span: Span


def check_document(context: Context) -> Iterator[Finding]:
    """Every reference that is later than the text, where the text surely says its own date."""
    own = own_date(context.document)
    if own is None:
        return
    last = extent(own.date)[1]
    for reference in context.references:
        said = _later(reference, last, context)
        if said is not None:
            yield Finding(
                rule=RULE.name,
                severity=RULE.severity,
                path=context.document.path,
                span=core(context.document, reference),
                message=f"this text is of {own.date}; {said}",
                related=(Related(context.document.path, own.span, f"the text's own date: {own.date}"),),
                reference_id=reference.id,
            )


def own_date(document: Document) -> _Own | None:
    """The latest of the dates that the head of a text gives as its own; None where it gives none or is reissued."""
    head = document.paragraphs[:_HEAD]
    if head and _REISSUED.search(document.text, 0, head[-1].end):
        return None
    found = []
    for paragraph in head:
        for formula in _ADOPTED:
            match = formula.match(document.text, paragraph.start)  # the date may stand in a line of its own
            date = Date.parse(match["date"]) if match else None
            if match is not None and date is not None:
                found.append(_Own(date, Span(*match.span("date"))))
    masthead = document.masthead
    dated = [one for one in (masthead.distributed, masthead.letter) if one is not None] if masthead else []
    found += [_Own(one.date, one.span) for one in dated if one.date.day]
    own = max(found, key=lambda one: extent(one.date), default=None)
    return None if own is None or _is_collection(document.text, own.date) else own


def _is_collection(text: str, own: Date) -> bool:
    """Whether a further document of a later day stands in the text, with a masthead or formula of its own."""
    said = (Date.parse(found["date"]) for formula in (_DISTRIBUTED, *_ADOPTED) for found in formula.finditer(text))
    return any(extent(date)[0] > extent(own)[1] for date in said if date is not None)


def _later(reference: Reference, last: datetime.date, context: Context) -> str | None:
    """What makes a reference later than a day, as the end of a message; None where it may be earlier."""
    name = reference.id
    if name is None or reference.within is not None:
        return None
    if reference.family == "un-symbol":
        year = _later_year(name, last, context.knowledge)
        return f"{name} is a document of {year} by its number" if year is not None else None
    if reference.family != "un-resolution" or not _bodies.is_sure(reference, context):
        return None
    entry = context.knowledge.resolve(name).entry
    if entry is not None and entry.adopted() is not None:
        known = min(entry.dates("adopted"), key=lambda one: extent(one)[0])
        return f"{name} was adopted {'on' if known.day else 'in'} {known}" if extent(known)[0] > last else None
    time = sitting(name, context.knowledge)
    if time is None or time.first <= last or not _bodies.is_named(reference, context):
        return None
    return f"{name} was not adopted then: {time.said}"


def _later_year(symbol: str, last: datetime.date, knowledge: Knowledge) -> int | None:
    """The year of a symbol's number, where no document with it can have been issued by a day; else None."""
    for pattern, ahead in _NUMBERED:
        found = pattern.match(symbol)
        if found is None:
            continue
        (how, number) = next(iter(found.groupdict().items()))
        year = {"year": int(number), "assembly": 1945 + int(number)}.get(how) or knowledge.rights_council_year(number)
        if year is not None and last + datetime.timedelta(days=ahead) < datetime.date(year, 1, 1):
            return year
    return None
