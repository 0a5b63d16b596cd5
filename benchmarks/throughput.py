"""How fast text is scanned, at several densities of references, beside a UTF-8 decode and a bare scan.

usage: throughput.py [--size MB] [--rounds N]        (default: 0.5 MB, 3 rounds)

The digits of every reference are drawn anew, so that no parse is remembered from another place. `bare` runs the very
expressions that find references and does nothing with what they find. `read` finds paragraphs, notes and quotations;
`scan` is all families, with as much of `read` as they ask for; `extract` is `scan`, the knowledge base and a line of
JSON for each reference; `again` is the scan of a text whose references have all been parsed before. CPU time; the
methods take turns; medians. µs a reference: what `scan` takes beyond `read`. Nothing is judged.
"""

from __future__ import annotations

import argparse
import gc
import random
import sys
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import _measures

_measures.use_checkout()

import re2  # noqa: E402

from juslint import loading, scan  # noqa: E402
from juslint.knowledge import Knowledge  # noqa: E402
from juslint.parsing import store  # noqa: E402
from juslint.reading import read  # noqa: E402
from juslint.reporting.references import jsonl  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

DECODES = 100  # one decode is too short to time
DENSITIES = (0.0, 0.2, 1.6, 10.0)  # references a kB; real letters have about 1.6
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


def text_of(size: int, density: float, seed: int = 1, also: tuple[str, ...] = ()) -> str:
    """English prose of about `size` characters with `density` references a thousand, and as many of `also`."""
    draw = random.Random(seed)
    parts: list[str] = []
    length, references = 0, 0
    while length < size:
        if references < density * length / 1000:
            numbers = {"a": draw.randint(31, 80), "b": draw.randint(100, 999), "c": draw.randint(1, 99)}
            years = {"d": draw.randint(10, 25), "e": draw.randint(10000, 99999)}
            part = draw.choice(REFERENCES).format(**numbers, **years)
            if also:
                part += draw.choice(also).format(**numbers, **years)
            references += 1
        else:
            part = draw.choice(PROSE)
        part += "\n\n" * (draw.random() < 0.1)
        parts.append(part)
        length += len(part)
    return "".join(parts)


@cache
def _bare() -> list[Any]:
    """The expressions of the grammars whose families find references by them, as the scan compiles them."""
    options = re2.Options()
    options.longest_match = True
    options.never_capture = True
    options.max_mem = 256 << 20
    modules = (module for module in scan.modules() if hasattr(module, "read"))
    names = [module.__name__.rsplit(".", 1)[-1] for module in modules]
    return [re2.compile(store.parsers()[name].tables["prefilter"].encode(), options) for name in names]


def bare(data: bytes) -> int:
    """How many stretches of a text the expressions match."""
    return sum(1 for pattern in _bare() for _ in pattern.finditer(data))


def scanned(data: bytes, *, known: bool = False) -> int:
    """Reading and scanning with every family: how many references. Nothing is remembered unless it is `known`."""
    if not known:
        getattr(scan, "tried", scan.parsed).cache_clear()  # older commits remember under the other name
    return len(scan.scan(read("text.txt", data)))


@cache
def _knowledge() -> Knowledge:
    return Knowledge.open(())


def extracted(data: bytes) -> int:
    """What `juslint extract --no-cache` does with a text: how many characters of output. Nothing is remembered."""
    getattr(scan, "tried", scan.parsed).cache_clear()
    loaded = loading.load([("text.txt", data)], _knowledge())
    return sum(map(len, jsonl.export(loaded.contexts)))


def warm_up() -> None:
    """Import modules, load grammars, compile expressions; collect garbage as seldom as the command does."""
    gc.set_threshold(100_000, 50, 50)
    data = text_of(20_000, 5.0).encode()
    scanned(data)
    extracted(data)
    bare(data)


METHODS: dict[str, Callable[[bytes], int]] = {
    "decode": lambda data: sum(len(data.decode()) for _ in range(DECODES)),
    "bare": bare,
    "read": lambda data: len(read("text.txt", data).paragraphs),
    "scan": scanned,
    "extract": extracted,
    "again": lambda data: scanned(data, known=True),
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
    return {name: _measures.median(found) for name, found in speeds.items()}, _measures.median(counts)


def measures(rounds: int, size: float = 0.5) -> list[_measures.Measure]:
    """Speeds at each density, what a reference costs, and the ratios that were set as aims."""
    warm_up()
    found = []
    for density in DENSITIES:
        speeds, references = megabytes_a_second(density, size, rounds)
        at = f"{density:g} references a kB"
        found += [_measures.Measure(f"{at}, {name}", speed, "MB/s") for name, speed in speeds.items()]
        found.append(_measures.Measure(f"{at}, scan to bare", speeds["scan"] / speeds["bare"], "x"))
        found.append(_measures.Measure(f"{at}, again to scan", speeds["again"] / speeds["scan"], "x"))
        if references:
            seconds = size / speeds["scan"] - size / speeds["read"]
            found.append(_measures.Measure(f"{at}, a reference", seconds / references * 1e6, "µs"))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--size", type=float, default=0.5, help="megabytes of each text")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    warm_up()
    columns = ["references a kB", *(f"{name}, MB/s" for name in METHODS)]
    rows = []
    for density in DENSITIES:
        speeds, references = megabytes_a_second(density, options.size, options.rounds)
        seconds = options.size / speeds["scan"] - options.size / speeds["read"]
        each = seconds / references * 1e6 if references else ""
        rows.append(
            (density, *speeds.values(), each, speeds["scan"] / speeds["bare"], speeds["again"] / speeds["scan"])
        )
    print(_measures.table([*columns, "µs a reference", "scan : bare", "again : scan"], rows))


if __name__ == "__main__":
    main()
