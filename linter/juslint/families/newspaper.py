"""Newspapers and magazines, by name and date.

Parts: `title` (str, the newspaper's name), `date` (Date), `page` (str). A name counts where it is a known newspaper's,
where it is set in italics and has a newspaper's look, or where it stands in italics in a list beside such a one.

Source: UN Editorial Manual, footnotes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.dates import MONTH, Date
from juslint.document import Document, Span
from juslint.families import _names, _press, _prose
from juslint.families._shelf import Shelf
from juslint.parsing import prefilter_engine

if TYPE_CHECKING:
    from juslint.families._prose import Found, Text
    from juslint.reference import Part, Reference

NAME = "newspaper"
ORDER = 70
SHELF = Shelf("Press, statements and web pages", 80, "author")

_DATED = prefilter_engine.rare(
    rf",?[\s\x{{a0}}]*\(\s*[0-9]{{1,2}}\s+{MONTH}\s+(?:1[89]|20)[0-9]{{2}}\s*\)"
    rf"|,[\s\x{{a0}}]+[0-9]{{1,2}}\s+{MONTH}\s+(?:1[89]|20)[0-9]{{2}}"
)
_NAME_WORD = re.compile(r"[A-Z\u00c0-\u017f][\w'\u2019-]*|of|and|the|de|du|la|der|die|&")
_LOOK = re.compile(
    r"\b(?:Times|Post|Herald|Tribune|Gazette|Gazeta|Daily|News|Star|Telegraph|Chronicle|Globe|Mail|Zeitung|Monde|Weekly|Observer|Guardian|Mirror|Monitor)$|^The\s"
)
_NONE = re.compile(
    r"\b(?:Council|Assembly|Commission|Committee|Court|Conference|Convention|Protocol|Treaty|Resolution|Decision|Declaration|Report|Case|Secretary|President"
    r"|Minister|Government|Republic|Kingdom|States|State|Nations|Agreement|Charter|Act|Law|Constitution|Judgment|Article|Annex|Session|Meeting|Summit"
    r"|v|Statement|Letter|Press|Ministry|Office|Party|Union|Organization|University|Opinion|Order)\b"
)

_SEPARATOR = re.compile(r"\s*[;,]\s*(?:and\s+)?")


def assemble(document: Document, references: tuple[Reference, ...]) -> list[Reference]:
    """The newspapers of a document. Two passes: the known first, then their neighbours in a list."""
    view = _prose.Text(document, references)
    candidates: list[tuple[Reference, bool]] = []
    floor = 0
    for anchor in _prose.anchors(_DATED, view.text):
        start = _name(view, max(floor, view.paragraph(anchor.start).start), anchor.start)
        found = (
            _prose.longest("newspaper", view.text, start, view.end_of_window(start)) if start < anchor.start else None
        )
        floor = anchor.end
        if found is None or found.end < anchor.end:
            continue
        reference = _read(view, found)
        if reference and view.fits(reference.span):
            candidates.append(
                (reference, _is_known(view, reference, in_parentheses="(" in view.text[anchor.start : anchor.end]))
            )
            floor = reference.span.end
    return [
        reference
        for number, (reference, known) in enumerate(candidates)
        if known or (_in_italics(view, reference) and _listed(view, candidates, number))
    ]


def _name(view: Text, low: int, end: int) -> int:
    """Where the name before `end` begins: the italics, else the longest run of words that names are made of."""
    low = max(low, end - 80)
    italics = view.emphasised(Span(low, end))
    if italics and not view.text[italics.end : end].strip():
        return italics.start
    start = end
    for word in reversed(list(_NAME_WORD.finditer(view.text, low, end))[-6:]):
        gap = view.text[word.end() : start]
        if (start != end and not gap.isspace()) or (start == end and gap.strip()):
            break
        if word.start() and view.text[word.start() - 1].isalnum():
            break
        start = word.start()
    found = re.compile(r"(?:(?:See|In|Also|And|of|and|the|de|du|la|der|die|&)\s+)+").match(view.text, start, end)
    return found.end() if found else start


def _read(view: Text, found: Found) -> Reference | None:
    parts: dict[str, Part] = {}
    for token in found.node.tokens():
        if token.type == "NAME":
            parts["title"] = view.part(*found.span_of(token))
        elif token.type == "PAGE":
            parts["page"] = view.part(*found.span_of(token))
        else:
            date = _prose.date(found, token)
            if date is None:
                return None
            parts["date"] = date
    day = parts["date"].value
    if not isinstance(day, Date) or day.day is None or _NONE.search(str(parts["title"].value)):
        return None
    id_ = f"newspaper:{_names.key(str(parts['title'].value))}|{day.iso()}"
    return view.reference(NAME, id_, Span(found.start, found.end), parts)


def _is_known(view: Text, reference: Reference, *, in_parentheses: bool) -> bool:
    name = str(reference.parts["title"].value)
    if not _press.KNOWN.fullmatch(name) and not (_in_italics(view, reference) and _LOOK.search(name)):
        return False
    return (
        in_parentheses or _in_italics(view, reference) or "page" in reference.parts or " " in name.removeprefix("The ")
    )


def _in_italics(view: Text, reference: Reference) -> bool:
    span = reference.parts["title"].span
    return view.emphasised(span) == span


def _listed(view: Text, candidates: list[tuple[Reference, bool]], number: int) -> bool:
    """Whether a known newspaper is the neighbour of this one in a list."""
    for first, second in ((number - 1, number), (number, number + 1)):
        if first < 0 or second >= len(candidates):
            continue
        between = view.text[candidates[first][0].span.end : candidates[second][0].span.start]
        if (candidates[first][1] or candidates[second][1]) and _SEPARATOR.fullmatch(between):
            return True
    return False
