"""Fuzz with coverage as the guide, for some seconds a target: `python tests/fuzz/run.py SECONDS [TARGET...]`.

As many targets run at a time as there are processors.

Needs atheris (`pip install atheris`). Inputs that show something new are kept in the folder that FUZZ_FOUND names, so
that the next run goes on from them. An input that breaks a promise is printed: put it into `corpus/TARGET/` with its
mend, where pytest replays it for good.

Only a broken promise counts, no fault of the machine: an input that was slow, took memory or ended the process is tried
again alone, and judged by the processor time and memory that it takes there (`alone.py`). A machine that stood still, a
full disk or a killed process ends a target early; it is then begun once more.
"""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
TESTS = HERE.parent
LONGEST = 600  # bytes of an input: what breaks a promise does so in a few words
NAMES = (
    "plain", "markdown", "html", "latex", "bytes", "scanner", "rules", "told", "suppressions", "configuration",
    "ledger", "knowledge-base", "own-base",
)  # fmt: skip
_RAISED = re.compile(r"=== Uncaught Python exception: ===\s*(\w+)")
_OF_THE_MACHINE = {  # what a full disk, a folder taken away and too little memory raise; alone it is judged again
    "BlockingIOError", "FileNotFoundError", "MemoryError", "OSError", "OperationalError", "PermissionError",
}  # fmt: skip


class Ended(NamedTuple):
    """How a target ended: what broke a promise, or what kept it from being fuzzed to the end. Both empty: well."""

    broken: str = ""
    hindered: str = ""


def main() -> int:
    if len(sys.argv) > 2 and sys.argv[1] == "--one":
        return _fuzz(sys.argv[2], sys.argv[3:])
    if len(sys.argv) < 2 or not sys.argv[1].isdigit():
        print(__doc__)
        return 2
    if importlib.util.find_spec("atheris") is None:
        print("atheris is not installed: nothing was fuzzed (pytest replays the stored inputs all the same)")
        return 0
    seconds, names, broken = int(sys.argv[1]), sys.argv[2:] or NAMES, {}
    with ThreadPoolExecutor(os.cpu_count()) as waiting:
        for name, ended in zip(names, waiting.map(lambda name: _run(name, seconds), names), strict=True):
            if ended.broken:
                broken[name] = ended.broken
            said = "broken" if ended.broken else f"{seconds} s, no promise was broken"
            print(f"{name}: {f'not fuzzed to the end: {ended.hindered}' if ended.hindered else said}", flush=True)
    for name, said in broken.items():  # last, so that a log of which only the end is kept has it
        print(f"\n{name} broke a promise:\n{said}")
    print(f"broken: {', '.join(broken)}" if broken else "no promise was broken")
    return int(bool(broken))


def _run(name: str, seconds: int) -> Ended:
    """One target; once more where the machine ended it."""
    ended = _once(name, seconds)
    return _once(name, seconds) if ended.hindered else ended


def _once(name: str, seconds: int) -> Ended:
    """One target in a process of its own, and each input that it left tried again in another."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as work:
        found = Path(os.environ.get("FUZZ_FOUND", work)) / name
        found.mkdir(parents=True, exist_ok=True)
        options = [
            f"-max_total_time={seconds}", f"-max_len={LONGEST}", "-timeout=120", "-report_slow_units=10",
            "-rss_limit_mb=4096", "-verbosity=0", f"-artifact_prefix={work}/left-", f"-dict={HERE / 'words.dict'}",
            str(found), *_stored(name),
        ]  # fmt: skip
        run = _python(str(HERE / "run.py"), "--one", name, *options)
        said = f"exit status {run.returncode}\n{run.stdout[-2000:]}\n{run.stderr[-4000:]}"
        inputs = sorted(Path(work).glob("left-*"))
        if run.returncode and not inputs:  # it did not come to new ones
            inputs = sorted(file for folder in _stored(name) for file in Path(folder).iterdir())
        for file in inputs:
            judged = _python(str(HERE / "alone.py"), name, str(file))
            if judged.returncode not in (0, 3):
                alone = f"alone: exit status {judged.returncode}\n{judged.stderr[-4000:]}"
                return Ended(f"{said}\n{alone}\n{file.name}: {file.read_bytes()!r}")
        raised = _RAISED.search(run.stdout + run.stderr)
        if raised and raised[1] not in _OF_THE_MACHINE:
            shown = "\n".join(f"{file.name}: {file.read_bytes()!r}" for file in inputs)
            return Ended(f"{said}\nalone it breaks nothing: it needs what was tried before it\n{shown}")
    if run.returncode == 0:
        return Ended()
    last = ([line for line in run.stderr.splitlines() if "ERROR" in line] or run.stderr.splitlines() or [""])[-1]
    return Ended(hindered=f"exit status {run.returncode}: {raised[1] if raised else last[:200]}")


def _python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        errors="backslashreplace",
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(TESTS), os.environ.get("PYTHONPATH", "")))},
    )


def _stored(name: str) -> list[str]:
    folder = HERE / "corpus" / name
    return [str(folder)] if folder.is_dir() else []


def _fuzz(name: str, options: list[str]) -> int:
    import atheris  # noqa: PLC0415 - may be absent

    with atheris.instrument_imports(include=["juslint"]):
        from fuzz.targets import TARGETS  # noqa: PLC0415 - where it is instrumented
    stored = (file.read_bytes() for folder in _stored(name) for file in sorted(Path(folder).iterdir()))
    for data in (
        b"",
        b"See S/RES/822 (1993).",
        *stored,
    ):  # imports the rules and opens the knowledge base: no part of what is timed
        TARGETS[name](data)
    atheris.Setup([sys.argv[0], *options], TARGETS[name])
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
