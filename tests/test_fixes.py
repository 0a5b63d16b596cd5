"""Edits to bytes: what changes, what stays, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
import toy as small
from hypothesis import given
from hypothesis import strategies as st

from juslint import engine, fixes
from juslint.document import Document, Offsets, Run, Span
from juslint.finding import Edit, Finding, Fix, SourceEdit
from juslint.reading import read


def _fix(*edits, safe=True):
    return Fix("mend", safe, tuple(edits))


def _document(text="abc def"):
    return Document("a.txt", text, text)


def test_edit_is_cut_down_to_what_changes():
    edits = fixes.source_edits(_document("of 2005 here"), _fix(Edit(Span(0, 12), "of 2002 here")))
    assert edits == (SourceEdit(Span(6, 7), "2"),)


def test_markup_inside_an_edit_is_refused_but_beside_the_change_it_does_not_matter():
    # "one **two** three": the text is "one two three"
    document = Document(
        "a.md",
        "one **two** three",
        "one two three",
        Offsets([Run(0, 0, 4, 4), Run(4, 6, 3, 3), Run(7, 11, 6, 6)]),
    )
    assert fixes.source_edits(document, _fix(Edit(Span(0, 13), "one 2 three"))) == (SourceEdit(Span(6, 9), "2"),)
    assert fixes.source_edits(document, _fix(Edit(Span(0, 13), "1 3"))) is None


def test_overlapping_edits_of_one_fix_are_refused():
    assert fixes.source_edits(_document(), _fix(Edit(Span(0, 3), "x"), Edit(Span(2, 5), "y"))) is None


def test_edits_that_change_nothing_are_left_out():
    assert fixes.source_edits(_document(), _fix(Edit(Span(0, 3), "abc"), SourceEdit(Span(0, 3), "abc"))) == ()


def _mend(text: bytes, rule, *, unsafe=False, path="a.txt"):
    context = engine.analyse(read(path, text), small.ToyKnowledge())  # type: ignore[arg-type]
    return fixes.mend([context], lambda them: list(rule(them[0].document)), unsafe=unsafe, given={path: text})


def _replacing(old: str, new: str, *, safe=True):
    def rule(document):
        at = document.text.find(old)
        while at >= 0:
            span = Span(at, at + len(old))
            yield Finding("r", "error", document.path, span, "m", fix=_fix(Edit(span, new), safe=safe))
            at = document.text.find(old, at + 1)

    return rule


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"a old b", b"a new b"),
        (b"old\r\nold\r\n", b"new\r\nnew\r\n"),
        (b"\xef\xbb\xbfold", b"\xef\xbb\xbfnew"),
        ("\ufeffold é".encode("utf-16-le"), "\ufeffnew é".encode("utf-16-le")),
        ("é old 𝔘 old".encode(), "é new 𝔘 new".encode()),
        (b"old without newline", b"new without newline"),
    ],
)
def test_only_the_characters_of_the_edit_change(toy, before, after):
    assert _mend(before, _replacing("old", "new")).changes["a.txt"].after == after


def test_new_lines_are_those_of_the_file(toy):
    assert _mend(b"a old\r\n", _replacing("old", "x\ny")).changes["a.txt"].after == b"a x\r\ny\r\n"


def test_first_of_two_that_touch_wins_and_the_other_comes_in_the_next_round(toy):
    mended = _mend(b"oldold", _replacing("old", "new"))
    assert mended.changes["a.txt"] == fixes.Change(b"oldold", b"newnew", 2)


def test_rules_that_undo_each_other_end(toy):
    def rule(document):
        return _replacing("a", "b")(document) if "a" in document.text else _replacing("b", "a")(document)

    assert _mend(b"a", rule).changes["a.txt"].fixed == fixes.ROUNDS


def test_unsafe_fixes_wait_to_be_asked_for(toy):
    rule = _replacing("old", "new", safe=False)
    assert _mend(b"old", rule).changes == {}
    assert _mend(b"old", rule, unsafe=True).changes["a.txt"].after == b"new"


def test_file_that_changed_meanwhile_is_left_alone(toy):
    path = Path("a.txt")
    path.write_bytes(b"newer")
    with pytest.raises(fixes.FixError, match="changed while it was being checked"):
        fixes.write("a.txt", fixes.Change(b"old", b"new", 1))
    assert path.read_bytes() == b"newer"


def test_file_that_vanished(toy):
    with pytest.raises(fixes.FixError, match="not mended: No such file"):
        fixes.write("a.txt", fixes.Change(b"old", b"new", 1))


def test_failure_leaves_no_temporary_file(toy, monkeypatch):
    Path("a.txt").write_bytes(b"old")
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(fixes.FixError, match="No space left on device"):
        fixes.write("a.txt", fixes.Change(b"old", b"new", 1))
    assert [file.name for file in Path().iterdir()] == ["a.txt"]
    assert Path("a.txt").read_bytes() == b"old"


def test_diff_keeps_page_breaks_and_a_missing_last_newline():
    change = fixes.Change(b"a\x0cb\nold", b"a\x0cb\nnew", 1)
    assert fixes.diff("a.txt", change) == (
        "--- a.txt\n+++ a.txt\n@@ -1,2 +1,2 @@\n a\x0cb\n-old\n\\ No newline at end of file\n+new\n"
        "\\ No newline at end of file\n"
    )


@given(st.text(min_size=1), st.data())
def test_an_edit_does_what_it_says(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    new = data.draw(st.text())
    edits = fixes.source_edits(_document(text), _fix(Edit(Span(start, end), new)))
    assert edits is not None
    done = text
    for edit in reversed(edits):
        done = done[: edit.span.start] + edit.text + done[edit.span.end :]
    assert done == text[:start] + new + text[end:]
