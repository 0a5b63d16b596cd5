"""Entries for other programs: one module each form, found by walking this folder.

A module has `dump(items: Sequence[Item]) -> str`: the text of a whole file, which ends with a line end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from juslint.knowledge.entry import Entry


class Item(NamedTuple):
    """An entry, and what CSL makes of it (`_csl.item`)."""

    entry: Entry
    csl: dict[str, Any]
