"""Long quotations, the source that each is taken from, and where two of them differ.

A quotation belongs to a source only where the text leaves no choice: the one reference in the note that its mark calls
(or in the note that this one points to, `note 3 above` or `ibid.`), or the reference right behind or before it in the
same paragraph, with no other quotation in between.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from juslint.knowledge import normalise_title
from juslint.rules import _notes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.document import Document, Note, Span
    from juslint.reference import Reference
    from juslint.rules import Context

LEAST = 8  # words that a quotation must have
_MOST = 400  # words of it that are compared
_MARK = 6  # characters between a quotation and the mark of its note
_STEPS = 8  # notes that point to one another
_GAP = 60  # characters between a quotation and its reference
_SHARED = 4  # words in a row that two quotations must share to be compared
_CHANGED = 2  # words that may differ
_WORD = re.compile(r"[^\s]+")
_GAPPED = re.compile(r"\.\s?\.\s?\.|\u2026|[\[\]]")
_BETWEEN = re.compile(
    r"[\s,:()\[\]0-9\u2070-\u2079\u00b2\u00b3\u00b9-]*(?:see|in|ibid|at|para\.?|p\.?|[\s,:()])*", re.IGNORECASE
)


class Quoted(NamedTuple):
    """A quotation: its folded words with their places, and the reference that it belongs to."""

    context: Context
    span: Span
    words: tuple[str, ...]
    reference: Reference


def quoted(context: Context) -> Iterator[Quoted]:
    """The long quotations of a text whose source is beyond doubt, and that leave nothing out."""
    document = context.document
    outer = _outer(context.references)
    starts = [one.span.start for one in outer]
    called = _Called(context)
    end = 0
    for span in document.quotations:
        if span.start < end:
            continue  # a quotation in a quotation
        end = span.end
        said = document.text[slice(*span)]
        words = tuple(word for each in _WORD.findall(said) for word in normalise_title(each).split())
        if not LEAST <= len(words) <= _MOST or _GAPPED.search(said):
            continue
        if any(one.span.start <= span.start and span.end <= one.span.end for one in _around(outer, starts, span)):
            continue  # the title of a work
        reference = called.by(span) or _beside(document, outer, starts, span)
        if reference is not None and reference.id is not None:
            yield Quoted(context, span, words, reference)


def keys(one: Quoted) -> Iterator[tuple[str, ...]]:
    """The runs of words by which like quotations are found."""
    yield from dict.fromkeys(one.words[at : at + _SHARED] for at in range(len(one.words) - _SHARED + 1))


def differing(one: Quoted, other: Quoted) -> list[tuple[str, str]]:
    """The words that differ inside the passage that both quote; empty where it is the same, or another passage."""
    import difflib  # noqa: PLC0415 - late: most texts need it not

    codes = difflib.SequenceMatcher(None, one.words, other.words, autojunk=False).get_opcodes()
    equal = [number for number, code in enumerate(codes) if code[0] == "equal"]
    if not equal or sum(codes[number][2] - codes[number][1] for number in equal) < LEAST:
        return []
    inside = [code for code in codes[equal[0] : equal[-1] + 1] if code[0] != "equal"]
    outside = [*codes[: equal[0]], *codes[equal[-1] + 1 :]]
    if any(_size(code) and code[0] == "replace" for code in outside):
        return []  # both go on, in other words
    if not inside or sum(map(_size, inside)) > _CHANGED:
        return []
    return [(" ".join(one.words[a:b]), " ".join(other.words[c:d])) for _, a, b, c, d in inside]


def _size(code: tuple[str, int, int, int, int]) -> int:
    return max(code[2] - code[1], code[4] - code[3])


def _outer(references: Sequence[Reference]) -> list[Reference]:
    out: list[Reference] = []
    for reference in references:
        if not out or reference.span.start >= out[-1].span.end:
            out.append(reference)
    return out


def _around(outer: Sequence[Reference], starts: Sequence[int], span: Span) -> Sequence[Reference]:
    at = bisect_right(starts, span.start)
    return outer[max(0, at - 1) : at]


class _Called:
    """The source of the note whose mark stands right behind a quotation."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.notes = _notes.Notes(context.document)
        self._by_mark: dict[str, list[Note]] = defaultdict(list)
        for note in context.document.notes:
            self._by_mark[note.mark].append(note)
        self._sources: dict[tuple[Span, int], Reference | None] = {}

    def by(self, span: Span) -> Reference | None:
        """The only reference of that note, or of the note that it points to."""
        document = self.context.document
        marks = document.note_marks
        at = bisect_left(marks, span.end, key=lambda mark: mark.span.start)
        if at == len(marks) or marks[at].span.start - span.end > _MARK:
            return None
        if re.search(r"\w", document.text[span.end : marks[at].span.start]):
            return None
        notes = self._by_mark.get(marks[at].mark, ())
        return self._source(notes[0], _STEPS) if len(notes) == 1 else None

    def _source(self, note: Note, steps: int) -> Reference | None:
        key = (note.span, steps)
        if key not in self._sources:
            self._sources[key] = self._found(note, steps)
        return self._sources[key]

    def _found(self, note: Note, steps: int) -> Reference | None:
        references = self.context.references
        low, high = (bisect_left(references, place, key=lambda one: one.span.start) for place in note.span)
        inside = _outer([one for one in references[low:high] if note.span.covers(one.span)])
        if inside or not steps:
            return inside[0] if len(inside) == 1 else None
        number = self.notes.around(note.span.start)
        target = _notes.target(self.notes, number) if number else None
        return self._source(self.notes.notes[target - 1], steps - 1) if target else None


def _beside(document: Document, outer: Sequence[Reference], starts: Sequence[int], span: Span) -> Reference | None:
    """The reference right behind the quotation, else the one right before it."""
    at = bisect_left(starts, span.end)
    if at < len(outer) and outer[at].span.start - span.end <= _GAP:
        between = document.text[span.end + 1 : outer[at].span.start]
        if "\n\n" not in between and _BETWEEN.fullmatch(between):
            return outer[at]
    before = outer[at - 1] if at else None
    if before is None or before.span.end > span.start or span.start - before.span.end > _GAP * 2:
        return None
    between = document.text[before.span.end : span.start - 1]
    return before if not re.search(r"\n\s*\n|[\"“”»]|\.\s", between) else None
