"""Lines and columns against the slow way of counting them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from juslint.document import Document, Span
from juslint.reporting import Lines


@given(st.text(alphabet="ab\n\r\u2028\U0001d518"), st.data())
def test_places_agree_with_the_document(source, data):
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    document = Document("a.md", source, source)
    place = Lines(document).place(Span(start, end))
    assert (place.line, place.column) == document.line_column(start)
    assert (place.end_line, place.end_column) == document.line_column(end)


@given(st.text(alphabet="ab\n\r"))
def test_bounds_are_the_lines(source):
    lines = Lines(Document("a.md", source, source))
    shown = [source[slice(*lines.bounds(number + 1))] for number in range(source.count("\n") + 1)]
    assert shown == [line.removesuffix("\r") for line in source.split("\n")]
