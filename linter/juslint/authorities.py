"""The sources that texts refer to, each once with its places: what a table of authorities and a bibliography list.

Mentions are of one source where their ids are the same or the evidence of `rules._sources` says so. An address, a book
or a newspaper that stands inside a reference is a part of that one, not a source besides.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from juslint import scan
from juslint.families._shelf import Shelf
from juslint.lsp import about
from juslint.rules import _sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import ModuleType

    from juslint.knowledge import Entry, Knowledge
    from juslint.reference import Reference
    from juslint.rules import Context

UNDECIDED = "Not decided by the text"
_LAST = 90  # the place of families without a shelf


class Place(NamedTuple):
    """Where a source is mentioned: the file, its one-based line, and the mark of the note that the mention is in."""

    path: str
    line: int
    note: str | None


class Authority(NamedTuple):
    """One source: the mention that says most of it, what the knowledge base has, and every place, in order of path."""

    reference: Reference
    entry: Entry | None
    knowledge: Knowledge
    places: tuple[Place, ...]

    @property
    def name(self) -> str:
        """How it is properly written, as far as that is known; else the words of the mention that says most."""
        if self.entry is not None and not self.entry.is_publication:
            return about.written(self.entry)
        family = self.reference.family
        canonical = getattr(module_of(family), "canonical", None)
        if self.reference.id is not None and self.reference.canonical and canonical is not None:
            named = self.reference.text_of("name") if shelf_of(family).order == "name" else None
            form = str(canonical(self.reference.id))
            return f"{named}, {form.removeprefix('application ')}" if named and named not in form else form
        return words(self.reference)

    @property
    def detail(self) -> str:
        """Title and date that the knowledge base gives, where the name does not say them."""
        if self.entry is None or self.entry.is_publication:
            return ""
        said = filter(None, (about.title(self.entry), about.date(self.entry)))
        return ", ".join(one for one in said if one not in self.name)


def gather(contexts: Iterable[Context]) -> list[Authority]:
    """Every source of the texts, in the order of its first mention; the texts in order of path."""
    given = sorted(contexts, key=lambda context: context.document.path)
    groups = Groups(_sources.sources(given))
    mentions: dict[str, list[tuple[Reference, Place]]] = {}
    for context in given:
        for reference, place in _placed(context):
            mentions.setdefault(groups.of(reference, context.knowledge), []).append((reference, place))
    return [
        _authority([one for one, _ in group], [place for _, place in group], given[0].knowledge)
        for group in mentions.values()
    ]


def _placed(context: Context) -> Iterator[tuple[Reference, Place]]:
    from juslint.reporting import Lines  # noqa: PLC0415 - the reports are not needed to read this module

    document = context.document
    if not context.references:
        return
    lines, notes = Lines(document), document.notes_by_place
    for reference in sorted(context.references, key=lambda one: (one.span.start, -one.span.end)):
        if reference.within is None or reference.family not in _sources.PROSE:
            line = lines.place(document.offsets.to_source(reference.span)).line
            note = next((one.mark for one in notes.at(reference.span) if one.span.covers(reference.span)), None)
            yield reference, Place(document.path, line, note)


def _authority(references: Sequence[Reference], places: Sequence[Place], knowledge: Knowledge) -> Authority:
    def says(reference: Reference) -> tuple[bool, bool, int]:
        return reference.id is not None, reference.family != "web-page", len(reference.parts.keys() - {"pages"})

    entries = (about.entry_of(reference, knowledge) for reference in references)
    entry = next((one for one in entries if one is not None), None)
    return Authority(max(references, key=says), entry, knowledge, tuple(dict.fromkeys(places)))


class Groups:
    """Which mentions are of one source: a name for each group, of ids that are joined where the evidence says so."""

    def __init__(self, joined: Iterable[_sources.Source]) -> None:
        self._leader: dict[str, str] = {}
        self._held: dict[int, str] = {}  # a mention without an id that belongs to a source, by its identity
        for source in joined:
            names = []
            for _, reference in source.mentions:
                if reference.id is None:
                    self._held[id(reference)] = f"\0{id(reference)}"
                names.append(self.of(reference, source.mentions[0].context.knowledge))
            for name in names[1:]:
                self._leader[self._find(name)] = self._find(names[0])

    def of(self, reference: Reference, knowledge: Knowledge) -> str:
        """The name of the group: the id; of a newspaper, all issues of which are one entry, with the date."""
        if reference.id is None:
            return self._find(self._held.get(id(reference), f" {words(reference)}"))
        entry = about.entry_of(reference, knowledge)
        issue = reference.text_of("date") if entry is not None and entry.is_publication else None
        return self._find(f"{reference.id} {issue}" if issue else reference.id)

    def _find(self, name: str) -> str:
        while (leader := self._leader.get(name, name)) != name:
            self._leader[name] = self._leader.get(leader, leader)  # a chain grows shorter whenever it is gone through
            name = leader
        return name


def words(reference: Reference) -> str:
    """A reference as it is written, on one line, without a pinpoint at its end."""
    text, pinpoint = reference.text, reference.pinpoint
    if pinpoint is not None and pinpoint.span.end >= reference.span.end - 1:
        text = text[: max(0, pinpoint.span.start - reference.span.start)].rstrip(" ,;(\n") or text
    return " ".join(text.split())


# --- headings ---------------------------------------------------------------------------------------------------------


def module_of(family: str) -> ModuleType | None:
    """The module of a family; None where there is none of that name."""
    return next((module for module in scan.modules() if family == module.NAME), None)


def shelf_of(family: str) -> Shelf:
    """Where a family stands; one that says nothing stands last, under its name."""
    found = getattr(module_of(family), "SHELF", None)
    return found if isinstance(found, Shelf) else Shelf(f"{family.replace('-', ' ').capitalize()}s", _LAST)


def family_of(reference: Reference, entry: Entry | None) -> str:
    """The family that a source belongs to: the entry knows best, for a declaration by name is a resolution."""
    return entry.family if entry is not None and module_of(entry.family) is not None else reference.family


class Heading(NamedTuple):
    """The heading over a group of sources; sorts as a table has them."""

    place: tuple[int, int]
    natural: tuple[tuple[int, str], ...]
    is_further: bool  # resolutions come before the other series of a body
    text: str


def heading(reference: Reference, knowledge: Knowledge) -> Heading:
    """The heading for a source: what its family says, and the body that issued it."""
    if reference.id is None:
        return Heading((_LAST + 1, 0), (), False, UNDECIDED)
    shelf = shelf_of(family_of(reference, about.entry_of(reference, knowledge)))
    issuers = knowledge.body_of(reference.id)
    bodies = list(dict.fromkeys(issuer.body for issuer in issuers)) or _issuer(reference)
    bodies = [body for body in bodies if body != shelf.heading]
    text = ": ".join(filter(None, (shelf.heading, " and ".join(bodies))))
    series = (issuers[0].series or "").partition(",")[0] if shelf.by_series and issuers else ""
    first = shelf.bodies.index(bodies[0]) if bodies and bodies[0] in shelf.bodies else len(shelf.bodies)
    whole = f"{text}, {series}" if series else text
    return Heading((shelf.place, first), natural(text), series != "resolutions", whole)


def _issuer(reference: Reference) -> list[str]:
    """Who issued it, where only the family knows."""
    module = module_of(reference.family)
    found = module.issuer(reference.id) if module is not None and hasattr(module, "issuer") else None
    return [found] if found else []


def grouped(found: Sequence[Authority]) -> list[tuple[str, list[Authority]]]:
    """The sources under their headings, both sorted as in a table of authorities."""
    groups: dict[Heading, list[Authority]] = defaultdict(list)
    for one in found:
        groups[heading(one.reference, one.knowledge)].append(one)
    return [(head.text, sorted(groups[head], key=_custom)) for head in sorted(groups)]


def _custom(authority: Authority) -> tuple[object, ...]:
    """Numbers by size, names by letter, literature by author and title, letters by date."""
    from juslint import records  # noqa: PLC0415 - only a sorted table asks

    order = shelf_of(family_of(authority.reference, authority.entry)).order
    last = natural(authority.name)
    item = records.of(authority).csl
    if order == "date":
        return (item["issued"]["date-parts"][0] if "issued" in item else [9999], last)
    if order == "author":
        people = (
            item.get("author") or item.get("editor") or ({"literal": item.get("authority", item.get("title", ""))},)
        )
        first = people[0]
        return (
            natural(f"{first.get('family', first.get('literal', ''))} {first.get('given', '')}"),
            natural(item.get("title", "")),
            last,
        )
    return (last,)


def natural(name: str) -> tuple[tuple[int, str], ...]:
    """Sorts numbers by size, resolution 9 before resolution 10, and letters with and without accents together."""
    folded = "".join(one for one in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(one))
    parts = "".join(one if one.isdigit() and one.isascii() else f" {one} " for one in folded).split()
    return tuple(
        (int(part), "") if part.isdigit() and part.isascii() and len(part) < 20 else (10**20, part) for part in parts
    )
