"""A document's structure as lines of a corpus, and the invariants that hold of every document."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.structure.issuing import issuing_body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.document import Document
    from juslint.masthead import Masthead

_OF_MARKUP = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹“”")  # what markup can say without a character of its own


def lines(document: Document) -> Iterator[str]:
    """One line for each paragraph, mark, link, quotation, emphasis and part of the masthead."""
    text = document.text

    def quoted(span: Span) -> str:
        return json.dumps(text[span.start : span.end], ensure_ascii=False)

    notes = {note.mark_span.start: note for note in document.notes}
    for span in document.paragraphs:
        note = notes.get(span.start)
        kind = f"note {note.mark}" if note else "heading" if span in document.headings else "paragraph"
        yield f"{kind} {quoted(note.span if note else span)}"
    for mark in document.note_marks:
        yield f"mark {mark.mark} after {quoted(Span(max(0, mark.span.start - 12), mark.span.start))}"
    for link in document.links:
        yield f"link {quoted(link.span)} to {link.target}"
    for span in document.quotations:
        yield f"quotation {quoted(span)}"
    for span in document.emphases:
        yield f"emphasis {quoted(span)}"
    yield from _masthead(document.masthead)
    if body := issuing_body(document):
        yield f"issued by {body}"


def _masthead(head: Masthead | None) -> Iterator[str]:
    if head is None:
        return
    yield from (f"organ {organ.text}" for organ in head.organs)
    for name, ordinal in (("session", head.session), ("year", head.council_year)):
        if ordinal:
            yield f"{name} {ordinal.number}"
    for name, items in (("items", head.items), ("closing items", head.closing_items)):
        if items:
            yield f"{name} {', '.join(items.numbers)}"
    yield from (f"title {title.text}" for title in head.titles)
    for name, dated in (("distributed", head.distributed), ("letter", head.letter)):
        if dated:
            yield f"{name} {dated.date.iso()}"
    yield from (f"symbol {symbol.text}" for symbol in (head.symbol,) if symbol)


def _stands_for(char: str, written: str) -> bool:
    """Whether a character of the text may stand for another one of the file, one for one."""
    return written in {"\n": "\r", " ": "\n\r\t\f", "\u00a0": "~", "’": "'", "‘": "`"}.get(char, "")


def check(document: Document) -> None:
    """What holds of every document, whatever was read."""
    text, source = document.text, document.source
    whole = Span(0, len(text))
    for at, char in enumerate(text):
        place = document.offsets.to_source(Span(at, at + 1))
        assert 0 <= place.start <= place.end <= len(source)
        if document.offsets.is_whole(Span(at, at + 1)):
            assert source[place.start : place.end] == char or _stands_for(char, source[place.start])
        elif char not in _OF_MARKUP and not char.isspace():
            assert place.end > place.start, f"{char!r} at {at} stands nowhere in the file"
    for span in document.paragraphs:  # a note may stand in the file within the paragraph before it
        places = [document.offsets.to_source(Span(at, at + 1)).start for at in range(*span)]
        assert places == sorted(places), "the text is not in the file's order"
    for before, after in pairwise(document.paragraphs):
        assert before.end <= after.start, "paragraphs overlap"
    covered = "".join(text[span.start : span.end] for span in document.paragraphs)
    assert "".join(covered.split()) == "".join(text.split()), "paragraphs leave out text"
    for span in (*document.paragraphs, *document.headings):
        assert text[span.start : span.end].strip() == text[span.start : span.end] != ""
    for span in (
        *document.quotations,
        *document.emphases,
        *(link.span for link in document.links),
        *(mark.span for mark in document.note_marks),
        *(span for note in document.notes for span in (note.mark_span, note.span)),
    ):
        assert whole.covers(span)
        assert span.start <= span.end
    for note in document.notes:
        assert any(paragraph.covers(note.span) for paragraph in document.paragraphs), "a note outside the paragraphs"
    for link in document.links:
        written = source[link.target_source.start : link.target_source.end]
        assert written == link.target or any(sign in written for sign in "&\\\n ")
    assert set(document.headings) <= set(document.paragraphs)
