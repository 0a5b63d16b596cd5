"""Treaties by their abbreviation (`ICCPR`). No family reads one as a reference, for a text that names an instrument so
cites nothing; an editor shows all the same what it is, and where it stands.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.lsp import about
from juslint.lsp.texts import Position
from juslint.reference import Reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lsprotocol import types

    from juslint.knowledge import Entry, Knowledge
    from juslint.lsp.desk import View

_WORD = re.compile(r"(?<![\w-])[A-Z][\w-]*[A-Z][\w-]*")
_LONG = 40  # characters of an abbreviation, at most


def at(view: View, position: types.Position) -> Reference | None:
    """The reference at a position; else the abbreviation of one treaty, as a reference to it."""
    found = view.at(position)
    if found is not None:
        return found
    offset = view.text.offset(Position(position.line, position.character))
    for word in _WORD.finditer(view.document.text):
        span = Span(*word.span())
        place = view.document.offsets.to_source(span)
        if place.start > offset:
            break
        if offset <= place.end and len(word[0]) <= _LONG:
            entry = _entry(word[0], view.member.context.knowledge)
            return Reference(entry.family, entry.id, span, word[0]) if entry else None
    return None


def mentions(view: View, reference: Reference) -> Iterator[Reference]:
    """Where a text has an abbreviation of a reference's treaty, outside its references."""
    knowledge = view.member.context.knowledge
    entry = about.entry_of(reference, knowledge)
    short = [one for one in entry.data.get("abbreviations", ()) if _entry(one, knowledge) == entry] if entry else []
    if entry is None or not short:
        return
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, short))})(?![\w-])")
    for found in pattern.finditer(view.document.text):
        span = Span(*found.span())
        if not any(one.span.overlaps(span) for one in view.references):
            yield Reference(entry.family, entry.id, span, found[0])


def _entry(text: str, knowledge: Knowledge) -> Entry | None:
    found = [one for one in knowledge.keyed("abbreviation", text) if one.kind in ("treaty", "treaties")]
    return found[0] if len(found) == 1 else None
