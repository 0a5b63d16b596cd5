"""Findings for people: what, where, the words themselves underlined, the other places, and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from juslint.document import Span
from juslint.fixes import source_edits
from juslint.reporting._mends import told
from juslint.reporting._screen import counted, excerpt, plain, shown_path
from juslint.suppress import source_span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.finding import Finding, Related
    from juslint.reporting import Run

NAME = "text"
_COLORS = {"error": "red", "warning": "yellow", "info": "cyan"}
_MARKED_LINES = 3  # a reference that goes over more lines than this is shown by its first ones
_RELATED_EXCERPTS = 4  # more places than this are only named


def report(run: Run) -> str:
    """Every finding with its text, then the summary."""
    lines: list[str] = []
    for finding in run.findings:
        lines += _finding(finding, run)
        lines.append("")
    if not run.quiet:
        lines += _summary(run)
    return "".join(f"{line}\n" for line in lines)


def _finding(finding: Finding, run: Run) -> Iterator[str]:
    place = run.place(finding)
    where = f"{shown_path(finding.path)}:{place.line}:{place.column}"
    severity = _paint(finding.severity, run, fg=_COLORS[finding.severity], bold=True)
    yield f"{_paint(where, run, bold=True)} {severity} {_paint(finding.rule, run, dim=True)}"
    yield f"  {plain(finding.message)}"
    span = source_span(run.documents[finding.path], finding)
    yield from _marked(finding.path, span, place.line, run, _COLORS[finding.severity])
    for number, related in enumerate(finding.related):
        yield from _related(related, run, shown=number < _RELATED_EXCERPTS)
    yield from _mend(finding, run)


def _marked(path: str, span: Span, line: int, run: Run, color: str) -> Iterator[str]:
    """The lines that the span stands on, each underlined; empty lines between them are left out."""
    lines = run.lines[path]
    last = lines.place(Span(span.start, max(span.start, span.end - 1))).end_line
    shown = [at for at in range(line, last + 1) if at == line or lines.source[slice(*lines.bounds(at))].strip()]
    gutter = len(str(shown[:_MARKED_LINES][-1]))
    bar = _paint("|", run, dim=True)
    for at in shown[:_MARKED_LINES]:
        text, under = excerpt(lines, at, span, max(30, run.width - gutter - 5))
        yield f"  {at:>{gutter}} {bar} {text}".rstrip()
        yield f"  {'':>{gutter}} {bar} {_paint(under, run, fg=color, bold=True)}".rstrip()


def _related(related: Related, run: Run, *, shown: bool) -> Iterator[str]:
    place = run.place_of(related.path, related.span)
    where = f"{plain(related.path)}:{place.line}:{place.column}"
    yield f"  see {_paint(where, run, bold=True)} {plain(related.message)}"
    if shown:
        span = run.documents[related.path].offsets.to_source(related.span)
        text, _ = excerpt(run.lines[related.path], place.line, span, max(30, run.width - len(str(place.line)) - 9))
        yield f"      {place.line} {_paint('|', run, dim=True)} {text}"


def _mend(finding: Finding, run: Run) -> Iterator[str]:
    document = run.documents[finding.path]
    if finding.fix is not None:
        possible = source_edits(document, finding.fix)
        option = "--fix" if finding.fix.safe else "--fix --unsafe-fixes"
        how = f" ({option})" if possible else ""
        mend = _paint("mend:", run, fg="green", bold=True)
        yield f"  {mend} {told(finding.fix, document)}{_paint(how, run, dim=True)}"
    for number, other in enumerate(finding.alternatives):
        label = "or:" if number or finding.fix else "perhaps:"
        yield f"  {_paint(label, run, fg='green', bold=True)} {told(other, document)}"


def _summary(run: Run) -> Iterator[str]:
    files = counted(len(run.documents), "file")
    references = counted(sum(run.references.values()), "reference")
    if run.fixed:
        yield f"Mended {counted(run.fixed, 'finding')}."
    if not run.findings:
        yield f"No findings in {files}, {references}."
    else:
        kinds = {"error": "error", "warning": "warning", "info": "note"}
        counts = [counted(run.severities[kind], word) for kind, word in kinds.items() if run.severities[kind]]
        yield f"{_joined(counts)} in {files}, {references}."
        yield from _mendable(run)
        yield f"juslint rule NAME explains a rule: {', '.join(sorted({finding.rule for finding in run.findings}))}."
    if run.unreadable:
        yield f"{counted(len(run.unreadable), 'file')} could not be read."


def _mendable(run: Run) -> Iterator[str]:
    fixes = [
        finding.fix
        for finding in run.findings
        if finding.fix is not None and source_edits(run.documents[finding.path], finding.fix)
    ]
    safe = sum(fix.safe for fix in fixes)
    if safe:
        yield f"{safe} can be mended with --fix" + (
            f", {len(fixes) - safe} more with --fix --unsafe-fixes." if safe < len(fixes) else "."
        )
    elif fixes:
        yield f"{len(fixes)} can be mended with --fix --unsafe-fixes; look at each."


def _joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _paint(text: str, run: Run, *, fg: str | None = None, bold: bool = False, dim: bool = False) -> str:
    if not run.color or not text:
        return text
    return click.style(text, fg=fg, bold=bold or None, dim=dim or None)
