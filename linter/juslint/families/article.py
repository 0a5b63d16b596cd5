"""Articles in journals, newspapers and on web pages: a quoted title, and what says where and when it appeared.

Parts: `author` (tuple of names), `title`, `container` (str, the journal or site), `date` (Date) or `year` (int),
`volume`, `number`, `pages`, `url` (str). A quoted title that begins with "Report" or names a statement makes a
`report` or a `statement`. An article counts where an author stands before the title, or where the title begins a note
or stands behind a break and a journal or an address follows.

Source: UN Editorial Manual, footnotes; OSCOLA, 4th edition.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.document import Document, Span
from juslint.families import _names, _press, _prose, _segments
from juslint.reference import Part, Reference

if TYPE_CHECKING:
    from juslint.families._prose import Found, Text
    from juslint.parsing.tree import Tok

NAME = "article"
ORDER = 66

_QUOTED = (
    r"(?:[\x{201c}\"][^\s\x{201c}\x{201d}\"][^\x{201c}\x{201d}\"]{5,300}[\x{201d}\"]"
    r"|\x{2018}[^\s\x{2018}\x{2019}](?:[^\x{2018}\x{2019}\x{201c}\x{201d}\"]|\x{2019}[A-Za-z])+\x{2019}|'[^\s'](?:[^'\x{201c}\x{201d}\"]|'[A-Za-z])+')"
    r",?[\s\x{a0}]+(?:[(\[]?[0-9]|[A-Za-z\x{c0}-\x{17f}])"
)
_BEHIND = re.compile(r",?\s+(?:[(\[]?[0-9]|[A-Za-z\u00c0-\u017f])$")
_FAMILY = {
    "Report": "report",
    "Statement": "statement",
    "Remarks": "statement",
    "Interview": "statement",
    "Press": "statement",
    "Speech": "statement",
}
_NO_CONTAINER = re.compile(
    r"\b(?:Resolution|Decision|Article|Articles|Annex|Council|Assembly|Chapter|Section|Part|Item|Court|See"
    r"|And|In|The [a-z])\b"
)
_LONGEST_TITLE = 300
_BACK = 300  # characters of authors
_AFTER = 260  # characters behind a title


def assemble(document: Document, references: tuple[Reference, ...]) -> list[Reference]:
    """The articles of a document."""
    view = _prose.Text(document, references)
    out: list[Reference] = []
    floor = 0
    for start, last in _prose.anchors(_QUOTED, view.text):
        behind = _BEHIND.search(view.text, max(start, last - 40), last)
        end = behind.start() if behind else last
        if start < floor or end - start > _LONGEST_TITLE:
            continue
        found = _article(view, floor, start, end)
        if found:
            out.append(found)
        floor = found.span.end if found else end
    return out


def _article(view: Text, floor: int, anchor: int, end: int) -> Reference | None:
    limit = min(end + _AFTER, view.paragraph(anchor).end)
    if end > limit:
        return None
    for start in _segments.starts(view, floor, anchor, _BACK):
        if start.position > anchor:
            continue
        found = _prose.longest("article", view.text, start.position, _stop(view, end, limit))
        if found is None or found.end < end:
            continue
        article = _read(view, found, strong=start.strong)
        if article and view.fits(article.span):
            return article
    return None


def _stop(view: Text, end: int, limit: int) -> int:
    """Where the words behind a title end at the latest: the next reference, which is an address or another source."""
    inside = [one for one in view.inside(Span(end, limit)) if one.id is not None and one.span.start >= end]
    return inside[0].span.start if inside else limit


def _read(view: Text, found: Found, *, strong: bool) -> Reference | None:
    parts: dict[str, Part] = {}
    for token in found.node.tokens():
        _note(view, found, token, parts)
    end = found.end
    address = view.address(end)
    if address:
        end, parts["url"] = address
    if not _counts(view, parts, strong=strong):
        return None
    title = str(parts["title"].value)
    family = _FAMILY.get(title.split(maxsplit=1)[0], NAME)
    who = _names.families_of(parts.get("author"))
    id_ = f"{family}:{who}|{_names.key(title)}" if who else f"{family}:{_names.key(title)}"
    return view.reference(family, id_, Span(found.start, end), parts, _prose.pinpoint(found))


def _note(view: Text, found: Found, token: Tok, parts: dict[str, Part]) -> None:
    """The parts that one token says."""
    span = found.span_of(token)
    match token.type:
        case "AUTHORS":
            start = found.start + token.start
            parts["author"] = Part(_names.split(token.text), Span(start, start + len(_names.bare(token.text))))
        case "QUOTED":
            comma = 1 if view.text[span.end - 2] == "," else 0
            parts["title"] = view.part(span.start + 1, span.end - 1 - comma)
        case "CONTAINER":
            lead = re.match(r"in\s+", view.text[span.start : span.end])
            parts["container"] = view.part(span.start + (lead.end() if lead else 0), span.end)
        case "VOLUME" | "ISSUE":
            number = re.search(r"[0-9IVXLC]+(?:[-\u2010-\u2013][0-9]+)?$", view.text[span.start : span.end])
            if number:
                name = "volume" if token.type == "VOLUME" else "number"
                parts[name] = view.part(span.start + number.start(), span.end)
        case "DATE_NEXT" | "DATE_PAREN":
            _dated(found.start + token.start, token.text, parts)
        case "COLON_PAGES" | "PRESS_PAGE":
            parts["pages"] = view.part(*_digits(view, span))
        case "OSCOLA":
            _oscola(view, span, parts)


def _digits(view: Text, span: Span) -> Span:
    """The page numbers at the end of a stretch."""
    found = re.search(r"[A-Z]?[0-9]+(?:\s?[-\u2010-\u2013]\s?[0-9]+)?$", view.text[span.start : span.end])
    return Span(span.start + found.start(), span.end) if found else span


def _counts(view: Text, parts: dict[str, Part], *, strong: bool) -> bool:
    """Whether the parts make an article: when and where, and whose or at least set apart from the sentence around."""
    container = parts.get("container")
    if container and (_NO_CONTAINER.search(str(container.value)) or len(str(container.value).split()) > 10):
        return False
    dated = "date" in parts or ("year" in parts and container is not None)
    if "author" in parts:
        return dated and not view.text.startswith("The ", parts["author"].span.start)
    italic = container is not None and view.emphasised(container.span) is not None
    exact = {"volume", "number"} <= parts.keys() or "url" in parts or italic or _is_newspaper(container)
    return strong and dated and exact and (container is not None or "url" in parts)


def _is_newspaper(container: Part | None) -> bool:
    return container is not None and _press.KNOWN.fullmatch(str(container.value)) is not None


def _dated(at: int, words: str, parts: dict[str, Part]) -> None:
    inner = re.search(r"[^\s,()][^()]*[0-9]", words)
    if inner is None:
        return
    span = Span(at + inner.start(), at + inner.end())
    date = Date.parse(inner[0])
    if date:
        parts["date"] = Part(date, span)
    else:
        parts["year"] = Part(int(inner[0][-4:]), Span(span.end - 4, span.end))


def _oscola(view: Text, span: Span, parts: dict[str, Part]) -> None:
    found = re.match(
        r"[(\[]([0-9]{4})[)\]]\s+(?:([0-9]{1,3})\s*(?:\(([0-9]{1,3})\)\s*)?)?(\D+?)\s+([0-9]+.*)$",
        view.text[span.start : span.end],
        re.DOTALL,
    )
    if found is None:
        return
    parts["year"] = Part(int(found[1]), Span(span.start + found.start(1), span.start + found.end(1)))
    for group, name in ((2, "volume"), (3, "number"), (4, "container"), (5, "pages")):
        if found[group]:
            parts[name] = view.part(span.start + found.start(group), span.start + found.end(group))
