"""Days of adoption beside a number that are no part of the reference.

In front of it, `On 21 December 2016, the Assembly adopted resolution 71/248`, `its statement of 24 March 2015
(S/PRST/2015/9)`; or behind a symbol, `A/RES/60/251 of 15 March 2006`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.document import Span
from juslint.reference import Part

if TYPE_CHECKING:
    from juslint.reference import Reference
    from juslint.rules import Context

_DATE = r"(?P<date>[0-9]{1,2}\s+[A-Z][a-z]+\s+(?:19|20)[0-9]{2})"
_NAME = r"(?:the\s+)?(?:[A-Z][a-z]+\s+|and\s+|on\s+){1,7}"
_ADOPTED = re.compile(
    rf"\b[Oo]n\s+{_DATE},?\s+{_NAME}(?:unanimously\s+)?adopted\s+(?:its\s+|by\s+consensus\s+)?$"
    rf"|\badopted,?\s+on\s+{_DATE.replace('date', 'other')},\s+(?:its\s+)?$"
)
_STATEMENT = re.compile(rf"\b(?:of|dated|on)\s+{_DATE}\s*,?\s*\(\s*(?:see\s+)?(?:document\s+)?$")
_OF_PRESIDENT = re.compile(r"\b[Ss]tatements?\b[^;]{0,250}$")
_MARK = "[\u00b9\u00b2\u00b3\u2070-\u2079]{0,3}"  # of a footnote
_LISTED = re.compile(r"\(S/PRST/[0-9]{4}/[0-9]{1,3}\)\s*(?:,|;|,?\s*\band)\s*$")  # of a list of statements
_BEHIND = re.compile(rf"{_MARK}\s*,?\s*\b(?:of|adopted(?:\s+on)?)\s+{_DATE}")  # in brackets it may be that of issue
_SAID = re.compile(r"adopted|(?:19|20)[0-9]{2}\s*,?\s*\(")  # one of them stands right in front in any such words
_BESIDE = 80
_BEFORE = 400  # characters in front of a number in which such words begin


def date_beside(reference: Reference, context: Context) -> Part | None:
    """The day beside a number that the words make the day of its adoption; None where there is none."""
    text, start = context.document.text, reference.span.start
    behind = _BEHIND.match(text, reference.span.end)
    if behind is not None and reference.family == "un-resolution":
        date = Date.parse(behind["date"])
        return None if date is None else Part(date, Span(*behind.span("date")))
    if "list" in reference.parts:
        return None
    low = max(0, start - _BEFORE)
    if not _SAID.search(text, max(0, start - _BESIDE), start):
        return None
    if is_statement(reference, context):
        found = _STATEMENT.search(text, low, start)
        if found is None:
            return None
        if not (_OF_PRESIDENT.search(text, low, found.start()) or _LISTED.search(text, low, found.start())):
            return None
    else:
        found = _ADOPTED.search(text, low, start)
    if found is None:
        return None
    group = "date" if found["date"] else "other"
    date = Date.parse(found[group])
    return None if date is None else Part(date, Span(*found.span(group)))


def is_statement(reference: Reference, context: Context) -> bool:
    """Whether a symbol is that of a presidential statement of the Security Council, of whatever year."""
    if reference.id is None:
        return False
    if reference.family == "un-resolution":
        return reference.id.startswith("S/PRST/")
    entry = context.knowledge.resolve(reference.id).entry if reference.family == "un-symbol" else None
    return entry is not None and "presidential-statements" in entry.path
