"""What holds the house together: every part has its test, its page and its size."""

from __future__ import annotations

import json
import re
from pathlib import Path

import corpus
import jsonschema
import pytest

import juslint
from juslint import _data, cli, reporting, rules
from juslint.cli import _formats
from juslint.reporting import references
from juslint.scan import modules as families

TOP = Path(__file__).resolve().parents[1]
PACKAGE = Path(juslint.__file__).parent
SCHEMAS = sorted(_data.data_folder("schemas").rglob("*.json"))


@pytest.mark.parametrize("name", [module.__name__.rsplit(".", 1)[-1] for module in families()])
def test_every_family_has_its_corpus(name):
    assert (TOP / "tests" / "families" / f"{name}.txt").is_file()


@pytest.mark.parametrize("name", rules.modules())
def test_every_rule_has_its_corpus_and_a_whole_page(name):
    rule = rules.modules()[name].RULE
    assert (TOP / "tests" / "rules" / f"{name.replace('-', '_')}.txt").is_file()
    assert rule.summary.endswith(".")
    assert "\n" not in rule.summary
    assert rule.why
    assert rule.source
    assert rule.wrong
    assert rule.right


@pytest.mark.parametrize("name", rules.modules())
def test_every_rule_has_more_silent_cases_than_speaking_ones(name):
    path = TOP / "tests" / "rules" / f"{name.replace('-', '_')}.txt"
    expected = [case.expected for case in corpus.cases(path.read_text(encoding="utf-8"), path.name)]
    silent = expected.count(".")
    assert silent * 2 > len(expected), f"{silent} of {len(expected)} cases are silent"


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_every_schema_is_one(path):
    schema = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["title"]
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == path.name  # beside which `$ref` finds the others, whoever reads it
    assert re.fullmatch(r"[a-z-]+\.v[1-9]\.schema\.json", path.name)
    undescribed = [where for where, one in _properties(schema, "") if not one.get("description")]
    assert undescribed == []


def _properties(part, where):
    """Every property in a schema, with the path to it."""
    if isinstance(part, list):
        for place, one in enumerate(part):
            yield from _properties(one, f"{where}/{place}")
    elif isinstance(part, dict):
        named = part.get("properties")
        if isinstance(named, dict) and where.rpartition("/")[2] != "properties":
            yield from ((f"{where}/{name}", one) for name, one in named.items())
        for name, one in part.items():
            yield from _properties(one, f"{where}/{name}")


@pytest.mark.parametrize("package", [reporting, references])
def test_every_format_is_called_as_its_module(package):
    for name in _formats.names(package):
        module = _formats.module(package, name)
        assert name == module.NAME
        assert callable(getattr(module, "report" if package is reporting else "export"))


def test_every_command_can_be_imported():
    context = cli.cli.make_context("juslint", ["check"], resilient_parsing=True)
    names = cli.cli.list_commands(context)
    assert {"check", "extract", "resolve", "rule"} <= set(names)
    for name in names:
        assert cli.cli.get_command(context, name) is not None


def test_modules_are_small():
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in PACKAGE.rglob("*.py")}
    assert {path.name: size for path, size in sizes.items() if size > 400} == {}
    assert sorted(sizes.values())[len(sizes) // 2] < 120


def test_wheel_holds_the_data_folders():
    if _data.in_checkout():
        pytest.skip("not installed from a wheel")
    folder = PACKAGE / "_data"
    assert {path.name for path in folder.iterdir()} == {"kb", "grammar", "schemas", "compiled"}
    assert any((folder / "compiled").iterdir())
    for name in ("kb", "grammar", "schemas"):
        inside = {path.relative_to(folder / name) for path in (folder / name).rglob("*") if path.is_file()}
        assert inside == {path.relative_to(TOP / name) for path in (TOP / name).rglob("*") if path.is_file()}
