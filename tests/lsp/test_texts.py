"""Positions and changes, against a slow model of what editors do."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juslint.document import Span
from juslint.lsp.texts import UTF_8, UTF_16, UTF_32, Position, Text

WORDS = st.text(alphabet="ab é中\U0001d504\U0001f600\r\n\f\u2028\x85", max_size=40)
UNIT = {UTF_8: ("utf-8", 1), UTF_16: ("utf-16-le", 2), UTF_32: ("utf-32-le", 4)}


def units(text, encoding):
    name, size = UNIT[encoding]
    return len(text.encode(name)) // size


def slow_position(text, offset, encoding):
    """Lines as the protocol has them: a carriage return before a newline ends none by itself."""
    ends = [found.end() for found in re.finditer(r"\r\n|\n|\r", text) if found.end() <= offset]
    start = ends[-1] if ends else 0
    return Position(len(ends), units(text[start:offset], encoding))


@pytest.mark.parametrize("encoding", UNIT)
@given(text=WORDS)
def test_positions_are_those_of_the_model_and_lead_back(text, encoding):
    made = Text(text, encoding)
    for offset in range(len(text) + 1):
        if text[max(0, offset - 1) : offset + 1] == "\r\n":
            continue  # between the two is no place
        assert made.position(offset) == slow_position(text, offset, encoding)
        assert made.offset(made.position(offset)) == offset


@pytest.mark.parametrize("encoding", UNIT)
@given(text=WORDS, line=st.integers(-2, 50), character=st.integers(-2, 200))
def test_every_position_is_somewhere(text, encoding, line, character):
    assert 0 <= Text(text, encoding).offset(Position(line, character)) <= len(text)


@pytest.mark.parametrize(
    ("encoding", "character", "offset"), [(UTF_16, 2, 1), (UTF_8, 3, 1), (UTF_8, 2, 1), (UTF_32, 1, 1)]
)
def test_a_position_inside_a_character_is_before_it(encoding, character, offset):
    assert Text("a\U0001f600b", encoding).offset(Position(0, character)) == offset


def test_halves_of_pairs_become_a_character_that_can_be_written():
    text = Text.of("a\ud83db", UTF_16, 1).changed(Span(0, 1), "\ude00", 2)
    assert text.source == "\ufffd\ufffdb"


@given(text=WORDS, changes=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), WORDS), max_size=6))
def test_changes_are_those_of_the_editor(text, changes):
    made = Text(text, UTF_16, 0)
    for version, (one, other, new) in enumerate(changes):
        start, end = sorted((min(one, len(text)), min(other, len(text))))
        ends = made.positions(Span(start, end))
        span = made.span(*ends)
        around = set(text[max(0, start - 1) : end + 1])
        text = text[: span.start] + new + text[span.end :]
        made = made.changed(span, new, version)
        assert made.source == text
        if not {"\r", "\n"} & around:
            assert span == Span(start, end)
