"""How long a whole project takes, and how much memory: the first run, the next one, with and without workers.

usage: workspace.py FOLDER [--files N] [--jobs N]        (default: 2000 files, 2 jobs)

The files are made from the texts in FOLDER, each as often as needed. In every copy a third of the numbers are drawn
anew, so that copies cite some sources in common and others each by itself, as the texts of a project do; years stay,
for a text with impossible years is no text. Up to as many files as FOLDER has texts, no two are copies of one.
`one by one` reads and scans them in turn in one process, with the knowledge base, and runs no rule at all; the others
are `juslint check` with all rules, the findings written as JSON. Ratios are of processor seconds, of all processes
together: they hold on a machine that does other work too. `main` is what of them the first process takes, the rest is
the workers': on idle processors a run takes no longer than `main` and the rest shared among the workers, which
`at most` compares with one by one. Peak memory is that of the largest process.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

_NUMBER = re.compile(r"(?<![0-9])(?!(?:1[89]|20)[0-9]{2}(?![0-9]))[0-9]{2,6}(?![0-9])")
_SHARE = 1 / 3
LINTER = Path(__file__).resolve().parents[1] / "linter"
sys.path.insert(0, str(LINTER))

ALONE = """
import sys
from juslint import engine
from juslint.knowledge import Knowledge
from juslint.reading import ReadError, read
knowledge = Knowledge.open()
for path in sys.stdin.read().split("\\n"):
    try:
        engine.analyse(read(path), knowledge)
    except ReadError:
        pass
"""


CHECK = """
import resource, sys
from juslint.__main__ import _run
status = _run()
usage = resource.getrusage(resource.RUSAGE_SELF)
print(usage.ru_utime + usage.ru_stime)
sys.exit(status)
"""


class Measured(NamedTuple):
    """Wall-clock and processor seconds of a process with its workers, those of its own, peak memory in megabytes."""

    seconds: float
    worked: float
    main: float
    megabytes: float

    def at_most(self, jobs: int) -> float:
        """How long it takes on idle processors, in seconds: a bound, for the main process and its workers overlap."""
        return self.main + (self.worked - self.main) / jobs


def main() -> None:
    """Make the files, take the times, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="texts (.txt, .md, .html, .tex)")
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="juslint-workspace-") as scratch:
        project = Path(scratch, "project")
        size = _copies(asked.folder, project, asked.files)
        report = Path(scratch, "report.json")
        _measure(["-m", "juslint", "check", "-", "--quiet"], Path(scratch, "warm"), stdin="A/RES/60/1")  # the indexes

        def check(cache: str, *options: str) -> Measured:
            arguments = ["-c", CHECK, "check", str(project), "--output-format", "json"]
            return _measure([*arguments, "--output-file", str(report), *options], Path(scratch, cache))

        alone = _measure(["-c", ALONE], Path(scratch, "alone"), stdin="\n".join(map(str, sorted(project.iterdir()))))
        rows = [("one by one, no rules", alone)]
        rows.append(("first run, 1 job", check("one", "--jobs", "1")))
        rows.append(("first run, no cache", check("none", "--jobs", "1", "--no-cache")))
        rows.append((f"first run, {asked.jobs} jobs", check("many", "--jobs", str(asked.jobs))))
        rows.append(("next run", check("many", "--jobs", str(asked.jobs))))
        cache = sum(file.stat().st_size for file in Path(scratch, "many").glob("texts-*"))
    print(f"{asked.files} files, {size / 1e6:.1f} MB; remembered in {cache / 1e6:.1f} MB\n")
    print(
        f"{'':<22}{'wall s':>8}{'CPU s':>8}{'main':>8}{'ms a file':>11}{'to one by one':>15}{'at most':>9}"
        f"{'to first run':>14}{'MB':>6}"
    )
    first = rows[1][1]
    for name, row in rows:
        times = f"{row.seconds:>8.1f}{row.worked:>8.1f}{row.main:>8.1f}{1000 * row.worked / asked.files:>11.1f}"
        bound = f"{row.at_most(asked.jobs) / alone.worked:>9.2f}"
        ratios = f"{row.worked / alone.worked:>15.2f}{bound}{row.worked / first.worked:>14.3f}"
        print(f"{name:<22}{times}{ratios}{row.megabytes:>6.0f}")


def _copies(folder: Path, project: Path, count: int) -> int:
    """Fill a folder with copies of the texts under new digits; their size in bytes."""
    project.mkdir()
    draw = random.Random(7)
    texts = sorted(file for file in folder.rglob("*") if file.suffix in {".txt", ".md", ".html", ".tex"})
    draw.shuffle(texts)
    size = 0
    for number in range(count):
        file = texts[number % len(texts)]
        text = file.read_text(encoding="utf-8", errors="replace")
        text = _NUMBER.sub(lambda found: _other(found[0], draw), text)
        data = text.encode()
        (project / f"{number:05}{file.suffix}").write_bytes(data)
        size += len(data)
    return size


def _other(written: str, draw: random.Random) -> str:
    return written if draw.random() > _SHARE else str(draw.randrange(10 ** (len(written) - 1), 10 ** len(written)))


def _measure(arguments: list[str], cache: Path, *, stdin: str = "") -> Measured:
    cache.mkdir(exist_ok=True)
    warm = cache.with_name("warm")
    for file in warm.glob("*") if warm.is_dir() and warm != cache else ():
        if not file.name.startswith("texts-") and not (cache / file.name).exists():
            (cache / file.name).write_bytes(file.read_bytes())
    environment = os.environ | {"JUSLINT_CACHE": str(cache), "PYTHONPATH": str(LINTER)}
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(stdin)
    process.stdin.close()
    told = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in {0, 1}:
        raise SystemExit(f"{arguments} went wrong")
    worked = usage.ru_utime + usage.ru_stime
    main = float(told) if arguments[1] == CHECK else worked
    return Measured(seconds, worked, main, usage.ru_maxrss / 1000)


if __name__ == "__main__":
    main()
