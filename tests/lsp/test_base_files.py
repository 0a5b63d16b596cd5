"""Files of knowledge bases in the editor."""

from __future__ import annotations

import pytest

ENTRY = """\
origin: [an archive]
licence: CC0-1.0
date: 2026-01-01
type: report
title: A report of our own on nothing in particular
issued: 2020-02-03
"""


@pytest.fixture
def base(session):
    session.folder = session.root / "kb" / "sources"
    session.folder.mkdir(parents=True)
    return session


def test_errors_of_form_are_marked_while_they_are_written(base):
    uri = base.open(base.folder / "a.yaml", ENTRY, "yaml")
    assert base.findings(uri) == []
    end = {"line": ENTRY.count("\n"), "character": 0}
    base.change(uri, 2, {"range": {"start": end, "end": end}, "text": "\U0001f600: x\ntitel: twice\n"})
    found = base.findings(uri, version=2)
    assert [(one["range"]["start"]["line"], one["code"]) for one in found] == [(6, "schema"), (7, "schema")]
    assert "did you mean 'title'" in found[1]["message"]
    base.change(uri, 3, {"text": "a: [\n"})
    assert base.findings(uri, version=3)[0]["code"] == "syntax"


def test_errors_beside_other_files_are_marked_when_it_is_saved(base):
    file = base.folder / "a.yaml"
    file.write_text(ENTRY.replace("2020-02-03", "2020-02-31"), encoding="utf-8")
    uri = base.open(file, file.read_text(encoding="utf-8"), "yaml")
    found = base.findings(uri, at_least=1)
    assert found[0]["range"]["start"]["line"] == 5
    file.write_text(ENTRY, encoding="utf-8")
    base.change(uri, 2, {"text": ENTRY})
    base.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    assert base.findings(uri, version=2) == []


def test_keys_and_values_are_offered_and_explained(base):
    text = ENTRY + "genre: x\nty"
    uri = base.open(base.folder / "a.yaml", text, "yaml")
    document = {"textDocument": {"uri": uri}}

    def labels(line, character):
        place = {"line": line, "character": character}
        return {one["label"] for one in base.ask("textDocument/completion", {**document, "position": place})["items"]}

    keys = labels(7, 2)
    assert {"author", "publisher", "URL"} <= keys
    assert not {"title", "issued", "origin"} & keys
    assert {"report", "book"} <= labels(3, len("type: rep"))
    hover = base.ask("textDocument/hover", {**document, "position": {"line": 1, "character": 3}})
    assert "SPDX" in hover["contents"]["value"]


def test_rows_on_one_line(base):
    folder = base.root / "kb" / "un" / "security-council" / "resolutions"
    folder.mkdir(parents=True)
    text = "rows:\n- {number: 1, adopted: 1946-01-25}\n- {number: 2, a"
    uri = base.open(folder / "1946.yaml", text, "yaml")
    place = {"line": 2, "character": len("- {number: 2, a")}
    answer = base.ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": place})
    labels = {one["label"] for one in answer["items"]}
    assert "adopted" in labels
    assert "number" not in labels


def test_other_yaml_is_left_alone(session):
    uri = session.open(session.root / "sources" / "a.yaml", "a: [\n", "yaml")
    session.ask("workspace/symbol", {"query": "x"})
    assert uri not in session.diagnostics
