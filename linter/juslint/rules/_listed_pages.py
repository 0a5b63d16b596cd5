"""Pages cited by author and year, `(Kinsella 2016, 88)`, that are not among those of the article in the list.

All pages of an article stand behind its volume and a colon, or behind `pp.`, once in its entry.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.document import Span
from juslint.rules import _entries_listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.document import Document

_DASH = "[-\u2010-\u2015]{1,2}"
_MEANT = re.compile(r"(?:,|:)\s?(?:pp?\.\s?)?(?P<page>[0-9]{1,4})(?=\s?[);])")
_WHOLE = re.compile(rf"(?:[0-9)]:\s?|\bpp\.\s?)(?P<first>[0-9]{{1,4}})\s?{_DASH}\s?(?P<last>[0-9]{{1,4}})(?![0-9/])")
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")


class Outside(NamedTuple):
    """A page that is meant, the first and last page of the article, and where both stand."""

    page: int
    place: Span
    first: int
    last: int
    whole: Span


def outside(document: Document) -> Iterator[Outside]:
    """The pages of a text that are not among those of the one work of that author and year in its list."""
    within = _entries_listed.section(document)
    listed = _entries_listed.entries(document, within) if within else []
    if within is None or not listed:
        return
    index = _entries_listed.Listed(listed)
    for cited in _entries_listed.cited(document, within):
        meant = _MEANT.match(document.text, cited.place.end)
        if meant is None or _YEAR.fullmatch(meant["page"]):
            continue
        known = index.cited_as(cited)
        dated = [entry for entry in known if _entries_listed.has_year(entry, cited.year)]
        if len(dated) != 1 or dated[0].year != cited.year:
            continue
        whole = [*_WHOLE.finditer(document.text, *dated[0].span)]
        if len(whole) != 1:
            continue
        first, last = int(whole[0]["first"]), int(_in_full(whole[0]["first"], whole[0]["last"]))
        if first < last and not first <= int(meant["page"]) <= last:
            span = Span(whole[0].start("first"), whole[0].end("last"))
            yield Outside(int(meant["page"]), Span(*meant.span("page")), first, last, span)


def _in_full(first: str, last: str) -> str:
    """The last page where only its last digits are written: `121–4`."""
    return first[: len(first) - len(last)] + last if len(last) < len(first) else last
