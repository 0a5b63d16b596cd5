"""Precision and recall on annotated texts, and findings a thousand references on real United Nations documents.

usage: accuracy.py [--shared FOLDER] [--verbose]        (default: ../shared beside the checkout)

The annotated texts and their scorer are in FOLDER/gold, the documents in FOLDER/corpus/un. Nearly all references in
these documents are right: a finding is a slip that was printed or a false accusation, and each is worth a look.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import _measures

TOP = _measures.TOP


def juslint(folder: Path) -> Path:
    """A command that runs the juslint of this checkout: the scorer takes a path, not a command with arguments."""
    command = folder / "juslint"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m juslint "$@"\n')
    command.chmod(0o755)
    return command


def measures(_rounds: int) -> list[_measures.Measure]:
    """Precision and recall on the annotated texts: so that speed is not bought with them."""
    shared = Path(__file__).resolve().parents[2] / "shared"
    if not (shared / "gold" / "score.py").is_file():
        raise _measures.Skipped(f"{shared}/gold is not here")
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, shared / "gold" / "score.py", juslint(Path(folder))]
        done = subprocess.run(command, env=_measures.environment(), capture_output=True, text=True, check=True)
    found = re.search(r"P ([0-9.]+) R ([0-9.]+)", done.stdout)
    if found is None:
        raise _measures.Skipped(f"the scorer said {done.stdout.strip()!r}")
    named = zip(("precision", "recall"), found.groups(), strict=True)
    return [_measures.Measure(name, 100 * float(value), "%") for name, value in named]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=TOP.parent / "shared")
    parser.add_argument("--verbose", action="store_true", help="also list what was missed and what was found falsely")
    options = parser.parse_args()
    if not (options.shared / "gold" / "score.py").is_file():
        sys.exit(f"{options.shared}: the folder with gold/ and corpus/ is not here; name it with --shared")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(TOP / "linter"), os.getenv("PYTHONPATH")]))
    with tempfile.TemporaryDirectory() as folder:
        command = juslint(Path(folder))
        score = [sys.executable, options.shared / "gold" / "score.py", command, *(["--verbose"] * options.verbose)]
        print("annotated texts:", flush=True)
        subprocess.run(score, check=True)
        checked = subprocess.run(
            [command, "check", "--output-format", "json", options.shared / "corpus" / "un"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    if checked.returncode not in (0, 1):
        sys.exit(checked.stderr)
    report = json.loads(checked.stdout)
    references = sum(file["references"] for file in report["files"])
    rules = Counter((finding["rule"], finding["severity"]) for finding in report["findings"])
    files = len(report["files"])
    print(f"\nreal documents: {references} references in {files} files, {rules.total()} findings\n")
    print("| rule | severity | findings | a thousand references |\n|---|---|---|---|")
    for (rule, severity), count in rules.most_common():
        print(f"| {rule} | {severity} | {count} | {count / references * 1000:.2f} |")


if __name__ == "__main__":
    main()
