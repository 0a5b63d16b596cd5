"""Which body issued a text, as far as the text itself shows it. Names of files are not asked."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from juslint import patterns
from juslint.structure.bodies import by_stem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from juslint.document import Document, Span

_COURTS = ("Committee of Ministers", "European Court of Human Rights", "European Commission of Human Rights")
_COURT = re.compile(r"The\s+(European\s+Co(?:urt|mmission)\s+of\s+Human\s+Rights)\s*(?:\([^)]{1,60}\))?,?\s+sitting\s")
_STRASBOURG = re.compile(
    r"1\.\s+The\s+(Parliamentary Assembly)\b|The\s+(Committee of Ministers),\s+under\s+the\s+terms\s"
)
_COURT_LINE = re.compile(r"(EUROPEAN\s+(?:COURT|COMMISSION)\s+OF\s+HUMAN\s+RIGHTS)")
_STATEMENT = re.compile(
    r"Statement\s+(?:made\s+)?by\s+the\s+President\s+of\s+the\s+(Security Council|Human Rights Council)\b"
    r"|At\s+the\s+[0-9]{1,5}(?:st|nd|rd|th)\s+meeting\s+of\s+the\s+(Security Council),\s+held\s",
    re.IGNORECASE,
)
_ACT = re.compile(r"/(?:RES|DEC|PRST)/|/(?:Res|Dec)\.[0-9]")
_HEAD = 12  # paragraphs from the beginning in which a formula of adoption is the text's own


_latest: tuple[Document | None, str | None] = (None, None)  # rules ask about one document many times in a row


def issuing_body(document: Document) -> str | None:
    """The usual English name of the issuing body; None where the text does not show it.

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
    opening, adopted, running_head = _formulas()
    for span in document.paragraphs:
        if text.startswith("The", span.start) and (found := opening.fullmatch(text, span.start, span.end)):
            return _name(found[1])
    return (
        _said(text, head, (adopted, _STATEMENT, _STRASBOURG, _COURT))
        or _of_symbol(document.masthead.symbol.text if document.masthead and document.masthead.symbol else "")
        or _said(text, head, (running_head, _COURT_LINE))
    )


@cache
def _formulas() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """How a text opens, says who adopted it, and heads its pages, each with the name of a body."""
    names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(_names(), key=len, reverse=True))
    return (
        patterns.compile(rf"The\s+({names})\s*,?"),
        patterns.compile(
            r"(?:(?:Resolutions?|Decisions?|Statements?)\s+)?adopted\s+by\s+the\s+"
            rf"({names})\b(?!\s+(?:in|as)\b)",
            re.IGNORECASE,
        ),
        patterns.compile(rf"({names})\s*[—–-]\s*[A-Z][a-z]+(?:-[a-z]+)?\s+[Ss]ession"),
    )


@cache
def _names() -> dict[str, str]:
    """The usual name of every body that adopts numbered texts, under each of its names."""
    bodies = {name: body.name for body in by_stem().values() for name in body.names if " " in name}
    return bodies | {name: name for name in _COURTS}


def _said(text: str, head: Iterable[Span], formulas: Iterable[re.Pattern[str]]) -> str | None:
    """The body that the first formula to begin a paragraph of the head names."""
    found = (formula.match(text, span.start, span.end) for formula in formulas for span in head)
    return next((_name(next(name for name in match.groups() if name)) for match in found if match), None)


def _of_symbol(symbol: str) -> str | None:
    """The body whose act the symbol names: it begins with the body's stem, the longest that there is."""
    if not _ACT.search(symbol):
        return None
    found = [body for stem, body in by_stem().items() if re.match(rf"{re.escape(stem)}[/.]", symbol)]
    return max(found, key=lambda body: len(body.stem or "")).name if found else None


def _name(words: str) -> str:
    folded = " ".join(words.split()).casefold()
    return next(usual for name, usual in _names().items() if name.casefold() == folded)
