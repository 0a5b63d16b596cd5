"""`juslint resolve`: what a reference refers to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from juslint.cli import _inputs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.knowledge import Knowledge
    from juslint.reference import Reference

_STATUS = {
    "found": "known to the knowledge base",
    "absent": "not in the knowledge base, which holds this series completely",
    "not-covered": "not covered by the knowledge base",
}


@click.command(short_help="Explain a reference.")
@click.argument("references", nargs=-1, required=True, metavar="REF...")
@click.option(
    "--kb",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="A further knowledge base, which wins over the shipped one (repeatable).",
)
def command(references: tuple[str, ...], kb: tuple[Path, ...]) -> int:
    """Explain references: family, id, proper form, what the knowledge base holds of it, and its addresses.

    REF is a reference as it would stand in a text, or an id. Quote it where it holds spaces or brackets.

    Exit status: 0, or 1 where one is not recognised.
    """
    from juslint.config import ConfigError, Discovered  # noqa: PLC0415 - not for --help
    from juslint.reporting._screen import plain  # noqa: PLC0415

    try:
        configured = Discovered().for_path("-").kb
    except ConfigError as error:
        raise click.ClickException(str(error)) from None
    knowledge = _inputs.open_knowledge((*configured, *kb))
    status = 0
    for number, text in enumerate(_texts(references, knowledge)):
        if number:
            click.echo()
        lines = list(_explained(text, knowledge))
        if not lines:
            click.echo(f"juslint: no reference that juslint knows in “{plain(text)}”", err=True)
            status = 1
        for line in lines:
            click.echo(plain(line))
    return status


def _texts(arguments: Sequence[str], knowledge: Knowledge) -> Sequence[str]:
    """The arguments, or all of them as one text where that is what makes sense: `resolve resolution 822 (1993)`."""
    from juslint.scan import scan_text  # noqa: PLC0415

    def known(text: str) -> bool:
        return bool(scan_text(text)) or knowledge.resolve(text).entry is not None

    whole = " ".join(arguments)
    return [whole] if len(arguments) > 1 and not all(map(known, arguments)) and known(whole) else arguments


def _explained(text: str, knowledge: Knowledge) -> Iterator[str]:
    from juslint.scan import scan_text  # noqa: PLC0415

    found = scan_text(text)
    if not found and knowledge.resolve(text).entry is not None:
        yield text
        yield from _known(text, knowledge)
    for number, reference in enumerate(found):
        if number:
            yield ""
        yield from _described(reference, knowledge)


def _described(reference: Reference, knowledge: Knowledge) -> Iterator[str]:
    from juslint.reference import render  # noqa: PLC0415

    yield reference.id or reference.text
    yield f"  family    {reference.family}"
    if reference.id is None:
        yield "  id        undecided: the words around it would have to say whose it is"
    if reference.canonical is not None and reference.canonical != reference.text:
        yield f"  written   {reference.canonical}"
    if reference.pinpoint is not None:
        yield f"  pinpoint  {render(reference.pinpoint.value)}"
    for flaw in reference.flaws:
        expected = f": {flaw.expected}" if flaw.expected else ""
        yield f"  flaw      {flaw.kind.replace('-', ' ')}{expected}"
    if reference.id is not None:
        yield from _known(reference.id, knowledge, reference.family)


def _known(name: str, knowledge: Knowledge, family: str | None = None) -> Iterator[str]:
    resolution = knowledge.resolve(name)
    yield f"  status    {_STATUS[resolution.status]}"
    links = list(_links(name, family)) if family else []
    entry = resolution.entry
    if entry is not None:
        if entry.id != name:
            yield f"  entry     {entry.id}"
        title = entry.text("title") or next(entry.names(), None)
        if title:
            yield f"  title     {title}"
        if entry.people():
            yield f"  author    {'; '.join(entry.people())}"
        date = entry.date(entry.date_field())
        if date:
            yield f"  date      {date}"
        for printed in entry.disputed(entry.date_field()):
            yield f"  disputed  {printed.value}: {'; '.join(name for name, _ in printed.by)}"
        links = [*entry.urls(), *links]
    for link in dict.fromkeys(links):
        yield f"  link      {link}"


def _links(name: str, family: str) -> Sequence[str]:
    from juslint.scan import modules  # noqa: PLC0415

    for module in modules():
        if family == module.NAME:
            links: Sequence[str] = module.links(name)
            return links
    return ()
