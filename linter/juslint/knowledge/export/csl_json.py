"""CSL-JSON, which Zotero and pandoc read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from juslint.knowledge.export import Item


def dump(items: Sequence[Item]) -> str:
    """A list of items, one a line, so that two exports can be compared."""
    lines = ",\n".join(json.dumps(item.csl, ensure_ascii=False) for item in items)
    return f"[\n{lines}\n]\n" if lines else "[]\n"
