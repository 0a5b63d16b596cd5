"""Where the knowledge base has what a reference refers to: the file, and the line of the row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from juslint.lsp import about

if TYPE_CHECKING:
    from juslint.lsp.desk import Desk


def answer(desk: Desk, params: types.DefinitionParams) -> types.Location | None:
    """The line of the entry; None where there is none."""
    view = desk.view(params.text_document.uri)
    reference = view.at(params.position) if view else None
    if view is None or reference is None:
        return None
    knowledge = view.member.context.knowledge
    entry = about.entry_of(reference, knowledge) or knowledge.identify(reference)
    if entry is None:
        return None
    file, at = knowledge.file_of(entry), types.Position(max(0, entry.line - 1), 0)
    return types.Location(file.absolute().as_uri(), types.Range(at, at)) if file.is_file() else None


ANSWERS = {types.TEXT_DOCUMENT_DEFINITION: (None, answer)}
