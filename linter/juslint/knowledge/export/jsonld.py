"""JSON-LD in the words of schema.org, for the web of data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from juslint.knowledge.entry import Entry
    from juslint.knowledge.export import Item

_TYPES = {
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "interview": "Article",
    "periodical": "Periodical",
    "personal_communication": "Message",
    "report": "Report",
    "thesis": "Thesis",
    "treaty": "Legislation",
    "webpage": "WebPage",
}
_ACTS = ("un-resolution", "treaty")  # families whose entries are acts, whatever their type


def dump(items: Sequence[Item]) -> str:
    """One graph of all entries."""
    graph = {"@context": "https://schema.org", "@graph": [_node(*item) for item in items]}
    return json.dumps(graph, ensure_ascii=False, indent=1) + "\n"


def _node(entry: Entry, csl: dict[str, Any]) -> dict[str, Any]:
    if entry.kind == "body":
        return _body(entry)
    is_act = entry.family in _ACTS or csl["type"] == "treaty"
    urls = entry.urls()
    issued = entry.adopted() or entry.date()
    days = issued.iso().partition("/")[0] if issued else None
    found = {
        "@id": urls[0] if urls else f"urn:juslint:{quote(entry.id, safe='/:()')}",
        "@type": "Legislation" if is_act else _TYPES.get(csl["type"], "CreativeWork"),
        "identifier": entry.id,
        "name": csl.get("title"),
        "alternateName": [name for name in entry.names() if name != csl.get("title")],
        "url": urls[0] if urls else None,
        "sameAs": list(urls[1:]),
        "author": [_person(person) for person in csl.get("author", ())],
        "editor": [_person(person) for person in csl.get("editor", ())],
        "recipient": [_person(person) for person in csl.get("recipient", ())],
        "publisher": {"@type": "Organization", "name": csl["publisher"]} if "publisher" in csl else None,
        "isPartOf": {"@type": "CreativeWork", "name": csl["container-title"]} if "container-title" in csl else None,
        "genre": csl.get("genre"),
        "pagination": csl.get("page"),
    }
    if is_act:
        found |= {"legislationIdentifier": entry.id, "legislationDate": days}
        found["legislationPassedBy"] = _organization(csl.get("authority"))
    else:
        found |= {"datePublished": days, "sourceOrganization": _organization(csl.get("authority"))}
    return {name: value for name, value in found.items() if value not in (None, [])}


def _body(entry: Entry) -> dict[str, Any]:
    names = list(dict.fromkeys((*entry.names(), *entry.data.get("abbreviations", ()))))
    identifier = f"urn:juslint:{quote(entry.id)}"
    return {
        "@id": identifier,
        "@type": "Organization",
        "identifier": entry.id,
        "name": names[0],
        "alternateName": names[1:],
    }


def _organization(name: str | None) -> dict[str, str] | None:
    return {"@type": "Organization", "name": name} if name else None


def _person(person: dict[str, str]) -> dict[str, str]:
    if "literal" in person:
        return {"@type": "Organization", "name": person["literal"]}
    parts = {"familyName": person["family"]} | ({"givenName": person["given"]} if "given" in person else {})
    return {"@type": "Person", "name": f"{person.get('given', '')} {person['family']}".strip(), **parts}
