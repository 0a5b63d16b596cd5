"""Whether two entries of a knowledge base go by one name."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from juslint.knowledge.faults import fault
from juslint.knowledge.normalise import normalise_name, normalise_title, normalise_url
from juslint.knowledge.row_checks import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from juslint.knowledge.entry import Entry
    from juslint.knowledge.faults import Fault, File
    from juslint.knowledge.yaml_tree import Node

_LOOKED_UP = ("title", "URL", "id")  # the fields by whose variants an entry is found


class Claim(NamedTuple):
    """That an entry goes by a name. `first`: it is the entry's own (id, title, address), not one of its variants."""

    owner: str
    file: File
    node: Node
    value: str
    first: bool


class _Name(NamedTuple):
    field: str
    value: str
    place: tuple[str | int, ...]
    first: bool


def errors(authored: Sequence[tuple[File, Entry]], rows: Sequence[tuple[File, Entry]]) -> Iterator[Fault]:
    """Ids that two entries share, and variants of one entry that are names of another."""
    claims: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for file, entry in authored:
        for name in _names(entry.data, entry):
            claim = Claim(str(file.path), file, file.tree.at(name.place), name.value, name.first)
            claims[_key(entry, name)].append(claim)
    for file, entry in rows:
        if ("id", entry.id) in claims:
            node = next(node for node, _ in rows_of(file) if node.line == entry.line)
            claims["id", entry.id].append(Claim(str(file.path), file, node, entry.id, first=True))
    yield from _twice(rows)
    for (space, _), found in claims.items():
        yield from _shared(space, found)


def _twice(rows: Sequence[tuple[File, Entry]]) -> Iterator[Fault]:
    """Ids that rows of two files share; those of one file are seen where its order is."""
    first: dict[str, tuple[File, Entry]] = {}
    for file, entry in rows:
        other, before = first.setdefault(entry.id, (file, entry))
        if other is not file:
            node = next(node for node, _ in rows_of(file) if node.line == entry.line)
            message = f"the id {entry.id} is also that of {other.path}:{before.line}"
            yield fault(file, node, "duplicate-id", message)


def _shared(space: str, found: Sequence[Claim]) -> Iterator[Fault]:
    for claim in found:
        others = [other for other in found if other.owner != claim.owner]
        places = ", ".join(sorted({f"{other.owner}:{other.node.line}" for other in others}))
        if others and not claim.first:
            message = f"{claim.value!r} also names another entry: {places}"
            yield fault(claim.file, claim.node, "colliding-alias", message)
        elif space == "id" and any(other.first for other in others):
            yield fault(claim.file, claim.node, "duplicate-id", f"the id {claim.value} is also that of {places}")


def _key(entry: Entry, name: _Name) -> tuple[str, str]:
    if name.field == "URL":
        return "url", normalise_url(name.value)
    if name.field == "id":
        return "id", name.value
    if entry.kind in ("treaty", "body"):
        return "name", normalise_name(name.value)[0]
    return ("publication" if entry.is_publication else "title"), normalise_title(name.value)


def _names(data: Mapping[str, Any], entry: Entry) -> Iterator[_Name]:
    """Every name of an authored entry with its place in the file. Titles of judgments are no names: many share one."""
    yield _Name("id", entry.id, ("id",), first=True)
    for field in ("title", "URL"):
        if field in data and not (field == "title" and entry.kind == "judgment"):
            yield _Name(field, data[field], (field,), first=True)
    if "ecli" in data:
        yield _Name("id", data["ecli"], ("ecli",), first=False)
    for group, field in (("urls", "URL"), ("short-titles", "title"), ("abbreviations", "title")):
        for position, value in enumerate(data.get(group, ())):
            yield _Name(field, value, (group, position), first=False)
    for group in ("aliases", "misspellings"):
        for position, item in enumerate(data.get(group, ())):
            if item.get("field", "title") in _LOOKED_UP:
                yield _Name(item.get("field", "title"), item["value"], (group, position, "value"), first=False)
