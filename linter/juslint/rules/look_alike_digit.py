"""Years and days in which a letter stands for a digit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.dates import MONTH, Date
from juslint.document import Span
from juslint.finding import Edit, Finding, Fix
from juslint.rules import Rule
from juslint.sought import GAP, Sought

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.rules import Context

RULE = Rule(
    name="look-alike-digit",
    severity="warning",
    summary="A letter for a digit in a date, or in the year of a resolution.",
    why=(
        "Scanned texts read 1 as the letter l and 0 as the letter O. The eye sees no difference, and no search finds "
        "the text."
    ),
    source="Dates and years of the United Nations Editorial Manual are written in digits.",
    wrong=(
        "See S/RES/822 (l993).\n",
        "See the letter dated 18 July l997.\n",
        "Recalling resolution 60/1 of l6 September 2OO5.\n",
    ),
    right=(
        "See S/RES/822 (1993) and the letter dated 18 July 1997.\n",
        "Recalling resolution 2625 (XXV), and chapter I, May 2005.\n",
        "See room 12 (lobby) and part I May 2005.\n",
    ),
)
_TO_DIGIT = str.maketrans({"l": "1", "I": "1", "i": "1", "O": "0", "o": "0"})
_YEAR = r"(?:[1lIi][89][0-9lIiOo]{2}|2[0Oo][0-9lIiOo]{2})"
_WRITTEN = Sought(
    rf"(?<![\w/.])(?P<date>[0-9lIiOo]{{1,2}}\s+{MONTH}\s+{_YEAR})(?![\w/])"
    rf"|(?<=[0-9])\s?\((?P<year>{_YEAR})\)",
    rf"[0-9lIiOo]{{1,2}}{GAP}+{MONTH}{GAP}+{_YEAR}|{GAP}?\({_YEAR}\)",
)
_LETTER = re.compile(r"[lIiOo]")


def check_document(context: Context) -> Iterator[Finding]:
    """Every day and year with a letter; one that has a letter only for its day must have a digit there too."""
    document = context.document
    for found in _WRITTEN.finditer(document.text):
        name = "date" if found["date"] else "year"
        proper = _mended(found[name])
        if proper is None:
            continue
        span, written = Span(*found.span(name)), " ".join(found[name].split())
        yield Finding(
            rule=RULE.name,
            severity=RULE.severity,
            path=document.path,
            span=span,
            message=f"a letter stands for a digit: {written} here; write {' '.join(proper.split())}",
            fix=Fix(f"write {proper}", safe=True, edits=(Edit(span, proper),)),
        )


def _mended(written: str) -> str | None:
    """The date or year in digits; None where it has no letter among them, or means no day."""
    parts = re.split(r"(\s+)", written)
    day, year = (parts[0] if len(parts) > 1 else ""), parts[-1]
    letters = bool(_LETTER.search(year)) or (bool(_LETTER.search(day)) and any(mark.isdigit() for mark in day))
    if not letters or sum(mark.isdigit() for mark in year) < 2:
        return None
    parts[0], parts[-1] = parts[0].translate(_TO_DIGIT), parts[-1].translate(_TO_DIGIT)
    proper = "".join(parts)
    return proper if not day or Date.parse(proper) else None
