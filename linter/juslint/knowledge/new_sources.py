"""What a citation says of a letter, book, page and the like, as the fields of a file in `sources/`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.families import _names
from juslint.knowledge.compiling import DEFAULT_FAMILY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from juslint.knowledge.base import Knowledge
    from juslint.knowledge.yaml_writing import Value
    from juslint.reference import Reference

_TYPES = {  # of CSL
    "letter": "personal_communication",
    "book": "book",
    "chapter": "chapter",
    "newspaper": "periodical",
    "report": "report",
    "web-page": "webpage",
    "statement": "speech",
    "other": "document",
    "un-resolution": "document",
    "court": "legal_case",
}
_NUMBERED = frozenset({"other", "court", "un-resolution"})  # families whose sources go by a number of their own
_FIRST, _LAST = 1000, 9999  # years of four digits, as a date is written
_SCHEME = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)


def fields(reference: Reference, knowledge: Knowledge) -> dict[str, Value | None]:
    """The fields in canonical order; None for what is not said."""
    family, text = reference.family, reference.text_of
    kind = _TYPES.get(family) or _article(reference, knowledge)
    dated = family != "newspaper"  # a newspaper is cited by its day, and the entry is all its issues
    volume = text("volume")
    return {
        "id": str(reference.id) if family in _NUMBERED else None,
        "type": kind,
        "family": family if DEFAULT_FAMILY.get(kind, "other") != family else None,
        "title": text("title"),
        "author": people(reference, "author"),
        "editor": people(reference, "editor"),
        "container-title": text("container"),
        "sender": text("sender"),
        "recipient": text("recipient"),
        "authority": text("office") or text("issuer") or (issuer(reference) if family in _NUMBERED else None),
        "number": text("number") if text("number") != reference.id else None,
        "symbol": text("symbol"),
        "volume": int(volume) if volume and volume.isdecimal() else volume,
        "page": text("pages"),
        "publisher": text("publisher"),
        "publisher-place": text("place"),
        "issued": issued(reference) if dated else None,
        "subject": text("subject"),
        "URL": text("url"),
    }


def _article(reference: Reference, knowledge: Knowledge) -> str:
    container = reference.text_of("container")
    if container is None:
        return "webpage" if "url" in reference.parts else "article"
    return "article-newspaper" if knowledge.publication(container) else "article-journal"


def issuer(reference: Reference) -> str | None:
    """Who issued it, where the number tells."""
    from juslint.scan import modules  # noqa: PLC0415 - brings the grammars

    for module in modules():
        if reference.family == module.NAME and hasattr(module, "issuer"):
            found: str | None = module.issuer(str(reference.id))
            return found
    return None


def issued(reference: Reference) -> str | int | None:
    """The date of the source: a year as a number, a date as text. A year of two digits, or `0008`, is left out."""
    date = reference.date_of()
    if date is not None and date.month:
        return date.iso()
    year = reference.number_of("year") if date is None else date.year
    return year if year is not None and _FIRST <= year <= _LAST else None


def people(reference: Reference, part: str) -> list[Value] | None:
    """The names in a part as CSL has them. The name of a body is whole."""
    found = reference.parts.get(part)
    if found is None or not isinstance(found.value, tuple) or isinstance(found.value, Date):
        return None
    return [person(name) for name in found.value]


def person(name: str) -> dict[str, Value]:
    """One name, given names first: `Thomas de Waal`, `Human Rights Watch`."""
    family = _names.family(name)
    given = name.removesuffix(family).strip()
    return {"family": family, "given": given} if given else {"literal": name}


def aliases(field: str, values: Iterable[str], seen: str) -> list[Value]:
    """Other right values of a field, as a citation gives them."""
    return [{"field": field, "value": value, "seen": [" ".join(seen.split())]} for value in dict.fromkeys(values)]


def named(reference: Reference) -> tuple[str, ...]:
    """What the file of a source is named after: who wrote it, what it is called, when it appeared."""
    if reference.family in _NUMBERED:
        return (str(reference.id),)
    if reference.family == "newspaper":
        return (reference.text_of("title") or str(reference.id),)
    sides = [reference.text_of("sender") or "", reference.text_of("recipient") or ""]
    if reference.family == "letter":
        return ("letter", *sides, reference.text_of("symbol") or "", (reference.text_of("date") or "")[:4])
    who = next((found for part in ("author", "editor") if (found := reference.parts.get(part))), None)
    author = _names.families_of(who).replace("+", " ") or reference.text_of("office") or ""
    title = (reference.text_of("title") or "").partition(": ")[0]
    date = str(issued(reference) or "")[:4]
    address = _SCHEME.sub("", reference.text_of("url") or "") if not title else ""
    return (author if not title.startswith(author) else "", title, address, date)
