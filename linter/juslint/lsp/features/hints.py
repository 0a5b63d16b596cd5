"""Inlay hints, where the user wants them: title and date behind a bare number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from juslint.lsp import about

if TYPE_CHECKING:
    from juslint.lsp.desk import Desk

_FAMILIES = {"un-symbol", "un-resolution", "echr", "coe"}
_LONG = 60  # characters of a hint


def answer(desk: Desk, params: types.InlayHintParams) -> list[types.InlayHint]:
    """A hint behind each reference of the range that says neither title nor date itself."""
    view = desk.view(params.text_document.uri)
    if view is None or not desk.analyser.snapshot.settings.wishes.inlay_hints:
        return []
    wanted, found = view.source_span(params.range), []
    for reference in view.references:
        span = view.document.offsets.to_source(reference.span)
        if reference.family not in _FAMILIES or not span.overlaps(wanted):
            continue
        entry = about.entry_of(reference, view.member.context.knowledge)
        said = about.line(entry) if entry and not {"title", "name", "date"} & reference.parts.keys() else ""
        if said:
            short = said if len(said) <= _LONG else f"{said[: _LONG - 1]}…"
            at = view.range(reference.span).end
            found.append(types.InlayHint(at, f" {short}", tooltip=said, padding_left=True))
    return found


ANSWERS = {types.TEXT_DOCUMENT_INLAY_HINT: (types.InlayHintOptions(), answer)}
