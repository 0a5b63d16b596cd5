"""Spans, and the way back to the file."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juslint.document import LATER, Document, Offsets, Run, Span
from juslint.reading import read

# "see *S/2018*/462, para. 3" without its stars, and the entity &sect; as §
RUNS = Offsets([Run(0, 0, 4, 4), Run(4, 5, 6, 6), Run(10, 12, 4, 4), Run(14, 16, 1, 6)])


def test_markup_around_a_span_stays_outside():
    assert RUNS.to_source(Span(4, 10)) == Span(5, 11)
    assert RUNS.to_source(Span(0, 4)) == Span(0, 4)


def test_markup_inside_a_span_stays_inside():
    assert RUNS.to_source(Span(4, 14)) == Span(5, 16)
    assert not RUNS.is_whole(Span(4, 14))
    assert RUNS.is_whole(Span(4, 10))


def test_a_replaced_character_stands_for_all_of_its_source():
    assert RUNS.to_source(Span(14, 15)) == Span(16, 22)
    assert not RUNS.is_whole(Span(14, 15))


@given(st.integers(0, 50), st.integers(0, 20))
def test_without_runs_offsets_are_the_same(start: int, size: int):
    assert Offsets().to_source(Span(start, start + size)) == (start, start + size)


@given(st.text(alphabet="ab\n\r", max_size=40), st.integers(0, 40))
def test_lines_and_columns_count_from_one(source: str, at: int):
    at = min(at, len(source))
    line, column = Document("a.txt", source, source).line_column(at)
    lines = source[:at].split("\n")
    assert (line, column) == (len(lines), len(lines[-1]) + 1)


def test_what_is_found_later_is_found_once():
    asked = []
    plain = Document("a.txt", "One.", "One.", links=(), paragraphs=(Span(0, 1),))
    document = plain.later(lambda: asked.append(1) or {**dict.fromkeys(LATER, ()), "paragraphs": (Span(0, 4),)})
    assert (document.text, document.links, document.is_complete, asked) == ("One.", (), False, [])
    assert (document.paragraphs, document.notes, document.is_complete, asked) == ((Span(0, 4),), (), True, [1])
    with pytest.raises(AttributeError, match="paragraph"):
        _ = document.paragraph
    assert plain.paragraphs == (Span(0, 1),)


def test_a_copy_has_what_was_to_be_found():
    source = b"First.\n\nSecond, as said.\n"
    moved = replace(read("a.txt", source), path="b.txt")
    assert (moved.path, moved.is_complete) == ("b.txt", True)
    assert moved.paragraphs == read("a.txt", source).paragraphs == (Span(0, 6), Span(8, 24))
