"""The entries of a text's own list of references, as far as author and year go: `Hearn, J. (2009). …`, `ICJ. 1962. …`.

And the citations of them by author and year, `Hearn (2009)`, `(Rakhimov, S., 2012a, p. 41)`, wherever else the text has
them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.document import Span
from juslint.knowledge import normalise_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.document import Document

_HEADING = re.compile(
    r"[\s#*_0-9.]*(?:(?:select(?:ed)?|list of|general|primary|secondary)\s+)?"
    r"(?:references|bibliography|works cited|literature(?: cited)?|sources|reference list)[\s*_:]*",
    re.IGNORECASE,
)
_YEAR = r"(?P<year>(?:1[6-9]|20)[0-9]{2}[a-z]?)"
_ENTRY = re.compile(
    rf"[-*\u2022\s]*(?:\[?[0-9]{{1,3}}[\].)]\s+)?(?P<who>[*_]?[A-Z\u00c0-\u017f][^\"\u201c\u2018()\[\]0-9]{{1,160}}?)[*_]?"
    rf"[.,]?\s*(?:\((?:eds?\.?)\)[.,]?\s*)?(?:\({_YEAR}\)|(?<=[.,]\s)(?P<bare>(?:1[6-9]|20)[0-9]{{2}}[a-z]?)[.:,])"
)
_WORD = r"[A-Z\u00c0-\u017f][\w\u2019'-]*[\w]"
_NAMES = rf"{_WORD}(?:\s(?:of|for|the|on|de|van|von|der|al-)?\s?{_WORD}){{0,5}}"
_CITED = re.compile(
    rf"(?P<who>(?P<first>{_NAMES})(?:,\s(?P<initial>[A-Z])\.)?"
    rf"(?P<more>(?:,\s{_NAMES})*(?:,?\s(?:and|&)\s{_NAMES})?(?:,?\set\sal\.?)?))(?:['\u2019]s)?,?\s\(?{_YEAR}(?=[,:;)])"
)
_UNDATED = re.compile(r"\b(?:n\.\s?d\.|forthcoming|in press|undated|no date)", re.IGNORECASE)
_LONGEST = 1500  # characters of an entry
_MOST = 2000  # citations that are looked at


class Entry(NamedTuple):
    """One entry: its first name, as it is cited and folded, the initial, all names folded, year, words, place."""

    family: str
    initial: str
    who: str
    year: str
    text: str
    span: Span


class Cited(NamedTuple):
    """A citation by author and year: the names, folded; the initial; the year and where it stands."""

    said: str
    first: str
    initial: str
    others: tuple[str, ...]
    year: str
    place: Span


def section(document: Document) -> Span | None:
    """The last list of references: what stands under its heading, up to the next heading or the end."""
    found = None
    headings = {span.start for span in document.headings}
    for number, span in enumerate(document.paragraphs):
        if span.end - span.start < 60 and _HEADING.fullmatch(document.text, *span):
            following = document.paragraphs[number + 1 :]
            end = next((one.start for one in following if one.start in headings), len(document.text))
            found = Span(span.end, end)
    return found


def entries(document: Document, within: Span) -> list[Entry]:
    """The entries of a list that begin with names and a year."""
    found = []
    for span in document.paragraphs:
        if not within.covers(span) or span.end - span.start > _LONGEST:
            continue
        match = _ENTRY.match(document.text, *span)
        if match is None:
            continue
        family, _, given = match["who"].strip("*_ .").partition(",")
        initial = given.strip()[:1]
        text = document.text[slice(*span)]
        year = match["year"] or match["bare"]
        found.append(Entry(normalise_title(family), initial, normalise_title(match["who"]), year, text, span))
    return found


def cited(document: Document, but: Span) -> Iterator[Cited]:
    """The citations by author and year outside a list."""
    for number, found in enumerate(_CITED.finditer(document.text)):
        if number == _MOST:
            return
        if but.start <= found.start() < but.end:
            continue
        folded = (normalise_title(one).split() for one in re.findall(_WORD, found["more"]))
        others = tuple(words[-1] for words in folded if words)
        yield Cited(
            " ".join(found["who"].split()),
            normalise_title(found["first"]),
            found["initial"] or "",
            others,
            found["year"],
            Span(*found.span("year")),
        )


def candidates(cited: Cited, entries: list[Entry]) -> list[Entry]:
    """The entries of whom a citation names: the family name or name of a body, the others, the initial."""
    last = cited.first.split()[-1]
    found = []
    for entry in entries:
        words = entry.family.split()
        one = cited.first in {entry.family, words[0]} or last == entry.family
        begun = len(cited.first.split()) > 1 and f"{entry.family} ".startswith(f"{cited.first} ")
        if not (one or begun) or not all(re.search(rf"\b{re.escape(name)}\b", entry.who) for name in cited.others):
            continue
        if cited.initial and entry.initial and cited.initial != entry.initial:
            continue
        found.append(entry)
    return found


def has_year(entry: Entry, year: str) -> bool:
    """Whether an entry is of a year, or names it otherwise, as of a first printing; or says that it has none."""
    if entry.year == year or (entry.year[:4] == year[:4] and len(entry.year) != len(year)):
        return True
    otherwise = entry.year[:4] != year[:4] and year[:4] in re.findall(r"[0-9]{4}", entry.text)
    return otherwise or _UNDATED.search(entry.text) is not None
