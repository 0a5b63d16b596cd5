"""The parts that the tails of the grammar `titled` say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.document import Span
from juslint.families import _names, _publication, _read
from juslint.reference import Part

if TYPE_CHECKING:
    from juslint.families._prose import Found, Text
    from juslint.parsing.tree import Tok

PINPOINT = "pinpoint"  # among the parts until the reference is made
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}\b")
_BOOK = re.compile(r"[,.]?\s+[Ii]n:?\s+(?P<book>[^()]+?),?\s*\((?P<imprint>[^()]+)\)$")
_EDITED = re.compile(
    r"(?P<names>[A-Z\u00c0-\u017f][^()]+?)(?:\s+et\s+al\.|\s+and\s+others)?,?\s+eds?\.,?\s+(?:[0-9]{1,2}\w{1,2}\s+ed\.,?\s+)?"
    r"(?P<year>(?:1[5-9]|20)[0-9]{2})"
)
_EDITORS = (  # of the book of a chapter: behind its title, or in front of it
    re.compile(r"(?P<title>.+?),\s+(?:ed(?:s?\.|ited)(?:\s+by)?)\s+(?P<names>[A-Z\u00c0-\u017f].+)$"),
    re.compile(r"(?P<names>(?:[^,]+,\s+){0,4}?[^,]+),?\s+eds?\.,\s+(?P<title>.+)$"),
)
_NAMES_BEHIND = re.compile(r",\s+eds?\.$")
_PAGES_BEHIND = re.compile(
    r"\s+([0-9]{1,4}(?:\s?[-\u2013]\s?[0-9]{1,4})?(?:,\s*[0-9]{1,4}(?:\s?[-\u2013]\s?[0-9]{1,4})?)*)$"
)
_ONE_NAME = re.compile(
    r"[A-Z\u00c0-\u017f][\w.'\u2019-]*(?:\s+(?:(?:de|van|von|der|den|al|el|la|le|du|da|bin)\s+)*[A-Z\u00c0-\u017f][\w.'\u2019-]*){1,4}"
)
_NUMBER = re.compile(
    r"(?P<genre>.*?)(?P<number>[A-Z]{3}\s?[0-9]{2}/[0-9]{1,5}/[0-9]{2,4}|(?:[A-Z]{1,8}[ -]?)?[0-9][0-9A-Z/.-]*)$"
)
_THESIS = re.compile(r"[Tt]hesis|[Dd]issertation|diss\.")
_SALES = re.compile(r"[A-Z](?:/[A-Z]){0,2}\.[0-9]{2}\.\S+?(?:\s?\([^()]+\))?(?=\s+and\s|,?\s+[0-9]{4}\s*\)$|\s*\)$)")
_VOLUME = re.compile(r"[Vv]ol(?:s?\.|umes?)\s+([IVXLC0-9]+(?:,?\s+\(?[Pp]art\s+\w+\)?)?)")
_VOLUME_FIRST = re.compile(
    r"[,.]?\s+(?P<volume>[0-9]{1,3})(?:\((?P<number>[0-9]+)\))?\s+(?P<container>\D.*?),?\s+"
    r"(?:(?P<pages>[0-9][0-9\u2010-\u2013 ,-]*)\s+\((?P<year>[0-9]{4})\)"
    r"|\((?P<year2>[0-9]{4})\),?\s+(?P<pages2>[0-9]+(?:[-\u2010-\u2013][0-9]+)?).*)$"
)
_SYMBOL = re.compile(r"(?:[A-Z]{2,5}(?:/[A-Z0-9.]{1,8})+|[A-Z0-9]*[-/]?[0-9]+(?:[/-][0-9A-Z]+)*)$")
_PLATFORM = re.compile(r"X\b(?!\w)|Twitter|Facebook|Telegram|Instagram|YouTube|LinkedIn|VKontakte|TikTok")


def note(view: Text, tail: Found, parts: dict[str, Part]) -> bool:
    """Add the parts of a tail; whether what it says can be so."""
    for token in tail.node.tokens():
        read = _READERS.get(token.type)
        if read is not None and not read(view, tail.start + token.start, token, parts):
            return False
    return True


def _moment(view: Text, at: int, token: Tok, parts: dict[str, Part]) -> bool:  # noqa: ARG001
    found = _read.DATE.search(token.text) or _read.SHORT_DATE.search(token.text)
    date = Date.parse(found[0]) if found else None
    if found and date:
        parts["date"] = Part(date, Span(at + found.start(), at + found.end()))
        return True
    year = list(_YEAR.finditer(token.text))
    if year:
        parts["year"] = Part(int(year[-1][0]), Span(at + year[-1].start(), at + year[-1].end()))
    return bool(year)


def _number(view: Text, at: int, token: Tok, parts: dict[str, Part]) -> bool:
    words = token.text
    lead = re.match(r"[,.]?\s*\(?(?:[0-9]{4}\)\s+)?", words)
    first = lead.end() if lead else 0
    found = _NUMBER.match(words, first)
    if found is None:
        return False
    genre = re.sub(r"[\s,:]*(?:[Nn](?:os?|r)\.?)?[\s:]*$", "", found["genre"])
    if genre and "Index" not in genre:
        parts["genre"] = view.part(at + first, at + first + len(genre))
    parts["number"] = view.part(at + found.start("number"), at + found.end("number"))
    year = re.match(r"\s*\(([0-9]{4})\)", words)
    if year:
        parts["year"] = Part(int(year[1]), Span(at + year.start(1), at + year.end(1)))
    return True


def _thesis(view: Text, at: int, token: Tok, parts: dict[str, Part]) -> bool:
    kind, year = _THESIS.search(token.text), list(_YEAR.finditer(token.text))[-1]
    if kind is None:
        return False
    school = Span(kind.end(), year.start())
    words = token.text[slice(*school)]
    first, last = len(words) - len(words.lstrip(" ,\n")), len(words.rstrip(" ,(\n"))
    parts["publisher"] = view.part(at + school.start + first, at + school.start + last)
    parts["year"] = Part(int(year[0]), Span(at + year.start(), at + year.end()))
    parts["genre"] = Part("thesis", Span(at + kind.start(), at + kind.end()))
    return True


def _volume_when(view: Text, at: int, token: Tok, parts: dict[str, Part]) -> bool:
    found = _VOLUME.search(token.text)
    if found:
        parts["volume"] = view.part(at + found.start(1), at + found.end(1))
    return found is not None and _names.is_body(parts.get("author")) and _moment(view, at, token, parts)


def _sales(view: Text, at: int, token: Tok, parts: dict[str, Part]) -> bool:
    found, volume = _SALES.search(token.text), _VOLUME.search(token.text)
    if found is None:
        return False
    parts["number"] = view.part(at + found.start(), at + found.end())
    year = re.search(r"([0-9]{4})\s*\)$", token.text)
    if year and year.start() > found.end():
        parts["year"] = Part(int(year[1]), Span(at + year.start(1), at + year.end(1)))
    if volume and volume.start() < found.start():
        parts["volume"] = view.part(at + volume.start(1), at + volume.end(1))
    return True


def _edition_last(view: Text, at: int, token: Tok, parts: dict[str, Part]) -> bool:
    edition = re.search(r"[0-9]{1,2}[a-z]{1,2}\s+(?:rev\.\s+)?ed\.|[Rr]ev\.\s+ed\.", token.text)
    if edition:
        parts["edition"] = view.part(at + edition.start(), at + edition.end())
    page = re.match(r"\s+([0-9][0-9 ,\u2013-]*[0-9]|[0-9])\s+\(", token.text)
    if page:
        parts[PINPOINT] = view.part(at + page.start(1), at + page.end(1))
    return _moment(view, at, token, parts)


def without_year(view: Text, parts: dict[str, Part], pages: Part | None) -> Part | None:
    """The page between title and year; a year there ends the title: `World Development Report 2011 (2011)`."""
    title = parts.get("title")
    if title is None:
        return pages
    at = re.search(r",\s+at$", str(title.value))
    if at and len(str(title.value)) == title.span.end - title.span.start:
        parts["title"] = view.part(title.span.start, title.span.start + at.start())
    elif pages is not None and re.fullmatch(r"(?:19|20)[0-9]{2}", str(pages.value)):
        parts["title"] = view.part(title.span.start, pages.span.end)
        return None
    return pages


def _places(view: Text, start: int, end: int, parts: dict[str, Part]) -> None:
    """Note the first page of `46, 52` as where the work begins, the others as the pinpoint."""
    first = re.compile(r"[0-9]+(?:\s?[-\u2010-\u2013]\s?[0-9]+)?").match(view.text, start, end)
    if first is None:
        return
    parts["pages"] = view.part(*first.span())
    rest = view.text[first.end() : end]
    if rest.strip(" ,"):
        parts[PINPOINT] = view.part(first.end() + len(rest) - len(rest.lstrip(" ,")), end)


def _volume_first(view: Text, at: int, token: Tok, parts: dict[str, Part]) -> bool:
    found = _VOLUME_FIRST.match(token.text)
    if found is None:
        return False
    for name in ("volume", "number", "container"):
        if found[name]:
            parts[name] = view.part(at + found.start(name), at + found.end(name))
    pages = "pages" if found["pages"] else "pages2"
    _places(view, at + found.start(pages), at + found.end(pages), parts)
    year = "year" if found["year"] else "year2"
    parts["year"] = Part(int(found[year]), Span(at + found.start(year), at + found.end(year)))
    return True


def _release(view: Text, at: int, token: Tok, parts: dict[str, Part]) -> bool:
    parts["genre"] = Part("press release", Span(at, at + len(token.text)))
    found = _SYMBOL.search(token.text)
    if found:
        parts["number"] = view.part(at + found.start(), at + found.end())
    return True


def _paper(view: Text, at: int, token: Tok, parts: dict[str, Part]) -> bool:
    """Name, day and page of `N.Y. TIMES, Feb. 18, 2008, at A1`."""
    found = re.match(r",\s+(?P<name>[^(),]+(?:\([A-Z][a-z]+\))?),?\s", token.text)
    page = re.search(r"at\s+([A-Z]?[0-9]+)$", token.text)
    if found is None:
        return False
    parts["container"] = view.part(at + found.start("name"), at + found.end("name"))
    if page:
        parts["pages"] = view.part(at + page.start(1), at + page.end(1))
    return _moment(view, at, token, parts)


def _post(view: Text, at: int, token: Tok, parts: dict[str, Part]) -> bool:
    found = _PLATFORM.search(token.text)
    parts["genre"] = Part("post", Span(at, at + len(token.text)))
    if found:
        parts["container"] = view.part(at + found.start(), at + found.end())
    return found is not None


def _imprint(view: Text, at: int, token: Tok, parts: dict[str, Part]) -> bool:
    open_ = token.text.index("(")
    _publication.imprint(view, Span(at + open_ + 1, at + len(token.text) - 1), parts)
    return "year" in parts


def _in_book(view: Text, at: int, token: Tok, parts: dict[str, Part]) -> bool:
    """The book of a chapter: title, editors, volume, imprint."""
    found = _BOOK.match(" ".join(token.text.split()) if "\n" in token.text else token.text)
    if found is None or len(found[0]) != len(token.text):
        return False
    start, end = at + found.start("book"), at + found.end("book")
    edited = _EDITED.fullmatch(found["imprint"])
    inside = at + found.start("imprint")
    if edited:
        _editors(view, Span(inside + edited.start("names"), inside + edited.end("names")), parts)
        first = inside + edited.start("year")
        parts["year"] = Part(int(edited["year"]), Span(first, first + 4))
        pages = _PAGES_BEHIND.search(view.text, start, end)
        if pages:
            _places(view, *pages.span(1), parts)
            end = pages.start()
    else:
        _publication.imprint(view, Span(inside, inside + len(found["imprint"])), parts)
        publisher = parts.get("publisher")
        known = publisher is not None and _publication.PUBLISHER.search(str(publisher.value))
        if "year" not in parts or publisher is None or not (known or "place" in parts):
            return False
        start, end = _without_editors(view, start, end, parts)
    own = {name: parts.pop(name) for name in ("title",) if name in parts}
    _publication.title(view, Span(start, end), parts)
    parts["container"] = parts.pop("title")
    parts.update(own)
    return len(str(parts["container"].value)) > 3


def _without_editors(view: Text, start: int, end: int, parts: dict[str, Part]) -> tuple[int, int]:
    """The title of the book alone; its editors, in front of or behind it, become a part."""
    behind = _NAMES_BEHIND.search(view.text, start, end)
    if behind:  # Title, Names, eds.: the names are the list of whole names at the end
        pieces = re.split(r"(,\s+(?:and\s+)?|\s+and\s+)", view.text[start : behind.start()])
        first, count = behind.start(), 0
        while len(pieces) > 1 and _is_name(pieces[-1]) and (count == 0 or len(pieces) > 2):
            count += 1
            first -= len(pieces.pop())
            mark = first
            first -= len(pieces.pop())
            if count and "and" not in view.text[first:mark] and count > 1 and not _more(pieces):
                break
            if "and" not in view.text[first:mark] and count == 1:
                break
        else:
            mark = first
        _editors(view, Span(mark, behind.start()), parts)
        return start, first
    for pattern in _EDITORS:
        found = pattern.match(view.text, start, end)
        if found:
            _editors(view, Span(*found.span("names")), parts)
            return found.span("title")
    return start, end


def _is_name(words: str) -> bool:
    return _ONE_NAME.fullmatch(words) is not None or words == "others"


def _more(pieces: list[str]) -> bool:
    return len(pieces) > 2 and _is_name(pieces[-1])


def _editors(view: Text, span: Span, parts: dict[str, Part]) -> None:
    written = view.text[slice(*span)]
    parts["editor"] = Part(_names.split(written), span)


def _extras(view: Text, at: int, token: Tok, parts: dict[str, Part]) -> bool:
    """Edition, volume and translator between the title of a book and its imprint."""
    return _publication.extras(view, Span(at, at + len(token.text)), parts)


_READERS = {
    "BOOK_EXTRAS": _extras,
    "IN_BOOK": _in_book,
    "THESIS": _thesis,
    "SALES": _sales,
    "EDITION_LAST": _edition_last,
    "VOLUME_FIRST": _volume_first,
    "VOLUME_WHEN": _volume_when,
    "NUMBER": _number,
    "OPEN_NUMBER": _number,
    "YEAR_NUMBER": _number,
    "NUMBER_IMPRINT": _imprint,
    "OWN_IMPRINT": _imprint,
    "WHEN": _moment,
    "PAREN_WHEN": _moment,
    "CLOSE_WHEN": _moment,
    "RELEASE": _release,
    "OPEN_RELEASE": _release,
    "PRESS": _paper,
    "POST": _post,
    "OPEN_POST": _post,
}
