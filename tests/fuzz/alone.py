"""One input of a target in a process of its own: `python tests/fuzz/alone.py TARGET FILE`.

Status 0: it keeps its promises; 1: it raised, or took more processor time or memory than 600 bytes may take; 3: not
even an ordinary input could be tried, so that nothing is known.
"""

from __future__ import annotations

import resource
import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from fuzz.targets import TARGETS

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS, MEGABYTES = 5.0, 1_000  # of a processor, and beyond what an ordinary input takes
KILLED = 300  # seconds of a processor, for what never ends


def main() -> int:
    name, file = sys.argv[1:]
    target, data = TARGETS[name], Path(file).read_bytes()
    resource.setrlimit(resource.RLIMIT_CPU, (KILLED, KILLED))
    try:
        took = [_took(target, ordinary) for ordinary in _ordinary(name) if ordinary != data]
    except Exception:  # whatever hinders it
        traceback.print_exc()
        return 3
    usual, held = max(took[2:]), _megabytes()  # the first import the rules and open the knowledge base
    alone, held = _took(target, data), _megabytes() - held
    print(f"{alone:.1f} s of a processor, {held:.0f} MB, where others take {usual:.1f} s", file=sys.stderr)
    return int(alone > SECONDS + 2 * usual or held > MEGABYTES)


def _ordinary(name: str) -> list[bytes]:
    """Inputs that keep their promises; where a cache cannot be written, also these are slow."""
    stored = sorted((Path(__file__).parent / "corpus" / name).glob("*"))[-2:]
    few = [b"", b"See S/RES/822 (1993).", *(file.read_bytes() for file in stored)]
    return few + few


def _took(target: Callable[[bytes], None], data: bytes) -> float:
    start = time.process_time()
    target(data)
    return time.process_time() - start


def _megabytes() -> float:
    """The most memory that was held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    sys.exit(main())
