"""Entries of lists of works: family name first or a body, then year or title, and a full stop between the parts.

`Malcolm, N. (1998). Kosovo: A short history. Macmillan.` · `EJF (Environmental Justice Foundation). 2005. Title.` ·
`Roe, J. and Doe, J. (2002) 'Title', Journal, 84(846), pp. 345–367.` · `Biberaj, Elez. 1993. "Title." Journal 258 (1):
1–26.` · `Crawford, James. Title. 2nd ed., Oxford UP, 2006.`
References are of the families `book`, `article`, `chapter` and `report`, with their parts. An entry fills a paragraph,
apart from what leads to it (address, day of access) and a remark in brackets, and counts only where all of it is
understood: words like these stand in sentences too.

Source: Publication Manual of the APA, 7th edition; Cite Them Right (Harvard); Chicago Manual of Style, 17th edition,
14.61 and 15.6; MLA Handbook, 9th edition.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import MONTH, Date
from juslint.document import Document, Span
from juslint.families import _entry, _names, _press, _prose, _publication
from juslint.parsing import prefilter_engine, store
from juslint.parsing.parser import ParseFailure
from juslint.reference import Part, Reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from juslint.families._prose import Text

NAME = "listed"
ORDER = 57

_TRIES = 12  # places where the people may end: six names with initials have as many full stops
_LONGEST = 1200  # characters of an entry
_PEOPLE = 600  # characters of its people
_MARK = re.compile(r"[\s\u2022*_\u2013-]*(?:(?:\[[0-9]{1,3}\]|[0-9]{1,3}[.)])\s+)?")
_YEAR = r"(?P<year>(?:1[5-9]|20)[0-9]{2})[a-z]?"
_DAY = rf"(?:,\s+(?P<day>{MONTH}(?:\s+[0-9]{{1,2}})?|[0-9]{{1,2}}\s+{MONTH}))?"
_DATED = re.compile(  # what stands between the people and the title
    rf"(?P<editors>,?\s+\(?[Ee]ds?\.?\)?\.?)?,?\s+(?:\({_YEAR}{_DAY}\)[.,:]?|(?<=\.\s)(?P<bare>(?:1[5-9]|20)[0-9]{{2}})[a-z]?\.)\s+(?=\S)"
)
_UNDATED = re.compile(
    r"(?P<editors>,\s+[Ee]d(?:s?\.|itors?\.))?(?:(?<=\.)|\.)\s+(?=[A-Z0-9\u00c0-\u017f\u201c\"\u2018'])"
)
_YEAR_OF_DATED = re.compile(r"(?:\(|\.\s)(?:1[5-9]|20)[0-9]{2}")  # found or missed in a tenth of the time
_BEGINS_UNDATED = re.compile(r"[,.]")
_ENTRY = re.compile(r"[^\n]{0,160}?(?:\([^()]{0,20}[0-9]{4}|[0-9]{4}\.|\.\s)")
_REMARK = re.compile(r"(?<=[.!?])\s+(?:\([^()]{3,200}\)|\[[^\[\]]{3,300}\])\.?\s*$")  # behind the full stop of an entry
_SHORT_OF = re.compile(  # a body by its letters, with its name
    r"[A-Z][\w&-]{1,11}(?:\s(?:and|&)\s[A-Z][\w-]{1,11})?\s+\((?P<full>[A-Z][^()]{4,120})\)"
)
_BEGINS = re.compile(  # a capital, or a particle before one
    r"[^\W\d_a-z]|(?:(?:d[eiau]|del|della|der|den|dos|v[ao]n|la|le|al|el|bin|ibn|ben|ter|ten)\s+){1,2}[^\W\d_a-z]|d['\u2019]"
)
_WORD = r"[A-Z\u00c0-\u00de\u0100-\u017f][\w'\u2019\u2010-]*"
_INITIALLED = (
    rf"(?:(?:[dD][eiau]|[dD]el|[dD]ella|[dD]er|[dD]en|[dD]os|[vV][ao]n|[lL][ae]|[aA]l|[eE]l|[bB]in|ter|ten|['\u2019]t)\s+){{0,3}}"
    rf"{_WORD}(?:\s{_WORD}){{0,2}},\s+[A-Z\u00c0-\u00de]\.(?:[ -]?[A-Z\u00c0-\u00de]\.){{0,5}}"
)
_ALL_INITIALLED = re.compile(  # longer lists than the grammar's, with gaps: Roe, J., Doe, J. P., … Poe, A.
    rf"{_INITIALLED}(?:,\s+{_INITIALLED})*(?:,?\s+(?:and|&|\u2026|\.\.\.)\s+{_INITIALLED})?(?:,?\s+et\s+al\.?)?"
)
_LEADS = {"INVERTED", "INITIALS_LAST", "BODY"}


class _Lead(NamedTuple):
    """Who is named, in which role and as what kind, and when; `end` is where the title begins."""

    names: Part
    edited: bool
    kind: str
    when: dict[str, Part]
    end: int


def assemble(document: Document, references: tuple[Reference, ...]) -> list[Reference]:
    """The entries of a document."""
    view = _prose.Text(document, references)
    out: list[Reference] = []
    years = prefilter_engine.Finder(view.text, prefilter_engine.kept("[0-9]{4}"))  # without one there is no entry
    year = years.search(0)
    if year is None:
        return out
    spans = document.paragraphs or (Span(0, len(document.text)),)
    notes = [note.span for note in document.notes]
    for span in sorted({*spans, *notes}):
        year = year if year[0] >= span.start else years.search(span.start)
        if year is None:
            break
        if year[1] <= span.end <= span.start + _LONGEST and _ENTRY.match(view.text, span.start, span.end):
            found = _entry_in(view, span)
            if found is not None and view.fits(found.span) and not (out and out[-1].span.overlaps(found.span)):
                out.append(found)
    return out


def _entry_in(view: Text, paragraph: Span) -> Reference | None:
    mark, remark = _MARK.match(view.text, *paragraph), _REMARK.search(view.text, *paragraph)
    paragraph = Span(paragraph.start, remark.start()) if remark else paragraph
    start = mark.end() if mark else paragraph.start
    for lead in _leads(view, start, paragraph.end):
        addresses = [one for one in view.inside(Span(lead.end, paragraph.end)) if one.family == "web-page"]
        stop = _entry.before_address(view.text, lead.end, addresses[0].span.start if addresses else paragraph.end)
        work = _entry.read(view, Span(lead.end, stop), lead.when, body=lead.kind == "BODY")
        if work is None:
            continue
        parts = {("editor" if lead.edited else "author"): lead.names, **lead.when, **work.parts}
        _full_date(parts)
        day = parts["date"].value if "date" in parts else None
        if isinstance(day, Date) and "year" in parts and day.iso().startswith(str(parts["year"].value)):
            del parts["year"]  # which the day says again
        end = view.tail(work.end, parts)
        if view.text[end : paragraph.end].strip(" .,\n") or (work.needs_address and "url" not in parts):
            continue
        if "year" not in parts and "date" not in parts:
            continue
        family = work.family
        if family == "book" and lead.kind == "BODY":
            _publication.is_own(lead.names, parts)  # where it names no publisher, it names the place
            family = "report"
        who, title = _names.families_of(lead.names), _names.key(str(parts["title"].value))
        return view.reference(family, f"{family}:{who}|{title}", Span(start, end), parts, work.pinpoint)
    return None


def _full_date(parts: dict[str, Part]) -> None:
    """Join the day behind a newspaper's name to the year behind its author."""
    day = parts.pop("day", None)
    date = Date.parse(f"{day.value} {parts['year'].value}") if day and "year" in parts else None
    if day and date:
        parts["date"] = Part(date, day.span)
        del parts["year"]


def _leads(view: Text, start: int, end: int) -> Iterator[_Lead]:
    """The ways to read people at the head of an entry: with the year behind them, or with a full stop."""
    head = min(end, start + _PEOPLE)
    if _YEAR_OF_DATED.search(view.text, start, head):
        yield from _first(view, start, _DATED.finditer(view.text, start, head))
    yield from _first(view, start, _undated(view.text, start, head))


def _first(view: Text, start: int, places: Iterable[re.Match[str]]) -> Iterator[_Lead]:
    """The lead that ends at the first of the places where people end."""
    leads = (_people(view, start, found) for found in islice(places, _TRIES))
    yield from islice((lead for lead in leads if lead is not None), 1)


def _undated(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What the pattern's own `finditer` gives, and ten times as fast: it is tried only where it can begin."""
    while (place := _BEGINS_UNDATED.search(text, start, end)) is not None:
        found = _UNDATED.match(text, place.start(), end)
        if found is not None:
            yield found
        start = found.end() if found else place.end()


def _people(view: Text, start: int, found: re.Match[str]) -> _Lead | None:
    written = view.text[start : found.start()]
    if not written or len(written) > _PEOPLE or not _BEGINS.match(written):
        return None
    if _ALL_INITIALLED.fullmatch(written):
        names = _names.inverted(written)
        who = Part(names, Span(start, found.start()))
        return _Lead(who, found["editors"] is not None, "INITIALS_LAST", _when(found), found.end())
    if lettered := _SHORT_OF.fullmatch(written.rstrip(". ")):
        named = Part((" ".join(lettered["full"].split()),), Span(start, start + lettered.end()))
        return _Lead(named, False, "BODY", _when(found), found.end()) if _names.is_body(named) else None
    stop = "." if view.text[found.start() : found.start() + 1] == "." and found.re is _UNDATED else ""
    parser = store.parsers()["persons"]
    for shown in (f"{written}{stop} ", f"{written.rstrip('.')}, "):
        node = parser.parse(shown)
        if isinstance(node, ParseFailure):
            continue
        tokens = list(node.tokens())
        kind = tokens[0].type
        body = _names.is_body(Part((written.rstrip(" ."),), Span(0, 0)))
        if body and not re.search(r"\b[A-Z]\.$", written):
            names = (" ".join(written.rstrip(" .").split()),)
            kind = "BODY"
        elif kind in _LEADS and kind != "BODY":
            names = _names.inverted(written)
        elif kind == "AUTHORS" and len(tokens) == 1 and found.groupdict().get("bare"):  # Jane Roe and John Doe. 2021.
            names = _names.split(written)
        else:
            continue
        if _press.KNOWN.fullmatch(names[0]) or not names:
            continue
        last = start + len(written.rstrip(" .,")) if kind == "BODY" else start + len(written)
        return _Lead(Part(names, Span(start, last)), found["editors"] is not None, kind, _when(found), found.end())
    return None


def _when(found: re.Match[str]) -> dict[str, Part]:
    groups = found.groupdict()
    name = next((name for name in ("year", "bare") if groups.get(name)), None)
    if name is None:
        return {}
    if groups.get("day"):
        comma = "," if re.search("[A-Za-z] [0-9]", groups["day"]) else ""  # February 18, 2008 · February 2008
        date = Date.parse(f"{groups['day']}{comma} {groups['year']}")
        if date is not None:
            return {"date": Part(date, Span(found.start("year"), found.end("day")))}
    return {"year": Part(int(groups[name] or 0), Span(*found.span(name)))}
