"""The benchmarks assert nothing; that they can be listed, kept and compared is tested here, without running any."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(TOP / "benchmarks")


def test_the_parts_are_found_by_walking_the_folder():
    import run  # noqa: PLC0415

    assert {"throughput", "startup", "keystroke", "knowledge", "memory", "peers", "processes"} <= set(run.parts())


def test_figures_are_kept_and_read_again(tmp_path: Path):
    import _measures  # noqa: PLC0415

    measures = [_measures.Measure("a", 1.5, "ms"), _measures.Measure("b", 3.0, "MB/s")]
    _measures.keep(tmp_path / "kept.json", {"part": measures})
    assert _measures.kept(tmp_path / "kept.json") == {"part: a": measures[0], "part: b": measures[1]}


def test_numbers_have_three_digits_that_count():
    import _measures  # noqa: PLC0415

    shown = _measures.table(("what", "figure"), [("x", 1234.5), ("y", 0.012345), ("z", 7)])
    assert shown.splitlines()[2:] == ["| x | 1,234 |", "| y | 0.0123 |", "| z | 7 |"]


@pytest.mark.parametrize(
    ("command", "said"), [(["run.py", "nothing"], "there is no part 'nothing'"), (["compare.py", "no-such"], "no-such")]
)
def test_a_wrong_argument_is_named(command: list[str], said: str):
    done = subprocess.run(
        [sys.executable, *command], cwd=TOP / "benchmarks", capture_output=True, text=True, check=False
    )
    assert done.returncode
    assert said in done.stderr
    assert "Traceback" not in done.stderr
