"""One JSON object a line, one line a reference."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from juslint.reporting._exchange import inert_json
from juslint.reporting.references import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.rules import Context

NAME = "jsonl"
_written = json.JSONEncoder(ensure_ascii=False).encode  # `json.dumps` would make one for every line


def export(contexts: Sequence[Context]) -> Iterator[str]:
    """The lines."""
    for context in contexts:
        for row in rows(context):
            yield inert_json(_written(row._asdict())) + "\n"
