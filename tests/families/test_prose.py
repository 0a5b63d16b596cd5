"""Places that prose families pass over are places where they would find nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from juslint.document import Document
from juslint.families import _prose
from juslint.parsing import store

WORDS = (
    "See ",
    "remarks ",
    "statement ",
    "of 5 May 2010",
    ", 3 March 1992",
    "Ministry of Justice, ",
    "by the Minister of Justice",
    "J. Smith, ",
    "Jane Roe and John Doe, ",
    "Title ",
    "\n\n",
    "é ",
)


@pytest.mark.parametrize("grammar", ["statement", "persons"])
def test_no_grammar_that_is_asked_begins_at_the_edge_of_a_word(grammar: str):
    assert r"\b" not in store.parsers()[grammar].tables["prefilter"]


@pytest.mark.parametrize("grammar", ["statement", "persons"])
@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12).map("".join))
def test_the_first_place(grammar: str, text: str):
    view = _prose.Text(Document("", text, text), ())
    for position in range(len(text)):
        first = view.first(grammar, position)
        found = (at for at in range(position, len(text)) if _prose.longest(grammar, text, at, len(text)))
        assert first <= next(found, len(text))
