"""`juslint kb export`: entries for Zotero, pandoc, LaTeX, spreadsheets and the web of data."""

from __future__ import annotations

from pathlib import Path

import click

from juslint.cli import _formats, _inputs
from juslint.knowledge import export


@click.command(short_help="Write entries for other programs.")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--format", "output_format", type=click.Choice(_formats.names(export)), default="csl-json")
@click.option(
    "--type", "types", multiple=True, metavar="TYPE", help="All entries of a CSL type or a family (repeatable)."
)
@click.option(
    "--kb", "bases", multiple=True, type=click.Path(path_type=Path), help="A further knowledge base (repeatable)."
)
@click.option("--output-file", type=click.Path(path_type=Path), metavar="FILE", help="Write to a file.")
def command(
    ids: tuple[str, ...], output_format: str, types: tuple[str, ...], bases: tuple[Path, ...], output_file: Path | None
) -> None:
    """Write entries for other programs.

    Without ID and --type: every source, treaty and document that has a file of its own. Exit status: 0 written, 1 an ID
    is not in the knowledge base (the others are written), 2 the command could not do its work.
    """
    from juslint.cli._kb import exported  # noqa: PLC0415 - not for --help

    items, missing = exported(_inputs.open_knowledge(bases), ids, types)
    _inputs.emit(_formats.module(export, output_format).dump(items), output_file)
    for name in missing:
        click.echo(f"juslint: {name}: not in the knowledge base", err=True)
    if missing:
        raise SystemExit(1)
