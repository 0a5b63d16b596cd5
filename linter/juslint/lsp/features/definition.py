"""Where the knowledge base has what a reference refers to: the file, and the line of the row.

Of a case with several documents it is the row of the one whose date the reference gives, else of the leading one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lsprotocol import types

from juslint.lsp import abbreviations, about

if TYPE_CHECKING:
    from juslint.knowledge import Entry, Knowledge
    from juslint.lsp.desk import Desk
    from juslint.reference import Reference


def answer(desk: Desk, params: types.DefinitionParams) -> types.Location | None:
    """The line of the entry; None where there is none."""
    view = desk.view(params.text_document.uri)
    reference = abbreviations.at(view, params.position) if view else None
    if view is None or reference is None:
        return None
    knowledge = view.member.context.knowledge
    entry = about.entry_of(reference, knowledge) or knowledge.identify(reference)
    if entry is None:
        return None
    entry = _of_the_day(entry, reference, knowledge)
    file, at = knowledge.file_of(entry), types.Position(max(0, entry.line - 1), 0)
    return types.Location(file.absolute().as_uri(), types.Range(at, at)) if file.is_file() else None


def _of_the_day(entry: Entry, reference: Reference, knowledge: Knowledge) -> Entry:
    date, numbers = reference.date_of(), entry.data.get("applications", ())
    for case in knowledge.cases.of(numbers[0]) if date and numbers else ():
        if case.date is not None and date is not None and date.agrees(case.date):
            return replace(entry, path=case.path, line=case.line)
    return entry


ANSWERS = {types.TEXT_DOCUMENT_DEFINITION: (None, answer)}
