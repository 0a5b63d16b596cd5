"""References as links to the official page of the document. Addresses written out are links already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from juslint.lsp import about

if TYPE_CHECKING:
    from juslint.lsp.desk import Desk


def answer(desk: Desk, params: types.DocumentLinkParams) -> list[types.DocumentLink]:
    """A link for each reference whose source has an address; of nested references for the inner ones."""
    view = desk.view(params.text_document.uri)
    if view is None:
        return []
    context = view.member.context
    holding = {one.within for one in view.references if one.within is not None and about.links(one, context.knowledge)}
    found = []
    for reference in view.references:
        if reference.family == "web-page" or reference.span in holding:
            continue
        links = about.links(reference, context.knowledge)
        if links:
            tooltip = f"Open {reference.id}"
            found.append(types.DocumentLink(view.range(reference.span), links[0], tooltip))
    return found


ANSWERS = {types.TEXT_DOCUMENT_DOCUMENT_LINK: (types.DocumentLinkOptions(resolve_provider=False), answer)}
