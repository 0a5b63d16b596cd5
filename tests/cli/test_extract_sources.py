"""Formats of `juslint extract` that have every source once."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from juslint.cli import cli

A = """\
The Council adopted resolution S/RES/822 (1993) and recalled resolution 822 (1993) of the Security Council.[^1]

[^1]: Jane Q. Farmer, *Rivers & Frontiers: A Study of Commissions* (Oxford, Oxford University Press, 1988), p. 12.
"""
B = """\
See document S/2031/9999.[^1]

[^1]: Jane Q. Farmer, *Rivers & Frontiers: A Study of Commissions* (Oxford, Oxford University Press, 1988), p. 40.
"""
FARMER = "Rivers & Frontiers: A Study of Commissions"


@pytest.fixture
def said(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JUSLINT_NO_CACHE", "1")
    Path("a.md").write_text(A)
    Path("b.md").write_text(B)

    def run(*arguments: str) -> str:
        result = CliRunner().invoke(cli, ["extract", *arguments], standalone_mode=False)
        assert result.return_value == 0, result.output
        return result.stdout

    return run


def test_csl_json(said):
    items = {item["id"]: item for item in json.loads(said("b.md", "a.md", "--format", "csl-json"))}
    assert len(items) == 3
    assert items["S/RES/822 (1993)"]["custom"] == {"places": ["a.md:1"]}
    assert items["S/RES/822 (1993)"]["issued"] == {"date-parts": [[1993, 4, 30]]}  # which the texts do not say
    book = next(item for item in items.values() if item["title"] == FARMER)
    assert book["type"] == "book"
    assert book["author"] == [{"family": "Farmer", "given": "Jane Q."}]
    assert book["publisher"] == "Oxford University Press"
    assert book["publisher-place"] == "Oxford"
    assert book["issued"] == {"date-parts": [[1988]]}
    assert book["note"] == "cited at a.md:3; b.md:3"
    assert items["S/2031/9999"]["type"] == "document"


def test_the_order_of_the_files_does_not_matter(said):
    for name in ("csl-json", "bibtex", "csv"):
        assert said("a.md", "b.md", "--format", name) == said("b.md", "a.md", "--jobs", "2", "--format", name)


def test_bibtex(said):
    bibtexparser = pytest.importorskip("bibtexparser", minversion="2")
    library = bibtexparser.parse_string(said("--format", "bibtex"))
    assert library.failed_blocks == []
    found = [{field.key: field.value for field in entry.fields} for entry in library.entries]
    book = next(fields for fields in found if "author" in fields)
    assert book["author"] == "Farmer, Jane Q."
    assert book["title"] == "{Rivers \\& Frontiers: A Study of Commissions}"
    assert book["note"] == "cited at a.md:3; b.md:3"


def test_csv(said):
    Path("=a.md").write_text("S/RES/822 (1993)\n")
    rows = list(csv.DictReader(io.StringIO(said("--format", "csv"))))
    first = rows[0]
    assert (first["id"], first["status"], first["issued"]) == ("S/RES/822 (1993)", "found", "1993-04-30")
    assert (first["mentions"], first["places"]) == ("2", "'=a.md:1; a.md:1")  # a spreadsheet must not compute it
    assert [row["places"] for row in rows if row["title"] == FARMER] == ["a.md:3; b.md:3"]


def test_what_the_text_does_not_decide_is_a_record_without_id(said):
    Path("c.md").write_text("It adopted resolution 5/1.\n")
    (row,) = csv.DictReader(io.StringIO(said("c.md", "--format", "csv")))
    assert (row["id"], row["title"], row["places"]) == ("", "resolution 5/1", "c.md:1")


def test_texts_without_references(said):
    Path("c.md").write_text("Nothing.\n")
    assert said("c.md", "--format", "csl-json") == "[]\n"
    assert said("c.md", "--format", "bibtex") == ""


def test_an_issue_of_a_newspaper_is_a_source(said):
    Path("c.md").write_text("See *The Independent* (29 February 1992) and *The Independent* (1 March 1992).\n")
    items = json.loads(said("c.md", "--format", "csl-json"))
    assert [item["issued"]["date-parts"] for item in items] == [[[1992, 2, 29]], [[1992, 3, 1]]]
    assert len({item["id"] for item in items}) == 2


def test_nothing_of_a_text_acts_on_what_reads_it(said):
    Path("c.md").write_text(
        "Jane Farmer, “Rivers \x1b[31m{and} \\input{x} Frontiers”, *Journal of Law*, vol. 3 (1988).\n"
    )
    for name in ("csl-json", "bibtex", "csv"):
        assert "\x1b" not in said("c.md", "--format", name)


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="no pandoc here: apt-get install pandoc")
@pytest.mark.parametrize(("name", "file"), [("csl-json", "s.json"), ("bibtex", "s.bib")])
def test_pandoc_cites_from_it(said, name, file):
    Path(file).write_text(said("a.md", "b.md", "--format", name), encoding="utf-8")
    cited = subprocess.run(
        ["pandoc", "--citeproc", "--bibliography", file, "--to", "plain"],
        input='---\nnocite: "@*"\n---\n',
        capture_output=True,
        text=True,
        check=True,
    )
    assert not cited.stderr
    assert "Farmer, Jane Q. 1988." in cited.stdout
