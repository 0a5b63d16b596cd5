"""Headings of plain text: short lines that stand alone and are no sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from juslint.document import Note, Span

_LONGEST = 160  # characters
_SET_APART = re.compile(
    r"(?:Annex|Appendix|Enclosure|Chapter|Part|Section|Article|Contents|Summary|Introduction)\b"
    r"|(?:[IVXL]{1,6}|[A-Z])\.\s|[0-9]{1,3}(?:/[0-9]{1,3})?\.\s+[A-Z]|Letters?\s+dated\s|Resolution\s+[0-9]"
)


def headings(text: str, paragraphs: Sequence[Span], notes: Iterable[Note]) -> list[Span]:
    """The paragraphs that are headings: in capitals, or beginning as headings do, without a full stop at their end."""
    in_notes = {note.mark_span.start for note in notes}
    return [
        span
        for span in paragraphs
        if span.end - span.start <= _LONGEST and span.start not in in_notes and _is_heading(text[span.start : span.end])
    ]


def _is_heading(words: str) -> bool:
    if not words or words[-1] in ".,;:!?…" or "://" in words:
        return False
    if not _SET_APART.match(words) and not all(char.isupper() for char in words if char.isalpha()):
        return False
    return sum(map(str.isalpha, words)) >= 3
