"""Write docs/knowledge-base-fields.md, the fields of every kind of file of the knowledge base, from their schemas.

usage: schema_pages.py [--check]

With `--check` nothing is written, and the exit status is 1 where the page is not current.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from juslint.knowledge import schemas
from juslint.knowledge.layout import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).resolve().parents[1] / "docs" / "knowledge-base-fields.md"
COMMAND = "python tools/schema_pages.py"
TOP = f"""\
# Fields of the knowledge base

Every field of every kind of file, with what the schema of the kind says of it. [The knowledge base](knowledge-base.md)
explains how the files are made and checked. This page is made from [the schemas](../schemas/kb), version
{schemas.VERSION}, by `{COMMAND}`. *Needed* fields are in every file (or row) of the kind; a dot leads to
a field inside another one; `[]` stands for each item of a list, `*` for a field of any name.
"""
_WORDS = {"string": "text", "integer": "whole number", "boolean": "true or false", "array": "list", "object": "fields"}


def page() -> str:
    """The whole page."""
    parts = [TOP]
    for name in dict.fromkeys(kind.name for kind in KINDS):
        schema = schemas.load(name)
        places = ", ".join(f"`{kind.pattern}`" for kind in KINDS if kind.name == name)
        parts.append(f"## {name}\n\n{schema['title']}.\n\nWhere: {places}. Schema: [{_file(name)}]({_address(name)})\n")
        parts.append(_table(schema))
    parts.append("## Parts that several kinds share\n")
    for name, schema in schemas.load("common")["$defs"].items():
        parts.append(f"### {name}\n\n{schema['description']} Form: {_form(schema)}.\n")
        if rows := list(_rows(schema, "")):
            parts.append(_lines(rows))
    return "\n".join(parts)


def _file(name: str) -> str:
    return schemas.file_name(name)


def _address(name: str) -> str:
    return f"../schemas/kb/{_file(name)}"


def _table(schema: Any) -> str:
    return _lines(list(_rows(schema, "")))


def _lines(rows: list[tuple[str, ...]]) -> str:
    lines = ["| field | form | needed | what |", "|---|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows)]
    return "\n".join(lines) + "\n"


def _rows(schema: Any, prefix: str) -> Iterator[tuple[str, ...]]:
    """One row a field, and one for each field inside it that is described in place."""
    for variant in (schema, *schema.get("oneOf", ()), *schema.get("anyOf", ())):
        for name, field in variant.get("properties", {}).items():
            needed = ("yes" if variant is schema else "in one form") if name in variant.get("required", ()) else ""
            yield f"`{prefix}{name}`", _cell(_form(field)), needed, _cell(field["description"])
            yield from _rows(field, f"{prefix}{name}.")
    for key, mark in (("items", "[]"), ("additionalProperties", "*")):
        if isinstance(schema.get(key), dict):
            yield from _rows(schema[key], f"{prefix.removesuffix('.')}{'.*' if mark == '*' and prefix else mark}.")


def _form(schema: Any) -> str:
    """What may stand in a field, in a few words."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name})"
    if "enum" in schema:
        return "one of " + ", ".join(f"`{one}`" for one in schema["enum"])
    if "const" in schema:
        return f"`{str(schema['const']).lower()}`"
    for group in ("anyOf", "oneOf"):
        if group in schema and "type" not in schema:
            return " or ".join(dict.fromkeys(_form(one) for one in schema[group]))
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    words = " or ".join(_WORDS[one] for one in kinds)
    if "items" in schema:
        return f"list, each {_form(schema['items'])}"
    if isinstance(schema.get("additionalProperties"), dict):
        return f"{words}, each {_form(schema['additionalProperties'])}"
    return words


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> int:
    """Write the page, or with `--check` say whether it is current."""
    text = page()
    if PAGE.is_file() and PAGE.read_text("utf-8") == text:
        return 0
    if "--check" in sys.argv[1:]:
        print(f"{PAGE} is not current; run: {COMMAND}")
        return 1
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
