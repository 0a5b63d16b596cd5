"""Letters and notes verbales.

Parts: `date` (Date), `sender` and `recipient` (str, as written, on one line), `symbol` (str, the document that carries the
letter), `url` (str), `own` ("title", where the letter is the heading of the text itself). A mention counts only where
it says more than a date. The id is made of date, sender and recipient, or of date and symbol where only these are said.

Source: UN Editorial Manual, footnotes; mastheads of UN documents.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.document import Document, Span
from juslint.families import _names, _prose, _read
from juslint.reference import Part, Reference

if TYPE_CHECKING:
    from juslint.families._prose import Found, Text

NAME = "letter"
ORDER = 50

_ANCHOR = re.compile(
    r"\b(?:(?:[Ii]dentical|IDENTICAL|[Jj]oint)\s+)?(?:[Ll]etters?|LETTERS?|[Nn]otes?\s+[Vv]erbales?|NOTES?\s+VERBALES?)"
    r"(?=\s+(?:dated|of\s+[0-9]|from|addressed|DATED|FROM)\b)"
)
_ADDRESSED = re.compile(r"\s+addressed\s+to\s+(?:the\s+)?", re.IGNORECASE)
_TO = re.compile(
    r"\s+to\s+(?!(?:the\s+)?(?:United\s+Nations|UN|UNESCO|International|European|African|Organi[sz]ation|League|OSCE"
    r"|Council\s+of\s+Europe)\b)(?:the\s+)?"
)
_CLAUSE = re.compile(
    r",\s+(?:the|in|on|of|his|her|their|and|[A-Z])(?![^,]*(?:\sand\s|\saddressed\s))|\s+(?:I|On|In|Upon|We|It)(?:\s|$)"
)


def assemble(document: Document, references: tuple[Reference, ...]) -> list[Reference]:
    """The letters of a document, with the addresses and symbols behind them."""
    view = _prose.Text(document, references)
    out: list[Reference] = []
    floor = 0
    for anchor in _ANCHOR.finditer(view.text):
        if anchor.start() < floor:
            continue
        found = _prose.longest("letter", view.text, anchor.start(), view.end_of_lines(anchor.start()))
        reference = found and _letter(view, found)
        if reference and view.fits(reference.span):
            out.append(reference)
            floor = reference.span.end
    return out


def _letter(view: Text, found: Found) -> Reference | None:
    parts: dict[str, Part] = {}
    end = found.start
    for token in found.node.tokens():
        match token.type:
            case "KIND":
                end = found.start + len(token.text)
            case "DATED":
                end = found.start + token.start + len(token.text)
                dates = list(_read.DATE.finditer(token.text))
                written = _prose.date(found, token)
                if written is None:
                    return None
                if len(dates) == 1 or len(re.findall(r"[0-9]{4}", token.text)) == 1:
                    parts["date"] = written
            case "FROM" | "TO":
                last = _people(view, found, token.start, token.text, parts, token.type == "FROM")
                end = last
                if last < found.start + token.start + len(token.text):
                    break
    date = parts.get("date")
    if not any(token.type == "DATED" and found.start + token.start < end for token in found.node.tokens()):
        return None
    symbol = view.symbol(end)
    if symbol:
        end, parts["symbol"] = symbol
    address = view.address(end)
    if address:
        end, parts["url"] = address
    if not parts.keys() & {"sender", "recipient", "symbol", "url"}:
        return None
    span = Span(found.start, end)
    if _is_title(view, span):
        parts["own"] = Part("title", span)
    return view.reference(NAME, _id(date, parts), span, parts)


def _people(view: Text, found: Found, at: int, words: str, parts: dict[str, Part], is_from: bool) -> int:  # noqa: FBT001, PLR0913
    """Sender and recipient in one run of words, and where the run ends in the document once cut to these."""
    lead = re.match(r"[\s,]*(?:from|by|of|addressed\s+to|to)\s+(?:the\s+)?", words, re.IGNORECASE)
    first = lead.end() if lead else 0
    body = words[first:]
    start = found.start + at + first
    if not is_from:
        cut = _CLAUSE.search(body)
        last = start + (cut.start() if cut else len(body))
        parts["recipient"] = view.part(start, last)
        return last
    between = _ADDRESSED.search(body) or _last(body)
    tail = between.end() if between else 0
    cut = _CLAUSE.search(body, tail)
    last = start + (cut.start() if cut else len(body))
    parts["sender"] = view.part(start, start + between.start() if between else last)
    if between:
        parts["recipient"] = view.part(start + between.end(), last)
    return last


def _last(body: str) -> re.Match[str] | None:
    found = list(_TO.finditer(body))
    return found[-1] if found else None


def _id(date: Part | None, parts: dict[str, Part]) -> str | None:
    if date is None or not isinstance(date.value, Date):
        return None
    if "sender" not in parts and "recipient" not in parts and "symbol" in parts:
        return f"letter:{date.value.iso()}|{parts['symbol'].value}"
    sides = [_names.office(str(parts[side].value)) if side in parts else "" for side in ("sender", "recipient")]
    return "|".join([f"letter:{date.value.iso()}", *sides])


def _is_title(view: Text, span: Span) -> bool:
    """Whether the letter fills a paragraph or heading that is no note, quotation marks and the like aside."""
    if not view.text[span.start].isupper() or any(note.span.covers(span) for note in view.document.notes):
        return False
    before = view.text[view.paragraph(span.start).start : span.start]
    behind = view.text[span.end : view.paragraph(span.end - 1).end]
    return not re.search(r"\w|;", before + behind) and not behind.rstrip().endswith(".")
