"""Paragraphs of plain text, however its lines were broken.

Four layouts occur: one paragraph a line; lines of a column with a blank line between paragraphs; such lines without
blank lines; and text drawn from PDF files, with a blank line after every line of the page. A line of the column
continues the paragraph unless something says that it begins one: a mark of a list, an indent, a short line before it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import MONTH
from juslint.document import Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

_RULED = "_-–—=*"
_RULE = re.compile(f"[{re.escape(_RULED)}]{{5,}}")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_BULLET = re.compile(r"[•●▪‣◦·]\s")
_HEADS = "ACSPR"  # what the next begins with; to look costs less than to try
_HEADLINE = re.compile(r"(?:Article|Chapter|Section|Part|Rule|Annex|Appendix)\s+[0-9IVXLA-Z]{1,6}(?:\s[–—-]\s.*)?")
_ITEM = re.compile(
    r"(?:\[[0-9a-z]{1,3}\]|\(?[a-z]{1,2}\)|[a-z]\.|[a-z](?=\s[A-Z])|\([ivx]{1,5}\)|\([0-9]{1,2}\)|[0-9]{1,3}[.)]|[IVXL]{1,6}\.|[A-Z]\.|[–—-])\s"
    rf"|[0-9]{{1,3}}\s+(?!{MONTH}\b)[A-Z“\"‘(]|[0-9]{{1,3}}\s+(?:https?://|www\.)|[⁰¹²³⁴-⁹]+\s?\S"
)
_SENTENCE_END = frozenset('.;:!?”"’)]…')
_CLOSED = _SENTENCE_END | {","}
_DANGLING = re.compile(r"\b(?:a|an|and|at|by|for|from|in|its|of|on|or|that|the|their|to|with)\Z")  # no line ends so
_LONG = 100  # characters
_COLUMN = 140  # the widest column of print, in characters; longer lines are whole paragraphs


class Line(NamedTuple):
    """A line with something on it: its visible stretch, the white space before, and how many blank lines precede it."""

    start: int
    end: int
    indent: int
    gap: int


class Layout(NamedTuple):
    """How a text's lines were broken; `width` of its column in characters, `None` where a line is a paragraph."""

    width: int | None
    blank: int  # how many blank lines end a paragraph
    indented: bool  # whether an indent begins a paragraph


def paragraphs(text: str) -> list[Span]:
    """The paragraphs, without white space at their ends, in order; they hold all that is visible."""
    found: list[Span] = []
    lines = list(_lines(text))
    layout = _layout(text, lines)
    before: Line | None = None
    for line in lines:
        if before is not None and not _begins(text, before, line, layout):
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(Span(line.start, line.end))
        before = line
    return found


def joined(text: str, found: Sequence[Span], apart: Container[Span] = ()) -> list[Span]:
    """The paragraphs, with those made one again that the end of a page has cut within a sentence.

    So is a long paragraph that ends in a letter or comma before one that begins with a small letter; not those `apart`.
    """
    whole: list[Span] = []
    for span in found:
        last = whole[-1] if whole else None
        if (
            last is not None
            and last.end - last.start >= _LONG
            and (text[last.end - 1].isalpha() or text[last.end - 1] == ",")
            and text[span.start].islower()
            and not _ITEM.match(text, span.start)
            and last not in apart
            and span not in apart
        ):
            whole[-1] = Span(last.start, span.end)
        else:
            whole.append(span)
    return whole


def is_rule(words: str) -> bool:
    """Whether a paragraph is only a line drawn across the page, as before footnotes."""
    return bool(_RULE.fullmatch(words))


def _lines(text: str) -> Iterator[Line]:
    start = gap = 0
    for raw in text.split("\n"):
        inside = raw.strip()
        if inside:
            indent = len(raw) - len(raw.lstrip()) if raw[0].isspace() else 0
            yield Line(start + indent, start + indent + len(inside), indent, gap)
            gap = 0
        else:
            gap += 1
        start += len(raw) + 1


def _layout(text: str, lines: list[Line]) -> Layout:
    pairs = list(pairwise(lines))
    lengths = sorted(line.indent + line.end - line.start for line in lines)
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    if not pairs or width > _COLUMN:
        return Layout(None, 1, indented=False)
    spaced = [line for _, line in pairs if line.gap == 1]
    close = [line for _, line in pairs if line.gap == 0]
    indents = sum(1 for line in lines if line.indent)
    indented = 0.02 <= indents / len(lines) <= 0.5
    if len(spaced) >= 0.7 * len(pairs) and _continuing(text, spaced) >= 0.3:
        return Layout(width, 2, indented)
    if close and _continuing(text, close) >= 0.15:
        return Layout(width, 1, indented)
    return Layout(None, 1, indented=False)


def _continuing(text: str, lines: list[Line]) -> float:
    """The share of lines that begin with a small letter, as only lines within a sentence do."""
    return sum(1 for line in lines if text[line.start].islower()) / len(lines)


def _begins(text: str, before: Line, line: Line, layout: Layout) -> bool:
    """Whether `line` begins a paragraph, after the line `before`."""
    if layout.width is None or line.gap >= layout.blank:
        return True
    last, first = text[before.end - 1], text[line.start]
    if _is_rule(text, before) or _is_rule(text, line) or _BULLET.match(text, line.start):
        return True
    if _DANGLING.search(text, max(before.start, before.end - 8), before.end):
        return False
    behind_address = text[before.start] in "hw" and _whole(_ADDRESS, text, before)
    if first in "hw" and (last in _SENTENCE_END or behind_address) and _whole(_ADDRESS, text, line):
        return True
    if behind_address and not first.islower():
        return True
    # in a text that begins its paragraphs with an indent, a line without one more likely continues
    share = 0.6 if layout.indented and not line.indent and last not in _CLOSED else 0.85
    short = before.indent + before.end - before.start + 1 + _first_word(text, line) < layout.width * share
    if _ITEM.match(text, line.start) and (last in _CLOSED or short):
        return True
    if (last in _SENTENCE_END and _is_headline(text, line)) or _is_headline(text, before):
        return True
    if layout.indented and line.indent > before.indent and not first.islower():
        return True
    return short and not first.islower()


def _is_rule(text: str, line: Line) -> bool:
    return text[line.start] in _RULED and _whole(_RULE, text, line)


def _is_headline(text: str, line: Line) -> bool:
    return text[line.start] in _HEADS and _whole(_HEADLINE, text, line)


def _whole(pattern: re.Pattern[str], text: str, line: Line) -> bool:
    return pattern.fullmatch(text, line.start, line.end) is not None


def _first_word(text: str, line: Line) -> int:
    """How many characters the first word of a line has; at most 40."""
    head = text[line.start : min(line.end, line.start + 40)]
    return len(head.split(None, 1)[0])
