"""`juslint extract` on toy references."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from juslint._data import data_folder

KEYS = ["path", "start", "end", "line", "column", "text", "family", "id", "pinpoint", "status", "entry", "parts"]


def test_json_lines(juslint_run):
    Path("a.md").write_text("First.\n\nSee **REF-1** (1999) and REF-2 (2001).\n")
    result = juslint_run("extract", "a.md")
    first, second = map(json.loads, result.stdout.splitlines())
    assert list(first) == KEYS
    assert first == {
        "path": "a.md",
        "start": 14,
        "end": 28,
        "line": 3,
        "column": 7,
        "text": "REF-1 (1999)",
        "family": "toy",
        "id": "REF-1",
        "pinpoint": None,
        "status": "found",
        "entry": "toy-entry",
        "parts": {"number": 1, "year": "1999"},
    }
    assert (second["id"], second["status"], second["entry"]) == ("REF-2", "absent", None)
    schema = json.loads((data_folder("schemas") / "extract.v1.schema.json").read_text(encoding="utf-8"))
    for row in (first, second):
        jsonschema.Draft202012Validator(schema).validate(row)


def test_unreadable_file(juslint_run):
    Path("a.md").write_text("REF-1\n")
    result = juslint_run("extract", "nowhere.md", "a.md")
    assert result.return_value == 2
    assert result.stderr.startswith("juslint: nowhere.md: ")
    assert len(result.stdout.splitlines()) == 1
