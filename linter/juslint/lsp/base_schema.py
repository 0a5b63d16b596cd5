"""Keys and values of a knowledge base's file, as the schema of its kind has them: for completion and hover."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from lsprotocol import types

from juslint.knowledge import schemas
from juslint.lsp import base_files
from juslint.lsp.texts import Position

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from juslint.lsp.desk import Desk
    from juslint.lsp.texts import Text

_LINE = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?:(?P<key>[\w-]+)\s*:(?=\s|$))?")
_FLOW_KEY = re.compile(r"[{,]\s*(?P<key>[\w-]+)\s*:")
_WORD = re.compile(r"[\w-]*$")
_VALUE = re.compile(r"(?P<key>[\w-]+)\s*:\s+[\w-]*$")


class _Place(NamedTuple):
    """Where a line stands: the keys that lead to its mapping, and the keys that this has already."""

    path: tuple[str, ...]
    present: frozenset[str]


def completion(desk: Desk, params: types.CompletionParams) -> types.CompletionList | None:
    """The keys that the mapping at the cursor may have besides, or the values of the key before it."""
    asked = _asked(desk, params.text_document.uri, params.position)
    if asked is None:
        return None
    kind, text, offset = asked
    line = text.position(offset).line
    before = text.source[text.line_start(line) : offset]
    word = _WORD.search(before)
    start = offset - len(word[0] if word else "")
    place = _place(text, line, len(before))
    value = _VALUE.search(before)
    items = []
    if value:
        allowed = _at(kind, (*place.path, value["key"]))
        options = [str(one) for schema in allowed for one in (*schema.get("enum", ()), *_constant(schema))]
        items = [_item(text, start, offset, one, types.CompletionItemKind.EnumMember) for one in options]
    else:
        for schema in _at(kind, place.path):
            for key, said in schema.get("properties", {}).items():
                if key not in place.present:
                    field = types.CompletionItemKind.Field
                    items.append(_item(text, start, offset, key, field, said=_about(said), tail=": "))
    unique = {item.label: item for item in items}
    return types.CompletionList(is_incomplete=False, items=list(unique.values()))


def hover(desk: Desk, params: types.HoverParams) -> types.Hover | None:
    """What the schema says of the key under the cursor."""
    asked = _asked(desk, params.text_document.uri, params.position)
    if asked is None:
        return None
    kind, text, offset = asked
    line = text.position(offset).line
    start, end = text.line_start(line), text.line_end(line)
    for found in re.finditer(r"(?P<key>[\w-]+)\s*:(?=\s|$)", text.source[start:end]):
        if found.start() <= offset - start <= found.end():
            place = _place(text, line, found.start())
            said = [_about(one) for one in _at(kind, (*place.path, found["key"]))]
            shown = next(filter(None, said), "")
            if shown:
                return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, f"**{found['key']}**: {shown}"))
    return None


def _asked(desk: Desk, uri: str, position: types.Position) -> tuple[str, Text, int] | None:
    path = desk.path(uri)
    text, kind = desk.bases.get(path), base_files.kind_of(path)
    if text is None or kind is None:
        return None
    return kind.name, text, text.offset(Position(position.line, position.character))


def _item(  # noqa: PLR0913 - one thing to choose
    text: Text, start: int, end: int, label: str, kind: types.CompletionItemKind, *, said: str = "", tail: str = ""
) -> types.CompletionItem:
    where = types.Range(types.Position(*text.position(start)), types.Position(*text.position(end)))
    return types.CompletionItem(
        label, kind=kind, documentation=said or None, text_edit=types.TextEdit(where, label + tail)
    )


def _place(text: Text, number: int, column: int) -> _Place:
    """The mapping that a column of a line stands in, from the indentation of the lines above it."""
    lines = text.source.split("\n")
    here = lines[number][:column]
    opened = here.count("{") > here.count("}")
    path, level = _above(lines, number, here)
    if opened:
        present = frozenset(found["key"] for found in _FLOW_KEY.finditer(lines[number]))
        inner = _LINE.match(here)
        key = inner["key"] if inner and inner["key"] and here.index("{") > inner.end("key") else None
        return _Place((*path, *([key] if key else [])), present)
    found_keys: set[str] = set()
    for step in (-1, 1):
        at = number if step < 0 else number + 1
        while 0 <= at < len(lines):
            found = _LINE.match(lines[at])
            indent = len(found["indent"]) + len(found["dashes"]) if found else 0
            if lines[at].strip():
                if indent < level:
                    break
                begins = found is not None and bool(found["dashes"]) and indent == level
                if begins and step > 0:
                    break  # the next item of the list
                if found and found["key"] and indent == level:
                    found_keys.add(found["key"])
                if begins:
                    break
            at += step
    return _Place(path, frozenset(found_keys))


def _above(lines: list[str], number: int, here: str) -> tuple[tuple[str, ...], int]:
    """The keys that lead to a line, outermost first, and the column of its mapping."""
    first = _LINE.match(here)
    assert first is not None
    level = len(first["indent"]) + len(first["dashes"])
    limit, path = len(first["indent"]) if first["dashes"] else level, []
    dashed = bool(first["dashes"])
    for line in reversed(lines[:number]):
        found = _LINE.match(line)
        if not line.strip() or found is None or not found["key"]:
            continue
        column = len(found["indent"]) + len(found["dashes"])
        if column < limit or (dashed and column == limit and not found["dashes"]):
            path.append(found["key"])
            limit, dashed = (len(found["indent"]) if found["dashes"] else column), bool(found["dashes"])
    return tuple(reversed(path)), level


def _at(kind: str, path: tuple[str, ...]) -> list[Mapping[str, Any]]:
    """Every schema that may hold at a path of keys; lists are stepped into."""
    here = list(_opened(kind, schemas.load(kind), kind))
    for key in path:
        here = [
            one
            for name, schema in here
            for said in [schema.get("properties", {}).get(key)]
            if isinstance(said, dict)
            for one in _opened(name, said, kind)
        ]
    return [schema for _, schema in here]


def _opened(name: str, schema: Mapping[str, Any], kind: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """A schema with what it refers to, its alternatives, and the items of a list."""
    yield name, schema
    reference = schema.get("$ref")
    if reference:
        file, _, inside = str(reference).partition("#")
        other = file.partition(".")[0] or name
        found: Any = schemas.load(other)
        for step in filter(None, inside.split("/")):
            found = found.get(step, {})
        yield from _opened(other, found, kind)
    for group in ("allOf", "anyOf", "oneOf"):
        for one in schema.get(group, ()):
            yield from _opened(name, one, kind)
    if isinstance(schema.get("items"), dict):
        yield from _opened(name, schema["items"], kind)


def _constant(schema: Mapping[str, Any]) -> list[Any]:
    return [schema["const"]] if "const" in schema else []


def _about(schema: Mapping[str, Any]) -> str:
    said = str(schema.get("description", ""))
    options = ", ".join(map(str, schema.get("enum", ())))
    return f"{said}{' ' if said and options else ''}{f'One of: {options}.' if options else ''}"
