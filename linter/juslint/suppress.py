"""Suppression inside a text: `<!-- juslint: ignore[rule, other-rule] reason -->`, and `% juslint: …` in TeX.

On a line with other text it holds for that line, on a line of its own for the next line that says something, and
`ignore-file[rule]` holds for the whole file. A finding is suppressed where it touches such a line. Comments that stand
as examples, in code, are not read as suppressions.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import cached_property
from itertools import accumulate
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from juslint.document import Span
from juslint.finding import SourceEdit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from juslint.document import Document
    from juslint.finding import Finding

_HTML = re.compile(r"<!--\s*juslint:(?P<body>.*?)-->", re.DOTALL)
_TEX = re.compile(r"(?<![\\%])%+\s*juslint:(?P<body>.*)")
_BODY = re.compile(r"\s*(?P<kind>ignore|ignore-file)\s*\[(?P<rules>[^\]]*)\]")
_NAME = re.compile(r"[^\s,]+")
_FENCE = re.compile(r"^ {0,3}(`{3,}+|~{3,}+)[^\n]*\n.*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
_TICKS = re.compile(r"`++|\n")
_BLANK = re.compile(r"\s*+")
_TEX_CODE = re.compile(r"\\begin\{(verbatim\*?|Verbatim|lstlisting|minted)\}.*?(?:\\end\{\1\}|\Z)", re.DOTALL)
_TEX_SUFFIXES = frozenset({".tex", ".ltx", ".sty", ".cls"})
_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})


class Suppression(NamedTuple):
    """One comment. All spans are of the file's own text; `names` are the rules as written and where."""

    span: Span
    names: tuple[tuple[str, Span], ...]
    holds: Span  # what it holds for


class Unused(NamedTuple):
    """A suppression, or one name in it, that suppresses nothing: where, why, and the edit that takes it away."""

    span: Span
    message: str
    edit: SourceEdit


def find(document: Document) -> list[Suppression]:
    """Every suppression in the document; one that is not understood has no names."""
    if not document.has_comments:
        return []
    source = document.source
    suffix = PurePath(document.path).suffix.lower()
    tex = suffix in _TEX_SUFFIXES
    code = [Span(*found.span()) for found in _TEX_CODE.finditer(source)] if tex else []
    code = _code(source) if suffix in _MARKDOWN_SUFFIXES else code
    end = len(source) if tex else source.rfind("-->") + 3  # a comment that is never closed is looked for once
    comments = [
        found for found in (_TEX if tex else _HTML).finditer(source, 0, end) if not _inside(found.start(), code)
    ]
    lines = _Lines(source, [Span(*found.span()) for found in comments])
    return [_suppression(source, found, lines) for found in comments]


def apply(
    document: Document, findings: Sequence[Finding], ran: Collection[str], known: Collection[str]
) -> tuple[list[Finding], list[Unused]]:
    """The findings of one document that stay, and what of its suppressions was of no use.

    `ran` are the rules that ran on the document: that a suppression of another one was of no use cannot be known.
    """
    suppressions = find(document)
    if not suppressions:
        return list(findings), []
    places = [source_span(document, finding) for finding in findings]
    holds: dict[str, list[Span]] = defaultdict(list)
    for suppression in suppressions:
        for name, _ in suppression.names:
            holds[name].append(Span(suppression.holds.start, suppression.holds.end + 1))  # its end belongs to it
    covered = {name: _Touched(spans) for name, spans in holds.items()}
    spoken: dict[str, list[Span]] = defaultdict(list)
    kept = []
    for finding, place in zip(findings, places, strict=True):
        if finding.rule in covered:
            spoken[finding.rule].append(place)
        if finding.rule not in covered or not covered[finding.rule].by(place.start, max(place.end, place.start + 1)):
            kept.append(finding)
    # a place without length touches the line that ends or begins there, as one of a character does
    found = {
        name: _Touched([Span(place.start, max(place.end, place.start + 1)) for place in them])
        for name, them in spoken.items()
    }
    lines = _Lines(document.source, ())
    unused: list[Unused] = []
    for one in suppressions:
        used = {name for name, _ in one.names if name in found and found[name].by(one.holds.start, one.holds.end + 1)}
        unused += _unused(one, used, ran, known, lines)
    return kept, unused


def source_span(document: Document, finding: Finding) -> Span:
    """Where a finding stands in the file's own text."""
    return finding.source_span or document.offsets.to_source(finding.span)


class _Touched:
    """Stretches that can be asked whether one of them shares a character with another stretch."""

    def __init__(self, spans: Sequence[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._furthest = list(accumulate((span.end for span in ordered), max))

    def by(self, start: int, end: int) -> bool:
        """Whether a stretch begins before `end` and ends behind `start`."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._furthest[before - 1] > start


class _Lines:
    """The lines of a file, and which of them say something besides the `comments` (in order, none in another)."""

    def __init__(self, source: str, comments: Sequence[Span]) -> None:
        self.source = source
        self._comments = comments
        self._starts = [0, *(found.end() for found in re.finditer("\n", source))]

    def whole(self, span: Span) -> Span:
        """The lines that a stretch stands on, without the last newline."""
        after = bisect_right(self._starts, span.end)
        end = self._starts[after] - 1 if after < len(self._starts) else len(self.source)
        return Span(self._starts[bisect_right(self._starts, span.start) - 1], end)

    @cached_property
    def _said(self) -> list[int]:
        """Where the lines begin that say something."""
        pieces: list[str] = []
        last = 0
        for start, end in self._comments:
            pieces += (self.source[last:start], re.sub(r"[^\n]", " ", self.source[start:end]))
            last = end
        says = "".join((*pieces, self.source[last:])).split("\n")
        return [start for start, line in zip(self._starts, says, strict=True) if line.strip()]

    def held(self, comment: Span) -> Span:
        """The line that a comment stands on where that says something else, otherwise the next one that does."""
        own = self.whole(comment)
        next_one = bisect_left(self._said, own.start)
        if next_one < len(self._said):
            start = self._said[next_one]
            return own if start <= own.end else self.whole(Span(start, start))
        return own if own.end == len(self.source) else self.whole(Span(len(self.source), len(self.source)))

    def removal(self, span: Span) -> SourceEdit:
        """The edit that takes a comment away, with its line where it stands alone, else with the space before it."""
        start, end = self.whole(span)
        last = _BLANK.fullmatch(self.source, span.end, end) is not None
        if last and _BLANK.fullmatch(self.source, start, span.start):
            return SourceEdit(Span(start, min(len(self.source), end + 1)), "")
        before = span.start
        if last or self.source[span.end].isspace():
            while before > start and self.source[before - 1] in " \t":
                before -= 1
        return SourceEdit(Span(before, span.end), "")


def _unused(
    suppression: Suppression, used: Collection[str], ran: Collection[str], known: Collection[str], lines: _Lines
) -> Iterator[Unused]:
    whole = lines.removal(suppression.span)
    if not suppression.names:
        yield Unused(suppression.span, "this comment names no rule: write juslint: ignore[rule]", whole)
        return
    idle = [
        number
        for number, (name, _) in enumerate(suppression.names)
        if name not in used and (name in ran or name not in known)
    ]
    for number in idle:
        name, span = suppression.names[number]
        if name in known:
            message = f"this suppresses nothing: {name} finds nothing here"
        else:
            from juslint.config import brief, did_you_mean  # noqa: PLC0415 - only for the message

            message = f"there is no rule {brief(name)!r}{did_you_mean(name, known)}"
        everything = len(idle) == len(suppression.names)
        yield Unused(span, message, whole if everything else _without(suppression, number, lines.source))


def _suppression(source: str, found: re.Match[str], lines: _Lines) -> Suppression:
    span = Span(*found.span())
    body = _BODY.match(source, found.start("body"), found.end("body"))
    if body is None:
        return Suppression(span, (), span)
    names = tuple(
        (name.group(), Span(*name.span())) for name in _NAME.finditer(source, body.start("rules"), body.end("rules"))
    )
    return Suppression(span, names, Span(0, len(source)) if body["kind"] == "ignore-file" else lines.held(span))


def _without(suppression: Suppression, number: int, source: str) -> SourceEdit:
    """The edit that takes one name out of the list, with the comma that goes with it."""
    name = suppression.names[number][1]
    if number + 1 < len(suppression.names):
        return SourceEdit(Span(name.start, suppression.names[number + 1][1].start), "")
    close = source.index("]", name.end)
    return SourceEdit(Span(suppression.names[number - 1][1].end, close), "")


def _code(source: str) -> list[Span]:
    """Fenced blocks and code spans of Markdown, in order."""
    fences = [Span(*found.span()) for found in _FENCE.finditer(source)]
    return sorted(fences + [span for span in _code_spans(source) if not _inside(span.start, fences)])


def _code_spans(source: str) -> list[Span]:
    """Stretches on one line between two runs of backticks of one length, the first of them first."""
    found: list[Span] = []
    line: list[Span] = []
    for run in _TICKS.finditer(f"{source}\n"):
        if run[0] != "\n":
            line.append(Span(*run.span()))
            continue
        closing: dict[int, int] = {}
        follows: list[int | None] = [None] * len(line)
        for number in reversed(range(len(line))):
            size = line[number].end - line[number].start
            follows[number] = closing.get(size)
            closing[size] = number
        number = 0
        while number < len(line):
            closes = follows[number]
            if closes is not None:
                found.append(Span(line[number].start, line[closes].end))
            number = number + 1 if closes is None else closes + 1
        line = []
    return found


def _inside(position: int, spans: Sequence[Span]) -> bool:
    """Whether a position lies in one of the stretches, which stand in order."""
    before = bisect_right(spans, position, key=lambda span: span.start)
    return before > 0 and position < spans[before - 1].end
