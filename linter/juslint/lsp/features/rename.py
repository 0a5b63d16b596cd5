"""Another form, everywhere: every mention of a source written as the user says, where it stays a mention of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from juslint import engine
from juslint.document import Placed, Span
from juslint.lsp import mentions
from juslint.reading import read_text, written
from juslint.scan import scan_text

if TYPE_CHECKING:
    from juslint.lsp.desk import Desk, View
    from juslint.reference import Reference


def prepare(desk: Desk, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
    """The stretch that would be written anew, and its proper form to begin with."""
    view = desk.view(params.text_document.uri)
    reference = view.at(params.position) if view else None
    if view is None or reference is None or reference.id is None:
        return None
    span = _span(view, reference)
    return types.PrepareRenamePlaceholder(view.range(span), reference.canonical or view.document.text[slice(*span)])


def rename(desk: Desk, params: types.RenameParams) -> types.WorkspaceEdit | None:
    """The edits. A mention that would no longer be one of what the new words name stays as it is."""
    view = desk.view(params.text_document.uri)
    reference = view.at(params.position) if view else None
    if view is None or reference is None or reference.id is None:
        return None
    new = params.new_name.strip()
    wanted = _id_of(view, new) or (reference.id if reference.id == new else None)
    if wanted is None:
        raise JsonRpcInvalidParams(message=f"“{new}” is not one whole reference that juslint knows")
    edits: dict[str, list[types.TextEdit]] = {}
    views: dict[str, View] = {}
    spans: dict[str, list[Span]] = {}
    for one in mentions.of_same_source(desk, view, reference):
        span = _span(one.view, one.reference)
        whole = one.view.document.offsets.is_whole(span)
        if whole and (one.reference.within is None or one.reference.family == reference.family):
            views[one.view.path] = one.view
            spans.setdefault(one.view.path, []).append(one.view.document.offsets.to_source(span))
    for path, some in spans.items():
        words = written(views[path].document, new, some[0])
        kept = _kept(views[path], sorted(some), words, wanted)
        changed = [span for span in kept if views[path].text.source[slice(*span)] != words]
        if changed:
            ranges = (views[path].text.positions(span) for span in changed)
            edits[path] = [
                types.TextEdit(types.Range(types.Position(*start), types.Position(*end)), words)
                for start, end in ranges
            ]
    return desk.workspace_edit(edits) if edits else None


def _span(view: View, reference: Reference) -> Span:
    """The reference without its pinpoint, which stays."""
    span, place = reference.span, reference.pinpoint
    if place is None or place.span.end != span.end or place.span.start <= span.start:
        return span
    text = view.document.text
    return Span(span.start, span.start + len(text[span.start : place.span.start].rstrip(" ,(\r\n\t")))


def _id_of(view: View, new: str) -> str | None:
    """What the words name, if they are one reference from end to end."""
    knowledge = view.member.context.knowledge
    found = engine.analyse(read_text("new.txt", new), knowledge).references if new else ()
    whole = [one for one in found or scan_text(new) if one.span == Span(0, len(new)) and one.within is None]
    return whole[0].id if len(whole) == 1 else None


def _kept(view: View, spans: list[Span], new: str, wanted: str) -> list[Span]:
    """The spans that are a mention of what is wanted once the new words stand there, tried in the whole text."""
    spans = [span for number, span in enumerate(spans) if not number or span.start >= spans[number - 1].end]
    pieces: list[str] = []
    starts: list[int] = []
    last = length = 0
    for span in spans:
        starts.append(length + span.start - last)
        pieces += (view.text.source[last : span.start], new)
        last, length = span.end, starts[-1] + len(new)
    text = "".join((*pieces, view.text.source[last:]))
    context = engine.analyse(read_text(view.path, text), view.member.context.knowledge)
    starting = [
        (context.document.offsets.to_source(one.span).start, one) for one in context.references if one.id == wanted
    ]
    meant = Placed((Span(at, at + one.span.end - one.span.start), one) for at, one in starting)
    return [span for span, start in zip(spans, starts, strict=True) if meant.at(Span(start, start + len(new)))]


ANSWERS = {
    types.TEXT_DOCUMENT_PREPARE_RENAME: (None, prepare),
    types.TEXT_DOCUMENT_RENAME: (types.RenameOptions(prepare_provider=True), rename),
}
