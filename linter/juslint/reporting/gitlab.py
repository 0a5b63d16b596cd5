"""Findings as a code quality report of GitLab (the format of Code Climate), which shows them in merge requests."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from juslint.reporting._exchange import fingerprints, json_text, relative
from juslint.reporting._screen import plain

if TYPE_CHECKING:
    from juslint.finding import Finding
    from juslint.loading import Unreadable
    from juslint.reporting import Run

NAME = "gitlab"
_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def report(run: Run) -> str:
    """A JSON array, one object a finding, and one for each file that could not be read."""
    rows = [_unreadable(one) for one in run.unreadable]
    rows += [_finding(finding, key, run) for finding, key in zip(run.findings, fingerprints(run), strict=True)]
    return json_text(rows)


def _finding(finding: Finding, key: str, run: Run) -> dict[str, Any]:
    place = run.place(finding)
    return {
        "description": plain(finding.message),
        "check_name": finding.rule,
        "fingerprint": key,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": relative(finding.path), "lines": {"begin": place.line, "end": place.end_line}},
    }


def _unreadable(one: Unreadable) -> dict[str, Any]:
    path = relative(one.path)
    return {
        "description": f"could not be read: {plain(one.message)}",
        "check_name": "unreadable-file",
        "fingerprint": sha256(f"unreadable\0{path}".encode("utf-8", "surrogatepass")).hexdigest()[:32],
        "severity": "blocker",
        "location": {"path": path, "lines": {"begin": 1, "end": 1}},
    }
