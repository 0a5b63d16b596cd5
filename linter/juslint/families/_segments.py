"""Where a reference in prose can begin: at the head of a paragraph or note, behind a semicolon, "See", "in", …"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.families._prose import Text

BACK = 600  # characters in front of an anchor in which its reference may begin
_MARK = re.compile(
    r"[\s\u00b9\u00b2\u00b3\u2070-\u2079\u2022*_|\u2013-]*"
    r"(?:(?:\[\^?[0-9a-z]{1,4}\]:?|\([0-9a-z]{1,3}\)|\^?[0-9]{1,3}[.):]?|[a-z][.)]|[IVXL]{2,6}[.)]|[IVX]\.(?=\s{2}|\t)|[A-Z](?=\s{2}|\t)"
    r"|(?:Annex|ANNEX|Appendix|Exhibit|Enclosure|Attachment)\s+(?:[IVXL]{1,6}|[0-9]{1,3}|[A-Z])[.:)])\s+)?"
)
OPENERS = (  # words that open a sentence before a comma
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Last)(?:ly)?|Moreover|Furthermore|Finally|However|Indeed|Besides"
    r"|Additionally|Nevertheless|Nonetheless|Meanwhile|Then|Next|Also|Again|Still|Therefore|Hence|Consequently"
    r"|Accordingly|Conversely|Subsequently|Earlier|Later|Recently|Previously|Elsewhere|Instead|Otherwise|Overall"
    r"|Specifically|Notably|Importantly|Similarly|Likewise|Thus|Today|Yes|No|Well|Further|Equally"
    r"|[Ii]n\s+(?:addition|particular|fact|short|sum|contrast|conclusion|turn)"
    r"|[Oo]n\s+the\s+(?:other\s+hand|contrary|one\s+hand)"
    r"|[Aa]s\s+(?:well|such|a\s+result|an\s+example)"
)
_LEAD_IN = re.compile(
    rf"(?:(?:{OPENERS}),\s+(?:[Ss]ee\s+(?:also,?\s+)?)?)?"
    r"(?:(?:[Ss]ee|As|But|Accord|Contra|Similarly|Likewise|Thus|[Cc]f\.|[Cc]ompare|[Cc]ontrast|[Aa]lso|[Aa]nd|[Ff]or\s+example|[Ff]or\s+instance|[Ii]nter\s+alia|e\.g\."
    r"|[Gg]enerally|[Ff]urther|[Ii]n\s+particular|[Ee]specially|[Qq]uoted\s+in|[Cc]ited\s+in|[Rr]eprinted\s+in),?\s+"
    r"|(?<=[Ss]ee )the\s+)*"
)
_STRONG = (
    r"(?P<strong>[;:.!?(\u2014|][\"\u201d\u2019)]?\s+|\("
    r"|\b(?:[Ss]ee|[Cc]f\.|[Cc]ompare|example|instance|alia|e\.g\.),?\s+(?:also,?\s+)?)"
)
_BREAK = re.compile(_STRONG)
_EDGE = re.compile(
    _STRONG + r"|\b(?:in|In|and|by|of|for|also|with|from|to|author|authors|journalist|writer|historian),?\s+"
)
_LOOSE_EDGE = re.compile(_STRONG + r"|\b(?:In|[a-z]+),?\s+(?=[A-Z\u00c0-\u017f])")


_LONGEST_MARK = 60
_ENDED = re.compile(r"\s*(?:$|[.;,|(])")


class Start(NamedTuple):
    """A place where a reference can begin; `strong` where nothing but a lead-in stands between it and a break."""

    position: int
    strong: bool


def starts(view: Text, floor: int, anchor: int, back: int = BACK, *, loose: bool = False) -> Iterator[Start]:
    """The places between `floor` and `anchor` where a reference can begin, left to right.

    `loose`: behind any word in small letters too, for references that cannot be taken for anything else.
    """
    return _starts(view, floor, anchor, back, _LOOSE_EDGE if loose else _EDGE)


def strong_starts(view: Text, floor: int, anchor: int, back: int = BACK) -> Iterator[Start]:
    """The strong ones among the places of `starts`, without a look at the others, which are many."""
    return (start for start in _starts(view, floor, anchor, back, _BREAK) if start.strong)


def _starts(view: Text, floor: int, anchor: int, back: int, edges: re.Pattern[str]) -> Iterator[Start]:
    text = view.text
    head = view.paragraph(anchor).start
    low = max(floor, head, anchor - back)
    if low in {head, floor}:
        mark = _MARK.match(text, low, anchor)
        yield _lead_in(text, mark.end() if mark else low, anchor, low == head)
    for edge in edges.finditer(text, low, anchor):
        yield _lead_in(text, edge.end(), anchor, edge["strong"] is not None)
    if not anchor or not text[anchor - 1].isalnum():
        yield Start(anchor, False)


def _lead_in(text: str, position: int, anchor: int, strong: bool) -> Start:
    found = _LEAD_IN.match(text, position, anchor)
    return Start(found.end() if found else position, strong)


def is_item(view: Text, start: int) -> bool:
    """Whether an item of a list, a note or a cell of a table begins at `start`: behind its mark."""
    low = max(view.paragraph(start).start, start - _LONGEST_MARK)
    before = view.text[low:start]
    mark = _MARK.match(view.text, low, start) if low > start - _LONGEST_MARK else None
    if before.rstrip().endswith("|") or (mark and mark.end() == start and any(map(str.isalnum, before))):
        return True
    return any(
        low <= note.span.start and not view.text[note.span.start : start].strip()
        for note in view.document.notes_by_place.at(Span(start, start + 1))
    )


def fills_item(view: Text, span: Span) -> bool:
    """Whether a stretch fills an item of a list, a note or a cell, a remark behind it aside."""
    return is_item(view, span.start) and _ENDED.match(view.text, span.end, view.paragraph(span.start).end) is not None
