"""What the finder leaves out because it knows better is nothing that it would have found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from juslint.parsing.prefilter_engine import Finder, Pattern

PATTERNS = tuple(Pattern(each) for each in ("a+b", "ab?c*", "(?:é|b)+c", "c[ab]+"))
texts = st.lists(st.sampled_from(["a", "b", "c", "é", " ", "\U0001f600"]), max_size=30).map("".join)


@given(texts, st.data())
def test_shorter_matches_are_the_same_after_a_search(text: str, data: st.DataObject):
    finder = Finder(text, *PATTERNS)
    position = data.draw(st.integers(0, len(text)))
    while (found := finder.search(position)) is not None:
        start, end = found
        for last in range(start, end + 1):
            assert finder.match(start, last) == Finder(text, *PATTERNS).match(start, last)
            assert finder.ends(start, last) == Finder(text, *PATTERNS).ends(start, last)
        position = start + 1


@given(texts)
def test_the_head_of_a_text(text: str):
    for pattern in PATTERNS:
        assert pattern.head(text) == text[: Finder(text, pattern).match(0, len(text)) or 0]
