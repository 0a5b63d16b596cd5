"""Fuzz with coverage as the guide, for some seconds a target: `python tests/fuzz/run.py SECONDS [TARGET...]`.

As many targets run at a time as there are processors.

Needs atheris (`pip install atheris`). Inputs that show something new are kept in the folder that FUZZ_FOUND names, so
that the next run goes on from them. An input that breaks a promise is printed: put it into `corpus/TARGET/` with its
mend, where pytest replays it for good.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
TESTS = HERE.parent
LONGEST = 600  # bytes of an input: what breaks a promise does so in a few words
NAMES = (
    "plain", "markdown", "html", "latex", "bytes", "scanner", "rules", "told", "suppressions", "configuration",
    "ledger", "knowledge-base", "own-base",
)  # fmt: skip


def main() -> int:
    if len(sys.argv) > 2 and sys.argv[1] == "--one":
        return _fuzz(sys.argv[2], sys.argv[3:])
    if len(sys.argv) < 2 or not sys.argv[1].isdigit():
        print(__doc__)
        return 2
    if importlib.util.find_spec("atheris") is None:
        print("atheris is not installed: nothing was fuzzed (pytest replays the stored inputs all the same)")
        return 0
    names, broken = sys.argv[2:] or NAMES, {}
    with ThreadPoolExecutor(os.cpu_count()) as waiting:
        for name, said in zip(names, waiting.map(lambda name: _run(name, int(sys.argv[1])), names), strict=True):
            print(f"{name}: {'broken' if said else f'{sys.argv[1]} s, no promise was broken'}", flush=True)
            if said:
                broken[name] = said
    for name, said in broken.items():  # last, so that a log of which only the end is kept has it
        print(f"\n{name} broke a promise:\n{said}")
    print(f"broken: {', '.join(broken)}" if broken else "no promise was broken")
    return int(bool(broken))


def _run(name: str, seconds: int) -> str:
    """One target in a process of its own: what there is to show where an input broke a promise, else nothing."""
    with tempfile.TemporaryDirectory() as work:
        found = Path(os.environ.get("FUZZ_FOUND", work)) / name
        found.mkdir(parents=True, exist_ok=True)
        options = [
            f"-max_total_time={seconds}", f"-max_len={LONGEST}", "-timeout=20", "-rss_limit_mb=4096", "-verbosity=0",
            f"-artifact_prefix={work}/broken-", f"-dict={HERE / 'words.dict'}", str(found), *_stored(name),
        ]  # fmt: skip
        run = subprocess.run(
            [sys.executable, __file__, "--one", name, *options],
            capture_output=True,
            text=True,
            errors="backslashreplace",
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join((str(TESTS), os.environ.get("PYTHONPATH", "")))},
        )
        broken = [f"{file.name}: {file.read_bytes()!r}" for file in sorted(Path(work).glob("broken-*"))]
        said = [f"exit status {run.returncode}", run.stdout[-2000:], run.stderr[-4000:]]
    return "\n".join([*said, *broken]) if broken or run.returncode else ""


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
