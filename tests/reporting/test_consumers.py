"""The formats as their consumers read them: SARIF and JUnit by their schemas, positions applied to the files."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree as ET

import formats
import jsonschema
import pytest
import toy

import juslint.rules
from juslint.loading import Unreadable
from juslint.reporting import gitlab, junit, rdjson, sarif

DATA = Path(__file__).parent / "data"
RUNS = pytest.mark.parametrize("run", [formats.plain_run, formats.hostile_run], ids=["plain", "hostile"])


@pytest.fixture(autouse=True)
def _toy_rules(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(juslint.rules, "modules", toy.modules)


@pytest.fixture(scope="module")
def sarif_schema():
    schema = json.loads((DATA / "sarif-2.1.0.schema.json").read_text(encoding="utf-8"))
    return jsonschema.Draft4Validator(schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)


def _sarif(run):
    return json.loads(sarif.report(run))["runs"][0]


def _cut(source: str, region: dict) -> str:
    """What a region means: lines end at newlines, columns count code points, the end is exclusive."""
    starts = [0]
    for line in source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    start = starts[region["startLine"] - 1] + region["startColumn"] - 1
    end = starts[region["endLine"] - 1] + region["endColumn"] - 1
    assert (start, end) == (region["charOffset"], region["charOffset"] + region["charLength"])
    return source[start:end]


@RUNS
def test_sarif_follows_its_schema(run, sarif_schema):
    log = json.loads(sarif.report(run()))
    assert [error.message for error in sarif_schema.iter_errors(log)] == []


def test_sarif_says_where_what_and_how_to_mend():
    run = formats.plain_run()
    one = run.documents["texts/on e.md"]
    log = _sarif(run)
    assert log["columnKind"] == "unicodeCodePoints"
    assert [result["level"] for result in log["results"]] == ["warning", "error", "note"]
    for result, finding in zip(log["results"], run.findings, strict=True):
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"] == {"uri": "texts/on%20e.md", "uriBaseId": "SRCROOT"}
        assert (
            _cut(one.source, place["region"]) == one.source[slice(*finding.span)] == place["region"]["snippet"]["text"]
        )
        assert log["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule
    safe, unsafe, both = log["results"]
    replaced = safe["fixes"][0]["artifactChanges"][0]["replacements"]
    assert [(_cut(one.source, edit["deletedRegion"]), edit["insertedContent"]["text"]) for edit in replaced] == [
        ("u", "")
    ]
    assert len(both["fixes"][0]["artifactChanges"][0]["replacements"]) == 2
    assert "fixes" not in unsafe
    assert unsafe["message"]["text"] == "on REF-1 (1999)\nMend, to be looked at first: write 2000: “1999” → “2000”"
    related = unsafe["relatedLocations"][0]
    assert related["message"]["text"] == "the other year"
    assert _cut(run.documents["b.md"].source, related["physicalLocation"]["region"]) == "REF-1 (2000)"


def test_sarif_rules_have_help_and_their_own_level():
    rules = _sarif(formats.plain_run())["tool"]["driver"]["rules"]
    assert [(rule["id"], rule["defaultConfiguration"]["level"]) for rule in rules] == [
        ("toy-note", "note"),
        ("toy-word", "warning"),
        ("toy-year", "error"),
    ]
    assert rules[0]["help"]["markdown"].startswith("# toy-note\n")


def test_sarif_tells_of_what_could_not_be_read():
    invocation = _sarif(formats.plain_run())["invocations"][0]
    assert invocation["executionSuccessful"] is False
    notice = invocation["toolExecutionNotifications"][0]
    assert notice["message"]["text"] == "d e.pdf could not be read: is empty"
    assert notice["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "d%20e.pdf"
    assert _sarif(formats.run(formats.document("x")))["invocations"][0]["executionSuccessful"] is True


def test_sarif_paths_lead_to_the_files():
    run = formats.hostile_run()
    uris = [artifact["location"]["uri"] for artifact in _sarif(run)["artifacts"]]
    for uri, path in zip(uris, run.documents, strict=True):
        assert uri.isascii()
        if "\ud800" not in path:  # no file name can be that
            assert unquote_to_bytes(uri).decode(errors="surrogateescape") == path


def test_sarif_messages_hold_no_links():
    texts = [result["message"]["text"] for result in _sarif(formats.hostile_run())["results"]]
    assert any("[words]" in text for text in texts)
    assert not any("](" in text for text in texts)


@RUNS
def test_junit_follows_its_schema(run):
    xmlschema = pytest.importorskip("xmlschema")
    schema = xmlschema.XMLSchema(str(DATA / "junit-10.xsd"))
    assert [error.reason for error in schema.iter_errors(ET.fromstring(junit.report(run())))] == []


def test_junit_counts_and_texts():
    suites = list(ET.fromstring(junit.report(formats.plain_run())))
    assert [(one.get("name"), one.get("tests"), one.get("failures"), one.get("errors")) for one in suites] == [
        ("texts/on e.md", "3", "2", "0"),
        ("b.md", "1", "0", "0"),
        ("c.md", "1", "0", "0"),
        ("d e.pdf", "1", "0", "1"),
    ]
    for suite in suites:
        assert len(suite.findall("testcase")) == int(suite.get("tests"))
        assert len(suite.findall("testcase/failure")) == int(suite.get("failures"))
        assert len(suite.findall("testcase/error")) == int(suite.get("errors"))
    failure = suites[0].findall("testcase/failure")[1]
    assert failure.get("message") == "on REF-1 (1999)"
    assert failure.text.splitlines() == [
        "texts/on e.md:3:1: error[toy-year] on REF-1 (1999)",
        "see b.md:1:6 the other year",
        "Mend, to be looked at first: write 2000: “1999” → “2000”",
    ]
    assert suites[0].find("testcase/system-out").text.startswith("texts/on e.md:3:14: info[toy-note]")


def test_junit_keeps_hostile_texts_texts():
    run = formats.hostile_run()
    top = ET.fromstring(junit.report(run))
    assert {one.tag for one in top.iter()} == {"testsuites", "testsuite", "testcase", "failure", "error", "system-out"}
    assert any("]]>" in (one.text or "") for one in top.iter())


@RUNS
def test_gitlab_has_what_gitlab_asks_for(run):
    rows = json.loads(gitlab.report(run()))
    assert len({row["fingerprint"] for row in rows}) == len(rows) == len(run().findings) + len(run().unreadable)
    for row in rows:
        assert row["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert row["description"]
        assert row["check_name"]
        assert not row["location"]["path"].startswith(("/", "./"))
        assert 1 <= row["location"]["lines"]["begin"] <= row["location"]["lines"]["end"]


def test_rdjson_counts_in_bytes_and_joins_the_edits_of_a_fix():
    run = formats.plain_run()
    lines = run.documents["texts/on e.md"].source.encode().split(b"\n")

    def position(place):
        return sum(len(line) + 1 for line in lines[: place["line"] - 1]) + place["column"] - 1

    def cut(stretch):
        return b"\n".join(lines)[position(stretch["start"]) : position(stretch["end"])].decode()

    unreadable, first, second, third = json.loads(rdjson.report(run))["diagnostics"]
    assert unreadable == {
        "message": "could not be read: is empty",
        "location": {"path": "d e.pdf"},
        "severity": "ERROR",
    }
    assert [cut(one["location"]["range"]) for one in (first, second, third)] == [
        "colour",
        "REF-1 (1999)",
        "and\r\nnota",
    ]
    assert [one["severity"] for one in (first, second, third)] == ["WARNING", "ERROR", "INFO"]
    assert (cut(first["suggestions"][0]["range"]), first["suggestions"][0]["text"]) == ("u", "")
    (joined,) = third["suggestions"]
    assert cut(joined["range"]) == "and\r\nnota"
    assert joined["text"] == "or\r\nnote"


def test_rdjson_suggests_nothing_over_many_lines():
    one = formats.document("a" + "\n" * 30 + "b")
    span = formats.Span(0, len(one.source))
    edits = (formats.Edit(formats.Span(0, 1), "x"), formats.Edit(formats.Span(span.end - 1, span.end), "y"))
    found = formats.Finding("toy-word", "error", one.path, span, "m", fix=formats.Fix("t", safe=True, edits=edits))
    run = formats.run(one, findings=(found,), unreadable=(Unreadable("x", "y"),))
    assert "suggestions" not in json.loads(rdjson.report(run))["diagnostics"][1]
