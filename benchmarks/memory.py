"""How much memory a run takes: the most that `juslint extract` held, for texts of 0.1, 1 and 10 MB.

usage: memory.py [--density N]        (default: 1.6 references a kB)
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import _measures

SIZES = (0.1, 1.0, 10.0)  # MB


def most(text: str) -> float:
    """The largest resident set, in MB, of a run over one text."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text.txt"
        file.write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "juslint", "extract", "--format", "jsonl", str(file)]
        process = subprocess.Popen(command, env=_measures.environment(), stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: status {process.returncode}")
    return used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def measures(_rounds: int, density: float = 1.6) -> list[_measures.Measure]:
    """The largest resident set of one run each."""
    if not hasattr(os, "wait4"):
        raise _measures.Skipped("this system does not tell what a finished process held")
    import throughput  # noqa: PLC0415 - it imports juslint

    return [
        _measures.Measure(f"{size:g} MB of text", most(throughput.text_of(int(size * 1e6), density)), "MB")
        for size in SIZES
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--density", type=float, default=1.6, help="references a kB")
    rows = measures(1, parser.parse_args().density)
    print(_measures.table(("what", "most, MB"), [(one.name, one.value) for one in rows]))


if __name__ == "__main__":
    main()
