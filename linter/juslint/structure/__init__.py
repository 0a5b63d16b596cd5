"""What a text consists of: paragraphs, headings, notes, quotations, its masthead. Shared by all readers.

Each detector is a pure function of the text and of what the reader knows. They take any text, and their time is linear
in its length. Where a text leaves something open they claim nothing.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.structure.head import masthead
from juslint.structure.headings import headings
from juslint.structure.notes import apart, notes_and_marks
from juslint.structure.paragraphs import joined
from juslint.structure.quotations import quotations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from juslint.document import Document


def complete(
    document: Document, *, marked_headings: bool, paragraphs: Callable[[str], Iterable[Span]] | None = None
) -> Document:
    """A document with all its structure, from one with the paragraphs, links and emphases that its reader found.

    `marked_headings`: the format marks its headings, so that none is guessed. `paragraphs` finds the paragraphs in the
    text of a format that does not mark them. All is found when something asks for it.
    """
    return document.later(partial(_found, document, paragraphs, marked_headings=marked_headings))


def _found(
    document: Document, find: Callable[[str], Iterable[Span]] | None, *, marked_headings: bool
) -> dict[str, object]:
    text = document.text
    whole = frozenset(document.headings)
    given = document.paragraphs if find is None else tuple(find(text))
    paragraphs = apart(text, joined(text, given, whole), whole)
    notes, marks = notes_and_marks(text, paragraphs)
    return {
        "paragraphs": tuple(paragraphs),
        "headings": document.headings if marked_headings else tuple(headings(text, paragraphs, notes)),
        "notes": tuple(notes),
        "note_marks": tuple(marks),
        "quotations": tuple(quotations(text, paragraphs)),
        "masthead": masthead(text, paragraphs, document.emphases),
    }


def trimmed(text: str, span: Span) -> Span | None:
    """The span without white space at its ends; None where nothing else is in it."""
    words = text[span.start : span.end]
    inside = words.strip()
    if not inside:
        return None
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(inside))
