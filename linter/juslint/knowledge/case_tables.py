"""The tables of the index that hold the European Court's cases: one row a document, found by number, name, day or item.

There are tens of thousands, so that columns stand here instead of the fields' names in every row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from juslint.knowledge.case_names import key

if TYPE_CHECKING:
    import sqlite3
    from pathlib import PurePosixPath

TABLES = """
CREATE TABLE cases (number INTEGER PRIMARY KEY, part TEXT, line INTEGER, applications TEXT, day TEXT, name TEXT,
    french TEXT, kind TEXT, body TEXT, label TEXT, importance INTEGER, report TEXT, item INTEGER, french_item INTEGER);
CREATE INDEX cases_day ON cases (day);
CREATE INDEX cases_item ON cases (item);
CREATE INDEX cases_french_item ON cases (french_item) WHERE french_item IS NOT NULL;
CREATE INDEX cases_report ON cases (report) WHERE report IS NOT NULL;
CREATE TABLE case_numbers (application INTEGER, "case" INTEGER, PRIMARY KEY (application, "case")) WITHOUT ROWID;
CREATE TABLE case_names (key TEXT, "case" INTEGER, PRIMARY KEY (key, "case")) WITHOUT ROWID;
"""
FOLDER = "courts/echr/cases"
_PLACES = ", ".join("?" * 13)
_COLUMNS = "part, line, applications, day, name, french, kind, body, label, importance, report, item, french_item"


def application_key(number: str) -> int:
    """An application's number as one whole number: `40984/07` is 4098407. ValueError where it is none."""
    serial, slash, year = number.partition("/")
    if not (slash and serial.isdecimal() and len(year) == 2 and year.isdecimal()):
        raise ValueError(f"not the number of an application: {number!r}")
    return int(serial) * 100 + int(year)


def put(connection: sqlite3.Connection, path: PurePosixPath, data: bytes) -> None:
    """The rows of one file. What `yaml_tree.rows` raises; KeyError or ValueError where a row lacks what it needs."""
    from juslint.knowledge.yaml_tree import rows  # noqa: PLC0415 - only where an index is built

    for line, row in rows(data):
        _put(connection, path.stem, line, row)


def _put(connection: sqlite3.Connection, part: str, line: int, row: dict[str, Any]) -> None:
    numbers = [row["number"], *row.get("joined", ())]
    optional = (row.get(name) for name in ("by", "label", "importance", "report"))
    values = (part, line, " ".join(numbers), row.get("date"), row["name"], row.get("fr"), row["kind"], *optional)
    case = connection.execute(
        f"INSERT INTO cases ({_COLUMNS}) VALUES ({_PLACES})",  # noqa: S608
        (*values, row.get("item"), row.get("item-fr")),
    ).lastrowid
    keys = {key(name) for name in (row["name"], row.get("fr")) if name}
    connection.executemany("INSERT INTO case_names VALUES (?, ?)", ((one, case) for one in keys))
    applications = {application_key(number) for number in numbers}
    connection.executemany("INSERT INTO case_numbers VALUES (?, ?)", ((one, case) for one in applications))


def forget(connection: sqlite3.Connection, path: str) -> None:
    """Take out the rows that one file brought."""
    part = path.rpartition("/")[2].removesuffix(".yaml")
    for table in ("case_names", "case_numbers"):
        connection.execute(
            f'DELETE FROM {table} WHERE "case" IN (SELECT number FROM cases WHERE part = ?)',  # noqa: S608
            (part,),
        )
    connection.execute("DELETE FROM cases WHERE part = ?", (part,))
