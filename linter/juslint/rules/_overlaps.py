"""Which references stand at a place, found without looking through all of them."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from juslint.document import Span
    from juslint.reference import Reference

_DEPTH = 12  # references before a place that may reach over it: more do not nest


class At:
    """The references of one document, in reading order, by place."""

    def __init__(self, references: Sequence[Reference]) -> None:
        self._references = references
        self._starts = [reference.span.start for reference in references]

    def inside(self, span: Span) -> list[Reference]:
        """Those that stand wholly within `span`."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [one for one in self._references[first:last] if one.span.end <= span.end]

    def around(self, span: Span) -> list[Reference]:
        """Those that reach over all of `span`, and not only stand in it; the innermost first."""
        last = bisect_left(self._starts, span.start + 1)
        before = self._references[max(0, last - _DEPTH) : last]
        return [one for one in reversed(before) if one.span.covers(span) and one.span != span]
