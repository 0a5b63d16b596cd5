"""From the YAML of one knowledge base to the rows of its index."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from juslint.knowledge import case_tables, sessions
from juslint.knowledge.entry import Entry
from juslint.knowledge.keys import keys
from juslint.knowledge.series import KnowledgeError
from juslint.knowledge.yaml_tree import Damage, read

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping
    from pathlib import Path, PurePosixPath

    from juslint.knowledge.layout import Kind
    from juslint.knowledge.yaml_tree import Node

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE files (path TEXT PRIMARY KEY, size INTEGER, mtime INTEGER, hash TEXT) WITHOUT ROWID;
CREATE TABLE entries (number INTEGER PRIMARY KEY, id TEXT, kind TEXT, family TEXT, path TEXT, line INTEGER, data TEXT);
CREATE INDEX entries_id ON entries (id);
CREATE INDEX entries_path ON entries (path);
CREATE TABLE keys (space TEXT, key TEXT, entry INTEGER, PRIMARY KEY (space, key, entry)) WITHOUT ROWID;
CREATE INDEX keys_entry ON keys (entry);
CREATE TABLE series (id TEXT PRIMARY KEY, path TEXT, data TEXT) WITHOUT ROWID;
CREATE TABLE rows (series TEXT, number INTEGER, part TEXT, letter TEXT, entry INTEGER,
    PRIMARY KEY (series, number, part, letter)) WITHOUT ROWID;
CREATE TABLE facts (space TEXT, key TEXT, path TEXT, data TEXT, PRIMARY KEY (space, key)) WITHOUT ROWID;
"""
DEFAULT_FAMILY = {
    "book": "book",
    "chapter": "chapter",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "newspaper",
    "periodical": "newspaper",
    "report": "report",
    "webpage": "web-page",
    "personal_communication": "letter",
    "speech": "statement",
    "treaty": "treaty",
}


def create(connection: sqlite3.Connection) -> None:
    """Empty tables."""
    connection.executescript(TABLES + case_tables.TABLES)


def refuse_misread(file: Path, kind: Kind, data: bytes) -> None:
    """KnowledgeError where a value is not of the form that whoever reads an entry relies on.

    For users' own bases, which may have been through no `kb check`.
    """
    from juslint.knowledge import schemas  # noqa: PLC0415 - the library that checks takes a tenth of a second

    with suppress(Damage):  # which compiling tells
        place = next(schemas.misread(kind.name, read(data)), None)
        if place is not None:
            raise KnowledgeError(f"{file}:{place.line}:{place.column}: {place.message} (`juslint kb check` tells all)")


def compile_file(connection: sqlite3.Connection, file: Path, path: PurePosixPath, kind: Kind, data: bytes) -> None:
    """Put one file's entries into the index. KnowledgeError where it cannot be read or lacks what its kind needs."""
    try:
        if kind.name == "case-documents":
            case_tables.put(connection, path, data)
        else:
            _compile(connection, path, kind, read(data))
    except Damage as damage:
        raise KnowledgeError(f"{file}:{damage.line}:{damage.column}: {damage.message}") from None
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise KnowledgeError(
            f"{file}: not of the form of its kind ({kind.name}): run `juslint kb check` ({error})"
        ) from None


def _compile(connection: sqlite3.Connection, path: PurePosixPath, kind: Kind, tree: Node) -> None:
    if kind.name == "resolutions":
        _rows(connection, path, kind, tree)
    elif kind.name == "general-comments":
        for entry in comment_entries(path, kind, tree):
            _insert(connection, entry)
    elif kind.name in ("treaties", "cases"):
        for entry in listed_entries(path, kind, tree):
            _insert(connection, entry)
    elif kind.name in ("symbols", "sessions", "agenda-items", "meetings", "respondents"):
        connection.executemany(
            "INSERT OR IGNORE INTO facts VALUES (?, ?, ?, ?)",
            ((space, key, str(path), json.dumps(data)) for space, key, data in facts(path, kind, tree)),
        )
    else:
        entry = entry_of(path, kind, tree)
        _insert(connection, entry)
        if kind.name == "body":
            _series(connection, path, entry.data)


def facts(path: PurePosixPath, kind: Kind, tree: Node) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Space, key and data of facts that are no sources.

    Sessions (`77`, `S-6`, `ES-10`), agenda items (`77/30`), the meetings of a year (`1993`), what symbols begin with
    (`A/C.1/`).
    """
    body = path.parts[1]
    plain: Any = tree.plain()
    if kind.name == "symbols":
        yield from (("symbols", row.pop("prefix"), row) for row in plain["rows"])
        yield from (("papers", row.pop("code"), row) for row in plain.get("papers", ()))
        return
    if kind.name == "respondents":
        yield from (("respondents", row.pop("code"), row) for row in plain["rows"])
        return
    if kind.name == "meetings":
        for row in plain["rows"]:
            yield f"meetings {body}", str(row["year"]), {"first": row["first"], "last": row["last"]}
        return
    if kind.name == "agenda-items":
        for row in plain["rows"]:
            yield f"agenda {body}", f"{row['session']}/{row['item']}", {"title": row["title"]}
        return
    for group, mark in (("regular", ""), ("special", "S-"), ("emergency", "ES-")):
        for row in plain.get(group, ()):
            yield f"session {body}", f"{mark}{row['number']}", row


def entry_of(path: PurePosixPath, kind: Kind, tree: Node) -> Entry:
    """The entry of an authored file. Its id is the file's stem where it names no other."""
    data: Any = tree.plain()
    family = str(data.get("family") or kind.family or DEFAULT_FAMILY.get(data.get("type"), "other"))
    return Entry(str(data.get("id") or path.stem), kind.name, family, str(path), tree.line, data)


def row_entries(path: PurePosixPath, kind: Kind, tree: Node, template: str) -> Iterator[tuple[int, str, Entry]]:
    """Number, letter and entry of each row of a file; the file's stem is the year or session (`1993`, `21`, `S-6`).

    `{number}` of the template stands for number and letter, `{roman}` for the session in Roman numerals.
    """
    by_session = "{session}" in template or "{roman}" in template
    stem = path.stem
    shared: dict[str, Any] = {"session" if by_session else "year": int(stem) if stem.isdigit() else stem}
    roman = sessions.roman(stem) if "{roman}" in template else ""
    named = {"session": stem, "year": stem, "yy": stem[-2:], "roman": roman}
    before, _, after = re.sub(r"\{(session|year|yy|roman)\}", lambda found: named[found[1]], template).partition(
        "{number}"
    )
    for row in _listed(tree):
        data: Any = row.plain()
        number, letter = int(data["number"]), data.get("letter", "")
        entry_id = f"{before}{number}{f' {letter}' if letter else ''}{after}"
        yield number, letter, Entry(entry_id, kind.name, str(kind.family), str(path), row.line, {**data, **shared})


def comment_entries(path: PurePosixPath, kind: Kind, tree: Node) -> Iterator[Entry]:
    """General comments of one committee. One without a symbol of its own is called by committee and number."""
    for row in _listed(tree):
        data: Any = row.plain()
        own = data.get("symbol") or f"{path.stem}-general-{data.get('kind', 'comment')}-{data['number']}"
        data = {"committee": path.stem.upper(), **data}
        data.pop("symbol", None)
        if "published-in" in data:
            data["symbol"] = data.pop("published-in")
        yield Entry(own, kind.name, str(kind.family), str(path), row.line, data)


def listed_entries(path: PurePosixPath, kind: Kind, tree: Node) -> Iterator[Entry]:
    """Treaties or cases that are listed one a row; each row says its id."""
    for row in _listed(tree):
        data: Any = row.plain()
        yield Entry(str(data.pop("id")), kind.name, str(kind.family), str(path), row.line, data)


def _listed(tree: Node) -> list[Node]:
    rows = tree.at(["rows"]).value
    if not isinstance(rows, list):
        raise TypeError("the field 'rows' is missing or no list")
    return rows


def _rows(connection: sqlite3.Connection, path: PurePosixPath, kind: Kind, tree: Node) -> None:
    folder = str(path.parent)
    template = templates(connection).get(folder)
    if template is None:
        raise ValueError(f"no series of a body in bodies/ names the folder {folder}")
    for number, letter, entry in row_entries(path, kind, tree, template):
        row = _insert(connection, entry)
        values = (folder, number, path.stem, letter, row)
        connection.execute("INSERT OR IGNORE INTO rows VALUES (?, ?, ?, ?, ?)", values)


def _series(connection: sqlite3.Connection, path: PurePosixPath, body: Mapping[str, Any]) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO series VALUES (?, ?, ?)",
        ((series["id"], str(path), json.dumps(series)) for series in body.get("series", ())),
    )


def templates(connection: sqlite3.Connection) -> dict[str, str]:
    """Folder of rows to the template of their ids, as the bodies of this index (and those it inherits) state it."""
    inherited = connection.execute("SELECT value FROM meta WHERE key = 'inherited'").fetchone()
    out: dict[str, str] = json.loads(inherited[0]) if inherited else {}
    for (data,) in connection.execute("SELECT data FROM series ORDER BY id"):
        series = json.loads(data)
        if "folder" in series:
            out[series["folder"]] = series["id"]
    return out


def _insert(connection: sqlite3.Connection, entry: Entry) -> int:
    values = (entry.id, entry.kind, entry.family, entry.path, entry.line, json.dumps(entry.data, ensure_ascii=False))
    row = connection.execute(
        "INSERT INTO entries (id, kind, family, path, line, data) VALUES (?, ?, ?, ?, ?, ?)", values
    ).lastrowid
    assert row is not None
    connection.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?, ?)", ((*key, row) for key in keys(entry)))
    return row


def forget(connection: sqlite3.Connection, path: str) -> None:
    """Take out everything that one file brought."""
    for statement in (
        "DELETE FROM keys WHERE entry IN (SELECT number FROM entries WHERE path = ?)",
        "DELETE FROM rows WHERE entry IN (SELECT number FROM entries WHERE path = ?)",
        "DELETE FROM entries WHERE path = ?",
        "DELETE FROM series WHERE path = ?",
        "DELETE FROM facts WHERE path = ?",
        "DELETE FROM files WHERE path = ?",
    ):
        connection.execute(statement, (path,))
    if path.startswith(f"{case_tables.FOLDER}/"):
        case_tables.forget(connection, path)
