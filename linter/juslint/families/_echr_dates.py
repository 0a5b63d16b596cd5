"""Dates as the Court's Registry writes them: `22 April 2010`, `1er June 2006`, `24.2.2005`, `(18.1.01)`.

Source: citations in judgments and decisions, 1960 to 2025.
"""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

from juslint.dates import MONTHS, Date
from juslint.document import Span
from juslint.reference import Part

if TYPE_CHECKING:
    from juslint.parsing.tree import Tok

_OTHER_LANGUAGES = """
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
januar februar märz april mai juni juli august september oktober november dezember
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
"""
_MONTHS = {name.casefold(): number for number, name in enumerate(MONTHS, 1)} | {
    name: number for line in _OTHER_LANGUAGES.split("\n") for number, name in enumerate(line.split(), 1)
}
_MONTH = "|".join(_MONTHS)
_FIRST_APPLICATIONS = 55  # two digits from here on are a year of the twentieth century: the first are of 1955
_WRITTEN = re.compile(
    rf"(?P<day>[0-9]{{1,2}})\s*+(?:(?:st|nd|rd|th|er|\.)\s*+)?(?:de\s++)?(?P<month>{_MONTH}|(?:[A-Z]{{1,2}}|0)[a-z]{{2,9}}|no\.vembre|[A-Z][a-z]{{1,6}}-\s{{1,12}}[a-z]{{2,7}}),?(?:\s++del?)?\s*+(?P<year>[0-9]{{4}})"
    rf"|(?P<month2>{_MONTH})\s++(?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s++(?P<year2>[0-9]{{4}})"
    r"|(?P<day3>[0-9]{1,2})[./] ?(?P<month3>[0-9]{1,2})[./] ?(?P<year3>[0-9]{4}|[0-9]{2})",
    re.IGNORECASE,
)


def date(token: Tok) -> Part | None:
    """The first date inside a token and where it stands; None where it is an impossible one (`31 June 2010`)."""
    found = _WRITTEN.search(token.text)
    if found is None:
        return None
    groups = found.groupdict()
    named = groups["month"] or groups["month2"]
    month = _month(named.casefold()) if named else int(groups["month3"])
    day = int(groups["day"] or groups["day2"] or groups["day3"])
    year = int(groups["year"] or groups["year2"] or groups["year3"])
    if year < 100:
        year += 1900 if year >= _FIRST_APPLICATIONS else 2000
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return Part(Date(year, month, day), Span(token.start + found.start(), token.start + found.end()))


def _month(name: str) -> int:
    """The number of a month, one that is misspelt or broken (`Septeber`) included; 0 where it is none."""
    if name not in _MONTHS:
        written = re.sub(r"-\s+|\.", "", name).replace("0", "o")
        import difflib  # noqa: PLC0415 - for a month that is misspelt

        name = next(iter(difflib.get_close_matches(written, _MONTHS, 1, 0.75)), "")
    return _MONTHS.get(name, 0)
