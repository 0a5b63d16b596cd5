"""Every mention of one source, however it is written, over the documents of a root."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from juslint.lsp import about
from juslint.rules._sources import sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.lsp.desk import Desk, View
    from juslint.reference import Reference


class Mention(NamedTuple):
    """A reference and the document that it stands in."""

    view: View
    reference: Reference


def of_same_source(desk: Desk, view: View, reference: Reference) -> list[Mention]:
    """All mentions of what a reference refers to, itself among them, in the order of the documents.

    The rules' own judgement of what is one source decides, and beside it the id, and which case it is.
    """
    views = {one.path: one for one in desk.views(view)}
    views[view.path] = view
    found = {(view.path, reference.span): Mention(view, reference)}
    for path, each in _same(views, view, reference):
        found.setdefault((path, each.span), Mention(views[path], each))
    order = {path: number for number, path in enumerate(views)}
    return sorted(found.values(), key=lambda one: (order[one.view.path], one.reference.span))


def _same(views: dict[str, View], view: View, reference: Reference) -> Iterator[tuple[str, Reference]]:
    for source in sources([one.member.context for one in views.values()]):
        if any(one.context is view.member.context and one.reference is reference for one in source.mentions):
            yield from ((one.context.document.path, one.reference) for one in source.mentions)
    if reference.id is not None:
        case = _case(reference, view)
        for path, one in views.items():
            for each in one.references:
                if each.id == reference.id or (case is not None and _case(each, one) == case):
                    yield path, each


def _case(reference: Reference, view: View) -> str | None:
    """The first application of a case of the European Court, which a text may name by another number or by its day."""
    entry = about.entry_of(reference, view.member.context.knowledge)
    numbers = entry.data.get("applications") if entry is not None else None
    return str(numbers[0]) if numbers else None
