"""Places in the reports of the two World Courts that cannot be, or that are another case's, and days of no judgment."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.document import Span
from juslint.finding import Edit, Finding, Fix, Related
from juslint.knowledge.normalise import normalise_title
from juslint.rules import Rule, _flaws
from juslint.rules._places import MOST_RELATED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="court-report",
    severity="error",
    summary="A place in the reports of one of the World Courts that does not exist, or that is another case’s.",
    why=(
        "The reports are how the Courts' decisions are found. The International Court of Justice has sat since 1946; "
        "the Permanent Court numbered its decisions through: Series A 1 to 24, Series B 1 to 18, Series A/B 40 to 80."
    ),
    source=(
        "The two Courts' decisions (Corpus of Decisions, CC0), with the days of all judgments of the International "
        "Court to September 2026; first volume of the I.C.J. Reports, 1947."
    ),
    wrong=(
        "See I.C.J. Reports 1936, p. 14.\n",
        "See P.C.I.J., Series A, No. 53.\n",
        "See the Oscar Chinn case, P.C.I.J., Series A/B, No. 53.\n",
        "See Oil Platforms, Judgment of 6 November 2003, I.C.J. Reports 2004, p. 161.\n",
        "See LaGrand (Germany v. United States of America), Judgment, I.C.J. Reports 2011, p. 466.\n",
    ),
    right=(
        "See I.C.J. Reports 1986, p. 14.\n",
        "See Legal Status of Eastern Greenland, P.C.I.J., Series A/B, No. 53, and P.C.I.J., Series B, No. 4.\n",
        "See the Oscar Chinn case, P.C.I.J., Series A/B, No. 63.\n",
        "See LaGrand (Germany v. United States of America), Judgment of 27 June 2001, I.C.J. Reports 2001, p. 466.\n",
        "See LaGrand (Germany v. United States of America), Provisional Measures, I.C.J. Reports 1999, p. 9.\n",
        "Unlike in Oscar Chinn, the Court held otherwise in Eastern Greenland, P.C.I.J., Series A/B, No. 53.\n",
    ),
)
_FIRST_YEAR = 1947
_LISTED_TO = "2026-09-03"  # the day to which the judgments of the International Court are listed
_OTHER_PHASE = re.compile(r"(?:nterpretation|evision|pplication|ermission|equest)\b[^.;]{0,150}$")
_SERIES = {"A": (1, 24), "B": (1, 18), "A/B": (40, 80)}
_PERMANENT = re.compile(r"P\.C\.I\.J\., Series (A/B|A|B), No\. ([0-9]+)")
_BEHIND = re.compile(
    r"\s*[\"”’*_]*\s*(?:\([^()]{0,60}\)\s*)?(?:[Cc]ase)?[,;]?\s*"
    r"(?:(?:Judgment|Advisory Opinion|Order|Merits|Jurisdiction)[^.;]{0,40})?,?\s*(?:1[0-9]{3},?)?\s*"
)
_NEAR = 160  # characters in front of a place in which the name of its case stands
_LONG = 10  # letters of a name that is no other word


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A year or number outside the reports, and a number that stands behind another case's name."""
    if reference.family != "court" or reference.id is None or _flaws.in_speech(context.document, reference.span):
        return
    court = reference.text_of("court")
    year = reference.parts.get("year")
    if court == "ICJ" and year is not None and isinstance(year.value, int) and year.value < _FIRST_YEAR:
        yield _finding(
            reference, context, f"the I.C.J. Reports begin with {_FIRST_YEAR}: there is no volume of {year.value}"
        )
        return
    if court == "ICJ":
        yield from _no_judgment(reference, context)
        return
    found = _PERMANENT.fullmatch(reference.id)
    if found is None:
        return
    first, last = _SERIES[found[1]]
    if not first <= int(found[2]) <= last:
        message = f"Series {found[1]} of the Permanent Court has Nos. {first} to {last}: there is no No. {found[2]}"
        yield _finding(reference, context, message)
        return
    yield from _other_case(reference, context)


def _no_judgment(reference: Reference, context: Context) -> Iterator[Finding]:
    """A day that is not of the volume's year, and a day or year in which the case had no judgment."""
    date, year = reference.date_of(), reference.number_of("year")
    if date is not None and year is not None and "last" not in reference.parts and date.year != year:
        message = f"the volume of {year} holds the decisions of {year}; this one is dated {date}"
        told = _finding(reference, context, message)
        yield replace(told, span=reference.parts["date"].span, related=_elsewhere(reference, context))
        return
    title = reference.text_of("title")
    if title is None or reference.text_of("kind") != "judgment":
        return
    if _OTHER_PHASE.search(context.document.text[max(0, reference.span.start - _NEAR) : reference.span.start]):
        return
    found = context.knowledge.keyed("case", normalise_title(title))
    days = [Date.from_iso(str(day)) for day in found[0].data.get("judgments", ())] if len(found) == 1 else []
    last = Date.from_iso(_LISTED_TO)
    if not days or (year or (date and date.year) or last.year) >= last.year:
        return
    dated = date is not None and date.day is not None
    years = {year, 1948} if "last" in reference.parts else {year}  # one volume holds 1947 and 1948
    right = any(day == date for day in days) if dated else any(day.year in years for day in days)
    if not right:
        said = f"of {date}" if dated else f"of {year}"
        known = " and ".join(map(str, days)) if len(days) < 3 else f"{', '.join(map(str, days[:-1]))} and {days[-1]}"
        message = f"no judgment in {title} is {said}: there {'is one' if len(days) == 1 else 'are those'} of {known}"
        part = reference.parts["date" if dated else "year"]
        proper = str(days[0]) if len(days) == 1 and dated else None
        fix = Fix(f"write {proper}", safe=False, edits=(Edit(part.span, proper),)) if proper else None
        yield replace(_finding(reference, context, message, fix), span=part.span, severity="warning")


def _elsewhere(reference: Reference, context: Context) -> tuple[Related, ...]:
    """Where the same text cites the decision, of the same day or in the same volume, without the contradiction."""
    title, sound = reference.text_of("title"), context.once(_sound)
    there = {*sound.get((title, reference.date_of()), ()), *sound.get((title, reference.number_of("year")), ())}
    return tuple(sorted(there, key=lambda one: one.span))[:MOST_RELATED]


def _sound(context: Context) -> dict[tuple[str | None, Date | int | None], list[Related]]:
    """The first places of decisions whose day is of the volume's year, by title and day and by title and year."""
    found: dict[tuple[str | None, Date | int | None], list[Related]] = {}
    for one in context.references:
        year, day = one.number_of("year"), one.date_of()
        if one.family == "court" and day and day.year == year:
            said = f"dated {day}, in the volume of {year}"
            for key in ((one.text_of("title"), day), (one.text_of("title"), year)):
                places = found.setdefault(key, [])
                if len(places) < MOST_RELATED:
                    places.append(Related(context.document.path, one.parts["date"].span, said))
    return found


def _other_case(reference: Reference, context: Context) -> Iterator[Finding]:
    """The name right in front is that of one other decision of the same Court, and not also of this one."""
    start = reference.parts["court"].span.start
    before = context.document.text[max(0, start - _NEAR) : start]
    named = {}
    for name, entry in context.knowledge.listed_cases("pcij"):
        at = before.rfind(name)
        if at >= 0 and len(normalise_title(name)) >= _LONG and _BEHIND.fullmatch(before[at + len(name) :]):
            named[entry.id] = name
    longest = max(map(len, named.values()), default=0)
    named = {id_: name for id_, name in named.items() if len(name) == longest}
    own = context.knowledge.resolve(reference.id or "").entry
    if own is None or not named or own.id in named or _related(own.text("title") or "", next(iter(named.values()))):
        return
    others = sorted(named)
    proper = re.search(r"[0-9]+$", others[0])
    number = reference.parts["number"]
    same = len(others) == 1 and others[0].rpartition(",")[0] == own.id.rpartition(",")[0] and proper is not None
    yield _finding(
        reference,
        context,
        f"{own.id} is {own.text('title')}; {next(iter(named.values()))} is {' or '.join(others)}",
        Fix(f"write No. {proper[0]}", safe=False, edits=(Edit(number.span, proper[0]),)) if same and proper else None,
    )


def _related(one: str, other: str) -> bool:
    """Whether two names begin alike: phases of one case, or two cases between which a text may rightly choose."""
    first, second = normalise_title(one), normalise_title(other)
    return first in second or second in first or first.split()[:2] == second.split()[:2]


def _finding(reference: Reference, context: Context, message: str, fix: Fix | None = None) -> Finding:
    """A finding at the place in the reports, without the name in front of it."""
    place = reference.parts["court"].span
    return Finding(
        rule=RULE.name,
        severity=RULE.severity,
        path=context.document.path,
        span=Span(place.start, max(place.end, reference.span.end)),
        message=message,
        fix=fix,
        reference_id=reference.id,
    )
