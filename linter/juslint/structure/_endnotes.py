"""Notes in a list at the end of a text that has no markup: `[1] …`, `1. …` or `[a] …`, and their marks in the body.

Numbered paragraphs look the same, so a list is one of notes only where each of its numbers is called once, in order,
in front of it: by the same bracket (`war [1]`), by a superscript, or, under a heading or line that announces notes, by
a digit glued to a word (`war.1`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.document import Note, NoteMark, Span
from juslint.structure import _digits
from juslint.structure.paragraphs import is_rule

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARK = re.compile(r"(?P<open>[\[(^]{0,2})(?P<number>[0-9]{1,3}|[a-z])(?P<close>[\]).:]{1,2})\s+(?=\S)")
_CALL = re.compile(r"\[(?P<number>[0-9]{1,3}|[a-z])\]")
_ANNOUNCED = re.compile(r"(?:#+\s*)?(?:End|Foot)?[Nn]otes?:?|(?:END|FOOT)?NOTES?:?")


class _Item(NamedTuple):
    """A paragraph with a mark in front: shape and number of the mark, the note, the place among the paragraphs."""

    shape: tuple[str, str, bool]
    number: int
    note: Note
    at: int


def notes_and_marks(
    text: str, paragraphs: Sequence[Span], superscripts: Sequence[NoteMark]
) -> tuple[list[Note], list[NoteMark]]:
    """The notes of the list that ends the text, and their marks; nothing where it may be another list."""
    items = _list(text, paragraphs)
    if not items:
        return [], []
    start = items[0].note.mark_span.start
    labels = [item.note.mark for item in items]
    notes = [item.note for item in items]
    if superscripts:
        called = [mark.mark for mark in superscripts] == labels and superscripts[-1].span.end <= start
        return (notes, list(superscripts)) if called else ([], [])
    if items[0].shape[:2] == ("[", "]"):
        marks = [NoteMark(found["number"], Span(*found.span())) for found in _CALL.finditer(text, 0, start)]
        return (notes, marks) if [mark.mark for mark in marks] == labels else ([], [])
    if not _announced(text, paragraphs, items[0].at):
        return [], []
    glued = _digits.in_order(text, len(items), start) if items[0].shape[2] else None
    return (notes, glued) if glued else ([], [])


def _list(text: str, paragraphs: Sequence[Span]) -> list[_Item]:
    """The items, from 1 or a, counting on and marked in one way, that the text ends with."""
    items: list[_Item] = []
    for at in range(len(paragraphs) - 1, -1, -1):
        item = _item(text, paragraphs[at], at)
        if item is None or (items and (item.shape != items[0].shape or item.number != items[0].number - 1)):
            break
        items.insert(0, item)
        if item.number == 1:
            return items
    return []


def _item(text: str, span: Span, at: int) -> _Item | None:
    found = _MARK.match(text, *span)
    if found is None or found.end() >= span.end:
        return None
    written = found["number"]
    number = int(written) if written.isdigit() else ord(written) - ord("a") + 1
    note = Note(written, Span(found.start(), found.end("close")), Span(found.end(), span.end))
    return _Item((found["open"], found["close"], written.isdigit()), number, note, at)


def _announced(text: str, paragraphs: Sequence[Span], at: int) -> bool:
    """Whether a heading or a line across the page stands in front of a paragraph."""
    before = text[slice(*paragraphs[at - 1])].strip() if at else ""
    return len(before) < 200 and (_ANNOUNCED.fullmatch(before) is not None or is_rule(before))
