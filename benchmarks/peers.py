"""juslint beside eyecite and citeurl, which find citations of American law: the same text, the same run, CPU time.

usage: peers.py [--python PYTHON] [--size KB] [--rounds N]        (default: 100 kB, 3 rounds)

The text has 1.6 of each kind a kB: references that juslint knows, and American citations. PYTHON is an interpreter that
has the peers, else the variable JUSLINT_PEERS names it, else it is this one. They are no dependencies:

    python -m venv peers && peers/bin/pip install eyecite hyperscan citeurl markdown

A peer that is not there is left out. µs a citation: for each tool, of its own finds. The tools do different work:
eyecite reads names, courts and years into fields, juslint also names the source and what is wrong with the form.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import _measures

AMERICAN = (
    "See Smith v. Jones, {b} F.3d {c}, {b} (2d Cir. 20{d}). ",
    "See Brown v. Board, 3{c} U.S. {b}, {b} (19{a}). ",
    "Compare 42 U.S.C. § {b}. ",
    "See Doe v. Roe, {b} F. Supp. 2d {c} (S.D.N.Y. 20{d}). ",
)
# Run by the other interpreter: a peer's name, then how often; prints CPU seconds and finds of each pass, or nothing.
PEER = """
import json, sys, time
text, peer, passes = sys.stdin.read(), sys.argv[1], int(sys.argv[2])
try:
    if peer == "citeurl":
        from citeurl import Citator
        citator = Citator()
        find = citator.list_cites
    else:
        from eyecite import get_citations
        from eyecite.tokenizers import HyperscanTokenizer, default_tokenizer
        named = peer == "eyecite, hyperscan"
        tokenizer = HyperscanTokenizer(cache_dir=sys.argv[3]) if named else default_tokenizer
        find = lambda text: get_citations(text, tokenizer=tokenizer)
    find(text[:2000])
except ImportError:
    sys.exit()
out = []
for _ in range(passes):
    start = time.process_time()
    found = len(list(find(text)))
    out.append((time.process_time() - start, found))
print(json.dumps(out))
"""
PEERS = ("eyecite", "eyecite, hyperscan", "citeurl")


def peer_passes(python: str, peer: str, text: str, rounds: int) -> list[tuple[float, int]]:
    """CPU seconds and finds of each pass of a peer; none where it is not there."""
    cache = str(Path.home() / ".cache" / "juslint-benchmark-hyperscan")
    Path(cache).mkdir(parents=True, exist_ok=True)
    command = [python, "-c", PEER, peer, str(rounds), cache]
    done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", check=False)
    return [(seconds, found) for seconds, found in json.loads(done.stdout or "[]")]


def own_passes(text: str, rounds: int) -> list[tuple[float, int]]:
    """The same of juslint, nothing remembered between passes."""
    import throughput  # noqa: PLC0415 - it imports juslint

    throughput.warm_up()
    out, data = [], text.encode()
    for _ in range(rounds):
        start = time.process_time()
        found = throughput.scanned(data)
        out.append((time.process_time() - start, found))
    return out


def passes(rounds: int, size: int, python: str) -> dict[str, tuple[float, float]]:
    """MB/s and finds of each tool, as medians."""
    import throughput  # noqa: PLC0415 - it imports juslint

    text = throughput.text_of(size * 1000, 1.6, also=AMERICAN)
    found = {"juslint": own_passes(text, rounds)}
    for peer in PEERS:
        if taken := peer_passes(python, peer, text, rounds):
            found[peer] = taken
    length = len(text.encode()) / 1e6
    return {
        name: (length / _measures.median(seconds for seconds, _ in taken), _measures.median(one for _, one in taken))
        for name, taken in found.items()
    }


def measures(rounds: int) -> list[_measures.Measure]:
    """Speeds, microseconds a find, and how many times as fast juslint is by both."""
    size = 100
    found = passes(min(rounds, 3), size, os.environ.get("JUSLINT_PEERS") or sys.executable)
    if len(found) == 1:
        raise _measures.Skipped(
            "neither eyecite nor citeurl is here; JUSLINT_PEERS may name an interpreter that has them"
        )
    out = []
    speed, finds = found["juslint"]
    for name, (peer_speed, peer_finds) in found.items():
        each = size / 1000 / peer_speed / peer_finds * 1e6 if peer_finds else 0.0
        out.append(_measures.Measure(name, peer_speed, "MB/s"))
        out.append(_measures.Measure(f"{name}, finds", peer_finds, "finds"))
        out.append(_measures.Measure(f"{name}, a find", each, "µs"))
        if name != "juslint":
            own = size / 1000 / speed / finds * 1e6
            out.append(_measures.Measure(f"juslint to {name}, by text", speed / peer_speed, "x"))
            out.append(_measures.Measure(f"juslint to {name}, by find", each / own, "x"))
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--python", default=os.environ.get("JUSLINT_PEERS") or sys.executable)
    parser.add_argument("--size", type=int, default=100, help="kB of text")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    found = passes(options.rounds, options.size, options.python)
    speed, finds = found["juslint"]
    own = options.size / 1000 / speed / finds * 1e6
    rows = []
    for name, (each_speed, each_finds) in found.items():
        each = options.size / 1000 / each_speed / each_finds * 1e6 if each_finds else 0.0
        rows.append((name, each_speed, round(each_finds), each, speed / each_speed, each / own))
    print(_measures.table(("tool", "MB/s", "finds", "µs a find", "juslint by text", "juslint by find"), rows))


if __name__ == "__main__":
    main()
