"""A table with a header for spreadsheets; the parts of a reference are one column, as JSON."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from juslint.reporting.references import Row

NAME = "csv"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would compute a cell that starts so


def export(rows: Iterable[Row]) -> Iterator[str]:
    """The header, then a line a reference."""
    from juslint.reporting.references import Row  # noqa: PLC0415 - only the names of its fields

    yield _line([field.name for field in fields(Row)])
    for row in rows:
        cells = asdict(row) | {"parts": json.dumps(dict(row.parts), ensure_ascii=False)}
        yield _line([_inert(cell) for cell in cells.values()])


def _line(cells: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def _inert(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
