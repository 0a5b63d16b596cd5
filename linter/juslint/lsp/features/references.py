"""Where else a source is cited: in all texts of the project, or (highlights) in this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from juslint.lsp import abbreviations, mentions

if TYPE_CHECKING:
    from juslint.lsp.desk import Desk, View
    from juslint.reference import Reference


def everywhere(desk: Desk, params: types.ReferenceParams) -> list[types.Location]:
    """Every mention of the same source; without the one asked for where the editor wants only the others."""
    view = desk.view(params.text_document.uri)
    reference = abbreviations.at(view, params.position) if view else None
    if view is None or reference is None:
        return []
    found = _all(desk, view, reference)
    if not params.context.include_declaration:
        found = [one for one in found if (one.view.path, one.reference.span) != (view.path, reference.span)]
    return [one.view.location(one.reference.span) for one in found]


def _all(desk: Desk, view: View, reference: Reference) -> list[mentions.Mention]:
    """Mentions as references, and of a treaty also by its abbreviation, in the order of the documents."""
    found = mentions.of_same_source(desk, view, reference)
    views = list(desk.views(view))
    known = {(one.view.path, one.reference.span) for one in found}
    short = [mentions.Mention(each, one) for each in views for one in abbreviations.mentions(each, reference)]
    found += [one for one in short if (one.view.path, one.reference.span) not in known]
    order = {each.path: number for number, each in enumerate(views)}
    return sorted(found, key=lambda one: (order.get(one.view.path, -1), one.reference.span))


def here(desk: Desk, params: types.DocumentHighlightParams) -> list[types.DocumentHighlight]:
    """Every mention of the same source in this text."""
    view = desk.view(params.text_document.uri)
    reference = abbreviations.at(view, params.position) if view else None
    if view is None or reference is None:
        return []
    kind = types.DocumentHighlightKind.Read
    found = _all(desk, view, reference)
    return [
        types.DocumentHighlight(view.range(one.reference.span), kind) for one in found if one.view.path == view.path
    ]


ANSWERS = {
    types.TEXT_DOCUMENT_REFERENCES: (None, everywhere),
    types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT: (None, here),
}
