"""A knowledge base of the user's own, from the first citation of a source to the check of the next one."""

from __future__ import annotations

import json
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from juslint.cli import cli

CITED = "Sean O'Hara, *Rivers and Frontiers: A Study of Commissions* (Oxford, Oxford University Press, 1988), p. {}."
RULE = "repeated-unknown-source"


@pytest.fixture
def project(tmp_path, monkeypatch, prepared_cache):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(prepared_cache, tmp_path / ".cache")
    monkeypatch.setenv("JUSLINT_CACHE", str(tmp_path / ".cache"))
    Path("own base").mkdir()
    for name, page in (("a.md", 3), ("b.md", 40)):
        Path(name).write_text(f"See this.[^1]\n\n[^1]: {CITED.format(page)}\n")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, standalone_mode=False)


def findings(*arguments: str) -> list[dict[str, str]]:
    said = run("check", ".", "--output-format", "json", *arguments).stdout
    return [one for one in json.loads(said)["findings"] if one["rule"] == RULE]


def test_who_has_no_base_is_told_nothing(project):
    assert findings() == []


@pytest.mark.parametrize("named", ["option", "configuration"])
def test_the_command_makes_the_entry_that_the_next_check_finds(project, named):
    base = ("--kb", "own base") if named == "option" else ()
    if not base:
        Path("juslint.toml").write_text('kb = ["own base"]\n')
    (found,) = findings(*base)
    assert (found["path"], found["severity"]) == ("a.md", "info")
    assert len(found["related"]) == 1
    name, *command = shlex.split(found["message"].partition("to add it: ")[2])
    assert name == "juslint"
    made = run(*command)
    assert made.return_value is None, made.output
    file = Path(made.stdout.strip())
    assert file.is_relative_to("own base")
    assert run("kb", "check", "own base").return_value in (0, None)
    assert findings(*base) == []
    rows = [json.loads(line) for line in run("extract", "a.md", "b.md", *base).stdout.splitlines()]
    assert {(row["status"], row["entry"]) for row in rows} == {("found", file.stem)}
