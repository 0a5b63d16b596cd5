"""The blocks of a Markdown file: which lines are paragraphs, headings, code. markdown-it-py decides; offsets are ours.

markdown-it-py gives the lines of each block and their content without the marks of lists and quotations around it;
finding that content in its line again gives exact offsets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from juslint.reading import _links
from juslint.reading._inline import Definition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

_LINE_END = re.compile(r"\r\n?|\n")
_ORDINAL = re.compile(r"[0-9]{1,9}[.)][ \t]+$")
_ATTRIBUTES = re.compile(r"\{:[^{}\n]{0,200}\}")  # a line of kramdown: the class of the block above or below
_NOTE = re.compile(r"\[\^([^\]\[\s]{1,64})\]:")
_NOTE_LABEL = re.compile(r"\[\^([^\]\[\s]{1,64})\]")
_META = re.compile(r"[\w-]+\s*:|[ \t]|-\s|#|$")
_META_LINES = 200


class Stretch(NamedTuple):
    """A piece of one line of the file, without white space at its ends: `source[start:end]`."""

    start: int
    end: int


@dataclass(slots=True)
class Block:
    """A paragraph, a heading or a block of HTML: its lines, as stretches of the file."""

    kind: str
    lines: list[Stretch]


@dataclass(slots=True)
class Blocks:
    """A Markdown file: its blocks in reading order, the targets of its link labels, the numbers of its footnotes."""

    blocks: list[Block] = field(default_factory=list)
    definitions: dict[str, Definition] = field(default_factory=dict)
    labels: dict[str, int] = field(default_factory=dict)


def blocks(source: str, *, indented_code: bool) -> Blocks:
    """Cut a file into blocks. Without `indented_code`, lines set in by four columns are text like any other."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - costs 30 ms, and only Markdown needs it

    parser = MarkdownIt("commonmark").disable(["inline", "reference"])
    if not indented_code:
        parser.disable("code")
    readable = source.replace("\0", " ")
    lines = _lines(readable)
    skip = _front_matter(readable, lines)
    start = lines[skip].start if skip < len(lines) else len(source)
    found = Blocks(labels=_numbers(source))
    after_note = False
    for block in _read(parser.parse(readable[start:]), readable, lines[skip:]):
        if block.kind == "code":  # the further paragraphs of a footnote are set in as code is
            if not after_note:
                continue
            block.kind = "paragraph"
        else:
            after_note = False
            block.lines = _without_definitions(readable, block, found.definitions)
        for part in _notes_apart(readable, block):
            found.blocks.append(part)
            after_note = after_note or bool(_NOTE.match(readable, part.lines[0].start))
    return found


def _lines(source: str) -> list[Stretch]:
    """The lines of the file, as markdown-it counts them, without their ends."""
    found, start = [], 0
    for end in _LINE_END.finditer(source):
        found.append(Stretch(start, end.start()))
        start = end.end()
    return [*found, Stretch(start, len(source))]


def _front_matter(source: str, lines: list[Stretch]) -> int:
    """How many lines of YAML metadata, between two lines `---`, stand before the text."""
    if source[lines[0].start : lines[0].end].rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:_META_LINES], 1):
        text = source[line.start : line.end].rstrip()
        if text in {"---", "..."}:
            return number + 1 if number > 1 else 0
        if not _META.match(text):
            return 0
    return 0


def _read(tokens: list[Token], source: str, lines: list[Stretch]) -> Iterator[Block]:
    kinds = {"html_block": "html", "code_block": "code"}
    for at, token in enumerate(tokens):
        kind = kinds.get(token.type)
        if token.type == "inline":
            kind = "heading" if tokens[at - 1].type == "heading_open" else "paragraph"
        if kind is None or token.map is None:
            continue
        contents = token.content.split("\n")
        first = token.map[0]
        places = map(_place, repeat(source), contents, lines[first : first + len(contents)])
        if block := [place for place in places if place and not _ATTRIBUTES.fullmatch(source, *place)]:
            prefix = _ORDINAL.search(source, max(0, block[0].start - 16), block[0].start)
            if prefix and kind != "code":  # the number of a list's item is part of what a reader sees
                block[0] = Stretch(prefix.start(), block[0].end)
            yield Block(kind, block)


def _place(source: str, content: str, line: Stretch) -> Stretch | None:
    content = content.strip()
    start = source.rfind(content, line.start, line.end)
    if not content:
        return None
    return Stretch(start, start + len(content)) if start >= 0 else line


def _numbers(source: str) -> dict[str, int]:
    """The number that each footnote shows: its label where all are numbers, else its place in the order of use."""
    labels = list(dict.fromkeys(found[1] for found in _NOTE_LABEL.finditer(source)))
    if all(label.isascii() and label.isdigit() and len(label) < 5 for label in labels):
        return {label: int(label) for label in labels}
    return {label: number for number, label in enumerate(labels, 1)}


def _without_definitions(source: str, block: Block, definitions: dict[str, Definition]) -> list[Stretch]:
    """The lines of a paragraph after the link definitions it begins with; the first definition of a label counts."""
    lines = block.lines
    if block.kind != "paragraph":
        return lines
    for number, line in enumerate(lines):
        found = _links.definition(source[line.start : line.end]) if source[line.start] == "[" else None
        if found is None:
            return lines[number:]
        label, start, end = found
        target = source[line.start + start : line.start + end]
        definitions.setdefault(label, Definition(target, line.start + start, line.start + end))
    return []


def _notes_apart(source: str, block: Block) -> Iterator[Block]:
    """Footnotes that follow one another line by line, each a block of its own."""
    part: list[Stretch] = []
    for line in block.lines:
        if part and block.kind == "paragraph" and _NOTE.match(source, line.start):
            yield Block(block.kind, part)
            part = []
        part.append(line)
    if part:
        yield Block(block.kind, part)
