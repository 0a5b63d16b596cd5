"""The canonical layout of files of the knowledge base."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from juslint import _data
from juslint.cli.kb import command
from juslint.knowledge import modeline
from juslint.knowledge.layout_text import laid_out
from juslint.knowledge.yaml_tree import Damage, read

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "origin:\n- a page\nlicence: Apache-2.0\ndate: 2026-11-21\n"


def text(source: str) -> str:
    made = laid_out(source.encode()).decode()
    assert laid_out(made.encode()).decode() == made
    return made


def test_the_shipped_base_is_laid_out() -> None:
    root = _data.data_folder("kb")
    for file in root.rglob("*.yaml"):
        assert laid_out(file.read_bytes(), modeline.wanted(file)) == file.read_bytes(), file


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("type:   book\n", "type: book\n"),
        ("\n\ntype: book\n\n\ntitle: x  \n\n", "type: book\ntitle: x\n"),
        ("type: book\r\ntitle: x\r\n", "type: book\ntitle: x\n"),
        ("\ufefftype: book\n", "type: book\n"),
        ("type: book", "type: book\n"),
        ("---\ntype: book\n...\n", "type: book\n"),
        ("title: 'It''s'\n", 'title: "It\'s"\n'),
        ('title: "x"\n', 'title: "x"\n'),
        ("title: Cafe\u0301\n", "title: Café\n"),
        ("title:\n", "title:\n"),
        ("title: one\n  two\n", "title: one two\n"),
        ("{type: book, title: x}\n", "type: book\ntitle: x\n"),
        ("title: x\ntype: book\norigin: [a]\n", "origin: [a]\ntype: book\ntitle: x\n"),
        ("author:\n    - {family:   A,given: B}\n", "author:\n- {family: A, given: B}\n"),
        ("author:\n    - family: A\n      given: B\n", "author:\n- family: A\n  given: B\n"),
        ("names:\n    en: [ a,  b ]\n", "names:\n  en: [a, b]\n"),
        ("names:\n  en:\n    - a, b\n", "names:\n  en:\n  - a, b\n"),
        ("author: [ {family: A,\n   given: B} ]\n", "author: [{family: A, given: B}]\n"),
        ("rows:\n- number: 1\n  title: a, b\n", 'rows:\n- {number: 1, title: "a, b"}\n'),
        ("rows: [{number: 1}]\n", "rows:\n- {number: 1}\n"),
        ("rows:\n- {number: 1}\n- {number:  2}\n", "rows:\n- {number: 1}\n- {number: 2}\n"),
        ("# top\n\ntitle: x # behind\ntype: book\n", "# top\ntype: book\ntitle: x  # behind\n"),
        ("author: # who\n  # first\n  - {family: A} # one\n", "author:  # who\n# first\n- {family: A}  # one\n"),
        (
            "author:\n- family: A\n  # aside\n  given: B\n# end\n",
            "author:\n- family: A\n  # aside\n  given: B\n# end\n",
        ),
        ("author: [ # who\n  A, # one\n  # two\n  B ]\n", "# one\n# two\nauthor: [A, B]  # who\n"),
        ("title: a#b\nURL: https://example.org/#x\n", "title: a#b\nURL: https://example.org/#x\n"),
    ],
)
def test_layout(before: str, after: str) -> None:
    assert text(before) == after


@pytest.mark.parametrize(
    "source", ["", "# alone\n", "- a\n", "a: &x b\n", "a: 1\na: 2\n", "a: [\n", "a: \x07\n", "<<<<<<< a\n"]
)
def test_what_cannot_be_read_is_left_alone(source: str) -> None:
    with pytest.raises(Damage):
        laid_out(source.encode())


_WORD = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn", "Co"]), max_size=8)
_VALUE = st.recursive(
    _WORD.map(lambda word: '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"')
    | st.sampled_from(["a", "12", "null", "a b"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[ {' , '.join(items)} ]")
        | st.lists(inner, min_size=1, max_size=3).map(
            lambda items: "{ " + ",  ".join(f"k{place}:  {item}" for place, item in enumerate(items)) + " }"
        )
    ),
    max_leaves=6,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a shared machine may be slow
@given(st.lists(st.tuples(_VALUE, st.sampled_from(["", " # c", "\n# d", "\n\n"])), min_size=1, max_size=4))
def test_what_a_file_says_stays(fields: list[tuple[str, str]]) -> None:
    source = "".join(f"f{place}:   {value}{end}\n" for place, (value, end) in enumerate(fields))
    try:
        said = read(source.encode()).plain()
    except Damage:
        return
    made = text(source)
    assert made.count("# c") + made.count("# d") == source.count("# c") + source.count("# d")
    if source.isascii():
        assert read(made.encode()).plain() == said


def run(*arguments: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(command, ["fmt", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result.exit_code, result.stdout, result.stderr


def test_the_command(tmp_path: Path) -> None:
    file = tmp_path / "sources" / "x.yaml"
    file.parent.mkdir()
    file.write_text(f"{HEAD}type:  book # c\n", encoding="utf-8")
    assert run("--check", tmp_path) == (1, f"would lay out {file}\n", "1 file, 1 to lay out\n")
    assert run(tmp_path) == (0, f"laid out {file}\n", "1 file, 1 laid out anew\n")
    assert file.read_text(encoding="utf-8") == f"{HEAD}type: book  # c\n"
    assert run("--check", tmp_path) == (0, "", "1 file, 0 to lay out\n")
    (tmp_path / "sources" / "broken.yaml").write_text("a: [\n", encoding="utf-8")
    status, _, said = run(tmp_path)
    assert status == 2
    assert said.startswith(f"{tmp_path}/sources/broken.yaml:2:1 syntax ")
    status, _, said = run("--since", "HEAD", tmp_path)
    assert "is not in a git checkout" in said or "no revision" in said


def test_only_changed_files(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(["git", "-C", tmp_path, "-c", "user.name=a", "-c", "user.email=a@b", *arguments], check=True)

    git("init", "-q")
    for name in ("a", "b"):
        file = tmp_path / "sources" / f"{name}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"{HEAD}type:  book\n", encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "x")
    with (tmp_path / "sources" / "b.yaml").open("a", encoding="utf-8") as opened:
        opened.write("title: x\n")
    (tmp_path / "sources" / "ü c.yaml").write_text(f"{HEAD}type:  book\n", encoding="utf-8")
    status, said, _ = run("--check", "--since", "HEAD", tmp_path)
    assert status == 1
    assert [line.rpartition("/")[2] for line in said.splitlines()] == ["b.yaml", "ü c.yaml"]
    result = CliRunner().invoke(command, ["check", "--since", "HEAD", str(tmp_path)])
    assert result.exit_code == 1
    assert "ü c.yaml:1:1 place" in result.stdout


def test_a_checkout_within_a_checkout_has_its_own_revisions(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "sources" / "inner"):
        folder.mkdir(parents=True, exist_ok=True)
        names = ("-c", "user.name=a", "-c", "user.email=a@b")
        subprocess.run(["git", "-C", folder, "init", "-q"], check=True)
        (folder / "x.yaml").write_text("type:  book\n", encoding="utf-8")
        subprocess.run(["git", "-C", folder, "add", "x.yaml"], check=True)
        subprocess.run(["git", "-C", folder, *names, "commit", "-qm", "x"], check=True)
    assert run("--check", "--since", "HEAD", tmp_path) == (0, "", "0 files, 0 to lay out\n")
