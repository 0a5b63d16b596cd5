"""Any text is read: no exception, the invariants hold, time grows with length; emphasis is what markdown-it-py sees."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from reading.describe import check, lines

from juslint.reading import markdown, plain

_PIECES = [
    "a", "Word ", "1", "¹", "  ", "\n", "\n\n", "\r\n", "    ", "\t", "*", "**", "****", "_", "`", "``", "```\n",
    "\\", "[", "]", "](", "](x)", "![", ")", "<", ">", "<!--", "-->", "<sup>", "</sup>", "<sup>2</sup>",
    "<a href='x'>", "</a>", "<br>", "&amp;", "&#8220;", "&", "> ", "- ", "1. ", "# ", "---\n", "===\n", "[^1]",
    "[^1]: ", "[a]: b\n", "[a]", "https://un.org/a", "<https://un.org>", "“", "”", '"', "\u00ad", "________\n",
    "General Assembly\n", "Seventy-fifth session\n", "Agenda items 3, 4 (a) and 5\n",
    "Distr.: General 3 March 2021\n", "Letter dated 2 March 2021 from ", "circulated under agenda items 3 to 5",
    "1 See ", ".1 ", "The General Assembly,\n", "\0", "\u2028", "\f",
]  # fmt: skip
_INLINE = [
    "a", "b ", " ", "*", "**", "***", "_", "__", "[", "]", "](x)", "`", "\\", ".", "(", "<b>", "&lt;", "<http://x.y>",
]  # fmt: skip
_soup = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)


@settings(max_examples=300, deadline=None)
@given(_soup | st.text(max_size=60))
def test_any_text_is_read(source: str) -> None:
    for document in (markdown.read("a", source), markdown.read_converted("a", source), plain.read("a", source)):
        check(document)
        list(lines(document))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_INLINE), max_size=14).map("".join))
def test_inline_text_is_what_markdown_it_shows(words: str) -> None:
    source = f"x{words}x"
    if "****" in source or "![" in source or re.search(r"[*_]\]", source):
        return  # read otherwise, on purpose: markdown-it takes the end of a link's text for the end of a line
    shown = []
    for token in MarkdownIt("commonmark").parse(source)[1].children or []:
        if token.type in {"text", "text_special"}:
            shown.append(token.content)
        elif token.type == "code_inline":
            shown.append("\ufffc")
    assert "".join("".join(shown).split()) == "".join(markdown.read("a", source).text.split())


_UNITS = [
    "[", "![", "[a](", "[a](b)", "<a ", '<a b="', "<!--", "*a ", "*a **b _c ", "a* b** ", "**a****b", "` `` ", "&amp",
    "<sup>1", "¹", "a.1 ", "1 See a.1\n\n", "“", "[^a]", "> ", "1. a\n", "Agenda items 1, ", "circulated ",
    "1 (a) and ", " ", "\r\n",
]  # fmt: skip


@pytest.mark.parametrize("unit", _UNITS)
def test_time_grows_with_length(unit: str) -> None:
    """Ten times the text may take at most thirty times the time: quadratic code would take a hundred times.

    Other processes may slow one measurement down, not each of three.
    """

    def seconds(size: int) -> float:
        source, runs = unit * (size // len(unit)), []
        for _ in range(2):
            start = time.process_time()
            markdown.read("a", source)
            plain.read("a", source)
            runs.append(time.process_time() - start)
        return min(runs)

    assert any(seconds(100_000) < 30 * max(seconds(10_000), 0.01) for _ in range(3))
