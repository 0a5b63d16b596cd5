"""Dates as references carry them: a day, a month or a year, or a range of days."""

from __future__ import annotations

import calendar
import datetime
import re
from typing import NamedTuple

MONTHS = (  # in English whatever the locale, as the calendar module has them not
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT_MONTHS = tuple(name[:3].casefold() for name in MONTHS)
MONTH_WORDS = frozenset((*(name.casefold() for name in MONTHS), *SHORT_MONTHS, "sept"))
MONTH = rf"(?:{'|'.join(MONTHS)})"  # an expression for the name of one
DAY = rf"(?:[0-9]{{1,2}}\s{MONTH}\s[0-9]{{4}}|{MONTH}\s[0-9]{{1,2}},\s[0-9]{{4}})"  # and for a day in either order
_NUMBER = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
_NUMBER |= {name: number for number, name in enumerate(SHORT_MONTHS, 1)} | {"sept": 9}
_WRITTEN = re.compile(
    r"(?:(?P<from>[0-9]{1,2})(?:st|nd|rd|th)?\s*(?:[-–—]|to|and)\s*)?"
    r"(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\s+)?(?:of\s+)?(?P<month>[A-Za-z]{3,9})\.?,?\s+(?P<year>[0-9]{4})"
    r"|(?P<month2>[A-Za-z]{3,9})\.?\s+(?P<day2>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?P<year2>[0-9]{4})"
    r"|(?P<year3>[0-9]{4})-(?P<month3>[0-9]{2})-(?P<day3>[0-9]{2})"
)

_WRITTEN_ON = datetime.date(2026, 11, 23)  # this: a clock that says an earlier day is wrong


def today() -> datetime.date:
    """This day, by a clock that may stand at 1970: what the world has seen since is not accused for that."""
    return max(datetime.datetime.now(tz=datetime.UTC).date(), _WRITTEN_ON)


class Date(NamedTuple):
    """A date of day, month or year precision; `last` is the last day where it is a range within a month."""

    year: int
    month: int | None = None
    day: int | None = None
    last: int | None = None

    @classmethod
    def parse(cls, text: str) -> Date | None:
        """The date that `text` as a whole writes, in English or ISO form; None where it writes no possible date."""
        found = _WRITTEN.fullmatch(" ".join(text.split()))
        if found is None:
            return None
        part = found.groupdict()
        year = int(part["year"] or part["year2"] or part["year3"])
        month = int(part["month3"]) if part["month3"] else _NUMBER.get((part["month"] or part["month2"]).casefold(), 0)
        day_text = part["day"] or part["day2"] or part["day3"]
        day = int(day_text) if day_text else None
        first = int(part["from"]) if part["from"] else None
        if not 1 <= month <= 12 or any(d is not None and not 1 <= d <= _days(year, month) for d in (day, first)):
            return None
        return cls(year, month, first, day) if first is not None else cls(year, month, day)

    def iso(self) -> str:
        """ISO 8601: `2010-04-22`, `2010-04`, `2010`; a range as `2016-10-18/19`."""
        out = f"{self.year:04d}"
        if self.month:
            out += f"-{self.month:02d}"
            if self.day:
                out += f"-{self.day:02d}"
                if self.last:
                    out += f"/{self.last:02d}"
        return out

    @classmethod
    def from_iso(cls, text: str) -> Date:
        """The inverse of `iso`. ValueError where `text` is not such a date."""
        found = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:/(\d{2}))?)?)?", text)
        if found is None:
            raise ValueError(f"not an ISO date: {text!r}")
        return cls(*(int(part) if part else None for part in found.groups()))  # type: ignore[arg-type]

    def agrees(self, other: Date) -> bool:
        """Whether the two can be one date: equal as far as both are precise; a day inside a range agrees with it."""
        if self.year != other.year or (self.month and other.month and self.month != other.month):
            return False
        if self.day is None or other.day is None or self.month is None or other.month is None:
            return True
        return self.day <= (other.last or other.day) and other.day <= (self.last or self.day)

    def __str__(self) -> str:
        """In the United Nations' form: `22 April 2010`, `18–19 October 2016`."""
        if not self.month:
            return str(self.year)
        month = f"{MONTHS[self.month - 1]} {self.year}"
        if not self.day:
            return month
        return f"{self.day}–{self.last} {month}" if self.last else f"{self.day} {month}"


def _days(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1] if year else 31
