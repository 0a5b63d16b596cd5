from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juslint.knowledge.normalise import (
    normalise_name,
    normalise_symbol,
    normalise_title,
    same_url,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://www.example.org/a/", "https://example.org/a"),
        ("example.org", "https://EXAMPLE.org/#"),
        ("https://example.org:443/a?", "//example.org/a"),
        ("https://undocs.org/en/S/RES/822%20(1993)", "undocs.org/en/S/RES/822 (1993)"),
        ("<https://example.org/%7Ea>", "https://example.org/~a"),
    ],
)
def test_same_page(one: str, other: str) -> None:
    assert same_url(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a", "https://example.org/A"),
        ("https://example.org/a?b=1", "https://example.org/a?b=2"),
        ("https://example.org/a#b", "https://example.org/a"),
        ("https://example.org/town", "https://example.org/to-town"),
        ("https://a.example.org", "https://example.org"),
    ],
)
def test_other_page(one: str, other: str) -> None:
    assert not same_url(one, other)


def test_titles() -> None:
    assert normalise_title("My Brother’s Road:  An American's\u00a0Journey") == "my brothers road an americans journey"
    assert normalise_title("Nagorno -Karabakh—communiqué") == "nagorno karabakh communique"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the 1949 Geneva Conventions", ("geneva conventions", 1949)),
        ("Genocide Convention (1948)", ("genocide convention", 1948)),
        ("Geneva Conventions of 12 August 1949", ("geneva conventions", 1949)),
        ("Convention against Torture", ("convention against torture", None)),
    ],
)
def test_names(text: str, expected: tuple[str, int | None]) -> None:
    assert normalise_name(text) == expected


def test_symbols() -> None:
    assert normalise_symbol("A/74/676*–S/2020/90*") == "A/74/676-S/2020/90"


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise_title(normalise_title(text)) == normalise_title(text)
