"""What every output format promises: hostile texts do nothing, and the same run gives the same output."""

from __future__ import annotations

import json
import re

import formats
import pytest
from markdown_it import MarkdownIt

import juslint.rules
from juslint import reporting
from juslint.cli import _formats
from juslint.reporting import Run, _exchange

NAMES = _formats.names(reporting)


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def _report(name: str, run: Run) -> str:
    return _formats.module(reporting, name).report(run)


@pytest.mark.parametrize("name", NAMES)
def test_empty_run_is_reported(name):
    _report(name, Run({}))


@pytest.mark.parametrize("name", NAMES)
def test_the_same_run_gives_the_same_report(name):
    assert _report(name, formats.plain_run()) == _report(name, formats.plain_run())


@pytest.mark.parametrize("name", sorted({*NAMES} - {"json", "text", "concise"}))
@pytest.mark.parametrize("run", [formats.plain_run, formats.hostile_run], ids=["plain", "hostile"])
def test_reports_are_utf_8_that_ends_in_a_newline_and_holds_no_controls(name, run):
    report = _report(name, run())
    assert report.endswith("\n")
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]", report)
    assert report.encode()


@pytest.mark.parametrize("name", ["sarif", "gitlab", "rdjson"])
def test_hostile_texts_leave_json_readable(name):
    json.loads(_report(name, formats.hostile_run()))


def test_a_github_command_stands_on_one_line_and_holds_no_other():
    run = formats.hostile_run()
    lines = re.split("\r\n|\r|\n", _report("github", run))
    assert len(lines) == len(run.findings) + len(run.unreadable) + 1
    for line in lines[:-1]:
        command = re.fullmatch(r"::(error|warning|notice) ((?:[A-Za-z]+=[^,:]*,?)+)::(.*)", line, re.DOTALL)
        assert command, line
        keys = [field.partition("=")[0] for field in command[2].split(",")]
        assert len(keys) == len(set(keys))
        assert set(keys) <= {"file", "line", "col", "endLine", "endColumn", "title"}


def test_github_reads_the_texts_back():
    def read(value):  # as the runner of GitHub Actions does
        for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            value = value.replace(code, character)
        return value

    lines = _report("github", formats.plain_run()).splitlines()
    assert lines[0] == "::error file=d e.pdf,title=juslint (unreadable file)::is empty"
    assert lines[1].startswith(
        "::warning file=texts/on e.md,line=1,col=10,endColumn=16,endLine=1,title=juslint (toy-word)::on"
    )
    assert lines[3].startswith("::notice file=texts/on e.md,line=3,endLine=4,title")  # no columns over several lines
    message = read(lines[2].split("::", 2)[2])
    assert message.split("\n")[1:] == [
        "See b.md:1:6 the other year",
        "Mend, to be looked at first: write 2000: “1999” → “2000”",
    ]
    hostile = _report("github", formats.hostile_run())
    assert "%250A::error::injected" in hostile


def test_markdown_shows_texts_as_they_are():
    run = formats.hostile_run()
    html = MarkdownIt("gfm-like", {"linkify": False}).render(_report("markdown", run))
    assert html.count("<tr>") == 1 + len(run.findings) + 1 + len({(one.rule, one.severity) for one in run.findings})
    assert set(re.findall(r"<([a-z0-9]+)[ >]", html)) <= {
        *("h2", "h3", "p", "strong", "table", "thead", "tbody", "tr", "th", "td", "code", "br", "em", "ul", "li"),
        *("details", "summary"),
    }
    assert "onfocus=injected() autofocus" in html
    assert "@injected" not in html
    assert "://" not in _report("markdown", run)


def test_markdown_table_is_not_longer_than_a_summary_may_be():
    one = formats.document("colour")
    found = formats.finding(one, "colour", message="x" * 1000)
    report = _report("markdown", Run({one.path: one}, (found,) * 2000))
    assert len(report.encode()) < 1_000_000
    assert re.search(r"^… and 1,\d+ more\.$", report, re.MULTILINE)


def test_fingerprints_last():
    document = formats.document("A colour, a colour.\n")
    second = document.source.rindex("colour")
    found = formats.finding(document, "colour")
    other = found.__class__(found.rule, found.severity, found.path, juslint.document.Span(second, second + 6), "m")
    before = _exchange.fingerprints(formats.run(document, findings=(found, other)))
    moved = formats.document("New lines.\n\nAnd more.\n\nA colour, a colour.\n")
    third = formats.finding(moved, "colour", message="in other words: see b.md:12")
    after = _exchange.fingerprints(formats.run(moved, findings=(third,)))
    assert len(set(before)) == 2
    assert after == before[:1]


def test_paths_are_those_of_the_repository(tmp_path):
    assert _exchange.relative("./a/../b c.md") == "b c.md"
    assert _exchange.relative(str(tmp_path / "x.md")) == "x.md"
    assert _exchange.relative(f"{tmp_path}-other/x.md") == f"{tmp_path}-other/x.md"
    assert _exchange.uri("a b/%:\udcff\u00e9.md") == "a%20b/%25%3A%FF%C3%A9.md"
    assert _exchange.uri("/x y.md") == "file:///x%20y.md"
