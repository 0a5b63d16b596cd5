"""Files of one-line rows, read without the YAML reader where every line is of the plainest form.

The same tree comes out, with the same places, as from the reader for all YAML; a file with any line that is not surely
read alike is left to it. Bulk tables are most of what a knowledge base holds, and this is many times as fast.
"""

from __future__ import annotations

import json
import re
from typing import NamedTuple

_KEY = r"[a-z][a-z-]*"
_PLAIN = r"[^\W_](?:[^\n:#,\[\]{}\"]*[\w.)])?"  # no marks of YAML, no white space at its ends
_QUOTED = r'"(?:[^"\\\n\x00-\x1f\x7f-\x9f\ufeff]|\\["\\])*"'
_VALUE = rf"(?:{_PLAIN}|{_QUOTED})"
_LIST = rf"\[(?:{_VALUE}(?:, {_VALUE})*)?\]"
_ROW = re.compile(rf"- \{{{_KEY}: (?:{_VALUE}|{_LIST})(?:, {_KEY}: (?:{_VALUE}|{_LIST}))*\}}")
_FIELD = re.compile(rf"({_KEY}): (?:({_VALUE})|({_LIST}))")
_ITEM = re.compile(_VALUE)
_HEAD = re.compile(r"\n[a-z][a-z-]*:\n(?=- \{)")
_PRINTABLE = re.compile(r"[\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]*")


class Field(NamedTuple):
    """A field of a row; columns are one-based, of the name and of the value, and items of a list have theirs."""

    name: str
    column: int
    value: str
    at: int
    items: list[tuple[str, int]] | None


def split(text: str) -> tuple[str, list[str]] | None:
    """What stands before the rows, and the lines of the rows; None where not all of the text is of this form.

    The rows are the last thing in the text, a line each.
    """
    found = _HEAD.search(text)
    if found is None or not text.endswith("}\n") or _PRINTABLE.fullmatch(text) is None:
        return None
    lines = text[found.end() : -1].split("\n")
    return (text[: found.end()], lines) if all(map(_ROW.fullmatch, lines)) else None


def fields(line: str) -> list[Field]:
    """The fields of one row, in order; a name may stand twice."""
    return [_field(found) for found in _FIELD.finditer(line, 3)]


def plain(line: str) -> list[tuple[str, str | list[str]]]:
    """The fields of one row as written, without places."""
    return [
        (name, value if value is not None else _ITEM.findall(listed))
        for name, value, listed in (found.groups() for found in _FIELD.finditer(line, 3))
    ]


def unquoted(text: str) -> str:
    """The text of a quoted value."""
    value: str = json.loads(text)
    return value


def _field(found: re.Match[str]) -> Field:
    name, value, listed = found.groups()
    if listed is None:
        return Field(name, found.start() + 1, value, found.start(2) + 1, None)
    begin = found.start(3)
    items = [(item[0], begin + item.start() + 1) for item in _ITEM.finditer(listed)]
    return Field(name, found.start() + 1, listed, begin + 1, items)
