"""The entries of a text's own list of references, as far as author and year go: `Hearn, J. (2009). …`, `ICJ. 1962. …`.

And the citations of them by author and year, `Hearn (2009)`, `(Rakhimov, S., 2012a, p. 41)`, wherever else the text has
them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from juslint.document import Span
from juslint.knowledge import normalise_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
_WORD = r"[A-Z\u00c0-\u017f][\w\u2019'-]{0,60}[\w]"
_NAMES = rf"{_WORD}(?:\s(?:of|for|the|on|de|van|von|der|al-)?\s?{_WORD}){{0,5}}"
_CITED = re.compile(
    rf"(?P<who>(?P<first>{_NAMES})(?:,\s(?P<initial>[A-Z])\.)?"
    rf"(?P<more>(?:,\s{_NAMES})*(?:,?\s(?:and|&)\s{_NAMES})?(?:,?\set\sal\.?)?))(?:['\u2019]s)?,?\s\(?{_YEAR}(?=[,:;)])"
)
_UNDATED = re.compile(r"\b(?:n\.\s?d\.|forthcoming|in press|undated|no date)", re.IGNORECASE)
_BEFORE_YEAR = re.compile(rf",?\s\(?{_YEAR}(?=[,:;)])")
_LONGEST = 1500  # characters of an entry
_MOST = 2000  # citations that are looked at
_REACH = 300  # characters in front of a year in which the names stand
_SAME = 200  # entries that begin alike, or share two words: of more, none is told from the others


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


class Listed:
    """The entries of a list, by the names that they begin with."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._begun: dict[str, list[int]] = defaultdict(list)  # by the family name or body, and by its first word
        for number, entry in enumerate(entries):
            for name in {entry.family, *entry.family.split()[:1]}:
                self._begun[name].append(number)

    def cited_as(self, cited: Cited) -> list[Entry]:
        """The entries of whom a citation names: the family name or name of a body, the others, the initial."""
        words = cited.first.split()
        begun = {number for name in {cited.first, *words[:1], *words[-1:]} for number in self._begun.get(name, ())}
        if len(begun) > _SAME:
            return []
        return [self._entries[number] for number in sorted(begun) if _names(cited, self._entries[number])]

    def titled(self, titles: Sequence[str]) -> dict[str, list[Entry]]:
        """The entries that have each of some folded titles of two words or more."""
        wanted = {two for title in titles for two in pairwise(title.split())}
        places: dict[tuple[str, str], list[tuple[str, Entry]]] = defaultdict(list)
        for entry in self._entries if wanted else ():
            folded = f" {normalise_title(entry.text)} "
            for two in wanted.intersection(pairwise(folded.split())):
                places[two].append((folded, entry))
        found = {}
        for title in titles:
            fewest = min((places.get(two, []) for two in pairwise(title.split())), key=len, default=[])
            held = fewest if len(fewest) <= _SAME else []
            found[title] = [entry for folded, entry in held if f" {title} " in folded]
        return found


def section(document: Document) -> Span | None:
    """The last list of references: what stands under its heading, up to the next heading or the end."""
    headings = {span.start for span in document.headings}
    end = len(document.text)
    for span in reversed(document.paragraphs):
        if span.end - span.start < 60 and _HEADING.fullmatch(document.text, *span):
            return Span(span.end, end)
        if span.start in headings:
            end = span.start
    return None


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
    """The citations by author and year outside a list, found by their years."""
    last, count = 0, 0
    for year in _BEFORE_YEAR.finditer(document.text):
        low, last = max(last, year.start() - _REACH), year.end()
        found = _CITED.search(document.text, low, year.end() + 1)
        if found is None or found.start("year") != year.start("year"):
            continue
        count += 1
        if count > _MOST:
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


def _names(cited: Cited, entry: Entry) -> bool:
    """Whether an entry is of whom a citation names."""
    said, words = cited.first.split(), entry.family.split()
    if not said or not words:
        return False
    one = cited.first in {entry.family, words[0]} or said[-1] == entry.family
    begun = len(said) > 1 and f"{entry.family} ".startswith(f"{cited.first} ")
    if not (one or begun) or not all(re.search(rf"\b{re.escape(name)}\b", entry.who) for name in cited.others):
        return False
    return not (cited.initial and entry.initial and cited.initial != entry.initial)


def has_year(entry: Entry, year: str) -> bool:
    """Whether an entry is of a year, or names it otherwise, as of a first printing; or says that it has none."""
    if entry.year == year or (entry.year[:4] == year[:4] and len(entry.year) != len(year)):
        return True
    otherwise = entry.year[:4] != year[:4] and year[:4] in re.findall(r"[0-9]{4}", entry.text)
    return otherwise or _UNDATED.search(entry.text) is not None
