"""The corpus format itself."""

from __future__ import annotations

import corpus
import pytest

CONTENT = """\
===
first
===
Text with a heading

Heading
=======

---

in the middle
---
.

===========
second (text)
===========

one
+++ b.md
two
---
x
  y
"""


def test_cases():
    first, second = corpus.cases(CONTENT.replace("\n---\n\nin the", "\n- - -\n\nin the"))
    assert (first.title, first.expected, first.format) == ("first", ".", None)
    assert first.text.endswith("in the middle")
    assert (second.text, second.expected, second.format) == ("one\n+++ b.md\ntwo", "x\n  y", "text")
    assert [document.path for document in corpus.documents(second)] == ["case.txt", "b.md"]


def test_last_line_of_dashes_divides():
    first, _ = corpus.cases(CONTENT)
    assert first.expected == "."
    assert "---" in first.text


def test_missing_divider_is_an_error():
    with pytest.raises(ValueError, match="the case 'a' has no line ---"):
        corpus.cases("===\na\n===\ntext\n\n===\nb\n===\ntext\n---\n.\n")


def test_update_writes_one_expectation(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("===\na\n===\none\n---\nold\n\n===\nb\n===\ntwo\n---\nkept\n")
    corpus.update(file, 0, "new\nlines")
    assert file.read_text() == "===\na\n===\none\n---\nnew\nlines\n\n===\nb\n===\ntwo\n---\nkept\n"
    corpus.update(file, 1, "last")
    assert file.read_text() == "===\na\n===\none\n---\nnew\nlines\n\n===\nb\n===\ntwo\n---\nlast\n"
