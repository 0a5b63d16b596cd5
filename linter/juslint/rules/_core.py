"""The part of a reference that names its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.document import Span

if TYPE_CHECKING:
    from juslint.document import Document
    from juslint.reference import Reference


def core(document: Document, reference: Reference) -> Span:
    """The span of a reference without a pinpoint at its end and the punctuation before that."""
    start, end = reference.span
    if reference.pinpoint and reference.pinpoint.span.start > start:
        end = min(end, reference.pinpoint.span.start)
    return Span(start, start + len(document.text[start:end].rstrip(" ,\r\n\t\u00a0")))
