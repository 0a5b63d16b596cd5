"""The annexes, enclosures, exhibits and documents that a text lists, and where it points to them.

An entry begins with its label, `Annex IV.`, `Ex. 3:`, or with a number or letter below a heading, `Enclosures`. All
else that has a label points to it: `(annex IV)`, `reproduced in annex A`. A label that two entries have says nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from juslint.details.tokens import Detail
    from juslint.document import Document

NOUNS = {
    word: words.split()[0]
    for words in (
        "annex annexe annexes",
        "enclosure enclosures",
        "exhibit exhibits ex",
        "attachment attachments",
        "appendix appendices",
        "document documents doc",
        "tab tabs",
    )
    for word in words.split()
}
_HEADING = re.compile(
    r"^[^\w\n]{0,12}(?:list of )?(?P<noun>annexes|enclosures|exhibits|attachments|appendices|documents|tabs)\b"
    r"[^\n.;,]{0,30}$",
    re.IGNORECASE | re.MULTILINE,
)
_NUMBER = re.compile(r"[0-9]{1,3}|[ivx]{1,6}|[a-h]")
_FAR = 16  # details between a date and what points to the paper that bears it

Label = tuple[str, str]


class Labels:
    """By label the segment of its entry, and by segment the labels in it with their places."""

    def __init__(self, document: Document, segments: Sequence[Sequence[Detail]], nouns: Iterable[Detail]) -> None:
        """From the segments of a text, and all that is one of the `NOUNS` in them."""
        called: dict[int, list[Detail]] = defaultdict(list)
        for one in nouns:
            called[one.segment].append(one)
        headings = [(found.end(), NOUNS[found["noun"].casefold()]) for found in _HEADING.finditer(document.text)]
        self._entries: dict[Label, int | None] = {}
        self._pointers: dict[int, list[tuple[Label, int]]] = {}
        below, last = "", 0
        for number, segment in enumerate(segments):
            start = segment[0].start
            while headings and headings[0][0] <= start:
                below, last = headings.pop(0)[1], number
            own = _label(segment, 0)
            if own is None and below and number - last <= 1 and _NUMBER.fullmatch(segment[0].value):
                own = (below, segment[0].value)
                last = number
            elif own is not None:
                last = number
            if own is not None:
                self._entries[own] = None if own in self._entries else number
                continue
            found = [
                (label, one.at) for one in called.get(number, ()) if (label := _label(segment, one.at)) is not None
            ]
            if found:
                self._pointers[number] = found

    @cached_property
    def entries(self) -> frozenset[int]:
        """The segments of all entries whose label is their own."""
        return frozenset(segment for segment in self._entries.values() if segment is not None)

    def tie(self, one: Detail, other: Detail) -> bool:
        """Whether one stands in the entry of the annex that is pointed to right behind the other."""
        return self.pointer(one, other) is not None or self.pointer(other, one) is not None

    def pointer(self, one: Detail, entry: Detail) -> int | None:
        """Where it is pointed, right behind one, to the annex in whose entry the other stands; None where it is not."""
        behind = [pointer for pointer in self._pointers.get(one.segment, ()) if 0 < pointer[1] - one.at <= _FAR]
        return behind[0][1] if behind and self._entries.get(behind[0][0]) == entry.segment else None


def _label(segment: Sequence[Detail], at: int) -> Label | None:
    """The label that begins at a place."""
    noun = NOUNS.get(segment[at].value)
    if noun is None or at + 1 == len(segment) or not _NUMBER.fullmatch(segment[at + 1].value):
        return None
    return (noun, segment[at + 1].value) if len(segment[at + 1].gap) < 3 else None
