"""A text as an editor has it: lines, and positions in UTF-16, UTF-8 or UTF-32 units.

A line ends at `\\n`, `\\r\\n` or `\\r`, as the protocol has it. A page break or U+2028 is a character like others.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from juslint.document import Span

_LINE_END = re.compile(r"\r\n|\n|\r")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_HALF = re.compile("[\ud800-\udfff]")
UTF_8, UTF_16, UTF_32 = "utf-8", "utf-16", "utf-32"


class Position(NamedTuple):
    """Zero-based line, and units of the encoding before it on the line."""

    line: int
    character: int


@dataclass(frozen=True)
class Text:
    """One state of one text. A change makes a new one."""

    source: str
    encoding: str = UTF_16
    version: int | None = None

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(end.end() for end in _LINE_END.finditer(self.source))]

    @cached_property
    def _wide(self) -> tuple[list[int], list[int]]:
        """Where the characters of more than one unit stand, and how many further units there are up to each."""
        if self.encoding == UTF_32 or self.source.isascii():
            return [], [0]
        if self.encoding == UTF_16:
            places = [found.start() for found in _ASTRAL.finditer(self.source)]
            return places, list(range(len(places) + 1))
        found = [
            (one.start(), len(one[0].encode("utf-8", "surrogatepass")) - 1) for one in _NOT_ASCII.finditer(self.source)
        ]
        return [place for place, _ in found], [0, *accumulate(extra for _, extra in found)]

    def _units(self, offset: int) -> int:
        """Units from the start of the text."""
        places, extra = self._wide
        return offset + extra[bisect_left(places, offset)]

    def position(self, offset: int) -> Position:
        """Where a code point offset stands."""
        line = bisect_right(self._starts, offset) - 1
        start = self._starts[line]
        return Position(line, self._units(offset) - self._units(start))

    def offset(self, position: Position) -> int:
        """The code point offset of a position; what lies outside the text is brought to its edge."""
        line, character = position
        if line < 0:
            return 0
        if line >= len(self._starts):
            return len(self.source)
        start, end = self._starts[line], self.line_end(line)
        if character <= 0:
            return start
        wanted = self._units(start) + character
        return start + max(0, bisect_right(range(start, end + 1), wanted, key=self._units) - 1)

    def line_end(self, line: int) -> int:
        """Where the words of a line end, before its line end."""
        if line + 1 >= len(self._starts):
            return len(self.source)
        end = self._starts[line + 1] - 1
        return end - (self.source[end] == "\n" and end > self._starts[line] and self.source[end - 1] == "\r")

    def line_start(self, line: int) -> int:
        """Where a line of the text begins."""
        return self._starts[line]

    def lines(self) -> int:
        """How many lines there are."""
        return len(self._starts)

    def positions(self, span: Span) -> tuple[Position, Position]:
        """Both ends of a span."""
        return self.position(span.start), self.position(span.end)

    def span(self, start: Position, end: Position) -> Span:
        """The span between two positions, in whichever order they come."""
        first, last = self.offset(start), self.offset(end)
        return Span(min(first, last), max(first, last))

    @classmethod
    def of(cls, source: str, encoding: str, version: int | None) -> Text:
        """A text that came from outside: halves of surrogate pairs, which are no characters, become U+FFFD."""
        return cls(_whole(source), encoding, version)

    def changed(self, span: Span | None, new: str, version: int | None) -> Text:
        """The text with a stretch of it replaced, or (None) all of it."""
        if span is None:
            return Text(_whole(new), self.encoding, version)
        return Text(self.source[: span.start] + _whole(new) + self.source[span.end :], self.encoding, version)


def _whole(source: str) -> str:
    return source if source.isascii() else _HALF.sub("\ufffd", source)
