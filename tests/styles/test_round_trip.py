"""Every reference of the corpus in every style: it is the same source, at the same place, and already in the style."""

from __future__ import annotations

from pathlib import Path

import corpus
import pytest

from juslint import engine, styles
from juslint.document import Document, Span
from juslint.styles import _checked, _pinpoints

FAMILIES = Path(__file__).resolve().parents[1] / "families"
FILES = ("echr", "un_resolution", "un_symbol", "coe")
CASES = [
    pytest.param(case.text, style, id=f"{name}-{case.title}-{style}")
    for name in FILES
    for case in corpus.cases((FAMILIES / f"{name}.txt").read_text(encoding="utf-8"))
    for style in styles.modules()
]


def context(text):
    return engine.analyse(Document("case.txt", text, text, paragraphs=(Span(0, len(text)),)), corpus.knowledge())


def source_id(name):
    """The id, or the first application number where the knowledge base has the case."""
    entry = corpus.knowledge().resolve(name).entry if name else None
    return entry.data["applications"][0] if entry and entry.data.get("applications") else name


def pinpoint(reference):
    return reference.pinpoint and _pinpoints.meaning(str(reference.pinpoint.value))


@pytest.mark.parametrize(("text", "style"), CASES)
@pytest.mark.parametrize("complete", [False, True])
def test_the_same_source_and_place(text, style, complete):
    found = context(text)
    for reference in found.references:
        source = styles.source(reference, found.document, found.knowledge)
        shown = _checked.restyled(source, style, complete=complete)
        if shown is None or _checked.plain(shown.text) == _checked.plain(reference.text):
            continue
        before, after = text[: reference.span.start], text[reference.span.end + shown.tail :]
        again = context(before + shown.text + after)
        there = [one for one in again.references if one.span.start == reference.span.start]
        assert there, f"{shown.text!r} is not found in its place"
        first = there[0]
        assert source_id(first.id) == source_id(reference.id), shown.text
        assert reference.id is None or first.id is not None
        if reference.pinpoint is not None and pinpoint(first) != pinpoint(reference):
            behind = [one for one in again.references if one.span.end <= len(before) + len(shown.text)]
            assert any(pinpoint(one) == pinpoint(reference) for one in behind), shown.text
        once = _checked.restyled(styles.source(first, again.document, again.knowledge), style)
        assert once is None or _checked.plain(once.text) == _checked.plain(shown.text)
