"""Files of knowledge bases in the editor: what `juslint kb check` says of them, at its line."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from juslint import _data
from juslint.knowledge import schemas
from juslint.knowledge.layout import place
from juslint.knowledge.yaml_tree import Damage, read

if TYPE_CHECKING:
    from juslint.knowledge.layout import Kind
    from juslint.lsp.analysis import Snapshot
    from juslint.lsp.texts import Text

_NAME = "kb"  # what a folder of entries is called where no settings name it


def holds(path: str, snapshot: Snapshot) -> bool:
    """Whether a YAML file belongs to a knowledge base: the shipped one, one of the settings, or one called `kb`."""
    placed = place(Path(os.path.realpath(path)))
    if placed is None:
        return False
    bases = (_data.data_folder("kb"), *snapshot.settings.bases(path))
    named = {Path(os.path.realpath(base)) for base in bases}
    return placed[0] in named or placed[0].name == _NAME


def kind_of(path: str) -> Kind | None:
    """The kind of a file of a knowledge base."""
    placed = place(Path(os.path.realpath(path)))
    return placed[2] if placed else None


def near(path: str, text: Text) -> list[types.Diagnostic]:
    """What is wrong with a file by itself: it cannot be read, or the schema of its kind does not allow something."""
    kind = kind_of(path)
    if kind is None:
        return []
    try:
        tree = read(text.source.encode("utf-8"))
    except Damage as damage:
        return [_diagnostic(text, damage.line, damage.column, damage.rule, damage.message)]
    return [_diagnostic(text, one.line, one.column, "schema", one.message) for one in schemas.errors(kind.name, tree)]


def whole(path: str, text: Text) -> list[types.Diagnostic]:
    """What `juslint kb check` says of a file as it is saved, beside all others of its base."""
    from juslint.knowledge.checking import check  # noqa: PLC0415 - reads every file of the base

    try:
        if Path(path).read_text(encoding="utf-8") != text.source:
            return []
        errors = check([Path(path)])
    except (OSError, UnicodeDecodeError):
        return []
    return [_diagnostic(text, error.line, error.column, error.rule, error.message) for error in errors]


def _diagnostic(text: Text, line: int, column: int, rule: str, message: str) -> types.Diagnostic:
    """One error; lines and columns are one-based and count code points. It reaches to the end of the word."""
    number = min(line, text.lines()) - 1
    end = text.line_end(number)
    start = min(text.line_start(number) + column - 1, end)
    stop = start
    while stop < end and not text.source[stop].isspace() and text.source[stop] not in ",:{}[]":
        stop += 1
    ends = types.Position(*text.position(start)), types.Position(*text.position(max(stop, min(start + 1, end))))
    error = types.DiagnosticSeverity.Error
    return types.Diagnostic(types.Range(*ends), message, error, rule, source="juslint")
