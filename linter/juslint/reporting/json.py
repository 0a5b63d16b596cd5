"""The findings as one JSON object, by `schemas/report.v1.schema.json`.

Offsets count code points of the file's own text; lines and columns are one-based, columns in code points too.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from juslint.fixes import source_edits
from juslint.reporting._exchange import inert_json
from juslint.suppress import source_span

if TYPE_CHECKING:
    from juslint.document import Document
    from juslint.finding import Finding, Fix, Related
    from juslint.reporting import Run

NAME = "json"


def report(run: Run) -> str:
    """The whole report."""
    readable = [{"path": path, "references": run.references.get(path, 0), "error": None} for path in run.documents]
    unreadable = [{"path": one.path, "references": 0, "error": one.message} for one in run.unreadable]
    whole = {
        "version": 1,
        "files": readable + unreadable,
        "findings": [_finding(finding, run) for finding in run.findings],
    }
    return inert_json(json.dumps(whole, ensure_ascii=False, indent=2)) + "\n"


def _finding(finding: Finding, run: Run) -> dict[str, Any]:
    document = run.documents[finding.path]
    start, end = source_span(document, finding)
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "path": finding.path,
        "start": start,
        "end": end,
        **run.place(finding)._asdict(),
        "message": finding.message,
        "related": [_related(related, run) for related in finding.related],
        "fix": finding.fix and _fix(finding.fix, document),
        "url": f"docs/rules/{finding.rule}.md",
    }


def _related(related: Related, run: Run) -> dict[str, Any]:
    place = run.place_of(related.path, related.span)
    return {"path": related.path, "line": place.line, "column": place.column, "message": related.message}


def _fix(fix: Fix, document: Document) -> dict[str, Any] | None:
    edits = source_edits(document, fix)
    if not edits:
        return None
    return {
        "safe": fix.safe,
        "title": fix.title,
        "edits": [{"start": edit.span.start, "end": edit.span.end, "text": edit.text} for edit in edits],
    }
