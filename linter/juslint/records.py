"""A source of the texts as a bibliographic record: what the knowledge base has of it, else what the texts say."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from juslint.authorities import shelf_of, words
from juslint.knowledge import Entry
from juslint.knowledge.export import Item, _csl
from juslint.knowledge.layout import kind_of
from juslint.knowledge.new_fields import draft

if TYPE_CHECKING:
    from juslint.authorities import Authority
    from juslint.dates import Date
    from juslint.reference import Reference

_GENRES = {"thesis": "thesis", "post": "post"}  # a part that says the type of CSL better than the family does
_MORE = {"doi": "DOI", "isbn": "ISBN", "edition": "edition", "genre": "genre"}  # parts that no entry has as a field


def of(authority: Authority) -> Item:
    """The record, in the variables of CSL 1.0.2; `custom.places` lists the places, and `note` says them in words."""
    entry = authority.entry or _said(authority)
    csl = _csl.item(entry, authority.knowledge)
    if authority.entry is None:
        csl |= _further(authority.reference, csl)
    elif authority.entry.is_publication:
        csl |= _issue(authority)
    if "title" not in csl:
        csl["title"] = authority.name
    places = [f"{place.path}:{place.line}" for place in authority.places]
    csl |= {"note": f"cited at {'; '.join(places)}", "custom": {"places": places}}
    return Item(entry, csl)


def _said(authority: Authority) -> Entry:
    """What the mention that says most says, in the form of an entry."""
    reference = authority.reference
    if reference.id is None:
        return Entry(
            words(reference), "source", "other", "", 0, {"type": shelf_of(reference.family).type or "document"}
        )
    made = draft(reference, authority.knowledge)
    kind = kind_of(PurePosixPath(made.folder, f"{made.stem}.yaml"))
    genre = _GENRES.get(reference.text_of("genre") or "")
    data: dict[str, Any] = {**made.fields, "type": genre or shelf_of(reference.family).type or made.fields.get("type")}
    if data["type"] is None:
        data["type"] = "document"
    return Entry(reference.id, kind.name if kind else "source", reference.family, "", 0, data)


def _further(reference: Reference, csl: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {
        variable: text for part, variable in _MORE.items() if variable not in csl and (text := reference.text_of(part))
    }
    for part, variable in (("date", "issued"), ("accessed", "accessed")):
        date = reference.date_of(part)
        if variable not in csl and date is not None:
            found[variable] = _csl.date(date)
    return found


def _issue(authority: Authority) -> dict[str, Any]:
    """One issue of a newspaper: the entry is all of them."""
    date: Date | None = authority.reference.date_of()
    if date is None:
        return {}
    return {"id": f"{authority.reference.id} {date.iso()}", "issued": _csl.date(date)}
