"""Text that runs through a file of markup, gathered block by block: what HTML and LaTeX have in common.

A reader shows pieces of the file, says where blocks end, links and emphases begin and end, and where a note is that
stands within a sentence; the notes of a block are put behind it, as a reader finds them at the foot of the page.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field
from typing import NamedTuple

from juslint.document import Document, Link, Span
from juslint.reading._inline import OBJECT, SUPERSCRIPT, Token, apart
from juslint.reading._text import MarkedText, visible

__all__ = ["OBJECT", "Block", "Flow"]

_GAP = re.compile(r"[ \t\r\n\f]{2,}|[\t\r\n\f]")
_BLANK = frozenset(" \t\r\n\f")
_RAISED = re.compile(
    r"\s*[\[(]?\s*((?:[0-9]{1,4}|[⁰¹²³⁴-⁹]{1,4})(?:\s*[,;–-]\s*(?:[0-9]{1,4}|[⁰¹²³⁴-⁹]{1,4})){0,8}|[a-z])\s*[\])]?\s*",
    re.IGNORECASE,
)
_FEW = 24  # more pieces than this are no mark of a note


class _Linked(NamedTuple):
    """A link on the pieces from `first` up to but not including `last`."""

    first: int
    last: int
    target: str
    place: Span


@dataclass(slots=True, eq=False)
class Block:
    """A paragraph or heading: its pieces, and by their numbers its links and emphases; the notes that it calls.

    `lit` has for each piece the number of the last one up to it that a reader sees, -1 where there is none.
    """

    pieces: list[Token] = field(default_factory=list)
    lit: list[int] = field(default_factory=list)
    links: list[_Linked] = field(default_factory=list)
    emphases: list[tuple[int, int]] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)
    heading: bool = False
    in_row: bool = False  # whether it is a cell that stands in one row with the block before it
    spaced: bool = True  # whether what comes next follows white space, so that none is needed


class Flow:
    """The text of one file so far. `block` is the one that is being filled."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.block = Block()
        self._outer: list[Block] = []  # the blocks in whose notes we are
        self._builder = MarkedText(source)
        self._end = 0  # how far in the file the text reaches

    @property
    def size(self) -> int:
        """How many pieces the block has so far."""
        return len(self.block.pieces)

    def show(self, start: int, end: int, shown: str) -> None:
        """`shown` is what a reader sees of `source[start:end]`."""
        self._add(Token(start, end, shown), shown)

    def text(self, start: int, end: int) -> None:
        """`source[start:end]` is text; white space in it that is no single blank is one."""
        if self.block.spaced:
            while start < end and self.source[start] in _BLANK:
                start += 1
        for gap in _GAP.finditer(self.source, start, end):
            self._keep(start, gap.start())
            self.space(*gap.span())
            start = gap.end()
        self._keep(start, end)

    def space(self, start: int, end: int) -> None:
        """White space, however much, is one blank."""
        if not self.block.spaced:
            self.show(start, end, " ")

    def lines(self, start: int, end: int) -> None:
        """`source[start:end]` is text whose line breaks count."""
        self._keep(start, end)

    def link(self, first: int, target: str, place: Span) -> None:
        """The pieces from `first` on are a link; `place` is where its target is written."""
        if self.visible(first):
            self.block.links.append(_Linked(first, self.size, target, place))

    def emphasis(self, first: int) -> None:
        """The pieces from `first` on are emphasised."""
        if self.visible(first):
            self.block.emphases.append((first, self.size))

    def raised(self, first: int, start: int, end: int, *, letters: bool = True, whole: bool = False) -> bool:
        """Let superscript digits stand for the pieces from `first` on, if they are numbers as marks of notes are.

        `whole`: they are all of a mark, and no digits of one that is written in pieces.
        """
        if self.size - first > _FEW:
            return False
        words = self.words(first)
        found = _RAISED.fullmatch(words)
        if found is None or not (letters or found[1][0].isdigit()):
            return False
        linked = bool(self.block.links) and self.block.links[-1].first >= first
        self.drop(first)
        self.mark(start, end, found[1].lower(), whole=whole or linked or words[0] in "[\u2009")
        return True

    def mark(self, start: int, end: int, number: str, *, whole: bool = True) -> None:
        """Superscript digits stand for `source[start:end]`, a mark that is `whole`, not a digit of one."""
        last = self.block.pieces[-1].shown if whole and self.block.pieces else None
        self.show(start, end, apart(last or "", number.translate(SUPERSCRIPT)))

    def drop(self, first: int) -> None:
        """Take the pieces from `first` on out of the text."""
        block = self.block
        del block.pieces[first:], block.lit[first:]
        while block.links and block.links[-1].first >= first:
            block.links.pop()

    def visible(self, first: int = 0) -> bool:
        """Whether a reader sees any of the pieces from `first` on."""
        return bool(self.block.lit) and self.block.lit[-1] >= first

    def words(self, first: int) -> str:
        """What a reader sees of the pieces from `first` on."""
        pieces = self.block.pieces[first:]
        return "".join(self.source[each.start : each.end] if each.shown is None else each.shown for each in pieces)

    def end_block(self, *, in_row: bool = False) -> None:
        """What follows is another block, perhaps another cell of the same row of a table."""
        seen = self.visible()
        block, self.block = self.block, Block(in_row=in_row)
        if not seen and not block.notes:
            return
        if self._outer:
            self._outer[-1].notes.append(block)
        else:
            self._write(block)

    def begin_note(self) -> None:
        """What follows is a note, up to `end_note`."""
        self._outer.append(self.block)
        self.block = Block()

    def end_note(self) -> None:
        """What follows belongs to the block again in which the note stands."""
        self.end_block()
        self.block = self._outer.pop()

    def document(self, path: str) -> Document:
        """The document, with all that was shown."""
        while self._outer:
            self.end_note()
        self.end_block()
        return self._builder.document(path)

    def _keep(self, start: int, end: int) -> None:
        if start >= end:
            return
        block = self.block
        if block.pieces and block.pieces[-1].shown is None and block.pieces[-1].end == start:
            block.pieces[-1].end = end
            shown = self.source[start:end]
            block.lit[-1] = len(block.pieces) - 1 if visible(shown) else block.lit[-1]
            block.spaced = shown[-1] in _BLANK
        else:
            self._add(Token(start, end), self.source[start:end])

    def _add(self, piece: Token, shown: str) -> None:
        block = self.block
        block.lit.append(len(block.pieces) if visible(shown) else block.lit[-1] if block.lit else -1)
        block.pieces.append(piece)
        block.spaced = shown[-1:] in _BLANK

    def _write(self, block: Block) -> None:
        """Put a block into the text, and behind it its notes. Notes in notes are not followed by recursion."""
        waiting = deque([block])
        while waiting:
            one = waiting.popleft()
            waiting.extend(one.notes)
            if one.lit and one.lit[-1] >= 0:
                self._write_one(one)

    def _write_one(self, block: Block) -> None:
        builder, start = self._builder, block.pieces[0].start
        if builder.length:  # a blank line for whatever stands between; a note stands before the text it follows
            builder.put("\n", min(self._end, start), start)
            builder.put("\n", start, start)
        first = builder.length
        places = []
        for piece in block.pieces:
            places.append(builder.length)
            if piece.shown is None:
                builder.keep(piece.start, piece.end)
            else:
                builder.put(piece.shown, piece.start, piece.end)
        places.append(builder.length)
        self._end = block.pieces[-1].end
        span = Span(first, builder.length)
        builder.paragraphs.append(span)
        if block.in_row:
            builder.cells.append(span)
        if block.heading:
            builder.headings.append(span)
        for link in block.links:
            where = Span(places[min(link.first, len(places) - 1)], places[min(link.last, len(places) - 1)])
            builder.links.append(Link(where, link.target, link.place))
        for opener, closer in block.emphases:
            builder.emphases.append(Span(places[min(opener, len(places) - 1)], places[min(closer, len(places) - 1)]))
