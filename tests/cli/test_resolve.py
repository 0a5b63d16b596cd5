"""`juslint resolve` on the real grammars and knowledge base."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from juslint.cli import cli

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def resolve(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.chdir(tmp_path)
    return lambda *texts: CliRunner().invoke(cli, ["resolve", *texts], standalone_mode=False)


def test_known(resolve):
    result = resolve("Security Council resolution 822 (1993)")
    assert result.return_value == 0
    assert result.output.startswith("S/RES/822 (1993)\n  family    un-resolution\n")
    assert "date      30 April 1993" in result.output
    assert "status    known to the knowledge base" in result.output


def test_words_without_quotes_are_one_reference(resolve):
    assert resolve("Security", "Council", "resolution", "822", "(1993)").output.startswith("S/RES/822 (1993)\n")


def test_several(resolve):
    result = resolve("A/74/676-S/2020/90", "S/2018/462")
    assert [line for line in result.output.splitlines() if line and line[0] != " "] == [
        "A/74/676-S/2020/90",
        "S/2018/462",
    ]


def test_not_recognised(resolve):
    result = resolve("nothing of the kind")
    assert result.return_value == 1
    assert result.stderr == "juslint: no reference that juslint knows in “nothing of the kind”\n"
