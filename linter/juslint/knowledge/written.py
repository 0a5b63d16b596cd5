"""A file of the knowledge base as it is written: values with their quotation marks, and the comments between them.

For laying a file out anew (`layout_text.py`); whoever wants to know what a file says reads `yaml_tree.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from juslint.knowledge.yaml_tree import Damage

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMENT = re.compile(r"(?:(?<=\s)|^)#[^\n]*", re.MULTILINE)


@dataclass(slots=True)
class Piece:
    """A value (or a field's name) as written.

    `value`: the text of a scalar, items of a list, pairs of a mapping. `quoted`: a scalar with quotation marks.
    `flow`: a list or mapping in brackets. `before`: comments on lines of their own above it; `after`: one behind it.
    """

    value: str | list[Piece] | list[tuple[Piece, Piece]]
    mapping: bool = False
    quoted: bool = False
    flow: bool = False
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)

    def pairs(self) -> list[tuple[Piece, Piece]]:
        """The fields of a mapping; none of anything else."""
        return [one for one in self.value if isinstance(one, tuple)] if self.mapping else []

    def items(self) -> list[Piece]:
        """The items of a list; none of anything else."""
        if self.mapping or isinstance(self.value, str):
            return []
        return [one for one in self.value if isinstance(one, Piece)]


def pieces(text: str) -> tuple[Piece, list[str]]:
    """The whole of a file that `yaml_tree.read` can read, and the comments at its end."""
    import yaml  # noqa: PLC0415

    reader = _Reader(text)
    for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        reader.take(event)
    if reader.root is None:
        raise Damage("empty", 1, 1, "the file holds nothing")
    return reader.root, reader.pending


class _Reader:
    """From the parser's events to pieces."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._end = 0  # of what was taken
        self._open: list[Piece] = []
        self._key: list[Piece | None] = []
        self._last: Piece | None = None
        self.pending: list[str] = []
        self.root: Piece | None = None

    def take(self, event: object) -> None:
        """The next event, and the comments in front of it."""
        import yaml  # noqa: PLC0415

        mark, end = event.start_mark, event.end_mark  # type: ignore[attr-defined]
        start = self._offset(mark.line, mark.column)
        for comment, alone in self._comments(self._end, start):
            if alone or self._last is None:
                self.pending.append(comment)
            else:
                self._last.after.append(comment)
        self._end = max(self._end, start)
        if isinstance(event, yaml.CollectionEndEvent):
            self._last = self._open.pop()
            self._key.pop()
        if not isinstance(event, yaml.NodeEvent) or isinstance(event, yaml.AliasEvent):
            self._end = max(self._end, self._offset(end.line, end.column) if end.line == mark.line else start)
            return
        if isinstance(event, yaml.ScalarEvent):
            piece = Piece(event.value, quoted=event.style not in (None, ""))
            self._end = max(self._end, self._offset(end.line, end.column))
        else:
            assert isinstance(event, yaml.CollectionStartEvent)
            piece = Piece([], mapping=isinstance(event, yaml.MappingStartEvent), flow=bool(event.flow_style))
            self._end += piece.flow
        self._place(piece)
        if not isinstance(event, yaml.ScalarEvent):
            self._open.append(piece)
            self._key.append(None)
        if piece.flow or isinstance(event, yaml.ScalarEvent):
            piece.before, self.pending = self.pending, []
            self._last = piece

    def _place(self, piece: Piece) -> None:
        """Put a piece where the open collection waits for it."""
        if not self._open:
            self.root = piece
            return
        parent, key = self._open[-1], self._key[-1]
        if not parent.mapping:
            parent.value.append(piece)  # type: ignore[union-attr, arg-type]
        elif key is None:
            self._key[-1] = piece
        else:
            parent.value.append((key, piece))  # type: ignore[union-attr, arg-type]
            self._key[-1] = None

    def _comments(self, start: int, end: int) -> Iterator[tuple[str, bool]]:
        """Comments between two places, each with whether it stands on a line of its own."""
        if "#" not in self._text[start:end]:
            return
        for found in _COMMENT.finditer(self._text, start, end):
            line = self._text.rfind("\n", 0, found.start()) + 1
            yield found[0].rstrip(), not self._text[line : found.start()].strip()

    def _offset(self, line: int, column: int) -> int:
        return self._starts[line] + column if line < len(self._starts) else len(self._text)
