"""The documentation is true: its commands are those that `.ci/run` runs, its samples are what the tool prints."""

from __future__ import annotations

import itertools
import re
import runpy
from pathlib import Path
from urllib.parse import unquote

import pytest

from juslint import rules
from juslint.reading import read
from juslint.scan import scan_text

TOP = Path(__file__).resolve().parents[1]
PAGES = sorted([*TOP.glob("*.md"), *TOP.glob("docs/**/*.md")])
TOOL = runpy.run_path(str(TOP / "tools" / "rule_pages.py"))
README = (TOP / "README.md").read_text(encoding="utf-8")


def test_generated_parts_are_current():
    stale = [str(path.relative_to(TOP)) for path in TOOL["outdated"]()]
    assert stale == [], f"not current; run: {TOOL['COMMAND']}"


def test_the_fields_of_the_knowledge_base_are_current():
    tool = runpy.run_path(str(TOP / "tools" / "schema_pages.py"))
    assert tool["PAGE"].read_text(encoding="utf-8") == tool["page"](), f"not current; run: {tool['COMMAND']}"


def test_generated_parts_are_all_there():
    assert set(re.findall(r"<!-- generated: ([a-z]+) -->", README)) == set(TOOL["PARTS"])


@pytest.mark.parametrize("name", rules.modules())
def test_every_rule_is_in_the_tables(name):
    assert f"[{name}](docs/rules/{name}.md)" in README
    assert f"[{name}]({name}.md)" in (TOP / "docs" / "rules" / "README.md").read_text(encoding="utf-8")


def test_the_sample_shows_every_rule_that_it_is_meant_to_show():
    sample = TOOL["sample"]()
    for name in TOOL["SHOWN"]:
        assert re.search(rf"^examples/\S+ \w+ {name}$", sample, re.MULTILINE), f"{name} finds nothing in examples"


def test_commands_of_the_readme_are_those_of_ci():
    commands = re.findall(r"^    (python3 -m venv .*)$", README, re.MULTILINE)
    assert len(commands) == 2
    script = (TOP / ".ci" / "run").read_text(encoding="utf-8")
    for command in commands:
        assert command in script, f".ci/run does not run this command of README.md, word for word: {command}"


def _rows(page, header):
    """The cells of each row of the table with this header."""
    behind = (TOP / page).read_text(encoding="utf-8").partition(f"{header}\n")[2].splitlines()[1:]
    rows = itertools.takewhile(lambda line: line.startswith("|"), behind)
    return [re.split(r"(?<!\\)\|", row)[1:-1] for row in rows]


@pytest.mark.parametrize("row", _rows("README.md", "| family | for example |"), ids=lambda row: row[0].strip())
def test_what_the_readme_says_is_recognised(row):
    families = set(re.findall("`([^`]+)`", row[0]))
    for example in re.findall("`([^`]+)`", row[1]):
        assert {reference.family for reference in scan_text(example)} & families, example


@pytest.mark.parametrize("row", _rows("docs/ids.md", "| family | id | also written |"), ids=lambda row: row[1].strip())
def test_ids_are_as_described(row):
    ids = re.findall("`([^`]+)`", row[1])
    for example in re.findall("`([^`]+)`", row[2]):
        if not example.endswith("."):
            assert scan_text(example)[0].id == ids[0]
    if "un-" in row[0]:
        assert [scan_text(one)[0].id for one in ids] == ids


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(TOP)))
def test_links_between_pages_resolve(page):
    for link in read(str(page)).links:
        target = unquote(link.target).partition("#")[0]
        if target and not re.match(r"[a-z]+:", target):
            assert (page.parent / target).exists(), f"{page.relative_to(TOP)}: there is no {link.target}"
