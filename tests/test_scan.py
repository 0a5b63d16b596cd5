"""From text to references: edges of words, nesting, non-ASCII text, and work that grows with the text alone."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from juslint import scan as scanning
from juslint.document import Document, Span
from juslint.scan import modules, scan, scan_text

HOSTILE = {
    "A/": "A/",
    "slashes": "/",
    "no.": "no. ",
    "brackets": "(((",
    "digits": "12345678901234567890",
    "names": "A v. B v. ",
    "capitals": "A A A ",
    "dotted": "A.A.A.",
    "hyphens": "A-A-A-",
    "resolution": "resolution ",
    "list": "resolutions 60/1, 60/2, ",
    "letter": "Letter dated 1 May 2020 from the ",
    "url": "http://(",
    "www": "www.a(a",
    "paragraphs": "§§ 1, 2 and ",
    "combining": "a\u0301",
    "right to left": "\u202eA/77/1",
    "NUL": "\0",
    "quotes": "“Title”, in ",
    "imprint": "(Press, 2010), pp. 1",
    "blank lines": "A/77/\n\n\n\n",
    "ecli": "ECLI:CE:ECHR:2010:",
    "lines": "x" * 80 + "\n",
}


def references(text: str) -> list[tuple[str, str | None]]:
    return [(reference.text, reference.id) for reference in scan_text(text)]


def test_spans_are_of_the_text():
    text = "Été\u2014see S/2018/462, Kudła v. Poland [GC], no. 30210/96, and \U0001f600 A/77/695."
    for reference in scan_text(text):
        assert text[reference.span.start : reference.span.end] == reference.text
    assert [id_ for _, id_ in references(text)] == ["S/2018/462", "30210/96", "A/77/695"]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\f"])
def test_special_spaces_are_spaces(space: str):
    text = f"Security{space}Council resolution{space}822{space}(1993) and A/RES/46/36{space}L, para.{space}3"
    found = scan_text(text)
    assert [reference.id for reference in found] == ["S/RES/822 (1993)", "A/RES/46/36 L"]
    assert all(text[slice(*reference.span)] == reference.text for reference in found)


@pytest.mark.parametrize("before", ["x", "9", "/", "_", "é", "S/", "a-", "@", "=", "Ж"])
def test_nothing_begins_inside_a_word(before: str):
    assert references(f"{before}A/77/695") == []


@pytest.mark.parametrize("after", ["x", "é", "/x", "_"])
def test_nothing_ends_inside_a_word(after: str):
    assert all(text != "A/77/695" for text, _ in references(f"See A/77/695{after}"))


def test_a_long_list_is_cut_at_the_last_good_member():
    assert [id_ for _, id_ in references("General Assembly resolutions 60/1 and 60/2x")] == ["A/RES/60/1"]


def test_a_list_longer_than_the_limit_loses_nothing():
    numbers = [f"{session}/{number}" for session in range(60, 80) for number in range(1, 60)]
    text = f"General Assembly resolutions {', '.join(numbers)}."
    assert len(text) > scanning.LONGEST
    assert [reference.id for reference in scan_text(text)] == [f"A/RES/{number}" for number in numbers]


def test_what_stands_inside_another_says_so():
    outer, inner = scan_text("https://undocs.org/en/A/RES/60/1")
    assert outer.within is None
    assert inner.within == outer.span


def test_families_have_names_of_their_own():
    names = [module.NAME for module in modules()]
    assert len(set(names)) == len(names)
    assert [module.ORDER for module in modules()] == sorted(module.ORDER for module in modules())


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("AESv./-–()[] \n§,0123456789“”’é\u00ad\U0001f600")), max_size=120))
def test_any_text_scans(text: str):
    found = scan_text(text)
    for reference in found:
        assert text[reference.span.start : reference.span.end] == reference.text
        assert reference.span.start < reference.span.end
    outer = [reference for reference in found if reference.within is None]
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(outer))


def work(text: str) -> float:
    document = Document("", text, text, paragraphs=(Span(0, len(text)),))
    scanning.tried.cache_clear()
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        scan(document)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_the_text_alone(piece: str):
    """A ratio, with slack for a busy machine: four times the text may take eight times as long, not sixteen."""
    small, large = (piece * (size // len(piece)) for size in (40_000, 160_000))
    base, grown = work(small), work(large)
    assert grown < 8 * base + 0.25, f"{base:.3f} s, then {grown:.3f} s"
