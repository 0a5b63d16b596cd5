"""Chapters of books: a title, quoted or not, "in", and a reference of the family `book`, which stays inside.

Parts: `author` (tuple of names), `title`, `container` (str, the book's title), and the book's `editor`, `place`,
`publisher`, `edition`, `volume`, `year`, and `pages` where they are the chapter's own. Others are the pinpoint. A
chapter whose title says that it is a report is of the family `report`. Without quotation marks a title counts only
where it begins a note or stands behind a lead-in.

Source: UN Editorial Manual, footnotes; OSCOLA, 4th edition.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Document, Span
from juslint.families import _names, _paging, _segments
from juslint.families._prose import Found, Text
from juslint.families._shelf import Shelf
from juslint.parsing import store
from juslint.parsing.parser import ParseFailure
from juslint.reference import Part, Reference

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "chapter"
ORDER = 62
SHELF = Shelf("Literature", 60, "author")

_IN = re.compile(r"\bin\s+$")
_REPORT = re.compile(r"Report\b")
_NO_TITLE = re.compile(r"[.;]\s|\b(?:interview|also|said|noted|argued)\b")
_LONGEST_TITLE = 500
_SHORTEST_TITLE = 12


def assemble(document: Document, references: tuple[Reference, ...]) -> list[Reference]:
    """The chapters of the books found so far."""
    view = Text(document, references)
    out: list[Reference] = []
    floor = 0
    for book in references:
        if book.family != "book" or not _IN.search(view.text[max(0, book.span.start - 8) : book.span.start]):
            continue
        chapter = _chapter(view, floor, book)
        if chapter and view.fits(chapter.span):
            out.append(chapter)
        floor = book.span.end
    return out


def _chapter(view: Text, floor: int, book: Reference) -> Reference | None:
    anchor = book.span.start
    parser = store.parsers()["chapter"]
    quotes = [
        start
        for start in range(max(floor, view.paragraph(anchor).start, anchor - _LONGEST_TITLE), anchor)
        if view.text[start] in "\u201c\"\u2018'"
    ]
    places = list(_segments.starts(view, floor, anchor, _LONGEST_TITLE))
    places += [_segments.Start(start, False) for start in quotes[:4]]
    for start in sorted(set(places)):
        if start.position >= anchor or not (
            start.strong or view.text[start.position] in "\u201c\"\u2018'" or view.text[start.position].isupper()
        ):
            continue
        node = parser.parse(view.text[start.position : anchor])
        if isinstance(node, ParseFailure):
            continue
        reference = _read(view, Found(node, start.position, anchor), book, strong=start.strong)
        if reference:
            return reference
    return None


def _read(view: Text, lead: Found, book: Reference, *, strong: bool) -> Reference | None:
    tokens = {token.type: token for token in lead.node.tokens()}
    parts: dict[str, Part] = {}
    if "AUTHORS" in tokens:
        names = tokens["AUTHORS"]
        start = lead.start + names.start
        parts["author"] = Part(_names.split(names.text), Span(start, start + len(_names.bare(names.text))))
    if "QUOTED" in tokens:
        span = lead.span_of(tokens["QUOTED"])
        parts["title"] = view.part(span.start + 1, span.end - 1)
    else:
        words = re.sub(r",\s+in\s+$", "", tokens["PLAIN"].text)
        if not strong or len(words) < _SHORTEST_TITLE or _NO_TITLE.search(words):
            return None
        parts["title"] = view.part(lead.start, lead.start + len(words))
    parts |= _of_book(book.parts)
    title = str(parts["title"].value)
    family = "report" if _REPORT.match(title) else NAME
    who = _names.families_of(parts.get("author"))
    id_ = f"{family}:{who}|{_names.key(title)}" if who else f"{family}:{_names.key(title)}"
    quoted = tokens.get("QUOTED")
    first = lead.start + (0 if "AUTHORS" in tokens or quoted is None else quoted.start)
    pinpoint = _paging.settle(view, parts, book.pinpoint, listed=False) if family == NAME else book.pinpoint
    return view.reference(family, id_, Span(first, book.span.end), parts, pinpoint)


def _of_book(parts: Mapping[str, Part]) -> dict[str, Part]:
    kept = {name: part for name, part in parts.items() if name not in {"author", "title"}}
    return {"container": parts["title"], **kept}
