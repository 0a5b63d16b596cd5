"""Mending: the edits of findings, applied to the file's own text and written back whole or not at all.

Only the characters of an edit change: newlines, byte-order mark, encoding and mode of the file stay as they were. Where
two fixes touch one place the first one wins and the texts are checked again, until nothing is left to mend.
"""

from __future__ import annotations

import os
import stat
from bisect import bisect_right, insort
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from juslint import writing
from juslint.document import Span
from juslint.finding import Edit, SourceEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from juslint.document import Document
    from juslint.finding import Finding, Fix
    from juslint.rules import Context

ROUNDS = 10  # as ruff has it: more than this means that two rules undo each other


class FixError(Exception):
    """A file that cannot be mended; the message is one line without the path."""


class Change(NamedTuple):
    """The content of a file before and after, in bytes, and how many findings that mends."""

    before: bytes
    after: bytes
    fixed: int


@dataclass
class Mended:
    """What mending came to: the texts as they are now, the changed files, and the files that refused."""

    contexts: list[Context]
    changes: dict[str, Change] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)


def source_edits(document: Document, fix: Fix) -> tuple[SourceEdit, ...] | None:
    """The edits of a fix in the file's own text, in order; None where one of them would touch markup.

    An edit is first cut down to the characters that it changes, so that markup around or beside them does not matter;
    what it puts in is written as the format writes it. Edits that change nothing are left out.
    """
    edits = []
    for edit in fix.edits:
        if isinstance(edit, SourceEdit):
            one = _of_target(document, edit)
        else:
            cut = _changed(document.text, edit)
            if cut.span.start == cut.span.end and not cut.text:
                continue
            one = _of_text(document, cut)
        if one is None:
            return None
        same = one.span.end - one.span.start == len(one.text)  # a mend may take away a megabyte
        if not same or document.source[one.span.start : one.span.end] != one.text:
            edits.append(one)
    edits.sort()
    if any(first.span.end > second.span.start for first, second in pairwise(edits)):
        return None
    return tuple(edits)


def mend(
    contexts: Sequence[Context],
    check: Callable[[Sequence[Context]], list[Finding]],
    *,
    unsafe: bool,
    given: Mapping[str, bytes] | None = None,
) -> Mended:
    """Mend the texts in memory until `check` gives no more fix that can be applied, at most `ROUNDS` times.

    `given` is the content of what was not read from its path (standard input). Nothing is written.
    """
    from juslint.engine import analyse  # noqa: PLC0415 - the engine is not needed to look at one fix
    from juslint.reading import ReadError, read  # noqa: PLC0415

    state = Mended(list(contexts))
    for _ in range(ROUNDS):
        findings: dict[str, list[Finding]] = defaultdict(list)
        for one in check(state.contexts):
            findings[one.path].append(one)
        again = False
        for at, context in enumerate(state.contexts):
            document = context.document
            if document.path in state.refused:
                continue
            wanted = _chosen(document, findings[document.path], unsafe=unsafe)
            if not wanted:
                continue
            change = state.changes.get(document.path)
            try:
                before = change.after if change else _content(document.path, given or {})
                after = _replaced(document, before, [edit for edits in wanted for edit in edits])
                state.contexts[at] = analyse(read(document.path, after), context.knowledge)
            except (FixError, ReadError) as error:
                state.refused[document.path] = str(error)
                continue
            fixed = len(wanted) + (change.fixed if change else 0)
            state.changes[document.path] = Change(change.before if change else before, after, fixed)
            again = True
        if not again:
            break
    return state


def write(path: str, change: Change) -> None:
    """Replace the file at `path` at once, keeping its mode. FixError where that cannot be, or the file has changed."""
    try:
        target = writing.real(Path(path))  # through a symbolic link: the link stays
        status = target.stat()
        if not stat.S_ISREG(status.st_mode):
            raise FixError("not mended: not a regular file")
        if not status.st_mode & 0o222 or not os.access(target, os.W_OK):
            raise FixError("not mended: the file is read-only")
        if target.read_bytes() != change.before:
            raise FixError("not mended: the file changed while it was being checked")
        writing.replace(target, change.after, status, expected=True)
    except OSError as error:
        raise FixError(f"not mended: {error.strerror or error}") from None


def diff(path: str, change: Change) -> str:
    """The change as a unified diff, as `patch` reads it."""
    from juslint.differences import unified  # noqa: PLC0415

    lines = unified(_quoted(path), _lines(change.before), _lines(change.after))
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _of_target(document: Document, edit: SourceEdit) -> SourceEdit | None:
    """An edit of the file itself: one of a link's target, or of a part of it, is written as targets are."""
    from juslint.reading import written_target  # noqa: PLC0415 - the readers are not needed to look at a fix of text

    at = document.links_by_target.at(edit.span)
    link = next((link for link in at if link.target_source.covers(edit.span)), None)
    if link is None:
        return edit
    if edit.span != link.target_source and document.source[slice(*link.target_source)] != link.target:
        return None  # places in the target are not places in the file
    text = written_target(document, edit.text)
    return None if text is None else SourceEdit(edit.span, text)


def _of_text(document: Document, edit: Edit) -> SourceEdit | None:
    from juslint.reading import written, written_target  # noqa: PLC0415

    if not document.offsets.is_whole(edit.span):
        return None
    place = document.offsets.to_source(edit.span)
    at = document.links_by_target.at(place)
    is_target = any(link.target_source.covers(place) for link in at)  # as in <https://…>
    text = written_target(document, edit.text) if is_target else written(document, edit.text, place)
    return None if text is None else SourceEdit(place, text)


def _changed(text: str, edit: Edit) -> Edit:
    """The edit without the characters at both ends that it leaves as they are."""
    old, new = text[edit.span.start : edit.span.end], edit.text
    same = _shared(old, new)
    old, new = old[same:], new[same:]
    tail = _shared(old[::-1], new[::-1])
    return Edit(Span(edit.span.start + same, edit.span.end - tail), new[: len(new) - tail])


def _shared(one: str, other: str) -> int:
    """How many characters the two have in common at their start."""
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)


def _chosen(document: Document, findings: Iterable[Finding], *, unsafe: bool) -> list[tuple[SourceEdit, ...]]:
    """The edits of the fixes that can be applied together: whole fixes, the first of two that touch."""
    chosen: list[tuple[SourceEdit, ...]] = []
    taken: list[Span] = []  # in order
    for finding in findings:
        if finding.fix is None or not (finding.fix.safe or unsafe):
            continue
        edits = source_edits(document, finding.fix)
        if not edits or any(_touches(edit.span, taken) for edit in edits):
            continue
        chosen.append(edits)
        for edit in edits:
            insort(taken, edit.span)
    return chosen


def _touches(span: Span, taken: Sequence[Span]) -> bool:
    """Whether a span touches one of those that are taken, which are in order."""
    after = bisect_right(taken, span.end, key=lambda other: other.start)
    return after > 0 and taken[after - 1].end >= span.start


def _content(path: str, given: Mapping[str, bytes]) -> bytes:
    try:
        return given[path] if path in given else Path(path).read_bytes()
    except OSError as error:
        raise FixError(f"not mended: {error.strerror or error}") from None


def _replaced(document: Document, before: bytes, edits: Sequence[SourceEdit]) -> bytes:
    """The file's bytes with the edits made. FixError where the bytes are not the text that was checked."""
    from juslint.reading import ReadError, decode  # noqa: PLC0415

    try:
        text, codec = decode(before)
    except ReadError:
        text, codec = "", "utf-8"
    if text != document.source:
        raise FixError("not mended: the file changed, or its format cannot be changed in place")
    newline = "\r\n" if "\r\n" in text else "\n"
    pieces: list[str] = []
    last = 0
    for edit in sorted(edits):
        pieces += (text[last : edit.span.start], edit.text.replace("\n", newline))
        last = edit.span.end
    return "".join((*pieces, text[last:])).encode(codec)


def _quoted(path: str) -> str:
    """A file's name in a diff: as git quotes it, where a line end in it would make lines of its own."""
    if path.isprintable() and not path.startswith('"'):
        return path
    written = "".join(
        chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\{byte:03o}" for byte in os.fsencode(path)
    )
    return f'"{written}"'


def _lines(data: bytes) -> list[str]:
    """The lines of a file for a diff: ended by a newline alone, since a page break is not the end of a line."""
    from juslint.reading import decode  # noqa: PLC0415

    *whole, last = decode(data)[0].split("\n")
    return [f"{line}\n" for line in whole] + ([last] if last else [])
