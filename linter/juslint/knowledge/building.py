"""Making the index of a knowledge base: of all its files, or of those that changed since the last one."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from juslint.knowledge import compiling, sweeping
from juslint.knowledge.compiling import compile_file, forget, refuse_misread
from juslint.knowledge.index import FORMAT, Stamp, files, unwatched
from juslint.knowledge.layout import kind_of
from juslint.knowledge.yaml_tree import content

if TYPE_CHECKING:
    from collections.abc import Mapping

    from juslint.knowledge.index import Watch


def refreshed(
    root: Path, stamps: Mapping[str, Stamp], old: sqlite3.Connection, watch: Watch
) -> sqlite3.Connection | None:
    """A copy of the old index in memory with the changed files compiled again; None where that does not do."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    try:
        old.backup(connection)
        before = compiling.templates(connection)
        _update(connection, root, stamps, watch)
        if compiling.templates(connection) == before and _intact(connection):
            connection.commit()
            return connection
    except sqlite3.Error:
        pass
    connection.close()
    return None


def compiled(
    root: Path,
    stamps: Mapping[str, Stamp] | None = None,
    inherited: Mapping[str, str] | None = None,
    fingerprint: str = "",
    watch: Watch = unwatched,
) -> sqlite3.Connection:
    """A new index in memory of all files (those with `stamps`, else all under `root`)."""
    stamps = dict(files(root)) if stamps is None else stamps
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    compiling.create(connection)
    meta = {"fingerprint": fingerprint, "inherited": json.dumps(dict(inherited or {})), "format": FORMAT}
    connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    _update(connection, root, stamps, watch)
    connection.commit()
    return connection


def _intact(connection: sqlite3.Connection) -> bool:
    found: tuple[str] = connection.execute("PRAGMA quick_check(1)").fetchone()
    return found[0] == "ok"


def _update(connection: sqlite3.Connection, root: Path, stamps: Mapping[str, Stamp], watch: Watch) -> None:
    """Make the index agree with the files: bodies first, for they say how rows are named."""
    known = {
        path: (Stamp(size, mtime), digest)
        for path, size, mtime, digest in connection.execute("SELECT path, size, mtime, hash FROM files")
    }
    for gone in known.keys() - stamps.keys():
        forget(connection, gone)
    changed = [name for name, stamp in stamps.items() if stamp.mtime < 0 or known.get(name, ("",))[0] != stamp]
    changed.sort(key=lambda name: (not name.startswith("bodies/"), name))
    foreign = connection.execute("SELECT 1 FROM meta WHERE key = 'inherited' AND value <> '{}'").fetchone() is not None
    for name in watch(changed, len(changed)):
        _, digest = known.get(name, (None, ""))
        data = content(root / name)
        found = hashlib.sha256(data).hexdigest()
        if found != digest:
            path = PurePosixPath(name)
            kind = kind_of(path)
            assert kind is not None
            forget(connection, name)
            if foreign:
                refuse_misread(root / name, kind, data)
            compile_file(connection, root / name, path, kind, data)
        connection.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", (name, *stamps[name], found))


def store(connection: sqlite3.Connection, target: Path) -> None:
    """Keep an index for the next run; where the folder cannot be written, the next run builds it again."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write(connection, target)
        sweeping.sweep(target.parent)
    except (OSError, sqlite3.Error):
        return


def write(connection: sqlite3.Connection, target: Path) -> None:
    """Write an index to a file, whole or not at all."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f"{target.stem}-", suffix=".tmp")
    os.close(handle)
    try:
        copy = sqlite3.connect(name)
        try:
            copy.execute("PRAGMA journal_mode = OFF")  # what is not whole is thrown away
            connection.backup(copy)
        finally:
            copy.close()
        Path(name).replace(target)
    except BaseException:
        for left in (name, f"{name}-journal"):
            Path(left).unlink(missing_ok=True)
        raise
