"""What the texts refer to: each source once, grouped by family and body, with every place that mentions it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from juslint import scan
from juslint.lsp import about
from juslint.reporting import Lines
from juslint.reporting._exchange import relative
from juslint.reporting._html.escaping import esc, one_line, web

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from juslint.reference import Reference
    from juslint.rules import Context

_LABELS = {
    "un-resolution": "United Nations resolutions and decisions",
    "un-symbol": "United Nations documents",
    "echr": "European Court of Human Rights",
    "echr-short": "European Court of Human Rights",
    "coe": "Council of Europe",
    "court": "Courts and tribunals",
    "treaty": "Treaties",
    "other": "Other organizations",
    "web-page": "Web pages",
}
_COLUMNS = ("Source", "Title and date", "Knowledge base", "Mentioned in")
_UNDECIDED = "Not decided by the text"
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
    group: str
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
    groups: dict[str, list[Source]] = defaultdict(list)
    for source in found.values():
        groups[source.group].append(source)
    order = sorted(groups, key=lambda group: (group == _UNDECIDED, group.casefold()))
    bodies = "".join(_group(group, groups[group]) for group in order)
    # the roles are said because style sheets for narrow windows show the cells as blocks, which would lose them
    head = "".join(f'<th scope="col" role="columnheader">{column}</th>' for column in _COLUMNS)
    rows = f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>{bodies}'
    region = '<div class="scroll" tabindex="0" role="region" aria-labelledby="authorities">'
    return f'{region}<table class="authorities" role="table">{rows}</table></div>'


def _group(label: str, members: list[Source]) -> str:
    rows = "".join(_row(source) for source in sorted(members, key=lambda source: _natural(source.name)))
    head = f'<th scope="rowgroup" colspan="4" role="rowheader">{esc(label)}</th>'
    return f'<tbody role="rowgroup"><tr class="group" role="row">{head}</tr>{rows}</tbody>'


def _row(source: Source) -> str:
    name = f'<bdi class="name">{one_line(source.name)}</bdi>'
    if source.link:
        name = f'<a href="{esc(source.link)}" rel="noreferrer">{name}</a>'
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
        yield f"<div><bdi>{esc(path)}</bdi>: {links}</div>"


def _source(anchor: str, reference: Reference, context: Context) -> Source:
    knowledge = context.knowledge
    resolution = knowledge.resolve(reference.id) if reference.id is not None else None
    entry = resolution.entry if resolution else None
    name = (about.written(entry) if entry else reference.canonical) or _words(reference, context)
    link = next(filter(web, about.links(reference, context)), None)
    status = about.STATUS[resolution.status] if resolution else "the words around it do not say whose it is"
    return Source(anchor, _label(reference, context), name, about.line(entry) if entry else "", status, link)


def _label(reference: Reference, context: Context) -> str:
    if reference.id is None:
        return _UNDECIDED
    label = _LABELS.get(reference.family) or f"{reference.family.replace('-', ' ').capitalize()}s"
    bodies = [issuer.body for issuer in context.knowledge.body_of(reference.id)] or list(_issuer(reference))
    return ": ".join((label, " and ".join(dict.fromkeys(bodies)))) if bodies else label


def _issuer(reference: Reference) -> Iterator[str]:
    """Who issued it, where only the family knows."""
    for module in scan.modules():
        if reference.family == module.NAME and hasattr(module, "issuer"):
            name = module.issuer(reference.id)
            if name and name != _LABELS.get(reference.family):
                yield name


def _words(reference: Reference, context: Context) -> str:
    text = " ".join(context.document.text[reference.span.start : reference.span.end].split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _natural(name: str) -> list[tuple[int, str]]:
    """Sorts numbers by size: resolution 9 before resolution 10."""
    words = "".join(one if one.isdigit() and one.isascii() else f" {one} " for one in name.casefold()).split()
    return [
        (int(word), "") if word.isdigit() and word.isascii() and len(word) < 20 else (10**20, word) for word in words
    ]
