"""Books that a sentence tells of, with the people outside the parentheses or behind them.

`Noel Malcolm (Kosovo: A Short History, London, Macmillan, 1998, p. 41) reports` ·
`Noel Malcolm's Kosovo: A Short History (London, Macmillan, 1998)` ·
`In his book Kosovo: A Short History (London, Macmillan, 1998), Noel Malcolm describes`. The publisher must be known as
one: nothing else tells such parentheses from others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.families import _names, _prose, _publication, _segments
from juslint.parsing import prefilter_engine, store
from juslint.parsing.parser import ParseFailure
from juslint.reference import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.families._prose import Text
    from juslint.reference import Reference

_YEAR = r"(?:1[5-9]|20)[0-9]{2}"
_PAGES = r"(?:,\s+(?P<pages>pp?\.\s*[0-9]{1,4}(?:\s*[-\u2010-\u2013]\s*[0-9]{1,4})?))?"
_WITHIN = prefilter_engine.rare(
    r"[A-Z\x{c0}-\x{17f}][\w.'\x{2019}-]+[\s\x{a0}]+\([A-Z0-9\x{c0}-\x{17f}][^()\x{201c}\x{201d}\";]{12,300}\)",
    r"[\s\x{a0}]\([A-Z0-9\x{c0}-\x{17f}]",
)
_INSIDE = re.compile(rf"(?P<work>[^()]+,\s+{_YEAR}){_PAGES}\s*\)")
_WORD = r"[A-Z\u00c0-\u017f][\w.\u2019'-]*"
_NAME = rf"{_WORD}(?:\s+(?:(?:de|van|von|der|den|al|el|bin)\s+)?{_WORD}){{1,3}}"
_IMPRINT = rf"\s+\((?P<imprint>[A-Z\u00c0-\u017f][^()]{{5,150}}[,\s]{_YEAR}){_PAGES}\s*\)"
_TITLE = r"(?P<open>[\u201c\"\u2018])?(?P<title>[A-Z0-9\u00c0-\u017f][^()\u201c\u201d\";.]{5,200}?)[\u201d\"\u2019]?"
_OWN = re.compile(rf"(?P<name>{_NAME}?)['\u2019]s\s+{_TITLE}{_IMPRINT}")
_BEHIND = re.compile(
    r"(?:his|her|their)\s+(?:[a-z-]{3,14}\s+){0,2}(?:book|study|monograph|treatise|memoirs?|textbook)(?:,?\s+(?:entitled|called))?,?\s+"
    rf"{_TITLE}{_IMPRINT}(?:,\s+(?P<behind>pp?\.\s*[0-9]{{1,4}}(?:[-\u2013][0-9]{{1,4}})?))?,\s+(?P<name>{_NAME})(?=\s+(?:[a-z]|\())"
)
_OWN_ANCHOR = prefilter_engine.rare(
    r"[A-Z\x{c0}-\x{17f}][A-Za-z\x{c0}-\x{17f}-]+['\x{2019}]s[\s\x{a0}]+"
    r"[\x{201c}\"]?[A-Z0-9\x{c0}-\x{17f}][^()\x{201c}\x{201d}\";.]{5,200}[\x{201d}\"]?[\s\x{a0}]+\(",
    r"['\x{2019}]s[\s\x{a0}]+[\x{201c}\"]?[A-Z0-9\x{c0}-\x{17f}]",
)
_BEHIND_ANCHOR = prefilter_engine.rare(
    r"[Ii]n[\s\x{a0}]+(?:his|her|their)[\s\x{a0}]+(?:[a-z-]+[\s\x{a0}]+){0,2}"
    r"(?:book|study|monograph|treatise|memoirs?|textbook)\b"
)
_MARK = re.compile("['\u2019]")
_LAST = re.compile(rf"(?:^|(?<=\W)){_NAME}$")
_BACK = 60  # characters of a name


def books(view: Text, taken: list[Reference]) -> Iterator[Reference]:
    """Those outside the references `taken`."""
    text = view.text
    found: list[Reference | None] = []
    for anchor in _prose.anchors(_BEHIND_ANCHOR, text):
        at = re.compile(r"[Ii]n\s+").match(text, anchor.start)
        match = _BEHIND.match(text, at.end() if at else anchor.start, view.paragraph(anchor.start).end)
        found.append(match and _made(view, match))
    for anchor in _prose.anchors(_OWN_ANCHOR, text):
        mark = _MARK.search(text, *anchor)
        name = _LAST.search(text, max(0, anchor.start - _BACK), mark.start()) if mark else None
        match = _OWN.match(text, name.start(), view.paragraph(anchor.start).end) if name else None
        found.append(match and _made(view, match))
    brackets = (Span(text.index("(", one.start), one.end) for one in _prose.anchors(_WITHIN, text))
    found.extend(_within(view, one) for one in brackets)
    spans = [one.span for one in taken]
    for book in found:
        if book is not None and not any(span.overlaps(book.span) for span in spans) and view.fits(book.span):
            spans.append(book.span)
            yield book


def _within(view: Text, brackets: Span) -> Reference | None:
    """The book in parentheses behind a name."""
    inside = _INSIDE.fullmatch(view.text, brackets.start + 1, brackets.end)
    both = _publication.apart(view.text, Span(*inside.span("work"))) if inside else None
    if inside is None or both is None:
        return None
    parts: dict[str, Part] = {}
    _publication.title(view, both[0], parts)
    _publication.imprint(view, both[1], parts)
    pages = view.part(*inside.span("pages")) if inside["pages"] else None
    for start in _segments.starts(view, max(0, brackets.start - _BACK * 3), brackets.start, loose=True):
        words = view.text[start.position : brackets.start].rstrip()
        if words and not isinstance(store.parsers()["persons"].parse(f"{words}, "), ParseFailure):
            return _book(view, Span(start.position, start.position + len(words)), parts, brackets.end, pages)
    return None


def _made(view: Text, found: re.Match[str]) -> Reference | None:
    parts = {"title": view.part(*found.span("title"))}
    _publication.imprint(view, Span(*found.span("imprint")), parts)
    groups = found.groupdict()
    name = next((name for name in ("behind", "pages") if groups.get(name)), None)
    book = _book(view, Span(*found.span("name")), parts, found.end(), view.part(*found.span(name)) if name else None)
    if book is None or book.span.start == found.start():
        return book
    return view.reference(book.family, book.id, Span(*found.span()), dict(book.parts), book.pinpoint)


def _book(view: Text, people: Span, parts: dict[str, Part], end: int, pages: Part | None) -> Reference | None:
    publisher = parts.get("publisher")
    written = view.text[slice(*people)]
    names = _names.split(written)
    if publisher is None or not _publication.PUBLISHER.search(str(publisher.value)) or not names or len(names) > 4:
        return None
    if _publication.is_place_alone(parts) or re.match(r"(?:[Tt]he|[Aa]n?|[Ii]n|[Oo]n|[Aa][ts]|[Bb]y)\s", written):
        return None
    if " " not in names[0] or _publication.PUBLISHER.search(written) or "year" not in parts:
        return None
    author = Part(names, Span(people.start, people.start + len(_names.bare(written))))
    id_ = f"book:{_names.families(names)}|{_names.key(str(parts['title'].value))}"
    return view.reference("book", id_, Span(people.start, end), {"author": author, **parts}, pages)
