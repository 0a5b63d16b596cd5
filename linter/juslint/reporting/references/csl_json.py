"""CSL-JSON of the sources, each once with its places, for Zotero and pandoc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.knowledge.export import csl_json
from juslint.reporting._exchange import inert_json, well_formed
from juslint.reporting.references import records

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.rules import Context

NAME = "csl-json"


def export(contexts: Sequence[Context]) -> Iterator[str]:
    """The list of items."""
    yield inert_json(well_formed(csl_json.dump([item for _, item in records(contexts)])))
