"""All benchmarks in one go: a table for each, and the figures as JSON.

usage: run.py [PART ...] [--rounds N] [--output FILE] [--list]        (default: all parts, 5 rounds)

A part is a module of this folder with a function `measures(rounds)`. Absolute figures are this machine's, at this hour:
read the ratios, and compare two commits with compare.py, which lets them take turns.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import _measures  # noqa: E402 - the folder's own


def parts() -> list[str]:
    """The names of the parts: files that define `measures`."""
    return sorted(file.stem for file in HERE.glob("[a-z]*.py") if "\ndef measures(" in file.read_text(encoding="utf-8"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("part", nargs="*", help=", ".join(parts()))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--output", type=Path, metavar="FILE", help="also write the figures as JSON")
    options = parser.parse_args()
    for name in options.part:
        if name not in parts():
            parser.error(f"there is no part {name!r}; there are {', '.join(parts())}")
    found: dict[str, list[_measures.Measure]] = {}
    print(f"commit {_measures.commit() or 'unknown'}")
    for name in options.part or parts():
        start = time.perf_counter()
        try:
            found[name] = importlib.import_module(name).measures(options.rounds)
        except _measures.Skipped as why:
            print(f"\n## {name}\n\nskipped: {why}")
            continue
        print(f"\n## {name}\n\n{_measures.table(('what', 'figure', 'unit'), found[name])}")
        print(f"\n({time.perf_counter() - start:.0f} s)", flush=True)
    if options.output:
        _measures.keep(options.output, found)


if __name__ == "__main__":
    main()
