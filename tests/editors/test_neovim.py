"""Headless Neovim with the folder that users put on their runtime path."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
pytestmark = [
    pytest.mark.editors,
    pytest.mark.skipif(shutil.which("nvim") is None, reason="no Neovim here: apt-get install neovim"),
]


def test_a_draft_is_checked_explained_and_mended(draft, tmp_path, monkeypatch):
    seen = tmp_path / "seen.json"
    monkeypatch.setenv("JUSLINT_DRAFT", str(draft))
    monkeypatch.setenv("JUSLINT_SEEN", str(seen))
    folder = TOP / "editors" / "neovim"
    command = ["nvim", "--headless", "-u", "NONE", "--cmd", f"set runtimepath+={folder}"]
    command += ["-c", f"luafile {Path(__file__).with_name('neovim.lua')}"]
    subprocess.run(command, cwd=draft.parent, timeout=120, check=True, capture_output=True)
    told = json.loads(seen.read_text(encoding="utf-8"))
    assert "error" not in told, told["error"]
    assert {one[0] for one in told["first"]} == {"council-resolution-year", "inconsistent-form"}
    assert "**S/RES/822 (1993)**" in told["hover"]
    assert told["definition"].endswith("1993.yaml")
    assert (told["references"], told["highlights"]) == (2, 1)
    assert told["moved"]
    assert any(title.startswith("Ignore council-resolution-year") for title in told["actions"])
    assert "S/RES/822 (1993).\n" in told["text"] + "\n"
