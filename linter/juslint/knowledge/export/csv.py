"""A table, one entry a row, for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from juslint.knowledge.export import Item

_COLUMNS = (
    "id",
    "type",
    "family",
    "title",
    "author",
    "issued",
    "authority",
    "publisher",
    "number",
    "URL",
    "file",
    "line",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # with which a spreadsheet takes a cell for a formula


def dump(items: Sequence[Item]) -> str:
    """All columns of every entry, empty where nothing is known; several names are parted by semicolons."""
    return table(_COLUMNS, map(cells, items))


def cells(item: Item) -> dict[str, str]:
    """What is known of an entry, by column."""
    entry, csl = item
    issued = entry.date() or entry.date("cited-date")
    found = {name: str(value) for name, value in csl.items() if isinstance(value, str | int)}
    found |= {"family": entry.family, "author": "; ".join(entry.people()), "file": entry.path}
    found |= {"issued": issued.iso() if issued else "", "line": str(entry.line)}
    found["author"] = found["author"] or entry.text("sender") or ""
    return found


def table(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Rows under a header; no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_plain(row.get(name, "")) for name in columns] for row in rows)
    return out.getvalue()


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
