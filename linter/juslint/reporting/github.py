"""Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.

GitHub splits what a step prints into lines and obeys those that begin with `::`. So a newline, a carriage return and
the per cent sign are written by their codes in everything that comes from a text, and controls by their pictures.
Columns are left out where a finding goes over several lines: GitHub refuses those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.reporting._exchange import edits, relative, well_formed
from juslint.reporting._mends import advice
from juslint.reporting._screen import plain

if TYPE_CHECKING:
    from juslint.finding import Finding
    from juslint.reporting import Run

NAME = "github"
_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def report(run: Run) -> str:
    """One command a finding, and one for each file that could not be read."""
    lines = [_unreadable(one.path, one.message) for one in run.unreadable]
    lines += [_finding(finding, run) for finding in run.findings]
    return "".join(f"{line}\n" for line in lines)


def _finding(finding: Finding, run: Run) -> str:
    place = run.place(finding)
    fields = {"file": plain(relative(finding.path)), "line": str(place.line)}
    if place.line == place.end_line:
        fields |= {"col": str(place.column), "endColumn": str(place.end_column)}
    fields |= {"endLine": str(place.end_line), "title": f"juslint ({finding.rule})"}
    told = [plain(finding.message)]
    for related in finding.related:
        there = run.place_of(related.path, related.span)
        told.append(f"See {plain(relative(related.path))}:{there.line}:{there.column} {plain(related.message)}")
    if finding.fix and edits(finding, run):
        told.append(advice(finding.fix, run.documents[finding.path]))
    return _command(_COMMANDS[finding.severity], fields, "\n".join(told))


def _unreadable(path: str, message: str) -> str:
    return _command("error", {"file": plain(relative(path)), "title": "juslint (unreadable file)"}, plain(message))


def _command(name: str, fields: dict[str, str], message: str) -> str:
    told = ",".join(f"{key}={_property(value)}" for key, value in fields.items())
    return f"::{name} {told}::{_data(message)}"


def _data(text: str) -> str:
    return well_formed(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
