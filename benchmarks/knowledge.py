"""Whether opening the knowledge base and one look-up take longer the more it holds.

usage: knowledge.py [--rounds N]        (default: 300)

Three bases are compiled as a wheel has them: only the bodies, all of kb/, and all of kb/ with its bulk rows ten times.
They take turns, each opened anew; the medians are compared. The last lines are of look-ups in an open base.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import _measures

TOP = _measures.TOP
_measures.use_checkout()

from juslint import _data  # noqa: E402
from juslint.knowledge import Knowledge, building  # noqa: E402

ASKED = "security-council"  # an entry that all three hold
COPIES = 9
YEARS = 1_000  # between the years of the copies


def bodies_only(folder: Path) -> Path:
    shutil.copytree(TOP / "kb" / "bodies", folder / "bodies")
    return folder


def enlarged(folder: Path) -> Path:
    """All of kb/, and copies of the files of the Security Council's and the Economic and Social Council's years."""
    shutil.copytree(TOP / "kb", folder)
    for file in list((folder / "un").rglob("[12][0-9][0-9][0-9].yaml")):
        for copy in range(1, COPIES + 1):
            shutil.copy(file, file.with_stem(str(int(file.stem) + copy * YEARS)))
    return folder


def compiled(root: Path, destination: Path) -> tuple[Path, int]:
    """The file and how many entries it holds."""
    connection = building.compiled(root)
    building.write(connection, destination)
    (entries,) = connection.execute("SELECT count(*) FROM entries").fetchone()
    connection.close()
    return destination, entries


def seconds(question: str) -> float:
    start = time.perf_counter()
    Knowledge.open().resolve(question)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=300)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        roots = {
            "bodies only": bodies_only(folder / "bodies-only"),
            "kb/": TOP / "kb",
            "kb/, years ten times": enlarged(folder / "enlarged"),
        }
        made = {name: compiled(root, folder / f"{number}.sqlite") for number, (name, root) in enumerate(roots.items())}
        times: dict[str, list[float]] = {name: [] for name in made}
        for _ in range(options.rounds):
            for name, (file, _entries) in made.items():
                _data.compiled_file = lambda _, file=file: file  # type: ignore[misc]
                times[name].append(seconds(ASKED))
        first = statistics.median(times["bodies only"])
        print("| index | entries | MB | open + one look-up, ms | ratio |\n|---|---|---|---|---|")
        for name, (file, entries) in made.items():
            median = statistics.median(times[name])
            size = file.stat().st_size / 1e6
            print(f"| {name} | {entries:,} | {size:.1f} | {median * 1e3:.2f} | {median / first:.2f} |")
        _data.compiled_file = lambda _: made["kb/"][0]
        print()
        print(_measures.table(("look-up", "new, µs", "again, µs"), [(k, *v) for k, v in look_ups().items()]))


def look_ups() -> dict[str, tuple[float, float]]:
    """Microseconds a look-up of a thousand ids in an open base: new to it, then known."""
    knowledge = Knowledge.open()
    ids = [f"S/RES/{number} (1993)" for number in range(1000)]
    out = {}
    for name, ask in (("resolve", knowledge.resolve), ("body_of", knowledge.body_of)):
        ask("A/RES/60/1")
        taken = []
        for _ in range(2):
            start = time.perf_counter()
            for one in ids:
                ask(one)
            taken.append((time.perf_counter() - start) / len(ids) * 1e6)
        out[name] = (taken[0], taken[1])
    return out


def measures(rounds: int) -> list[_measures.Measure]:
    """Opening the checkout's base, which looks whether its files changed, and look-ups in it."""
    seconds(ASKED)
    opened = _measures.median(seconds(ASKED) for _ in range(4 * rounds))
    out = [_measures.Measure("open and one look-up, all of kb/", opened * 1e3, "ms")]
    for name, (new, again) in look_ups().items():
        out += [_measures.Measure(f"{name}, new", new, "µs"), _measures.Measure(f"{name}, again", again, "µs")]
    return out


if __name__ == "__main__":
    main()
