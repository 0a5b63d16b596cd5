"""Footnotes and their marks."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from juslint.document import Note
from juslint.finding import Finding, Related
from juslint.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.document import NoteMark, Span
    from juslint.rules import Context

RULE = Rule(
    name="note-marks",
    severity="warning",
    summary="A footnote has no mark in the text, or a mark no footnote.",
    why=(
        "A note that nothing calls supports nothing, and a mark without a note promises a source that is not "
        "there. Both are what is left when a sentence is moved or struck out by hand."
    ),
    source="United Nations Editorial Manual, Footnotes and other references: notes are numbered through a text.",
    wrong=(
        (
            "The Council demanded a withdrawal.<sup>1</sup> It did so again.<sup>3</sup>\n\n<sup>1</sup> See "
            "S/RES/822 (1993).\n\n"
            "<sup>2</sup> See S/RES/853 (1993).\n"
        ),
    ),
    right=(
        (
            "The Council demanded a withdrawal.<sup>1</sup> It did so again.<sup>2</sup>\n\n<sup>1</sup> See "
            "S/RES/822 (1993).\n\n"
            "<sup>2</sup> See S/RES/853 (1993).\n"
        ),
        "The Council demanded a withdrawal.[^1]\n\n[^1]: See S/RES/822 (1993).\n",
    ),
)

_SUPERSCRIPT = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_MOST = 3  # notes that can be missing by a slip; where more are, pages are


def check_document(context: Context) -> Iterator[Finding]:
    """A finding for each note without mark, mark without note and gap; only where markup sets all marks apart.

    In text that has lost its markup a missing mark may be one that was not recognised.
    """
    document = context.document
    notes, marks = document.notes, document.note_marks
    if not notes or not marks or not _apart(context):
        return
    called, written = {mark.mark for mark in marks}, {note.mark for note in notes}
    piece = _piece(called, written)
    for note in notes:
        if note.mark not in called and not (piece and int(note.mark) < piece[0]):
            yield _finding(
                context,
                note.mark_span,
                f"no mark in the text calls note {_label(context, note)}: add the mark, or drop the note",
            )
    lacking: dict[str, NoteMark] = {}
    for mark in marks:
        if mark.mark not in written and not (piece and int(mark.mark) > piece[1]):
            lacking.setdefault(mark.mark, mark)
    for mark in lacking.values():
        label = _label(context, mark)
        yield _finding(context, mark.span, f"there is no note {label}: add the note, or drop the mark")
    yield from _gaps(context, notes, called)


def _piece(called: set[str], written: set[str]) -> tuple[int, int] | None:
    """The first number that is called and the last that is written, in a chapter or page whose notes count on.

    The marks of its first notes may stand in the piece before it, and the notes of its last marks in the one behind it.
    """
    notes, marks = [int(mark) for mark in written], [int(mark) for mark in called]
    return (min(marks), max(notes)) if min(*notes, *marks) > 1 else None


def _gaps(context: Context, notes: Sequence[Note], called: set[str]) -> Iterator[Finding]:
    """Numbers that neither a note nor a mark has, in a text that numbers its notes once."""
    numbers = [int(note.mark) for note in notes]
    yield from _twice(context, notes, numbers)
    if numbers != sorted(set(numbers)):
        return  # numbered anew on each page, or out of order
    for (before, one), (after, other) in pairwise(zip(numbers, notes, strict=True)):
        missing = [number for number in range(before + 1, after) if str(number) not in called]
        if 0 < len(missing) <= _MOST:
            which = f"note {missing[0]} is" if len(missing) == 1 else f"notes {missing[0]} to {missing[-1]} are"
            yield Finding(
                RULE.name,
                RULE.severity,
                context.document.path,
                other.mark_span,
                f"note {other.mark} follows note {one.mark}: {which} missing",
                (Related(context.document.path, one.mark_span, f"note {one.mark}"),),
            )


def _twice(context: Context, notes: Sequence[Note], numbers: Sequence[int]) -> Iterator[Finding]:
    """The one number that two neighbours bear, in a text that otherwise numbers its notes once from 1."""
    twice = [at for at, (one, other) in enumerate(pairwise(numbers)) if one == other]
    if len(twice) != 1 or sorted(set(numbers)) != list(range(1, len(numbers))) or numbers != sorted(numbers):
        return
    first, second = notes[twice[0]], notes[twice[0] + 1]
    yield Finding(
        RULE.name,
        RULE.severity,
        context.document.path,
        second.mark_span,
        f"two notes bear the number {first.mark}: number the second anew, and its mark",
        (Related(context.document.path, first.mark_span, f"the first note {first.mark}"),),
    )


def _label(context: Context, called: Note | NoteMark) -> str:
    """The name of a note as the file writes it: `[^sc/822]` where it is a label, else its number."""
    place = called.mark_span if isinstance(called, Note) else called.span
    written = context.document.source[slice(*context.document.offsets.to_source(place))].rstrip(":")
    return written if written.startswith("[^") else called.mark


def _apart(context: Context) -> bool:
    text = context.document.text
    document = context.document
    places = (*(note.mark_span for note in document.notes), *(mark.span for mark in document.note_marks))
    return all(set(text[place.start : place.end]) <= _SUPERSCRIPT for place in places)


def _finding(context: Context, span: Span, message: str) -> Finding:
    return Finding(RULE.name, RULE.severity, context.document.path, span, message)
