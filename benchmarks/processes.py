"""How much faster many files are checked by two processes than by one: wall time of the command.

usage: processes.py [--files N] [--size KB] [--rounds N]        (default: 120 files of 60 kB, 3 rounds)
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import _measures
import startup


def times(rounds: int, files: int, size: int) -> dict[int, float]:
    """The median seconds with one process and with two."""
    import throughput  # noqa: PLC0415 - it imports juslint

    taken: dict[int, list[float]] = {1: [], 2: []}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(files):
            text = throughput.text_of(size * 1000, 1.6, seed=number)
            (Path(folder) / f"{number:04}.txt").write_text(text, encoding="utf-8")
        for _ in range(rounds):
            for jobs, found in taken.items():
                # with the cache a second round would only be recalled
                options = ["--no-cache", "--format", "jsonl", "--jobs", str(jobs)]
                command = [sys.executable, "-m", "juslint", "extract", *options, folder]
                found.append(startup.seconds(command, _measures.environment()).wall)
    return {jobs: _measures.median(found) for jobs, found in taken.items()}


def measures(rounds: int) -> list[_measures.Measure]:
    """Wall times, and how many times as fast two processes are."""
    found = times(min(rounds, 3), 120, 60)
    out = [_measures.Measure(f"--jobs {jobs}", seconds * 1e3, "ms") for jobs, seconds in found.items()]
    return [*out, _measures.Measure("two processes to one", found[1] / found[2], "x")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--files", type=int, default=120)
    parser.add_argument("--size", type=int, default=60, help="kB of each file")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    found = times(options.rounds, options.files, options.size)
    rows = [(jobs, seconds, found[1] / seconds) for jobs, seconds in found.items()]
    print(_measures.table(("processes", "seconds", "times as fast"), rows))


if __name__ == "__main__":
    main()
