"""Output formats of `check`: one module each, found by walking this folder.

A module has `NAME`, the format's name on the command line, and `report(run) -> str`, the whole output with its last
newline.
Formats of `extract` are in `references/`.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from juslint.suppress import source_span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from juslint.document import Document, Span
    from juslint.finding import Finding
    from juslint.loading import Unreadable
    from juslint.rules import Context


_STEP = 1024  # code points between two places of which it is remembered how many bytes stand before them


class Place(NamedTuple):
    """One-based lines and columns, in the file, of a stretch of it; the end is just after its last character."""

    line: int
    column: int
    end_line: int
    end_column: int


class Lines:
    """The lines of a file's text. A line ends at a newline; a carriage return before that belongs to no column."""

    def __init__(self, document: Document) -> None:
        self._document = document  # which need not stay in memory
        source = document.source
        self._starts = array("L", [0])
        at = source.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = source.find("\n", at + 1)

    @property
    def source(self) -> str:
        """The file's text."""
        return self._document.source

    def place(self, span: Span) -> Place:
        """Where a span of the text stands."""
        return Place(*self.line_column(span.start), *self.line_column(span.end))

    def bounds(self, line: int) -> tuple[int, int]:
        """Where a line (one-based) starts and ends, without its newline."""
        start = self._starts[line - 1]
        end = self._starts[line] - 1 if line < len(self._starts) else len(self.source)
        return start, end - (end > start and self.source[end - 1] == "\r")

    def bytes_before(self, position: int) -> int:
        """How many bytes of UTF-8 stand before a position; a lone surrogate counts as the three that replace it."""
        whole = position // _STEP
        return self._bytes[whole] + _bytes(self.source[whole * _STEP : position])

    @cached_property
    def _bytes(self) -> list[int]:
        steps = (_bytes(self.source[at : at + _STEP]) for at in range(0, len(self.source), _STEP))
        return list(accumulate(steps, initial=0))

    def line_column(self, position: int) -> tuple[int, int]:
        """One-based line and column of a position in the source."""
        line = bisect_right(self._starts, position)
        return line, position - self._starts[line - 1] + 1


class _LinesOf(dict[str, Lines]):
    def __init__(self, documents: Mapping[str, Document]) -> None:
        super().__init__()
        self._documents = documents

    def __missing__(self, path: str) -> Lines:
        self[path] = found = Lines(self._documents[path])
        return found


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


@dataclass(frozen=True)
class Run:
    """What one run of `check` found, and how the user wants it shown.

    `documents` by path are those that could be read; `references` counts the references in each of them, `contexts` has
    the references themselves, for the formats that show them. `color` and `width` (in columns) are those of the
    terminal; `quiet` leaves out what is not a finding.
    """

    documents: Mapping[str, Document]
    findings: tuple[Finding, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    references: Mapping[str, int] = field(default_factory=dict)
    fixed: int = 0
    color: bool = False
    width: int = 100
    quiet: bool = False
    contexts: Sequence[Context] = ()

    @cached_property
    def lines(self) -> Mapping[str, Lines]:
        """The lines of each file, counted when they are asked for."""
        return _LinesOf(self.documents)

    @cached_property
    def severities(self) -> Counter[str]:
        """How many findings there are of each severity."""
        return Counter(finding.severity for finding in self.findings)

    def place(self, finding: Finding) -> Place:
        """Where a finding stands in its file."""
        return self.lines[finding.path].place(source_span(self.documents[finding.path], finding))

    def place_of(self, path: str, span: Span) -> Place:
        """Where a span of a document's text stands in its file."""
        return self.lines[path].place(self.documents[path].offsets.to_source(span))
