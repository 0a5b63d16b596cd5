"""`juslint kb search`, `stats` and `export`."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from juslint.cli.kb import command

if TYPE_CHECKING:
    from pathlib import Path

BOTH = ("S/RES/822 (1993)", "40984/07", "de-waal-black-garden", "genocide-convention-1948", "ICJ General List No. 1")
HEAD = "origin: [a page]\nlicence: Apache-2.0\ndate: 2026-11-21\n"
# the variables and types of CSL 1.0.2 that an item may have, and what each holds (docs.citationstyles.org)
TEXTS = {
    "id", "type", "title", "title-short", "authority", "container-title", "collection-title", "event-place", "genre",
    "publisher", "publisher-place", "URL",
}  # fmt: skip
NUMBERS = {"number", "page", "part", "volume"}
NAMES = {"author", "editor", "recipient"}
TYPES = {
    "article", "article-journal", "article-magazine", "article-newspaper", "book", "chapter", "document", "interview",
    "legal_case", "paper-conference", "periodical", "personal_communication", "post", "report", "speech", "thesis",
    "treaty", "webpage",
}  # fmt: skip


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(command, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("S/RES/822 (1993)", "S/RES/822 (1993)"),
        ("Security Council resolution 822 (1993)", "S/RES/822 (1993)"),
        ("822 (1993)", "S/RES/822 (1993)"),
        ("40984/07", "40984/07"),
        ("ECLI:CE:ECHR:2010:0422JUD004098407", "40984/07"),
        ("Handyside", "5493/72"),
        ("Handysid v. United Kingdom", "5493/72"),
        ("genocide convention", "genocide-convention-1948"),
        ("genocid convention", "genocide-convention-1948"),
        ("black gardn", "de-waal-black-garden"),
        ("peace war armenia azerbaijan", "de-waal-black-garden"),
        ("malcolm shaw", "war-crimes-report-2020"),
        ("UNSC", "security-council"),
        ("Conseil de securite", "security-council"),
    ],
)
def test_search_finds_first(text: str, first: str) -> None:
    status, said, _ = run("search", text)
    assert status == 0
    assert re.match(rf"{re.escape(first)}(: .+)? \(.+\.yaml:\d+\)$", said.splitlines()[0])


def test_search_says_title_date_and_place() -> None:
    assert run("search", "black", "garden")[1].splitlines()[0].endswith("sources/de-waal-black-garden.yaml:2)")
    said = run("search", "--limit", "1", "resolution 822 (1993)")[1]
    assert said.startswith("S/RES/822 (1993): The situation relating to Nagorny Karabakh, 1993-04-30 (")
    assert len(run("search", "--limit", "3", "rights")[1].splitlines()) == 3


@pytest.mark.parametrize("text", ["zzzzqqqq", "%", "'; DROP TABLE entries --", "\x1b[31m", ""])
def test_search_without_a_find(text: str) -> None:
    status, said, wrong = run("search", "--", text)
    assert (status, said) == (1, "")
    assert wrong.startswith("juslint: nothing in the knowledge base is like")
    assert "\x1b" not in wrong


def test_stats() -> None:
    said = run("stats")[1]
    assert "S/RES/{number} ({year})" in said
    assert re.search(r"2,\d\d\d  complete: numbers 1 to \d+ without 2671, through 20", said)
    found = json.loads(run("stats", "--format", "json")[1])
    assert found["entries"] == sum(found["kinds"].values())
    assert {"id", "name", "body", "rows", "coverage"} == set(found["series"][0])


def items(*arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("export", *arguments)[1])
    return found


@pytest.mark.parametrize("asked", [(), BOTH, ("--type", "un-resolution"), ("--type", "legal_case")])
def test_csl_json_has_the_variables_of_csl(asked: tuple[str, ...]) -> None:
    found = items(*asked)
    assert len({item["id"] for item in found}) == len(found) > 0
    for item in found:
        assert item.keys() <= TEXTS | NUMBERS | NAMES | {"issued"}
        assert item["type"] in TYPES
        assert all(isinstance(item[name], str) and item[name] for name in TEXTS & item.keys())
        assert all(isinstance(item[name], str | int) for name in NUMBERS & item.keys())
        for name in NAMES & item.keys():
            assert all(person.keys() <= {"family", "given", "literal"} for person in item[name])
        for parts in item.get("issued", {"date-parts": []})["date-parts"]:
            assert 1 <= len(parts) <= 3
            assert all(isinstance(part, int) for part in parts)


def test_csl_json_says_what_the_entries_say() -> None:
    by_id = {item["id"]: item for item in items(*BOTH)}
    assert list(by_id) == list(BOTH)
    assert by_id["S/RES/822 (1993)"]["issued"] == {"date-parts": [[1993, 4, 30]]}
    assert by_id["S/RES/822 (1993)"]["authority"] == "Security Council"
    assert by_id["de-waal-black-garden"]["author"] == [{"family": "de Waal", "given": "Thomas"}]
    assert by_id["40984/07"]["title"] == "Fatullayev v. Azerbaijan"


def test_days_of_one_month_are_a_range(tmp_path: Path) -> None:
    own = base(tmp_path, 'type: report\ntitle: "A & B_{c} 100% #1 ~ ^ \\\\"\nissued: 2016-10-18/19\n')
    assert items("--kb", own, "x")[0]["issued"] == {"date-parts": [[2016, 10, 18], [2016, 10, 19]]}


def base(folder: Path, body: str) -> str:
    (folder / "sources").mkdir(parents=True)
    (folder / "sources" / "x.yaml").write_text(HEAD + body, encoding="utf-8")
    return str(folder)


def test_bibtex_is_balanced_and_its_keys_are_unique(tmp_path: Path) -> None:
    own = base(tmp_path, 'type: report\ntitle: "A & B_{c} 100% #1 ~ ^ \\\\"\nissued: 2016-10\n')
    said = run("export", "--format", "bibtex", "--kb", own, "x")[1]
    assert r"title = {{A \& B\_\{c\} 100\% \#1 \textasciitilde{} \textasciicircum{} \textbackslash{}}}," in said
    assert "month = oct," in said
    said = run("export", "--format", "bibtex", "--type", "un-resolution")[1]
    plain = re.sub(r"\\[{}]", "", said)
    assert plain.count("{") == plain.count("}")
    keys = re.findall(r"^@[a-z]+\{(.+),$", said, re.MULTILINE)
    assert len(keys) == len(set(map(str.lower, keys))) > 1000
    assert all(re.fullmatch(r"[A-Za-z0-9.-]+", key) for key in keys)


def test_bibtex_is_read_by_a_parser() -> None:
    bibtexparser = pytest.importorskip("bibtexparser", minversion="2")
    said = run("export", "--format", "bibtex", *BOTH)[1]
    library = bibtexparser.parse_string(said)
    assert library.failed_blocks == []
    found = {entry.key: {field.key: field.value for field in entry.fields} for entry in library.entries}
    assert len(found) == len(BOTH)
    assert found["de-waal-black-garden"]["author"] == "de Waal, Thomas"
    assert found["S-RES-822-1993"]["year"] == "1993"
    assert found["genocide-convention-1948"]["series"] == "United Nations, Treaty Series"


def test_csv_is_a_table_that_no_spreadsheet_computes(tmp_path: Path) -> None:
    own = base(tmp_path, 'type: report\ntitle: "=1+1, \\"x\\""\n')
    rows = list(csv.DictReader(io.StringIO(run("export", "--format", "csv", "--kb", own, "x", *BOTH)[1])))
    assert rows[0]["title"] == '\'=1+1, "x"'
    assert rows[1]["id"] == "S/RES/822 (1993)"
    assert rows[3]["author"] == "Thomas de Waal"
    assert {None} not in [set(row) for row in rows]


def test_jsonld() -> None:
    found = json.loads(run("export", "--format", "jsonld", *BOTH, "--type", "body")[1])
    assert found["@context"] == "https://schema.org"
    nodes = {node["identifier"]: node for node in found["@graph"]}
    assert nodes["S/RES/822 (1993)"]["@type"] == "Legislation"
    assert nodes["S/RES/822 (1993)"]["legislationDate"] == "1993-04-30"
    assert nodes["de-waal-black-garden"]["author"][0]["name"] == "Thomas de Waal"
    assert nodes["security-council"]["@type"] == "Organization"
    assert all(re.fullmatch(r"(https?|urn):\S+", node["@id"]) for node in nodes.values())
    assert len({node["@id"] for node in nodes.values()}) == len(nodes)


def test_what_cannot_be_exported() -> None:
    status, said, wrong = run("export", "no such id", "40984/07")
    assert status == 1
    assert [item["id"] for item in json.loads(said)] == ["40984/07"]
    assert wrong == "juslint: no such id: not in the knowledge base\n"
    status, said, wrong = run("export", "--type", "boook")
    assert (status, said) == (2, "")
    assert 'did you mean "book"' in wrong


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="no pandoc here: apt-get install pandoc")
def test_pandoc_cites_from_what_is_exported(tmp_path: Path) -> None:
    library = tmp_path / "library.json"
    _, exported, _ = run("export", "--format", "csl-json", "57325/00", "de-waal-black-garden")
    library.write_text(exported, encoding="utf-8")
    cited = subprocess.run(
        ["pandoc", "--citeproc", "--bibliography", str(library), "--to", "plain"],
        input="See [@57325/00; @de-waal-black-garden].\n",
        capture_output=True,
        text=True,
        check=True,
    )
    words = " ".join(cited.stdout.split())
    assert not cited.stderr
    assert words.startswith("See (D.H. and Others v. the Czech Republic 2007; de Waal 2003).")
    assert "Black Garden: Armenia and Azerbaijan" in words
