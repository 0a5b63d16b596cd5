"""What a body has put at an address under a title without marks: `Ministry, Annual report 2014, available at …`

The title must say that it is one, by its day or its kind ("report", "survey"), and fill all between body and address.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.document import Span
from juslint.families import _names, _read, _segments, _titles
from juslint.parsing import store
from juslint.parsing.parser import ParseFailure
from juslint.reference import Part, Reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.families._prose import Text

_ACCESS = re.compile(
    r"[,.]?\s+(?:(?:is\s+)?(?:[Aa]vailable|[Aa]ccessible)\s+(?:online\s+)?(?:at|from|on|via):?\s+|at\s+)?[(<]?$"
)
_KIND = re.compile(
    r"\b(?:[Rr]eports?|[Ss]urvey|[Rr]eview|[Ss]trategy|[Gg]uidelines?|[Ss]tudy|[Hh]andbook|[Mm]anual|[Bb]ulletin|[Ss]tatistics"
    r"|[Yy]earbook|[Pp]rogramme|[Aa]ction\s+[Pp]lan|[Ff]act\s?sheet|[Bb]riefing|[Aa]ssessment|[Cc]ensus)\b"
)
_DATED = re.compile(
    rf",\s+(?P<date>{_read.DATE.pattern})$|\s+\((?P<inside>{_read.DATE.pattern}|(?P<year>(?:19|20)[0-9]{{2}}))\)$"
)
_NO_TITLE = re.compile(
    r"[\u201c\u201d\";()\[\]]|[a-z]{2}[.?!]\s|\b(?:said|says|is|are|was|were|has|have|published|issued|stated)\b"
)
_COMMA = re.compile(r",\s")
_LENGTH = range(8, 250)
_BACK = 400  # characters in front of an address


def reports(view: Text, references: tuple[Reference, ...]) -> Iterator[Reference]:
    """Each of them, with the address inside."""
    floor = 0
    for page in references:
        if page.family != "web-page" or page.within is not None or page.span.start < floor:
            continue
        low = max(floor, view.paragraph(page.span.start).start, page.span.start - _BACK)
        access = _ACCESS.search(view.text, max(low, page.span.start - 40), page.span.start)
        found = _report(view, low, access.start()) if access else None
        if found is not None and view.fits(found.span):
            floor = found.span.end
            yield found


def _report(view: Text, low: int, stop: int) -> Reference | None:
    for start in _segments.strong_starts(view, low, stop):
        body = _body(view, start.position, stop)
        if body is None:
            continue
        parts = {"author": Part((" ".join(view.text[slice(*body)].split()),), body)}
        first = body.end + len(view.text[body.end : stop]) - len(view.text[body.end : stop].lstrip(", \n"))
        dated = _DATED.search(view.text, first, stop)
        end = dated.start() if dated else stop
        words = view.text[first:end]
        if dated and not _note_date(dated, parts):
            return None
        if len(words) not in _LENGTH or not words[0].isupper() or _NO_TITLE.search(words):
            continue
        if not (_KIND.search(words) or (dated and _titles.is_set_in_caps(words))):
            continue
        parts["title"] = view.part(first, end)
        last = view.tail(stop, parts)
        if "url" not in parts:
            return None
        id_ = f"report:{_names.families_of(parts['author'])}|{_names.key(str(parts['title'].value))}"
        return view.reference("report", id_, Span(start.position, last), parts)
    return None


def _body(view: Text, start: int, stop: int) -> Span | None:
    """The body, with its parts (`Council of Europe, Committee of Ministers`), whose name begins at `start`."""
    end = None
    at = start
    for comma in _COMMA.finditer(view.text, start, stop):
        piece = view.text[at : comma.start()]
        node = store.parsers()["persons"].parse(f"{piece}, ")
        if isinstance(node, ParseFailure) or not _names.is_body(Part((piece,), Span(0, 0))):
            break
        at, end = comma.end(), comma.start()
    return Span(start, end) if end is not None else None


def _note_date(found: re.Match[str], parts: dict[str, Part]) -> bool:
    if found["year"]:
        parts["year"] = Part(int(found["year"]), Span(*found.span("year")))
        return True
    name = "date" if found["date"] else "inside"
    date = Date.parse(" ".join(found[name].split()))
    if date is not None:
        parts["date"] = Part(date, Span(*found.span(name)))
    return date is not None
