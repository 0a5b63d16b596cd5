"""`juslint check --since REV`: only findings in lines changed since a git revision."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from juslint.cli.check import command

if TYPE_CHECKING:
    from pathlib import Path

WRONG = "Security Council resolution 1460 (2004) of that year.\n"
FINE = "Security Council resolution 822 (1993) of that year.\n"


def git(folder: Path, *arguments: str) -> None:
    names = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", folder, *names, *arguments], check=True, capture_output=True)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    git(tmp_path, "init", "-q")
    (tmp_path / "a.md").write_text(f"{WRONG}\n{FINE}\n{FINE}", encoding="utf-8")
    (tmp_path / "b.md").write_text(WRONG, encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    return tmp_path


def run(*arguments: str) -> tuple[int, list[str], str]:
    result = CliRunner().invoke(command, ["--output-format", "concise", "-q", *arguments], standalone_mode=False)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        return 2, [], getattr(result.exception, "message", repr(result.exception))
    places = [":".join(line.split(":")[:2]) for line in result.stdout.splitlines() if ":" in line]
    return result.return_value or 0, places, result.stderr


def test_nothing_changed(checkout: Path) -> None:
    assert run("--since", "HEAD", ".") == (0, [], "")
    assert run(".")[1] == ["a.md:1", "b.md:1"]


def test_only_changed_lines(checkout: Path) -> None:
    (checkout / "a.md").write_text(f"{WRONG}\n{FINE}\n{FINE}\n{WRONG}", encoding="utf-8")
    assert run("--since", "HEAD", ".")[:2] == (1, ["a.md:7"])
    git(checkout, "add", ".")
    assert run("--since", "HEAD", ".")[:2] == (1, ["a.md:7"])
    git(checkout, "commit", "-qm", "second")
    assert run("--since", "HEAD", ".")[:2] == (0, [])
    assert run("--since", "HEAD~1", ".")[:2] == (1, ["a.md:7"])


def test_a_line_that_moves_is_not_changed(checkout: Path) -> None:
    (checkout / "a.md").write_text(f"{FINE}\n{WRONG}\n{FINE}", encoding="utf-8")
    (checkout / "b.md").write_text(f"A new line.\n\n{WRONG}", encoding="utf-8")
    assert "b.md:3" not in run("--since", "HEAD", ".")[1]


def test_untracked_files_are_new_as_a_whole(checkout: Path) -> None:
    (checkout / "neue Übersicht.md").write_text(f"{FINE}\n{WRONG}", encoding="utf-8")
    (checkout / ".gitignore").write_text("ignored.md\n", encoding="utf-8")
    (checkout / "ignored.md").write_text(WRONG, encoding="utf-8")
    assert run("--since", "HEAD", ".")[:2] == (1, ["ignored.md:1", "neue Übersicht.md:3"])


def test_renamed_files_keep_their_lines(checkout: Path) -> None:
    text = WRONG + "\n" + "A line that stays as it is.\n\n" * 20
    (checkout / "old name.md").write_text(text, encoding="utf-8")
    git(checkout, "add", ".")
    git(checkout, "commit", "-qm", "second")
    git(checkout, "mv", "old name.md", "név új.md")
    assert run("--since", "HEAD", ".")[:2] == (0, [])
    (checkout / "név új.md").write_text(text + WRONG, encoding="utf-8")
    assert run("--since", "HEAD", ".")[:2] == (1, ["név új.md:43"])


def test_lines_that_look_like_headers_are_text(checkout: Path) -> None:
    hostile = f"++ b/b.md\n@@ -1,1 +1,9 @@\ndiff --git a/b.md b/b.md\n\n{WRONG}"
    (checkout / "a.md").write_text(f"{WRONG}\n{FINE}\n{FINE}\n{hostile}", encoding="utf-8")
    assert run("--since", "HEAD", ".")[:2] == (1, ["a.md:11"])


def test_nothing_of_the_checkout_is_run(checkout: Path) -> None:
    (checkout / ".gitattributes").write_text("*.md diff=evil\n", encoding="utf-8")
    for name, value in (
        ("diff.evil.textconv", "touch ran; cat"),
        ("diff.evil.command", "touch ran"),
        ("diff.external", "touch ran"),
        ("core.fsmonitor", "touch ran"),
    ):
        git(checkout, "config", name, value)
    (checkout / "b.md").write_text(f"{WRONG}\n{WRONG}", encoding="utf-8")
    assert run("--since", "HEAD", ".")[:2] == (1, ["b.md:3"])
    assert not (checkout / "ran").exists()


def test_from_a_folder_below_and_with_other_settings(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    below = checkout / "below"
    below.mkdir()
    (below / "c.md").write_text(WRONG, encoding="utf-8")
    git(checkout, "config", "diff.noprefix", "true")
    git(checkout, "config", "diff.relative", "true")
    (checkout / "b.md").write_text(f"{WRONG}\n{WRONG}", encoding="utf-8")
    monkeypatch.chdir(below)
    assert run("--since", "HEAD", "..")[:2] == (1, ["../b.md:3", "../below/c.md:1"])


def test_fixes_touch_only_changed_lines(checkout: Path) -> None:
    (checkout / "b.md").write_text(f"{WRONG}\n{WRONG}", encoding="utf-8")
    run("--since", "HEAD", "--fix", "--unsafe-fixes", "b.md")
    assert (checkout / "b.md").read_text(encoding="utf-8") == f"{WRONG}\n{WRONG.replace('2004', '2003')}"


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "-", "HEAD:a.md", "a b"])
def test_an_unknown_revision(checkout: Path, revision: str) -> None:
    status, found, said = run(f"--since={revision}", ".")
    assert (status, found) == (2, [])
    assert said.startswith("git knows no revision")
    assert "\n" not in said
    assert not (checkout / "x").exists()


def test_outside_a_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(WRONG, encoding="utf-8")
    assert run("--since", "HEAD", "a.md") == (2, [], "a.md is not in a git checkout")


def test_standard_input_has_no_revision(checkout: Path) -> None:
    assert run("--since", "HEAD", "-")[0] == 2
