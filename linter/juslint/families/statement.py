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

_ANCHOR = r"(?:[Ss]tatement|[Ii]nterview|[Rr]emarks|[Ss]peech|[Pp]ress\s+release)\b"
_BACK = 200  # characters of an issuer
_AFTER = 400  # characters up to the date
_YEAR = re.compile(r"(?:1[89]|20)[0-9]{2}(?<=[ \t\r\n][0-9]{4})")  # every date has one, behind a gap
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
        if not _YEAR.search(view.text, max(floor, anchor.start - _BACK), limit):
            continue
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
        elif token.type == "DATED":
            date = _prose.date(found, token)
            if date is None:
                return None
            parts["date"] = date
        else:
            words.append(span)
        if token.type == "BY":
            lead = re.match(r"\w+\s+(?:by\s+)?(?:the\s+)?", view.text[span.start : span.end])
            parts.setdefault("issuer", view.part(span.start + (lead.end() if lead else 0), span.end))
    parts["title"] = view.part(words[0].start, words[-1].end)
    end = found.end
    address = view.address(end)
    if address:
        end, parts["url"] = address
    elif not _fills_note(view, Span(found.start, end)):
        return None
    date_value = parts["date"].value
    if "issuer" not in parts or not isinstance(date_value, Date):
        return None
    id_ = f"statement:{date_value.iso()}|{_names.office(str(parts['issuer'].value))}"
    return view.reference(NAME, id_, Span(found.start, end), parts)


def _fills_note(view: Text, span: Span) -> bool:
    return any(
        note.span.covers(span)
        and not re.search(r"\w", view.text[note.span.start : span.start])
        and _ENDED.match(view.text, span.end, note.span.end)
        for note in view.document.notes_by_place.at(span)
    )
