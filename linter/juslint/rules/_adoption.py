"""Whether the date behind the number of a resolution can be that of its adoption.

A day that is surely known decides; a month or year that is known speaks only of another month or year. Where nothing is
known, the date must lie in the session or year that the number names. Silent wherever the number may be read as
another body's, and the date is right for that one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import Date
from juslint.rules import _bodies
from juslint.rules._adoption_dates import date_beside
from juslint.rules._entries import joined
from juslint.rules._sittings import extent, sitting
from juslint.rules._slips import adopted_on

if TYPE_CHECKING:
    from juslint.knowledge import Knowledge
    from juslint.reference import Part, Reference
    from juslint.rules import Context

_ADOPTED = re.compile(r"(?:\b(?:of|dated|adopted(?:\s+on)?)(?:\s+the)?|\()\s*$", re.IGNORECASE)
_ACT = re.compile(r"\badopt(?:ed|ing|ion\s+of|s)\s+(?:its\s+|by\s+consensus\s+)?$")  # `adopted resolution 60/1 on …`
_ON = re.compile(r"\bon\s+$")
_OPENING = 9  # the month in which a session of the General Assembly opens
_NEAR = 30  # references to either side of a date among which those stand that it belongs to
_REACH = 30  # characters before a date in which the word stands that makes it the date of adoption
_BY_YEAR = re.compile(r"E/(RES|DEC)/(\d{4}/.*)|E/CN\.4/(RES|DEC)/(\d{4}/.*)")
_TWINS = {  # the same number as another body or another kind of act would give it
    r"A/RES/(\d+|S-\d+)/(\d+)": (r"A/HRC/RES/\1/\2", r"A/HRC/DEC/\1/\2", r"A/DEC/\1/\2"),
    r"A/HRC/RES/(\d+|S-\d+)/(\d+)": (r"A/RES/\1/\2", r"A/HRC/DEC/\1/\2"),
    r"A/(HRC/)?DEC/(\d+)/(\d+)": (r"A/\1RES/\2/\3", r"A/HRC/DEC/\2/\3"),
    r"A/RES/(\d+ (?:[A-Z] )?\([IVX]+\))": (r"E/RES/\1",),
    r"E/RES/(\d+ (?:[A-Z] )?\([IVXL]+\))": (r"A/RES/\1",),
    r"E/(RES|DEC)/(\d{4}/\d+)": (r"E/CN.4/\1/\2", r"E/RES/\2", r"E/DEC/\2"),
    r"E/CN\.4/(RES|DEC)/(\d{4}/\d+)": (r"E/\1/\2", r"E/CN.4/RES/\2", r"E/CN.4/DEC/\2"),
    r"(.+) [A-Z]( \(.*\))?": (r"\1\2",),
}


class Contradicted(NamedTuple):
    """A date that cannot be: where it stands, why, and the proper one where it is known."""

    part: Part
    message: str
    proper: Date | None


def contradicted(reference: Reference, context: Context) -> Contradicted | None:
    """What does not fit of the date of a resolution; None where it fits, or may."""
    part, name = _date_of(reference, context), reference.id
    if part is None or name is None or not isinstance(part.value, Date):
        return None
    date = part.value
    if not _bodies.is_formed(reference) or _other_year_of_council(reference, context):
        return None
    shared = _sharers(part, context) or [reference]
    if shared[-1].span != reference.span:
        return None  # of the letters of one number only the last one speaks
    if any(_right(one.id, date, context.knowledge) for one in shared if one.id):
        return None
    entry = context.knowledge.resolve(name).entry
    known = entry.dates("adopted") if entry is not None and entry.adopted() is not None else ()
    if any(twin.day and date.agrees(twin) for one in _twins(name) for twin in _dates(one, context.knowledge)):
        return None
    if not known:
        return _outside_sitting(reference, part, date, context)
    if not _is_meant(reference, date, known[0], context):
        return None
    said = f"dated {date} here; {name} was adopted {_when(known[0])}{_instead(name, date, context.knowledge)}"
    return Contradicted(part, said, known[0])


def is_known_day(name: str, date: Date, knowledge: Knowledge) -> bool:
    """Whether a date is right for a number, or for a part of it that has a letter of its own."""
    return any(date.agrees(one) for twin in (name, *_letters(name)) for one in _dates(twin, knowledge))


def _right(name: str, date: Date, knowledge: Knowledge) -> bool:
    return any(date.agrees(one) for one in _dates(name, knowledge))


def _dates(name: str, knowledge: Knowledge) -> tuple[Date, ...]:
    entry = knowledge.resolve(name).entry
    return entry.dates("adopted") if entry is not None and entry.kind == "resolutions" and entry.adopted() else ()


def _twins(name: str) -> list[str]:
    """Ids that the same number may be meant for: other bodies' and kinds', and parts where no letter stands."""
    out = [
        re.sub(pattern, twin, name)
        for pattern, twins in _TWINS.items()
        for twin in twins
        if re.fullmatch(pattern, name)
    ]
    return [one for one in (*out, *_letters(name)) if one != name]


def _letters(name: str) -> list[str]:
    """Ids of the parts of a number that has none itself, and of the whole of a part."""
    if whole := re.fullmatch(r"(A/RES/\S+) [A-Z]( \(.*\))?", name):
        return [f"{whole[1]}{whole[2] or ''}"]
    bare = re.fullmatch(r"(A/RES/\S+)( \(.*\))?", name)
    return [f"{bare[1]} {letter}{bare[2] or ''}" for letter in "ABCDE"] if bare else []


def _date_of(reference: Reference, context: Context) -> Part | None:
    """The date that the words make that of adoption, not of what was done under the resolution."""
    part = reference.parts.get("date") if reference.family == "un-resolution" else None
    if part is None:
        return date_beside(reference, context)
    text, start = context.document.text, part.span.start
    low = max(0, start - _REACH)
    act = _ACT.search(text, max(0, reference.span.start - _REACH), reference.span.start)
    return part if _ADOPTED.search(text, low, start) or (act and _ON.search(text, low, start)) else None


def _sharers(part: Part, context: Context) -> list[Reference]:
    """All letters of one number that one date stands behind: `48/44 A and B of …`."""
    at = bisect_left(context.references, part.span.start, key=lambda one: one.span.start)
    near = context.references[max(0, at - _NEAR) : at + _NEAR]
    return [one for one in near if (other := one.parts.get("date")) and other.span == part.span]


def _other_year_of_council(reference: Reference, context: Context) -> bool:
    """Whether a number of the Security Council has another year than its own, which another rule says."""
    number, year = reference.number_of("number"), reference.number_of("year")
    if not (reference.id or "").startswith("S/RES/") or number is None:
        return False
    known = context.knowledge.security_council_year(number)
    return known is not None and known != year


def _is_meant(reference: Reference, date: Date, known: Date, context: Context) -> bool:
    """Whether the resolution of the id surely is meant, although the date is another.

    It is where the words name its body. A number whose body was guessed is where the date has one slip, or lies in the
    body's own session; else only where no other body comes into question.
    """
    name = reference.id or ""
    if _bodies.is_named(reference, context) or _bodies.is_only(reference) or name.startswith("S/"):
        return True
    if _BY_YEAR.fullmatch(name) or ("(" in name and not name.startswith("S/")):
        return _bodies.is_alone(reference, context)
    time = sitting(name, context.knowledge)
    if (time is not None and time.allows(date)) or _slips(date, known) == 1:
        return True
    return _bodies.is_alone(reference, context)


def _outside_sitting(reference: Reference, part: Part, date: Date, context: Context) -> Contradicted | None:
    """A date outside the session or year of a number of which no day of adoption is known."""
    name = reference.id or ""
    time = sitting(name, context.knowledge)
    if time is None or time.allows(date) or not _bodies.is_sure(reference, context):
        return None
    if "(" in name and not (_bodies.is_named(reference, context) and _in_session(reference, context)):
        return None  # `4 (I)` may be any conference's; a number of another session is another rule's matter
    for twin in _twins(name):
        other = sitting(twin, context.knowledge)
        if other is not None and other.allows(date) and not _same_body(twin, name):
            return None
    then = _instead(name, date, context.knowledge) or _session_of(name, date)
    return Contradicted(part, f"dated {date} here; {time.said}{then}", None)


def _instead(name: str, date: Date, knowledge: Knowledge) -> str:
    """Which numbers that a slip may have turned into this one were adopted on the day; nothing where none is known."""
    meant = adopted_on(name, date, knowledge)
    return f", and {joined(meant)} on {date}" if meant else ""


def _session_of(name: str, date: Date) -> str:
    """The session of the General Assembly that sat on a day, where arithmetic tells."""
    if not name.startswith(("A/RES/", "A/DEC/")) or date.month in {None, _OPENING}:
        return ""
    session = date.year - 1945 - int((date.month or 0) < _OPENING)
    return f"; {date} is of session {session}"


def _in_session(reference: Reference, context: Context) -> bool:
    number = reference.number_of("number")
    sure = context.knowledge.assembly_session_named(number) if number is not None else None
    return sure is None or f"({sure})" in (reference.id or "")


def _same_body(one: str, other: str) -> bool:
    return re.split("/(?:RES|DEC)/", one)[0] == re.split("/(?:RES|DEC)/", other)[0]


def _slips(one: Date, other: Date) -> int:
    return sum(a != b for a, b in zip(one[:3], other[:3], strict=True) if a is not None and b is not None)


def _when(date: Date) -> str:
    low, high = extent(date)
    return f"on {date}" if low == high else f"in {date}"
