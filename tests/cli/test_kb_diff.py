"""`juslint kb diff`: what a change of a knowledge base means, in words."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from juslint.cli.kb import command

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "origin: [a page]\nlicence: Apache-2.0\ndate: 2026-11-21\n"
BOOK = f"{HEAD}type: book\ntitle: Walking Home\nauthor:\n- {{family: Grey, given: Ann}}\nissued: 2001\n"
CASES = f"{HEAD}rows:\n- {{number: 99999/99, date: 2001-02-03, name: Quixley v. Ruritania, kind: judgment}}\n"
BODY = (
    f"{HEAD}names: {{en: [Council of Walkers]}}\nseries:\n"
    '- {name: texts, id: "E/RES/{year}/{number}", numbering: year, folder: un/own/resolutions}\n'
)
ROWS = f"{HEAD}rows:\n- {{number: 901, adopted: 1999-02-03, title: On walking}}\n- {{number: 902}}\n"


def git(folder: Path, *arguments: str) -> None:
    names = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", folder, *names, *arguments], check=True, capture_output=True)


def put(base: Path, name: str, text: str) -> None:
    (base / name).parent.mkdir(parents=True, exist_ok=True)
    (base / name).write_text(text, encoding="utf-8")


@pytest.fixture
def base(tmp_path: Path) -> Path:
    own = tmp_path / "my sources ü"
    put(own, "sources/walking-home.yaml", BOOK)
    put(own, "courts/echr/cases/2001.yaml", CASES)
    put(own, "bodies/walkers.yaml", BODY)
    put(own, "un/own/resolutions/1999.yaml", ROWS)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    return own


def run(*arguments: str | Path) -> tuple[int, list[str], str]:
    result = CliRunner().invoke(command, ["diff", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result.exit_code, result.stdout.splitlines(), result.stderr


def test_no_change(base: Path) -> None:
    assert run("HEAD..HEAD", base) == (0, ["Knowledge base: 0 added, 0 changed, 0 removed"], "")


def test_comments_and_origins_of_rows_are_no_change(base: Path) -> None:
    put(base, "un/own/resolutions/1999.yaml", "# a word\n" + ROWS.replace("a page", "another page"))
    assert run("HEAD", base)[1] == ["Knowledge base: 0 added, 0 changed, 0 removed"]


def test_entries_in_words_and_as_they_are_cited(base: Path) -> None:
    put(base, "sources/walking-home.yaml", BOOK.replace("2001", "2002") + "publisher: Fen Press\n")
    put(base, "sources/new.yaml", f"{HEAD}type: book\ntitle: Walking Away\n")
    (base / "courts/echr/cases/2001.yaml").unlink()
    put(
        base,
        "un/own/resolutions/1999.yaml",
        ROWS.replace("- {number: 902}\n", "- {number: 903, adopted: 1999-03-04}\n"),
    )
    status, said, _ = run("HEAD", base)
    assert status == 0
    assert said[0] == "Knowledge base: 2 added, 1 changed, 2 removed"
    assert "  new: Walking Away (sources/new.yaml:1)" in said
    assert "  walking-home: Walking Home, 2002 (sources/walking-home.yaml:1)" in said
    assert "    issued is 2002, was 2001" in said
    assert "    publisher added: Fen Press" in said
    assert any(line.startswith("    un: ") and line.endswith("*Walking Home* (Fen Press, 2002)") for line in said)
    assert "  E/RES/1999/903 (un/own/resolutions/1999.yaml:6)" in said
    assert "    un: Economic and Social Council resolution 1999/903" in said
    removed = said[said.index("Removed") :]
    assert any(line.startswith("  99999/99 2001-02-03 judgment: Quixley v. Ruritania, 2001-02-03") for line in removed)
    assert "    strasbourg: Quixley v. Ruritania, no. 99999/99, 3 February 2001" in removed
    git(base, "add", ".")
    git(base, "commit", "-qm", "second")
    assert run("HEAD~1..HEAD", base)[1] == said
    assert run("HEAD..HEAD~1", base)[1][0] == "Knowledge base: 2 added, 1 changed, 2 removed"
    assert "  and 1 more" in run("--limit", "1", "HEAD~1..HEAD", base)[1]


def test_markdown_holds_what_strangers_write(base: Path) -> None:
    hostile = 'A `b` @all [x](https://example.org) <img src=x> ``` "c"'
    put(base, "sources/new.yaml", f"{HEAD}type: book\ntitle: {hostile!r}\n")
    said = run("--format", "markdown", "HEAD", base)[1]
    assert said[0] == "### Knowledge base: 1 added, 0 changed, 0 removed"
    assert f"- `new`: ````{hostile}```` (`sources/new.yaml:1`)" in said


def test_findings_that_come_and_go(base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = "The Council adopted Economic and Social Council resolution 1999/901 of 9 February 1999.\n"
    put(tmp_path, "text.md", text)
    put(base, "un/own/resolutions/1999.yaml", ROWS.replace("1999-02-03", "1999-02-09"))
    said = run("HEAD", base, "--texts", "text.md")[1]
    assert "Findings on 1 text: 0 gained, 1 lost" in said
    assert said[-1].startswith("  lost text.md:1:")
    git(base, "add", ".")
    git(base, "commit", "-qm", "second")
    assert "Findings on 1 text: 1 gained, 0 lost" in run("HEAD..HEAD~1", base, "--texts", "text.md")[1]


@pytest.mark.parametrize("asked", ["nowhere", "nowhere..HEAD", "HEAD..nowhere", "--output=x..HEAD"])
def test_unknown_revisions(base: Path, asked: str) -> None:
    status, said, wrong = run("--", asked, base)
    assert (status, said) == (1, [])  # the command line as a whole makes it 2
    assert wrong.startswith("Error: git knows no revision")


@pytest.mark.parametrize("asked", ["..HEAD", "HEAD...HEAD~1", ""])
def test_what_is_no_range(base: Path, asked: str) -> None:
    assert run("--", asked, base)[0] == 2


def test_a_damaged_state_is_one_line(base: Path) -> None:
    put(base, "sources/walking-home.yaml", "type: [\n")
    status, said, wrong = run("HEAD", base)
    assert (status, said) == (1, [])
    assert wrong.count("\n") == 1
    assert "sources/walking-home.yaml:2:1" in wrong


def test_where_no_base_lies(tmp_path: Path) -> None:
    assert "is not in a git checkout" in run("HEAD", tmp_path)[2]
    git(tmp_path, "init", "-q")
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "x")
    assert "no knowledge base lies here" in run("HEAD", tmp_path)[2]
