"""How long `juslint check` of a small file takes, beside Python alone and yamllint, caches warm.

usage: startup.py [FILE] [--rounds N] [--python PYTHON]        (default: examples/note.txt, 15 rounds)

The commands take turns, so that whatever else the machine does falls on all of them; the medians are compared, of wall
time and of processor time. yamllint checks one line; it is left out where it is not installed. `again`: nothing has
changed since the last run. `new`: the text is another one each time. `--python` names the interpreter of an environment
into which juslint is installed, which is measured instead of this checkout.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))

import _measures

_NEW = "new"
_CHANGING = "changing.txt"  # the copy of the file that is another one each time


class Times(NamedTuple):
    """Of one run, in seconds."""

    wall: float
    processor: float


def seconds(command: list[str], environment: dict[str, str]) -> Times:
    """The times of one run; SystemExit where it fails (status 1 is findings)."""
    start, used = time.perf_counter(), _processor()
    done = subprocess.run(command, env=environment, cwd=_measures.TOP, capture_output=True, text=True, check=False)
    took = Times(time.perf_counter() - start, _processor() - used)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: {done.stderr.strip()}")
    return took


def _processor() -> float:
    times = os.times()
    return times.children_user + times.children_system


def commands(folder: Path, file: Path, python: str) -> dict[str, list[str]]:
    """What is timed, by the name that the table has for it."""
    import throughput  # noqa: PLC0415 - it imports juslint

    line, text = folder / "line.yaml", folder / "text.txt"
    line.write_text("---\nkey: value\n", encoding="utf-8")
    sound, other = folder / "sound.txt", folder / _CHANGING
    sound.write_text("Nothing is wrong with S/RES/822 (1993).\n", encoding="utf-8")
    other.write_bytes(file.read_bytes())
    text.write_text(throughput.text_of(10_000, 1.6), encoding="utf-8")
    found = {"python -c pass": [python, "-c", "pass"], "import lark, yaml": [python, "-c", "import lark, yaml"]}
    yamllint = [python, "-m", "yamllint", str(line)]
    if subprocess.run(yamllint, capture_output=True, check=False).returncode == 0:
        found["yamllint, one line"] = yamllint
    juslint = [python, "-m", "juslint"]
    return found | {
        "juslint --version": [*juslint, "--version"],
        "juslint check, no findings, again": [*juslint, "check", str(sound)],
        f"juslint check {file.name}, again": [*juslint, "check", str(file)],
        f"juslint check {file.name}, {_NEW}": [*juslint, "check", str(other)],
        "juslint check, 10 kB, again": [*juslint, "check", str(text)],
        "juslint check, 10 kB, without a memory": [*juslint, "check", "--no-cache", str(text)],
    }


def times(rounds: int, file: Path, python: str = sys.executable) -> dict[str, Times]:
    """The medians of each command in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        environment = _measures.environment(str(Path(folder) / "modules"))
        if python != sys.executable:
            del environment["PYTHONPATH"]
        timed = commands(Path(folder), file, python)
        other = Path(folder) / _CHANGING
        for command in timed.values():  # twice: what the first run compiles, the second one takes
            seconds(command, environment)
            seconds(command, environment)
        taken: dict[str, list[Times]] = {name: [] for name in timed}
        for turn in range(rounds):
            for name, command in timed.items():
                if name.endswith(_NEW):
                    other.write_bytes(file.read_bytes() + f"\nTurn {turn}, {time.time_ns()}.\n".encode())
                taken[name].append(seconds(command, environment))
    return {
        name: Times(*(_measures.median(column) * 1e3 for column in zip(*found, strict=True)))
        for name, found in taken.items()
    }


def measures(rounds: int) -> list[_measures.Measure]:
    """Wall times, and how many times as fast as yamllint the check of 10 kB is, and of what was checked before."""
    found = times(2 * rounds, _measures.TOP / "examples" / "note.txt")
    out = [_measures.Measure(name, value.wall, "ms") for name, value in found.items()]
    if "yamllint, one line" in found:
        out += (
            _measures.Measure(f"{name} to yamllint", found["yamllint, one line"].wall / value.wall, "x")
            for name, value in found.items()
            if "10 kB" in name or name.endswith("again")
        )
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", nargs="?", type=Path, default=_measures.TOP / "examples" / "note.txt")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--python", default=sys.executable)
    options = parser.parse_args()
    found = times(options.rounds, options.file.resolve(), options.python)
    measure = found.get("yamllint, one line") or found["python -c pass"]
    rows = [(f"`{name}`", *value, value.wall / measure.wall) for name, value in found.items()]
    to = "yamllint" if "yamllint, one line" in found else "`python -c pass`"
    print(_measures.table(("command", "wall, ms", "processor, ms", f"wall, to {to}"), rows))


if __name__ == "__main__":
    main()
