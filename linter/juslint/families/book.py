"""Books and edited books.

Parts: `author` or `editor` (tuple of names as written), `title` (str, subtitle included), `place`, `publisher`,
`edition`, `volume` (str), `year` (int). Pages are the pinpoint. A short form without imprint ("Maclachlan and Peart
(eds.), Title") counts only behind "in", as the book of a chapter. In plain text a book counts only where a
publisher's name shows that the parentheses hold an imprint; where the title is set in italics its imprint may name
any publisher.

Source: UN Editorial Manual, footnotes; OSCOLA, 4th edition; Chicago Manual of Style.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import MONTH, Date
from juslint.document import Document, Span
from juslint.families import _names, _prose, _publication, _segments, _titles, _told
from juslint.families._shelf import Shelf
from juslint.parsing import prefilter_engine
from juslint.reference import Part, Reference

if TYPE_CHECKING:
    from juslint.families._prose import Found, Text
    from juslint.parsing.tree import Tok

NAME = "book"
ORDER = 60
PINPOINT = "pinpoint"  # among the parts until the reference is made
SHELF = Shelf("Literature", 60, "author")

_IMPRINT = prefilter_engine.Pattern(
    r"\([^()]{2,200}[,\s\x{a0}](?:1[5-9]|20)[0-9]{2}(?:[-\x{2013}][0-9]{2,4})?"
    r"(?:,\spp?\.\s?[0-9]{1,4}(?:[-\x{2013}][0-9]{1,4})?)?\s?\)"
)
_COLON = prefilter_engine.rare(
    r"[A-Z\x{c0}-\x{17f}][A-Za-z\x{c0}-\x{17f}]+:\s+[^():;]{3,80},\s(?:1[5-9]|20)[0-9]{2}\b",
    r",\s(?:1[5-9]|20)[0-9]{2}\b",
)
_BARE = prefilter_engine.rare(
    r"(?:Press|Publish[a-z]+|Publications?|Verlag|Books|OUP|CUP|Routledge|Nijhoff|Brill|Springer|Bruylant|Pedone|Hart|Kluwer|Palgrave|Macmillan)"
    r",[\s\x{a0}]+(?:1[89]|20)[0-9]{2}\b"
)
_EDITORS = prefilter_engine.rare(r"\(\s*[Ee]ds?\.?\s*\),\s|,\s+eds?\.,\s")
_PLACED = re.compile(  # (London: Blond & Briggs, 1977)
    r"\([A-Z\u00c0-\u017f][A-Za-z\u00c0-\u017f .-]{2,30}:\s[A-Z\u00c0-\u017f][^():;,\d]{2,50},\s(?:1[5-9]|20)[0-9]{2}\)"
)
_HAS_IMPRINT = re.compile(r"\([^()]{2,200}[,\s](?:1[5-9]|20)[0-9]{2}(?:[-\u2013][0-9]{2,4})?\s?\)")
_SHORT_END = re.compile(r"\s*(?:\.(?:\s|$)|[;(]|,\s+pp?\.|$)")
_PAGES = re.compile(r",\s+(pp?\.\s*[0-9]{1,4}(?:\s*[-\u2010-\u2013]\s*[0-9]{1,4})?)")
_IN_IMPRINT = re.compile(r",\s+(pp?\.\s*[0-9]{1,4}(?:\s*[-\u2010-\u2013]\s*[0-9]{1,4})?)\s*\)$")
_EDITED_BY = re.compile(r"[A-Z][^,]+(?:,[^,]+)*,\s+eds?\.\s*")
_OWN = re.compile(  # what a body says of a report of its own: the place, and the year or month
    r"\((?P<place>[A-Z\u00c0-\u017f][^(),:;0-9]{2,40}(?:,\s+D\.?\s?C\.?)?),\s+"
    rf"(?:(?P<date>{MONTH}\s+(?:19|20)[0-9]{{2}})"
    r"|(?:19|20)[0-9]{2})\)"
)
_NO_NAME = re.compile(r"(?:The|An?|In|On|At|By|See|For|From|As|According|Under|And|But)\s")
_NEXT_YEAR = re.compile(r",\s+(?:1[5-9]|20)[0-9]{2}\b")
_EVENT = re.compile(
    r"\b(?:[Cc]onferences?|[Ss]essions?|[Ss]ummit|[Mm]eetings?|[Ss]eminars?|[Ww]orkshops?|[Cc]ongress|Declaration|Treaty|Convention|Protocol|Agreement|Resolution|Decision)\b"
)
_TWO_SENTENCES = re.compile(r"[a-z]{3}\.\s+[A-Z]")
_LONGEST_TITLE = 300
_EDITED = 200  # characters of editors
_AFTER = 120  # characters behind an imprint in which its pages may stand


def assemble(document: Document, references: tuple[Reference, ...]) -> list[Reference]:
    """The books of a document."""
    view = _prose.Text(document, references)
    anchors = sorted(
        (*found, kind)
        for kind, pattern in (("imprint", _IMPRINT), ("colon", _COLON), ("bare", _BARE), ("editors", _EDITORS))
        for found in _prose.anchors(pattern, view.text)
    )
    out: list[Reference] = []
    floor = 0
    for start, end, kind in anchors:
        if start < floor or (kind == "imprint" and not _may_be_imprint(view, start, end)):
            continue
        found = _short(view, floor, start, end) if kind == "editors" else _whole(view, floor, start, end)
        if found:
            out.append(found)
            floor = found.span.end
        elif kind == "imprint":
            floor = end
    return sorted([*out, *_told.books(view, out)], key=lambda one: one.span)


def _may_be_imprint(view: Text, start: int, end: int) -> bool:
    return (
        view.text.count(",", start, end) > 1
        or bool(_publication.PUBLISHER.search(view.text, start, end))
        or _OWN.fullmatch(view.text, start, end) is not None
        or _PLACED.fullmatch(view.text, start, end) is not None
        or (view.emphasised(Span(max(0, start - _LONGEST_TITLE), start)) is not None)
    )


def _whole(view: Text, floor: int, anchor: int, end: int) -> Reference | None:
    limit = min(end + _AFTER, view.paragraph(anchor).end)
    following = _NEXT_YEAR.search(view.text, end, limit)
    limit = following.start() if following and view.text[end - 1] != ")" else limit
    for start in _segments.starts(view, floor, anchor, loose=True):
        found = _prose.longest("book", view.text, start.position, limit)
        if found is None or found.end < end:
            continue
        book = _book(view, found, strong=start.strong)
        if book and view.fits(book.span):
            return book
    return None


def _short(view: Text, floor: int, anchor: int, end: int) -> Reference | None:
    limit = view.paragraph(anchor).end
    if _HAS_IMPRINT.search(view.text, end, min(limit, end + _LONGEST_TITLE)):
        return None  # the anchor of the imprint will find it
    stop = _SHORT_END.search(view.text, end, min(limit, end + _LONGEST_TITLE))
    if stop is None:
        return None
    for start in _segments.starts(view, floor, anchor, _EDITED):
        if not re.search(r"\b[Ii]n\s+$", view.text[max(0, start.position - 6) : start.position]):
            continue
        found = _prose.longest("book", view.text, start.position, stop.start())
        if found and found.end == stop.start():
            book = _book(view, found)
            pages = _PAGES.match(view.text, found.end)
            if book and pages:
                span = Span(book.span.start, pages.end())
                book = view.reference(NAME, book.id, span, dict(book.parts), view.part(*pages.span(1)))
            return book if book and view.fits(book.span) else None
    return None


class _Layout(NamedTuple):
    """Where the persons and the title of a book stand, and whether the persons are its editors."""

    persons: Span
    title: Span
    edited: bool


def _book(view: Text, found: Found, *, strong: bool = False) -> Reference | None:
    """The book of a parse; None where what it says does not make one."""
    tokens = {token.type: token for token in found.node.tokens()}
    parts: dict[str, Part] = {}
    layout = _layout(view, found, tokens, parts)
    if layout is None:
        return None
    written = view.text[slice(*layout.persons)]
    names = _names.inverted(written) if "INVERTED" in tokens else _names.split(written)
    _publication.title(view, layout.title, parts)
    title = parts["title"]
    if "VOLUME" in tokens:
        end = found.span_of(tokens["VOLUME"]).end
        parts["volume"] = view.part(end - len(tokens["VOLUME"].text.split()[-1]), end)
    italics = view.emphasised(layout.title)
    in_italics = italics is not None and italics.start == title.span.start
    pages = _prose.pinpoint(found) or parts.pop(PINPOINT, None)
    placed = {"place", "publisher"} <= parts.keys() and _is_placed(view, parts)
    looks_so = (
        (pages is not None or (strong and placed))
        and {"place", "publisher"} <= parts.keys()
        and len(names) > 0
        and _titles.is_set_in_caps(str(title.value))
    )
    person = Part(names, Span(layout.persons.start, layout.persons.start + len(_names.bare(written))))
    own = not layout.edited and (strong or pages is not None) and _is_own_report(person, parts)
    if not (in_italics or looks_so or own or _is_published(names, parts)) or not _is_title(
        str(title.value), in_italics=in_italics
    ):
        return None
    if _NO_NAME.match(written) or not names or _publication.is_place_alone(parts):
        return None
    family = "report" if not layout.edited and _publication.is_own(person, parts) else NAME
    id_ = f"{family}:{_names.families(names)}|{_names.key(str(title.value))}"
    last = found.end
    if "BARE_PAGES" in tokens and view.text[last : last + 1] not in {"", ".", ",", ";", ")"}:
        pages, last = None, found.start + tokens["BARE_PAGES"].start
    role = "editor" if layout.edited else "author"
    last = view.tail(last, parts)
    return view.reference(family, id_, Span(found.start, last), {role: person, **parts}, pages)


def _is_placed(view: Text, parts: dict[str, Part]) -> bool:
    """Whether a colon stands between place and publisher, as in an imprint alone."""
    return view.text[parts["place"].span.end : parts["publisher"].span.start].strip() == ":"


def _layout(view: Text, found: Found, tokens: dict[str, Tok], parts: dict[str, Part]) -> _Layout | None:
    """Tell persons and title apart, and note the imprint; None where neither imprint nor editors are there."""
    kind = next(name for name in ("AUTHORS", "EDITORS", "INVERTED") if name in tokens)
    persons, edited = found.span_of(tokens[kind]), kind == "EDITORS"
    if "TITLE_AND_IMPRINT" in tokens:
        both = _publication.apart(view.text, found.span_of(tokens["TITLE_AND_IMPRINT"]))
        if both is None:
            return None
        title, imprint = both
        _publication.imprint(view, imprint, parts)
    else:
        title = found.span_of(tokens["TITLE"])
        if "IMPRINT" in tokens:
            imprint = found.span_of(tokens["IMPRINT"])
            pages = _IN_IMPRINT.search(view.text, *imprint)
            if pages:
                parts[PINPOINT] = view.part(*pages.span(1))
                imprint = Span(imprint.start, pages.start() + 1)
            _publication.imprint(view, Span(imprint.start + 1, imprint.end - 1), parts)
            if "year" not in parts and not _own_month(view, imprint, parts):
                return None  # a date in parentheses
        elif not edited:
            return None
    behind = _EDITED_BY.fullmatch(view.text, *title)
    if behind and kind == "AUTHORS":  # Title, Names, eds. (…)
        return _Layout(title, Span(persons.start, persons.start + len(view.text[slice(*persons)].rstrip(", "))), True)
    italics = view.emphasised(Span(persons.start, title.end))
    if italics and italics.start < title.start:  # the list of names has swallowed the first words of the title
        persons, title = Span(persons.start, italics.start), Span(italics.start, title.end)
    return _Layout(persons, title, edited)


def _own_month(view: Text, span: Span, parts: dict[str, Part]) -> bool:
    """Note place and month of `(London, April 2014)`; whether it is such."""
    found = _OWN.fullmatch(view.text, *span)
    date = Date.parse(found["date"]) if found and found["date"] else None
    if found is None or date is None:
        return False
    parts["place"], parts["date"] = view.part(*found.span("place")), Part(date, Span(*found.span("date")))
    return True


def _is_own_report(person: Part, parts: dict[str, Part]) -> bool:
    """Whether a body has published this itself and names only the place: `(Geneva, 2013)`."""
    title = str(parts["title"].value)
    if _EVENT.search(title) or " " not in title or not _publication.is_own(person, parts):
        return False
    return "place" in parts and "publisher" not in parts


def _is_published(names: tuple[str, ...], parts: dict[str, Part]) -> bool:
    """Whether the imprint is one: a publisher known as such, or an organization that publishes its own book."""
    publisher = parts.get("publisher")
    if publisher is None:
        return not parts.keys() & {"year", "date"}  # a short form
    return _publication.PUBLISHER.search(str(publisher.value)) is not None or publisher.value in names


def _is_title(title: str, *, in_italics: bool) -> bool:
    if not 3 <= len(title) <= _LONGEST_TITLE or re.match(r"(?:[Vv]ol|[Ee]d|[0-9]{1,2}(?:st|nd|rd|th))\b", title):
        return False
    return in_italics or not _TWO_SENTENCES.search(title)
