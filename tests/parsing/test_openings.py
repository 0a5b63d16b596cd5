"""Openings match wherever their expression does, at no other place, and never further."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import corpus
import pytest
from hypothesis import given
from hypothesis import strategies as st

from juslint.parsing import firsts, openings, store
from juslint.parsing.prefilter_engine import Finder, Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

FAMILIES = "\n\n".join(
    path.read_text(encoding="utf-8") for path in sorted((Path(corpus.TOP) / "tests/families").glob("*.txt"))
)
CASES = {
    "ab?c*": "a",
    "a(?:be|ce)?d(?:e|f?)": "a(?:(?:be|ce))?d",
    "(?:ab)+c?": "ab",
    "[a-c]{2,5}": "(?:[a-c]){1,1}[a-c]",
    r"a(?:b+|c\b)": r"a(?:b|c\b)",
    "a(?i:bc?)": "a(?i:b)",
    r"[^\sa]+é?": r"[^\sa]",
}


@pytest.mark.parametrize("pattern", CASES)
def test_what_may_be_missing_at_the_end_is_left_out(pattern: str):
    assert openings.of(pattern) == [CASES[pattern]]


def test_names_and_words_are_sought_apart():
    words = "|".join(f"Case {number}" for number in range(1000))
    names = "|".join(f"[A-Z][a-z]+ v[.] {number}" for number in range(100))
    narrow, wide = openings.of(f"(?:{words}|{names})(?:, no[.] [0-9]+)?")
    assert Pattern(narrow).takes(b"Case 7")
    assert Pattern(wide).takes(b"Roe v. 7")
    assert not Pattern(narrow).takes(b"Roe v. 7")


def test_an_expression_that_looks_around_is_refused():
    with pytest.raises(ValueError, match="openings"):
        openings.of("a(?=b)c")


atoms = st.sampled_from(["a", "b", "[ab]", "[^a]", r"\b", "é"])
patterns = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda branches: f"(?:{'|'.join(branches)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2,3}"])).map(lambda pair: f"(?:{pair[0]}){pair[1]}"),
    ),
    max_leaves=8,
)


@given(
    patterns.filter(lambda pattern: not firsts.sequence(firsts.parser.parse(pattern))[1]), st.text("abé -", max_size=12)
)
def test_the_same_matches_begin(pattern: str, text: str):
    sought = Pattern(pattern, tuple(map(Pattern, openings.of(pattern))))
    assert list(_all(Finder(text, sought))) == list(_all(Finder(text, Pattern(pattern))))


@pytest.mark.parametrize("grammar", sorted(store.parsers()))
def test_grammars_find_the_same(grammar: str):
    tables = store.parsers()[grammar].tables
    sought = Pattern(tables["prefilter"], tuple(map(Pattern, tables["openings"])))
    assert list(_all(Finder(FAMILIES, sought))) == list(_all(Finder(FAMILIES, Pattern(tables["prefilter"]))))


def _all(finder: Finder) -> Iterator[tuple[int, int]]:
    position = 0
    while (found := finder.search(position)) is not None:
        assert finder.start(position) == found[0]
        yield found
        position = max(found[1], found[0] + 1)
