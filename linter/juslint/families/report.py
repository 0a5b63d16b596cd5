"""Reports: by quoted title and symbol, by office, subject and symbol, or only by what they are on.

Parts: `author` (tuple of names), `title` (str, the quoted title or the subject), `office` (str, whose report it is),
`symbol` (str), `date` (Date). An annex or paragraph is the pinpoint. The id is made of the symbol: a symbol carries
one report. "In his report on the protection of civilians" has no id. The symbol's own reference stays inside.

Source: UN Editorial Manual, footnotes, chapter 3.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Document, Span
from juslint.families import _names, _online, _prose, _segments
from juslint.families._shelf import Shelf
from juslint.parsing import prefilter_engine
from juslint.reference import Part, Reference

if TYPE_CHECKING:
    from juslint.families._prose import Found, Text
    from juslint.parsing.tree import Tok

NAME = "report"
ORDER = 64
SHELF = Shelf("Literature", 60, "author")

_TITLED = prefilter_engine.rare(
    r"[\x{201c}\"]Report[^\x{201c}\x{201d}\"]{8,400}[\x{201d}\"],?[\s\x{a0}]+\(?[A-Z]{1,8}/", r"[\x{201c}\"]Report"
)
_OTHER = prefilter_engine.rare(
    r"[Rr]eports?[\s\x{a0}]+(?:of|by|from)[\s\x{a0}]+(?:the[\s\x{a0}]+)?[A-Z]"
    r"|In[\s\x{a0}]+(?:his|her|its)[\s\x{a0}]+(?:[a-z]+[\s\x{a0}]+){0,2}report[\s\x{a0}]+(?:on|concerning)[\s\x{a0}]"
    r"|Official[\s\x{a0}]+Records[\s\x{a0}]+of[\s\x{a0}]+the[\s\x{a0}]+[A-Z]"
    r"|Secretary-General['\x{2019}]s[\s\x{a0}]+report[\s\x{a0}]+(?:on|concerning)[\s\x{a0}]"
)
_LEAD = re.compile(
    r"(?:[Rr]eports?\s+(?:of|by|from)|on|concerning|regarding|pursuant\s+to)\s+(?:the\s+)?"
)  # what stands before an office or a subject
_OPENING = re.compile(r"[\u201c\"\u2018']")
_NO_SUBJECT = re.compile(r"\b(?:present|this|that|these|same|said)\b")
_BACK = 300  # characters of authors
_VAGUE_WORDS = range(3, 16)  # words of a subject that names a report


def assemble(document: Document, references: tuple[Reference, ...]) -> list[Reference]:
    """The reports of a document that are no chapters."""
    view = _prose.Text(document, references)
    anchors = sorted(
        (*found, kind)
        for kind, pattern in (("titled", _TITLED), ("other", _OTHER))
        for found in _prose.anchors(pattern, view.text)
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
    online = (one for one in _online.reports(view, references) if not any(one.span.overlaps(two.span) for two in out))
    return sorted([*out, *online], key=lambda one: one.span)


def _titled(view: Text, floor: int, anchor: int, end: int) -> Reference | None:
    for start in _segments.starts(view, floor, anchor, _BACK):
        if start.position <= anchor:
            found = _prose.longest("report", view.text, start.position, view.end_of_window(start.position))
            if found and found.end >= end:
                return _read(view, found)
    return None


def _described(view: Text, start: int) -> Reference | None:
    found = _prose.longest("report", view.text, start, view.end_of_window(start))
    return _read(view, found) if found else None


def _read(view: Text, found: Found) -> Reference | None:
    parts: dict[str, Part] = {}
    tokens = {token.type: token for token in found.node.tokens()}
    for token in tokens.values():
        _note(view, found, token, parts)
    if "POSSESSIVE" in tokens:
        return _vague(view, found, parts)
    if "RECORDS" in tokens:
        return _records(view, found, tokens)
    symbol = view.beginning_at(found.span_of(tokens["SYMBOL"]).start)
    if symbol is None or symbol.family != "un-symbol" or symbol.id is None or symbol.span.end > found.end:
        return None
    span = Span(found.start, found.end)
    if any(one.family == "un-symbol" and one != symbol for one in view.inside(span)):
        return None
    parts["symbol"] = Part(symbol.id, symbol.span)
    pinpoint = view.part(*found.span_of(tokens["ANNEX"])) if "ANNEX" in tokens else None
    return view.reference(NAME, f"report:{symbol.id}", span, parts, pinpoint)


def _records(view: Text, found: Found, tokens: dict[str, Tok]) -> Reference | None:
    """A volume of the Official Records, with the symbol of the report in it where one follows."""
    title = view.part(*found.span_of(tokens["RECORDS"]))
    parts = {"title": title}
    if "SYMBOL" not in tokens:
        return view.reference(NAME, f"report:{_names.key(str(title.value))}", title.span, parts)
    symbol = view.beginning_at(found.span_of(tokens["SYMBOL"]).start)
    if symbol is None or symbol.family != "un-symbol" or symbol.id is None:
        return view.reference(NAME, f"report:{_names.key(str(title.value))}", title.span, parts)
    parts["symbol"] = Part(symbol.id, symbol.span)
    return view.reference(NAME, f"report:{symbol.id}", Span(found.start, found.end), parts)


def _note(view: Text, found: Found, token: Tok, parts: dict[str, Part]) -> None:
    """The parts that one token says."""
    start, end = found.span_of(token)
    words = view.text[start:end]
    match token.type:
        case "AUTHORS":
            parts["author"] = Part(_names.split(words), Span(start, start + len(_names.bare(words))))
        case "QUOTED":
            parts["title"] = view.part(start + 1, end - 1)
        case "ENTITLED":
            opening = _OPENING.search(words)
            parts["title"] = view.part(start + (opening.end() if opening else 0), end - 1)
        case "SUBJECT" | "ON" | "REPORT_OF":
            lead = _LEAD.match(words)
            name = "office" if token.type == "REPORT_OF" else "title"
            parts.setdefault(name, view.part(start + (lead.end() if lead else 0), end))
        case "DATE_PAREN":
            date = _prose.date(found, token)
            if date:
                parts["date"] = date


def _vague(view: Text, found: Found, parts: dict[str, Part]) -> Reference | None:
    """A report known only by its subject, where the sentence goes on behind a comma."""
    subject = str(parts["title"].value)
    named = len(subject.split()) in _VAGUE_WORDS and not _NO_SUBJECT.search(subject)
    if not named or view.text[found.end : found.end + 1] != ",":
        return None
    lead = re.compile(r"In\s+").match(view.text, found.start)
    return view.reference(NAME, None, Span(lead.end() if lead else found.start, found.end), parts)
