"""Numbers of the Council of Europe and acts of the European Union that cannot be of the year beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.document import Span
from juslint.families import _union_acts
from juslint.finding import Edit, Finding, Fix
from juslint.rules import Rule, _flaws

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="act-year",
    severity="warning",
    summary="A text of the Council of Europe, or an act of the European Union, whose number is of another year.",
    why=(
        "The resolutions and recommendations of the Assembly and the meetings of the Deputies run on from year to "
        "year, so that a number has its year. Recommendations of the Ministers and acts of the Union bear the year in "
        "their number. Where number and date do not fit, one of them is of another text."
    ),
    source=(
        "Numbers and years that judgments of the European Court of Human Rights and pages of the two bodies attest. An "
        "act of the Union may be adopted at the end of the year before that of its number (Regulation (EC) No 44/2001 "
        "of 22 December 2000)."
    ),
    wrong=(
        "See Resolution 1728 (2011) of the Parliamentary Assembly.\n",
        "See PACE Recommendation 1474 (2003).\n",
        "See CM/Del/Dec(2008)1159.\n",
        "See Recommendation CM/Rec(2010)5 of 31 March 2011.\n",
        "See Council Directive 2000/43/EC of 29 June 2002.\n",
    ),
    right=(
        "See Resolution 1728 (2010) of the Parliamentary Assembly.\n",
        "See PACE Recommendation 1474 (2000).\n",
        "See CM/Del/Dec(2013)1159 and CM/Del/Concl(92)471bis.\n",
        "See Resolution 9999 (2061) of the Parliamentary Assembly.\n",
        "See Recommendation CM/Rec(2010)5 of 31 March 2010 and Recommendation No. R (87) 3 of 12 February 1987.\n",
        "See Directive 2000/43/EC of 29 June 2000 and Regulation (EC) No 44/2001 of 22 December 2000.\n",
    ),
)
_ASSEMBLY = re.compile(r"PACE (Resolution|Recommendation|Opinion) ([0-9]+) \(([0-9]{4})\)")
_ADOPTED = re.compile(  # texts whose number bears the year in which they were adopted
    r"(?:(?:CM/)?(?:Rec|Res|ResDH|ResAP|ResChS|ResCMN)\(|R \(|Resolution \()([0-9]{2,4})\)"
    r"|PACE [A-Z][a-z]+ [0-9]+ \(([0-9]{4})\)"
)
_DEPUTIES = re.compile(r"CM/Del/(?:Dec|Concl|Act|OJ)\(([0-9]{2,4})\)([0-9]+)")
_CENTURY = 50  # "(92)" is of 1992; the Deputies have written four digits since 2001


class _Said(NamedTuple):
    """What a reference says: what it is, its year, and the years that it can be of (None: no bound)."""

    what: str
    year: int
    first: int | None
    last: int | None


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A number that lies before or behind the known numbers of its year, and one that is not of its own date's."""
    yield from _dated_otherwise(reference, context)
    said = _said(reference, context)
    part = reference.parts.get("year")
    if said is None or part is None or _flaws.in_speech(context.document, reference.span):
        return
    if (said.first is None or said.first <= said.year) and (said.last is None or said.year <= said.last):
        return
    other = _other_kind(reference, context)
    proper = str(said.first) if said.first == said.last and said.first is not None and other is None else None
    yield Finding(
        rule=RULE.name,
        severity=RULE.severity,
        path=context.document.path,
        span=_flaws.token(
            context.document, Span(*sorted((reference.parts["number"].span.start, part.span.end))), reference.span
        ),
        message=f"{said.year} cannot be the year of {said.what}, which is of {_years(said)}{other or ''}",
        fix=Fix(f"write the year of {said.what}: {proper}", safe=False, edits=(Edit(part.span, proper),))
        if proper and len(str(part.value)) == len(proper)
        else None,
        reference_id=reference.id,
    )


def _dated_otherwise(reference: Reference, context: Context) -> Iterator[Finding]:
    """A date behind a number that bears the year of adoption, of another year."""
    date = reference.date_of()
    if date is None or reference.id is None or _flaws.in_speech(context.document, reference.span):
        return
    year, early = None, 0
    if reference.family == "coe" and (found := _ADOPTED.match(reference.id)):
        year = int(found[1] or found[2])
        year += 0 if year > 99 else 1900 if year >= _CENTURY else 2000
    elif reference.family == "other" and (act := _union_acts.numbered(reference.id)):
        year, early = act.year, 1
    if year is not None and not year - early <= date.year <= year:
        yield Finding(
            rule=RULE.name,
            severity=RULE.severity,
            path=context.document.path,
            span=reference.parts["date"].span,
            message=f"{reference.id} is of {year}, as its number says; this date is of {date.year}",
            reference_id=reference.id,
        )


def _said(reference: Reference, context: Context) -> _Said | None:
    if reference.family != "coe" or reference.id is None:
        return None
    found = _ASSEMBLY.fullmatch(reference.id)
    if found:
        number, year = int(found[2]), int(found[3])
        folder = f"coe/parliamentary-assembly/{found[1].lower()}s"
        what = f"{found[1]} {number} of the Parliamentary Assembly"
        return _Said(what, year, *context.knowledge.running_years(folder, number))
    found = _DEPUTIES.match(reference.id)
    if found is None:
        return None
    year = int(found[1]) + (0 if len(found[1]) > 2 else 1900 if int(found[1]) >= _CENTURY else 2000)
    what = f"meeting {found[2]} of the Ministers’ Deputies"
    return _Said(what, year, *context.knowledge.meeting_years("committee-of-ministers", int(found[2])))


def _years(said: _Said) -> str:
    if said.first == said.last:
        return str(said.first)
    if said.last is None:
        return f"{said.first} or later"
    return f"{said.last} or earlier" if said.first is None else f"{said.first} to {said.last}"


def _other_kind(reference: Reference, context: Context) -> str | None:
    """What else of the Assembly has this number and year, if anything surely has."""
    found = _ASSEMBLY.fullmatch(reference.id or "")
    if found is None:
        return None
    for kind in ("Resolution", "Recommendation"):
        if kind != found[1] and context.knowledge.resolve(f"PACE {kind} {found[2]} ({found[3]})").entry is not None:
            return f"; {kind} {found[2]} is of {found[3]}"
    return None
