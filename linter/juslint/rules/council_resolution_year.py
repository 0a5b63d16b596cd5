"""Security Council resolutions with another year than their own, or with none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.finding import Edit, Finding, Fix, Related, SourceEdit
from juslint.rules import Rule, _council
from juslint.rules._entries import joined
from juslint.rules._places import Place, related
from juslint.rules._slips import of_council_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.finding import Severity
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="council-resolution-year",
    severity="error",
    summary="A Security Council resolution with another year than its own, or with none.",
    why=(
        "The resolutions of the Council run on from 1946, so that the number decides the year. Where they do not fit, "
        "one of them is of another resolution; sometimes the number is of another body, such as the Parliamentary "
        "Assembly of the Council of Europe, which also writes a number and a year."
    ),
    source="Resolutions 1 to 2813 by year, Dag Hammarskjöld Library; UN texts write the year behind every number.",
    wrong=(
        "The Security Council adopted resolution 1416 (2005).\n",
        "See S/RES/822 (1994).\n",
        "See Security Council resolution 822.\n",
        "See [the resolution](https://undocs.org/en/S/RES/1416%20(2005)).\n",
    ),
    right=(
        "The Security Council adopted resolutions 822 (1993) and 1416 (2002).\n",
        "See Resolution 1416 (2005) of the Parliamentary Assembly of the Council of Europe.\n",
        "See Security Council resolution 822 (1993). What resolution 822 demands is still open.\n",
        "See [the resolution](https://undocs.org/en/S/RES/822%20(1993)).\n",
        "Security Council resolution 99999 (2031) does not exist yet.\n",
    ),
)
_ADDRESS = re.compile(
    r"(?:undocs|un)\.org/[^\s<>\"]{0,120}?S/RES/(?P<number>[0-9]{1,4})(?:%20|\+|_|[ ])?(?:\(|%28)"
    r"(?P<year>(?:19|20)[0-9]{2})",
    re.IGNORECASE,
)
_SITE = ".org/"  # in each of them
_DATED = re.compile(r"[^.;]{0,60}?\b(?:19|20)[0-9]{2}\b|\s?\([0-9lIiOo]{4}\)")  # letters: a damaged year


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A resolution whose number is of another year."""
    number, year = reference.parts.get("number"), reference.parts.get("year")
    if number is None or year is None or not isinstance(number.value, int) or not isinstance(year.value, int):
        return
    known = context.knowledge.security_council_year(number.value)
    if known is None or known == year.value or not _council.is_resolution(reference, context):
        return
    whole = Span(min(number.span.start, year.span.start), max(number.span.end, year.span.end + 1))
    title = f"write the year of resolution {number.value}: {known}"
    yield Finding(
        rule=RULE.name,
        severity=RULE.severity,
        path=context.document.path,
        span=whole._replace(end=min(whole.end, reference.span.end)),
        message=_message(context, number.value, year.value, known),
        related=_namesakes(context, number.value, year.value),
        fix=Fix(title, safe=False, edits=(Edit(year.span, str(known)),)),
        reference_id=reference.id,
    )


def check_document(context: Context) -> Iterator[Finding]:
    """Numbers without a year, and the addresses of resolutions in the text and behind its links."""
    yield from _without_year(context)
    document = context.document
    for found in _ADDRESS.finditer(document.text) if _SITE in document.text.lower() else ():
        known = _other_year(context, found)
        if known is not None:
            edit = Edit(Span(*found.span("year")), str(known))
            yield _address(context, found, _whole_address(document.text, found), known, edit)
    for link in document.links:
        target = _ADDRESS.search(link.target)
        known = _other_year(context, target) if target else None
        if target is None or known is None or _ADDRESS.search(document.text, *link.span):
            continue
        raw = document.source[link.target_source.start : link.target_source.end]
        at = raw.find(link.target)
        start = link.target_source.start + at + target.start("year")
        change = SourceEdit(Span(start, start + 4), str(known)) if at >= 0 else None
        yield _address(context, target, link.span, known, change)


def _other_year(context: Context, found: re.Match[str]) -> int | None:
    """The year of the resolution in an address, where it is another one than the address says."""
    known = context.knowledge.security_council_year(int(found["number"]))
    return known if known != int(found["year"]) else None


def _address(context: Context, found: re.Match[str], span: Span, known: int, edit: Edit | SourceEdit | None) -> Finding:
    number, year = int(found["number"]), int(found["year"])
    namesakes = _namesakes(context, number, year)
    fix = None
    if edit is not None and not namesakes:  # the text means another body's text: another year would not help
        fix = Fix(f"write the year of resolution {number}: {known}", safe=False, edits=(edit,))
    return Finding(
        rule=RULE.name,
        severity=RULE.severity,
        path=context.document.path,
        span=span,
        message=f"this is the address of a Security Council resolution; {_message(context, number, year, known)}",
        related=namesakes,
        fix=fix,
        reference_id=f"S/RES/{number} ({year})",
    )


def _message(context: Context, number: int, year: int, known: int) -> str:
    """What does not fit, and what the text may mean instead."""
    said = (
        f"{year} cannot be the year of Security Council resolution {number}, which is of {known}"
        f"{_council.years_of(context.knowledge, year)}"
    )
    other = next(_namesake_references(context, number, year), None)
    meant = of_council_year(number, year, context.knowledge) if other is None else []
    if meant:
        said += f"; {joined([str(one) for one in meant])} {'is' if len(meant) == 1 else 'are'} of that year"
    return f"{said}; the text cites {_name(other)}" if other else said


def _namesakes(context: Context, number: int, year: int) -> tuple[Related, ...]:
    return related(
        (Place(context.document, reference.span), f"{_name(reference)} is cited here")
        for reference in _namesake_references(context, number, year)
    )


def _namesake_references(context: Context, number: int, year: int) -> Iterator[Reference]:
    """Texts of other bodies with the same number and year that the document cites."""
    yield from context.once(_numbered_alike).get((number, year), ())


def _numbered_alike(context: Context) -> dict[tuple[int | None, int | None], list[Reference]]:
    """The texts of other bodies, by number and year."""
    found: dict[tuple[int | None, int | None], list[Reference]] = {}
    for reference in context.references:
        if reference.family == "coe" and reference.id is not None:
            found.setdefault((reference.number_of("number"), reference.number_of("year")), []).append(reference)
    return found


def _name(reference: Reference) -> str:
    name = reference.id or reference.text
    return f"Parliamentary Assembly {name.removeprefix('PACE ')}" if name.startswith("PACE ") else name


def _whole_address(text: str, found: re.Match[str]) -> Span:
    """The address around a match: back to its scheme, on to its closing bracket."""
    start = found.start()
    while start and not text[start - 1].isspace() and text[start - 1] not in "<(\"'":
        start -= 1
    end = found.end()
    for closing in (")", "%29"):
        if text.startswith(closing, end):
            end += len(closing)
    return Span(start, end)


def _without_year(context: Context) -> Iterator[Finding]:
    """The first mention of each number that has a year nowhere in the text.

    Worth knowing only, where the text gives others with their year: its writer knows how.
    """
    document = context.document
    dated = {
        reference.number_of("number")
        for reference in context.references
        if (reference.id or "").startswith("S/RES/") and "year" in reference.parts
    }
    severity: Severity = "info" if dated else "warning"
    for reference in context.references:
        number = reference.parts.get("number")
        if number is None or not isinstance(number.value, int) or {"year", "session"} & reference.parts.keys():
            continue
        known = context.knowledge.security_council_year(number.value)
        if known is None or number.value in dated or not _council.is_resolution(reference, context):
            continue
        if "date" in reference.parts or _DATED.match(document.text, number.span.end):
            dated.add(number.value)
            continue
        dated.add(number.value)
        proper = f"{number.value} ({known})"
        yield Finding(
            rule=RULE.name,
            severity=severity,
            path=document.path,
            span=reference.span,
            message=f"the year is missing: Security Council resolution {number.value} is of {known}; write {proper}",
            fix=Fix(f"write {proper}", safe=False, edits=(Edit(number.span, proper),)),
            reference_id=reference.id,
        )
