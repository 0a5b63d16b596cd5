"""One compiled knowledge base, and the questions that can be put to it."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

from juslint.knowledge.entry import Entry
from juslint.knowledge.keys import BULK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_FIELDS = "e.id, e.kind, e.family, e.path, e.line, e.data"


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
        except sqlite3.DatabaseError:
            self._connection.close()
            self._connection = self._rebuild()
            return self._connection.execute(question, values).fetchall()

    def entry(self, entry_id: str) -> Entry | None:
        """The entry with this id, or one that knows it as another of its ids."""
        found = self.ask(f"SELECT {_FIELDS} FROM entries e WHERE e.id = ? ORDER BY e.number LIMIT 1", entry_id)  # noqa: S608
        if found:
            return _entry(found[0])
        others = self.keyed("id", entry_id)
        return others[0] if len(others) == 1 else None

    def keyed(self, space: str, key: str) -> tuple[Entry, ...]:
        """The entries under one key."""
        question = f"SELECT {_FIELDS} FROM keys k JOIN entries e ON e.number = k.entry WHERE k.space = ? AND k.key = ?"  # noqa: S608
        return tuple(map(_entry, self.ask(f"{question} ORDER BY e.id", space, key)))

    def in_space(self, space: str) -> Iterator[tuple[str, Entry]]:
        """Every key of a space with its entry."""
        question = f"SELECT {_FIELDS}, k.key FROM keys k JOIN entries e ON e.number = k.entry WHERE k.space = ?"  # noqa: S608
        for row in self.ask(f"{question} ORDER BY k.key", space):
            yield row[-1], _entry(row[:-1])

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
            yield from map(_entry, self.ask(question, start, past, limit))
            return
        question = f"SELECT {_FIELDS} FROM keys k JOIN entries e ON e.number = k.entry WHERE k.space = ?"  # noqa: S608
        question += " AND k.key >= ? AND k.key < ? ORDER BY k.key LIMIT ?"
        yield from map(_entry, self.ask(question, space, start, past, limit))

    def entries(self, *, authored: bool = False) -> Iterator[Entry]:
        """Every entry, or the authored ones, in order of file and line."""
        where = f"WHERE e.kind NOT IN {BULK!r}" if authored else ""
        yield from map(_entry, self.ask(f"SELECT {_FIELDS} FROM entries e {where} ORDER BY e.path, e.line"))  # noqa: S608

    def fact(self, space: str, key: str) -> dict[str, Any] | None:
        """One fact that is no source, such as the title of an agenda item."""
        found = self.ask("SELECT data FROM facts WHERE space = ? AND key = ?", space, key)
        return json.loads(found[0][0]) if found else None

    def facts(self, space: str) -> dict[str, dict[str, Any]]:
        """Every fact of a space by its key."""
        return {key: json.loads(data) for key, data in self.ask("SELECT key, data FROM facts WHERE space = ?", space)}

    def series(self) -> dict[str, dict[str, Any]]:
        """Every series by the template of its ids."""
        return {template: json.loads(data) for template, data in self.ask("SELECT id, data FROM series")}

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
