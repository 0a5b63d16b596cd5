"""Which body issued a text, as far as the text itself shows it. Names of files are not asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from juslint.document import Document, Span

BODIES = (
    "General Assembly", "Security Council", "Economic and Social Council", "Human Rights Council",
    "Trusteeship Council", "Commission on Human Rights",
    "Commission on the Status of Women", "Commission on Narcotic Drugs",
    "United Nations Environment Assembly", "Parliamentary Assembly", "Committee of Ministers",
    "European Court of Human Rights", "European Commission of Human Rights",
)  # fmt: skip
_NAME = "|".join(BODIES)
_OPENING = re.compile(rf"The\s+({_NAME})\s*,?")
_ADOPTED = re.compile(
    rf"(?:(?:Resolutions?|Decisions?|Statements?)\s+)?adopted\s+by\s+the\s+({_NAME})\b(?!\s+(?:in|as)\b)", re.IGNORECASE
)
_STATEMENT = re.compile(
    r"Statement\s+(?:made\s+)?by\s+the\s+President\s+of\s+the\s+(Security Council|Human Rights Council)\b"
    r"|At\s+the\s+[0-9]{1,5}(?:st|nd|rd|th)\s+meeting\s+of\s+the\s+(Security Council),\s+held\s",
    re.IGNORECASE,
)
_RUNNING_HEAD = re.compile(rf"({_NAME})\s*[—–-]\s*[A-Z][a-z]+(?:-[a-z]+)?\s+[Ss]ession")
_COURT = re.compile(r"The\s+(European\s+Co(?:urt|mmission)\s+of\s+Human\s+Rights)\s*(?:\([^)]{1,60}\))?,?\s+sitting\s")
_STRASBOURG = re.compile(
    r"1\.\s+The\s+(Parliamentary Assembly)\b|The\s+(Committee of Ministers),\s+under\s+the\s+terms\s"
)
_COURT_LINE = re.compile(r"(EUROPEAN\s+(?:COURT|COMMISSION)\s+OF\s+HUMAN\s+RIGHTS)")
_SYMBOLS = (
    (re.compile(r"A/HRC/(?:S-\d+/)?(?:RES|DEC|PRST)/"), "Human Rights Council"),
    (re.compile(r"A/(?:RES|DEC)/"), "General Assembly"),
    (re.compile(r"S/(?:RES|PRST)/"), "Security Council"),
    (re.compile(r"E/CN\.4/RES/"), "Commission on Human Rights"),
    (re.compile(r"E/(?:RES|DEC)/"), "Economic and Social Council"),
    (re.compile(r"UNEP/EA"), "United Nations Environment Assembly"),
)
_HEAD = 12  # paragraphs from the beginning in which a formula of adoption is the text's own


_latest: tuple[Document | None, str | None] = (None, None)  # rules ask about one document many times in a row


def issuing_body(document: Document) -> str | None:
    """The name of the issuing body, one of `BODIES`; None where the text does not show it.

    The first opening of a resolution (`The General Assembly,`) decides, for a resolution that recommends another body's
    draft prints that draft further on. Then a formula of adoption in the head, the own symbol, the running head of
    a volume. A letter has an author, not an issuing body.
    """
    global _latest  # noqa: PLW0603 - one pair, replaced whole
    known, body = _latest
    if known is not document:
        body = _issuing_body(document)
        _latest = (document, body)
    return body


def _issuing_body(document: Document) -> str | None:
    text, head = document.text, document.paragraphs[:_HEAD]
    for span in document.paragraphs:
        if opening := _OPENING.fullmatch(text, span.start, span.end):
            return _name(opening[1])
    return (
        _said(text, head, (_ADOPTED, _STATEMENT, _STRASBOURG, _COURT))
        or _of_symbol(document.masthead.symbol.text if document.masthead and document.masthead.symbol else "")
        or _said(text, head, (_RUNNING_HEAD, _COURT_LINE))
    )


def _said(text: str, head: Iterable[Span], formulas: Iterable[re.Pattern[str]]) -> str | None:
    """The body that the first formula to begin a paragraph of the head names."""
    found = (formula.match(text, span.start, span.end) for formula in formulas for span in head)
    return next((_name(next(name for name in match.groups() if name)) for match in found if match), None)


def _of_symbol(symbol: str) -> str | None:
    return next((body for pattern, body in _SYMBOLS if pattern.match(symbol)), None)


def _name(words: str) -> str:
    folded = " ".join(words.split()).casefold()
    return next(body for body in BODIES if body.casefold() == folded)
