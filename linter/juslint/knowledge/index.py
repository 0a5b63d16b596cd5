"""The compiled index of one knowledge base: kept in the cache folder, rebuilt by itself when a file changes.

A file is read again only when its size or time changed, and compiled again only when its content did. The index is
never written in place: it is built in memory and put where it belongs in one step, so that two runs at once are safe
and a run that is reading keeps what it has. A cache that cannot be read or written costs time and nothing else.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from juslint import _data
from juslint.knowledge.layout import claims

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    Watch = Callable[[Sequence[str], int], Iterable[str]]

FORMAT = "3"  # of the tables in compiling.py
_FRESH = 2_000_000_000  # nanoseconds: a file younger than this may change again within one tick of the clock
_OWN_CODE = (
    "building.py",
    "case_names.py",
    "case_tables.py",
    "compiling.py",
    "entry.py",
    "flow_rows.py",
    "keys.py",
    "layout.py",
    "normalise.py",
    "schemas.py",
    "sessions.py",
    "yaml_tree.py",
)


class DamagedIndex(Exception):  # noqa: N818 it says what the file is
    """A file that is no index, or one of other tables."""


class Stamp(NamedTuple):
    """Size in bytes and time of change in nanoseconds (-1: too fresh to be trusted)."""

    size: int
    mtime: int


def unwatched(names: Sequence[str], _: int) -> Iterable[str]:
    """The files to be read, as they are: nobody wants to see how far the index is."""
    return names


def opened(root: Path, inherited: Mapping[str, str], watch: Watch = unwatched) -> sqlite3.Connection:
    """An up-to-date index of the YAML under `root`. `inherited` are the id templates that other bases state.

    `watch` sees which files must be read, and how many they are, while they are.

    KnowledgeError where a file cannot be compiled, OSError where the folder cannot be read.
    """
    cache = cache_file(root)
    stamps = dict(files(root))
    fingerprint = _fingerprint(root, inherited)
    connection = _sound(cache, fingerprint)
    settled = all(stamp.mtime >= 0 for stamp in stamps.values())
    if connection is not None and settled and stored_stamps(connection) == stamps:
        return connection
    from juslint.knowledge import building  # noqa: PLC0415 - brings the YAML reader, which a warm start does without

    fresh = None
    if connection is not None:
        fresh = building.refreshed(root, stamps, connection, watch)
        connection.close()
    if fresh is None:
        fresh = building.compiled(root, stamps, inherited, fingerprint, watch)
    building.store(fresh, cache)
    return fresh


def cache_file(root: Path) -> Path:
    """Where the index of the knowledge base at `root` is kept."""
    place = zlib.crc32(os.fsencode(root.resolve()))  # bases that share a number take turns: see _fingerprint
    return _data.cache_folder() / f"kb-{place:08x}.sqlite"


def read_only(file: Path) -> sqlite3.Connection:
    """A finished index. It is never changed in place, so that no lock is needed. DamagedIndex where it is none."""
    uri = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        found = connection.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
    except sqlite3.Error as error:
        raise DamagedIndex(str(error)) from None
    if found != (FORMAT,):
        connection.close()
        raise DamagedIndex(f"{file} has other tables")
    return connection


def files(root: Path) -> Iterator[tuple[str, Stamp]]:
    """Every file of the base, its path counted from the top, with its stamp.

    Hidden files and files that no kind claims are not its own, nor is what a link to a folder leads to: links of which
    each folder has several would be ways without number. Every start walks through all of them, so that nothing
    is done here for each file that can be done for each folder.
    """
    now = time.time_ns()
    folders = [(str(root), "")]
    while folders:
        folder, inside = folders.pop()
        claimed = claims(inside)
        with os.scandir(folder) as found:
            for item in found:
                name = item.name
                if name.startswith("."):
                    continue
                if item.is_dir(follow_symlinks=False):
                    folders.append((item.path, f"{inside}{name}/"))
                elif name.endswith(".yaml") and (claimed is None or name in claimed):
                    status = item.stat()
                    fresh = now - status.st_mtime_ns < _FRESH
                    yield f"{inside}{name}", Stamp(status.st_size, -1 if fresh else status.st_mtime_ns)


def _fingerprint(root: Path, inherited: Mapping[str, str]) -> str:
    """What besides the YAML decides the index: its place, this code, and the templates of other bases."""
    own = [(Path(__file__).parent / name).stat().st_mtime_ns for name in _OWN_CODE]
    return json.dumps([str(root.resolve()), own, sorted(inherited.items())])


def _sound(cache: Path, fingerprint: str) -> sqlite3.Connection | None:
    """The kept index; None where there is none, it is damaged, or other code made it."""
    if not cache.is_file():
        return None
    try:
        connection = read_only(cache)
        found = connection.execute("SELECT value FROM meta WHERE key = 'fingerprint'").fetchone()
    except (DamagedIndex, sqlite3.Error):
        return None
    if found != (fingerprint,):
        connection.close()
        return None
    return connection


def stored_stamps(connection: sqlite3.Connection) -> dict[str, Stamp]:
    """The stamps that the files had when the index was made; none where it is damaged."""
    try:
        return {
            path: Stamp(size, mtime) for path, size, mtime in connection.execute("SELECT path, size, mtime FROM files")
        }
    except sqlite3.Error:
        return {}
