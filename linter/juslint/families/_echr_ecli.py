"""The European Case Law Identifier of the European Court of Human Rights: it holds the date and the application number.

Source: the Court's note on the ECLI (`ECLI:CE:ECHR:2010:0422JUD004098407`).
"""

from __future__ import annotations

import re

from juslint.dates import Date
from juslint.document import Span
from juslint.reference import Malformed, Part, Reference

_DATE = re.compile(r"ECLI:CE:ECHR:([0-9]{4}):([0-9]{2})([0-9]{2})[A-Z]{3}[0-9]+")
_DIGITS = 9  # seven of the number and two of the year


def reference(text: str, family: str) -> Reference:
    """The reference that an ECLI is, at the beginning of a text; with a flaw where its digits make no number."""
    digits = re.search(r"[0-9]+$", text)
    number = digits[0] if digits else ""
    span = Span(0, len(text))
    parts = {"ecli": Part(text, span)}
    found = _DATE.fullmatch(text)
    date = Date.parse("-".join(found.groups())) if found else None  # None where there is no such day
    if date is not None:
        parts["date"] = Part(date, Span(13, 22))
    if len(number) != _DIGITS:
        return Reference(family, None, span, text, parts, None, (Malformed("ecli", span, None),), None)
    application = f"{int(number[:7])}/{number[7:]}"
    parts["applications"] = Part((application,), Span(span.end - _DIGITS, span.end))
    return Reference(family, application, span, text, parts, None, (), text)
