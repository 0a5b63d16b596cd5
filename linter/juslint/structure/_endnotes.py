"""Notes in a list behind the text, where nothing marks them: `[1] …`, `(1) …`, `1. …`, `1  …`, `[a] …`; their marks.

Numbered paragraphs look the same, so a list is one of notes only where each of its numbers is called, in order, in
front of it: by the same bracket (`war [1]`), by a superscript, or, under a heading or line that announces notes, by
a number in brackets (`war (1)`) or a digit glued to a word (`war.1`). A bibliography or list of annexes may follow.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.document import Note, NoteMark, Span
from juslint.structure import _digits
from juslint.structure.paragraphs import is_rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MARK = re.compile(r"(?P<open>[\[(^]{0,2})(?P<number>[0-9]{1,3}|[a-z](?=[\]).:]))(?P<close>[\]).:]{0,2})\s+(?=\S)")
_SQUARE = re.compile(r"\[(?P<number>[0-9]{1,3}|[a-z])\]")
_ROUND = re.compile(r"(?<=[\w.,;:!?\u201d\"\u2019') ])\((?P<number>[0-9]{1,3}|[a-z])\)")
_ANNOUNCED = re.compile(r"(?:#+\s*)?(?:End|Foot)?[Nn]otes?:?|(?:END|FOOT)?NOTES?:?")
_MOST = 4  # lists that are looked at: bounds the work on hostile texts


class _Item(NamedTuple):
    """A paragraph with a mark in front: shape and number of the mark, the note, the place among the paragraphs."""

    shape: tuple[str, str, bool]
    number: int
    note: Note
    at: int


def notes_and_marks(
    text: str, paragraphs: Sequence[Span], superscripts: Sequence[NoteMark]
) -> tuple[list[Note], list[NoteMark]]:
    """The notes of the last list that is one of notes, and their marks; nothing where each may be another list."""
    for items in _lists(text, paragraphs):
        marks = _calls(text, paragraphs, items, superscripts)
        if marks:
            return [item.note for item in items], marks
    return [], []


def _calls(
    text: str, paragraphs: Sequence[Span], items: Sequence[_Item], superscripts: Sequence[NoteMark]
) -> list[NoteMark]:
    """The marks in front of a list that call all its items in order; none where they do not."""
    start = items[0].note.mark_span.start
    labels = [item.note.mark for item in items]
    shape = items[0].shape
    announced = _announced(text, paragraphs, items[0].at, ruled=any(shape[:2]))  # bare digits under a line: `_digits`
    if not any(shape[:2]) and not announced:
        return []
    if superscripts:
        called = [mark.mark for mark in superscripts] == labels and superscripts[-1].span.end <= start
        return list(superscripts) if called else []
    for bracket in (_SQUARE, _ROUND) if announced else (_SQUARE,) if shape[:2] == ("[", "]") else ():
        marks = [NoteMark(found["number"], Span(*found.span())) for found in bracket.finditer(text, 0, start)]
        said = [mark.mark for mark in marks]
        if said == labels or (announced and bracket is _SQUARE and list(dict.fromkeys(said)) == labels):
            return marks
    glued = _digits.in_order(text, len(items), start) if announced and shape[2] else None
    return glued or []


def _lists(text: str, paragraphs: Sequence[Span]) -> Iterator[list[_Item]]:
    """The longest lists of items from 1 or a, counting on and marked in one way, the last of them first."""
    found: list[list[_Item]] = []
    items: list[_Item] = []
    for at, span in enumerate(paragraphs):
        item = _item(text, span, at)
        if item and items and item.shape == items[0].shape and item.number == len(items) + 1:
            items.append(item)
            continue
        if len(items) > 1:
            found.append(items)
        items = [item] if item and item.number == 1 else []
    if len(items) > 1:
        found.append(items)
    yield from reversed(found[-_MOST:])


def _item(text: str, span: Span, at: int) -> _Item | None:
    found = _MARK.match(text, *span)
    if found is None or found.end() >= span.end:
        return None
    written = found["number"]
    number = int(written) if written.isdigit() else ord(written) - ord("a") + 1
    note = Note(written, Span(found.start(), found.end("close")), Span(found.end(), span.end))
    return _Item((found["open"], found["close"], written.isdigit()), number, note, at)


def _announced(text: str, paragraphs: Sequence[Span], at: int, *, ruled: bool) -> bool:
    """Whether a heading or, where `ruled`, a line across the page stands in front of a paragraph."""
    before = text[slice(*paragraphs[at - 1])].strip() if at else ""
    return len(before) < 200 and (_ANNOUNCED.fullmatch(before) is not None or (ruled and is_rule(before)))
