"""Markdown (CommonMark 0.31, with footnotes): what a reader sees of it, with exact offsets into the file.

Left out of the text: emphasis marks, link brackets and targets, heading marks, bullets, HTML tags and comments,
pictures, front matter, fenced and indented code; a code span stands as one U+FFFC, unless it is an address. Footnote
marks, whether `<sup>1</sup>`, `[^1]` or `¹`, are superscript digits. Blocks are separated by a blank line; line breaks
within them are kept.
"""

from __future__ import annotations

from bisect import bisect_right

from juslint.document import Document, Link, Span
from juslint.reading import _blocks, _inline
from juslint.reading._text import MarkedText, visible

NAME = "Markdown"
SUFFIXES = (".md", ".markdown")
LANGUAGES = ("markdown",)
ITALICS = ("*", "*")


def read(path: str, source: str) -> Document:
    """The document in a Markdown file."""
    return _Reader(source, indented_code=True).builder.document(path)


def read_converted(path: str, source: str) -> Document:
    """The document in a file that a converter wrote in Markdown: lines that are set in are text there, not code."""
    return _Reader(source, indented_code=False).builder.document(path)


class _Reader:
    def __init__(self, source: str, *, indented_code: bool) -> None:
        self.source = source
        self.builder = MarkedText(source)
        self.end = 0  # how far in the file the text reaches so far
        parsed = _blocks.blocks(source, indented_code=indented_code)
        for block in parsed.blocks:
            self._block(block, parsed)

    def _block(self, block: _blocks.Block, parsed: _blocks.Blocks) -> None:
        text = "\n".join(self.source[line.start : line.end] for line in block.lines)
        inline = _inline.parse(text, parsed.definitions, parsed.labels, only_html=block.kind == "html")
        if not any(visible(token.shown or text[token.start : token.end]) for token in inline.tokens):
            return
        if self.builder.length:
            self._separate(block.lines[0].start)
        start = self.builder.length
        places = self._emit(inline, _Lines(block.lines))
        span = Span(start, self.builder.length)
        self.builder.paragraphs.append(span)
        if block.kind == "heading":
            self.builder.headings.append(span)
        self._mark(inline, places, _Lines(block.lines))

    def _separate(self, start: int) -> None:
        """A blank line for whatever stands between two blocks in the file."""
        self.builder.put("\n", self.end, start)
        self.builder.put("\n", start, start)

    def _emit(self, inline: _inline.Inline, lines: _Lines) -> list[int]:
        """Write the tokens; gives the place of each in the text, and of the end."""
        places = []
        tokens = inline.tokens
        for number, token in enumerate(tokens):
            places.append(self.builder.length)
            if token.start == token.end and not self._between_emphases(tokens, number):
                continue
            start, end = lines.source(token.start), lines.source(token.end)
            if token.shown is None:
                self.builder.keep(start, end)
            else:
                self.builder.put(token.shown, start, end)
            self.end = end
        return [*places, self.builder.length]

    @staticmethod
    def _between_emphases(tokens: list[_inline.Token], number: int) -> bool:
        """Whether a line break of no width stands between two emphasis marks that both are markup."""
        if tokens[number].shown is None:
            return False
        return all(tokens[beside].start == tokens[beside].end for beside in (number - 1, number + 1))

    def _mark(self, inline: _inline.Inline, places: list[int], lines: _Lines) -> None:
        for link in inline.links:
            if link.definition is not None:
                target = Span(link.definition.start, link.definition.end)
            else:
                target = Span(lines.source(link.start), lines.source(link.end))
            span = Span(places[min(link.first, link.last)], places[link.last])
            self.builder.links.append(Link(span, self.source[target.start : target.end], target))
        for opener, closer in inline.emphases:
            self.builder.emphases.append(Span(places[opener + 1], places[closer]))


class _Lines:
    """From positions in the joined lines of a block to positions in the file."""

    def __init__(self, lines: list[_blocks.Stretch]) -> None:
        self._lines = lines
        self._starts = []
        length = 0
        for line in lines:
            self._starts.append(length)
            length += line.end - line.start + 1

    def source(self, position: int) -> int:
        """Where `position` is in the file.

        A newline stands for all that lies between two lines: white space, and the marks of a quotation or list.
        """
        at = bisect_right(self._starts, position) - 1
        start, end = self._lines[at]
        return min(start + position - self._starts[at], end)
