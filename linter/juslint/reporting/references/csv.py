"""A table of the sources, each once with its places, for spreadsheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.knowledge.export import csv
from juslint.reporting._screen import inert
from juslint.reporting.references import records

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.rules import Context

NAME = "csv"
COLUMNS = (
    "id", "family", "status", "entry", "text", "type", "title", "author", "issued", "authority", "container-title",
    "publisher", "number", "URL", "mentions", "places",
)  # fmt: skip


def export(contexts: Sequence[Context]) -> Iterator[str]:
    """The header, then a line a source; of a source that the text does not decide the id is empty."""
    table = []
    for authority, item in records(contexts):
        reference, entry = authority.reference, authority.entry
        found = authority.knowledge.resolve(reference.id) if reference.id is not None else None
        cells = csv.cells(item) | {
            "id": item.csl["id"] if reference.id is not None else "",
            "family": reference.family,
            "status": "found" if entry else found.status if found else "not-covered",
            "entry": entry.id if entry else "",
            "text": " ".join(reference.text.split()),
            "issued": _iso(*item.csl["issued"]["date-parts"][0]) if "issued" in item.csl else "",
            "mentions": str(len(authority.places)),
            "places": "; ".join(item.csl["custom"]["places"]),
        }
        table.append(cells)
    yield inert(csv.table(COLUMNS, table))


def _iso(year: int, *rest: int) -> str:
    return "-".join((str(year), *(f"{part:02}" for part in rest)))
