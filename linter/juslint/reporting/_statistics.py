"""How many findings each rule has, for `check --statistics`."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from juslint.fixes import source_edits

if TYPE_CHECKING:
    from juslint.reporting import Run


def report(run: Run, *, as_json: bool = False) -> str:
    """A line a rule, the most frequent first: count, severity, rule, how many can be mended."""
    counts = Counter((finding.severity, finding.rule) for finding in run.findings)
    mendable = Counter(
        (finding.severity, finding.rule)
        for finding in run.findings
        if finding.fix is not None and source_edits(run.documents[finding.path], finding.fix)
    )
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0][1]))
    if as_json:
        table = [
            {"rule": rule, "severity": severity, "count": count, "mendable": mendable[severity, rule]}
            for (severity, rule), count in rows
        ]
        return json.dumps(table, indent=2) + "\n"
    lines = [
        f"{count:>6}  {severity:<7}  {rule}"
        + (f"  ({mendable[severity, rule]} mendable)" if mendable[severity, rule] else "")
        for (severity, rule), count in rows
    ]
    return "".join(f"{line}\n" for line in lines)
