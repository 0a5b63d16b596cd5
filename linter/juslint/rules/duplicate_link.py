"""The same address twice in one list of bare addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.finding import Finding, Fix, Related, SourceEdit
from juslint.knowledge import normalise_url
from juslint.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.document import Document
    from juslint.rules import Context

RULE = Rule(
    name="duplicate-link",
    severity="warning",
    summary="A list of addresses holds one address twice.",
    why=(
        "PDF converters list the links of a page below it, and list a link twice that was broken over two lines. "
        "The second one is of no use, and hides whether another was meant in its place."
    ),
    source="juslint's own: a bare address says nothing that the same address just above it has not said.",
    wrong=(
        (
            "See https://undocs.org/en/S/RES/884%20(1993)\n\nhttps://undocs.org/en/S/RES/874%20(1993)\n"
            "https://undocs.org/en/S/RES/884%20(1993)\nhttps://undocs.org/en/S/RES/884%20(1993)\n"
        ),
    ),
    right=(
        "https://undocs.org/en/S/RES/874%20(1993)\nhttps://undocs.org/en/S/RES/884%20(1993)\n",
        (
            "https://undocs.org/en/S/RES/884%20(1993)\n\nThe Council decided so "
            "(https://undocs.org/en/S/RES/884%20(1993)).\n"
        ),
    ),
)

_LINE = re.compile(r"^[ \t]*(?:[-*•·][ \t]+)?<?(?P<url>(?:https?://|www\.)[^\s<>]+?)>?[ \t]*$", re.MULTILINE)


def check_document(context: Context) -> Iterator[Finding]:
    """A finding at each address that its list has already."""
    text = context.document.text
    seen: dict[str, re.Match[str]] = {}
    end = 0
    for line in _LINE.finditer(text):
        if text[end : line.start()].strip():
            seen = {}
        end = line.end()
        first = seen.setdefault(normalise_url(line["url"]), line)
        if first is line:
            continue
        number = context.document.line_column(context.document.offsets.to_source(Span(*first.span("url"))).start)[0]
        yield Finding(
            RULE.name,
            RULE.severity,
            context.document.path,
            Span(*line.span("url")),
            f"{line['url']} stands in this list already, in line {number}: leave one out",
            (Related(context.document.path, Span(*first.span("url")), "the same address"),),
            _fix(context.document, Span(*line.span("url"))),
        )


def _fix(document: Document, span: Span) -> Fix | None:
    """Leave out the whole line in the file, with the line end before it; None where something else stands in it."""
    source, place = document.source, document.offsets.to_source(span)
    start = source.rfind("\n", 0, place.start) + 1
    end = source.find("\n", place.end)
    end = len(source) if end < 0 else end
    if not start or not _LINE.fullmatch(source, start, end):
        return None
    return Fix("leave it out", safe=True, edits=(SourceEdit(Span(start - 1, end), ""),))
