"""One compiled knowledge base, and the questions that can be put to it."""

from __future__ import annotations

import json
import sqlite3
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

from juslint.knowledge.entry import Entry
from juslint.knowledge.keys import BULK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

T = TypeVar("T")

_FIELDS = "e.id, e.kind, e.family, e.path, e.line, e.data"
_BY_ID = (  # entries with an id, and behind them those that have it as another of theirs
    f"SELECT {_FIELDS}, e.number, 0 FROM entries e WHERE e.id = ? UNION ALL SELECT {_FIELDS}, e.number, 1 "  # noqa: S608
    "FROM keys k JOIN entries e ON e.number = k.entry WHERE k.space = 'id' AND k.key = ?"
)


class Layer:
    """An open index. One that turns out damaged is made anew, once, and the question is put again."""

    def __init__(
        self, root: Path, connect: Callable[[], sqlite3.Connection], rebuild: Callable[[], sqlite3.Connection]
    ) -> None:
        self.root = root
        self._connection = connect()
        self._rebuild = rebuild

    def ask(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        """All rows that answer an SQL question."""
        try:
            return self._connection.execute(question, values).fetchall()
        except UnicodeEncodeError:  # of an argument that is no UTF-8: no index holds it
            return []
        except sqlite3.DatabaseError:
            self._make_anew()
            return self._connection.execute(question, values).fetchall()

    def _read(self, make: Callable[[tuple[Any, ...]], T], question: str, *values: object) -> list[T]:
        """What `make` reads in each row. A row that it cannot read is damaged as well."""
        try:
            return [make(row) for row in self.ask(question, *values)]
        except (ValueError, TypeError):
            self._make_anew()
            return [make(row) for row in self.ask(question, *values)]

    def _make_anew(self) -> None:
        self._connection.close()
        self._connection = self._rebuild()

    def entry(self, entry_id: str) -> Entry | None:
        """The entry with this id, or one that knows it as another of its ids."""
        found = self._read(_ranked, _BY_ID, entry_id, entry_id)  # one question: most ids are of nothing that is here
        own = [(number, entry) for is_other, number, entry in found if not is_other]
        if own:
            return min(own, key=itemgetter(0))[1]
        return found[0][2] if len(found) == 1 else None

    def having(self, entry_ids: Sequence[str]) -> list[str]:
        """Those of the ids that an entry has, or knows as another of its own."""
        marks = ",".join("?" * len(entry_ids))
        question = (
            f"SELECT id FROM entries WHERE id IN ({marks}) "  # noqa: S608
            f"UNION SELECT key FROM keys WHERE space = 'id' AND key IN ({marks})"
        )
        return [one for (one,) in self.ask(question, *entry_ids, *entry_ids)]

    def keyed(self, space: str, key: str) -> tuple[Entry, ...]:
        """The entries under one key."""
        question = f"SELECT {_FIELDS} FROM keys k JOIN entries e ON e.number = k.entry WHERE k.space = ? AND k.key = ?"  # noqa: S608
        return tuple(self._read(_entry, f"{question} ORDER BY e.id", space, key))

    def in_space(self, space: str) -> Iterator[tuple[str, Entry]]:
        """Every key of a space with its entry."""
        question = f"SELECT {_FIELDS}, k.key FROM keys k JOIN entries e ON e.number = k.entry WHERE k.space = ?"  # noqa: S608
        yield from self._read(lambda row: (row[-1], _entry(row[:-1])), f"{question} ORDER BY k.key", space)

    def places(self, space: str) -> list[tuple[str, int]]:
        """Every key of a space with the number of its entry (`numbered`)."""
        question = "SELECT k.key, e.number FROM keys k JOIN entries e ON e.number = k.entry WHERE k.space = ?"
        return self.ask(f"{question} ORDER BY k.key", space)

    def numbered(self, number: int) -> Entry:
        """The entry with this number in the index."""
        return _entry(self.ask(f"SELECT {_FIELDS} FROM entries e WHERE e.number = ?", number)[0])  # noqa: S608

    def beginning(self, space: str, start: str, limit: int) -> Iterator[Entry]:
        """Entries with a key of a space (`id`: with an id) that begins with `start`, in order of it."""
        past = f"{start}\U0010ffff"
        if space == "id":
            question = f"SELECT {_FIELDS} FROM entries e WHERE e.id >= ? AND e.id < ? ORDER BY e.id LIMIT ?"  # noqa: S608
            yield from self._read(_entry, question, start, past, limit)
            return
        question = f"SELECT {_FIELDS} FROM keys k JOIN entries e ON e.number = k.entry WHERE k.space = ?"  # noqa: S608
        question += " AND k.key >= ? AND k.key < ? ORDER BY k.key LIMIT ?"
        yield from self._read(_entry, question, space, start, past, limit)

    def entries(self, *, authored: bool = False) -> Iterator[Entry]:
        """Every entry, or the authored ones, in order of file and line."""
        where = f"WHERE e.kind NOT IN {BULK!r}" if authored else ""
        yield from self._read(_entry, f"SELECT {_FIELDS} FROM entries e {where} ORDER BY e.path, e.line")  # noqa: S608

    def fact(self, space: str, key: str) -> dict[str, Any] | None:
        """One fact that is no source, such as the title of an agenda item."""
        found = self._read(_data, "SELECT data FROM facts WHERE space = ? AND key = ?", space, key)
        return found[0] if found else None

    def facts(self, space: str) -> dict[str, dict[str, Any]]:
        """Every fact of a space by its key."""
        return dict(self._read(_keyed, "SELECT key, data FROM facts WHERE space = ?", space))

    def series(self) -> dict[str, dict[str, Any]]:
        """Every series by the template of its ids."""
        return dict(self._read(_keyed, "SELECT id, data FROM series"))

    def series_files(self) -> dict[str, str]:
        """The file of the body that states a series, by the template of its ids."""
        return dict(self.ask("SELECT id, path FROM series"))

    def parts_of(self, series: str, number: int) -> list[tuple[str, str]]:
        """In which years or sessions a series has this number, each with the entry's id."""
        question = (
            "SELECT r.part, e.id FROM rows r JOIN entries e ON e.number = r.entry WHERE r.series = ? AND r.number = ?"
        )
        return self.ask(question, series, number)

    def letters(self, series: str, number: int, part: str) -> list[str]:
        """The letters that a number of a year or session has rows for; an empty one where the number stands alone."""
        question = "SELECT letter FROM rows WHERE series = ? AND number = ? AND part = ? ORDER BY letter"
        return [letter for (letter,) in self.ask(question, series, number, part)]

    def extents(self, series: str) -> dict[str, tuple[int, int]]:
        """Lowest and highest number of each year or session of a series."""
        question = "SELECT part, min(number), max(number) FROM rows WHERE series = ? GROUP BY part"
        return {part: (low, high) for part, low, high in self.ask(question, series)}


def _entry(row: tuple[Any, ...]) -> Entry:
    entry_id, kind, family, path, line, data = row
    return Entry(entry_id, kind, family, path, line, json.loads(data))


def _ranked(row: tuple[Any, ...]) -> tuple[int, int, Entry]:
    *fields, number, is_other = row
    return is_other, number, _entry(tuple(fields))


def _data(row: tuple[Any, ...]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(row[-1])
    return found


def _keyed(row: tuple[Any, ...]) -> tuple[str, dict[str, Any]]:
    return row[0], _data(row)
