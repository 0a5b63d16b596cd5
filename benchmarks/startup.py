"""How long `juslint check` of a small file takes, beside Python alone and yamllint: wall time, caches warm.

usage: startup.py [FILE] [--rounds N]        (default: examples/note.txt, 15 rounds)

The commands take turns, so that whatever else the machine does falls on all of them; the medians are compared. yamllint
checks one line; it is left out where it is not installed. The last line checks 10 kB of text.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import _measures


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Wall time of one run; SystemExit where it fails (status 1 is findings)."""
    start = time.perf_counter()
    done = subprocess.run(command, env=environment, cwd=_measures.TOP, capture_output=True, text=True, check=False)
    took = time.perf_counter() - start
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: {done.stderr.strip()}")
    return took


def commands(folder: Path, file: Path) -> dict[str, list[str]]:
    """What is timed, by the name that the table has for it."""
    import throughput  # noqa: PLC0415 - it imports juslint

    python = sys.executable
    line, text = folder / "line.yaml", folder / "text.txt"
    line.write_text("---\nkey: value\n", encoding="utf-8")
    text.write_text(throughput.text_of(10_000, 1.6), encoding="utf-8")
    found = {"python -c pass": [python, "-c", "pass"], "import lark, yaml": [python, "-c", "import lark, yaml"]}
    yamllint = [python, "-m", "yamllint", str(line)]
    if subprocess.run(yamllint, capture_output=True, check=False).returncode == 0:
        found["yamllint, one line"] = yamllint
    juslint = [python, "-m", "juslint"]
    return found | {
        "juslint --version": [*juslint, "--version"],
        f"juslint check {file.name}": [*juslint, "check", str(file)],
        "juslint check, 10 kB": [*juslint, "check", str(text)],
    }


def times(rounds: int, file: Path) -> dict[str, float]:
    """The median of each command in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        environment = _measures.environment(str(Path(folder) / "modules"))
        timed = commands(Path(folder), file)
        for command in timed.values():  # twice: what the first run compiles, the second one takes
            seconds(command, environment)
            seconds(command, environment)
        taken: dict[str, list[float]] = {name: [] for name in timed}
        for _ in range(rounds):
            for name, command in timed.items():
                taken[name].append(seconds(command, environment))
    return {name: _measures.median(found) * 1e3 for name, found in taken.items()}


def measures(rounds: int) -> list[_measures.Measure]:
    """Wall times, and how many times as fast as yamllint the check of 10 kB is."""
    found = times(2 * rounds, _measures.TOP / "examples" / "note.txt")
    out = [_measures.Measure(name, value, "ms") for name, value in found.items()]
    if "yamllint, one line" in found:
        ratio = found["yamllint, one line"] / found["juslint check, 10 kB"]
        out.append(_measures.Measure("check of 10 kB to yamllint", ratio, "x"))
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", nargs="?", type=Path, default=_measures.TOP / "examples" / "note.txt")
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    found = times(options.rounds, options.file.resolve())
    bare = found["python -c pass"]
    rows = [(f"`{name}`", value, value / bare) for name, value in found.items()]
    print(_measures.table(("command", "median, ms", "to `python -c pass`"), rows))


if __name__ == "__main__":
    main()
