"""A document that is put together again from its record and its file is the same."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from juslint import engine
from juslint.dates import Date
from juslint.document import Document, Span
from juslint.finding import Edit, Finding, Fix, Related, SourceEdit
from juslint.knowledge import Knowledge
from juslint.memory import coding, record
from juslint.memory.record import Record
from juslint.reading import ReadError, read
from juslint.reference import Malformed, Part, Reference

_FINDING = Finding(
    "some-rule",
    "error",
    "a.md",
    Span(0, 2),
    "said “so”",
    (Related("a.md", Span(3, 4), "here"), Related("b.md", Span(0, 1), "there")),
    Fix("write it", safe=False, edits=(Edit(Span(0, 1), "x"), SourceEdit(Span(5, 6), "y"))),
    "S/RES/1 (1946)",
    Span(7, 9),
)
_LETTERS = "ab*_[](){}\\<>&;#\n\r\t \u00ad\u200b\ufeff\U0001d518`~^1.\u00e9"
_TEXTS = {
    "a.md": "# Head\n\nSee *A/RES/60/1*, para. 4,[^1] of 16&nbsp;Sept 2005.\n\n[^1]: See [S/2018/462](https://x.org/a).\n",
    "b.txt": "\ufeffLetter dated 3 May 2010 from A\u00adzer to the Secretary-General.\r\n\r\n“Quoted words”.¹\r\n",
    "c.html": "<p>See <em>Handyside</em> &amp; A/HRC/RES/16/18<sup>2</sup></p><!-- juslint: ignore[x] -->",
    "d.tex": "\\section{A} See \\emph{A/RES/60/1}\\footnote{S/RES/822 (1993).} --- and more. % juslint: ignore[x]\n",
}


@pytest.mark.parametrize("path", _TEXTS)
def test_of_every_format(path):
    data = _TEXTS[path].encode()
    context = engine.analyse(read(path, data), Knowledge.open())
    packed = record.pack(context.document, data, context.references, {"some-rule": (_FINDING,)})
    again = record.text(packed, data) | record.structure(packed)
    assert again.keys() == {field.name for field in fields(Document)} - {"path"}
    for name, same in again.items():
        value = getattr(context.document, name)
        assert same.runs == value.runs if name == "offsets" else same == value, name
    assert record.known(packed) == (context.references, context.document.has_comments, ("some-rule",))


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="ab*_[](){}\\<>&;#\n\r\t \u00ad\u200b\ufeff\U0001d518`~^1.é", max_size=80), st.sampled_from("abcd")
)
def test_of_any_text(text, name):
    path = next(path for path in _TEXTS if path.startswith(name))
    try:
        document = read(path, text.encode())
    except ReadError:
        return
    again = record.text(record.pack(document, text.encode(), (), {}), text.encode())
    assert (again["source"], again["text"]) == (document.source, document.text)
    assert again["offsets"].runs == document.offsets.runs


def test_findings_go_with_the_file():
    data = b"See S/RES/822 (1993).\n"
    packed = record.pack(read("a.md", data), data, (), {"some-rule": (_FINDING,), "silent": ()})
    assert record.findings(packed, "a.md") == {"some-rule": (_FINDING,), "silent": ()}
    [moved] = record.findings(packed, "elsewhere/c.md")["some-rule"]
    assert (moved.path, [one.path for one in moved.related]) == ("elsewhere/c.md", ["elsewhere/c.md", "b.md"])


def test_values_of_references():
    parts = {
        "number": Part(822, Span(0, 3)),
        "date": Part(Date(1993, 4, 30), Span(4, 5)),
        "author": Part(("A", "B"), Span(6, 7)),
        "title": Part("“T”\ud800", Span(8, 9)),
    }
    flaws = (Malformed("dash", Span(0, 1), None),)
    one = Reference("x", None, Span(0, 9), "raw", parts, Part("32", Span(1, 2)), flaws, "canonical", Span(0, 20))
    assert coding.loads(Reference, coding.dumps(Reference, one)) == one
    assert type(coding.loads(Reference, coding.dumps(Reference, one)).parts["date"].value) is Date


@pytest.mark.parametrize("part", Record._fields)
def test_what_was_not_packed_is_a_value_error(part):
    data = b"See S/RES/822 (1993).\n"
    packed = record.pack(read("a.md", data), data, (), {})
    for damaged in (b"", b"x", getattr(packed, part)[:-3], packed.findings[:8]):
        spoiled = packed._replace(**{part: damaged})
        with pytest.raises(ValueError):  # noqa: PT011 - whatever it says
            read_all(spoiled, data)


def read_all(packed, data):
    record.known(packed)
    record.text(packed, data)
    record.structure(packed)
    record.findings(packed, "a.md")
