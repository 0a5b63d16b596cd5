"""`juslint kb search`: entries by number, name, title or near spelling."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from juslint.cli import _inputs

if TYPE_CHECKING:
    from juslint.knowledge import Entry, Knowledge


@click.command(short_help="Find entries by number, name, title or near spelling.")
@click.argument("text", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="The most entries to show.")
@click.option(
    "--kb", "bases", multiple=True, type=click.Path(path_type=Path), help="A further knowledge base (repeatable)."
)
def command(text: tuple[str, ...], limit: int, bases: tuple[Path, ...]) -> None:
    """Find entries by number, name, words of the title, person, address or near spelling; the best first.

    One line each: id, title, date, and the file and line in which it stands. Exit status: 0 found, 1 nothing, 2 the
    command could not do its work.
    """
    from juslint.knowledge.searching import search  # noqa: PLC0415 - not for --help
    from juslint.reporting._screen import plain  # noqa: PLC0415

    knowledge = _inputs.open_knowledge(bases)
    asked = " ".join(text)
    found = search(knowledge, asked, limit)
    for entry in found:
        click.echo(plain(_line(entry, knowledge)))
    if not found:
        click.echo(f"juslint: nothing in the knowledge base is like “{plain(asked)}”", err=True)
        raise SystemExit(1)


def _line(entry: Entry, knowledge: Knowledge) -> str:
    from juslint.cli._kb import echo_path  # noqa: PLC0415
    from juslint.knowledge.searching import called  # noqa: PLC0415

    title = called(entry) if called(entry) != entry.id else None
    date = entry.adopted() or entry.date() or entry.date("cited-date")
    told = ", ".join(filter(None, (title, date.iso() if date else None)))
    return f"{entry.id}{f': {told}' if told else ''} ({echo_path(knowledge.file_of(entry))}:{entry.line})"
