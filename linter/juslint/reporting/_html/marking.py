"""The text of a document as HTML: its references are links to the table of authorities, its findings are marked."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from juslint.document import Span
from juslint.reporting._html.escaping import esc

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.document import Document
    from juslint.finding import Finding
    from juslint.reporting._html.authorities import Mention

_RANKS = ("error", "warning", "info")


class Marked(NamedTuple):
    """A stretch of text with something to show: a finding (its number), or a mention (with its source's anchor)."""

    span: Span
    what: Numbered | Linked | None  # None: emphasis


class Numbered(NamedTuple):
    """A finding and its number in the report."""

    number: int
    finding: Finding


class Linked(NamedTuple):
    """A mention and the anchor of its source in the table of authorities."""

    mention: Mention
    source: str


@dataclass
class Paragraph:
    """A stretch of the text, what is marked in it, and the findings that begin in it."""

    span: Span
    marked: list[Marked] = field(default_factory=list)
    findings: list[Numbered] = field(default_factory=list)


def paragraphs(document: Document, found: Sequence[Numbered], mentions: Sequence[Linked]) -> list[Paragraph]:
    """The whole text in reading order, each finding and mention in the paragraphs that it touches."""
    rows = [Paragraph(span) for span in _stretches(document)] or [Paragraph(Span(0, len(document.text)))]
    starts = [row.span.start for row in rows]

    def at(position: int) -> int:
        return max(0, bisect_right(starts, position) - 1)

    marks = [Marked(span, None) for span in _joined(document.emphases)]
    marks += [Marked(one.mention.reference.span, one) for one in mentions]
    marks += [Marked(one.finding.span, one) for one in found]
    for mark in marks:
        for row in rows[at(mark.span.start) : at(max(mark.span.start, mark.span.end - 1)) + 1]:
            row.marked.append(mark)
    for one in found:
        rows[at(one.finding.span.start)].findings.append(one)
    return rows


def _joined(spans: Sequence[Span]) -> list[Span]:
    """The spans with those made one that overlap: nested emphases show as one, and may be as many as characters."""
    whole: list[Span] = []
    for span in sorted(spans):
        if whole and span.start < whole[-1].end:
            whole[-1] = Span(whole[-1].start, max(whole[-1].end, span.end))
        else:
            whole.append(span)
    return whole


def place(rows: Sequence[Paragraph], position: int) -> int:
    """The index of the paragraph that a position of the text stands in."""
    return max(0, bisect_right(rows, position, key=lambda row: row.span.start) - 1)


def html(document: Document, row: Paragraph) -> str:
    """One paragraph. `data-f` of a mark numbers its findings; the number behind it links to what is found."""
    out: list[str] = []
    begun = {one.number for one in row.findings}
    opened: set[str] = set()
    inside: Linked | None = None
    for piece in _pieces(row):
        if inside is not None and piece.reference is not inside:
            out.append("</a>")
            inside = None
        for one in piece.findings:
            if one.number in begun:
                begun.discard(one.number)
                out.append(f'<span class="at" id="m{one.number}"></span>')
        if piece.reference is not None and inside is None:
            inside = piece.reference
            anchor = inside.mention.anchor
            begins = inside.mention.reference.span.start >= row.span.start  # not in a paragraph before this one
            out.append(_opened(inside, first=begins and anchor not in opened))
            opened.add(anchor)
        out.append(_piece(document, piece))
        ended = [one for one in piece.findings if min(one.finding.span.end, row.span.end) <= piece.span.end]
        if ended and inside is not None:  # links do not nest: the reference goes on behind the number
            out.append("</a>")
            inside = None
        out.extend(map(_number, ended))
    if inside is not None:
        out.append("</a>")
    # a finding with no text of its own, as of a comment that the text does not show
    out.extend(
        f'<span class="at" id="m{one.number}"></span>{_number(one)}' for one in row.findings if one.number in begun
    )
    return "".join(out)


class _Piece(NamedTuple):
    """A stretch in which the same things are marked throughout."""

    span: Span
    reference: Linked | None
    findings: tuple[Numbered, ...]
    emphatic: bool


def _pieces(row: Paragraph) -> Iterator[_Piece]:
    begin: dict[int, list[Marked]] = defaultdict(list)
    end: dict[int, list[Marked]] = defaultdict(list)
    for mark in row.marked:
        start, stop = max(mark.span.start, row.span.start), min(mark.span.end, row.span.end)
        if start < stop:
            begin[start].append(mark)
            end[stop].append(mark)
    active: list[Marked] = []
    for start, stop in pairwise(sorted({row.span.start, row.span.end, *begin, *end})):
        for mark in end[start]:
            active.remove(mark)
        active += begin[start]
        linked = [mark for mark in active if isinstance(mark.what, Linked)]
        inner = min(linked, key=lambda mark: mark.span.end - mark.span.start).what if linked else None
        yield _Piece(
            Span(start, stop),
            inner if isinstance(inner, Linked) else None,
            tuple(mark.what for mark in active if isinstance(mark.what, Numbered)),
            any(mark.what is None for mark in active),
        )


def _piece(document: Document, piece: _Piece) -> str:
    text = esc(document.text[piece.span.start : piece.span.end])
    if piece.emphatic:
        text = f"<em>{text}</em>"
    if piece.findings:
        worst = min((one.finding.severity for one in piece.findings), key=_RANKS.index)
        numbers = " ".join(str(one.number) for one in piece.findings)
        text = f'<span class="mark {worst}" data-f="{numbers}">{text}</span>'
    return text


def _opened(linked: Linked, *, first: bool) -> str:
    """A reference; where something inside it splits it, only its first part is a stop for the keyboard."""
    where = f'id="{linked.mention.anchor}"' if first else 'tabindex="-1"'
    source = linked.source
    return f'<a class="ref" {where} href="#{source}" aria-describedby="{source}t {source}k">'


def _number(one: Numbered) -> str:
    severity = one.finding.severity
    label = f"finding {one.number}: {severity}, {esc(one.finding.rule)}"
    return (
        f'<a class="num {severity}" data-f="{one.number}" href="#f{one.number}" aria-label="{label}">{one.number}</a>'
    )


def _stretches(document: Document) -> Iterator[Span]:
    """The paragraphs, and what stands between them."""
    at = 0
    for span in sorted(document.paragraphs):
        if span.start < at:
            continue
        if document.text[at : span.start].strip():
            yield Span(at, span.start)
        yield span
        at = span.end
    if document.text[at:].strip():
        yield Span(at, len(document.text))
