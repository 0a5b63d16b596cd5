"""Reports: by quoted title and symbol, by office, subject and symbol, or only by what they are on.

Parts: `author` (tuple of names), `title` (str, the quoted title or the subject), `office` (str, whose report it is), `symbol`
(str), `date` (Date). The id is made of the symbol: a symbol carries one report. "In his report on the protection of
civilians" has no id. The symbol's own reference stays inside.

Source: UN Editorial Manual, footnotes, chapter 3.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Document, Span
from juslint.families import _names, _prose, _segments
from juslint.reference import Part, Reference

if TYPE_CHECKING:
    from juslint.families._prose import Found, Text

NAME = "report"
ORDER = 64

_TITLED = re.compile(r"[\u201c\"](?=Report\b)[^\u201c\u201d\"]{10,400}[\u201d\"],?\s+\(?(?=[A-Z]{1,8}/)")
_ANCHOR = re.compile(
    r"\b(?:(?P<of>[Rr]eports?\s+(?:of|by|from)\s+(?:the\s+)?[A-Z])|(?P<vague>In\s+(?:his|her|its)\s+(?:\w+\s+){0,2}report\s+(?:on|concerning)\s"
    r"|Secretary-General['\u2019]s\s+report\s+(?:on|concerning)\s))"
)
_NO_SUBJECT = re.compile(r"\b(?:present|this|that|these|same|said)\b")
_BACK = 300  # characters of authors
_VAGUE_WORDS = range(3, 16)  # words of a subject that names a report


def assemble(document: Document, references: tuple[Reference, ...]) -> list[Reference]:
    """The reports of a document that are no chapters."""
    view = _prose.Text(document, references)
    anchors = sorted(
        (found.start(), found.end(), kind)
        for kind, pattern in (("titled", _TITLED), ("other", _ANCHOR))
        for found in pattern.finditer(view.text)
    )
    out: list[Reference] = []
    floor = 0
    for start, end, kind in anchors:
        if start < floor:
            continue
        found = _titled(view, floor, start, end) if kind == "titled" else _described(view, start)
        if found and view.fits(found.span):
            out.append(found)
            floor = found.span.end
    return out


def _titled(view: Text, floor: int, anchor: int, end: int) -> Reference | None:
    for start in _segments.starts(view, floor, anchor, _BACK):
        if start.position <= anchor:
            found = _prose.longest("report", view.text, start.position, view.end_of_window(start.position))
            if found and found.end > end:
                return _read(view, found)
    return None


def _described(view: Text, start: int) -> Reference | None:
    found = _prose.longest("report", view.text, start, view.end_of_window(start))
    return _read(view, found) if found else None


def _read(view: Text, found: Found) -> Reference | None:
    parts: dict[str, Part] = {}
    first, end = found.start, found.end
    vague = False
    pinpoint: Part | None = None
    for token in found.node.tokens():
        span = found.span_of(token)
        match token.type:
            case "AUTHORS":
                parts["author"] = Part(_names.split(token.text), Span(first, first + len(_names.bare(token.text))))
            case "QUOTED":
                parts["title"] = view.part(span.start + 1, span.end - 1)
            case "ENTITLED":
                quoted = re.search(r"[\u201c\"](.*)[\u201d\"]$", token.text, re.DOTALL)
                if quoted:
                    at = found.start + token.start
                    parts["title"] = view.part(at + quoted.start(1), at + quoted.end(1))
            case "SUBJECT" | "ON":
                lead = re.match(r"(?:on|concerning|regarding|pursuant\s+to)\s+(?:the\s+)?", view.text[span.start : span.end])
                parts.setdefault("title", view.part(span.start + (lead.end() if lead else 0), span.end))
            case "REPORT_OF":
                lead = re.match(r"[Rr]eports?\s+(?:of|by|from)\s+(?:the\s+)?", view.text[span.start : span.end])
                parts["office"] = view.part(span.start + (lead.end() if lead else 0), span.end)
            case "POSSESSIVE":
                vague = True
                lead = re.search(r"(?:report|\S+\s+report)$", token.text) if token.text.startswith("S") else re.search(r"(?:his|her|its)\s.*", token.text, re.DOTALL)
                first += lead.start() if lead and not token.text.startswith("S") else 0
            case "ANNEX":
                pinpoint = pinpoint or view.part(*span)
            case "DATE_PAREN":
                date = _prose.date(found, token)
                if date:
                    parts["date"] = date
            case "SYMBOL":
                symbol = view.beginning_at(span.start)
                if symbol is None or symbol.family != "un-symbol" or symbol.id is None or symbol.span.end > end:
                    return None
                parts["symbol"] = Part(symbol.id, symbol.span)
    if vague:
        words = str(parts["title"].value).split()
        return view.reference(NAME, None, Span(first, end), parts) if len(words) in _VAGUE_WORDS else None
    if any(one.family == "un-symbol" and one.id != parts["symbol"].value for one in view.inside(Span(first, end))):
        return None
    return view.reference(NAME, f"report:{parts['symbol'].value}", Span(first, end), parts, pinpoint)
