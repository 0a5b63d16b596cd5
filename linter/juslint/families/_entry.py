"""What stands behind people and year in an entry of a list of works: title, container, imprint, pages."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import MONTH, Date
from juslint.document import Span
from juslint.families import _names, _periodicals, _press, _publication
from juslint.reference import Part

if TYPE_CHECKING:
    from collections.abc import Container

    from juslint.families._prose import Text

_BREAK = re.compile(  # between two sentences of an entry; an initial is no end
    r"(?<=[^A-Z\s.][.?!])(?<!\bpp\.)(?<!\bp\.)(?<!\b[Vv]ol\.)(?<!\b[Nn]o\.)(?<!\bSt\.)(?<!\bDr\.)\s+(?=\S)|(?<=[.?!][\u201d\"\u2019'])\s+(?=\S)|(?<=[A-Z]{2}\.)\s+(?=\S)|(?<=[)\]]\.)\s+(?=\S)"
)
_QUOTED = re.compile(
    r"(?:\u201c(?P<a>[^\u201c\u201d]+)\u201d|\"(?P<b>[^\"]+)\"|\u2018(?P<c>.+?)\u2019|'(?P<d>.+?)')(?=[.,]?\s|[.,]?$)"
)
_YEAR = r"(?P<year>(?:1[5-9]|20)[0-9]{2})"
_UP = r"[A-Z\u00c0-\u017f]"
_EDITION = r"(?P<edition>(?:[0-9]{1,2}(?:st|nd|rd|th)|[Rr]ev\.|[Ss]econd|[Tt]hird)\s+ed(?:n|ition)?\.?)"
_PLACED = re.compile(  # Place: Publisher
    rf"(?:{_EDITION},?\s+)?(?P<place>{_UP}[A-Za-z\u00c0-\u017f .,/-]{{2,40}}):\s+"
    rf"(?P<publisher>{_UP}[^:;()\d]{{1,70}}?)"
    rf"(?:,\s+{_YEAR})?(?:,\s+(?P<pages>pp?\.\s*{_periodicals.PAGES}))?\.?$"
)
_PUBLISHED = re.compile(  # PhD thesis, University · Publisher · Publisher, Place
    r"(?:(?P<genre>(?:PhD|Ph\.D\.|[Dd]octoral|[Mm]aster['\u2019]?s)\s+(?:thesis|dissertation)),\s+)?"
    r"(?P<publisher>[A-Z\u00c0-\u017f][A-Za-z\u00c0-\u017f'\u2019&./ -]{1,90}?)"
    rf"(?:,\s+(?P<place>{_publication.TOWN.pattern}))?\.?$"
)
_NAME = re.compile(r"[A-Z\u00c0-\u017f][\w'\u2019-]+(?:\s+(?:of|and|&|for|the|[A-Z\u00c0-\u017f][\w'\u2019-]+)){0,5}")
_MLA = re.compile(  # 2nd ed., Oxford UP, 2006
    r"(?:(?:[Tt]ranslated\s+by\s+(?P<translator>[A-Z][^,]+(?:\s+and\s+[A-Z][^,]+)?)|[Ee]dited\s+by\s+(?P<editor>[A-Z][^,]+)"
    rf"|{_EDITION}),\s+){{0,2}}(?P<publisher>[A-Z\u00c0-\u017f][^,:;()\d]{{1,70}}),\s+{_YEAR}(?:,\s+(?P<pages>pp?\.\s*{_periodicals.PAGES}))?\.?$"
)
_IN_BOOKS = (
    re.compile(  # In A. Schnabel & R. Thakur (Eds.), Book (2nd ed., pp. 19–31)
        rf"[Ii]n:?\s+(?P<editor>{_UP}[^()]{{3,150}}?)\s+\([Ee]ds?\.?\),?\s+(?P<book>{_UP}[^()]+?)"
        rf"(?:\s+\((?:{_EDITION},\s+)?(?:[Vv]ol\.\s+(?P<volume>[0-9IVX]+),\s+)?(?:pp?\.\s*(?P<pages>{_periodicals.PAGES}))?\))?[.,]?$"
    ),
    re.compile(  # In Book, edited by A and B, 19–31.
        rf"In\s+(?P<book>{_UP}[^()]+?),\s+(?:edited\s+by|ed\.)\s+(?P<editor>{_UP}[^()\d]+?),\s+"
        rf"(?:pp?\.\s*)?(?P<pages>{_periodicals.PAGES})\.$"
    ),
)
_IN_MLA = re.compile(  # Book, edited by A and B, Publisher, 2000, pp. 19–31.
    rf"(?P<book>[A-Z\u00c0-\u017f][^()]+?),\s+(?:edited\s+by|ed\.)\s+(?P<editor>[A-Z\u00c0-\u017f][^(),\d]+(?:,\s+[A-Z][^(),\d]+)??),\s+"
    rf"(?P<publisher>[A-Z\u00c0-\u017f][^,:;()\d]{{1,70}}),\s+{_YEAR},\s+pp?\.\s*(?P<pages>{_periodicals.PAGES})\.?$"
)
_THESIS = re.compile(
    r"\s+\[(?:[Dd]octoral|[Mm]aster['\u2019]s|PhD)\s+(?:dissertation|thesis),\s+(?P<publisher>[^\[\]]+)\]\.?$"
)
_BEHIND_TITLE = re.compile(
    rf"\s+(?:\((?:{_EDITION}|(?P<number>[A-Z][A-Za-z ]+\s+[Nn]o\.\s*[0-9]+))\)|\[(?P<genre>[A-Z][a-z ]{{3,30}})\])\.?$"
)
_COMMA_IMPRINT = re.compile(
    r"(?P<title>.+?),\s+(?=[A-Z\u00c0-\u017f][A-Za-z\u00c0-\u017f .,/-]{2,40}:\s+[A-Z\u00c0-\u017f])", re.DOTALL
)
_DATE = re.compile(r"([A-Z][a-z]+\s+[0-9]{1,2},\s+(?:19|20)[0-9]{2}|[0-9]{1,2}\s+[A-Z][a-z]+\s+(?:19|20)[0-9]{2})\.?$")
_DAY = rf"(?P<day>(?:[0-9]{{1,2}}\s+)?{MONTH}(?:\s+[0-9]{{1,2}},)?\s+(?:19|20)[0-9]{{2}})"
_KIND_AND_DAY = re.compile(
    rf"(?P<genre>(?:[A-Z][a-z]+\s){{0,3}}(?:[Rr]eport|[Pp]aper|[Bb]riefing|[Bb]rief|[Uu]pdate|[Ss]tudy))(?:,\s+{_DAY})?\.?"
)
_PLACE_AND_DAY = re.compile(rf"(?P<place>{_UP}[A-Za-z\u00c0-\u017f .-]{{2,30}}?)(?:,\s+{_DAY})?\.?")
_SITE = re.compile(r"(?P<container>[A-Z\u00c0-\u017f][^.\d()\u201c\u201d\"]{1,60})\.?$")
_TO_ADDRESS = re.compile(
    r"(?:\s*(?:(?:[Aa]vailable|[Aa]ccessible)\s+(?:at|from|online):?|[Rr]etrieved\s+from|[Dd][Oo][Ii]:?))?\s*[(<]?\s*$"
)
_UNPRINTED = re.compile(r"(?:Advance\s+online\s+publication|Online\s+first|In\s+press|Forthcoming)\.?")
_DOI = re.compile(r"[.,]?\s+(?:doi|DOI):?\s*10\.")


class Work(NamedTuple):
    """What an entry says behind its people; `end` is where that ends, `needs_address` where little else tells it."""

    family: str
    parts: dict[str, Part]
    pinpoint: Part | None
    end: int
    needs_address: bool


def before_address(text: str, start: int, end: int) -> int:
    """Where the words of an entry end, in front of the words that lead to its address or DOI."""
    doi = _DOI.search(text, start, end)
    end = doi.start() + text[doi.start() : doi.end()].startswith(".") if doi else end
    lead = _TO_ADDRESS.search(text, start, end)
    return len(text[: lead.start() if lead else end].rstrip())


def read(view: Text, span: Span, when: Container[str], *, body: bool) -> Work | None:
    """The work in a stretch that begins with its title; None where not all of it is understood.

    `when`: what the people have behind them, a `year`, a `date`, or nothing. `body`: whether they are one.
    """
    dated = "year" in when or "date" in when
    pieces = _pieces(view.text, span)
    quoted = _QUOTED.match(view.text, pieces[0].start, span.end)
    parts: dict[str, Part] = {}
    if quoted:
        inner = next(name for name in "abcd" if quoted[name])
        first, last = quoted.span(inner)
        parts["title"] = view.part(first, first + len(view.text[first:last].rstrip(" .,")))
        rest = re.compile(r"[.,]?\s*").match(view.text, quoted.end())
        pieces = _pieces(view.text, Span(rest.end() if rest else quoted.end(), span.end))
    else:
        title = pieces.pop(0)
        while (  # a question with its answer
            len(pieces) > 1 and view.text[title.end - 1] in "?!" and not view.text.startswith("In ", pieces[0].start)
        ):
            title = Span(title.start, pieces.pop(0).end)
        _title(view, title, parts, dated=dated)
    if len(str(parts["title"].value)) < 4 or str(parts["title"].value)[0].islower() or len(pieces) > 3:
        return None
    pieces = [piece for piece in pieces if piece.end > piece.start]
    printed = [piece for piece in pieces if not _UNPRINTED.fullmatch(view.text, *piece)]
    online = "date" in when or len(printed) < len(pieces)
    pieces = printed
    found = _family(view, pieces, parts, dated=dated, quoted=bool(quoted), body=body)
    if found and found[0] == "book" and online and not _publication.PUBLISHER.search(_publisher(parts)):
        parts["container"] = parts.pop("publisher")  # what comes out on a day is a page of a site
        found = "article", True
    if found is None:
        return None
    family, needs = found
    pinpoint = parts.pop("pinpoint", None)
    if pinpoint and family == "chapter":  # a list gives all pages of a chapter
        sign = re.match(r"pp?\.\s*", str(pinpoint.value))
        parts["pages"] = view.part(pinpoint.span.start + (sign.end() if sign else 0), pinpoint.span.end)
        pinpoint = None
    end = len(view.text[: span.end].rstrip(" .,\n"))
    return Work(family, parts, pinpoint, max(end, *(part.span.end for part in parts.values())), needs)


def _pieces(text: str, span: Span) -> list[Span]:
    cuts = [span.start, *(found.end() for found in _BREAK.finditer(text, *span)), span.end]
    return [Span(start, start + len(text[start:end].rstrip())) for start, end in pairwise(cuts)]


def _title(view: Text, span: Span, parts: dict[str, Part], *, dated: bool) -> None:
    """Title without marks, with thesis, edition or number in brackets behind it, or an imprint behind a comma."""
    start, end = span
    for pattern in (_THESIS, _BEHIND_TITLE):
        behind = pattern.search(view.text, start, end)
        if behind:
            _note(view, behind, parts)
            if pattern is _THESIS:
                parts["genre"] = Part("thesis", Span(behind.start() + 2, behind.start("publisher")))
            end = behind.start()
    imprint = _COMMA_IMPRINT.match(view.text, start, end) if dated else None
    if imprint:
        found = _PLACED.match(view.text, imprint.end(), end)
        if found and (_publication.TOWN.fullmatch(found["place"]) or _publication.PUBLISHER.search(found["publisher"])):
            _note(view, found, parts)
            end = imprint.end("title")
    parts["title"] = view.part(start, start + len(view.text[start:end].rstrip(" .,")))


def _family(  # noqa: PLR0913
    view: Text, pieces: list[Span], parts: dict[str, Part], *, dated: bool, quoted: bool, body: bool
) -> tuple[str, bool] | None:
    """The family of the work, and whether it needs an address, once what stands behind the title has become parts."""
    if not pieces:
        return _untold(view, parts, dated=dated, body=body)
    if body and dated and (issued := _issued(view, pieces, parts)):
        return issued
    first, *more = pieces
    for pattern in _IN_BOOKS:
        found = pattern.match(view.text, *first)
        if found:
            return (
                ("chapter", False)
                if _in_book(view, found, parts) and _imprint(view, more, parts, dated=dated, body=body)
                else None
            )
    found = _IN_MLA.match(view.text, *first) if quoted and not more else None
    if found:
        return ("chapter", False) if _in_book(view, found, parts) else None
    journal = _periodicals.journal(view.text, first, pieces[-1], dated=dated) if dated or quoted else None
    if journal:
        _note(view, journal, parts)
        return "article", False
    found = _periodicals.PROCEEDINGS.match(view.text, *first) if dated and len(more) < 2 else None
    if found:
        return ("chapter", False) if _in_proceedings(view, found, more, parts) else None
    if not quoted and _imprint(view, pieces, parts, dated=dated, body=body):
        return "book", False
    if dated and not quoted and not body and _with_subtitle(view, pieces, parts):
        return "book", False
    return _page(view, pieces, parts, dated=dated, body=body)


def _untold(view: Text, parts: dict[str, Part], *, dated: bool, body: bool) -> tuple[str, bool] | None:
    """The family of a work whose title nothing stands behind; a body's own title in italics needs no address."""
    if "publisher" in parts:
        return "book", False
    if not dated:
        return None
    title = parts["title"].span
    italics = view.emphasised(title) if body else None
    own = italics is not None and italics.start == title.start and not view.inside(Span(italics.end, title.end))
    return "report" if body else "article", not own


def _in_proceedings(view: Text, found: re.Match[str], more: list[Span], parts: dict[str, Part]) -> bool:
    """Whether a book without editors is known by its pages or publisher; both are then parts."""
    _note(view, found, parts)
    publisher = _PUBLISHED.match(view.text, *more[0]) if more else None
    if publisher:
        _note(view, publisher, parts)
    known = found["pages"] or _publication.PUBLISHER.search(_publisher(parts))
    return bool(known) and (publisher is not None or not more)


def _with_subtitle(view: Text, pieces: list[Span], parts: dict[str, Part]) -> bool:
    """Whether the pieces are a subtitle behind a full stop and a publisher: `Title. A subtitle. Press`."""
    first, *more = pieces
    published = _PUBLISHED.match(view.text, *more[0]) if len(more) == 1 else None
    if published is None or not _publication.PUBLISHER.search(published["publisher"]):
        return False
    if view.text.startswith("In ", first.start):
        return False
    _note(view, published, parts)
    parts["title"] = view.part(parts["title"].span.start, first.end - 1)
    return True


def _issued(view: Text, pieces: list[Span], parts: dict[str, Part]) -> tuple[str, bool] | None:
    """What a body has issued: its kind and day, the place and the day, or the place alone."""
    *before, last = (view.text[slice(*piece)] for piece in pieces)
    kinds = [_KIND_AND_DAY.fullmatch(one) for one in (*before, last)]
    place = _PLACE_AND_DAY.fullmatch(last)
    if not all(kinds[:-1]) or not (kinds[-1] or (place and _publication.TOWN.fullmatch(place["place"]))):
        return None
    for piece, found in zip(pieces, [*kinds[:-1], kinds[-1] or place], strict=True):
        if found is None:
            return None
        day = Date.parse(found["day"]) if found["day"] else None
        for name, value in found.groupdict().items():
            if value and name != "day":
                parts[name] = view.part(piece.start + found.start(name), piece.start + found.end(name))
        if day is not None:
            parts["date"] = Part(day, Span(piece.start + found.start("day"), piece.start + found.end("day")))
    return "report", False


def _page(
    view: Text, pieces: list[Span], parts: dict[str, Part], *, dated: bool, body: bool
) -> tuple[str, bool] | None:
    """An article on a page: the site or newspaper behind the title, or the date of what a body has put there."""
    if len(pieces) != 1:
        return None
    if not dated:
        date = _DATE.match(view.text, *pieces[0])
        value = Date.parse(date[1]) if date else None
        if date is None or value is None or not body:
            return None
        parts["date"] = Part(value, Span(*date.span(1)))
        return "report", True
    site = _SITE.match(view.text, *pieces[0])
    if site is None:
        return None
    parts["container"] = view.part(*site.span("container"))
    return "article", True


def _imprint(view: Text, pieces: list[Span], parts: dict[str, Part], *, dated: bool, body: bool) -> bool:
    """Whether the pieces are edition, editors and imprint, now parts."""
    if not pieces:
        return "publisher" in parts
    *before, last = pieces
    for piece in before:
        edition = re.compile(rf"{_EDITION}\.?$|[Vv]ol\.\s+(?P<volume>[IVXLC0-9]{{1,6}})\.?$").match(view.text, *piece)
        made = re.compile(
            r"(?:(?P<translator>Translated)|(?P<editor>Edited))\s+by\s+(?P<names>[A-Z][^.]+(?:\s[A-Z]\.[^.]+)*)\.$"
        ).match(view.text, *piece)
        if edition:
            _note(view, edition, parts)
        elif made:
            name = "translator" if made["translator"] else "editor"
            part = view.part(*made.span("names"))
            parts[name] = part if name == "translator" else Part(_names.split(str(part.value)), part.span)
        else:
            return False
    found = _PLACED.match(view.text, *last) or (None if dated else _MLA.match(view.text, *last))
    if found is not None and (dated or found["year"]):
        known = _publication.TOWN.fullmatch(found.groupdict().get("place") or "") or _publication.PUBLISHER.search(
            found["publisher"]
        )
        if not known and not body and found.re is _MLA:
            return False
        _note(view, found, parts)
        return True
    plain = _PUBLISHED.match(view.text, *last) if dated else None
    if plain is None or not (
        plain["genre"] or _publication.PUBLISHER.search(plain["publisher"]) or _is_name(plain["publisher"])
    ):
        return False
    _note(view, plain, parts)
    return True


def _publisher(parts: dict[str, Part]) -> str:
    return str(parts["publisher"].value) if "publisher" in parts else ""


def _is_name(words: str) -> bool:
    return _NAME.fullmatch(words) is not None and not _press.KNOWN.fullmatch(words)


def _in_book(view: Text, found: re.Match[str], parts: dict[str, Part]) -> bool:
    parts["container"] = view.part(*found.span("book"))
    written = view.text[slice(*found.span("editor"))]
    listed = re.match(r"[^\s,]+,\s+[A-Z]\.", written) is not None
    parts["editor"] = Part((_names.inverted if listed else _names.split)(written), Span(*found.span("editor")))
    _note(view, found, parts, skip={"editor", "book"})
    return bool(parts["editor"].value)


def _note(
    view: Text, found: re.Match[str], parts: dict[str, Part], skip: frozenset[str] | set[str] = frozenset()
) -> None:
    """The named groups of a match as parts; pages behind `p.` in a book are the pinpoint."""
    for name, value in found.groupdict().items():
        if not value or name in skip:
            continue
        if name == "year":
            parts["year"] = Part(int(value), Span(*found.span(name)))
        elif name == "editor":
            parts["editor"] = Part(_names.split(value), Span(*found.span(name)))
        elif name == "pages" and found.re in {_PLACED, _MLA}:
            parts["pinpoint"] = view.part(*found.span(name))
        else:
            parts["number" if name == "issue" else name] = view.part(*found.span(name))
