"""The ways in which a right number or its date is spoiled: a function each, from a document to what may be changed.

What is decidable is told from the knowledge base alone, never from what a rule does.
"""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import MONTHS, Date
from juslint.document import Span
from juslint.knowledge.sessions import arabic, roman

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator

    from juslint.knowledge import Entry, Knowledge
    from juslint.reference import Reference
    from juslint.rules import Context


class Spoil(NamedTuple):
    """One change: what is replaced by what, which values are right, and where a finding must stand."""

    kind: str
    span: Span
    text: str
    right: tuple[str, ...]
    place: Span


_BEHIND = re.compile(r",?\s+(?:of|adopted\s+on|dated)\s+([0-9]{1,2}\s+[A-Z][a-z]+\s+[0-9]{4})")
_ID = re.compile(r"(?P<stem>A|A/HRC|E|E/CN\.4)/(?P<what>RES|DEC)/(?P<part>S-[0-9]+|[0-9]+)/(?P<number>[0-9]+)")
_ROMAN = re.compile(r"A/RES/(?P<number>[0-9]+)(?P<letter> [A-Z])? \((?P<session>[IVX]+)\)")
_BODIES = {
    "A": "General Assembly",
    "S": "Security Council",
    "A/HRC": "Human Rights Council",
    "E": "Economic and Social Council",
}
_NOT_ITS = {  # of which bodies a number surely is not, by the body that gave it
    "A": ("S", "E"),
    "S": ("A", "A/HRC", "E"),
    "A/HRC": ("S", "E"),
    "E": ("S", "A/HRC"),
}


def entry_of(name: str | None, knowledge: Knowledge) -> Entry | None:
    """The row of a resolution, decision or statement; None where there is none."""
    entry = knowledge.resolve(name).entry if name else None
    return entry if entry is not None and entry.kind == "resolutions" else None


def _dated(context: Context) -> Iterator[tuple[Reference, Date, Span, Date]]:
    """Resolutions with a full date that is the known day, or of the known month: (reference, date, place, known)."""
    text = context.document.text
    letters = {}
    for reference in context.references:
        if reference.family != "un-resolution" or reference.id is None:
            continue
        part = reference.parts.get("date")
        behind = _BEHIND.match(text, reference.span.end) if part is None else None
        place = part.span if part else Span(*behind.span(1)) if behind else None
        if place is None:
            continue
        letters[place] = reference  # of `A and B of …` the last one
    for place, reference in letters.items():
        date, entry = Date.parse(text[place.start : place.end]), entry_of(reference.id, context.knowledge)
        known = entry.adopted() if entry else None
        if date is not None and date.day and known is not None and date.agrees(known):
            yield reference, date, place, known


def near(reference: Reference, *spans: Span) -> Span:
    """The stretch over a reference and what stands beside it."""
    return Span(min(reference.span.start, *(s.start for s in spans)), max(reference.span.end, *(s.end for s in spans)))


def _may_be(name: str, date: Date, knowledge: Knowledge) -> bool:
    """Whether any letter of a number may bear a date."""
    stem, session = (name.partition(" (")[0], " (" + name.partition(" (")[2]) if " (" in name else (name, "")
    names = [name, *(f"{stem} {letter}{session}" for letter in "ABCDE"), re.sub(r" [A-Z]$", "", stem) + session]
    known = [day for one in names if (entry := entry_of(one, knowledge)) for day in entry.dates("adopted")]
    return any(date.agrees(day) for day in known)


def date_day(context: Context, chance: random.Random) -> Iterator[Spoil]:
    """Another day of the month, 1 to 20 away."""
    for reference, date, place, known in _dated(context):
        days = calendar.monthrange(date.year, date.month or 1)[1]
        other = [one for one in range(1, days + 1) if 1 <= abs(one - (date.day or 0)) <= 20]
        new = date._replace(day=chance.choice(other))
        if known.day and not _may_be(str(reference.id), new, context.knowledge):
            yield Spoil("", place, str(new), (str(known),), near(reference, place))


def date_month(context: Context, chance: random.Random) -> Iterator[Spoil]:
    """Another month of the same year."""
    for reference, date, place, known in _dated(context):
        month = chance.choice([one for one in range(1, 13) if one != date.month])
        new = Date(date.year, month, min(date.day or 1, calendar.monthrange(date.year, month)[1]))
        if not _may_be(str(reference.id), new, context.knowledge):
            yield Spoil("", place, str(new), (str(known),), near(reference, place))


def date_year(context: Context, chance: random.Random) -> Iterator[Spoil]:
    """The year before or after, or one digit of it."""
    for reference, date, place, known in _dated(context):
        other = [date.year - 1, date.year + 1, date.year - 10, date.year + 10]
        new = date._replace(year=chance.choice([year for year in other if 1946 <= year <= 2026]))
        if new.month == 2 and new.day == 29:
            continue
        if not _may_be(str(reference.id), new, context.knowledge):
            yield Spoil("", place, str(new), (str(known),), near(reference, place))


def date_unknown(context: Context, chance: random.Random) -> Iterator[Spoil]:
    """The year of a date of a number that is not known: the session decides."""
    for reference in context.references:
        date, found = reference.date_of(), _ID.fullmatch(reference.id or "")
        if date is None or not date.day or found is None or entry_of(reference.id, context.knowledge):
            continue
        years = _years(found["stem"], found["part"], context.knowledge)
        if not years or date.year not in years or found["stem"] not in {"A", "A/HRC"} or date.day > 28:
            continue
        new = date._replace(year=chance.choice([years[0] - 1, years[-1] + 1, years[-1] + 10]))
        place = reference.parts["date"].span
        yield Spoil("", place, str(new), tuple(map(str, years)), near(reference, place))


def date_impossible(context: Context, chance: random.Random) -> Iterator[Spoil]:
    """A day that no month has."""
    for reference, date, place, known in _dated(context):
        month = chance.choice([2, 4, 6, 9, 11])
        written = f"{chance.choice([31, 32])} {MONTHS[month - 1]} {date.year}"
        yield Spoil("", place, written, (str(known),), near(reference, place))


def year_letters(context: Context, _: random.Random) -> Iterator[Spoil]:
    """A letter for a digit in the year of a date or of a number, as a scan reads it."""
    for reference, date, place, _known in _dated(context):
        digits = str(date.year)
        damaged = "l" + digits[1:] if digits[0] == "1" else digits[0] + digits[1:].replace("0", "O", 1)
        if damaged != digits:
            at = Span(place.end - 4, place.end)
            yield Spoil("", at, damaged, (digits,), near(reference, place))
    for reference, span, year in _council(context):
        if str(year).startswith("19"):
            yield Spoil("", span, "l" + str(year)[1:], (str(year),), reference.span)


def _years(stem: str, part: str, knowledge: Knowledge) -> tuple[int, ...]:
    if stem == "A" and part.isdigit():
        return knowledge.session_years(int(part)) if int(part) > 1 else ()
    if stem == "A/HRC":
        year = knowledge.rights_council_year(part)
        return (year,) if year else ()
    return (int(part),) if stem in {"E", "E/CN.4"} and part.isdigit() else ()


def _council(context: Context) -> Iterator[tuple[Reference, Span, int]]:
    """Security Council resolutions with the year that is theirs: (reference, place of the year, year)."""
    for reference in context.references:
        number, year = reference.number_of("number"), reference.number_of("year")
        if number and year and (reference.id or "").startswith("S/RES/"):
            span = reference.parts["year"].span
            if context.knowledge.security_council_year(number) == year:
                yield reference, span, year


def council_year(context: Context, chance: random.Random) -> Iterator[Spoil]:
    """The year of a Security Council resolution, one off or one digit."""
    for reference, span, year in _council(context):
        new = chance.choice([one for one in (year - 1, year + 1, year - 10, year + 10) if 1946 <= one <= 2026])
        yield Spoil("", span, str(new), (str(year),), reference.span)


def _others(number: int, chance: random.Random) -> list[int]:
    """Numbers that one slip makes of a number: a neighbour, two digits swapped, a digit changed."""
    text = str(number)
    swapped = [text[:at] + text[at + 1] + text[at] + text[at + 2 :] for at in range(len(text) - 1)]
    changed = [text[:at] + digit + text[at + 1 :] for at in range(len(text)) for digit in "0123456789"]
    found = {int(one) for one in [*swapped, *changed] if not one.startswith("0")} | {number - 1, number + 1}
    out = sorted(one for one in found if one > 0 and one != number)
    chance.shuffle(out)
    return out


def council_number(context: Context, chance: random.Random) -> Iterator[Spoil]:
    """The number of a Security Council resolution, its year kept."""
    knowledge = context.knowledge
    for reference, _, year in _council(context):
        part = reference.parts["number"]
        for number in _others(int(str(part.value)), chance):
            its = knowledge.security_council_year(number)
            if its is not None and its != year:
                right = (str(its), str(part.value))
                yield Spoil("", part.span, str(number), right, reference.span)
                break


def number_dated(context: Context, chance: random.Random) -> Iterator[Spoil]:
    """The number of a resolution, its session and date kept; or of the Security Council, its year and date kept."""
    knowledge = context.knowledge
    for reference, date, place, known in _dated(context):
        part, name = reference.parts.get("number"), str(reference.id)
        if part is None or not known.day:
            continue
        for number in _others(int(str(part.value)), chance)[:12]:
            other = re.sub(rf"(?<=/){part.value}(?![0-9])(?!.*/)", str(number), name)
            entry = entry_of(other, knowledge)
            day = entry.adopted() if entry else None
            if other != name and day and not _may_be(other, date, knowledge):
                right = (str(day), f"/{part.value}", f"{part.value} (")
                yield Spoil("", part.span, str(number), right, near(reference, place))
                break


def session_dated(context: Context, chance: random.Random) -> Iterator[Spoil]:
    """The session of a number, or its year, the date kept."""
    for reference, date, place, known in _dated(context):
        found = _ID.fullmatch(reference.id or "")
        key = "session" if "session" in reference.parts else "year"
        if found is None or not known.day or not found["part"].isdigit() or key not in reference.parts:
            continue
        part, session = reference.parts[key], int(found["part"])
        other = [one for one in (session - 1, session + 1, session - 10, session + 10) if _is_of(found["stem"], one)]
        new = chance.choice(other)
        years = _years(found["stem"], str(new), context.knowledge)
        stem = found["stem"]
        twins = [one for one in ("A", "A/HRC") if one != stem and stem in {"A", "A/HRC"} and _is_of(one, new)]
        named = _BODIES.get(stem, "?") in context.document.text[slice(*reference.parts["organ"].span)]
        if not years or _sits(stem, years, date):
            continue
        if not named and any(_sits(one, _years(one, str(new), context.knowledge), date) for one in twins):
            continue
        short = f"{session}/{found['number']}"
        right = (short, f"session {session}", str(known), *map(str, years))
        yield Spoil("", part.span, str(new), right, near(reference, place))


def _is_of(stem: str, session: int) -> bool:
    low, high = {"A": (31, 80), "A/HRC": (1, 60), "E": (1978, 2025), "E/CN.4": (1982, 2006)}[stem]
    return low <= session <= high


def _sits(stem: str, years: tuple[int, ...], date: Date) -> bool:
    """Whether a body may have sat in its session of these years on a day, generously."""
    if not years:
        return False
    if stem == "A":
        return (years[0], 9) <= (date.year, date.month or 0) <= (years[-1], 9)
    return years[0] - (stem == "E") <= date.year <= years[-1]


def roman_session(context: Context, chance: random.Random) -> Iterator[Spoil]:
    """The Roman session of a running number of the General Assembly."""
    for reference in context.references:
        found = _ROMAN.fullmatch(reference.id or "")
        if found is None or "session" not in reference.parts:
            continue
        if context.knowledge.assembly_session_named(int(found["number"])) != found["session"]:
            continue
        session, part = int(arabic(found["session"])), reference.parts["session"]
        new = roman(str(chance.choice([one for one in (session - 1, session + 1, session + 10) if 1 <= one <= 30])))
        bracket = context.document.text[part.span.start] == "("
        yield Spoil("", part.span, f"({new})" if bracket else new, (found["session"],), reference.span)


def roman_number(context: Context, chance: random.Random) -> Iterator[Spoil]:
    """A running number of the General Assembly, its session kept."""
    for reference in context.references:
        found = _ROMAN.fullmatch(reference.id or "")
        if found is None or "number" not in reference.parts:
            continue
        if context.knowledge.assembly_session_named(int(found["number"])) != found["session"]:
            continue
        for number in _others(int(found["number"]), chance):
            its = context.knowledge.assembly_session_named(number)
            if its and its != found["session"]:
                right = (f"({its})", found["number"])
                yield Spoil("", reference.parts["number"].span, str(number), right, reference.span)
                break


def body(context: Context, chance: random.Random) -> Iterator[Spoil]:
    """Another body named before a number that it does not give."""
    text = context.document.text
    for reference in context.references:
        organ = reference.parts.get("organ")
        stem = str(organ.value) if organ else ""
        if organ is None or reference.family != "un-resolution" or stem not in _BODIES:
            continue
        if "number" not in reference.parts or reference.parts["kind"].value != "resolution":
            continue
        if not entry_of(reference.id, context.knowledge):
            continue
        said = re.match(_BODIES[stem].replace(" ", r"\s+"), text[organ.span.start : organ.span.end])
        first = min(reference.parts[key].span.start for key in ("number", "session", "year") if key in reference.parts)
        if said is None or text[organ.span.end : first].strip():
            continue  # only the first of a list
        new = _BODIES[chance.choice(_NOT_ITS[stem])]
        span = Span(organ.span.start, organ.span.start + said.end())
        yield Spoil("", span, new, (_BODIES[stem],), Span(span.start, reference.span.end))


NUMBERS: dict[str, Callable[[Context, random.Random], Iterator[Spoil]]] = {
    "day of adoption": date_day,
    "month of adoption": date_month,
    "year of adoption": date_year,
    "year of adoption, number not known": date_unknown,
    "impossible day": date_impossible,
    "letter in a year": year_letters,
    "year of the Security Council": council_year,
    "number of the Security Council": council_number,
    "number, date kept": number_dated,
    "session, date kept": session_dated,
    "Roman session": roman_session,
    "number, Roman session kept": roman_number,
    "body": body,
}
