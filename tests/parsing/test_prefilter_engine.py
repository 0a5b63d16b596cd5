"""What the finder leaves out because it knows better is nothing that it would have found."""

from __future__ import annotations

import sys
from pathlib import Path

import corpus
import pytest
from hypothesis import given
from hypothesis import strategies as st

from juslint import scan
from juslint.parsing import prefilter_engine
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


def rare() -> dict[str, Pattern]:
    """What families say is rare, by module and name, and what their grammars begin with."""
    scan.modules()
    named = {
        f"{module.__name__}.{name}": value
        for module in tuple(sys.modules.values())
        if module.__name__.startswith("juslint.families")
        for name, value in vars(module).items()
        if isinstance(value, Pattern)
    }
    named |= {
        f"{reader.read.__module__}.openings": each for reader in scan._readers() for each in reader.prefilter.openings
    }
    return {name: pattern for name, pattern in named.items() if pattern.rare is not None}


@pytest.mark.parametrize("name", sorted(rare()))
def test_every_match_of_what_is_rare_holds_its_piece(name: str):
    pattern = rare()[name]
    piece = Pattern(prefilter_engine._pieces[pattern.rare or 0])
    tests = Path(corpus.TOP) / "tests"
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(tests.glob("families/*.txt")))
    for start, end in found(text, Pattern(pattern._pattern)):
        assert Finder(text[:end], piece).search(start) is not None


@given(
    st.lists(st.sampled_from(["Report by the Board ", "Treaty ", "letter from Jane ", "ICC-01/04 ", "é "]), max_size=3)
)
def test_a_long_text_is_searched_as_a_short_one(words: list[str]):
    short = "".join(words)
    long = short + "so " * 4000
    for pattern in rare().values():
        assert list(found(long, pattern)) == list(found(short + "so ", pattern))


def found(text: str, pattern: Pattern) -> list[tuple[int, int]]:
    """All matches in a text."""
    finder, position, out = Finder(text, pattern), 0, []
    while (each := finder.search(position)) is not None:
        out.append(each)
        position = max(each[1], each[0] + 1)
    return out
