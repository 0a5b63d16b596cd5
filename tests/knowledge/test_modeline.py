"""The line by which editors find the schema of a file: that it leads there, who writes it, and who does not need it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from juslint import _data
from juslint.cli.kb import command
from juslint.knowledge import modeline
from juslint.knowledge.layout import place
from juslint.knowledge.layout_text import laid_out
from juslint.knowledge.yaml_tree import read

FILES = sorted(_data.data_folder("kb").rglob("*.yaml"))
LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")
BOOK = "origin:\n- a page\nlicence: CC0-1.0\ndate: 2026-11-21\ntype: book\ntitle: Rivers\n"


def _loaded(address: str) -> Resource[Any]:
    return Resource.from_contents(json.loads(Path(unquote(urlparse(address).path)).read_text(encoding="utf-8")))


def _named(file: Path) -> Path:
    """The schema that a file names."""
    found = LINE.match(file.read_text(encoding="utf-8"))
    assert found is not None, file
    return (file.parent / found[1]).resolve()


def test_every_shipped_file_follows_the_schema_that_it_names() -> None:
    """As an editor does it: the schema, and those that it refers to, are found from the file's first line alone."""
    validators: dict[Path, Draft202012Validator] = {}
    registry: Registry[Any] = Registry(retrieve=_loaded)  # type: ignore[call-arg]
    small = {}
    for file in FILES:
        kind = place(file)
        assert kind is not None
        assert _named(file).name == f"{kind[2].name}.v1.schema.json"
        if kind[2].name not in small or file.stat().st_size < small[kind[2].name].stat().st_size:
            small[kind[2].name] = file
    for file in {*small.values(), *(file for file in FILES if file.parent.name in ("sources", "treaties"))}:
        schema = _named(file)
        if schema not in validators:
            validators[schema] = Draft202012Validator({"$ref": schema.as_uri()}, registry=registry)
        assert list(validators[schema].iter_errors(read(file.read_bytes()).plain())) == [], file


@pytest.mark.parametrize(
    "top",
    ["", "# yaml-language-server: $schema=../old.json\n", "\n#yaml-language-server: $schema=x\n# mine\n", "\ufeff"],
)
def test_fmt_puts_and_mends_the_line_and_keeps_comments(top: str) -> None:
    made = laid_out((top + BOOK).encode(), "# first").decode()
    assert made == "# first\n" + ("# mine\n" if "mine" in top else "") + BOOK
    assert laid_out(made.encode()).decode() == made


def test_a_base_of_ones_own(tmp_path: Path) -> None:
    base = tmp_path / "my-sources"
    file = base / "sources" / "rivers.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(BOOK, encoding="utf-8")
    run = CliRunner().invoke
    assert run(command, ["fmt", "--check", str(base)]).exit_code == 0
    copied = run(command, ["schemas", str(base)])
    assert copied.exit_code == 0
    assert len(copied.output.splitlines()) == len(list((_data.data_folder("schemas") / "kb").iterdir()))
    assert run(command, ["schemas", str(base)]).output == ""
    assert run(command, ["fmt", "--check", str(base)]).exit_code == 1
    assert run(command, ["check", str(base)]).exit_code == 0
    assert run(command, ["fmt", str(base)]).exit_code == 0
    assert _named(file) == (tmp_path / "schemas" / "kb" / "source.v1.schema.json").resolve()
    assert run(command, ["check", str(base)]).exit_code == 0
    for number in ("462", "463"):
        assert run(command, ["new", "--kb", str(base), f"S/2021/{number}"]).exit_code == 0
        assert _named(base / "un" / "documents" / f"s-2021-{number}.yaml").is_file()
    for number in ("2999", "2998"):  # rows of one file
        assert run(command, ["new", "--kb", str(base), f"Security Council resolution {number} (2025)"]).exit_code == 0
    rows = base / "un" / "security-council" / "resolutions" / "2025.yaml"
    assert _named(rows).is_file()
    assert rows.read_text(encoding="utf-8").count("yaml-language-server") == 1
    assert run(command, ["fmt", "--check", str(base)]).exit_code == 0


def test_a_file_that_fits_no_kind_has_no_line(tmp_path: Path) -> None:
    assert modeline.line(tmp_path / "notes.yaml") is None
    assert modeline.wanted(tmp_path / "x" / "sources" / "a.yaml") is None
    assert CliRunner().invoke(command, ["schemas", str(tmp_path / "absent")]).exit_code == 2
