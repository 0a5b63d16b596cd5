"""What a reference is: its proper form, title, date, body, coverage, addresses, and values that sources dispute."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol import types

from juslint.dates import Date
from juslint.lsp import abbreviations, about, base_schema
from juslint.reference import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.knowledge import Entry, Knowledge
    from juslint.lsp.desk import Desk
    from juslint.reference import Reference
    from juslint.rules import Context

_MOST = 12  # documents of a case
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|])")


def answer(desk: Desk, params: types.HoverParams) -> types.Hover | None:
    """The hover of the reference, or of the field of a knowledge base's file, at a position."""
    view = desk.view(params.text_document.uri)
    if view is None:
        return base_schema.hover(desk, params)
    reference = abbreviations.at(view, params.position)
    if reference is None:
        return None
    text = "\n\n".join(_paragraphs(reference, view.member.context))
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), view.range(reference.span))


def _paragraphs(reference: Reference, context: Context) -> Iterator[str]:
    knowledge = context.knowledge
    yield f"**{_plain(reference.id or reference.text)}** · {reference.family}"
    entry = about.entry_of(reference, knowledge)
    if entry is not None:
        yield from _of_entry(entry)
    if reference.id is None:
        yield "The words around it do not say whose it is."
        yield from _list(
            f"may be {_plain(one.id)}: {_plain(about.line(one))}" for one in knowledge.candidates(reference.text)
        )
    yield from _list(_facts(reference, knowledge))
    documents = list(_documents(entry)) if entry is not None else []
    yield from _list(iter(documents))
    links = [link for link in about.links(reference, context.knowledge) if not any(link in one for one in documents)]
    if links:
        yield " · ".join(f"<{link}>" for link in links)


def _of_entry(entry: Entry) -> Iterator[str]:
    title, date = about.title(entry), about.date(entry)
    people = ", ".join(entry.people())
    if title:
        yield f"*{_plain(title)}*"
    said = " · ".join(filter(None, (people, date)))
    if said:
        yield _plain(said)


def _documents(entry: Entry) -> Iterator[str]:
    """The documents of a case of the European Court: the day of each, what it is, where it is printed, its address."""
    found = entry.data.get("documents", ())
    for one in found[:_MOST]:
        day = str(Date.from_iso(one["date"])) if "date" in one else "of no sure date"
        said = ", ".join(filter(None, (day, one["kind"], one.get("report"))))
        yield f"{_plain(said)}{f' · <{link}>' if (link := one.get('URL')) else ''}"
    if found[_MOST:]:
        yield f"and {len(found) - _MOST} more"


def _facts(reference: Reference, knowledge: Knowledge) -> Iterator[str]:
    if reference.canonical is not None and reference.canonical != reference.text:
        yield f"proper form: {_plain(reference.canonical)}"
    if reference.pinpoint is not None:
        yield f"place: {_plain(render(reference.pinpoint.value))}"
    for flaw in reference.flaws:
        yield f"{flaw.kind.replace('-', ' ')}{f': {_plain(flaw.expected)}' if flaw.expected else ''}"
    if reference.id is None:
        return
    for issuer in knowledge.body_of(reference.id):
        yield ", ".join(filter(None, (issuer.body, issuer.series, issuer.session and f"session {issuer.session}")))
    resolution = knowledge.resolve(reference.id)
    yield about.STATUS[resolution.status]
    if resolution.entry is not None:
        entry = resolution.entry
        for printed in entry.disputed(entry.date_field()):
            yield f"disputed: {_plain(printed.value)} ({_plain('; '.join(name for name, _ in printed.by))})"


def _list(lines: Iterator[str]) -> Iterator[str]:
    text = "\n".join(f"- {line}" for line in lines)
    if text:
        yield text


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


ANSWERS = {types.TEXT_DOCUMENT_HOVER: (None, answer)}
