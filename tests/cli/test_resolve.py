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


def fields(output: str, name: str) -> list[str]:
    return [line[12:] for line in output.splitlines() if line.startswith(f"  {name:<10}")]


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        ("A/77/695", "body", ["General Assembly"]),
        ("A/77/695", "session", ["77 (2022–2023)"]),
        ("S/2018/462", "year", ["2018"]),
        ("A/74/676-S/2020/90", "body", ["General Assembly", "Security Council"]),
        ("A/RES/1514 (XV)", "session", ["15 (1960–1961)"]),
        ("A/HRC/RES/16/18", "session", ["16 (2011)"]),
        ("General Assembly resolution 60/1", "title", ["2005 World Summit Outcome"]),
        ("A/RES/60/2", "date", ["6 October 2005, as cited (not sure)"]),
        ("E/RES/1996/12", "date", ["July 1996 (the day is not sure)", "23 July 1996, as cited (not sure)"]),
        ("S/PRST/2004/36", "subject", ["Middle East situation"]),
        ("S/PRST/2004/36", "title", []),
        (
            "FCCC/CP/2015/10/Add.1",
            "body",
            ["Conference of the Parties to the Framework Convention on Climate Change (not verified)"],
        ),
        ("CCPR/C/AZE/CO/4", "State", ["AZE"]),
        ("resolution 60/1", "may be", ["A/RES/60/1  General Assembly: 2005 World Summit Outcome"]),
    ],
)
def test_what_is_said_of_it(resolve, text, field, values):
    result = resolve(text)
    assert result.return_value == 0
    assert fields(result.output, field) == values


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("60/1", ["A/RES/60/1"]),
        ("822 (1993)", ["S/RES/822 (1993)"]),
        ("5/1", ["A/HRC/RES/5/1"]),
        ("S-32/1", ["A/HRC/RES/S-32/1", "A/RES/S-32/1"]),
        ("1514 (XV)", ["A/RES/1514 (XV)"]),
        ("77/9999", []),
    ],
)
def test_a_number_without_a_body(resolve, text, ids):
    result = resolve(text)
    assert result.return_value == 1
    assert not result.stdout
    first, *rest = result.stderr.splitlines()
    assert first.startswith(f"juslint: “{text}” does not say whose it is: name the body before it; ")
    assert [line.split("  ")[1] for line in rest] == ids
