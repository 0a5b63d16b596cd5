"""Cells of tables: which paragraphs stand in one row with the paragraph before them."""

from __future__ import annotations

import pytest

from juslint.reading import read_text


@pytest.mark.parametrize(
    ("path", "source", "going_on"),
    [
        (
            "a.html",
            "<table><tr><td>Memorial<td>30 June 2015<tr><td>Reply<td>20 May 2016</table>",
            ["30 June 2015", "20 May 2016"],
        ),
        ("a.html", "<table><tr><th></th><th>Day</th></tr><tr><td>Reply</td><td></td></tr></table><p>After</p>", []),
        (
            "a.tex",
            "\\begin{tabular}{ll}\nReply & 20 May 2016 \\\\\n & see \\\\\n\\end{tabular}\n\nAfter",
            ["20 May 2016"],
        ),
        ("a.tex", "Black \\& White, 20 May 2016", []),
        ("a.txt", "Reply | 20 May 2016", []),
    ],
)
def test_cells_of_a_row_go_on_with_it(path: str, source: str, going_on: list[str]) -> None:
    document = read_text(path, source)
    assert [document.text[slice(*cell)] for cell in document.cells] == going_on
    assert set(document.cells) <= set(document.paragraphs)
