"""Where else a source is cited: in all texts of the project, or (highlights) in this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from juslint.lsp import mentions

if TYPE_CHECKING:
    from juslint.lsp.desk import Desk


def everywhere(desk: Desk, params: types.ReferenceParams) -> list[types.Location]:
    """Every mention of the same source; without the one asked for where the editor wants only the others."""
    view = desk.view(params.text_document.uri)
    reference = view.at(params.position) if view else None
    if view is None or reference is None:
        return []
    found = mentions.of_same_source(desk, view, reference)
    if not params.context.include_declaration:
        found = [one for one in found if one.reference is not reference]
    return [one.view.location(one.reference.span) for one in found]


def here(desk: Desk, params: types.DocumentHighlightParams) -> list[types.DocumentHighlight]:
    """Every mention of the same source in this text."""
    view = desk.view(params.text_document.uri)
    reference = view.at(params.position) if view else None
    if view is None or reference is None:
        return []
    kind = types.DocumentHighlightKind.Read
    found = mentions.of_same_source(desk, view, reference)
    return [
        types.DocumentHighlight(view.range(one.reference.span), kind) for one in found if one.view.path == view.path
    ]


ANSWERS = {
    types.TEXT_DOCUMENT_REFERENCES: (None, everywhere),
    types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT: (None, here),
}
