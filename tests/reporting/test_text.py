"""The text output: what a person sees, on any width of terminal."""

from __future__ import annotations

import pytest

from juslint.document import Document, Span
from juslint.finding import Edit, Finding, Fix, Related
from juslint.loading import Unreadable
from juslint.reporting import Run, concise, text


def _run(source: str, start: int, end: int, *, related: tuple[Related, ...] = (), message: str = "a message", **more):
    document = Document("a.md", source, source)
    finding = Finding("a-rule", "warning", "a.md", Span(start, end), message, related=related)
    return Run({"a.md": document}, (finding,), quiet=True, **more)


def _shown(source: str, marked: str, **more) -> list[str]:
    start = source.index(marked)
    return text.report(_run(source, start, start + len(marked), **more)).splitlines()[2:-1]


def test_line_and_underline():
    assert _shown("First.\nSee this one here.\n", "this one") == [
        "  2 | See this one here.",
        "    |     ^^^^^^^^",
    ]


def test_long_line_is_cut_around_the_place():
    line, under = _shown("a " * 500 + "HERE" + " b" * 500, "HERE", width=50)
    assert len(line) <= 50
    assert line.startswith("  1 | …")
    assert line.endswith("…")
    assert line[under.index("^") :].startswith("HERE")
    assert under.count("^") == 4


@pytest.mark.parametrize("width", [30, 40, 80, 120])
@pytest.mark.parametrize("at", [0, 3, 40, 200, 996])
def test_no_line_is_wider_than_the_terminal(width, at):
    source = "x" * at + "MARK" + "y" * (1000 - at)
    for line in _shown(source, "MARK", width=width):
        assert len(line) <= max(width, 36)


def test_place_longer_than_the_terminal():
    line, under = _shown("see " + "M" * 300 + " end", "M" * 300, width=60)
    assert len(line) <= 60
    assert line.endswith("M…")
    assert set(under.strip(" |")) == {"^"}


def test_wide_characters_and_tabs_keep_the_underline_in_place():
    line, under = _shown("\u6c7a\u8b70\tof x HERE", "HERE")
    # Two ideographs take two columns each, the tab four: that is five more than characters.
    assert line == "  1 | \u6c7a\u8b70    of x HERE"
    assert under.index("^") == line.index("HERE") + 2


def test_place_over_several_lines_leaves_out_the_empty_ones():
    assert _shown("a resolution\n\n822 (1993) b\n", "resolution\n\n822 (1993)") == [
        "  1 | a resolution",
        "    |   ^^^^^^^^^^",
        "  3 | 822 (1993) b",
        "    | ^^^^^^^^^^",
    ]


def test_carriage_returns_do_not_show():
    assert _shown("See HERE\r\nmore\r\n", "HERE")[0] == "  1 | See HERE"


def test_empty_place():
    assert text.report(_run("abc", 1, 1)).splitlines()[2:-1] == ["  1 | abc", "    |  ^"]
    assert text.report(_run("abc", 3, 3)).splitlines()[2:-1] == ["  1 | abc", "    |    ^"]


@pytest.mark.parametrize("acting", ["\x1b[31m", "\x9b31m", "\u202e", "\x07", "\u2066"])
def test_nothing_in_the_text_acts_on_the_terminal(acting):
    source = f"be{acting}fore HERE after"
    out = text.report(_run(source, source.index("HERE"), len(source), message=f"told {acting} so"))
    assert acting[0] not in out
    assert acting[0] not in concise.report(_run(source, 0, 4, message=f"told {acting} so"))


def test_colours_only_where_wanted():
    assert "\x1b[" not in text.report(_run("abc", 0, 1))
    assert "\x1b[33m" in text.report(_run("abc", 0, 1, color=True))


def test_related_places_are_shown_the_first_with_their_text():
    related = tuple(Related("a.md", Span(4, 8), f"place {number}") for number in range(6))
    lines = text.report(_run("See that here.\n", 0, 3, related=related)).splitlines()
    assert lines[4:6] == ["  see a.md:1:5 place 0", "      1 | See that here."]
    assert lines[-3:-1] == ["  see a.md:1:5 place 4", "  see a.md:1:5 place 5"]


def test_summary_counts():
    document = Document("a.md", "abc", "abc")
    found = [Finding("r", severity, "a.md", Span(0, 1), "m") for severity in ("error", "warning", "warning", "info")]
    run = Run({"a.md": document}, tuple(found), (Unreadable("b.md", "is empty"),), {"a.md": 1200})
    assert text.report(run).endswith(
        "1 error, 2 warnings and 1 note in 1 file, 1,200 references.\n"
        "juslint rule NAME explains a rule: r.\n"
        "1 file could not be read.\n"
    )


@pytest.mark.parametrize(("fix", "labels"), [(False, ["perhaps:", "or:"]), (True, ["mend:", "or:", "or:"])])
def test_mends_to_choose_from(fix, labels):
    first, *others = (
        Fix(f"write {year}", safe=False, edits=(Edit(Span(0, 4), year),)) for year in ("2001", "2002", "2003")
    )
    document = Document("a.md", "2000\n", "2000\n")
    finding = Finding(
        "a-rule", "warning", "a.md", Span(0, 4), "a message", fix=first if fix else None, alternatives=tuple(others)
    )
    shown = text.report(Run({"a.md": document}, (finding,), quiet=True)).splitlines()
    assert [line.split()[0] for line in shown if "write" in line] == labels
