"""Between which days a number can have been adopted, where no day of adoption is known.

Generous at both ends: a session of the General Assembly opens in the first half of September and is closed as late as
the day on which the next one opens. Source: citation-facts of the Editorial Manual, "System of identification".
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.knowledge.sessions import arabic

if TYPE_CHECKING:
    from juslint.dates import Date
    from juslint.knowledge import Knowledge

_ASSEMBLY = re.compile(r"A/(?:RES|DEC)/([0-9]{2,3})/[0-9]+(?: [A-Z])?")
_ROMAN = re.compile(r"A/RES/[0-9]+(?: [A-Z])? \(([IVX]+)\)")
_RIGHTS = re.compile(r"A/HRC/(?:RES|DEC|PRST)/((?:S-)?[0-9]{1,3})/[0-9]+")
_ECONOMIC = re.compile(r"E/(?:RES|DEC)/((?:19|20)[0-9]{2})/[0-9]+(?: [A-Z])?")
_COMMISSION = re.compile(r"E/CN\.4/(?:RES|DEC)/((?:19|20)[0-9]{2})/[0-9]+")
_COUNCIL = re.compile(r"S/RES/[0-9]+ \(((?:19|20)[0-9]{2})\)|S/PRST/((?:19|20)[0-9]{2})/[0-9]+")
_MOVED = 2014  # from this year a session of the Economic and Social Council opens in July of the year before
_LAST_ROMAN = 30


class Sitting(NamedTuple):
    """First and last day, and how a message says it."""

    first: datetime.date
    last: datetime.date
    said: str

    def allows(self, date: Date) -> bool:
        """Whether a date, of whatever precision, has a day within."""
        low, high = extent(date)
        return low <= self.last and self.first <= high


def extent(date: Date) -> tuple[datetime.date, datetime.date]:
    """The first and last day that a date of day, month or year precision can mean."""
    month, last_month = date.month or 1, date.month or 12
    low = datetime.date(date.year, month, date.day or 1)
    if date.day:
        return low, datetime.date(date.year, month, date.last or date.day)
    following = datetime.date(date.year + last_month // 12, last_month % 12 + 1, 1)
    return low, following - datetime.timedelta(days=1)


def sitting(number: str, knowledge: Knowledge) -> Sitting | None:
    """When the number with this id can have been adopted; None where arithmetic does not tell."""
    if found := _ASSEMBLY.fullmatch(number):
        return _assembly(int(found[1]), knowledge)
    if found := _ROMAN.fullmatch(number):
        try:
            session = int(arabic(found[1]))
        except ValueError:
            return None
        return _assembly(session, knowledge) if session <= _LAST_ROMAN else None
    if found := _RIGHTS.fullmatch(number):
        year = knowledge.rights_council_year(found[1])
        mark = "special session" if found[1].startswith("S-") else "session"
        said = f"{mark} {found[1].removeprefix('S-')} of the Human Rights Council was in {year}"
        return None if year is None else _whole(year, said)
    if found := _ECONOMIC.fullmatch(number):
        year = int(found[1])
        said = f"numbers of {year} of the Economic and Social Council are of its {year} session"
        one = _whole(year, said)
        return one._replace(first=datetime.date(year - 1, 7, 1)) if year >= _MOVED else one
    if found := _COMMISSION.fullmatch(number):
        return _whole(
            int(found[1]), f"numbers {found[1]}/… of the Commission on Human Rights were adopted in {found[1]}"
        )
    if found := _COUNCIL.fullmatch(number):
        year = int(found[1] or found[2])
        return _whole(year, f"{year} is the year of adoption in the Security Council's number")
    return None


def _assembly(session: int, knowledge: Knowledge) -> Sitting | None:
    if session < 1:
        return None
    opens, closes = knowledge.session_years(session)
    first = datetime.date(opens, 9 if session > 1 else 1, 1)
    said = f"session {session} of the General Assembly sat from {'September' if session > 1 else 'January'} {opens}"
    return Sitting(first, datetime.date(closes, 9, 30), f"{said} to September {closes} at the latest")


def _whole(year: int, said: str) -> Sitting:
    return Sitting(datetime.date(year, 1, 1), datetime.date(year, 12, 31), said)
