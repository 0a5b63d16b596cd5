"""Lists of agenda items, as mastheads and closing requests write them, and the titles of the items."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.masthead import Heading, Items

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

_LETTERS = r"(?:\s{0,4}\([a-z]{1,4}\)(?:\s{0,4}(?:,|,?\s?and|to|[-–])\s{0,4}\([a-z]{1,4}\)){0,12})?"
_MEMBER = rf"[0-9]{{1,3}}{_LETTERS}(?:\s{{0,4}}(?:to|[-–])\s{{0,4}}[0-9]{{1,3}}(?![0-9]))?"
LIST = rf"{_MEMBER}(?:\s{{0,4}}(?:,|;|,?\s{{0,4}}and)\s{{0,4}}{_MEMBER}){{0,60}}(?![0-9/])"
_PART = re.compile(r"(?P<number>[0-9]{1,3})|\((?P<letter>[a-z]{1,4})\)|(?P<range>to|[-–])")
_LONGEST_TITLE = 400  # characters


def items(text: str, span: Span) -> Items | None:
    """The items of the list at `span`; None where it is not understood (a range of letters, or one that falls)."""
    numbers: list[str] = []
    number = ""
    ranged = False
    for part in _PART.finditer(text, span.start, span.end):
        if part["range"]:
            ranged = True
        elif part["number"]:
            if ranged and not 0 < int(part["number"]) - int(number or 0) < 100:
                return None
            first = int(number) + 1 if ranged else int(part["number"])
            numbers += [str(each) for each in range(first, int(part["number"]) + 1)]
            number, ranged = part["number"], False
        else:
            if ranged or not number:
                return None
            if numbers[-1] == number:
                numbers.pop()
            numbers.append(f"{number} ({part['letter']})")
    return Items(tuple(numbers), span)


def titles(text: str, stretches: Sequence[Span], count: int, marked: Container[Span]) -> tuple[Heading, ...]:
    """The titles of `count` items, one in each stretch; a stretch may be broken over lines.

    Where each line is a paragraph of its own, a line that begins with a small letter continues the title before it.
    A line that begins with a capital may do so too, so a number of titles other than `count` is certain only where
    blank lines or markup (the stretches in `marked`) set the titles apart; elsewhere nothing is claimed.
    """
    apart = all(
        (one in marked and two in marked) or text.count("\n", one.end, two.start) > 1
        for one, two in pairwise(stretches)
    )
    joined: list[Span] = []
    for span in stretches:
        if joined and text[span.start].islower():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    if any(span.end - span.start > _LONGEST_TITLE for span in joined) or (not apart and len(joined) != count):
        return ()
    return tuple(Heading(" ".join(text[span.start : span.end].split()), span) for span in joined)
