"""Places of a text that name a page: `p. 37`, `pages 29 to 69`, `from page 29 to page 69`, `| 46 |` below `Page`.

A number is a page where `p.` stands right before it, or before the pages with which it is listed, or where it stands in
a column of pages; and in forms that have no such sign: behind the year of a work, `(Tan 2005: 665)`, `(Oxford, 1992),
408.`, and as the pinpoint of a citation, `221–239, at 236`, `Bianchi, at 270;`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.details.text import Details
    from juslint.details.tokens import Detail
    from juslint.document import Document, Span

_KINDS = frozenset({"number", "year", "range"})
_HIGHEST = 4  # digits of a page
_NUMBER = re.compile(r"[0-9]+")
_BEHIND_VOLUME = re.compile(r"\)?: ?")
_BEHIND_YEAR = re.compile(r"\), ?")
_SIGN = re.compile(r"[\s.]{1,4}")
_BEHIND_AUTHOR = re.compile(r"(?:, ?|: ?)")
_BEHIND_IMPRINT = re.compile(r"\), ")
_CLOSED = re.compile(r"\s?[.,;)\]]|\s?\Z")
_PIN = re.compile(r"[,)\u201d\u2019'\"]{1,2} ")  # before `at`
_COLUMN = re.compile(r"(?:pages?|pp?\.?)(?: [a-z]{1,12}){0,3}", re.IGNORECASE)
_ROW = re.compile(r"^[ \t]{0,3}\|.*$", re.MULTILINE)


class PagePlace(NamedTuple):
    """A page, or a run of pages, and where the text names it."""

    detail: Detail
    first: int
    last: int | None
    ends: tuple[Detail, ...]  # the details that say it: one, or two of `from page 29 to page 69`


def places(details: Details) -> list[PagePlace]:
    """All pages that a text names, in order."""
    forms = (_behind_years, _pinned, _in_columns, _behind_volumes, _signed)
    found = {one.detail.start: one for form in forms for one in form(details)}
    return [found[start] for start in sorted(found)]


def page(place: PagePlace, *, last: bool) -> Detail:
    """The first or last page of a run alone, as a number."""
    if len(place.ends) > 1:
        return place.ends[-1 if last else 0]
    one = place.detail
    numbers = [*_NUMBER.finditer(one.said)]
    found = numbers[-1 if last else 0]
    return one._replace(
        kind="number",
        value=found[0],
        key=("number", found[0]),
        said=found[0],
        start=one.start + found.start(),
    )


def _signed(details: Details) -> Iterator[PagePlace]:
    """Pages behind `p.`, and those listed behind one."""
    until = (-1, -1)
    for sign in details.saying(("p",)):
        segment = details.segments[sign.segment]
        at = sign.at + 1
        if (sign.segment, at) <= until or at == len(segment) or not _SIGN.fullmatch(segment[at].gap):
            continue
        if sign.said == "P" and segment[at].kind == "year":  # Smith, P. 1998
            continue
        while at < len(segment) and (place := _place(segment, at)) is not None:
            yield place
            at = place.ends[-1].at + 1
            if at < len(segment) and segment[at].value in {"and", "to"}:
                at += 1
            elif at == len(segment) or segment[at].gap not in {", ", " & "}:
                break
            if at < len(segment) and (segment[at].kind == "year" or segment[at].gap not in {" ", ", ", " & "}):
                break
        until = (sign.segment, at - 1)


def _place(segment: list[Detail], at: int) -> PagePlace | None:
    one = segment[at]
    if one.kind not in _KINDS:
        return None
    first, _, last = one.value.partition("-")
    if not first.isdigit() or len(first) > _HIGHEST or (last and not last.isdigit()):
        return None
    behind = segment[at + 1 : at + 4]
    to = [each.value for each in behind[:2]] == ["to", "p"] and len(behind) > 2 and behind[2].kind == "number"
    if not last and to and behind[2].value.isdigit():  # not 2.101
        return PagePlace(one, int(first), int(behind[2].value), (one, behind[2]))
    if last and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return PagePlace(one, int(first), int(last) if last else None, (one,))


def _behind_volumes(details: Details) -> Iterator[PagePlace]:
    """The pages of an article behind its volume: `43 (1949): 523–530`, `43 (1949), 523–530`."""
    for one in details.of("range"):
        segment = details.segments[one.segment]
        before = segment[max(0, one.at - 2) : one.at]
        if len(before) < 2:
            continue
        volume = _BEHIND_VOLUME.fullmatch(one.gap) and before[1].kind in {"number", "year"}
        year = _BEHIND_YEAR.fullmatch(one.gap) and [each.kind for each in before] == ["number", "year"]
        if (volume or (year and before[1].gap == " (")) and (place := _place(segment, one.at)) is not None:
            yield place


def _behind_years(details: Details) -> Iterator[PagePlace]:
    """The page of a work behind its author and year, `(Tan 2005: 665)`, or its imprint, `(Melbourne, 1992), 408.`"""
    for year in details.of("year"):
        segment = details.segments[year.segment]
        behind = segment[year.at + 1 : year.at + 2]
        if not year.at or not behind or behind[0].kind not in {"number", "range"}:
            continue
        page = behind[0]
        named = segment[year.at - 1].kind == "name" and year.gap in {" ", " ("} and _BEHIND_AUTHOR.fullmatch(page.gap)
        imprint = segment[year.at - 1].kind == "name" and year.gap == ", " and _BEHIND_IMPRINT.fullmatch(page.gap)
        ended = details.document.text[page.span.end : page.span.end + 2]
        closed = ended[:1] in {")", ";"} if named else _CLOSED.match(ended)
        if (named or imprint) and closed and (place := _place(segment, page.at)) is not None:
            yield place


def _pinned(details: Details) -> Iterator[PagePlace]:
    """The page behind a citation: `221–239, at 236`, `Lord Nicholls, at 109;`."""
    for sign in details.saying(("at",)):
        segment = details.segments[sign.segment]
        behind = segment[sign.at + 1 : sign.at + 2]
        if not sign.at or not behind or behind[0].kind not in {"number", "range"} or not behind[0].gap.isspace():
            continue
        before, page = segment[sign.at - 1], behind[0]
        cited = before.kind in {"name", "number", "range", "year"} and _PIN.fullmatch(sign.gap)
        ended = details.document.text[page.span.end : page.span.end + 2]
        if cited and _CLOSED.match(ended) and (place := _place(segment, page.at)) is not None:
            yield place


def _in_columns(details: Details) -> Iterator[PagePlace]:
    """Numbers in cells below a heading `Page`."""
    spans = sorted(chain(_below(details.document), _in_marked_rows(details.document.text)))
    if not spans:
        return
    starts = [segment[0].start for segment in details.segments]
    for start, end in spans:
        number = bisect_right(starts, start) - 1
        segment = details.segments[number] if number >= 0 else []
        at = bisect_left(segment, start, key=lambda one: one.start)
        if at < len(segment) and segment[at].start < end and (place := _place(segment, at)) is not None:
            yield place


def _below(document: Document) -> Iterator[tuple[int, int]]:
    """The cells of tables of HTML and other formats below a heading `Page`."""
    if not document.cells:
        return
    cells = set(document.cells)
    rows: list[list[Span]] = []
    for paragraph in document.paragraphs:
        if paragraph in cells and rows:
            rows[-1].append(paragraph)
        else:
            rows.append([paragraph])
    yield from _columns([[(span.start, span.end) for span in row] for row in rows], document.text)


def _in_marked_rows(text: str) -> Iterator[tuple[int, int]]:
    """The same of tables in Markdown."""
    rows: list[list[tuple[int, int]]] = []
    last = -1
    for row in _ROW.finditer(text) if "|" in text else ():
        if row.start() != last + 1:
            rows.append([])
        last = row.end()
        bars = [row.start() + bar.start() for bar in re.finditer(r"\|", row[0])]
        rows.append([(low + 1, high) for low, high in zip(bars, [*bars[1:], row.end()], strict=True)])
    yield from _columns(rows, text)


def _columns(rows: list[list[tuple[int, int]]], text: str) -> Iterator[tuple[int, int]]:
    column: int | None = None
    for row in rows:
        if len(row) < 2:
            column = None
            continue
        heading = next((at for at, (low, high) in enumerate(row) if _COLUMN.fullmatch(text[low:high].strip())), None)
        if heading is not None:
            column = heading
        elif column is not None and column < len(row):
            low, high = row[column]
            said = text[low:high]
            yield low + len(said) - len(said.lstrip()), high
