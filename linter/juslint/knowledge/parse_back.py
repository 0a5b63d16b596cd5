"""Whether the grammars read what an entry is called back as the same id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.knowledge.faults import fault
from juslint.knowledge.row_checks import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.knowledge.entry import Entry
    from juslint.knowledge.faults import Fault, File


def authored(file: File, entry: Entry) -> Iterator[Fault]:
    """An authored entry of a family whose ids are read from the text alone (the id of a source is its file's name)."""
    if entry.kind in ("body", "source") or not _is_read(entry.family):
        return
    written = _written(entry)
    if entry.id not in _ids(written):
        message = f"{written!r} is not read back as {entry.id}: mend the id, or the grammar of {entry.family}"
        yield fault(file, file.tree.at(["id"]), "canonical", message)


def rows(file: File, entries: Sequence[Entry]) -> Iterator[Fault]:
    """The rows of one file, read in one go."""
    if not entries or not _is_read(entries[0].family):
        return
    found = _ids(".\n\n".join(map(_written, entries)))
    places = {node.line: node for node, _ in rows_of(file)}
    for entry in entries:
        if entry.id not in found:
            yield fault(file, places[entry.line], "canonical", f"{_written(entry)!r} is not read back as {entry.id}")


def _is_read(family: str) -> bool:
    """Whether a grammar reads this family from a text alone, without the knowledge base."""
    from juslint.scan import modules  # noqa: PLC0415 - brings the grammars, which look-up does without

    return any(family == module.NAME and hasattr(module, "canonical") for module in modules())


def _written(entry: Entry) -> str:
    from juslint.scan import modules  # noqa: PLC0415

    module = next(module for module in modules() if entry.family == module.NAME)
    written: str = module.canonical(entry.id)
    return written


def _ids(text: str) -> set[str]:
    from juslint.scan import scan_text  # noqa: PLC0415

    return {reference.id for reference in scan_text(text) if reference.id is not None}
