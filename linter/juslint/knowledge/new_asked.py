"""A new entry of what a person says field by field: the kinds that can be made so, and the draft of what was said.

What goes by a number of its own (a resolution, a symbol, a judgment) is not among them: that is made of its number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from juslint.families import _names
from juslint.knowledge import new_entry, new_values
from juslint.knowledge.new_fields import Draft, slug
from juslint.knowledge.normalise import normalise_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from juslint.knowledge.base import Knowledge
    from juslint.knowledge.entry import Entry
    from juslint.knowledge.new_entry import Head, NewEntry


class Asked(NamedTuple):
    """A kind of source: its type of CSL, what it is, its fields in the order of asking (`!` marks the needed ones)."""

    type: str
    what: str
    asked: str
    folder: str = "sources"

    @property
    def form(self) -> new_entry.Form:
        """What decides the fields."""
        return new_entry.Form("treaty" if self.folder == "treaties" else "source")

    def fields(self) -> list[tuple[str, bool]]:
        """Each field with whether it is needed."""
        return [(name.removesuffix("!"), name.endswith("!")) for name in self.asked.split()]


KINDS = {
    "book": Asked("book", "a book", "title! author editor publisher publisher-place issued!"),
    "chapter": Asked(
        "chapter",
        "a chapter of a book",
        "title! author container-title! editor publisher publisher-place issued! page",
    ),
    "article": Asked(
        "article-journal", "an article in a journal", "title! author container-title! volume number issued! page"
    ),
    "newspaper-article": Asked(
        "article-newspaper", "an article in a newspaper", "title! author container-title! issued! URL"
    ),
    "newspaper": Asked("periodical", "a newspaper or magazine, all its issues", "title! publisher-place URL"),
    "report": Asked("report", "a report", "title! author authority number symbol issued! URL"),
    "letter": Asked("personal_communication", "a letter", "sender! recipient! issued! symbol subject"),
    "page": Asked("webpage", "a page of the web", "title! author URL! issued"),
    "statement": Asked("speech", "a statement or speech", "title author authority issued! URL"),
    "treaty": Asked(
        "treaty",
        "a treaty or declaration",
        "title! issued! event-place short-titles abbreviations collection volume page",
        "treaties",
    ),
}
NUMBERED = "numbered"  # the kind of what is made of its number


def made(kind: Asked, knowledge: Knowledge, root: Path, head: Head, said: Mapping[str, str]) -> NewEntry:
    """The entry of a kind with what was said. Refused as by `new_entry.made`; so is a source that is known."""
    for entry in _same(kind, knowledge, said):
        raise new_entry.Refused(f"known already: {entry.id}", (knowledge.file_of(entry), entry.line))
    draft = Draft(kind.folder, slug(*_named_after(kind, said)), {"type": kind.type})
    return new_entry.made_of(draft, knowledge, root, head, said, said.get("title", kind.what))


def _named_after(kind: Asked, said: Mapping[str, str]) -> tuple[str, ...]:
    year = said.get("issued", "")[:4]
    if kind.type == "personal_communication":
        return ("letter", said.get("sender", ""), said.get("recipient", ""), said.get("symbol", ""), year)
    who = "" if kind.folder == "treaties" else _families(said) or said.get("authority", "")
    title = said.get("title", "").partition(": ")[0]
    return (who if not title.startswith(who) else "", title, "" if kind.type == "periodical" else year)


def _families(said: Mapping[str, str]) -> str:
    """The family names of those who wrote it, else of those who edited it."""
    return _names.families(new_values.several(said.get("author") or said.get("editor") or "")).replace("+", " ")


def _same(kind: Asked, knowledge: Knowledge, said: Mapping[str, str]) -> Iterator[Entry]:
    """Entries of the same address, or of the same type, title, year and author as far as both say them."""
    if "URL" in said and kind.type != "periodical":
        yield from knowledge.by_url(said["URL"])
    title = said.get("title")
    for entry in knowledge.by_title(title) if title else ():
        whole = normalise_title(entry.text("title") or "") == normalise_title(title or "")
        year, ours = (entry.text("issued") or "")[:4], said.get("issued", "")[:4]
        people, names = entry.people("author"), new_values.several(said.get("author", ""))
        if (
            (whole and entry.data.get("type") == kind.type)
            and not (year and ours and year != ours)
            and not (people and names and _names.families(tuple(people)) != _names.families(names))
        ):
            yield entry
