"""What changed between two texts, line by line, as a unified diff.

`difflib` takes the square of the lines where every other one has changed. A mend changes a line where it stands, seldom
joins or splits one: the two texts are read side by side, and where they part, a few lines ahead are looked through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_CONTEXT = 3  # lines around a change, as `diff -u` has them
_AHEAD = 5  # lines in which the two texts may meet again; if they do not, one line is taken for the other


class _Change(NamedTuple):
    """Lines of the one text that became lines of the other; half-open, from 0."""

    start: int
    end: int
    new_start: int
    new_end: int


def unified(name: str, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """The diff of a file, given with its lines, as lines; nothing where nothing changed."""
    head = True
    for group in _grouped(_joined(_changes(before, after))):
        if head:
            yield from (f"--- {name}\n", f"+++ {name}\n")
            head = False
        at = max(0, group[0].start - _CONTEXT)
        last = min(len(before), group[-1].end + _CONTEXT)
        shift = group[-1].new_end - group[-1].end
        new_at = group[0].new_start - (group[0].start - at)
        yield f"@@ -{_range(at, last)} +{_range(new_at, last + shift)} @@\n"
        for change in group:
            yield from (f" {line}" for line in before[at : change.start])
            yield from (f"-{line}" for line in before[change.start : change.end])
            yield from (f"+{line}" for line in after[change.new_start : change.new_end])
            at = change.end
        yield from (f" {line}" for line in before[at:last])


def _changes(before: Sequence[str], after: Sequence[str]) -> Iterator[_Change]:
    i = j = 0
    while i < len(before) and j < len(after):
        if before[i] == after[j]:
            i, j = i + 1, j + 1
            continue
        gone, come = _until_they_meet(before, i, after, j)
        yield _Change(i, i + gone, j, j + come)
        i, j = i + gone, j + come
    if i < len(before) or j < len(after):
        yield _Change(i, len(before), j, len(after))


def _until_they_meet(before: Sequence[str], i: int, after: Sequence[str], j: int) -> tuple[int, int]:
    """How many lines of each stand before the next that both have: one of each, else as few as can be."""
    ways = ((gone, both - gone) for both in range(1, _AHEAD + 1) for gone in range(both + 1))
    for gone, come in ((1, 1), *ways):
        if i + gone < len(before) and j + come < len(after) and before[i + gone] == after[j + come]:
            return gone, come
    return 1, 1


def _joined(changes: Iterable[_Change]) -> Iterator[_Change]:
    """The changes, those made one that stand side by side."""
    last: _Change | None = None
    for change in changes:
        if last is not None and last.end == change.start and last.new_end == change.new_start:
            last = _Change(last.start, change.end, last.new_start, change.new_end)
            continue
        if last is not None:
            yield last
        last = change
    if last is not None:
        yield last


def _grouped(changes: Iterable[_Change]) -> Iterator[list[_Change]]:
    """The changes that one stretch of the diff shows."""
    group: list[_Change] = []
    for change in changes:
        if group and change.start - group[-1].end > 2 * _CONTEXT:
            yield group
            group = []
        group.append(change)
    if group:
        yield group


def _range(start: int, end: int) -> str:
    """Lines as the head of a stretch names them: from 1, with their number unless it is 1."""
    size = end - start
    return f"{start + 1}" if size == 1 else f"{start + (size > 0)},{size}"
