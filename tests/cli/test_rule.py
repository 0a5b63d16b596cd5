"""`juslint rule`."""

from __future__ import annotations

import click
import pytest

from juslint.cli.rule import page
from juslint.rules import Rule


def test_list(juslint_run):
    lines = juslint_run("rule").output.splitlines()
    assert lines[0] == "toy-note            info     Summary of toy-note."
    assert len(lines) == 5


def test_page(juslint_run):
    page = juslint_run("rule", "toy-year").output
    assert page.startswith("# toy-year\n\nSummary of toy-year.\n\nSeverity: error. Always runs.\n\n## Why\n\nWhy.\n")
    assert "This is reported:\n\n```markdown\nwrong\n```\n" in page
    assert "ignore[toy-year]" in page


def test_unknown_rule(juslint_run):
    error = juslint_run("rule", "toy-yaer").exception
    assert isinstance(error, click.UsageError)
    assert str(error) == "there is no rule 'toy-yaer': did you mean \"toy-year\"?"


def test_fence_is_longer_than_any_in_the_example():
    text = page(Rule("a", "info", "S.", "W.", "S.", ("```\ncode\n```",), ()))
    assert "````markdown\n```\ncode\n```\n````" in text


@pytest.mark.parametrize("name", ["check", "extract", "resolve", "rule"])
def test_help_of_each_command(juslint_run, name):
    assert f"Usage: cli {name}" in juslint_run(name, "--help").output
