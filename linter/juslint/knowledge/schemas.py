"""One file of the knowledge base against the JSON Schema of its kind: every error at its place, in plain words."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from juslint import _data
from juslint.knowledge.layout import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator

    from juslint.knowledge.yaml_tree import Node

VERSION = 1  # of the schemas; docs/knowledge-base.md says what makes another one
_NEAR = 70  # likeness from 0 to 100 above which a field's name is offered instead of an unknown one
_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "array": "a list",
    "object": "fields",
    "boolean": "true or false",
}
_HARMLESS = frozenset({"uniqueItems", "minItems", "minLength", "minProperties"})
_MISSING = re.compile(r"'(?P<name>[^']+)' is a required property")


class Place(NamedTuple):
    """An error of form; line and column are one-based."""

    line: int
    column: int
    message: str


@cache
def _validator(kind: str) -> Validator:
    from jsonschema import Draft202012Validator, validators  # noqa: PLC0415 - slow to import, only checking needs it
    from referencing import Registry, Resource  # noqa: PLC0415

    common = Resource.from_contents(load("common"))
    extend: Callable[..., type[Validator]] = validators.extend
    checker: Any = extend(Draft202012Validator, {"uniqueItems": _unique})
    made: Validator = checker(load(kind), registry=Registry().with_resource(file_name("common"), common))
    return made


def _unique(_validator: Validator, wanted: Any, items: Any, _schema: Any) -> Iterator[ValidationError]:
    """Items that are said twice: jsonschema itself compares every two of them where they are fields."""
    from jsonschema.exceptions import ValidationError  # noqa: PLC0415

    if wanted and isinstance(items, list):
        written = {json.dumps(item, sort_keys=True) for item in items}
        if len(written) < len(items):
            yield ValidationError("one value twice")


def file_name(kind: str) -> str:
    """The name of a kind's schema, which is also its `$id`."""
    return f"{kind}.v{VERSION}.schema.json"


@cache
def load(kind: str) -> Any:
    """The schema of a kind; `common` holds the parts that they share."""
    return json.loads((_data.data_folder("schemas") / "kb" / file_name(kind)).read_text(encoding="utf-8"))


def errors(kind: str, tree: Node) -> Iterator[Place]:
    """Everything in a file that the schema of its kind does not allow, in order of place."""
    found = {place for error in _validator(kind).iter_errors(tree.plain()) for place in _places(error, tree)}
    yield from sorted(found)


def misread(kind: str, tree: Node) -> Iterator[Place]:
    """The errors of `errors` that hinder reading an entry: not what is said twice or empty, or left out of it.

    A field that is unknown hinders nobody, unless another kind has it, and not with such a value.
    """
    found: set[Place] = set()
    for error in _validator(kind).iter_errors(tree.plain()):
        if error.validator == "additionalProperties" and isinstance(error.instance, dict):
            values: dict[str, Any] = error.instance
            said = {name for name, value in values.items() if _is_misread_elsewhere(name, value)}
            keys = tree.at(error.absolute_path).keys
            found |= {place for place in _places(error, tree) if place[:2] in {keys[name] for name in said}}
        elif error.validator not in _HARMLESS and not (error.validator == "required" and not error.absolute_path):
            found |= set(_places(error, tree))
    yield from sorted(found)


def _is_misread_elsewhere(name: str, value: Any) -> bool:
    kinds = _kinds_with().get(name, ())
    return bool(kinds) and all(wrong_value(kind, name, value, of_row=of_row) for kind, of_row in kinds)


@cache
def _kinds_with() -> Mapping[str, Sequence[tuple[str, bool]]]:
    """By the name of a field the kinds that have it, each with whether it is one of their rows."""
    found: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for kind in dict.fromkeys(kind.name for kind in KINDS):
        known = load(kind)["properties"]
        for of_row in (False, True) if "properties" in known.get("rows", {}).get("items", ()) else (False,):
            for name in fields(kind, of_row=of_row):
                found[name].append((kind, of_row))
    return found


def fields(kind: str, *, of_row: bool = False) -> list[str]:
    """The fields that a file of a kind, or a row in it, may have."""
    return list(_schema(kind, of_row=of_row)["properties"])


def required(kind: str, *, of_row: bool = False) -> list[str]:
    """The fields that it must have."""
    return list(_schema(kind, of_row=of_row).get("required", ()))


def described(kind: str, name: str, *, of_row: bool = False) -> str:
    """What the schema says of a field."""
    return str(_schema(kind, of_row=of_row)["properties"].get(name, {}).get("description", ""))


def wrong_value(kind: str, name: str, value: Any, *, of_row: bool = False) -> str | None:
    """Why a field may not have a value, in one line; None where it may."""
    known = _schema(kind, of_row=of_row)["properties"]
    if name not in known:
        return f"unknown field {name!r}{_nearest(name, list(known))}"
    error = next(_validator(kind).evolve(schema=known[name]).iter_errors(value), None)
    return _message(error) if error else None


def _schema(kind: str, *, of_row: bool) -> Any:
    schema: Any = _validator(kind).schema
    return schema["properties"]["rows"]["items"] if of_row else schema


def _places(error: ValidationError, tree: Node) -> Iterator[Place]:
    node = tree.at(error.absolute_path)
    schema: Any = error.schema
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        known = list(schema.get("properties", {}))
        for name in error.instance:
            if name not in known:
                yield Place(*node.keys[name], f"unknown field {name!r}{_nearest(name, known)}")
        return
    nearest = _meant(error) if error.validator in ("oneOf", "anyOf") and isinstance(error.instance, dict) else []
    if nearest:
        yield from (place for one in nearest for place in _places(one, tree))
    else:
        yield Place(node.line, node.column, _message(error))


def _meant(error: ValidationError) -> list[ValidationError]:
    """What is wrong with fields by that one of several forms which fits them best; empty where none does so alone."""
    forms: dict[Any, list[ValidationError]] = {}
    for one in error.context or ():
        forms.setdefault(one.schema_path[0], []).append(one)
    by_fit = sorted(forms.values(), key=len)
    return by_fit[0] if len(by_fit) == 1 or (by_fit and len(by_fit[0]) < len(by_fit[1])) else []


def _nearest(name: str, known: list[str]) -> str:
    from rapidfuzz import process  # noqa: PLC0415

    near = process.extractOne(name, known, score_cutoff=_NEAR)
    return f": did you mean {near[0]!r}?" if near else f": the fields here are {', '.join(known)}"


def _message(error: ValidationError) -> str:
    field = next((f"field {step!r}: " for step in reversed(error.absolute_path) if isinstance(step, str)), "")
    said: Any = error.validator_value
    schema: Any = error.schema
    missing = _MISSING.match(error.message)
    if error.validator == "required" and missing:
        return f"{field}{missing['name']!r} is missing"
    if error.validator == "enum":
        return (
            f"{field}{_short(error.instance)} is not known{_nearest(str(error.instance), [str(one) for one in said])}"
        )
    if error.validator == "type":
        wanted = [said] if isinstance(said, str) else said
        must = " or ".join(_TYPES.get(one, one) for one in wanted)
        return f"{field}must be {must}, not {_short(error.instance)}{_requoted(wanted, error.instance)}"
    if error.validator in ("pattern", "anyOf", "oneOf", "const"):
        return f"{field}{_short(error.instance)} does not fit: {schema.get('description', 'see the schema')}"
    if error.validator in ("minItems", "minLength", "minProperties"):
        return f"{field}holds nothing, or too little: leave the field out, or fill it"
    if error.validator == "uniqueItems":
        return f"{field}holds one value twice"
    return f"{field}{error.message}"


def _requoted(wanted: Sequence[str], value: Any) -> str:
    """How to mend a value that is only wrongly quoted."""
    if "string" in wanted and isinstance(value, int):
        return f': put it in quotation marks, "{json.dumps(value)}"'
    if "integer" in wanted and isinstance(value, str) and value.isdecimal():
        return ": leave the quotation marks out"
    return ""


def _short(value: Any) -> str:
    text = repr(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:57]}…"
