"""How long a whole project takes, and how much memory: the first run, the next one, with and without workers.

usage: workspace.py FOLDER [--files N] [--jobs N]        (default: 2000 files, 2 jobs)

The files are made from the texts in FOLDER, each as often as needed. In every copy a third of the numbers are drawn
anew, so that copies cite some sources in common and others each by itself, as the texts of a project do; years stay,
for a text with impossible years is no text. `one by one` reads and scans them in turn and runs no rule; the others
are `juslint check`. Ratios are of processor seconds, of all processes together: they hold on a machine that does
other work too. Peak memory is that of the largest process.
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


class Measured(NamedTuple):
    """Wall-clock and processor seconds of a process with its workers, and the peak memory of one in megabytes."""

    seconds: float
    worked: float
    megabytes: float


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
            arguments = ["-m", "juslint", "check", str(project), "--output-format", "json"]
            return _measure([*arguments, "--output-file", str(report), *options], Path(scratch, cache))

        alone = _measure(["-c", ALONE], Path(scratch, "alone"), stdin="\n".join(map(str, sorted(project.iterdir()))))
        rows = [("one by one, no rules", alone)]
        rows.append(("first run, 1 job", check("one", "--jobs", "1")))
        rows.append(("first run, no cache", check("none", "--jobs", "1", "--no-cache")))
        rows.append((f"first run, {asked.jobs} jobs", check("many", "--jobs", str(asked.jobs))))
        rows.append(("next run", check("many", "--jobs", str(asked.jobs))))
        cache = sum(file.stat().st_size for file in Path(scratch, "many").glob("texts-*"))
    print(f"{asked.files} files, {size / 1e6:.1f} MB; remembered in {cache / 1e6:.1f} MB\n")
    print(f"{'':<24}{'wall s':>8}{'CPU s':>8}{'CPU ms a file':>15}{'to one by one':>15}{'to first run':>14}{'MB':>6}")
    first = rows[1][1]
    for name, (seconds, worked, megabytes) in rows:
        ratios = f"{worked / alone.worked:>15.2f}{worked / first.worked:>14.3f}"
        print(f"{name:<24}{seconds:>8.1f}{worked:>8.1f}{1000 * worked / asked.files:>15.1f}{ratios}{megabytes:>6.0f}")


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
        [sys.executable, *arguments], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=environment, text=True
    )
    assert process.stdin is not None
    process.stdin.write(stdin)
    process.stdin.close()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in {0, 1}:
        raise SystemExit(f"{arguments} went wrong")
    return Measured(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000)


if __name__ == "__main__":
    main()
