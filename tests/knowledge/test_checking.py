"""What `juslint kb check` finds in damaged files, and where."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from juslint import _data
from juslint.cli.kb import command
from juslint.knowledge.checking import KbError, check
from juslint.knowledge.layout import KINDS, place

if TYPE_CHECKING:
    from .conftest import Base

RESOLUTIONS = "un/own/resolutions"
CASE = "type: legal_case\ntitle: A v. B\necli: ECLI:CE:ECHR:2010:0422JUD004098407\n"
SERIES = '- {name: texts, id: "E/RES/{year}/{number}", numbering: running, folder: un/own/resolutions'
BODY = "names: {en: [Council]}\nseries:\n" + SERIES + "}\n"


def found(base: Base) -> list[tuple[str, int, int, str]]:
    errors = check([base.root])
    return [(Path(error.path).name, error.line, error.column, error.rule) for error in errors]


def test_the_shipped_base_has_no_errors() -> None:
    assert check() == []


def test_every_kind_has_a_schema_and_every_schema_a_kind() -> None:
    files = (_data.data_folder("schemas") / "kb").glob("*.json")
    schemas = {file.name.removesuffix(".v1.schema.json") for file in files}
    assert schemas == {kind.name for kind in KINDS} | {"common"}


def test_every_shipped_file_has_a_place_and_every_kind_a_file() -> None:
    root = _data.data_folder("kb")
    kinds = set()
    for file in root.rglob("*"):
        if file.is_file():
            placed = place(file.resolve())
            assert placed is not None, file
            kinds.add(placed[2].name)
    assert kinds == {kind.name for kind in KINDS} - {"judgment"}  # single judgments are for bases of one's own


def test_a_sound_base_is_silent(base: Base) -> None:
    base.write("bodies/own.yaml", BODY)
    base.write(f"{RESOLUTIONS}/1999.yaml", "rows:\n- {number: 1, adopted: 1999-02-03}\n- {number: 2}\n")
    base.write(f"{RESOLUTIONS}/2000.yaml", "rows:\n- {number: 3, adopted: 2000-01-01, title: 'No: 3'}\n")
    base.write("sources/set.yaml", "type: report\ntitle: Days of a month\nissued: 2016-10-18/19\n")
    assert found(base) == []


@pytest.mark.parametrize(
    ("body", "line", "column", "rule", "said"),
    [
        ("type: book\ntitel: x\n", 5, 1, "schema", "did you mean 'title'"),
        ("title: x\n", 1, 1, "schema", "'type' is missing"),
        ("type: boook\n", 4, 7, "schema", "did you mean 'book'"),
        ("type: book\ntitle: [x]\n", 5, 8, "schema", "must be text"),
        ("type: book\ntitle: 1984\n", 5, 8, "schema", "must be text"),
        ("type: book\nauthor:\n- {family: A}\n- {given: B}\n", 7, 3, "schema", "'family' is missing"),
        ("type: book\nauthor:\n- {family: A, gven: B}\n", 6, 15, "schema", "did you mean 'given'"),
        ("type: book\nauthor:\n- {family: A, literal: B}\n", 6, 3, "schema", "does not fit"),
        ("type: webpage\nURL: www.example.org\n", 5, 6, "schema", "does not fit"),
        ("type: book\nissued: 1997-13-01\n", 5, 9, "date", "calendar"),
        ("type: book\nissued: 1997-02-20/10\n", 5, 9, "date", "calendar"),
        ("type: book\ntitle: x\ntitle: y\n", 6, 1, "duplicate-key", "line 5"),
        ("type: book\ntitle: &a x\n", 5, 8, "anchor", "write the value out"),
        ("type: book\ntitle: !!python/name:os.system x\n", 5, 8, "tag", "not used"),
        ("type: book\n\ttitle: x\n", 5, 1, "syntax", "tab"),
        ("type: book\n---\ntype: book\n", 5, 1, "syntax", "second document"),
        ("type: book\n<<<<<<< ours\ntitle: x\n=======\ntitle: y\n>>>>>>> theirs\n", 5, 1, "merge-conflict", "resolve"),
        ("type: book\ntitle: a\x07b\n", 5, 9, "encoding", "U+0007"),
        ("id: broken\ntype: book\n", 4, 5, "repetition", "leave"),
        (
            (
                "type: book\nissued: 2001\ndisputed:\n  issued:\n  - {value: '2002', by: [{name: a}]}\n"
                "  - {value: '2001', by: [{name: b}]}\n"
            ),
            8,
            13,
            "disputed",
            "preferred",
        ),
        ("type: book\ntitle: x\nmisspellings:\n- {value: x, seen: [a]}\n", 7, 11, "colliding-alias", "already"),
        (
            "type: book\ntitle: x\naliases:\n- {field: sender, value: x, seen: [a]}\n",
            7,
            26,
            "colliding-alias",
            "no field",
        ),
        ("type: book\ntitle: x\naliases:\n- {value: First steps, a primer, seen: [a]}\n", 7, 24, "schema", "unknown"),
        (
            "type: book\ntitle: x\naliases:\n- {value: 'First steps, a primer', seen: [a]}\n",
            7,
            11,
            "colliding-alias",
            "a-letter",
        ),
        ("type: book\ntitle: x\nid: a-letter\n", 6, 5, "duplicate-id", "a-letter.yaml"),
        ("type: book\neditions: [{issued: 2005}, {issued: 2001}]\n", 5, 11, "order", "order of date"),
    ],
)
def test_damaged_source(base: Base, body: str, line: int, column: int, rule: str, said: str) -> None:
    file = base.write("sources/broken.yaml", body)
    errors = check([file])
    assert (line, column, rule) in [(error.line, error.column, error.rule) for error in errors], errors
    assert any(said in error.message for error in errors), errors
    assert all(error.path == str(file) for error in errors)


def test_bytes_that_are_no_text(base: Base) -> None:
    file = base.root / "sources" / "broken.yaml"
    file.write_bytes("origin: [é]\ntitle: é".encode() + b"\xe9\n")
    assert [(error.line, error.column, error.rule) for error in check([file])] == [(2, 9, "encoding")]
    file.write_bytes(b"\xff\xfet\x00")
    assert check([file])[0].rule == "encoding"
    file.write_bytes(b"")
    assert check([file])[0].rule == "empty"
    file.write_bytes(b"# only a comment\n")
    assert check([file])[0].rule == "empty"
    file.write_bytes(b"\xef\xbb\xbf" + (base.root / "sources" / "a-letter.yaml").read_bytes())
    assert (1, 1, "encoding") in [(error.line, error.column, error.rule) for error in check([file])]


def test_hostile_files_end(base: Base) -> None:
    file = base.root / "sources" / "broken.yaml"
    file.write_bytes(b"[" * 100_000)
    assert check([file])[0].rule == "syntax"
    file.write_bytes(b"a: b\n" * 900_000)
    assert check([file])[0].rule == "size"
    file.write_text("a: &x [l, l]\n" + "".join(f"b{n}: [*x, *x]\n" for n in range(50)))
    assert {error.rule for error in check([file])} == {"anchor", "schema"}
    file.write_text("- just\n- a list\n")
    assert check([file])[0].rule == "schema"


@pytest.mark.parametrize(
    ("rows", "line", "column", "rule"),
    [
        ("- {number: 2}\n- {number: 1}\n", 6, 12, "order"),
        ("- {number: 2}\n- {number: 2}\n", 6, 12, "duplicate-id"),
        ("- {number: 1, adopted: 1998-05-01}\n", 5, 24, "date"),
        ("- {number: 1, adopted: 1999-05-01}\n- {number: 2, adopted: 1999-04-30}\n", 6, 24, "date"),
        ("- {number: 1, adopted: 1999-02-30}\n", 5, 24, "date"),
        ("- {number: '1'}\n", 5, 12, "schema"),
        ("- {number: 1, adoptd: 1999-02-03}\n", 5, 15, "schema"),
    ],
)
def test_damaged_rows(base: Base, rows: str, line: int, column: int, rule: str) -> None:
    base.write("bodies/own.yaml", BODY)
    base.write(f"{RESOLUTIONS}/1999.yaml", f"rows:\n{rows}")
    assert ("1999.yaml", line, column, rule) in found(base)


def test_numbers_run_on_through_the_years(base: Base) -> None:
    base.write("bodies/own.yaml", BODY)
    base.write(f"{RESOLUTIONS}/1999.yaml", "rows:\n- {number: 9}\n")
    base.write(f"{RESOLUTIONS}/2000.yaml", "rows:\n- {number: 8}\n")
    assert found(base) == [("2000.yaml", 5, 12, "order")]


def test_coverage_must_be_true(base: Base) -> None:
    claim = ", coverage: {first: 1, last: 4, unknown: [2, 3]}}\n"
    base.write("bodies/own.yaml", f"names: {{en: [Council]}}\nseries:\n{SERIES}{claim}")
    base.write(f"{RESOLUTIONS}/1999.yaml", "rows:\n- {number: 1}\n- {number: 2}\n")
    assert {rule for *_, rule in found(base)} == {"coverage"}
    assert len(found(base)) == 2


def test_rows_need_a_series(base: Base) -> None:
    base.write("un/nobody/resolutions/1999.yaml", "rows:\n- {number: 1}\n")
    assert found(base) == [("1999.yaml", 1, 1, "place")]


def test_own_rows_of_a_shipped_series_need_no_body(base: Base) -> None:
    base.write("un/security-council/resolutions/2026.yaml", "rows:\n- {number: 2815, adopted: 2026-01-30}\n")
    assert found(base) == []


def test_ids_are_read_back(base: Base) -> None:
    base.write("un/documents/s-2018-1.yaml", "id: S/2018/ 1 a\ntype: report\nissued: 2018\n")
    base.write("un/documents/s-2018-2.yaml", "id: S/2018/2\ntype: report\nissued: 2018\n")
    assert found(base) == [("s-2018-1.yaml", 4, 5, "canonical")]


@pytest.mark.parametrize(
    ("path", "body", "rule"),
    [
        ("un/documents/x.yaml", "id: S/2018/2\ntype: report\nissued: 2016-01-02\n", "date"),
        (
            "coe/parliamentary-assembly/x.yaml",
            "id: PACE Resolution 1416 (2005)\ntype: document\nauthority: x\nissued: 2004\n",
            "date",
        ),
        (
            "courts/echr/x.yaml",
            f"id: 40984/07\nissued: 2010-04-23\n{CASE}",
            "date",
        ),
        (
            "courts/echr/x.yaml",
            f"id: 40985/07\nissued: 2010-04-22\n{CASE}",
            "number",
        ),
        ("treaties/x.yaml", "type: treaty\ntitle: T\nissued: 1950\nmembers: [nobody]\n", "unknown-id"),
        ("un/general-assembly/sessions.yaml", "regular:\n- {number: 1, year: 1947}\n", "date"),
        ("un/general-assembly/sessions.yaml", "regular:\n- {number: 2, year: 1947}\n", "order"),
        (
            "un/general-assembly/agenda-items.yaml",
            "rows:\n- {session: 2, item: 1, title: x}\n- {session: 1, item: 1, title: x}\n",
            "order",
        ),
    ],
)
def test_arithmetic(base: Base, path: str, body: str, rule: str) -> None:
    base.write(path, body)
    assert [error[-1] for error in found(base)] == [rule]


def test_a_file_out_of_place(base: Base) -> None:
    base.write("sources/deep/er.yaml", "type: book\n")
    base.write("sources/b.yml", "type: book\n")
    assert [(name, rule) for name, *_, rule in found(base)] == [("b.yml", "place"), ("er.yaml", "place")]


def test_only_what_was_asked_for_is_told(base: Base) -> None:
    base.write("sources/broken.yaml", "titel: x\n")
    assert check([base.root / "sources" / "a-letter.yaml"]) == []


def test_command(base: Base, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    sound = runner.invoke(command, ["check", str(base.root)])
    assert (sound.exit_code, sound.stdout) == (0, "")
    base.write("sources/broken.yaml", "type: book\ntitel: x\n")
    broken = runner.invoke(command, ["check", str(base.root)])
    assert broken.exit_code == 1
    assert (
        broken.stdout
        == f"{Path('own', 'sources', 'broken.yaml')}:5:1 schema unknown field 'titel': did you mean 'title'?\n"
    )
    missing = runner.invoke(command, ["check", "nowhere"])
    assert missing.exit_code != 0
    assert "no such file" in missing.output


def test_show() -> None:
    runner = CliRunner()
    shown = runner.invoke(command, ["show", "hrw-letter-khojaly-1997"])
    assert shown.exit_code == 0
    for words in ("disputed issued: 1997-03-23", "alias of sender", "origin:", "hrw-letter-khojaly-1997.yaml"):
        assert words in shown.output
    assert runner.invoke(command, ["show", "Geneva Conventions"]).output.startswith("geneva-conventions-1949\n")
    assert "complete: first 1" in runner.invoke(command, ["show", "Security Council"]).output
    absent = runner.invoke(command, ["show", "S/RES/822 (1994)"])
    assert absent.exit_code == 1
    assert "holds this series completely" in absent.output
    assert "near: " in runner.invoke(command, ["show", "My Brothers Rode"]).output


def test_errors_sort_by_place() -> None:
    errors = [KbError("b", 1, 1, "x", "y"), KbError("a", 10, 1, "x", "y"), KbError("a", 9, 1, "x", "y")]
    assert [str(error) for error in sorted(errors)] == ["a:9:1 x y", "a:10:1 x y", "b:1:1 x y"]
