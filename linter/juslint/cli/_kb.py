"""What the commands of `juslint kb` share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from juslint.knowledge import Entry, Knowledge
    from juslint.knowledge.export import Item


def named_files(paths: Sequence[Path], since: str | None) -> list[Path]:
    """The YAML files that paths name, of the shipped base without paths; ClickException where one does not exist."""
    from juslint import _data  # noqa: PLC0415
    from juslint.git import GitError  # noqa: PLC0415
    from juslint.knowledge.checking import named  # noqa: PLC0415

    try:
        files = named(paths or [_data.data_folder("kb")], since)
    except GitError as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}" if error.strerror else str(error)) from None
    return [file for file in files if file.suffix == ".yaml" or file in paths]


def echo_path(path: Path | str) -> str:
    """A path as it is printed: from here where it lies below, without marks that a terminal would obey."""
    from juslint.reporting._screen import plain  # noqa: PLC0415

    try:
        near = os.path.relpath(path)
    except ValueError:  # another drive
        near = ".."
    return plain(str(path) if near.startswith("..") else near)


def exported(knowledge: Knowledge, ids: Sequence[str], types: Sequence[str]) -> tuple[list[Item], list[str]]:
    """The items that ids and types ask for, each once, in order of asking; and the ids that nothing is known of.

    A usage error where nothing is of a type.
    """
    from juslint.config import did_you_mean  # noqa: PLC0415
    from juslint.knowledge.export import Item, _csl  # noqa: PLC0415

    found: dict[str, Entry] = {}
    missing = []
    for name in ids:
        entry = knowledge.resolve(name).entry
        if entry is None:
            missing.append(name)
        else:
            found.setdefault(entry.id, entry)
    for wanted in types:
        asked = {entry.id: entry for entry in knowledge.entries() if wanted in (_csl.kind(entry), entry.family)}
        if not asked:
            known = {name for entry in knowledge.entries() for name in (_csl.kind(entry), entry.family)}
            raise click.UsageError(f"no entry is of the type {wanted!r}{did_you_mean(wanted, sorted(known))}")
        found = {**asked, **found}
    if not ids and not types:
        found = {entry.id: entry for entry in knowledge.entries(authored=True) if entry.kind != "body"}
    return [Item(entry, _csl.item(entry, knowledge)) for entry in found.values()], missing
