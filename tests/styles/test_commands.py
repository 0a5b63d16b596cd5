"""`--style` on the command line and in the configuration."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from juslint.cli import cli

DRAFT = """\
# Draft

The Court held so in Fatullayev
v. Azerbaijan (application no. 40984/07), judgment of
22 April 2010, para. 87; see [Balogh v Hungary](https://hudoc.echr.coe.int/eng?i=001-61946) App no 47940/99
(ECtHR, 20 July 2004), paras 28–30, and Kudła v. Poland [GC], no. 30210/96, § 92.

> Compare UNGA Res 51/210 (17 December
> 1996) UN Doc A/RES/51/210.
"""


def run(*arguments):
    return CliRunner().invoke(cli, arguments, standalone_mode=False)


@pytest.fixture
def draft(tmp_path):
    file = tmp_path / "draft.md"
    file.write_text(DRAFT, encoding="utf-8")
    return file


def mended(draft, style, *more):
    run("check", "--style", style, "--select", "citation-style", "--fix", *more, str(draft))
    return draft.read_text(encoding="utf-8")


def test_fix_turns_citations_into_the_style(draft):
    text = mended(draft, "strasbourg")
    assert "*Fatullayev\nv. Azerbaijan*, no. 40984/07, § 87,\n22 April 2010; see" in text
    balogh = "[*Balogh v. Hungary*](https://hudoc.echr.coe.int/eng?i=001-61946), no. 47940/99, §§ 28-30, 20 July 2004"
    assert balogh in text.replace("\n", " ")
    assert "*Kudła v. Poland* [GC], no. 30210/96, § 92.\n" in text
    assert "> Compare UNGA Res 51/210 (17 December\n> 1996) UN Doc A/RES/51/210.\n" in text
    assert mended(draft, "strasbourg") == text


def test_unsafe_fixes_add_facts(draft):
    text = mended(draft, "strasbourg", "--unsafe-fixes")
    assert "*Kudła v. Poland* [GC], no. 30210/96, § 92, ECHR 2000-XI.\n" in text


def test_from_style_to_style_and_back(draft):
    first = mended(draft, "oscola4")
    assert "App no 40984/07 (ECtHR," in first
    assert "*Kudła v Poland* [GC] App no 30210/96, para 92." in first
    second = mended(draft, "un")
    assert "application No. 40984/07" in second
    assert "General Assembly resolution 51/210" in second
    assert "no. 40984/07, § 87, 22 April 2010" in mended(draft, "strasbourg").replace("\n", " ")


def test_diff_changes_nothing(draft):
    result = run("check", "--style", "oscola4", "--diff", str(draft))
    assert result.return_value == 1
    assert "App no 40984/07" in result.stdout
    assert draft.read_text(encoding="utf-8") == DRAFT


def test_no_style_no_finding(draft):
    assert "citation-style" not in run("check", "--output-format", "concise", str(draft)).stdout


def test_style_of_the_configuration(draft):
    (draft.parent / "juslint.toml").write_text('style = "un"\n', encoding="utf-8")
    result = run("check", "--output-format", "concise", str(draft))
    assert "in the style un this is" in result.stdout
    assert result.return_value == 0
    chosen = run("check", "--style", "strasbourg", "--output-format", "concise", str(draft)).stdout
    assert "in the style strasbourg" in chosen
    assert "in the style un " not in chosen


def test_unknown_style_is_one_line(draft):
    result = run("check", "--style", "strasburg", str(draft))
    assert str(result.exception) == "the command line: there is no style 'strasburg': did you mean \"strasbourg\"?"
    (draft.parent / "juslint.toml").write_text('style = "oskola"\n', encoding="utf-8")
    assert "juslint.toml: there is no style 'oskola'" in str(run("check", str(draft)).exception)


def test_resolve_says_how_to_cite():
    result = run("resolve", "--style", "all", "40984/07")
    assert "  cite as   strasbourg: Fatullayev v. Azerbaijan, no. 40984/07, 22 April 2010\n" in result.stdout
    assert "  cite as   oscola4: Fatullayev v Azerbaijan App no 40984/07 (ECtHR, 22 April 2010)\n" in result.stdout
    one = run("resolve", "--style", "un", "S/RES/822 (1993)").stdout
    assert [line for line in one.splitlines() if "cite as" in line] == [
        "  cite as   un: Security Council resolution 822 (1993)"
    ]
    assert "there is no style 'bluebook'" in str(run("resolve", "--style", "bluebook", "40984/07").exception)
