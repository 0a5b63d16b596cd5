"""The scripts in tools/ make the bulk tables that lie in kb/, and nothing else."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
DATA = TOP.parent / "shared" / "data"


@pytest.mark.skipif(not DATA.is_dir(), reason=f"the CSV folder {DATA} is not here")
@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("kb_security_council", "un/security-council/resolutions"),
        ("kb_general_assembly", "un/general-assembly"),
    ],
)
def test_tables_are_those_of_the_script(
    name: str, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.syspath_prepend(str(TOP / "tools"))
    module = importlib.import_module(name)
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    module.main(DATA)
    made = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert made == {file.name: file.read_bytes() for file in (TOP / "kb" / folder).iterdir()}
    capsys.readouterr()
    module.main(DATA)
    assert capsys.readouterr().out == ""
    sys.modules.pop(name)
