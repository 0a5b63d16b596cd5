"""The part of a reference that names its source, and whether it is the head of a text."""

from __future__ import annotations

import re
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


def heads_text(document: Document, reference: Reference) -> bool:
    """Whether the number stands at the head of its own text: `318 (IV). United Nations Children's Fund`."""
    text, (start, end) = document.text, reference.span
    while start and text[start - 1] in " *#_\t\r":
        start -= 1
    return (not start or text[start - 1] == "\n") and re.match(r"\.\s", text[end : end + 2]) is not None
