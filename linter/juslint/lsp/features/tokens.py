"""Semantic tokens: references stand out, and which of them the knowledge base knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from juslint.document import Span
from juslint.lsp.texts import Position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.lsp.desk import Desk, View

# Standard types, so that every theme has a colour for them: a source as a constant, a place in it as a number.
_SOURCE, _PLACE = 0, 1
_KNOWN, _WRONG = 1, 2  # bits of the modifiers
LEGEND = types.SemanticTokensLegend(["enumMember", "number"], ["defaultLibrary", "deprecated"])


def whole(desk: Desk, params: types.SemanticTokensParams) -> types.SemanticTokens:
    """The tokens of a text."""
    view = desk.view(params.text_document.uri)
    return types.SemanticTokens(_encoded(view, None) if view else [])


def part(desk: Desk, params: types.SemanticTokensRangeParams) -> types.SemanticTokens:
    """The tokens of a part of a text."""
    view = desk.view(params.text_document.uri)
    return types.SemanticTokens(_encoded(view, view.source_span(params.range)) if view else [])


def _encoded(view: View, only: Span | None) -> list[int]:
    out: list[int] = []
    last = Position(0, 0)
    for span, kind, bits in _lines(view, only):
        start, end = view.text.positions(span)
        same = start.line == last.line
        out += (start.line - last.line, start.character - (last.character if same else 0))
        out += (end.character - start.character, kind, bits)
        last = start
    return out


def _lines(view: View, only: Span | None) -> Iterator[tuple[Span, int, int]]:
    """The tokens cut at line ends, in order, none overlapping."""
    text = view.text
    for span, kind, bits in _tokens(view):
        if only is not None and not span.overlaps(only):
            continue
        line = text.position(span.start).line
        start = span.start
        while start < span.end:
            end = min(span.end, text.line_end(line))
            if end > start:
                yield Span(start, end), kind, bits
            line += 1
            start = text.line_start(line) if line < text.lines() else span.end


def _tokens(view: View) -> Iterator[tuple[Span, int, int]]:
    knowledge, to_source = view.member.context.knowledge, view.document.offsets.to_source
    holding = {one.within for one in view.references if one.within is not None}
    taken = 0
    for reference in view.references:
        if reference.span in holding:
            continue  # what it holds is marked
        status = knowledge.resolve(reference.id).status if reference.id else None
        bits = (_KNOWN if status == "found" else 0) | (_WRONG if status == "absent" or reference.flaws else 0)
        span = to_source(reference.span)
        place = to_source(reference.pinpoint.span) if reference.pinpoint else None
        if span.start < taken:
            continue
        taken = span.end
        if place is None or not span.covers(place):
            yield span, _SOURCE, bits
            continue
        for piece, kind in (
            (Span(span.start, place.start), _SOURCE),
            (place, _PLACE),
            (Span(place.end, span.end), _SOURCE),
        ):
            if view.text.source[piece.start : piece.end].strip(" ,;()\r\n\t"):
                yield piece, kind, bits


ANSWERS = {
    types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL: (LEGEND, whole),
    types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE: (LEGEND, part),
}
