"""Emacs in batch mode with the package that users put on their load path."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
pytestmark = [
    pytest.mark.editors,
    pytest.mark.skipif(shutil.which("emacs") is None, reason="no Emacs here: apt-get install emacs-nox elpa-eglot"),
]


def test_a_draft_is_checked_explained_and_mended(draft, tmp_path, monkeypatch):
    seen = tmp_path / "seen.json"
    monkeypatch.setenv("JUSLINT_DRAFT", str(draft))
    monkeypatch.setenv("JUSLINT_SEEN", str(seen))
    command = ["emacs", "--batch", "--no-init-file", "--directory", str(TOP / "editors" / "emacs")]
    command += ["--load", str(Path(__file__).with_name("emacs.el"))]
    run = subprocess.run(command, cwd=draft.parent, timeout=180, capture_output=True, check=False)
    assert seen.is_file(), run.stderr.decode()
    told = json.loads(seen.read_text(encoding="utf-8"))
    assert "error" not in told, (told["error"], run.stderr.decode())
    assert {place for place, _ in told["first"]} >= {"822 (1992)"}
    assert "**S/RES/822 (1993)**" in told["hover"]
    assert told["definition"].endswith("1993.yaml")
    assert told["references"] == 2
    assert any(title.startswith("Ignore council-resolution-year") for title in told["actions"])
    assert "Typed. " in told["text"]
    assert "S/RES/822 (1993).\n" in told["text"]
