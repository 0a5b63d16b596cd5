"""One JSON object a line, one line a reference."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from juslint.reporting._exchange import inert_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from juslint.reporting.references import Row

NAME = "jsonl"


def export(rows: Iterable[Row]) -> Iterator[str]:
    """The lines."""
    for row in rows:
        yield inert_json(json.dumps(asdict(row), ensure_ascii=False)) + "\n"
