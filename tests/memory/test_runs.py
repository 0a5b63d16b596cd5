"""A run that was done before on the same texts: it says the same in every format, and notices whatever has changed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from juslint import reporting
from juslint.cli import _formats, _remembered, cli
from juslint.config import Discovered
from juslint.memory import runs, store

_WRONG = "See S/RES/822 (1994) and A/74/676–S/2020/90.\n"
_SOUND = "See S/RES/822 (1993).\n"


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch):
    """Two texts, one of which has findings, in a project of their own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(store, "file", lambda: tmp_path / "cache" / "texts.sqlite")
    monkeypatch.delenv("JUSLINT_NO_CACHE", raising=False)
    Path("a.md").write_text(_WRONG, encoding="utf-8")
    Path("b.txt").write_text(_SOUND, encoding="utf-8")
    return tmp_path


@pytest.fixture
def recalled(monkeypatch):
    """Whether each run since was recalled."""
    found = []
    real = _remembered.recall

    def seen(run):
        found.append(real(run))
        return found[-1]

    monkeypatch.setattr(_remembered, "recall", seen)
    return found


def _check(*arguments: str) -> str:
    result = CliRunner().invoke(cli, ["check", *arguments], standalone_mode=False)
    assert result.exception is None, result.exception
    return result.stdout


@pytest.mark.parametrize("form", _formats.names(reporting))
def test_every_format(form, recalled):
    plain = _check("a.md", "b.txt", "--output-format", form, "--no-cache")
    assert _check("b.txt", "a.md", "--output-format", form) == plain
    assert _check("a.md", "b.txt", "--output-format", form) == plain
    assert [found is None for found in recalled] == [True, False]


def test_another_text_or_name(recalled):
    _check("a.md")
    Path("a.md").write_text(_SOUND, encoding="utf-8")
    assert "No findings" in _check("a.md")
    Path("a.md").rename("c.md")
    _check("c.md")
    assert recalled == [None] * 3


def test_other_settings(recalled):
    _check("a.md")
    assert "No findings" in _check("a.md", "--ignore", "ALL")
    _check("a.md", "--style", "un")
    Path("juslint.toml").write_text('ignore = ["ALL"]\n')
    assert "No findings" in _check("a.md")
    assert recalled == [None] * 4


def test_severity_and_baseline_thin_out_what_is_recalled(recalled):
    _check("a.md")
    assert "council-resolution-year" in _check("a.md", "--severity", "error", "--output-format", "json")
    assert recalled[-1] is not None
    _check("a.md", "--write-baseline", "known.json")
    assert "No findings" in _check("a.md", "--baseline", "known.json")
    assert recalled[-1] is not None


def test_own_knowledge_base_that_changes(recalled):
    own = Path("own")
    own.mkdir()
    assert runs.asked(["a.md"], Discovered(), [own]) is not None
    (own / "sources.yaml").write_text("")
    assert runs.asked(["a.md"], Discovered(), [own]) is None, "changed just now: it may change again"
    assert runs.asked(["a.md"], Discovered(), [Path("missing")]) is None
    assert not recalled


def test_what_is_wrong_is_said_each_time():
    for _ in range(2):
        result = CliRunner().invoke(cli, ["check", "a.md", "missing.md"], standalone_mode=False)
        assert result.return_value == 2
        assert "missing.md: does not exist" in result.stderr


def test_a_name_that_is_no_rule_is_never_remembered():
    for _ in range(2):
        result = CliRunner().invoke(cli, ["check", "a.md", "--select", "no-such-rule"])
        assert "there is no rule 'no-such-rule'" in result.output


def test_a_text_that_changed_while_it_was_checked_is_not_remembered(recalled, monkeypatch):
    real = _remembered.asked

    def changed_then(*arguments):
        run = real(*arguments)
        Path("b.txt").write_text(_WRONG, encoding="utf-8")
        return run

    with monkeypatch.context() as patch:
        patch.setattr(_remembered, "asked", changed_then)
        _check("b.txt")
    Path("b.txt").write_text(_SOUND, encoding="utf-8")
    assert "No findings" in _check("b.txt")
    assert recalled == [None, None]


def test_nothing_that_finds_or_checks_is_imported():
    code = (
        "import sys; from juslint.__main__ import _run; sys.argv[1:] = ['check', 'a.md', 'b.txt']; _run();"
        "print([name for name in sys.modules if name.split('.')[0] in ('re2', 'lark', 'rapidfuzz', 'yaml')"
        " or name.startswith(('juslint.rules', 'juslint.families', 'juslint.knowledge', 'juslint.parsing'))])"
    )
    last = ""
    for _ in range(2):
        last = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert last.splitlines()[-1] == "[]"
