"""What the texts refer to: each source once, grouped by family and body, with every place that mentions it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from juslint.authorities import Heading, heading, natural
from juslint.lsp import about
from juslint.reporting import Lines
from juslint.reporting._exchange import relative
from juslint.reporting._html.escaping import esc, one_line, web

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from juslint.reference import Reference
    from juslint.rules import Context

_COLUMNS = ("Source", "Title and date", "Knowledge base", "Mentioned in")
_LONGEST = 240  # characters of a source that only its own words name


class Mention(NamedTuple):
    """One reference in a text: its anchor in the page, its file as shown, and its line."""

    anchor: str
    reference: Reference
    path: str
    line: int


@dataclass(frozen=True)
class Source:
    """One source: how it is written, what is known of it in a line, and where it is mentioned."""

    anchor: str
    group: Heading
    name: str
    title: str
    status: str
    link: str | None
    mentions: list[Mention] = field(default_factory=list)


def sources(contexts: Sequence[Context]) -> dict[str, Source]:
    """Every source in the order of first mention, by the id of the reference or, without one, its words."""
    found: dict[str, Source] = {}
    number = 0
    for context in contexts:
        lines = Lines(context.document)
        path = relative(context.document.path)
        for reference in in_order(context):
            key = _key(reference, context)
            if key not in found:
                found[key] = _source(f"s{len(found) + 1}", reference, context)
            number += 1
            line = lines.place(context.document.offsets.to_source(reference.span)).line
            found[key].mentions.append(Mention(f"r{number}", reference, path, line))
    return found


def in_order(context: Context) -> list[Reference]:
    """The references of a document in reading order; one that holds another comes before it."""
    return sorted(context.references, key=lambda one: (one.span.start, -one.span.end))


def _key(reference: Reference, context: Context) -> str:
    """What a reference is grouped by: its id or, where the text does not decide that, its own words."""
    return reference.id or f" {_words(reference, context)}"


def table(found: Mapping[str, Source]) -> str:
    """The table of authorities."""
    groups: dict[Heading, list[Source]] = defaultdict(list)
    for source in found.values():
        groups[source.group].append(source)
    bodies = "".join(
        group(head.text, map(_row, sorted(groups[head], key=lambda source: natural(source.name))), len(_COLUMNS))
        for head in sorted(groups)
    )
    return framed(_COLUMNS, bodies)


def framed(columns: Sequence[str], groups: str) -> str:
    """A table of authorities around its groups; an element with the id `authorities` names it."""
    # the roles are said because style sheets for narrow windows show the cells as blocks, which would lose them
    head = "".join(f'<th scope="col" role="columnheader">{column}</th>' for column in columns)
    rows = f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>{groups}'
    region = '<div class="scroll" tabindex="0" role="region" aria-labelledby="authorities">'
    return f'{region}<table class="authorities" role="table">{rows}</table></div>'


def group(label: str, rows: Iterable[str], columns: int) -> str:
    """Rows under a heading over so many columns."""
    head = f'<th scope="rowgroup" colspan="{columns}" role="rowheader">{esc(label)}</th>'
    return f'<tbody role="rowgroup"><tr class="group" role="row">{head}</tr>{"".join(rows)}</tbody>'


def linked(name: str, link: str | None) -> str:
    """The name of a source, as a link where there is an address."""
    shown = f'<bdi class="name">{one_line(name)}</bdi>'
    return f'<a href="{esc(link)}" rel="noreferrer">{shown}</a>' if link else shown


def _row(source: Source) -> str:
    name = linked(source.name, source.link)
    title = f'<bdi id="{source.anchor}t">{one_line(source.title)}</bdi>'
    status = f'<span id="{source.anchor}k">{esc(source.status)}</span>'
    places = "".join(_places(source.mentions))
    return (
        f'<tr id="{source.anchor}" tabindex="-1" role="row"><th scope="row" role="rowheader">{name}</th>'
        f'<td role="cell">{title}</td><td role="cell">{status}</td><td role="cell">{places}</td></tr>'
    )


def _places(mentions: list[Mention]) -> Iterator[str]:
    by_path: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_path[mention.path].append(mention)
    for path, here in by_path.items():
        links = ", ".join(f'<a href="#{one.anchor}" aria-label="line {one.line}">{one.line}</a>' for one in here)
        yield f"<div><bdi>{one_line(path)}</bdi>: {links}</div>"


def _source(anchor: str, reference: Reference, context: Context) -> Source:
    knowledge = context.knowledge
    resolution = knowledge.resolve(reference.id) if reference.id is not None else None
    entry = resolution.entry if resolution else None
    name = (about.written(entry) if entry else reference.canonical) or _words(reference, context)
    link = next(filter(web, about.links(reference, context.knowledge)), None)
    status = about.STATUS[resolution.status] if resolution else "the words around it do not say whose it is"
    return Source(anchor, heading(reference, context.knowledge), name, about.line(entry) if entry else "", status, link)


def _words(reference: Reference, context: Context) -> str:
    text = " ".join(context.document.text[reference.span.start : reference.span.end].split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
