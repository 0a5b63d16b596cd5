"""What a byte of a hostile text costs `juslint check` at 10 MB, against 1 MB, and the most memory that it held.

usage: growth.py [--sizes MB MB] [--extract] [--list] [NAME ...]

NAME is part of the name of an input of tests/hostile; without one, some that stand for the rest. Takes minutes.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import _measures

sys.path.insert(0, str(_measures.TOP / "tests"))

from hostile.inputs import inputs

CHOSEN = (
    "piece: A/", "piece: no.", "piece: round brackets", "piece: digits", "piece: slashes", "piece: combining marks",
    "piece: zero width", "piece: right to left", "piece: straight quotes", "words: note above", "words: dates",
    "piece: square brackets .md", "piece: list items .md", "nested: brackets in brackets .md", "nested: div .html",
    "piece: less than .html", "nested: braces .tex", "numbered: other resolutions .txt", "numbered: other letters .txt",
    "numbered: letters from others .txt", "numbered: other books .md", "numbered: web pages .txt",
    "numbered: other cases .txt", "whole: other entries .md", "whole: short forms of one author .md",
    "whole: pointers of others .md", "whole: quoted words .md", "whole: annexes .txt",
)  # fmt: skip
ONE_LINE = 9_999_999  # bytes: longer lines are refused


def cost(command: str, suffix: str, text: str) -> tuple[int, float, float]:
    """The size in bytes, processor seconds and MB of a run over one text."""
    data = text.encode("utf-8", "replace")
    data = data if b"\n" in data else data[:ONE_LINE].decode("utf-8", "ignore").encode()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"text{suffix}"
        file.write_bytes(data)
        process = subprocess.Popen(
            [sys.executable, "-m", "juslint", command, "--no-cache", "--jobs", "1", str(file)],
            env=_measures.environment(),
            stdout=subprocess.DEVNULL,
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"status {process.returncode}")
    return len(data), used.ru_utime + used.ru_stime, used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("name", nargs="*")
    parser.add_argument("--sizes", nargs=2, type=float, default=(1, 10), metavar="MB")
    parser.add_argument("--extract", action="store_true", help="of `juslint extract`")
    parser.add_argument("--list", action="store_true", help="print the names of all inputs")
    options = parser.parse_args()
    chosen = [
        (name, *one)
        for name, one in inputs()
        if (any(part in name for part in options.name) if options.name else name in CHOSEN or options.list)
    ]
    if options.list:
        print(*(name for name, *_ in chosen), sep="\n")
        return
    command = "extract" if options.extract else "check"
    start = min(cost(command, ".txt", "See S/RES/822 (1993).\n")[1] for _ in range(3))  # the first fills the caches
    rows = []
    for name, suffix, build in chosen:
        runs = [cost(command, suffix, build(int(size * 1e6))) for size in options.sizes]
        each = [max(seconds - start, 0.05) / size * 1e6 for size, seconds, _ in runs]
        rows.append((name, each[0], each[1], each[1] / each[0], runs[1][2]))
        print(f"{name}: {each[1] / each[0]:.2f}", file=sys.stderr)
    small, large = (f"µs a byte at {size:g} MB" for size in options.sizes)
    print(_measures.table(("text", small, large, "ratio", f"most at {options.sizes[1]:g} MB, MB"), rows))


if __name__ == "__main__":
    main()
