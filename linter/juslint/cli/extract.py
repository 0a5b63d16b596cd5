"""`juslint extract`: list every reference in texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from juslint.cli import _formats, _inputs
from juslint.reporting import references

if TYPE_CHECKING:
    from pathlib import Path


@click.command(short_help="List every reference in texts.")
@_inputs.options
@click.option(
    "--format",
    "output_format",
    type=click.Choice(_formats.names(references)),
    default="jsonl",
    help="How to print them (default: jsonl). The other formats have every source once, with its places.",
)
def command(  # noqa: PLR0913, PLR0917 - one for each option
    paths: tuple[str, ...],
    stdin_filename: str | None,
    config_file: Path | None,
    kb: tuple[Path, ...],
    jobs: int,
    no_cache: bool,
    output_format: str,
) -> int:
    """List every reference in texts, in reading order: where it stands, its family, its id, what is known of it.

    PATH is a file, a folder, a pattern, or `-` for standard input; without one it is this folder.

    Exit status: 0, or 2 where something could not be read.
    """
    loaded, _ = _inputs.gather(paths, stdin_filename, _inputs.settings(config_file), kb, jobs, cache=not no_cache)
    _inputs.complain(loaded.unreadable)
    for piece in _formats.module(references, output_format).export(loaded.contexts):
        _inputs.emit(piece, None)
    return 2 if loaded.unreadable else 0
