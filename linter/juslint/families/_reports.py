"""Reports of the Strasbourg organs, as the different styles write them.

Source: the Court's note on the mode of citation (October 2022); OSCOLA, 4th edition (2012), 2.5.1.
"""

from __future__ import annotations

import re

_DASH = r"[ ]?[-\u2010-\u2015]?[ ]?"
_VOLUME = re.compile(
    rf"(?P<series>ECHR|Reports(?: of Judgments and Decisions)?)[ ]?(?P<year>(?:19|20)[0-9]{{2}})"
    rf"(?:{_DASH}(?P<volume>[IVX]{{1,5}}))?(?P<page> [0-9]{{1,4}})?(?P<extracts> ?\(extracts\))?"
)
_SERIES_A = re.compile(
    rf"(?P<year>\((?:19|20)[0-9]{{2}}\) )?Series A,?(?: [Nn]o\.?)? ?(?P<number>[0-9]{{1,3}})(?:{_DASH}(?P<part>[A-H]))?"
)
_LAST_REPORTS = 1998  # since 1999 the official reports are called ECHR


def key(report: str) -> str | None:
    """The report as the knowledge base calls it: `Reports 1996-I`, `Series A no. 24`; None for others."""
    shown = strasbourg(re.sub(r" [0-9]{1,4}$", "", report) if _VOLUME.match(report) else report)
    return shown and shown.replace(" of Judgments and Decisions", "").removesuffix(" (extracts)")


def strasbourg(report: str) -> str | None:
    """`ECHR 2000-XI`, `Reports of Judgments and Decisions 1996-I`, `Series A no. 24`; None for other reports."""
    volume = _VOLUME.fullmatch(report)
    if volume is not None:
        if volume["page"]:
            return None  # the Court gives none
        series = volume["series"]
        if series == "ECHR" and int(volume["year"]) <= _LAST_REPORTS:
            series = "Reports of Judgments and Decisions"
        extracts = " (extracts)" if volume["extracts"] else ""
        return f"{series} {volume['year']}{_joined(volume['volume'], '-')}{extracts}"
    own = _SERIES_A.fullmatch(report)
    return f"Series A no. {own['number']}{_joined(own['part'], '-')}" if own else None


def oscola(report: str, year: int | None) -> str | None:
    """`ECHR 1998–VIII`, `(1986) Series A no 122`; None for other reports. `year`: of the judgment, if it is known."""
    volume = _VOLUME.fullmatch(report)
    if volume is not None:
        extracts = " (extracts)" if volume["extracts"] else ""
        return f"ECHR {volume['year']}{_joined(volume['volume'], chr(0x2013))}{volume['page'] or ''}{extracts}"
    own = _SERIES_A.fullmatch(report)
    if own is None:
        return None
    shown = own["year"] or (f"({year}) " if year else "")
    return f"{shown}Series A no {own['number']}{_joined(own['part'], '-')}"


def _joined(part: str | None, dash: str) -> str:
    return f"{dash}{part}" if part else ""
