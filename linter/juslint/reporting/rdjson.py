"""Findings in the Reviewdog Diagnostic Format (`DiagnosticResult`), which reviewdog turns into review comments.

Columns count bytes of UTF-8 from 1, ends are exclusive. A suggestion of reviewdog stands by itself, so the edits of one
fix are joined into one, with what stands between them; a person accepts each, so unsafe fixes are suggested too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from juslint.document import Span
from juslint.reporting._exchange import edits, home, json_text, relative, rule_page
from juslint.reporting._mends import advice
from juslint.reporting._screen import plain
from juslint.suppress import source_span

if TYPE_CHECKING:
    from juslint.finding import Finding
    from juslint.loading import Unreadable
    from juslint.reporting import Lines, Run

NAME = "rdjson"
_MOST_LINES = 10  # a suggestion over more lines than this is more than anybody can look at


def report(run: Run) -> str:
    """The whole result."""
    rows = [_unreadable(one) for one in run.unreadable] + [_finding(finding, run) for finding in run.findings]
    whole = {"source": _named("name", "juslint", home()), "diagnostics": rows}
    return json_text(whole)


def _finding(finding: Finding, run: Run) -> dict[str, Any]:
    lines = run.lines[finding.path]
    told = [plain(finding.message)]
    for related in finding.related:
        there = run.place_of(related.path, related.span)
        told.append(f"See {relative(related.path)}:{there.line} {plain(related.message)}")
    suggestions = _suggestions(finding, run)
    if finding.fix and edits(finding, run):
        told.append(advice(finding.fix, run.documents[finding.path]))
    return {
        "message": "\n".join(told),
        "location": {
            "path": relative(finding.path),
            "range": _range(source_span(run.documents[finding.path], finding), lines),
        },
        "severity": finding.severity.upper(),
        "code": _named("value", finding.rule, rule_page(finding.rule)),
        **({"suggestions": suggestions} if suggestions else {}),
    }


def _suggestions(finding: Finding, run: Run) -> list[dict[str, Any]]:
    changes = edits(finding, run)
    if not changes:
        return []
    lines = run.lines[finding.path]
    start, end = changes[0].span.start, changes[-1].span.end
    text, at = "", start
    for edit in changes:
        text += lines.source[at : edit.span.start] + edit.text
        at = edit.span.end
    place = lines.place(Span(start, end))
    if place.end_line - place.line >= _MOST_LINES:
        return []
    return [{"range": _range(Span(start, end), lines), "text": text}]


def _unreadable(one: Unreadable) -> dict[str, Any]:
    message = f"could not be read: {plain(one.message)}"
    return {"message": message, "location": {"path": relative(one.path)}, "severity": "ERROR"}


def _range(span: Span, lines: Lines) -> dict[str, Any]:
    place = lines.place(span)
    return {
        "start": {"line": place.line, "column": _bytes(lines, place.line, place.column)},
        "end": {"line": place.end_line, "column": _bytes(lines, place.end_line, place.end_column)},
    }


def _bytes(lines: Lines, line: int, column: int) -> int:
    """A column in code points as one in bytes of UTF-8, both from 1."""
    start, _ = lines.bounds(line)
    return lines.bytes_before(start + column - 1) - lines.bytes_before(start) + 1


def _named(key: str, name: str, url: str | None) -> dict[str, str]:
    return {key: name, **({"url": url} if url else {})}
