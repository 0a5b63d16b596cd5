"""Which files a pattern names, whatever links and pipes lie below it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from juslint import files
from juslint.config import Discovered

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("a.md", "b/c.md", "b/d/e.md", "b/f.txt", ".hidden/g.md", ".h.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("A text.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def named(*patterns: str) -> list[str]:
    found, failed = files.expand(patterns, lambda: frozenset({".md"}), Discovered())
    assert not failed
    return [file.replace(os.sep, "/") for file in found]


@pytest.mark.usefixtures("folder")
def test_patterns_over_folders() -> None:
    assert named("**/*.md") == ["a.md", "b/c.md", "b/d/e.md"]
    assert named("b/**") == ["b/c.md", "b/d/e.md", "b/f.txt"]
    assert named("**/**/d/**/*.md") == ["b/d/e.md"]
    assert named("**/d") == ["b/d/e.md"]
    assert named("**/.h*") == [".h.md", ".hidden/g.md"]
    assert named("b/*.md") == ["b/c.md"]
    assert named("**/z.md") == ["**/z.md"]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links")
def test_a_pattern_ends_where_links_to_folders_lead_in_circles(folder: Path) -> None:
    for way in ("b/up", "b/d/up", "b/d/over"):
        (folder / way).symlink_to("..", target_is_directory=True)
    assert named("**/*.md") == ["a.md", "b/c.md", "b/d/e.md"]
    assert named("**/**/**/e.md") == ["b/d/e.md"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes")
def test_a_pattern_names_no_pipe(folder: Path) -> None:
    os.mkfifo(folder / "b" / "pipe.md")
    assert named("**/*.md", "b/*.md") == ["a.md", "b/c.md", "b/d/e.md"]
