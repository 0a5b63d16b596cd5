"""One line a finding: `path:line:column: severity[rule] message`, for editors and for reading many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.reporting._screen import plain, shown_path

if TYPE_CHECKING:
    from juslint.reporting import Run

NAME = "concise"


def report(run: Run) -> str:
    """The findings, one a line."""
    rows = ((finding, run.place(finding)) for finding in run.findings)
    return "".join(
        f"{shown_path(finding.path)}:{place.line}:{place.column}: "
        f"{finding.severity}[{finding.rule}] {plain(finding.message)}\n"
        for finding, place in rows
    )
