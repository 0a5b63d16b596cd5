"""A text to be checked, as every later step sees it: what a reader sees, with a way back to the file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from juslint.masthead import Masthead


T = TypeVar("T")
LATER = frozenset({"paragraphs", "headings", "notes", "note_marks", "quotations", "masthead"})
_STEPS = 16  # things that are looked at one by one before the tree is asked


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


class Placed(Generic[T]):
    """Things by the stretch that each stands on: which of them lie at a place, without a look at all of them."""

    def __init__(self, things: Iterable[tuple[Span, T]]) -> None:
        self._things = sorted(enumerate(things), key=lambda one: one[1][0])
        self._starts = [span.start for _, (span, _) in self._things]
        self._furthest = list(accumulate((span.end for _, (span, _) in self._things), max))

    def at(self, place: Span) -> list[T]:
        """Those whose stretch shares a character with `place` or touches it, in the order in which they were given."""
        found = []
        after = last = bisect_right(self._starts, place.end)
        while after and last - after < _STEPS and self._furthest[after - 1] >= place.start:
            after -= 1
            number, (span, thing) = self._things[after]
            if span.end >= place.start:
                found.append((number, thing))
        if last - after == _STEPS:
            found += ((self._things[at][0], self._things[at][1][1]) for at in self._reaching(place.start, after))
        return [thing for _, thing in sorted(found, key=lambda one: one[0])]

    def overlap(self, place: Span) -> bool:
        """Whether one of them shares a character with `place`."""
        before = bisect_left(self._starts, place.end)
        return before > 0 and self._furthest[before - 1] > place.start

    def _reaching(self, position: int, before: int) -> Iterator[int]:
        """Which of the first so many end at or behind a position: a stretch over all the text has thousands in it."""
        leaves = len(self._ends) // 2
        branches = [(1, 0, leaves)]
        while branches:
            branch, first, size = branches.pop()
            if first >= before or self._ends[branch] < position:
                continue
            if size == 1:
                yield first
            else:
                half = size // 2
                branches += ((2 * branch, first, half), (2 * branch + 1, first + half, half))

    @cached_property
    def _ends(self) -> list[int]:
        """A tree in a list, from 1: where the stretches end, and above each two of them the further end."""
        leaves = 1 << max(0, len(self._things) - 1).bit_length()
        ends = [-1] * leaves + [span.end for _, (span, _) in self._things] + [-1] * (leaves - len(self._things))
        for branch in range(leaves - 1, 0, -1):
            ends[branch] = max(ends[2 * branch], ends[2 * branch + 1])
        return ends


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
    # These have factories, so that the class itself has none of them, and `later` can leave them out.
    paragraphs: tuple[Span, ...] = field(default_factory=tuple)  # in reading order; with headings and notes
    cells: tuple[Span, ...] = ()  # of these, cells of a table that stand in one row with the paragraph before them
    headings: tuple[Span, ...] = field(default_factory=tuple)
    notes: tuple[Note, ...] = field(default_factory=tuple)
    note_marks: tuple[NoteMark, ...] = field(default_factory=tuple)
    links: tuple[Link, ...] = ()
    quotations: tuple[Span, ...] = field(default_factory=tuple)  # without their quotation marks
    emphases: tuple[Span, ...] = ()  # italic or bold stretches; empty where the format has none
    masthead: Masthead | None = field(default_factory=lambda: None)

    def later(self, find: Callable[[], Mapping[str, object]]) -> Document:
        """The same document with other values of the fields in `LATER`, which are found when one of them is asked for.

        A text that refers to nothing has no need of them.
        """
        out = object.__new__(type(self))
        out.__dict__.update((name, value) for name, value in vars(self).items() if name not in LATER)
        out.__dict__["_find"] = find
        return out

    @property
    def is_complete(self) -> bool:
        """Whether all fields are known: none is still to be found."""
        return "_find" not in self.__dict__

    if not TYPE_CHECKING:  # a type checker knows the fields

        def __getattr__(self, name: str) -> object:
            find = self.__dict__.get("_find") if name in LATER else None
            if find is None:
                raise AttributeError(f"a document has no {name!r}", name=name, obj=self)
            self.__dict__.update(find())
            del self.__dict__["_find"]
            return self.__dict__[name]

    @cached_property
    def paragraph_starts(self) -> list[int]:
        """Where the paragraphs begin."""
        return [span.start for span in self.paragraphs]

    @cached_property
    def has_comments(self) -> bool:
        """Whether the file may hold comments that speak to juslint."""
        return "juslint:" in self.source

    @cached_property
    def links_by_place(self) -> Placed[Link]:
        """The links by where their text stands."""
        return Placed((link.span, link) for link in self.links)

    @cached_property
    def links_by_target(self) -> Placed[Link]:
        """The links by where their target stands in the file; of those that share one, the first."""
        return Placed({link.target_source: link for link in reversed(self.links)}.items())

    @cached_property
    def notes_by_place(self) -> Placed[Note]:
        """The notes by where their own text stands."""
        return Placed((note.span, note) for note in self.notes)

    @cached_property
    def emphases_by_place(self) -> Placed[Span]:
        """The italic and bold stretches by where they stand."""
        return Placed((span, span) for span in self.emphases)

    @cached_property
    def quotations_by_place(self) -> Placed[Span]:
        """The quotations by where they stand."""
        return Placed((span, span) for span in self.quotations)

    def line_column(self, position: int) -> tuple[int, int]:
        """One-based line and column, in the file, of a position in `source` (a code point offset)."""
        line = bisect_right(self._line_starts, position)
        return line, position - self._line_starts[line - 1] + 1

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        while (end := self.source.find("\n", starts[-1])) >= 0:
            starts.append(end + 1)
        return starts
