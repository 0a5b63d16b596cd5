"""Works whose kind shows behind their title: chapters, theses, numbered reports and papers, sales publications of the
United Nations, articles with the volume in front, press releases and posts.

References are of the families `chapter`, `book`, `report`, `article` and `statement`, with their parts. Besides:
`genre` (str: `thesis`, `post`, `press release`, or what numbers a report: `Europe Report`), `number` (str), and of a
thesis `publisher` (the university). A title in quotation marks or italics counts with somebody in front of it, or
where a note or sentence begins with it; a plain title only where it is written like one, with somebody in front.

Source: UN Editorial Manual, footnotes; OSCOLA, 4th edition; Chicago Manual of Style; The Bluebook, rules 15 to 18.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.document import Document, Span
from juslint.families import _names, _paging, _prose, _publication, _segments, _titled, _titles
from juslint.parsing import prefilter_engine
from juslint.reference import Part, Reference

if TYPE_CHECKING:
    from juslint.families._prose import Found, Text
    from juslint.families._titles import Lead

NAME = "titled"
ORDER = 58

_FAMILY = {
    "IN_BOOK": "chapter",
    "THESIS": "book",
    "SALES": "book",
    "EDITION_LAST": "book",
    "VOLUME_FIRST": "article",
    "PRESS": "article",
    "RELEASE": "statement",
    "OPEN_RELEASE": "statement",
    "POST": "statement",
    "OPEN_POST": "statement",
}
_POSTS = {"POST", "OPEN_POST"}
_BARE = {"VOLUME_FIRST", "EDITION_LAST", "IN_BOOK"}  # tails that consist of numbers and names alone
_PLAIN = prefilter_engine.Pattern(  # what tells of a tail behind a title without marks
    r"(?:Report|Briefing|Paper|Brief|Study|Series|Update)[,:]?[\s\x{a0}]+(?:[Nn]os?\.?[\s\x{a0}]*)?[A-Z]{0,4}[0-9]"
    r"|\bIndex(?:[\s\x{a0}]No\.?)?:?[\s\x{a0}]+[A-Z]{3}"
    r"|[A-Z]{3}[\s\x{a0}][0-9]{2}/[0-9]{1,5}/[0-9]{2}|(?:[Tt]hesis|[Dd]issertation|diss\.),?[\s\x{a0}]+[A-Z]|United[\s\x{a0}]Nations[\s\x{a0}]publication"
    r"|[0-9]{1,3}[\s\x{a0}][A-Z][A-Za-z.'\x{2019}& ]{2,60}"
    r"[\s\x{a0}](?:[0-9]{1,5}(?:[-\x{2013}][0-9]{1,5})?,?[\s\x{a0}]){1,2}\((?:19|20)[0-9]{2}\)"
    r"|\([A-Z][A-Za-z.]+(?:[\s\x{a0}][A-Z][A-Za-z.]+){0,4}[\s\x{a0}][Nn]o\.?[\s\x{a0}][0-9]{1,5},[\s\x{a0}](?:19|20)[0-9]{2}\)"
    r"|Report,[\s\x{a0}][Vv]ol(?:\.|ume)[\s\x{a0}][IVX0-9]{1,4},[\s\x{a0}]"
    r"|[\s\x{a0}][0-9]{1,4}(?:[-\x{2013}][0-9]{1,4})?[\s\x{a0}]\((?:[0-9]{1,2}[a-z]{1,2}[\s\x{a0}](?:rev\.[\s\x{a0}])?ed\.[\s\x{a0}])?(?:1[89]|20)[0-9]{2}\)"
    r"|,[\s\x{a0}]in[\s\x{a0}][A-Z][^()\x{201c}\x{201d}\";]{4,200}[\s\x{a0}][0-9]{1,4}(?:,[\s\x{a0}][0-9-]{1,9})?[\s\x{a0}]"
    r"\([^()]{3,120}[\s\x{a0}]eds?\.,[\s\x{a0}](?:[^()]{1,20}[\s\x{a0}])?(?:19|20)[0-9]{2}\)"
    r"|,[\s\x{a0}](?:N\.Y\.|L\.A\.|(?i:fin\.|sunday|wash\.|wall[\s\x{a0}]st\.|guardian"
    r"|economist|reuters|telegraph|independent|bbc|chi\.|bos))"
    r"[A-Za-z.() ]{0,20},?[\s\x{a0}]\(?(?:[A-Z][a-z]{2,8}\.?[\s\x{a0}][0-9]{1,2},"
    r"|[0-9]{1,2}[\s\x{a0}][A-Z][a-z]{2,8}\.?)[\s\x{a0}](?:19|20)[0-9]{2}"
    r"|,[\s\x{a0}](?:(?:post|message|video)[\s\x{a0}]on[\s\x{a0}])?(?:X|Twitter|Facebook|Telegram|Instagram|YouTube|LinkedIn)[\s\x{a0},(]"
)
_PAGES_BEHIND = re.compile(r"[:,]\s+[0-9]")
_SEPARATOR = re.compile(r",?\s+\(|,\s+")
_TITLE_WORDS = re.compile(
    r"(?:[A-Z0-9\u00c0-\u017f][\w'\u2019.&/-]*[:,]?|of|and|the|for|in|on|to|with|by|from|at|as|a|an|between|under|against|\u2013|&)"
    r"(?:\s+(?:[A-Z0-9\u00c0-\u017f][\w'\u2019.&/-]*[:,]?|of|and|the|for|in|on|to|with|by|from|at|as|a|an|between|under|against|\u2013|&))*"
)
_NO_PLAIN = re.compile(
    r"[\u201c\u201d\";()\[\]]|[\u2019'],|[a-z]{3}\.\s+[A-Z]|,\s+[0-9]{1,3}\s+[A-Z]|^(?:The\s+)?(?:Resolution|Decision|Article)\b"
)
_REPORTERS = re.compile(
    r"\b(?:U\.?\s?S\.|F\.\s?(?:2d|3d|4th|Supp)|S\.\s?Ct|L\.\s?Ed|UNTS|U\.N\.T\.S|LNTS|I\.?L\.?M|I\.?L\.?R|UST|U\.S\.T|T\.I\.A\.S|Stat)\b"
)
_EDITED = re.compile(r"\s[0-9]{1,4}(?:,\s[0-9-]{1,9})?\s\([^()]+\seds?\.,?\s(?:[^()]+\s)?(?:19|20)[0-9]{2}\)")
_PERSON = re.compile(
    r"[A-Z\u00c0-\u017f][\w.'\u2019-]*(?:\s+(?:(?:de|van|von|der|den|al|el)\s+)*[A-Z\u00c0-\u017f][\w.'\u2019-]*){1,3}"
)
_BEFORE = 130  # characters before its telling word in which a tail begins
_AFTER = 420  # characters of a tail
_PLAIN_TITLE = range(6, 300)


def assemble(document: Document, references: tuple[Reference, ...]) -> list[Reference]:
    """The works of a document: those with titles set apart, then those with plain ones between them."""
    view = _prose.Text(document, references)
    out: list[Reference] = []
    floor = 0
    for title in _titles.titles(view):
        if title.outer.start < floor:
            continue
        tail = _tail(view, title.outer.end)
        lead = _titles.lead(view, floor, title.outer.start) if tail else None
        if tail is None or lead is None or (lead.names is None and not lead.strong):
            continue
        found = _work(view, lead, title.inner, tail, quoted=title.quoted)
        if found:
            out.append(found)
            floor = found.span.end
    return sorted([*out, *_plain(view, out)], key=lambda one: one.span)


def _tail(view: Text, at: int, covers: int = 0) -> Found | None:
    """The tail that begins at a position and goes on behind `covers`."""
    limit = min(view.paragraph(max(0, at - 1)).end, at + _AFTER)
    found = _prose.longest("titled", view.text, at, limit) if at < limit else None
    return found if found and found.end > covers else None


def _plain(view: Text, known: list[Reference]) -> list[Reference]:
    taken = sorted(one.span for one in known)
    out: list[Reference] = []
    floor = 0
    for anchor in _prose.anchors(_PLAIN, view.text):
        while taken and taken[0].end <= anchor.start:
            floor = max(floor, taken.pop(0).end)
        if anchor.start < floor or (taken and taken[0].start < anchor.end):
            continue
        found = _plain_work(view, floor, anchor)
        if found and not (taken and taken[0].start < found.span.end):
            out.append(found)
            floor = found.span.end
    return out


def _plain_work(view: Text, floor: int, anchor: Span) -> Reference | None:
    if view.text[anchor.start].isspace() and any(
        one.family == "un-resolution" and "kind" in one.parts for one in view.inside(anchor)
    ):
        return None  # "resolution 822 (1993)" has neither page nor year of print
    low = max(floor, view.paragraph(anchor.start).start, anchor.start - _BEFORE)
    last = anchor.end if view.text.startswith("Report, ", anchor.start) else anchor.start + 2
    places = [found.start() for found in _SEPARATOR.finditer(view.text, low, last)]
    if view.text[anchor.start].isspace():
        places.append(anchor.start)
    for at in reversed(places):
        tail = _tail(view, at, anchor.start + 2)
        if tail is None:
            continue
        kind = next(tail.node.tokens()).type
        if _is_something_else(view, tail, kind):
            return None
        if kind in _POSTS:
            lead = _titles.lead(view, floor, min(at + 2, tail.end))
            return _work(view, lead, None, tail) if lead and lead.names and lead.strong else None
        if kind == "SALES":
            return _sales(view, floor, tail)
        nobody_before = view.first("persons", max(floor, anchor.start - _BEFORE - _segments.BACK))
        for lead, first in _titles.persons(view, at, floor, nobody_before):
            words = view.text[first:at].rstrip(" ,")
            if lead.strong and _is_plain_title(words, kind, view.text[tail.start : tail.end]):
                return _work(view, lead, Span(first, first + len(words)), tail)
        return None
    return None


def _is_something_else(view: Text, tail: Found, kind: str) -> bool:
    """Whether a tail is, or holds, what was read as another reference: `822 (1993)` is no page and year."""
    return kind in _BARE and any(
        one.id is not None and one.family != "web-page" for one in view.inside(Span(tail.start, tail.end))
    )


def _is_plain_title(words: str, kind: str, tail: str = "") -> bool:
    if len(words) not in _PLAIN_TITLE or not words[0].isupper() or _NO_PLAIN.search(words):
        return False
    if kind == "EDITION_LAST":
        return _titles.is_set_in_caps(words) and " " in words and not words.endswith(".")
    if kind == "PRESS":
        return _titles.is_set_in_caps(words) and len(words.split()) > 1
    if kind == "IN_BOOK":  # TITLE 19, 25 (Names eds., 2000)
        return _titles.is_set_in_caps(words) and _EDITED.search(tail) is not None
    return kind not in {"RELEASE", "OPEN_RELEASE"}


def _sales(view: Text, floor: int, tail: Found) -> Reference | None:
    """A publication with a sales number: its title is the longest run of words of a title in front."""
    for lead, first in _titles.persons(view, tail.start, floor):
        people = lead.names is not None and all(_PERSON.fullmatch(name) for name in _tuple(lead.names))
        words = view.text[first : tail.start].rstrip(" ,")
        if people and lead.strong and _is_plain_title(words, "SALES") and _titles.is_set_in_caps(words):
            return _work(view, lead, Span(first, first + len(words)), tail)
    for start in _segments.starts(view, floor, tail.start, loose=True):
        words = view.text[start.position : tail.start]
        if (
            len(words.split()) > 1
            and words[0].isupper()
            and not view.inside(Span(start.position, tail.start))
            and _TITLE_WORDS.fullmatch(words.strip())
        ):
            lead = _titles.Lead(start.position, start.strong, None, "author", "")
            return _work(view, lead, Span(start.position, start.position + len(words.rstrip(" ,"))), tail)
    return None


def _work(view: Text, lead: Lead, title: Span | None, tail: Found, *, quoted: bool = True) -> Reference | None:
    """The reference that lead, title and tail make; None where they make none."""
    kind = next(tail.node.tokens()).type
    family = _FAMILY.get(kind, "report")
    parts: dict[str, Part] = {}
    if lead.names is not None:
        parts["issuer" if family == "statement" else lead.role] = (
            Part("; ".join(map(str, _tuple(lead.names))), lead.names.span) if family == "statement" else lead.names
        )
    if title is not None:
        parts["title"] = view.part(*title)
    if not _titled.note(view, tail, parts):
        return None
    end = view.tail(tail.end, parts)
    span = Span(lead.start, end)
    if _is_another_source(view, kind, lead, tail):
        return None
    if kind in {"BOOK_EXTRAS", "OWN_IMPRINT"} and not _publication.is_own(parts.get("author"), parts):
        if quoted or "publisher" not in parts or lead.names is None:
            return None
        family = "book"
    if kind in _POSTS and not ("url" in parts or lead.kind == "ACCOUNT"):
        return None
    if not view.fits(span):
        return None
    if kind == "EDITION_LAST" and _names.is_body(parts.get("author")):
        family = "report"
    pages = _pages(view, kind, lead, parts, _prose.pinpoint(tail) or parts.pop(_titled.PINPOINT, None))
    return view.reference(family, _id(family, parts), span, parts, pages)


def _is_another_source(view: Text, kind: str, lead: Lead, tail: Found) -> bool:
    """Whether volume, year or book are those of a judgment or treaty, or of a source that is read already."""
    if kind in {"VOLUME_FIRST", "EDITION_LAST"} and (
        lead.names is None or _REPORTERS.search(view.text, tail.start, tail.end)
    ):
        return True
    if kind == "EDITION_LAST" and _PAGES_BEHIND.match(view.text, tail.end):  # Journal 18 (2011): 310–315
        return True
    return _is_something_else(view, tail, kind)


def _pages(view: Text, kind: str, lead: Lead, parts: dict[str, Part], pages: Part | None) -> Part | None:
    """The pinpoint, once pages of a chapter and a year at the end of a title have found their places."""
    if kind == "EDITION_LAST":
        return _titled.without_year(view, parts, pages)
    return _paging.of_chapter(view, parts, pages, lead.kind) if kind == "IN_BOOK" else pages


def _tuple(part: Part) -> tuple[str, ...]:
    return part.value if isinstance(part.value, tuple) and part.value and isinstance(part.value[0], str) else ()


def _id(family: str, parts: dict[str, Part]) -> str | None:
    title = _names.key(str(parts["title"].value)) if "title" in parts else ""
    if family == "statement":
        date = parts["date"].value if "date" in parts else None  # a press release may have no more than a year
        who = str(parts["issuer"].value) if "issuer" in parts else ""
        said = "|".join(part for part in (_names.office(who), title) if part)
        return f"statement:{date.iso()}|{said}" if isinstance(date, Date) else None
    who = _names.families_of(parts.get("author") or parts.get("editor"))
    return f"{family}:{who}|{title}" if who or family == "book" else f"{family}:{title}"
