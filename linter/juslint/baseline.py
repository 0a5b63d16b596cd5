"""The ledger of known findings: what a project has accepted for now, so that only new findings are reported.

A finding is known by rule, path, the id of its reference and how often that occurs, never by its line. Where a file has
more of a kind than the ledger says, all of that kind are reported, because none of them can be told to be the new one.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from juslint.config import brief

if TYPE_CHECKING:
    from collections.abc import Sequence

    from juslint.finding import Finding

VERSION = 1
MAX_BYTES = 100_000_000


class BaselineError(Exception):
    """A ledger that cannot be used; the message is one line that names the file."""


class Key(NamedTuple):
    """What a finding is known by; `path` is relative to the ledger's folder, with slashes."""

    rule: str
    path: str
    reference: str | None


def dump(findings: Sequence[Finding], file: Path) -> str:
    """The ledger of these findings as JSON, sorted so that a change of it reads well; `file` is where it will stand."""
    counts = Counter(_key(finding, file) for finding in findings)
    rows = [
        {**key._asdict(), "count": count}
        for key, count in sorted(counts.items(), key=lambda row: (row[0].path, row[0].rule, row[0].reference or ""))
    ]
    lines = ",\n".join("    " + json.dumps(row, ensure_ascii=False) for row in rows)
    body = f"[\n{lines}\n  ]" if rows else "[]"
    return f'{{\n  "version": {VERSION},\n  "findings": {body}\n}}\n'


def load(file: Path) -> Counter[Key]:
    """How often each finding is known. BaselineError where `file` is no ledger."""
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise BaselineError(f"{file}: larger than {MAX_BYTES // 1_000_000} MB, which no baseline is")
        ledger = json.loads(data.decode("utf-8"))
        if ledger["version"] != VERSION:
            version = brief(repr(ledger["version"]))
            raise BaselineError(f"{file}: a baseline of version {version}, not {VERSION}")
        counts: Counter[Key] = Counter()
        for row in ledger["findings"]:
            counts[Key(str(row["rule"]), str(row["path"]), row["reference"])] += int(row["count"])
    except OSError as error:
        raise BaselineError(f"{file}: {error.strerror}") from None
    except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError):  # Infinity is JSON to Python
        raise BaselineError(f"{file}: not a baseline that juslint wrote") from None
    return counts


def unknown(findings: Sequence[Finding], ledger: Counter[Key], file: Path) -> list[Finding]:
    """The findings that the ledger does not cover."""
    keys = [_key(finding, file) for finding in findings]
    counts = Counter(keys)
    return [finding for finding, key in zip(findings, keys, strict=True) if counts[key] > ledger[key]]


def _key(finding: Finding, file: Path) -> Key:
    try:
        path = os.path.relpath(finding.path, file.parent or Path())
    except ValueError:  # another drive
        path = finding.path
    return Key(finding.rule, Path(path).as_posix(), finding.reference_id)
