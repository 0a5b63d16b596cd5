"""An entry of the project's own knowledge base for what is cited and not known: the one that `juslint kb new` makes."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

from lsprotocol import types
from pygls import uris

from juslint.document import Span
from juslint.lsp.desk import range_of
from juslint.lsp.texts import Text

if TYPE_CHECKING:
    from juslint.knowledge.new_entry import NewEntry
    from juslint.lsp.desk import Desk, View
    from juslint.reference import Reference


def title(reference: Reference) -> str:
    """What the action is called."""
    said = reference.id if _is_name(reference.id) else " ".join(reference.text.split())
    return f"Create a knowledge-base entry for {said if len(said) <= 60 else f'{said[:59]}…'}"


def _is_name(entry_id: str | None) -> TypeGuard[str]:
    """Whether an id is what people call the source, not a key that juslint made."""
    return entry_id is not None and not {":", "|"} & set(entry_id)


def edit(desk: Desk, view: View, reference: Reference) -> types.WorkspaceEdit | None:
    """The edit that makes the entry, in the last knowledge base that the project's settings name.

    None where they name none, the source is known or not told surely, the text does not say what such an entry must
    say, or the editor cannot make files.
    """
    knowledge = view.member.context.knowledge
    bases = desk.analyser.snapshot.settings.bases(view.path)
    known = reference.id is None or knowledge.resolve(reference.id).status != "not-covered"
    if not bases or known or not _makes_files(desk):
        return None
    from juslint.knowledge import new_entry  # noqa: PLC0415 - most places ask for nothing new

    today = datetime.datetime.now().astimezone().date().isoformat()
    head = new_entry.Head((f"citation in {Path(view.path).name}: {' '.join(reference.text.split())}",), today)
    try:
        entry = new_entry.made(reference, knowledge, bases[-1].absolute(), head)
    except (new_entry.Refused, OSError, UnicodeDecodeError):  # what is there already cannot be read
        return None
    return types.WorkspaceEdit(document_changes=_changes(desk, entry))


def _changes(desk: Desk, entry: NewEntry) -> list[types.TextDocumentEdit | types.CreateFile]:
    uri = uris.from_fs_path(str(entry.path)) or entry.path.as_uri()
    before = Text(entry.before or "", desk.analyser.snapshot.encoding)
    edit_ = types.TextEdit(range_of(before, Span(0, len(before.source))), entry.text)
    changed = types.TextDocumentEdit(types.OptionalVersionedTextDocumentIdentifier(uri), [edit_])
    made = types.CreateFile(uri, options=types.CreateFileOptions(overwrite=False, ignore_if_exists=False))
    return [changed] if entry.before is not None else [made, changed]


def _makes_files(desk: Desk) -> bool:
    workspace = desk.capabilities.workspace
    able = workspace.workspace_edit if workspace else None
    return bool(
        able and able.document_changes and types.ResourceOperationKind.Create in (able.resource_operations or ())
    )
