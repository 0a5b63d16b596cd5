"""`juslint kb new`: an entry of the knowledge base from the text of a citation."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from juslint.cli import _kb_asked

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.command("new", short_help="Make an entry from a citation.")
@click.argument("words", nargs=-1, metavar="[CITATION]")
@click.option(
    "--kb",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="The knowledge base to write to; else the last that the configuration names, or kb/ of juslint's checkout.",
)
@click.option("--field", "fields", multiple=True, metavar="NAME=VALUE", help="A field that the citation does not say.")
@click.option("--origin", multiple=True, metavar="TEXT", help="Where the facts come from, instead of the citation.")
@click.option("--licence", metavar="ID", help="Licence of the file, as an SPDX identifier; Apache-2.0 otherwise.")
@click.option(
    "--interactive/--no-interactive",
    "asking",
    default=None,
    help="Ask for what the citation does not say; on a terminal it is so without the option.",
)
@click.option("--print", "shown", is_flag=True, help="Print the entry and write nothing.")
def command(  # noqa: PLR0913 - what the command line can say
    words: tuple[str, ...],
    folder: Path | None,
    fields: tuple[str, ...],
    origin: tuple[str, ...],
    licence: str | None,
    *,
    asking: bool | None,
    shown: bool,
) -> None:
    """Make an entry of the knowledge base from the text of a CITATION, and print the path of its file.

    The text is read as in a document; in Markdown a title may be in italics. What the knowledge base knows already is
    refused, and nothing is overwritten. The file passes `juslint kb check`; look it over, for it says what the
    citation says. On a terminal what it does not say is asked for, and without CITATION everything is; then the file
    is shown before it is written.

    Exit status: 0, or 2 where no entry was made.
    """
    from juslint.cli._inputs import open_knowledge  # noqa: PLC0415 - not for --help
    from juslint.cli._places import relative  # noqa: PLC0415
    from juslint.knowledge import new_entry  # noqa: PLC0415
    from juslint.reporting._screen import plain  # noqa: PLC0415

    asking = sys.stdin.isatty() if asking is None else asking
    text = " ".join(" ".join(words).split())
    if not (text or asking):
        raise click.UsageError("give the citation, or run the command on a terminal and be asked")
    configured, own = _configured(), _own()
    root = folder or (configured[-1] if configured else own)
    if root is None and not shown:
        raise click.UsageError("name the folder of the knowledge base with --kb, or in juslint.toml")
    further = [folder] if folder and folder.is_dir() and not (own and folder.resolve() == own.resolve()) else []
    knowledge = open_knowledge(dict.fromkeys((*configured, *further)))
    said = _said(fields)
    today = datetime.datetime.now().astimezone().date().isoformat()

    def head(cited: str) -> new_entry.Head:
        return new_entry.Head(origin or (f"citation: {cited}",), today, licence or new_entry.LICENCE)

    try:
        if asking:
            entry, answered = _kb_asked.asked(text, knowledge, root or Path(), head, said, from_text=not origin)
        else:
            reference = new_entry.only_reference(text, knowledge)
            entry, answered = new_entry.made(reference, knowledge, root or Path(), head(text), said), False
        if shown:
            click.echo(entry.alone, nl=False)
            return
        if answered and not _kb_asked.confirmed(entry, relative(str(entry.path))):
            raise click.ClickException("nothing was written")
        new_entry.put(entry)
    except new_entry.Refused as refused:
        place = f" ({relative(str(refused.place[0]))}:{refused.place[1]})" if refused.place else ""
        raise click.ClickException(plain(f"{refused}{place}")) from None
    click.echo(relative(str(entry.path)))
    if entry.unsaid and not asking:
        click.echo(f"juslint: the citation does not say (add what you know): {', '.join(entry.unsaid)}", err=True)


def _configured() -> tuple[Path, ...]:
    """The knowledge bases that the configuration of this folder names."""
    from juslint.config import ConfigError, Discovered  # noqa: PLC0415 - not for --help

    try:
        return Discovered().for_path("-").kb
    except ConfigError as error:
        raise click.ClickException(str(error)) from None


def _own() -> Path | None:
    """The folder `kb` of the checkout of juslint that one stands in; None elsewhere."""
    from juslint import _data  # noqa: PLC0415 - not for --help

    kb = _data.data_folder("kb")
    return kb if _data.in_checkout() and Path.cwd().is_relative_to(kb.parent) else None


def _said(fields: Sequence[str]) -> dict[str, str]:
    said = {}
    for field in fields:
        name, equals, value = field.partition("=")
        if not (name and equals and value.strip()):
            raise click.UsageError(f"--field {field}: give NAME=VALUE, such as --field issued=2016-05-03")
        said[name.strip()] = " ".join(value.split())
    return said
