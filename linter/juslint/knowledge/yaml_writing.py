"""The canonical layout of a knowledge base's files: what a person would write, and what `yaml_tree` reads back alike.

A field a line; lists a line an item, and short lists of names in one line; whatever has fields of its own in one line.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Union

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Value = Union[str, int, "Sequence[Value]", "Mapping[str, Value]"]

_ORDER = (
    *("origin", "licence", "date", "id", "type", "family", "genre", "title", "short-titles", "abbreviations"),
    *("author", "editor", "container-title", "sender", "recipient", "authority", "number", "symbol", "part"),
    *(
        "session",
        "meeting",
        "publisher",
        "publisher-place",
        "issued",
        "other-dates",
        "reissued",
        "event-place",
        "volume",
        "page",
    ),
    *("collection", "mtdsg", "subject", "ecli", "URL", "urls", "also", "aliases"),
)
_IN_LINE = frozenset({"short-titles", "abbreviations", "members", "also"})
_WIDE = 120  # characters of a line of names
_PLAIN = re.compile(r"[^\W_](?:[^\n:#,\[\]{}\"]*[\w.)])?")  # as `flow_rows` has it
_PLAIN_BLOCK = re.compile(r"[^\W_](?:(?:[^\n:#\"]|(?<=[^ ])#|:(?=[^ \n]))*[^\s:#\"])?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?:/[0-9]{2})?")
_NUMERIC = re.compile(r"[0-9][0-9_.,:eExXoO+-]*\Z")  # some reader takes it for a number or a time
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_BROKEN = re.compile(  # not printable, or the end of a line to some reader
    r"[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)


def ordered(fields: Mapping[str, Value], order: Sequence[str] = _ORDER) -> dict[str, Value]:
    """The fields in canonical order, which the schema of a row states; those that have none stand last."""
    known = {name: fields[name] for name in order if name in fields}
    return {**known, **fields}


def written(fields: Mapping[str, Value]) -> str:
    """A whole file."""
    return "".join(f"{line}\n" for line in _lines(fields))


def row(fields: Mapping[str, Value]) -> str:
    """The line of one row."""
    return f"- {flow(fields)}"


def item(text: str) -> str:
    """The line of one item of a list of texts."""
    return f"- {scalar(text, _PLAIN_BLOCK)}"


def _lines(fields: Mapping[str, Value]) -> Iterator[str]:
    for name, value in fields.items():
        if isinstance(value, str | int):
            yield f"{name}: {scalar(value, _PLAIN_BLOCK)}"
        elif isinstance(value, dict) or (name in _IN_LINE and len(name) + len(flow(value)) <= _WIDE):
            yield f"{name}: {flow(value)}"
        else:
            yield f"{name}:"
            yield from (item(one) if isinstance(one, str) else f"- {flow(one)}" for one in value)


def flow(value: Value) -> str:
    """A value on one line."""
    if isinstance(value, str | int):
        return scalar(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {flow(one)}" for name, one in value.items()) + "}"
    return "[" + ", ".join(map(flow, value)) + "]"


def scalar(value: str | int, plain: re.Pattern[str] = _PLAIN) -> str:
    """A text or number that reads back as the same value, whichever reader of YAML it meets."""
    if isinstance(value, int):
        return str(value).lower()
    if _DAY.fullmatch(value):
        return value
    if plain.fullmatch(value) and value.lower() not in _WORDS and not (_NUMERIC.match(value) or _BROKEN.search(value)):
        return value
    return _BROKEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))
