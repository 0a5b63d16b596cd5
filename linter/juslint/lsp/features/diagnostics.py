"""Findings as diagnostics: pushed by the publisher, or fetched by the editor for one text or all."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

from lsprotocol import types

from juslint import _data, rules
from juslint.cli.rule import page
from juslint.lsp.desk import Desk, View, range_of
from juslint.suppress import source_span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from juslint.finding import Finding
    from juslint.lsp.analysis import Member

SOURCE = "juslint"
_SEVERITY = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
_LINE = re.compile(r"at line (?P<line>\d+), column (?P<column>\d+)")


def view_of(desk: Desk, path: str, member: Member) -> View:
    """A document of a workspace, open or not."""
    return View(path, desk.uri(path), member)


def reported(view: View, views: Mapping[str, View], findings: Iterable[Finding]) -> list[types.Diagnostic]:
    """The findings of one document; `views` are those that a finding may name as related places."""
    return [diagnostic(view, views, finding) for finding in findings]


def diagnostic(view: View, views: Mapping[str, View], finding: Finding) -> types.Diagnostic:
    """One finding."""
    related = [
        types.DiagnosticRelatedInformation(views[one.path].location(one.span), one.message)
        for one in finding.related
        if one.path in views
    ]
    tags = [types.DiagnosticTag.Unnecessary] if finding.rule == "unused-suppression" else None
    return types.Diagnostic(
        range=range_of(view.text, source_span(view.document, finding)),
        message=finding.message,
        severity=_SEVERITY[finding.severity],
        code=finding.rule,
        code_description=types.CodeDescription(rule_page(finding.rule)),
        source=SOURCE,
        tags=tags,
        related_information=related or None,
    )


def rule_page(name: str) -> str:
    """The address of a rule's page, which is written into the cache folder: it is there without a network."""
    file = _data.cache_folder() / "rules" / f"{name}.md"
    text = page(rules.modules()[name].RULE)
    if name not in _written:
        _written.add(name)
        try:
            if not file.is_file() or file.read_text(encoding="utf-8") != text:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
        except OSError:
            pass  # a cache that cannot be written costs the link only
    return file.absolute().as_uri()


_written: set[str] = set()


def of_settings(message: str) -> types.Diagnostic:
    """What is wrong with a configuration file, at the place that the message names or at its top."""
    found = _LINE.search(message)
    line, column = (int(found["line"]) - 1, int(found["column"]) - 1) if found else (0, 0)
    at = types.Position(line, column)
    where = types.Range(at, types.Position(line, column + 1))
    return types.Diagnostic(where, message, types.DiagnosticSeverity.Error, source=SOURCE)


def _everything(desk: Desk, path: str) -> dict[str, list[types.Diagnostic]]:
    found = desk.analyser.findings(path)
    members = desk.analyser.members(path)
    views = {one.context.document.path: view_of(desk, one.context.document.path, one) for one in members}
    return {one: reported(views[one], views, some) for one, some in found.items()}


def _named(diagnostics: list[types.Diagnostic]) -> str:
    """A name for a report, the same for the same findings."""
    return f"{zlib.crc32(repr(diagnostics).encode()):08x}"


def document(desk: Desk, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
    """The findings of one text."""
    view = desk.view(params.text_document.uri)
    items: list[types.Diagnostic] = []
    if view and desk.analyser.missing(view.path):  # the publisher reads the others, and then asks to be asked again
        items = reported(view, {view.path: view}, desk.analyser.alone(view.path).get(view.path, ()))
    elif view:
        items = _everything(desk, view.path).get(view.path, [])
    name = _named(items)
    if params.previous_result_id == name:
        return types.RelatedUnchangedDocumentDiagnosticReport(name)
    return types.RelatedFullDocumentDiagnosticReport(items, result_id=name)


def workspace(desk: Desk, params: types.WorkspaceDiagnosticParams) -> types.WorkspaceDiagnosticReport:
    """The findings of all texts, open or not; of those that are as they were, only that."""
    previous = {one.uri: one.value for one in params.previous_result_ids}
    items: list[types.WorkspaceDocumentDiagnosticReport] = []
    for top in desk.analyser.snapshot.tops():
        for path, found in _everything(desk, top).items():
            uri, name = desk.uri(path), _named(found)
            text = desk.analyser.snapshot.opened.get(path)
            version = text.version if text else None
            if previous.pop(uri, None) == name:
                items.append(types.WorkspaceUnchangedDocumentDiagnosticReport(uri, name, version))
            else:
                items.append(types.WorkspaceFullDocumentDiagnosticReport(uri, found, version, result_id=name))
    items += (types.WorkspaceFullDocumentDiagnosticReport(uri, [], None, result_id="none") for uri in previous)
    return types.WorkspaceDiagnosticReport(items)


_OPTIONS = types.DiagnosticOptions(inter_file_dependencies=True, workspace_diagnostics=True, identifier=SOURCE)
ANSWERS = {
    types.TEXT_DOCUMENT_DIAGNOSTIC: (_OPTIONS, document),
    types.WORKSPACE_DIAGNOSTIC: (None, workspace),
}
