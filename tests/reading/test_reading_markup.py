"""HTML and LaTeX: any text is read, time grows with length, what is written is read back, and fixes hit the file."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from reading.describe import check, lines

from juslint import fixes
from juslint.document import Span
from juslint.finding import Edit, Fix, SourceEdit
from juslint.reading import html, latex, read_text
from juslint.suppress import find

if TYPE_CHECKING:
    from juslint.document import Document

_HTML = [
    "a", "Word ", "1", "¹", "  ", "\n", "\n\n", "\r\n", "\t", "<", ">", "</", "<p>", "</p>", "<P", "<h1>", "</h1>",
    "<br>", "<i>", "</i>", "<b>", "<span style='font-style:italic'>", "</span>", "<a href='x'>", '<a href="#fn1">',
    "<a href=x>", "<a name=y>", "</a>", "<sup>", "</sup>", "<sup>2</sup>", "<ol start=3>", "<ol>", "</ol>",
    "<li id=fn1>", "<li>", "<q>", "</q>", "<code>", "</code>", "<pre>", "</pre>", "<script>", "</script>", "<svg>",
    "</svg>", "<td>", "</table>", "<!--", "-->", "<!", "<?", "&amp;", "&nbsp;", "&shy;", "&#8220;", "&#0;", "&",
    "&sect", ";", '"', "'", "=", "/>", "\u00ad", "\0", "“", "”", "↩", "[1]", "General Assembly",
    "Seventy-fifth session", "\u2028", "\f", "/", "^",
]  # fmt: skip
_LATEX = [
    "a", "Word ", "1", "¹", "  ", "\n", "\n\n", "\r\n", "\t", "{", "}", "[", "]", "\\", "\\\\", "%", "% c\n", "\\%",
    "~", "$", "$$", "$^1$", "&", "\\&", "--", "---", "-", "`", "``", "'", "''", "\\'", "\\'e", '\\"{u}', "\\v",
    "\\c{", "\\S", "\\S{}", "\\emph{", "\\textit", "{\\it ", "\\rm ", "\\footnote{", "\\footnote[3]{",
    "\\footnotemark", "\\footnotetext{", "\\href{a}{", "\\href{", "\\url{a_b}", "\\url{", "\\section{",
    "\\section*[a]{", "\\item", "\\item[", "\\par", "\\begin{tabular}{ll}", "\\end{tabular}", "\\begin{verbatim}",
    "\\end{verbatim}", "\\begin{document}", "\\end{document}", "\\begin", "\\verb|", "|", "\\cite[", "\\cite{a}",
    "\\label{", "\\foo", "\\foo[a]{", "\\enquote{", "\\textsuperscript{", "\\(", "\\)", "\\[", "\\]",
    "\\newcommand{\\x}[1]{", "\\def\\x", "\\iffalse", "\\fi", "\\,", "\u00ad", "\0", "“", "General Assembly", "\\-",
    "\\ ",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_HTML), max_size=40).map("".join) | st.text(max_size=60))
def test_any_html_is_read(source: str) -> None:
    for name in ("a.html", "a.xhtml"):
        document = html.read(name, source)
        check(document)
        list(lines(document))
        find(document)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_LATEX), max_size=40).map("".join) | st.text(max_size=60))
def test_any_latex_is_read(source: str) -> None:
    document = latex.read("a.tex", source)
    check(document)
    list(lines(document))
    find(document)


_CHARACTERS = "ab1 .,/<>&\"'\\{}%#$_~^§“”‘’–—é\u00a0"
_PLAIN = st.text(_CHARACTERS, min_size=1, max_size=20)


@settings(max_examples=200, deadline=None)
@given(_PLAIN)
def test_what_is_written_is_read_back(text: str) -> None:
    for name, source in (("a.html", "x <b>y</b>z"), ("a.tex", "x \\S z")):
        document = read_text(name, source)
        at = len(document.text) - 1
        edits = fixes.source_edits(document, Fix("", True, (Edit(Span(at, at), text),)))
        assert edits is not None
        again = _mended(document, edits)
        expected = f"{document.text[:at]}{text}{document.text[at:]}"
        assert again.text.replace("’", "'").split() == expected.replace("’", "'").split()


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["html", "tex"]), st.data())
def test_an_edit_changes_the_text_as_it_says(kind: str, data: st.DataObject) -> None:
    """Any edit of a word that can be applied to any file gives the text with that word: markup is never touched."""
    pieces = data.draw(st.lists(st.sampled_from(_HTML if kind == "html" else _LATEX), max_size=30))
    document = read_text(f"a.{kind}", "".join((*pieces, "\nword")))
    words = [at for at, char in enumerate(document.text) if char.isalpha() and char.isascii()]
    each = ((at, fixes.source_edits(document, Fix("", True, (Edit(Span(at, at + 1), "Q"),)))) for at in words)
    applied = [(at, edits) for at, edits in each if edits]
    assume(applied)
    at, edits = data.draw(st.sampled_from(applied))
    again = _mended(document, edits)
    if "\0" not in document.source:
        assert again.text == f"{document.text[:at]}Q{document.text[at + 1 :]}"


def _mended(document: Document, edits: tuple[SourceEdit, ...]) -> Document:
    source = document.source
    for edit in sorted(edits, reverse=True):
        source = source[: edit.span.start] + edit.text + source[edit.span.end :]
    return read_text(document.path, source)


def test_targets_of_links_are_written_as_the_format_has_them() -> None:
    for name, source, written in (
        ("a.html", '<a href="#">x</a>', '<a href="https://un.org/?a=1&amp;b=%20c#d">x</a>'),
        ("a.html", "<a href=#>x</a>", "<a href=https://un.org/?a=1&amp;b=%20c#d>x</a>"),
        ("a.tex", "\\href{\\#}{x}", "\\href{https://un.org/?a=1&b=\\%20c\\#d}{x}"),
        ("a.tex", "\\url{old}", "\\url{https://un.org/?a=1&b=\\%20c\\#d}"),
    ):
        document = read_text(name, source)
        (link,) = document.links
        edit = SourceEdit(link.target_source, "https://un.org/?a=1&b=%20c#d")
        edits = fixes.source_edits(document, Fix("", False, (edit,)))
        assert edits is not None
        again = _mended(document, edits)
        assert (again.source, again.links[0].target) == (written, edit.text)


def test_a_part_of_a_target_is_left_alone_where_it_is_written_otherwise() -> None:
    for name, source in (("a.html", '<a href="x?a=1&amp;b=2#">x</a>'), ("a.tex", "\\href{x\\%20y\\#}{x}")):
        document = read_text(name, source)
        at = document.links[0].target_source.end - 1
        assert fixes.source_edits(document, Fix("", True, (SourceEdit(Span(at, at + 1), ""),))) is None


def test_suppressions_in_the_comments_of_each() -> None:
    for name, source in (
        ("a.html", "<p>one <!-- juslint: ignore[some-rule] why --></p>"),
        ("a.tex", "one % juslint: ignore[some-rule] why\n\\begin{verbatim}\n% juslint: ignore[x]\n\\end{verbatim}\n"),
    ):
        assert [names[0][0] for _, names, _ in find(read_text(name, source))] == ["some-rule"]


_UNITS = [
    "<", "<!--", "&", "<a ", '<a href="', "<a b=\"<a c='", "<a aaaaaaaa ", "<?", "</", '="', "<p>", "<i>x", "</i>",
    "<sup>1", "<sup>1</sup>", "<a href=#fn1>1</a>", "<br><i>", "<svg>", "<script>", "&amp;", "<code>",
    "<ol><li id=fn1>x", "<q>", "<a href=#ref>^</a>", "<span style='font-style:italic'>x", "<pre>", "\u00ad",
    "<!-- juslint: ", "{", "}", "\\", "%", "$", "$a\n", "\\(", "\\[", "\\begin{verbatim}", "\\begin{x}",
    "\\footnote{", "\\footnote{a}b ", "\\emph{x", "\\href{a}{", "\\url{", "\\url{a_%b", "\\verb|", "\\verb",
    "\\item[", "\\item[a]", "\\'{", "`", "---", "~", "\n", " ", "\\section{a}", "{\\it ", "\\label{", "\\cite[a]{",
    "\\newcommand{\\x}[1]{", "\\def\\x", "\\iffalse", "\\foo[a]", "%\n", "\\enquote{", "% juslint: ",
]  # fmt: skip
_NESTED = [
    ("\\emph{x", "}"),
    ("{\\it x", "}"),
    ("\\href{a}{x", "}"),
    ("\\footnote{x", "}"),
    ("\\section{x", "}"),
    ("<i>x", "</i>"),
]


@pytest.mark.parametrize(("begin", "end"), [*((unit, "") for unit in _UNITS), *_NESTED])
def test_time_grows_with_length(begin: str, end: str) -> None:
    """Ten times the text may take at most fifty times the time: quadratic code would take a hundred times."""

    def seconds(size: int) -> float:
        count = size // len(begin + end)
        source = begin * count + end * count
        runs = []
        for _ in range(2):
            start = time.process_time()
            find(html.read("a.html", source))
            find(latex.read("a.tex", source))
            runs.append(time.process_time() - start)
        return min(runs)

    assert seconds(20_000) < 50 * max(seconds(2_000), 0.004)
