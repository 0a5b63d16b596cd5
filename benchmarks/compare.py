"""Two commits side by side: the benchmarks of this checkout, run over each of them in turns.

usage: compare.py OLD [NEW] [--part PART ...] [--turns N] [--rounds N]        (default: HEAD, 3 turns, 3 rounds)

Each commit is checked out into a folder of its own (git worktree), with a cache of its own. A figure is the median of
the turns. `better`: how many times as good the new one is; below 1 it is worse. On a machine that does other work too,
less than a tenth means nothing.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import _measures  # noqa: E402 - the folder's own

DEFAULT = ("throughput", "startup", "memory")


def git(*arguments: str) -> str:
    """What git answers. SystemExit with what it complains of."""
    done = subprocess.run(["git", "-C", str(HERE), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"git {' '.join(arguments)}: {done.stderr.strip()}")
    return done.stdout.strip()


def figures(checkout: Path, parts: list[str], rounds: int) -> dict[str, _measures.Measure]:
    """One run over a checkout."""
    output, cache = checkout.with_suffix(".json"), checkout.with_suffix(".cache")
    environment = os.environ | {"JUSLINT_CHECKOUT": str(checkout), "JUSLINT_CACHE": str(cache)}
    command = [sys.executable, str(HERE / "run.py"), *parts, "--rounds", str(rounds), "--output", str(output)]
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return _measures.kept(output)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("old")
    parser.add_argument("new", nargs="?", default="HEAD")
    parser.add_argument("--part", action="append", help=f"default: {', '.join(DEFAULT)}")
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    commits = [git("rev-parse", "--short", f"{name}^{{commit}}") for name in (options.old, options.new)]
    runs: list[list[dict[str, _measures.Measure]]] = [[], []]
    with tempfile.TemporaryDirectory() as folder:
        checkouts = [Path(folder) / f"{place}-{commit}" for place, commit in zip(("old", "new"), commits, strict=True)]
        try:
            for commit, checkout in zip(commits, checkouts, strict=True):
                git("worktree", "add", "--detach", str(checkout), commit)
            for _ in range(options.turns):
                for run, checkout in zip(runs, checkouts, strict=True):
                    run.append(figures(checkout, options.part or list(DEFAULT), options.rounds))
        finally:
            for checkout in checkouts:
                subprocess.run(["git", "-C", str(HERE), "worktree", "remove", "--force", str(checkout)], check=False)
    rows = []
    for name in runs[0][0]:
        if all(name in run for side in runs for run in side):
            old, new = (_measures.median(run[name].value for run in side) for side in runs)
            unit = runs[0][0][name].unit
            better = (new / old if unit in _measures.LARGER_IS_BETTER else old / new) if old and new else 1.0
            rows.append((name, old, new, unit, better))
    print(_measures.table(("what", commits[0], commits[1], "unit", "better"), rows))


if __name__ == "__main__":
    main()
