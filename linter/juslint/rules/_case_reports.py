"""Volumes of the European Court's reports, as citations name them: `ECHR 2003-XII`, `Series A no. 24`.

The Court printed Series A to 1995, Reports of Judgments and Decisions (`Reports 1996-I`) from 1996 to 1998, and ECHR
from 1999 to 2015, with numbered volumes to 2007 and by the year alone from 2008.

Source: the Court's note on the mode of citation (October 2022) and its own list of references.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_SERIES_A = re.compile(
    r"S[eé]ries?\s*(?:d\s*)?A\b[-,]?\s*(?:[Nn][o°º]s?\.?\s*)?([0-9]{1,3})(?:\s*[-\u2010-\u2015]?\s*([A-H])\b)?",
    re.IGNORECASE,
)
_YEARLY = re.compile(
    r"(?:ECHR|CEDH|CEDU|TEDH|RJD|Reports?|Recueil|Rec\.)\b[^0-9]{0,60}?"
    r"((?:19|20)[0-9]{2})(?:\s?[-\u2010-\u2015]?\s?([IVX]{1,5})\b)?(?P<open>\s?[-\u2010-\u2015]?\s?(?:\.\.|\u2026|\?))?",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"E\.?H\.?R\.?R|D\.?\s?R\b|D[ée]cisions (?:and|et)|Reports? of decisions|Yearbook|Coll|ECHR\s*/", re.IGNORECASE
)
FIRST_REPORTS, FIRST_ECHR, FIRST_UNNUMBERED, LAST = 1996, 1999, 2008, 2015
LAST_SERIES_A_NUMBER = 338


class Volume(NamedTuple):
    """A volume. `number` is that of Series A, else 0; `year` is 0 there. `part` is `XII`, or a letter of Series A."""

    number: int
    year: int
    part: str

    def __str__(self) -> str:
        if self.number:
            return f"Series A no. {self.number}" + (f"-{self.part}" if self.part else "")
        series = "Reports" if self.year < FIRST_ECHR else "ECHR"
        return f"{series} {self.year}" + (f"-{self.part}" if self.part else "")


def volume(written: str) -> Volume | None:
    """The volume that a citation names; None where it names none of these series or leaves the volume open."""
    if found := _SERIES_A.search(written):
        return Volume(int(found[1]), 0, (found[2] or "").upper())
    found = _YEARLY.search(written)
    if found is None or found["open"] or _OTHER.search(written):
        return None
    return Volume(0, int(found[1]), (found[2] or "").upper())


def names_volume(said: Volume, known: Volume) -> bool:
    """Whether a citation can mean the known volume: it may leave out the volume of a year, or a letter."""
    return said[:2] == known[:2] and said.part in ("", known.part)
