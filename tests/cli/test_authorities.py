"""`juslint authorities`."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from juslint.authorities import natural
from juslint.cli import cli

LETTER = """\
The Council recalled resolutions 1820 (2008), 822 (1993) and 853 (1993) of the Security Council, S/PRST/2004/36 and
A/RES/60/1. It adopted resolution 5/1. See document S/2031/9999.

On 853 (1993) see S/RES/853 (1993).[^1] Others disagree.[^2]

[^1]: Zoe Young, *Mountains and Passes: Notes on Access by Land* (Oxford, Oxford University Press, 1991), p. 12.
[^2]: Jane Q. Farmer, *Rivers and Frontiers* (Oxford, OUP, 1988); Fatullayev v. Azerbaijan, no. 40984/07.
"""
REPORT = """\
Letter dated 3 March 1997 from the Chairman of the Committee addressed to the Director of the Survey.

Letter dated 24 January 1996 from the Chairman of the Committee addressed to the Director of the Survey.

See S/RES/853 (1993) and Handyside v. the United Kingdom, 7 December 1976.
"""
ORDER = """\
United Nations: Security Council, resolutions
S/RES/822 (1993)
S/RES/853 (1993)
S/RES/1820 (2008)
United Nations: Security Council, presidential statements
S/PRST/2004/36
United Nations: General Assembly, resolutions
A/RES/60/1
United Nations documents: Security Council
S/2031/9999
European Court of Human Rights
Fatullayev v. Azerbaijan
Handyside v. the United Kingdom
Literature
Jane Q. Farmer
Zoe Young
Letters
Letter dated 24 January 1996
Letter dated 3 March 1997
Not decided by the text
resolution 5/1
"""


@pytest.fixture
def said(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JUSLINT_NO_CACHE", "1")
    Path("letter.md").write_text(LETTER)
    Path("report.md").write_text(REPORT)

    def run(*arguments: str, status: int = 0) -> str:
        result = CliRunner().invoke(cli, ["authorities", *arguments], standalone_mode=False)
        assert result.return_value == status, result.output
        return result.stdout

    return run


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_order(said, form):
    table = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), said("--format", form))
    places = [table.find(line) for line in ORDER.splitlines()]
    assert -1 not in places, ORDER.splitlines()[places.index(-1)]
    assert places == sorted(places)


def test_places(said):
    table = said()
    assert "Nagorny Karabakh, 29 July 1993\n    letter.md:1, 4; report.md:5\n" in table
    assert "(Oxford, Oxford University Press, 1991)\n    letter.md, n. 1\n" in table


def test_it_does_not_matter_how_the_files_are_named(said):
    assert said("letter.md", "report.md") == said("report.md", "letter.md", "--jobs", "2") == said()


class Page(HTMLParser):
    """Every element is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        assert tag not in ("script", "img")
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_html_is_whole_and_holds_no_markup_of_the_text(said):
    Path("evil.md").write_text('Jane <script>alert(1)</script> Farmer, "Rivers \x1b <img> and Frontiers", S/2031/77.\n')
    page = said("--format", "html")
    Page(page)
    assert "script-src" not in page
    assert 'aria-labelledby="authorities"' in page
    assert 'id="authorities"' in page


def test_output_file(said):
    assert said("--format", "markdown", "--output-file", "table.txt") == ""
    assert Path("table.txt").read_text().startswith("# Table of authorities\n\n## United Nations")


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_nothing_to_list(said, form):
    Path("c.md").write_text("Nothing.\n")
    assert "The texts refer to nothing that juslint knows." in said("c.md", "--format", form)


def test_unreadable_file(said):
    assert "S/RES/822 (1993)" in said("nowhere.md", "letter.md", status=2)


def test_numbers_sort_by_size():
    assert sorted(["A/10", "A/9", "Émile", "Eduard"], key=natural) == ["A/9", "A/10", "Eduard", "Émile"]
