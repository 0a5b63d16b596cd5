"""How a mend is told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.finding import Edit
from juslint.reporting._screen import cells, plain

if TYPE_CHECKING:
    from juslint.document import Document
    from juslint.finding import Fix, SourceEdit

_LONGEST = 160  # columns; a longer change is told by its title only
_MOST = 4 * _LONGEST  # characters: one of more is not looked at


def told(fix: Fix, document: Document) -> str:
    """The title of a fix and what it changes, on one line: `write it short: “colour” → “color”`."""
    title = plain(fix.title)
    if sum(edit.span.end - edit.span.start + len(edit.text) for edit in fix.edits) > _MOST:
        return title
    change = "; ".join(_replacement(edit, document) for edit in fix.edits)
    return f"{title}: {change}" if change and cells(change) <= _LONGEST else title


def advice(fix: Fix, document: Document) -> str:
    """The same as a sentence of its own, which says of an unsafe fix that it is to be looked at."""
    return f"{'Mend' if fix.safe else 'Mend, to be looked at first'}: {told(fix, document)}"


def _replacement(edit: Edit | SourceEdit, document: Document) -> str:
    old = (document.text if isinstance(edit, Edit) else document.source)[edit.span.start : edit.span.end]
    return f"{_quoted(old)} → {_quoted(edit.text)}"


def _quoted(text: str) -> str:
    return f"“{plain(text)}”" if text else "nothing"
