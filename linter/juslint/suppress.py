"""Suppression inside a text: `<!-- juslint: ignore[rule, other-rule] reason -->`, and `% juslint: …` in TeX.

On a line with other text it holds for that line, on a line of its own for the next line that says something, and
`ignore-file[rule]` holds for the whole file. A finding is suppressed where it touches such a line. Comments that stand
as examples, in code, are not read as suppressions.
"""

from __future__ import annotations

import re
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
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
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
    spans = [Span(*found.span()) for found in comments]
    return [_suppression(source, found, spans) for found in comments]


def apply(
    document: Document, findings: Sequence[Finding], ran: Collection[str], known: Collection[str]
) -> tuple[list[Finding], list[Unused]]:
    """The findings of one document that stay, and what of its suppressions was of no use.

    `ran` are the rules that ran on the document: that a suppression of another one was of no use cannot be known.
    """
    suppressions = find(document)
    if not suppressions:
        return list(findings), []
    used: set[tuple[int, str]] = set()
    kept = []
    for finding in findings:
        place = source_span(document, finding)
        by = [
            (number, finding.rule)
            for number, suppression in enumerate(suppressions)
            if any(name == finding.rule for name, _ in suppression.names) and _touches(place, suppression.holds)
        ]
        used.update(by)
        if not by:
            kept.append(finding)
    unused = [
        one
        for number, suppression in enumerate(suppressions)
        for one in _unused(document, suppression, {name for at, name in used if at == number}, ran, known)
    ]
    return kept, unused


def source_span(document: Document, finding: Finding) -> Span:
    """Where a finding stands in the file's own text."""
    return finding.source_span or document.offsets.to_source(finding.span)


def _unused(
    document: Document, suppression: Suppression, used: set[str], ran: Collection[str], known: Collection[str]
) -> Iterator[Unused]:
    whole = _removal(document.source, suppression.span)
    if not suppression.names:
        yield Unused(suppression.span, "this comment names no rule: write juslint: ignore[rule]", whole)
        return
    idle = [(name, span) for name, span in suppression.names if name not in used and (name in ran or name not in known)]
    for name, span in idle:
        if name in known:
            message = f"this suppresses nothing: {name} finds nothing here"
        else:
            from juslint.config import did_you_mean  # noqa: PLC0415 - only for the message

            message = f"there is no rule {name!r}{did_you_mean(name, known)}"
        everything = len(idle) == len(suppression.names)
        yield Unused(span, message, whole if everything else _without(suppression, span, document.source))


def _suppression(source: str, found: re.Match[str], comments: Sequence[Span]) -> Suppression:
    span = Span(*found.span())
    body = _BODY.match(source, found.start("body"), found.end("body"))
    if body is None:
        return Suppression(span, (), span)
    names = tuple(
        (name.group(), Span(*name.span())) for name in _NAME.finditer(source, body.start("rules"), body.end("rules"))
    )
    whole_file = body["kind"] == "ignore-file"
    return Suppression(span, names, Span(0, len(source)) if whole_file else _line(source, span, comments))


def _line(source: str, comment: Span, comments: Sequence[Span]) -> Span:
    """The line that the comment stands on where that says something else, otherwise the next one that does."""
    start, end = _line_start(source, comment.start), _line_end(source, comment.end)
    while True:
        says = source[start:end]
        for other in reversed(comments):
            if other.overlaps(Span(start, end)):
                says = says[: max(0, other.start - start)] + says[max(0, other.end - start) :]
        if says.strip() or end >= len(source):
            return Span(start, end)
        start, end = end + 1, _line_end(source, end + 1)


def _line_start(source: str, position: int) -> int:
    return source.rfind("\n", 0, position) + 1


def _line_end(source: str, position: int) -> int:
    end = source.find("\n", position)
    return len(source) if end < 0 else end


def _removal(source: str, span: Span) -> SourceEdit:
    """The edit that takes the comment away, with its line where it stands alone, else with the space before it."""
    start, end = _line_start(source, span.start), _line_end(source, span.end)
    if not (source[start : span.start] + source[span.end : end]).strip():
        return SourceEdit(Span(start, min(len(source), end + 1)), "")
    kept = len(source[: span.start].rstrip(" \t"))
    before = kept if not source[span.end : end].strip() or source[span.end].isspace() else span.start
    return SourceEdit(Span(before, span.end), "")


def _without(suppression: Suppression, name: Span, source: str) -> SourceEdit:
    """The edit that takes one name out of the list, with the comma that goes with it."""
    spans = [span for _, span in suppression.names]
    at = spans.index(name)
    if at + 1 < len(spans):
        return SourceEdit(Span(name.start, spans[at + 1].start), "")
    close = source.index("]", name.end)
    return SourceEdit(Span(spans[at - 1].end, close), "")


def _code(source: str) -> list[Span]:
    fences = [Span(*found.span()) for found in _FENCE.finditer(source)]
    return fences + [Span(*found.span()) for found in _CODE.finditer(source) if not _inside(found.start(), fences)]


def _inside(position: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= position < span.end for span in spans)


def _touches(place: Span, line: Span) -> bool:
    return place.start <= line.end and line.start < max(place.end, place.start + 1)
