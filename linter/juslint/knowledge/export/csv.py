"""A table, one entry a row, for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(_COLUMNS)
    for entry, csl in items:
        issued = entry.date() or entry.date("cited-date")
        cells = {name: str(csl[name]) for name in _COLUMNS if isinstance(csl.get(name), str | int)}
        cells |= {"family": entry.family, "author": "; ".join(entry.people()), "file": entry.path}
        cells |= {"issued": issued.iso() if issued else "", "line": str(entry.line)}
        cells["author"] = cells["author"] or entry.text("sender") or ""
        table.writerow([_plain(cells.get(name, "")) for name in _COLUMNS])
    return out.getvalue()


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
