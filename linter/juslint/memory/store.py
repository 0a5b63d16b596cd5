"""Where records are kept between runs: one SQLite file in the user's cache folder.

Many runs may use it at a time. A row that is damaged, or not of this form, counts as missing; a file that is no
database is made anew; where the folder or the file cannot be read or written, or is locked for long, the run goes on
without. Every row bears a checksum over its key and content. What was not used for longest goes first where the file
grows too large.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from juslint import _data
from juslint.memory.identity import FORMAT
from juslint.memory.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

ROOM = 256_000_000  # bytes of the file
_PATIENCE = 2.0  # seconds to wait for another run that is writing
_DAY = 86_400
_TABLE = (
    "CREATE TABLE IF NOT EXISTS texts (key BLOB PRIMARY KEY, used INTEGER NOT NULL, sum BLOB NOT NULL, "
    '"references" BLOB NOT NULL, text BLOB NOT NULL, structure BLOB NOT NULL, findings BLOB NOT NULL)'
)
_GET = 'SELECT used, sum, "references", text, structure, findings FROM texts WHERE key = ?'
_PUT = "INSERT OR REPLACE INTO texts VALUES (?, ?, ?, ?, ?, ?, ?)"


def file() -> Path:
    """The file of the user's cache folder. Its name says the form of what is in it."""
    return _data.cache_folder() / f"texts-{FORMAT}.sqlite"


class Store:
    """An open file. Nothing that happens to it is an error; it then has nothing and takes nothing."""

    def __init__(self, path: Path, *, room: int = ROOM) -> None:
        self._path = path
        self._room = room
        self._today = int(time.time()) // _DAY
        self._seen: list[bytes] = []  # rows to be marked as used today
        self._connection = self._opened(again=True)

    def get(self, key: bytes) -> Record | None:
        """The record under a key."""
        row = None
        if self._connection is not None:
            try:
                row = self._connection.execute(_GET, (key,)).fetchone()
            except sqlite3.OperationalError:
                return None
            except sqlite3.DatabaseError:
                self._begin_anew()
        if row is None or not all(isinstance(part, bytes) for part in row[1:]) or row[1] != _sum(key, row[2:]):
            return None
        if row[0] != self._today:
            self._seen.append(key)
        return Record(*row[2:])

    def put(self, records: Iterable[tuple[bytes, Record]]) -> None:
        """Keep records under their keys."""
        rows = [(key, self._today, _sum(key, record), *record) for key, record in records]
        if rows:
            self._write(_PUT, rows)

    def close(self) -> None:
        """Say what was used, and let go of what was not for longest where there is too much."""
        if self._seen:
            self._write("UPDATE texts SET used = ? WHERE key = ?", [(self._today, key) for key in self._seen])
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._make_room(self._connection)
            self._connection.close()
            self._connection = None

    def _write(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        if self._connection is None:
            return
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            with self._connection:
                self._connection.executemany(statement, rows)
        except sqlite3.OperationalError:  # locked, read-only, full: nothing is kept of these
            pass
        except sqlite3.DatabaseError:
            self._begin_anew()

    def _make_room(self, connection: sqlite3.Connection) -> None:
        def asked(pragma: str) -> int:
            return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])

        page = asked("page_size")
        if (asked("page_count") - asked("freelist_count")) * page <= self._room:
            return
        sized = (
            'length("references") + length(text) + length(structure) + length(findings) + 200'  # 200: key, sum and tree
        )
        connection.execute("BEGIN IMMEDIATE")
        with connection:  # the newest that fill three quarters stay
            connection.execute(
                f"DELETE FROM texts WHERE key IN (SELECT key FROM (SELECT key, sum({sized}) OVER "  # noqa: S608
                "(ORDER BY used DESC, key) AS total FROM texts) WHERE total > ?)",
                (self._room * 3 // 4,),
            )
        connection.executescript("PRAGMA incremental_vacuum")  # which `execute` would run for one page only

    def _opened(self, *, again: bool) -> sqlite3.Connection | None:
        connection = None
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if not self._path.exists():
                os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600))  # what is in it is the user's own
            connection = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)
            connection.execute("PRAGMA synchronous = OFF")  # what a power cut spoils shows by its sum
            if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'texts'").fetchone():
                connection.execute("PRAGMA auto_vacuum = INCREMENTAL")  # of a file that has no table yet
                connection.execute(_TABLE)
        except (OSError, sqlite3.OperationalError):
            if connection is not None:
                connection.close()
            return None
        except sqlite3.DatabaseError:
            if connection is not None:
                connection.close()
            return self._emptied() if again else None
        return connection

    def _emptied(self) -> sqlite3.Connection | None:
        """A new file in place of one that is no database. Where another run has that open, it keeps what it has."""
        try:
            for name in (f"{self._path.name}-journal", self._path.name):
                self._path.with_name(name).unlink(missing_ok=True)
        except OSError:
            return None
        return self._opened(again=False)

    def _begin_anew(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._seen.clear()
        self._connection = self._emptied()


def _sum(key: bytes, parts: Sequence[bytes]) -> bytes:
    digest = hashlib.blake2b(key, digest_size=16)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()
