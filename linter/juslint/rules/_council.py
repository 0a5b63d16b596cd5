"""When a number surely is that of a Security Council resolution, and which years it can have."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.structure.issuing import issuing_body

if TYPE_CHECKING:
    from juslint.document import Document
    from juslint.knowledge import Knowledge
    from juslint.reference import Reference
    from juslint.rules import Context

_NAMED = re.compile(r"\bSecurity\s+Council\b|\bUNSC\b|\bSC\b|^S$")
_COUNCIL = re.compile(r"\bSecurity\s+Council\b|\bUNSCR?\b")
_OTHERS = re.compile(
    r"\bParliamentary\s+Assembly\b|\bPACE\b|\bCouncil\s+of\s+Europe\b|\bEuropean\s+Parliament\b|\bOAS\b|\bHealth\s+Assembly\b"
    r"|\bCongress\b|\bArab\s+League\b|\bLeague\s+of\s+Arab\s+States\b"
)
_AFRICAN = re.compile(r"\b(?:Peace\s+and\s+Security\s+Council|African\s+Union|PSC)\b")
_REACH = 2000  # characters in front of a number in which its sentence begins
_SENTENCE = re.compile(r"[.;]\s+(?=[A-Z])")
_OTHER_BEHIND = re.compile(
    r"\s*,?\s*(?:of|by|adopted\s+by|from)\s+the\s+(?!(?:United\s+Nations\s+)?(?:Security\s+)?Council\b)[A-Z]"
)


def is_resolution(reference: Reference, context: Context) -> bool:
    """Whether the reference surely is to a resolution of the Security Council.

    Sure is what is named so ("Security Council resolution", `S/RES/…`) or stands in a text of the Council. A bare
    "resolution 822 (1993)" is, where the text speaks of the Council and its paragraph of no other body that numbers so.
    """
    organ, kind = reference.parts.get("organ"), reference.parts.get("kind")
    if reference.family != "un-resolution" or organ is None or kind is None:
        return False
    if (organ.value, kind.value) != ("S", "resolution"):
        return False
    document = context.document
    if _OTHER_BEHIND.match(document.text, reference.span.end):
        return False
    if _NAMED.search(document.text[organ.span.start : organ.span.end]):
        return True
    if any(flaw.kind == "resolution-year" for flaw in reference.flaws):
        return False
    if issuing_body(document) == "Security Council":
        return True
    paragraph = paragraph_of(document, reference.span)
    if _is_dated_so(reference, context.knowledge):
        return True
    said = context.once(_Said)
    if not said.council or said.others(paragraph):
        return False
    if not said.african(paragraph) or _begins_with_council(reference, paragraph, document):
        return True
    number = reference.number_of("number")
    year = context.knowledge.security_council_year(number) if number is not None else None
    return year is not None and f"S/RES/{number} ({year})" in said.ids  # the text elsewhere writes its own year


class _Said:
    """What a text and its paragraphs say of bodies; each is looked through once, however many numbers it has."""

    def __init__(self, context: Context) -> None:
        text = context.document.text
        self.council = _COUNCIL.search(text) is not None
        self.ids = {one.id for one in context.references}
        self.others = cache(lambda paragraph: _OTHERS.search(text, *paragraph) is not None)
        self.african = cache(lambda paragraph: _AFRICAN.search(text, *paragraph) is not None)


def _is_dated_so(reference: Reference, knowledge: Knowledge) -> bool:
    """Whether the date behind the number is the very day on which the Security Council adopted that number."""
    number, date = reference.number_of("number"), reference.date_of()
    year = knowledge.security_council_year(number) if number is not None else None
    return date is not None and date.day is not None and knowledge.adopted(f"S/RES/{number} ({year})") == date


def _begins_with_council(reference: Reference, paragraph: Span, document: Document) -> bool:
    """Whether the sentence names the Security Council, and no body of the African Union before it."""
    words = document.text[max(paragraph.start, reference.span.start - _REACH) : reference.span.start]
    *_, words = _SENTENCE.split(words)
    council, african = _COUNCIL.search(words), _AFRICAN.search(words)
    return council is not None and (african is None or council.start() < african.start())


def is_named(reference: Reference, context: Context) -> bool:
    """Whether the words of the reference name the body whose resolution it is: "Council resolution", `A/RES/…`."""
    organ = reference.parts.get("organ")
    if organ is None:
        return False
    words = context.document.text[organ.span.start : organ.span.end]
    return re.search(r"\b(?:Council|Assembly|Commission|ECOSOC|UNGA|GA)\b|^[A-Z]+(?:/|$)", words) is not None


def fits(reference: Reference, context: Context) -> bool:
    """Whether the year of the reference is that of the resolution with its number, as far as that is known."""
    number, year = reference.number_of("number"), reference.number_of("year")
    known = context.knowledge.security_council_year(number) if number is not None else None
    return known is None or year == known


def years_of(knowledge: Knowledge, year: int) -> str:
    """Which numbers are of a year, as the end of a message; nothing where that is not known."""
    span = knowledge.security_council_range(year)
    if span is None:
        return ""
    first, last = span
    return f"; the resolutions of {year} are {first} to {last}" if last else f"; those of {year} begin with {first}"


def paragraph_of(document: Document, span: Span) -> Span:
    """The paragraph in which `span` begins; the whole text where it has none."""
    index = bisect_right(document.paragraphs, span.start, key=lambda paragraph: paragraph.start) - 1
    return document.paragraphs[index] if index >= 0 else Span(0, len(document.text))
