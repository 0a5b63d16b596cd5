"""Comments that suppress a finding which is not there."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.finding import Finding, Fix
from juslint.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from juslint.document import Document
    from juslint.rules import Context
    from juslint.suppress import Unused

RULE = Rule(
    name="unused-suppression",
    severity="info",
    summary="A comment that suppresses a finding which is not there.",
    why=(
        "A suppression that outlives what it was written for hides the next finding of that rule on the same line, "
        "and one with a misspelt name never did anything."
    ),
    source="juslint's own: a suppression is a promise about the text, and it is checked like the text.",
    wrong=("<!-- juslint: ignore[unused-supression] the name is misspelt -->\nThe committee met twice.\n",),
    right=("The committee met twice.\n", "Write `<!-- juslint: ignore[rule] reason -->` before the line.\n"),
)


def check_suppressions(context: Context, unused: Iterable[Unused]) -> Iterator[Finding]:
    """A finding for each suppression of a document that was of no use; the engine calls this after all rules."""
    for one in unused:
        start, end = (_position(context.document, position) for position in one.span)
        yield Finding(
            rule=RULE.name,
            severity=RULE.severity,
            path=context.document.path,
            span=Span(start, max(start, end)),
            source_span=one.span,
            message=one.message,
            fix=Fix("remove it", safe=True, edits=(one.edit,)),
        )


def _position(document: Document, source: int) -> int:
    """The first position of `Document.text` that stands at or after a position of the file's own text."""
    size = len(document.text)
    return min(
        bisect_left(range(size + 1), source, key=lambda at: document.offsets.to_source(Span(at, at)).start), size
    )
