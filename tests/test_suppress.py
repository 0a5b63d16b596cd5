"""Suppression inside texts, and suppressions of no use."""

from __future__ import annotations

import pytest
import toy as small

from juslint import engine, fixes
from juslint.config import Config
from juslint.reading import read


def _context(text: str, path: str = "a.md"):
    return engine.analyse(read(path, text.encode()), small.ToyKnowledge())  # type: ignore[arg-type]


def _found(text: str, path: str = "a.md", **settings):
    return [
        f"{finding.rule}: {finding.message}" if finding.rule == "unused-suppression" else finding.rule
        for finding in engine.check([_context(text, path)], Config(**settings))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "colour <!-- juslint: ignore[toy-word] quoted so -->\n",
        "<!-- juslint: ignore[toy-word] -->\ncolour\n",
        "<!-- juslint: ignore[toy-word] -->\n\n\ncolour\n",
        "<!-- juslint: ignore[toy-note, toy-word] -->\n\ncolour and nota\n",
        "<!-- juslint: ignore[toy-note] -->\n<!-- juslint: ignore[toy-word] -->\ncolour and nota\n",
        "<!--juslint:ignore[toy-word]\nbecause of the long story\n-->\n\ncolour\n",
        "<!-- juslint: ignore-file[toy-word] -->\n\nA.\n\ncolour\n",
        "A line.\n\ncolour\n\n<!-- juslint: ignore-file[toy-word] -->\n",
    ],
)
def test_silent(toy, text):
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("colour\n\n<!-- juslint: ignore[toy-word] -->\ncolour\n", ["toy-word"]),
        ("<!-- juslint: ignore[toy-word] -->\ncolour\ncolour\n", ["toy-word"]),
        (
            "<!-- juslint: ignore[toy-note] -->\ncolour\n",
            ["unused-suppression: this suppresses nothing: toy-note finds nothing here", "toy-word"],
        ),
        (
            "<!-- juslint: ignore[toy-wrod] -->\ncolour\n",
            ["unused-suppression: there is no rule 'toy-wrod': did you mean \"toy-word\"?", "toy-word"],
        ),
        (
            "<!-- juslint: ignore all of it -->\ncolour\n",
            ["unused-suppression: this comment names no rule: write juslint: ignore[rule]", "toy-word"],
        ),
        ("Write `<!-- juslint: ignore[rule] -->` there.\n", []),
        ("```\n<!-- juslint: ignore[rule] -->\n```\n", []),
    ],
)
def test_speaking(toy, text, found):
    assert _found(text) == found


def test_tex_comment(toy):
    assert _found("colour % juslint: ignore[toy-word] a quotation\n", "a.tex") == []
    assert _found("100\\% juslint: ignore[toy-word]\n\ncolour\n", "a.tex") == ["toy-word"]


def test_rule_that_does_not_run_leaves_its_suppressions_alone(toy):
    assert _found("<!-- juslint: ignore[toy-word] -->\nnota\n", select=("toy-note", "unused-suppression")) == [
        "toy-note"
    ]


def test_per_file_ignores(toy):
    assert _found("colour nota\n", per_file_ignores=(("*.md", ("toy-word",)),)) == ["toy-note"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A.\n\n<!-- juslint: ignore[toy-word] -->\nB.\n", "A.\n\nB.\n"),
        ("A. <!-- juslint: ignore[toy-word] -->\nB.\n", "A.\nB.\n"),
        ("A <!-- juslint: ignore[toy-word] --> b.\n", "A b.\n"),
        (
            "<!-- juslint: ignore[toy-word, toy-note] -->\nnota\n",
            "<!-- juslint: ignore[toy-note] -->\nnota\n",
        ),
        (
            "<!-- juslint: ignore[toy-note, toy-word] -->\nnota\n",
            "<!-- juslint: ignore[toy-note] -->\nnota\n",
        ),
        ("<!-- juslint: ignore[toy-wrod, toy-word] -->\nnota\n", "nota\n"),
    ],
)
def test_removal(toy, before, after):
    mended = fixes.mend(
        [_context(before)], lambda them: engine.check(them, Config()), unsafe=False, given={"a.md": before.encode()}
    )
    assert mended.changes["a.md"].after.decode() == after


def test_place_of_an_unused_suppression_is_the_comment(toy):
    context = _context("A.\n\n<!-- juslint: ignore[toy-word] -->\n\nB.\n")
    [finding] = engine.check([context], Config())
    assert context.document.source[slice(*finding.source_span)] == "toy-word"
