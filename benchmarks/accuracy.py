"""Precision and recall on annotated texts, and findings a thousand references on real United Nations documents.

usage: accuracy.py [--shared FOLDER] [--verbose]        (default: ../shared beside the checkout)

The annotated texts and their scorer are in FOLDER/gold, the documents in FOLDER/corpus/un. Nearly all references in
these documents are right: a finding is a slip that was printed or a false accusation, and each is worth a look.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]


def juslint(folder: Path) -> Path:
    """A command that runs the juslint of this checkout: the scorer takes a path, not a command with arguments."""
    command = folder / "juslint"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m juslint "$@"\n')
    command.chmod(0o755)
    return command


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
