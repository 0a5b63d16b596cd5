"""How each body numbers its acts: the id that a number makes, and which numbers a body can have.

What the bodies do is in `kb/bodies`. A body that is not there, and a damaged number, get an id in the same spirit.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from juslint.structure.bodies import by_stem
from juslint.structure.numerals import arabic, roman

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from juslint.reference import Part
    from juslint.structure.bodies import Series

_SYMBOL_KIND = {"resolution": "RES", "decision": "DEC", "statement": "PRST"}
_RUNNING = 1000  # "S-6/3201" mixes two systems: no special session gave so many


def form(parts: Mapping[str, Part]) -> str:
    """How a number is written: `year` 822 (1993), `year/` 2005/80, `roman` 217 (III), `session` 60/1, or `yearless`.

    `coded` is the number of a conference, 1/CP.21.
    """
    if "code" in parts:
        return "coded"
    number = parts["number"]
    if "session" in parts:
        behind = parts["session"].span > number.span
        return "roman" if behind or int(str(number.value)) >= _RUNNING else "session"
    if "year" in parts:
        return "year" if number.span < parts["year"].span else "year/"
    return "yearless"


def name(organ: str, kind: str, parts: Mapping[str, Part]) -> str | None:
    """The id of a number of this body (docs/ids.md); None where the parts do not make one."""
    number, shape = parts["number"].value, form(parts)
    if shape == "yearless":
        return None
    if shape == "coded":
        return f"{number}/{parts['code'].value}.{parts['session'].value}"
    letter = f" {parts['letter'].value}" if "letter" in parts else ""
    part = str((parts.get("year") or parts["session"]).value)
    if organ == "PACE" and shape == "year":
        return f"PACE {kind.capitalize()} {number} ({part})"
    fitting = [series for series in _series(organ, kind) if series.form == shape]
    held = [series for series in fitting if _holds(series, parts)]
    if fitting:
        template = (held or fitting)[0].id
        written = _roman(part) if shape == "roman" else part
        return template.format(number=f"{number}{letter}", session=part, year=part, roman=written)
    if organ in {"S", "PACE"}:
        return None
    what = _SYMBOL_KIND[kind]
    if shape == "roman":
        return f"{organ}/{what}/{number}{letter} ({_roman(part)})"
    return f"{organ}/{what}/{part}/{number}{letter}"


def possible(organ: str, kind: str, parts: Mapping[str, Part]) -> bool:
    """Whether a number can be one of this body's."""
    return any(_holds(series, parts) for series in _shaped(organ, kind, parts))


def known_form(organ: str, kind: str, parts: Mapping[str, Part]) -> bool:
    """Whether the body numbers in this form at all."""
    return bool(_shaped(organ, kind, parts))


def dated(organ: str, kind: str, parts: Mapping[str, Part]) -> bool:
    """Whether the date behind a number falls in the years of its session of this body."""
    date, session = parts.get("date"), parts.get("session")
    year = getattr(date.value, "year", 0) if date else 0
    if not year or session is None:
        return False
    return any(series.sat(str(session.value), year) for series in _series(organ, kind))


def known_session(organ: str, kind: str, parts: Mapping[str, Part]) -> bool:
    """Whether the body had that session, whatever the number, while it numbered in this form."""
    session = parts.get("session")
    digits = arabic(str(session.value)) if session else None
    return digits is not None and any(one.since <= digits <= one.until for one in _shaped(organ, kind, parts))


def agreement(organ: str, kind: str, parts: Mapping[str, Part]) -> int:
    """How many of number, session and date speak for the body, two by two (0 to 3): for the running numbers."""
    date, session, number = parts.get("date"), parts.get("session"), parts["number"].value
    year = getattr(date.value, "year", 0) if date else 0
    agreed = int(possible(organ, kind, parts))
    if year and session is not None and isinstance(number, int):
        series = _shaped(organ, kind, parts)
        agreed += any(one.sat(str(one.session_of(number) or ""), year) for one in series)
        agreed += any(one.sat(str(arabic(str(session.value)) or ""), year) for one in series)
    return agreed


def _shaped(organ: str, kind: str, parts: Mapping[str, Part]) -> tuple[Series, ...]:
    return _of_form(organ, kind, form(parts))


@lru_cache(maxsize=1024)
def _of_form(organ: str, kind: str, shape: str) -> tuple[Series, ...]:
    return tuple(series for series in _series(organ, kind) if series.form == shape)


def _series(organ: str, kind: str) -> Iterator[Series]:
    body = by_stem().get(organ)
    return (series for series in body.series if series.kind == kind) if body else iter(())


def _holds(series: Series, parts: Mapping[str, Part]) -> bool:
    number, code = parts["number"].value, parts.get("code")
    if code is not None and f"/{code.value}." not in series.id:
        return False
    part = parts.get("year") or parts.get("session")
    if part is None or not isinstance(number, int):
        return False
    return series.holds(number, str(part.value), letter="letter" in parts)


def _roman(session: str) -> str:
    """A Roman session as it is; the damaged `9 (1)` is read as `9 (I)`, the mixed `S-6/3201` as `3201 (S-VI)`."""
    mark, _, digits = session.rpartition("-")
    number = arabic(digits)
    written = roman(number) if digits.isdigit() and number and mark != "ORG" else digits
    return f"{mark}-{written}" if mark else written
