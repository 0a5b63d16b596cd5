"""Formatting: canonical spaces and dashes in references, and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol import types

from juslint.fixes import source_edits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.document import Span
    from juslint.finding import SourceEdit
    from juslint.lsp.desk import Desk, View

_FORM = re.compile(r"[\s\u00a0\u202f\u2010-\u2015\u2212-]*")


def whole(desk: Desk, params: types.DocumentFormattingParams) -> list[types.TextEdit]:
    """The edits of a text."""
    view = desk.view(params.text_document.uri)
    return [view.edit(change) for change in _changes(desk, view, None)] if view else []


def part(desk: Desk, params: types.DocumentRangeFormattingParams) -> list[types.TextEdit]:
    """The edits of a part of a text."""
    view = desk.view(params.text_document.uri)
    return [view.edit(change) for change in _changes(desk, view, view.source_span(params.range))] if view else []


def _changes(desk: Desk, view: View, only: Span | None) -> Iterator[SourceEdit]:
    """Safe fixes that put spaces and dashes in the place of spaces and dashes; of two that touch, the first."""
    last = -1
    for finding in desk.analyser.findings(view.path).get(view.path, ()):
        edits = source_edits(view.document, finding.fix) if finding.fix and finding.fix.safe else None
        if not edits or not all(_is_form(view, edit) for edit in edits):
            continue
        if edits[0].span.start <= last or (only and not all(only.covers(edit.span) for edit in edits)):
            continue
        last = edits[-1].span.end
        yield from edits


def _is_form(view: View, edit: SourceEdit) -> bool:
    before = view.text.source[edit.span.start : edit.span.end]
    return bool(_FORM.fullmatch(before) and _FORM.fullmatch(edit.text) and "\n" not in before + edit.text)


ANSWERS = {
    types.TEXT_DOCUMENT_FORMATTING: (None, whole),
    types.TEXT_DOCUMENT_RANGE_FORMATTING: (None, part),
}
