"""The pages on which an article or chapter stands, and those that a reference points to inside it.

A range behind an article may be all of it or the passage that is meant. It is taken for all of it where the reference
says so by its form (`107 AJIL 295`, `pp. 618–648, at p. 625`) or where it is long. Behind a colon (`35 (1941): 609`) a
Chicago note has the page that is meant, and a bibliography all pages.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.document import Document
    from juslint.reference import Part, Reference

HELD = frozenset({"article", "chapter"})
_LONG = 7  # pages between first and last of a range that is no mere passage
_LONG_BEHIND_COLON = 4  # the same where a page that is meant stands alone or with the next one
_DASH = "[-\u2010-\u2015]"
_RANGE = re.compile(
    rf"(?<![0-9A-Za-z.])(?P<first>[0-9]{{1,4}})(?:\s?{_DASH}\s?(?P<last>[0-9]{{1,4}}))?(?![0-9A-Za-z/])"
)
_AT = re.compile(
    rf"\s*[,;(]?\s*(?:esp\.|especially|here|see|at|and)?(?:\s+(?:at|especially))?\s*(?:pp?\.\s*)?"
    rf"(?P<pages>[0-9]{{1,4}}(?:\s?{_DASH}\s?[0-9]{{1,4}})?)(?![0-9/]|\s+[A-Z])"
)
_BEHIND = re.compile(rf",?\s+pp?\.\s?(?P<pages>[0-9]{{1,4}}(?:\s?{_DASH}\s?[0-9]{{1,4}})?)(?![0-9/])")
_SIGN = re.compile(r"(?:\bpp?\.|:)\s*$")
_COLON = re.compile(r":\s*$")
_OPENING = ('"', "'", "\u201c", "\u201e", "\u2018", "\u00ab", "`")
_SIGNED = re.compile(r"\s*[,;(]\s*(?:at|esp\.|especially|here|p)\b")


class Pages(NamedTuple):
    """A run of pages and where it is written; `last` is None for a single one."""

    first: int
    last: int | None
    span: Span

    def words(self) -> str:
        """`p. 10` or `pp. 10–35`."""
        return f"pp. {self.first}–{self.last}" if self.last else f"p. {self.first}"

    def numbers(self) -> str:
        """`10` or `10–35`."""
        return f"{self.first}–{self.last}" if self.last else str(self.first)


def first(reference: Reference) -> int | None:
    """The page on which an article or chapter begins, where the reference surely says it."""
    found = extent(reference)
    return found.first if found else None


def extent(reference: Reference, document: Document | None = None) -> Pages | None:
    """All of its pages (or its first) as the reference gives them; with the document, also `pp. 3–5, at p. 4`."""
    if reference.family not in HELD:
        return None
    held = _held(reference)
    if held is not None:
        return next(_read(held), None)
    pages = _pinpoint(reference, document)
    if pages and is_in_paper(reference):
        return pages
    if pages is None or pages.last is None or pages.last < pages.first:
        return None
    pointed = document is not None and _SIGNED.match(document.text, reference.span.end)
    least = _LONG_BEHIND_COLON if _COLON.search(_before(reference)) else _LONG
    return pages if pages.last - pages.first >= least or pointed else None


def pointed(reference: Reference, document: Document) -> Pages | None:
    """The pages that are meant inside it: behind all its pages, or in their place."""
    if reference.family not in HELD:
        return None
    held = _held(reference)
    if held is not None:
        return next((pages for number, pages in enumerate(_read(held)) if number), None) or _pinpoint(reference)
    whole = extent(reference, document)
    if whole is None:
        return _pinpoint(reference, document)
    behind = _AT.match(document.text, reference.span.end) if _SIGNED.match(document.text, reference.span.end) else None
    if behind is None:
        return None
    return _run(behind["pages"], behind.start("pages"))


def is_in_paper(reference: Reference) -> bool:
    """Whether it is an article in a newspaper or magazine of one day, where a page is that of the article.

    Its title stands in quotation marks; what is named without them may be the paper, or the record of a sitting, and
    its pages are those that are meant.
    """
    date = reference.date_of()
    dated = date is not None and date.day is not None
    title = reference.parts.get("title")
    before = reference.text[: title.span.start - reference.span.start].rstrip() if title else ""
    held = reference.family == "article" and dated and not reference.parts.keys() & {"volume", "number", "url"}
    return held and before.endswith(_OPENING)


def _held(reference: Reference) -> Part | None:
    """The part with its pages; None where `p.` or a colon stands before them, which may be those that are meant."""
    alone = reference.pinpoint is None
    return None if alone and _SIGN.search(_before(reference)) else reference.parts.get("pages")


def _before(reference: Reference) -> str:
    """What the reference has before its pages; empty where it has none."""
    part = reference.parts.get("pages")
    return reference.text[: part.span.start - reference.span.start] if part else ""


def _pinpoint(reference: Reference, document: Document | None = None) -> Pages | None:
    """The pages that the reference ends with, or that stand right behind it."""
    part = reference.pinpoint
    if part is None and _held(reference) is None:
        part = reference.parts.get("pages")
    if part is None and document is not None:
        behind = _BEHIND.match(document.text, reference.span.end)
        return _run(behind["pages"], behind.start("pages")) if behind else None
    if part is None or not re.match(r"(?:pp?\.\s?)?[0-9]", str(part.value)):
        return None
    return next(_read(part), None)


def _read(part: Part) -> Iterator[Pages]:
    """The runs of pages in a part. Where its words are not those of the text, all of them have its place."""
    value = str(part.value)
    same = len(value) == part.span.end - part.span.start
    for found in _RANGE.finditer(value):
        pages = _pages(found, part.span.start if same else None)
        yield pages if same else pages._replace(span=part.span)


def _run(words: str, at: int) -> Pages | None:
    found = _RANGE.fullmatch(words)
    return _pages(found, at) if found else None


def _pages(found: re.Match[str], at: int | None) -> Pages:
    low, high = found["first"], found["last"]
    if high and len(high) < len(low):
        high = low[: len(low) - len(high)] + high  # 121–4
    start = at or 0
    return Pages(int(low), int(high) if high else None, Span(start + found.start(), start + found.end()))
