"""How long `juslint check` of one small file takes, beside the start of Python alone: wall time, caches warm.

usage: startup.py [FILE] [--rounds N]        (default: examples/note.txt, 15 rounds)

The commands take turns, so that whatever else the machine does falls on all of them; the medians are compared.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Wall time of one run; SystemExit where it fails (status 1 is findings)."""
    start = time.perf_counter()
    done = subprocess.run(command, env=environment, cwd=TOP, capture_output=True, text=True, check=False)
    took = time.perf_counter() - start
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: {done.stderr.strip()}")
    return took


def surroundings(compiled: str) -> dict[str, str]:
    """The environment of the commands: this checkout, with compiled modules kept, as an installation has them."""
    environment = os.environ | {"PYTHONPYCACHEPREFIX": compiled}
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, [str(TOP / "linter"), os.getenv("PYTHONPATH")]))
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", nargs="?", default="examples/note.txt", help="the file that is checked")
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    python = sys.executable
    file = str(Path(options.file).resolve() if Path(options.file).exists() else TOP / options.file)
    commands = {
        "python -c pass": [python, "-c", "pass"],
        'python -c "import lark, yaml"': [python, "-c", "import lark, yaml"],
        "juslint --version": [python, "-m", "juslint", "--version"],
        f"juslint check {options.file}": [python, "-m", "juslint", "check", file],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as compiled:
        environment = surroundings(compiled)
        for command in commands.values():
            seconds(command, environment)
        for _ in range(options.rounds):
            for name, command in commands.items():
                times[name].append(seconds(command, environment))
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    bare, libraries = list(medians.values())[:2]
    print("| command | median, ms | least, ms | to `python -c pass` | to `import lark, yaml` |\n|---|---|---|---|---|")
    for name, median in medians.items():
        least = min(times[name])
        print(f"| `{name}` | {median * 1e3:.0f} | {least * 1e3:.0f} | {median / bare:.1f} | {median / libraries:.1f} |")


if __name__ == "__main__":
    main()
