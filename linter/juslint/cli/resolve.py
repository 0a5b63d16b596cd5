"""`juslint resolve`: what a reference refers to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from juslint.cli import _inputs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.knowledge import Entry, Knowledge
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
@click.option(
    "--style", metavar="NAME", help="Also print how it is cited in a house style: un, strasbourg, oscola4, or all."
)
def command(references: tuple[str, ...], kb: tuple[Path, ...], style: str | None) -> int:
    """Explain references: family, id, proper form, what the knowledge base holds of it, and its addresses.

    REF is a reference as it would stand in a text, or an id. Quote it where it holds spaces or brackets.

    Exit status: 0, or 1 where one is not recognised.
    """
    from juslint.config import ConfigError, Discovered  # noqa: PLC0415 - not for --help
    from juslint.reporting._screen import plain  # noqa: PLC0415

    wanted = _styles(style)
    try:
        configured = Discovered().for_path("-").kb
    except ConfigError as error:
        raise click.ClickException(str(error)) from None
    knowledge = _inputs.open_knowledge((*configured, *kb))
    status = 0
    for number, text in enumerate(_texts(references, knowledge)):
        if number:
            click.echo()
        lines = list(_explained(text, knowledge, wanted))
        if not lines:
            status = 1
            for line in _unknown(text, knowledge):
                click.echo(plain(line), err=True)
        for line in lines:
            click.echo(plain(line))
    return status


def _styles(name: str | None) -> tuple[str, ...]:
    """The styles that are asked for. A usage error where there is none of that name."""
    if name is None:
        return ()
    from juslint import styles  # noqa: PLC0415 - not for --help
    from juslint.config import did_you_mean  # noqa: PLC0415

    known = tuple(styles.modules())
    if name not in (*known, "all"):
        raise click.UsageError(f"there is no style {name!r}{did_you_mean(name, (*known, 'all'))}")
    return known if name == "all" else (name,)


def _cited(reference: Reference, styles: Sequence[str], knowledge: Knowledge) -> Iterator[str]:
    """A line for each style that says how the source is cited."""
    if not styles:
        return
    from juslint.styles import _checked  # noqa: PLC0415

    for style in styles:
        text = _checked.cited(reference, style, knowledge)
        if text is not None:
            yield f"  cite as   {style}: {text}"


def _texts(arguments: Sequence[str], knowledge: Knowledge) -> Sequence[str]:
    """The arguments, or all of them as one text where that is what makes sense: `resolve resolution 822 (1993)`."""
    from juslint.scan import scan_text  # noqa: PLC0415

    def known(text: str) -> bool:
        return bool(scan_text(text) or knowledge.by_name(text)) or knowledge.resolve(text).entry is not None

    whole = " ".join(arguments)
    return [whole] if len(arguments) > 1 and not all(map(known, arguments)) and known(whole) else arguments


def _explained(text: str, knowledge: Knowledge, styles: Sequence[str]) -> Iterator[str]:
    from juslint.document import Span  # noqa: PLC0415
    from juslint.reference import Reference  # noqa: PLC0415
    from juslint.scan import scan_text  # noqa: PLC0415

    found = scan_text(text, knowledge)
    entry = None if found else knowledge.resolve(text).entry
    if entry is not None:
        yield text
        yield from _known(text, knowledge)
        yield from _cited(Reference(entry.family, text, Span(0, 0), ""), styles, knowledge)
    elif not found:
        for number, entry in enumerate(knowledge.by_name(text)):
            if number:
                yield ""
            yield entry.id
            yield f"  family    {entry.family}"
            yield from _known(entry.id, knowledge)
            yield from _cited(Reference(entry.family, entry.id, Span(0, 0), ""), styles, knowledge)
    for number, reference in enumerate(found):
        if number:
            yield ""
        yield from _described(reference, knowledge)
        yield from _cited(reference, styles, knowledge)


def _unknown(text: str, knowledge: Knowledge) -> Iterator[str]:
    """Why nothing can be said of a text; of a number without its body, what it may be."""
    from juslint.knowledge.candidates import is_bare  # noqa: PLC0415

    if not is_bare(text):
        yield f"juslint: no reference that juslint knows in “{text}”"
        return
    found = list(_candidates(text, knowledge))
    known = "it may be" if found else "the knowledge base has none with this number"
    yield f"juslint: “{text}” does not say whose it is: name the body before it; {known}{':' if found else ''}"
    yield from found


def _candidates(text: str, knowledge: Knowledge) -> Iterator[str]:
    """One line for each resolution or decision that the knowledge base has under the number in a text."""
    from juslint.knowledge.candidates import bare_number  # noqa: PLC0415

    for entry in knowledge.candidates(bare_number(text) or ""):
        named = entry.text("title") or entry.text("subject")
        body = "".join(f"{issuer.body}, " for issuer in knowledge.body_of(entry.id))
        yield f"  {entry.id}  {body.removesuffix(', ')}{f': {named}' if named else ''}"


def _described(reference: Reference, knowledge: Knowledge) -> Iterator[str]:
    from juslint.reference import render  # noqa: PLC0415

    yield reference.id or reference.text
    yield f"  family    {reference.family}"
    if reference.id is None:
        yield "  id        undecided: the words around it would have to say whose it is"
        yield from (f"  may be  {line}" for line in _candidates(reference.text, knowledge))
    if reference.canonical is not None and reference.canonical != reference.text:
        yield f"  written   {reference.canonical}"
    if reference.pinpoint is not None:
        yield f"  pinpoint  {render(reference.pinpoint.value)}"
    for flaw in reference.flaws:
        expected = f": {flaw.expected}" if flaw.expected else ""
        yield f"  flaw      {flaw.kind.replace('-', ' ')}{expected}"
    if reference.id is not None:
        yield from _known(reference.id, knowledge, reference.family)


def _issued(name: str, knowledge: Knowledge) -> Iterator[str]:
    """Who issued it, and what its numbers mean; of a joint symbol each half."""
    for issuer in knowledge.body_of(name):
        asides = [*([issuer.note] if issuer.note else ()), *(["not verified"] if issuer.unverified else ())]
        yield f"  body      {issuer.body}" + (f" ({'; '.join(asides)})" if asides else "")
        if issuer.series:
            yield f"  series    {issuer.series}"
        if issuer.paper:
            yield f"  type      {issuer.paper}"
        if issuer.session:
            years = f" ({'–'.join(map(str, dict.fromkeys(issuer.years)))})" if issuer.years else ""
            yield f"  session   {issuer.session}{years}"
        if issuer.year:
            yield f"  year      {issuer.year}"
        if issuer.state:
            yield f"  State     {issuer.state}"
        if issuer.number is not None:
            yield f"  number    {issuer.number}"


def _issuer(name: str, family: str | None) -> Iterator[str]:
    """Who issued it, where only the family knows."""
    from juslint.scan import modules  # noqa: PLC0415

    for module in modules():
        if family == module.NAME and hasattr(module, "issuer"):
            issuer: str | None = module.issuer(name)
            if issuer:
                yield f"  body      {issuer}"


def _dates(entry: Entry) -> Iterator[str]:
    """The date with what is known of its day; one that only citing texts give is called so."""
    from juslint.dates import Date  # noqa: PLC0415

    date, cited = entry.date(entry.date_field()), entry.date("cited-date")
    if date:
        yield f"{date}{' (the day is not sure)' if date.month and not date.day else ''}"
    if cited:
        yield f"{cited}, as cited (not sure)"
    yield from (f"{Date.from_iso(day)} (judgment)" for day in entry.data.get("judgments", ()))


def _known(name: str, knowledge: Knowledge, family: str | None = None) -> Iterator[str]:
    issued = list(_issued(name, knowledge))
    yield from issued or _issuer(name, family)
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
        subject = entry.text("subject")
        if subject:
            yield f"  subject   {subject}"
        if entry.people():
            yield f"  author    {'; '.join(entry.people())}"
        yield from (f"  date      {date}" for date in _dates(entry))
        for printed in entry.disputed(entry.date_field()):
            yield f"  disputed  {printed.value}: {'; '.join(name for name, _ in printed.by)}"
        if family and entry.id != name:
            links = [*links, *_links(entry.id, family)]
        links = [*entry.urls(), *links]
    for link in dict.fromkeys(links):
        yield f"  link      {link}"


def _links(name: str, family: str) -> Sequence[str]:
    from juslint.scan import modules  # noqa: PLC0415

    for module in modules():
        if family == module.NAME and hasattr(module, "links"):
            links: Sequence[str] = module.links(name)
            return links
    return ()
