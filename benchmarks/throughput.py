"""How fast text is scanned, at several densities of references, beside a UTF-8 decode and the prefilter alone.

usage: throughput.py [--size MB] [--rounds N]        (default: 0.5 MB, 3 rounds)

The digits of every reference are drawn anew, so that no parse is remembered from another place. `read` finds
paragraphs, notes and quotations; `scan` is `read` and all families. CPU time; the methods take turns; medians.
µs a reference: what `scan` takes beyond `read`.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "linter"))

from juslint import scan
from juslint.parsing import prefilter_engine
from juslint.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable

DECODES = 100  # one decode is too short to time
DENSITIES = (0.0, 0.2, 1.0, 5.0)  # references a kB; real letters have about 1.6
PROSE = (
    "The working group met twice in spring and heard from teachers, parents and pupils about what they had read. ",
    "Nobody asked for more time, although several speakers wished that the rooms had been larger and better lit. ",
    "A summary will be sent to everyone who took part, and remarks on it are welcome until the end of the month. ",
    "The chair thanked the interpreters – their patience had been tried by the many figures in the second report. ",
)
REFERENCES = (
    "See A/{a}/{b}, paras. {c}–{b}. ",
    "See S/20{d}/{b}, annex. ",
    "See A/{a}/{b}-S/20{d}/{c}. ",
    "It recalled Security Council resolutions {b} (20{d}) and {c} (20{d}). ",
    "It recalled General Assembly resolution {a}/{b}. ",
    "See Example v. Country, no. {e}/{d}, §§ {c}-{b}, 14 March 20{d}. ",
    "See https://docs.un.org/en/A/{a}/{e}. ",
)


def text_of(size: int, density: float, seed: int = 1) -> str:
    """English prose of about `size` characters with `density` references a thousand characters."""
    draw = random.Random(seed)
    parts: list[str] = []
    length, references = 0, 0
    while length < size:
        if references < density * length / 1000:
            numbers = {"a": draw.randint(31, 80), "b": draw.randint(100, 999), "c": draw.randint(1, 99)}
            years = {"d": draw.randint(10, 25), "e": draw.randint(10000, 99999)}
            part = draw.choice(REFERENCES).format(**numbers, **years)
            references += 1
        else:
            part = draw.choice(PROSE)
        part += "\n\n" * (draw.random() < 0.1)
        parts.append(part)
        length += len(part)
    return "".join(parts)


def prefiltered(text: str) -> int:
    """Stage 1 alone: how many spans the prefilter offers."""
    finder = prefilter_engine.Finder(text, *scan._prefilters())  # noqa: SLF001 - the very patterns that the scan uses
    position, spans = 0, 0
    while (found := finder.search(position)) is not None:
        position = max(found[1], position + 1)
        spans += 1
    return spans


def scanned(data: bytes) -> int:
    """Reading and scanning with every family, nothing remembered from before: how many references."""
    scan.parsed.cache_clear()
    return len(scan.scan(read("text.txt", data)))


METHODS: dict[str, Callable[[bytes], int]] = {
    "decode": lambda data: sum(len(data.decode()) for _ in range(DECODES)),
    "prefilter": lambda data: prefiltered(data.decode()),
    "read": lambda data: len(read("text.txt", data).paragraphs),
    "scan": scanned,
}


def megabytes_a_second(density: float, size: float, rounds: int) -> tuple[dict[str, float], float]:
    """The speed of each method, and how many references a round has, as medians; each round has a text of its own."""
    speeds: dict[str, list[float]] = {name: [] for name in METHODS}
    counts = []
    for round_ in range(rounds):
        data = text_of(int(size * 1e6), density, seed=round_).encode()
        for name, method in METHODS.items():
            start = time.process_time()
            result = method(data)
            took = time.process_time() - start
            speeds[name].append(len(data) / 1e6 / took * (DECODES if name == "decode" else 1))
        counts.append(result)  # of the last method, the scan
    return {name: statistics.median(found) for name, found in speeds.items()}, statistics.median(counts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--size", type=float, default=0.5, help="megabytes of each text")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    scanned(text_of(20_000, 5.0).encode())  # grammars and imports
    columns = ["references a kB", *(f"{name}, MB/s" for name in METHODS)]
    columns += ["µs a reference", "prefilter : scan", "decode : scan"]
    print(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}")
    for density in DENSITIES:
        speeds, references = megabytes_a_second(density, options.size, options.rounds)
        seconds = options.size / speeds["scan"] - options.size / speeds["read"]
        cells = [f"{density}", *(f"{speed:.2f}" if speed < 10 else f"{speed:.0f}" for speed in speeds.values())]
        cells.append(f"{seconds / references * 1e6:.0f}" if references else "")
        cells += [f"{speeds[name] / speeds['scan']:.0f}" for name in ("prefilter", "decode")]
        print(f"| {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
