"""Two states of a knowledge base, and in which entries they differ."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from juslint import git
from juslint.knowledge import building, index, opening
from juslint.knowledge.base import Knowledge
from juslint.knowledge.entry import Entry
from juslint.knowledge.layer import Layer
from juslint.knowledge.series import KnowledgeError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

_WHOLE = "un/symbols.yaml"  # a base that has this file needs no other beside it
_CASE = ("number", "joined", "date", "name", "fr", "kind", "by", "label", "importance", "report", "item", "item-fr")
_CASE_COLUMNS = "applications, day, name, french, kind, body, label, importance, report, item, french_item"


class Side(NamedTuple):
    """One state: its index alone, and the knowledge that it makes together with the shipped base."""

    layer: Layer
    knowledge: Knowledge


class Change(NamedTuple):
    """An entry or fact that only one state has, or that they have differently. `what` is that of the entry."""

    what: Literal["added", "changed", "removed"]
    before: Entry | None
    after: Entry | None

    @property
    def entry(self) -> Entry:
        """The entry as it is now; of a removed one, as it was."""
        found = self.after or self.before
        assert found is not None
        return found


def sides(folder: Path, base: str, head: str | None, scratch: Path) -> tuple[Side, Side]:
    """The base that lies in a folder of a checkout, at two revisions; without `head`, as it is on disk.

    `scratch`: an empty folder for what the revisions have. GitError, KnowledgeError: one line.
    """
    top = git.checkout(folder)
    under = folder.resolve().relative_to(top.resolve()).as_posix()
    under = "" if under == "." else under
    after_root = folder
    git.export(top, base, under, scratch / "base")
    if head is not None:
        git.export(top, head, under, scratch / "head")
        after_root = scratch / "head"
    if not any(any(index.files(root)) for root in (scratch / "base", after_root) if root.is_dir()):
        raise KnowledgeError(f"{folder}: no knowledge base lies here, now or at {base}")
    after, connection = _side(after_root, None, head or str(folder))
    before, _ = _side(scratch / "base", connection, base)
    return before, after


def _side(root: Path, near: sqlite3.Connection | None, name: str) -> tuple[Side, sqlite3.Connection]:
    """The state in a folder. `near`: the index of another state, of which most may hold."""
    root.mkdir(exist_ok=True)
    shipped = None if (root / _WHOLE).is_file() else opening.shipped(index.unwatched)
    inherited = opening.templates(shipped) if shipped else {}
    stamps = dict(index.files(root))
    try:
        fresh = {path: stamp._replace(mtime=-1) for path, stamp in stamps.items()}
        connection = building.refreshed(root, fresh, near, index.unwatched) if near else None
        connection = connection or building.compiled(root, stamps, inherited)
    except KnowledgeError as error:
        raise KnowledgeError(str(error).replace(f"{root}/", f"{name}: ")) from None
    layer = Layer(root, lambda: connection, lambda: building.compiled(root, stamps, inherited))
    return Side(layer, Knowledge([layer, *([shipped] if shipped else [])])), connection


def changes(before: Side, after: Side) -> list[Change]:
    """What differs, in order of file and line as it is now; removed entries stand where they stood."""
    old, new = _files(before.layer), _files(after.layer)
    differing = sorted(path for path in old.keys() | new.keys() if old.get(path) != new.get(path))
    was = {entry.id: entry for path in differing if path in old for entry in _entries(before.layer, path)}
    now = {entry.id: entry for path in differing if path in new for entry in _entries(after.layer, path)}
    out = [Change("removed", entry, None) for name, entry in was.items() if name not in now]
    for name, entry in now.items():
        one = was.get(name)
        if one is None:
            out.append(Change("added", None, entry))
        elif (one.data, one.family) != (entry.data, entry.family):
            out.append(Change("changed", one, entry))
    return sorted(out, key=lambda change: (change.entry.path, change.entry.line))


def _files(layer: Layer) -> dict[str, str]:
    return dict(layer.ask("SELECT path, hash FROM files"))


def _entries(layer: Layer, path: str) -> Iterator[Entry]:
    """Everything that one file says: entries, documents of the European Court, facts."""
    question = "SELECT id, kind, family, path, line, data FROM entries WHERE path = ?"
    for name, kind, family, place, line, data in layer.ask(question, path):
        yield Entry(name, kind, family, place, line, json.loads(data))
    for space, key, data in layer.ask("SELECT space, key, data FROM facts WHERE path = ?", path):
        yield Entry(f"{space} {key}", "fact", "fact", path, 1, json.loads(data))
    if path.startswith("courts/echr/cases/"):
        part = path.rpartition("/")[2].removesuffix(".yaml")
        for line, *row in layer.ask(f"SELECT line, {_CASE_COLUMNS} FROM cases WHERE part = ?", part):  # noqa: S608
            yield _case(path, line, row)


def _case(path: str, line: int, row: list[Any]) -> Entry:
    first, *joined = str(row[0]).split(" ")
    values = dict(zip(_CASE, (first, joined or None, *row[1:]), strict=True))
    data = {name: value for name, value in values.items() if value is not None}
    named = (first, data.get("date"), data["kind"], data.get("label"))
    return Entry(" ".join(filter(None, named)), "case-documents", "echr", path, line, data)


def fields(change: Change) -> Iterator[tuple[str, Any, Any]]:
    """The fields in which a changed entry differs: name, value before, value now; None where there is none."""
    before = change.before.data if change.before else {}
    after = change.after.data if change.after else {}
    for name in dict.fromkeys((*after, *before)):
        if before.get(name) != after.get(name):
            yield name, before.get(name), after.get(name)
