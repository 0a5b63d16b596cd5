"""Articles in journals, newspapers and on web pages, and what is cited like one: a title set apart, where, and when.

Parts: `author` (tuple of names), `title`, `container` (str, the journal or site), `date` (Date) or `year` (int),
`volume`, `number`, `pages`, `url` (str), `accessed` (Date), `doi`,
`symbol` (str, of the document that it is). A title that begins with "Report" or names a
statement makes a `report` or a `statement`; so does a body that publishes under its own name alone make a `report`. A
page with a title and an address but no date is a `web-page`. An article counts where an author stands before the
title, or where the title begins a note or stands behind a break and a journal or an address follows; one with its title
in italics only with an author.

Source: UN Editorial Manual, footnotes; OSCOLA, 4th edition; Chicago Manual of Style; The Bluebook, rules 16 and 18.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.document import Document, Span
from juslint.families import _names, _paging, _press, _prose, _publication, _read, _titles, web_page
from juslint.families._shelf import Shelf
from juslint.reference import Part, Reference

if TYPE_CHECKING:
    from juslint.families._prose import Found, Text
    from juslint.families._titles import Lead, Title
    from juslint.parsing.tree import Tok

NAME = "article"
ORDER = 66
PINPOINT = "pinpoint"  # among the parts until the reference is made
SHELF = Shelf("Literature", 60, "author")

_FAMILY = {
    "Report": "report",
    "Statement": "statement",
    "Remarks": "statement",
    "Interview": "statement",
    "Press": "statement",
    "Speech": "statement",
}
_NO_CONTAINER = re.compile(
    r"\b(?:Resolution|Decision|Articles?(?!\s+of\s+[A-Z])|Annex|Council|Assembly|Chapter|Section|Part|Item|Court|See"
    r"|And|In|The [a-z])\b"
)
_DATE_BEHIND = re.compile(rf",\s+({_read.DATE.pattern})(?=\s*[.;)\]]|\s*\n|$)")
_CASE = re.compile(
    r"\s(?:v|vs|c)\.?\s|^(?:[Ii]n\s+re|Re|Case)\b|\b(?:Treaty|Convention|Protocol|Agreement|Charter|Act)\b"
)
_AFTER = 260  # characters behind a title


def assemble(document: Document, references: tuple[Reference, ...]) -> list[Reference]:
    """The articles of a document."""
    view = _prose.Text(document, references)
    out: list[Reference] = []
    floor = 0
    for title in _titles.titles(view):
        if title.outer.start < floor:
            continue
        found = _article(view, floor, title)
        if found:
            out.append(found)
        floor = found.span.end if found else title.outer.end if title.quoted else floor
    return out


def _article(view: Text, floor: int, title: Title) -> Reference | None:
    end = title.outer.end
    limit = min(end + _AFTER, view.paragraph(title.outer.start).end)
    lead = _titles.lead(view, floor, title.outer.start) if end < limit else None
    if lead is None or (lead.names is None and not title.quoted):
        return None
    found = _prose.longest("article", view.text, end, _stop(view, end, limit))
    article = _read_tail(view, lead, title, found)
    return article if article and view.fits(article.span) else None


def _stop(view: Text, end: int, limit: int) -> int:
    """Where the words behind a title end at the latest: the next reference, which is an address or another source."""
    inside = [one for one in view.inside(Span(end, limit)) if one.id is not None and one.span.start >= end]
    return inside[0].span.start if inside else limit


def _read_tail(view: Text, lead: Lead, title: Title, found: Found | None) -> Reference | None:
    parts: dict[str, Part] = {} if lead.names is None else {"author": lead.names}
    parts["title"] = view.part(*title.inner)
    if found is not None:
        for token in found.node.tokens():
            _note(view, found, token, parts)
    _numbered(view, parts)
    end = found.end if found else title.outer.end
    behind = view.symbol(end) if parts.keys() & {"date", "year"} else None
    if behind:
        end, parts["symbol"] = behind
    pages = parts.pop(PINPOINT, None) or (_prose.pinpoint(found) if found else None)
    if pages is not None or "pages" in parts:
        listed = lead.kind in _paging.LISTED
        first = found is not None and any(token.type == "OSCOLA" for token in found.node.tokens())
        pages = pages if first else _paging.settle(view, parts, pages, listed=listed)
        meant = _paging.behind(view, end) if "pages" in parts and pages is None else None
        end, pages = meant or (end, pages)
    end = _dated_behind(view, view.tail(end, parts), parts)
    family = _family(view, parts, title, strong=lead.strong)
    if family is None:
        return None
    start = min(lead.start, title.outer.start)
    return view.reference(family, _id(family, parts), Span(start, end), parts, pages)


def _dated_behind(view: Text, end: int, parts: dict[str, Part]) -> int:
    """The end of a reference whose date stands behind its address, and note that date."""
    found = _DATE_BEHIND.match(view.text, end) if "url" in parts and not parts.keys() & {"date", "year"} else None
    date = Date.parse(" ".join(found[1].split())) if found else None
    if found is None or date is None:
        return end
    parts["date"] = Part(date, Span(*found.span(1)))
    return found.end()


def _id(family: str, parts: dict[str, Part]) -> str:
    if family == web_page.NAME:
        return web_page.identity(str(parts["url"].value))
    title, who = _names.key(str(parts["title"].value)), _names.families_of(parts.get("author"))
    return f"{family}:{who}|{title}" if who else f"{family}:{title}"


def _note(view: Text, found: Found, token: Tok, parts: dict[str, Part]) -> None:
    """The parts that one token says."""
    span = found.span_of(token)
    match token.type:
        case "CONTAINER" | "CONTAINER_OF_SERIES" | "SITE":
            _container(view, span, parts)
        case "VOLUME" | "ISSUE":
            number = re.search(r"[0-9IVXLC]+(?:[-\u2010-\u2013][0-9]+)?$", view.text[span.start : span.end])
            if number:
                name = "volume" if token.type == "VOLUME" else "number"
                parts[name] = view.part(span.start + number.start(), span.end)
        case "DATE_NEXT" | "DATE_PAREN":
            _dated(found.start + token.start, token.text, parts)
        case "IN_PAREN":
            words = view.text[span.start : span.end]
            _container(view, Span(span.start + words.index("(") + 1, span.start + words.index(",")), parts)
            _dated(found.start + token.start, token.text, parts)
        case "COLON_PAGES" | "PRESS_PAGE" | "BARE_PAGES":
            parts["pages"] = view.part(*_digits(view, span))
        case "OSCOLA":
            _oscola(view, span, parts)


def _container(view: Text, span: Span, parts: dict[str, Part]) -> None:
    lead = re.match(r"[\s.,]*(?:in\s+)?", view.text[span.start : span.end])
    part = view.part(span.start + (lead.end() if lead else 0), span.end)
    parts["place" if _publication.TOWN.fullmatch(str(part.value)) else "container"] = part


def _numbered(view: Text, parts: dict[str, Part]) -> None:
    """`Journal No. 101` is a number, and no volume."""
    container = parts.get("container")
    sign = re.search(r",?\s+[Nn]os?\.$", str(container.value)) if container else None
    if container and sign and "volume" in parts and "number" not in parts:
        start = container.span.start
        parts["container"] = view.part(start, container.span.end - len(sign[0]))
        parts["number"] = parts.pop("volume")


def _digits(view: Text, span: Span) -> Span:
    """The page numbers of a stretch."""
    found = re.search(r"[A-Z]?[0-9]+(?:\s?[-\u2010-\u2013]\s?[0-9]+)?", view.text[span.start : span.end])
    return Span(span.start + found.start(), span.start + found.end()) if found else span


def _family(view: Text, parts: dict[str, Part], title: Title, *, strong: bool) -> str | None:
    """Of which family the parts make a work: when and where, and whose or at least set apart from what is around."""
    container = parts.get("container")
    if container and (_NO_CONTAINER.search(str(container.value)) or len(str(container.value).split()) > 10):
        return None
    dated = "date" in parts or ("year" in parts and container is not None)
    if "symbol" in parts and not dated:  # Office, 'Title' (2009) UN Doc A/HRC/12/19
        return "report" if title.quoted and "author" in parts and strong else None
    if not dated and "year" in parts and not title.quoted and strong and _is_own_work(parts):
        return "report" if _names.is_body(parts["author"]) else "book"
    if not dated:
        return web_page.NAME if "url" in parts and "year" not in parts else None
    family = _FAMILY.get(str(parts["title"].value).split(maxsplit=1)[0], NAME)
    exact = {"volume", "number"} <= parts.keys() or "url" in parts or _is_newspaper(container)
    if "author" in parts:
        if view.text.startswith("The ", parts["author"].span.start):
            return None
        own = container is None and _names.is_body(parts["author"])
        placed = (container is not None or "place" in parts) and "date" in parts
        if not title.quoted and not (exact or own or placed):
            return None
        issued = own or (container is None and not title.quoted and "place" in parts)  # Board, Title, Town, May 2015
        return "report" if issued and family == NAME else family
    italic = container is not None and view.emphasised(container.span) is not None
    paged = strong and "pages" in parts and isinstance(parts["date"].value, Date) if "date" in parts else False
    known = (exact or (strong and italic) or paged) and (container is not None or "url" in parts)
    return family if known else None


def _is_own_work(parts: dict[str, Part]) -> bool:
    """Whether the parts are those of `Jane Roe, Title in Italics (2020)`, and no case's."""
    names = parts["author"].value if "author" in parts else ()
    if not isinstance(names, tuple) or _CASE.search(str(parts["title"].value)):
        return False
    return _names.is_body(parts["author"]) or all(" " in str(name) for name in names)


def _is_newspaper(container: Part | None) -> bool:
    return container is not None and _press.KNOWN.fullmatch(str(container.value)) is not None


def _dated(at: int, words: str, parts: dict[str, Part]) -> None:
    found = _read.DATE.search(words) or _read.SHORT_DATE.search(words)
    date = Date.parse(found[0]) if found else None
    if found and date:
        parts["date"] = Part(date, Span(at + found.start(), at + found.end()))
        return
    year = re.search(r"(?:1[5-9]|20)[0-9]{2}", words)
    if year:
        parts["year"] = Part(int(year[0]), Span(at + year.start(), at + year.end()))


def _oscola(view: Text, span: Span, parts: dict[str, Part]) -> None:
    found = re.match(
        r"[(\[]([0-9]{4})[)\]]\s+(?:([0-9]{1,3})\s*(?:\(([0-9]{1,3})\)\s*)?)?(\D+?)\s+([0-9]+.*)$",
        view.text[span.start : span.end],
        re.DOTALL,
    )
    if found is None:
        return
    parts["year"] = Part(int(found[1]), Span(span.start + found.start(1), span.start + found.end(1)))
    for group, name in ((2, "volume"), (3, "number"), (4, "container")):
        if found[group]:
            parts[name] = view.part(span.start + found.start(group), span.start + found.end(group))
    parts["pages"], meant = _paging.split(view, Span(span.start + found.start(5), span.start + found.end(5)))
    if meant:
        parts[PINPOINT] = meant
