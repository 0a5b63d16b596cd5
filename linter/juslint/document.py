"""A text to be checked, as every later step sees it: what a reader sees, with a way back to the file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from juslint.masthead import Masthead


class Span(NamedTuple):
    """A half-open stretch of `Document.text`, in code points."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


class Run(NamedTuple):
    """A stretch of `Document.text` and where it stands in the file: its size here and there."""

    start: int
    source: int
    size: int
    source_size: int


class Offsets:
    """The map from `Document.text` back to the file's text. An empty list of runs is the identity."""

    def __init__(self, runs: Sequence[Run] = ()) -> None:
        self.runs = tuple(runs)
        self._starts = [run.start for run in self.runs]

    def to_source(self, span: Span) -> Span:
        """Where `span` stands in the file. Markup between its characters lies inside, markup around it outside."""
        if not self.runs:
            return span
        start = self._at(span.start)
        return Span(start, start if span.end <= span.start else max(start, self._at(span.end - 1, last=True)))

    def _at(self, position: int, *, last: bool = False) -> int:
        run = self.runs[max(0, bisect_right(self._starts, position) - 1)]
        inside = position - run.start
        if run.size == run.source_size:
            return run.source + min(inside, run.size) + (1 if last else 0)
        return run.source + run.source_size if last or inside >= run.size else run.source

    def is_whole(self, span: Span) -> bool:
        """Whether `span` stands in the file character for character, so that an edit of it touches nothing else."""
        if not self.runs:
            return True
        source = self.to_source(span)
        if source.end - source.start != span.end - span.start:
            return False
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = max(first, bisect_right(self._starts, max(span.start, span.end - 1)) - 1)
        return all(run.size == run.source_size for run in self.runs[first : last + 1])


class Link(NamedTuple):
    """A link: `span` of its visible text, its `target` as written, and where that stands in the file."""

    span: Span
    target: str
    target_source: Span


class NoteMark(NamedTuple):
    """A mark in the running text (`war.¹`) that calls a note."""

    mark: str
    span: Span


class Note(NamedTuple):
    """A footnote: its mark, where the mark stands, and `span`, the note's own text without the mark."""

    mark: str
    mark_span: Span
    span: Span


@dataclass(frozen=True)
class Document:
    """One text. All spans are of `text`; `offsets` leads back to `source`, the text of the file.

    `text` is what a reader sees: no markup, no soft hyphens, no zero-width characters. Footnote marks that the markup
    sets apart stand in it as superscript digits. In plain text that needs none of this, `text` is `source`.
    """

    path: str
    source: str
    text: str
    offsets: Offsets = field(default_factory=Offsets)
    paragraphs: tuple[Span, ...] = ()  # in reading order; headings and notes are paragraphs too
    headings: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()
    note_marks: tuple[NoteMark, ...] = ()
    links: tuple[Link, ...] = ()
    quotations: tuple[Span, ...] = ()  # without their quotation marks
    emphases: tuple[Span, ...] = ()  # italic or bold stretches; empty where the format has none
    masthead: Masthead | None = None

    @cached_property
    def has_comments(self) -> bool:
        """Whether the file may hold comments that speak to juslint."""
        return "juslint:" in self.source

    def line_column(self, position: int) -> tuple[int, int]:
        """One-based line and column, in the file, of a position in `source` (a code point offset)."""
        line = self.source.count("\n", 0, position) + 1
        return line, position - (self.source.rfind("\n", 0, position) + 1) + 1
