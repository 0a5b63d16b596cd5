"""What can be done about a finding: its fix, all safe fixes of the text, or a comment that switches it off here.

And about a source that the knowledge base does not know: an entry for it.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from juslint import fixes, suppress
from juslint.document import Span
from juslint.finding import SourceEdit
from juslint.lsp import new_entries
from juslint.lsp.features import diagnostics

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.finding import Finding
    from juslint.lsp.desk import Desk, View
    from juslint.reference import Reference
    from juslint.rules import Context

FIX_ALL = "source.fixAll.juslint"
_CREATE = "refactor.create.juslint"
_REASON = "reason"
_HTML = (".html", ".htm", ".xhtml")
_TEX = (".tex", ".ltx", ".sty", ".cls")


def answer(desk: Desk, params: types.CodeActionParams) -> list[types.CodeAction]:
    """The actions for a range; of one kind alone where the editor asks for that."""
    view = desk.view(params.text_document.uri)
    if view is None:
        return []
    only = [str(getattr(kind, "value", kind)) for kind in params.context.only or ()]
    found = desk.analyser.findings(view.path).get(view.path, ())
    out: list[types.CodeAction] = []
    if _wanted(types.CodeActionKind.QuickFix.value, only):
        wanted = view.source_span(params.range)
        views = {one.path: one for one in desk.views(view)}
        for finding in found:
            place = suppress.source_span(view.document, finding)
            if place.start <= wanted.end and wanted.start <= place.end:
                out += _for_finding(desk, view, finding, diagnostics.diagnostic(view, views, finding))
    if _wanted(_CREATE, only):
        made = ((reference, new_entries.edit(desk, view, reference)) for reference in _touched(view, params.range))
        out += (types.CodeAction(new_entries.title(one), _CREATE, edit=change) for one, change in made if change)
    safe = [one for one in found if one.fix and one.fix.safe and fixes.source_edits(view.document, one.fix)]
    if safe and _wanted(FIX_ALL, only):
        action = types.CodeAction("Mend all that is safe (juslint)", FIX_ALL, data={"uri": view.uri})
        out.append(action if _resolves(desk) else resolve(desk, action))
    return out


def resolve(desk: Desk, action: types.CodeAction) -> types.CodeAction:
    """The edit of an action that was announced without it."""
    data: Any = action.data
    view = desk.view(str(data["uri"])) if isinstance(data, dict) and "uri" in data else None
    if view is not None:
        edits = [view.edit(edit) for edit in _all_safe(desk, view)]
        action.edit = desk.workspace_edit({view.path: edits})
    return action


def _wanted(kind: str, only: Sequence[str]) -> bool:
    return not only or any(kind == one or kind.startswith(f"{one}.") for one in only)


def _touched(view: View, wanted: types.Range) -> Iterator[Reference]:
    """The references of a range that stand in no other; where the innermost has the other's id, that one."""
    place = view.source_span(wanted)
    inner = {(one.within, one.id): one for one in view.references if one.within is not None}
    for reference in view.references:
        span = view.document.offsets.to_source(reference.span)
        if reference.within is None and span.start <= place.end and place.start <= span.end:
            yield inner.get((reference.span, reference.id), reference)


def _resolves(desk: Desk) -> bool:
    text = desk.capabilities.text_document
    support = text and text.code_action and text.code_action.resolve_support
    return bool(support and "edit" in support.properties)


def _for_finding(desk: Desk, view: View, finding: Finding, diagnostic: types.Diagnostic) -> Iterator[types.CodeAction]:
    kind = types.CodeActionKind.QuickFix
    for fix in (*((finding.fix,) if finding.fix else ()), *finding.alternatives):
        edits = fixes.source_edits(view.document, fix)
        if edits:
            title = fix.title[:1].upper() + fix.title[1:]
            change = desk.workspace_edit({view.path: [view.edit(edit) for edit in edits]})
            sure = f"{title} ({finding.rule})" if fix.safe else f"{title} ({finding.rule}; check the source first)"
            yield types.CodeAction(sure, kind, [diagnostic], is_preferred=fix.safe, edit=change)
    comment = _comment(view, finding)
    if comment is not None:
        change = desk.workspace_edit({view.path: [view.edit(comment)]})
        _offer_reason(desk, change)
        yield types.CodeAction(f"Ignore {finding.rule} here, with a reason", kind, [diagnostic], edit=change)


def _comment(view: View, finding: Finding) -> SourceEdit | None:
    """A comment at the end of the finding's line, or its name in the comment that is there."""
    if finding.rule == "unused-suppression":
        return None
    place = suppress.source_span(view.document, finding)
    line = view.text.position(place.start).line
    start, end = view.text.line_start(line), view.text.line_end(line)
    for known in suppress.find(view.document):
        if known.names and start <= known.span.start and known.span.end <= end and known.holds.start <= start:
            at = known.names[-1][1].end
            return SourceEdit(Span(at, at), f", {finding.rule}")
    at = start + len(view.text.source[start:end].rstrip())
    if view.path.lower().endswith(_HTML) and view.text.source.rfind("<", 0, at) > view.text.source.rfind(">", 0, at):
        return None  # the line ends within a tag, where no comment can stand
    tex = view.path.lower().endswith(_TEX)
    said = f"juslint: ignore[{finding.rule}] {_REASON}"
    return SourceEdit(Span(at, at), f" % {said}" if tex else f" <!-- {said} -->")


def _offer_reason(desk: Desk, change: types.WorkspaceEdit) -> None:
    """Put the cursor on the reason, in an editor that can."""
    workspace = desk.capabilities.workspace
    if not (workspace and workspace.workspace_edit and workspace.workspace_edit.snippet_edit_support):
        return
    for edited in change.document_changes or ():
        if isinstance(edited, types.TextDocumentEdit):
            edited.edits = [
                types.SnippetTextEdit(
                    edit.range, types.StringValue(edit.new_text.replace(f"] {_REASON}", f"] ${{1:{_REASON}}}"))
                )
                if isinstance(edit, types.TextEdit)
                else edit
                for edit in edited.edits
            ]


def _all_safe(desk: Desk, view: View) -> Iterator[SourceEdit]:
    """What `juslint check --fix` would change in this text, line by line."""
    contexts = [one.context for one in desk.analyser.members(view.path)]

    def check(state: Sequence[Context]) -> list[Finding]:
        return list(desk.analyser.check(state).get(view.path, ()))

    given = {view.path: view.text.source.encode("utf-8")}
    change = fixes.mend(contexts, check, unsafe=False, given=given).changes.get(view.path)
    if change is None:
        return
    before, after = (text.decode("utf-8").splitlines(keepends=True) for text in (change.before, change.after))
    starts = [0]
    for line in before:
        starts.append(starts[-1] + len(line))
    for kind, low, high, new, past in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield SourceEdit(Span(starts[low], starts[high]), "".join(after[new:past]))


_OPTIONS = types.CodeActionOptions([types.CodeActionKind.QuickFix, FIX_ALL, _CREATE], resolve_provider=True)
ANSWERS = {
    types.TEXT_DOCUMENT_CODE_ACTION: (_OPTIONS, answer),
    types.CODE_ACTION_RESOLVE: (None, resolve),
}
