"""Statements, press releases, speeches and interviews that are cited with a date.

Parts: `issuer` (str), `title` (str: what it is, with its subject), `date` (Date), `url` (str). A mention in running
text is not enough: an address must follow, or the statement must fill a note from its start.

Source: UN Editorial Manual, footnotes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.document import Document, Span
from juslint.families import _names, _prose, _segments

if TYPE_CHECKING:
    from juslint.families._prose import Found, Text
    from juslint.reference import Part, Reference

NAME = "statement"
ORDER = 74

_ANCHOR = r"(?:[Ss]tatement|[Ii]nterview|[Rr]emarks|[Ss]peech|[Pp]ress\s+[Rr]elease)\b"
_BACK = 200  # characters of an issuer
_AFTER = 400  # characters up to the date
_FIRST = re.compile(
    r"Press\s+Release,\s+(?P<issuer>[^,]+),\s+(?P<title>.+?)(?:,\s+(?:(?:UN|U\.N\.)\s+)?(?:[Pp]ress\s+[Rr]elease\s+)?(?:[Nn]o\.\s+)?"
    r"(?P<number>[A-Z0-9/-]*[0-9][A-Z0-9/-]*))?\s*",
    re.DOTALL,
)
_ENDED = re.compile(r"[.;]?\s*$|[.;]\s")


def assemble(document: Document, references: tuple[Reference, ...]) -> list[Reference]:
    """The statements of a document."""
    view = _prose.Text(document, references)
    out: list[Reference] = []
    floor = 0
    for anchor in _prose.anchors(_ANCHOR, view.text):
        if anchor.start < floor:
            continue
        limit = min(view.paragraph(anchor.start).end, anchor.end + _AFTER)
        for start in _segments.starts(view, floor, anchor.start, _BACK):
            if not start.strong:
                continue
            found = _prose.longest("statement", view.text, start.position, limit)
            reference = found and _read(view, found)
            if reference and view.fits(reference.span):
                out.append(reference)
                floor = reference.span.end
                break
    return out


def _read(view: Text, found: Found) -> Reference | None:
    parts: dict[str, Part] = {}
    words: list[Span] = []
    for token in found.node.tokens():
        span = found.span_of(token)
        if token.type == "ISSUER":
            parts["issuer"] = view.part(span.start, span.end - 1)  # without its comma
        elif token.type == "RELEASE_FIRST":
            words += _release(view, span, parts)
        elif token.type == "DATED":
            date = _prose.date(found, token)
            if date is None:
                return None
            parts["date"] = date
        else:
            words.append(span)
        if token.type == "BY":
            lead = re.match(r"(?:attributable\s+to|\w+(?:\s+by)?)\s+(?:the\s+)?", view.text[span.start : span.end])
            parts.setdefault("issuer", view.part(span.start + (lead.end() if lead else 0), span.end))
    parts["title"] = view.part(words[0].start, words[-1].end)
    end = view.tail(found.end, parts)
    if "url" not in parts and not _fills_note(view, Span(found.start, end)):
        return None
    date_value = parts["date"].value
    if "issuer" not in parts or not isinstance(date_value, Date):
        return None
    id_ = f"statement:{date_value.iso()}|{_names.office(str(parts['issuer'].value))}"
    return view.reference(NAME, id_, Span(found.start, end), parts)


def _release(view: Text, span: Span, parts: dict[str, Part]) -> list[Span]:
    """Note issuer and number of `Press Release, Security Council, Title, U.N. Press Release SC/5600`; the title."""
    found = _FIRST.fullmatch(view.text, *span)
    if found is None:
        return [span]
    parts["issuer"] = view.part(*found.span("issuer"))
    if found["number"]:
        parts["number"] = view.part(*found.span("number"))
    return [Span(*found.span("title"))]


def _fills_note(view: Text, span: Span) -> bool:
    return any(
        note.span.covers(span)
        and not re.search(r"\w", view.text[note.span.start : span.start])
        and _ENDED.match(view.text, span.end, note.span.end)
        for note in view.document.notes_by_place.at(span)
    )
