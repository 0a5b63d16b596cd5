"""How fast text is scanned, at several densities of references, beside a UTF-8 decode and the prefilter alone.

usage: throughput.py [--size MB] [--rounds N]        (default: 0.5 MB, 3 rounds)

The digits of every reference are drawn anew, so that no parse is remembered from another place. The methods take turns;
CPU time, medians; every ratio is of one run.
"""

from __future__ import annotations

import argparse
import random
import re
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

DENSITIES = (0.0, 0.2, 1.0, 5.0)  # references a kB; real letters have about 1.6
PROSE = (
    "The working group met twice in spring and heard from teachers, parents and pupils about what they had read. ",
    "Nobody asked for more time, although several speakers wished that the rooms had been larger and better lit. ",
    "A summary will be sent to everyone who took part, and remarks on it are welcome until the end of the month. ",
    "The chair thanked the interpreters, whose patience had been tried by the many figures in the second report. ",
)
REFERENCES = (
    "See A/{a}/{b}, para. {c}. ",
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
    finder = prefilter_engine.Finder(text, scan._prefilter())
    position, spans = 0, 0
    while (found := finder.search(position)) is not None:
        position = max(found[1], position + 1)
        spans += 1
    return spans


def scanned(text: str) -> int:
    """Reading and scanning, with every family, none of the parses remembered: how many references."""
    scan.parsed.cache_clear()
    return len(scan.scan(read("text.txt", text.encode())))


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--size", type=float, default=0.5, help="megabytes of each text")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    scanned(text_of(20_000, 5.0))  # grammars, imports
    print("| references a kB | references | decode, MB/s | prefilter, MB/s | whole scan, MB/s | µs a reference ", end="")
    print("| prefilter / scan | decode / scan |\n|---|---|---|---|---|---|---|---|")
    for density in DENSITIES:
        text = text_of(int(options.size * 1e6), density)
        data = text.encode()
        taken: dict[str, list[float]] = {"decode": [], "prefilter": [], "scan": []}
        found = 0
        for round_ in range(options.rounds):
            # Other digits in each round; a decode is too short to time once.
            again = re.sub("[1-9]", lambda digit: str(1 + (int(digit[0]) + round_) % 9), text) if round_ else text
            taken["decode"].append(seconds(lambda: [data.decode() for _ in range(200)]) / 200)
            taken["prefilter"].append(seconds(lambda text=again: prefiltered(text)))
            found = 0
            start = time.process_time()
            found = scanned(again)
            taken["scan"].append(time.process_time() - start)
        decode, prefilter, whole = (statistics.median(times) for times in taken.values())
        size = len(data) / 1e6
        each = f"{(whole - prefilter) / found * 1e6:.0f}" if found else "-"
        print(f"| {density} | {found} | {size / decode:.0f} | {size / prefilter:.0f} | {size / whole:.2f} ", end="")
        print(f"| {each} | {whole / prefilter:.0f} | {whole / decode:.0f} |")


if __name__ == "__main__":
    main()
