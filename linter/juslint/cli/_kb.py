"""What the commands of `juslint kb` share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


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
