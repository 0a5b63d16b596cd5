"""What a text quotes: the stretches between double quotation marks of any fashion."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from juslint.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SIGNS = '“”„«»"'


def quotations(text: str, paragraphs: Iterable[Span]) -> list[Span]:
    """The quoted stretches, without their marks, sorted; one may stand inside another.

    A quotation that is opened and not closed ends with its paragraph, so that a mark lost on the way swallows no more.
    Straight marks are paired within a paragraph; where their number is odd nobody can say which are pairs, and none is.
    """
    marks = sorted(place for sign in _SIGNS for place in _places(text, sign))
    found: list[Span] = []
    for paragraph in paragraphs if marks else ():
        opened: list[int] = []
        straight: list[int] = []
        for place in marks[bisect_left(marks, paragraph.start) : bisect_left(marks, paragraph.end)]:
            sign = text[place]
            if sign == '"':
                straight.append(place)
            elif sign in "„«" or (sign == "“" and not _closes(text, opened)):
                opened.append(place)
            elif opened:
                found.append(Span(opened.pop() + 1, place))
        if opened:
            found.append(Span(opened[0] + 1, paragraph.end))
        if len(straight) % 2 == 0:
            pairs = zip(straight[::2], straight[1::2], strict=True)
            found += (Span(start + 1, end) for start, end in pairs if end > start + 1)
    return sorted(span for span in found if span.end > span.start)


def _places(text: str, sign: str) -> Iterator[int]:
    """Where a sign stands; to look for one at a time is faster than an expression for all."""
    place = text.find(sign)
    while place >= 0:
        yield place
        place = text.find(sign, place + 1)


def _closes(text: str, opened: list[int]) -> bool:
    """Whether “ here is the closing mark of „German“ fashion."""
    return bool(opened) and text[opened[-1]] == "„"
