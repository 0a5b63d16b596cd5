"""A folder with a draft, and a `juslint` command as an editor finds it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

import juslint

TOP = Path(__file__).resolve().parents[2]
DRAFT = """# Draft

See S/RES/822 (1993), and the report A/74/676\N{EN DASH}S/2020/90.

The letter carries A/74/676-S/2020/90. \U0001f600 See S/RES/822 (1992).
"""


@pytest.fixture
def draft(tmp_path, monkeypatch):
    """The draft in a project of its own; `juslint` is this one."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "juslint.toml").write_text("", encoding="utf-8")
    (folder / "other.md").write_text("Security Council resolution 822 (1993).\n", encoding="utf-8")
    file = folder / "draft.md"
    file.write_text(DRAFT, encoding="utf-8")
    commands = tmp_path / "bin"
    commands.mkdir()
    command = commands / "juslint"
    package = Path(juslint.__file__).parents[1]
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{package}" exec "{sys.executable}" -m juslint "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{commands}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in (".profile", ".bashrc"):  # VS Code asks a login shell for the path
        (tmp_path / name).write_text(f'PATH="{commands}:$PATH"\n', encoding="utf-8")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    return file
