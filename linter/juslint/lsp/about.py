"""What the knowledge base says of a source, in the short forms that an editor shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint import scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.knowledge import Entry, Knowledge
    from juslint.reference import Reference

STATUS = {
    "found": "known to the knowledge base",
    "absent": "not in the knowledge base, which holds this series completely",
    "not-covered": "not covered by the knowledge base",
}


def entry_of(reference: Reference, knowledge: Knowledge) -> Entry | None:
    """The entry of what a reference refers to."""
    return knowledge.resolve(reference.id).entry if reference.id is not None else None


def title(entry: Entry) -> str | None:
    """The title, or what it is known by."""
    return entry.text("title") or entry.text("subject") or next(entry.names(), None)


def date(entry: Entry) -> str | None:
    """The date as one writes it, of the precision that is known."""
    found = entry.date(entry.date_field())
    return str(found) if found else None


def line(entry: Entry) -> str:
    """Title and date in one line; empty where neither is known."""
    return ", ".join(filter(None, (title(entry), date(entry))))


def links(reference: Reference, knowledge: Knowledge) -> list[str]:
    """Addresses of what a reference refers to, the official page first."""
    if reference.id is None:
        return []
    entry = entry_of(reference, knowledge)
    known = entry.urls() if entry else ()
    return list(dict.fromkeys((*_of_family(reference.family, reference.id), *known)))


def _of_family(family: str, name: str) -> Iterator[str]:
    for module in scan.modules():
        if family == module.NAME and hasattr(module, "links"):
            yield from module.links(name)


def written(entry: Entry) -> str:
    """The proper way to write an entry's source: its family's, else author, title and date."""
    for module in scan.modules():
        if entry.family == module.NAME and entry.family != "web-page" and hasattr(module, "canonical"):
            form = str(module.canonical(entry.id))
            named = entry.text("title") if entry.family == "echr" else None
            return f"{named}, {form.removeprefix('application ')}" if named else form
    people = " and ".join(entry.people())
    return ", ".join(filter(None, (people, title(entry) or entry.id, date(entry))))
