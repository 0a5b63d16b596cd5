"""Works cited again: `Malcolm, Kosovo, p. 43`, `Malcolm (n 5) 43`, `Malcolm, op. cit., p. 43`, `Malcolm 1998, 43`.

Such a mention has the id of the full citation, where exactly one work that the text cites in full can be meant: by
family names, and by title, year or the number of the note. Otherwise it is none. A family of its own, because it
names no source without the other citation.

Parts: `name` (str, as written), `title` (str, the short title), `cited` (str: `op. cit.`), `note` (int), `year` (int),
`full` (the id and place of the full citation).

Source: OSCOLA, 4th edition, 1.2; Chicago Manual of Style, 17th edition, 14.30 and 15.23; The Bluebook, rule 4.2.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from juslint.document import Span
from juslint.families import _names, _prose
from juslint.families._shelf import Shelf
from juslint.parsing import prefilter_engine
from juslint.reference import Part, Reference

if TYPE_CHECKING:
    from juslint.document import Document
    from juslint.knowledge import Knowledge

NAME = "short-form"
ORDER = 80
SHELF = Shelf("Literature", 60, "author")

_ANYWHERE = Span(0, sys.maxsize)
_MOST = 200  # works of one name: of more, none is told from the others
_WORKS = frozenset({"book", "chapter", "article", "report"})
_LAST = r"(?:(?:de|van|von|der|den|al|el)[\s\x{a0}]+){0,2}[A-Z\x{c0}-\x{17f}][A-Za-z\x{c0}-\x{17f}'\x{2019}-]{2,30}"
_ANCHOR = prefilter_engine.Pattern(
    rf"{_LAST}(?:[\s\x{{a0}}]+(?:and|&)[\s\x{{a0}}]+{_LAST}|[\s\x{{a0}}]+et[\s\x{{a0}}]+al\.)?"
    r"(?:,[\s\x{a0}]+(?:op\.|loc\.|supra|note[\s\x{a0}]+[0-9]|[A-Z\x{201c}\"\x{2018}'])|,?[\s\x{a0}]+\(n\.?[\s\x{a0}]*[0-9]"
    r"|,?[\s\x{a0}]+\(?(?:19|20)[0-9]{2})"
)
_PEOPLE = re.compile(
    r"(?P<name>(?:(?:de|van|von|der|den|al|el)\s+){0,2}[A-Z\u00c0-\u017f][\w'\u2019-]+"
    r"(?:\s+(?:and|&)\s+(?:(?:de|van|von|der|den|al|el)\s+){0,2}[A-Z\u00c0-\u017f][\w'\u2019-]+|\s+et\s+al\.)?)"
)
_PAGES = r"[0-9]{1,4}(?:\s?[-\u2010-\u2013]\s?[0-9]{1,4})?"
_PINPOINT = rf"(?P<pinpoint>(?:(?:pp?\.|paras?\.?|chap\.|\u00a7{{1,2}})\s*)?{_PAGES})(?![\w/]|\.[0-9])"
_NOTE = (
    r"(?:\(n\.?\s*(?P<n>[0-9]{1,4})\)"
    r"|supra\s+(?:note|n\.)\s+(?P<supra>[0-9]{1,4})|note\s+(?P<above>[0-9]{1,4})\s+above)"
)
_TITLE = (
    r"(?P<open>[\u201c\"\u2018'])?"
    r"(?P<title>[A-Z0-9\u00c0-\u017f][^,;()\[\]\u201c\u201d\"\n]{2,90}?)[,.]?[\u201d\"\u2019']?"
)
_TAILS = (
    re.compile(rf",\s+(?P<cited>(?:op|loc)\.\s*cit\.)(?:,?\s*\(?{_NOTE}\)?)?(?:,?\s+(?:at\s+)?{_PINPOINT})?"),
    re.compile(rf"(?:,?\s+{_TITLE})??,?\s+{_NOTE}(?:,?\s+(?:at\s+)?{_PINPOINT})?"),
    re.compile(rf",\s+{_TITLE},?\s+{_PINPOINT}"),
    re.compile(rf",?\s+(?P<year>(?:19|20)[0-9]{{2}})[,:]\s+{_PINPOINT}"),
    re.compile(rf"\s+\((?P<year>(?:19|20)[0-9]{{2}})(?:[,:]\s+{_PINPOINT})?\)(?!\.?\s+[\u2018\u201c\"'A-Z])"),
)


class _Work(NamedTuple):
    """A work that is cited in full: what a short form may repeat, and where those citations begin and end."""

    id: str
    title: str
    year: int | None
    starts: list[int]
    ends: list[int]

    def last(self, before: int, within: Span) -> Span | None:
        """The last citation that begins before a place and lies in a stretch of text."""
        at = bisect_left(self.starts, min(before, within.end)) - 1
        while at >= 0 and self.starts[at] >= within.start:
            if self.ends[at] <= within.end:
                return Span(self.starts[at], self.ends[at])
            at -= 1
        return None


class _Cited(NamedTuple):
    """The works by the names that they are cited by, and the notes by those marks that only one has."""

    works: dict[str, list[_Work]]
    notes: dict[str, Span]


def settle(references: list[Reference], document: Document) -> list[Reference]:
    """All references, with the short forms between them."""
    works = _works(references)
    if not works:
        return references
    often = Counter(note.mark for note in document.notes)
    cited = _Cited(works, {note.mark: note.span for note in document.notes if often[note.mark] == 1})
    open_ = {each.span for each in references if each.family == "echr-short" and each.id is None}
    view = _prose.Text(document, [each for each in references if each.span not in open_])
    found: list[Reference] = []
    for anchor in _prose.anchors(_ANCHOR, document.text):
        if found and anchor.start < found[-1].span.end:
            continue
        short = _short(view, anchor.start, cited)
        if short is not None and not view.inside(short.span):
            found.append(short)
    ends = [each.span.end for each in found]

    def is_free(span: Span) -> bool:
        behind = bisect_right(ends, span.start)
        return behind == len(found) or not span.overlaps(found[behind].span)

    kept = [each for each in references if each.span not in open_ or is_free(each.span)]
    return sorted([*kept, *found], key=lambda each: (each.span.start, -each.span.end))


def identify(reference: Reference, knowledge: Knowledge, text: str) -> Reference | None:
    """The short form under the id of the entry that its full citation means."""
    full = reference.parts.get("full")
    entry = _entry_of(text[slice(*full.span)], knowledge) if full else None
    return reference if entry is None else replace(reference, id=entry)


@lru_cache(maxsize=256)
def _entry_of(words: str, knowledge: Knowledge) -> str | None:
    from juslint.scan import scan_text  # noqa: PLC0415 - scan imports the families

    found = scan_text(words, knowledge)
    return found[0].id if found and found[0].family in _WORKS else None


def _works(references: list[Reference]) -> dict[str, list[_Work]]:
    """The works by the family names of their people, and by the first one's alone where there are more."""
    works: dict[str, dict[tuple[str, str, int | None], _Work]] = {}
    for each in references:
        who = each.parts.get("author") or each.parts.get("editor")
        title = each.text_of("title")
        if each.family not in _WORKS or each.id is None or title is None or who is None or each.within is not None:
            continue
        names = who.value if isinstance(who.value, tuple) else ()
        families = [_names.key(_names.family(str(name))) for name in names]
        date = each.date_of()
        key = (each.id, _names.key(title), date.year if date else each.number_of("year"))
        if families and not _names.is_body(who):
            joined = {" ".join(families[:2]), families[0] if len(families) != 2 else ""}
            for name in joined - {""}:
                work = works.setdefault(name, {}).setdefault(key, _Work(*key, [], []))
                work.starts.append(each.span.start)
                work.ends.append(each.span.end)
    return {name: [*known.values()] for name, known in works.items()}


def _short(view: _prose.Text, start: int, cited: _Cited) -> Reference | None:
    people = _PEOPLE.match(view.text, start)
    known = cited.works.get(_key(people["name"]), []) if people else []
    if people is None or not 0 < len(known) <= _MOST:
        return None
    limit = min(view.paragraph(start).end, people.end() + 160)
    for tail in _TAILS:
        found = tail.match(view.text, people.end(), limit)
        said = found.groupdict() if found else {}
        meant = _meant(cited, start, known, said) if found else None
        if found is None or meant is None:
            continue
        work, full = meant
        parts = {"name": view.part(*people.span()), "full": Part(work.id, full)}
        for name in ("title", "cited"):
            if said.get(name):
                parts[name] = view.part(*found.span(name))
        for name, group in (("year", "year"), *(("note", each) for each in ("n", "supra", "above"))):
            if said.get(group):
                parts[name] = Part(int(found[group]), Span(*found.span(group)))
        pinpoint = view.part(*found.span("pinpoint")) if said.get("pinpoint") else None
        if (
            pinpoint is not None and work.year is not None and pinpoint.value == str(work.year)
        ):  # Shaw, International Law, 2021
            parts["year"], pinpoint = Part(work.year, pinpoint.span), None
        return view.reference(NAME, work.id, Span(start, found.end()), parts, pinpoint)
    return None


def _key(name: str) -> str:
    return _names.key(re.sub(r"\s+et\s+al\.$", "", re.sub(r"\s+(?:and|&)\s+", " ", name)))


def _meant(cited: _Cited, start: int, known: list[_Work], said: dict[str, str | None]) -> tuple[_Work, Span] | None:
    """The one work that the words can mean, and its last citation in full; but for author and year, one before them."""
    note = next((said[name] for name in ("n", "supra", "above") if said.get(name)), None)
    within = cited.notes.get(note or "", _ANYWHERE)
    short = _names.key(str(said["title"])) if said.get("title") else None
    year = int(said["year"] or 0) if said.get("year") else None
    left = []
    for work in known:
        if (short is None or f" {work.title} ".find(f" {short} ") >= 0) and (year is None or work.year == year):
            full = work.last(start if year is None else _ANYWHERE.end, within)
            if full is not None:
                left.append((full, work))
    if len({work.id for _, work in left}) != 1:
        return None
    full, work = max(left, key=lambda each: each[0])
    return work, full
