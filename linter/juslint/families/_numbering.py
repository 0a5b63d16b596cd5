"""How each body numbers its resolutions: the id that a number makes, and which numbers a body can have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from juslint.reference import Part

_LAST_COUNCIL_SESSION = 66  # the Human Rights Council holds three regular sessions a year; its 63rd was in late 2026
_MOST_COUNCIL_NUMBERS = 60  # no session of the Human Rights Council adopted more resolutions
_FIRST_SLASHED_SESSION = 31  # the General Assembly numbers by session since 1976
_SYMBOL_KIND = {"resolution": "RES", "decision": "DEC", "statement": "PRST"}
_ROMAN = re.compile(r"(?:E?S-)?[IVXLC]+")


def form(parts: Mapping[str, Part]) -> str:
    """How a number is written: `year` 822 (1993), `year/` 2005/80, `roman` 217 (III), `session` 60/1, or `yearless`."""
    session, year, number = parts.get("session"), parts.get("year"), parts["number"]
    if session:
        return "roman" if _ROMAN.fullmatch(str(session.value)) or session.span > number.span else "session"
    if year:
        return "year" if number.span < year.span else "year/"
    return "yearless"


def name(organ: str, kind: str, parts: Mapping[str, Part]) -> str | None:
    """The id of a number of this body (DESIGN §5); None where the parts do not make one."""
    number, year, session = parts["number"].value, parts.get("year"), parts.get("session")
    what = _SYMBOL_KIND[kind]
    if organ == "PACE":
        return f"PACE {kind.capitalize()} {number} ({year.value})" if year else None
    if organ == "UNEP/EA":
        return f"UNEP/EA.{session.value}/{what.capitalize()}.{number}" if session else None
    if organ == "S" and kind == "statement":
        return f"S/PRST/{year.value}/{number}" if year else None
    if organ == "S":
        return f"S/{what}/{number} ({year.value})" if year else None
    letter = f" {parts['letter'].value}" if "letter" in parts else ""
    if form(parts) == "roman" and session:
        return f"{organ}/{what}/{number}{letter} ({_roman(str(session.value))})"
    first = year or session
    return f"{organ}/{what}/{first.value}/{number}{letter}" if first else None


def possible(organ: str, parts: Mapping[str, Part]) -> bool:
    """Whether a number by session can be one of this body's."""
    session, number = str(parts["session"].value) if "session" in parts else "", parts["number"].value
    if organ in {"E", "S"} or not isinstance(number, int):
        return True
    if session.startswith("ES-") or "letter" in parts or not session.removeprefix("S-").isdigit():
        return organ == "A"
    if session.startswith("S-"):
        return organ in {"A", "A/HRC"} and number <= (30 if organ == "A" else 4)
    if organ == "A":
        return _FIRST_SLASHED_SESSION <= int(session) < 100
    if organ == "A/HRC":
        return int(session) <= _LAST_COUNCIL_SESSION and number <= _MOST_COUNCIL_NUMBERS
    return int(session) <= 8 and number <= 30


def dated(organ: str, parts: Mapping[str, Part]) -> bool:
    """Whether the date behind a number falls in the years of its session of this body."""
    date, session = parts.get("date"), str(parts["session"].value)
    if date is None or not session.isdigit():
        return False
    year = getattr(date.value, "year", 0)
    if organ == "A":
        return year - 1945 in {int(session), int(session) + 1}
    return organ == "A/HRC" and year == 2006 + (int(session) - 1) // 3


def _roman(session: str) -> str:
    """A Roman session as it is; the damaged `9 (1)` is read as `9 (I)`."""
    if not session.isdigit():
        return session
    number, out = int(session), ""
    for value, letters in ((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        out += letters * (number // value)
        number %= value
    return out
