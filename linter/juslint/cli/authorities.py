"""`juslint authorities`: the table of authorities of texts."""

from __future__ import annotations

from pathlib import Path

import click

from juslint.cli import _formats, _inputs
from juslint.reporting import authorities as forms


@click.command(short_help="Print the table of authorities of texts.")
@_inputs.options
@click.option(
    "--format",
    "output_format",
    type=click.Choice(_formats.names(forms)),
    default="text",
    help="How to print the table (default: text).",
)
@click.option("--output-file", type=click.Path(path_type=Path), metavar="FILE", help="Write to a file.")
def command(  # noqa: PLR0913, PLR0917 - one for each option
    paths: tuple[str, ...],
    stdin_filename: str | None,
    config_file: Path | None,
    kb: tuple[Path, ...],
    jobs: int,
    no_cache: bool,
    output_format: str,
    output_file: Path | None,
) -> int:
    """Print the table of authorities: every source once, under its body or kind, with its places.

    A place is a file and line, or the note (`n. 5`) that the mention stands in. PATH is a file, a folder, a pattern, or
    `-` for standard input; without one it is this folder.

    Exit status: 0, or 2 where something could not be read.
    """
    loaded, _ = _inputs.gather(paths, stdin_filename, _inputs.settings(config_file), kb, jobs, cache=not no_cache)
    _inputs.complain(loaded.unreadable)
    from juslint import authorities  # noqa: PLC0415 - not for --help

    groups = authorities.grouped(authorities.gather(loaded.contexts))
    _inputs.emit(_formats.module(forms, output_format).render(groups), output_file)
    return 2 if loaded.unreadable else 0
