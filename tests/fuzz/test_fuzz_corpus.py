"""Every input that once broke a promise, and some that nearly would, keep it now. No fuzzer is needed for that."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz import run
from fuzz.targets import TARGETS

FILES = sorted(path for path in (Path(__file__).parent / "corpus").rglob("*") if path.is_file())


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_stored_input(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


def test_every_target_has_inputs_and_is_run() -> None:
    assert set(run.NAMES) == set(TARGETS) == {path.parent.name for path in FILES}
