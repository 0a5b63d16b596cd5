"""Opening a knowledge base: the shipped one, as the wheel or a checkout has it, and any folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint import _data
from juslint.knowledge import index
from juslint.knowledge.layer import Layer

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping
    from pathlib import Path

    from juslint.knowledge.index import Watch


def shipped(watch: Watch) -> Layer:
    """The shipped base: compiled when the wheel was built, or kept up to date in a checkout."""
    compiled = _data.compiled_file("kb.sqlite")
    if compiled is not None:
        try:
            index.read_only(compiled).close()
        except index.DamagedIndex:
            compiled = None
    root = _data.data_folder("kb")
    if compiled is None:
        return layer(root, {}, watch)
    return Layer(root, lambda: index.read_only(compiled), lambda: _rebuilt(root, {}))


def layer(root: Path, inherited: Mapping[str, str], watch: Watch) -> Layer:
    """The base at `root`; `inherited` are the templates of ids that other bases state."""
    return Layer(root, lambda: index.opened(root, inherited, watch), lambda: _rebuilt(root, inherited))


def _rebuilt(root: Path, inherited: Mapping[str, str]) -> sqlite3.Connection:
    index.cache_file(root).unlink(missing_ok=True)
    return index.opened(root, inherited)


def templates(base: Layer) -> dict[str, str]:
    """Folder of rows to the template of their ids."""
    return {str(data["folder"]): template for template, data in base.series().items() if "folder" in data}


def build(destination: Path) -> None:
    """Compile the checkout's knowledge base into one file, for the wheel."""
    from juslint.knowledge import building  # noqa: PLC0415

    connection = building.compiled(_data.data_folder("kb"))
    destination.parent.mkdir(parents=True, exist_ok=True)
    building.write(connection, destination)
    connection.close()
