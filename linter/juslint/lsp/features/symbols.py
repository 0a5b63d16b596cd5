"""The table of authorities: families, their sources, and each mention; and the search for a source in all texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from juslint.document import Span
from juslint.lsp import about

if TYPE_CHECKING:
    from collections.abc import Sequence

    from juslint.lsp.desk import Desk, View
    from juslint.reference import Reference

_MOST = 500  # of what a search answers
_LONG = 80  # characters of a name


def authorities(desk: Desk, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
    """Families in the order of their first mention, in each its sources in order of name."""
    view = desk.view(params.text_document.uri)
    if view is None:
        return []
    families: dict[str, dict[str, list[Reference]]] = {}
    for reference in view.references:
        families.setdefault(reference.family, {}).setdefault(_name(reference), []).append(reference)
    return [
        _symbol(
            view,
            family,
            [one for group in sources.values() for one in group],
            types.SymbolKind.Namespace,
            [_source(view, name, group) for name, group in sorted(sources.items())],
        )
        for family, sources in families.items()
    ]


def _source(view: View, name: str, group: Sequence[Reference]) -> types.DocumentSymbol:
    entry = about.entry_of(group[0], view.member.context.knowledge)
    detail = " · ".join(
        filter(None, (about.line(entry) if entry else "", f"{len(group)} times" if len(group) > 1 else ""))
    )
    children = [_symbol(view, one.text, [one], types.SymbolKind.Key, []) for one in group] if len(group) > 1 else []
    return _symbol(view, name, group, types.SymbolKind.Constant, children, detail=detail)


def _symbol(  # noqa: PLR0913 - what a symbol has
    view: View,
    name: str,
    group: Sequence[Reference],
    kind: types.SymbolKind,
    children: list[types.DocumentSymbol],
    *,
    detail: str = "",
) -> types.DocumentSymbol:
    """A symbol that reaches from the first to the last mention, so that its children lie in it."""
    whole = view.range(Span(min(one.span.start for one in group), max(one.span.end for one in group)))
    first = view.range(group[0].span)
    return types.DocumentSymbol(_short(name), kind, whole, first, detail or None, children=children or None)


def everywhere(desk: Desk, params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
    """References in all texts whose name, title or words have all the words of the query."""
    words = params.query.casefold().split()
    found: list[types.WorkspaceSymbol] = []
    for view in desk.everything():
        for reference in view.references:
            entry = about.entry_of(reference, view.member.context.knowledge)
            said = f"{_name(reference)} {reference.text} {about.line(entry) if entry else ''}".casefold()
            if all(word in said for word in words):
                where = view.location(reference.span)
                name = _short(_name(reference))
                found.append(
                    types.WorkspaceSymbol(where, name, types.SymbolKind.Constant, container_name=reference.family)
                )
                if len(found) == _MOST:
                    return found
    return found


def _name(reference: Reference) -> str:
    return reference.id or " ".join(reference.text.split())


def _short(name: str) -> str:
    joined = " ".join(name.split()) or "?"
    return joined if len(joined) <= _LONG else f"{joined[: _LONG - 1]}…"


ANSWERS = {
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (None, authorities),
    types.WORKSPACE_SYMBOL: (None, everywhere),
}
