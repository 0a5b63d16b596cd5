"""The canonical layout of a file of the knowledge base: `juslint kb fmt`.

Two spaces of indentation, list items below their field's name without any; one space after a colon or a comma, none
within brackets; straight double quotation marks; no blank lines, no trailing white space, LF line ends, no byte order
mark, letters and accents as one. A comment stays above or behind what it stood above or behind. The line that names the
schema comes first where that lies beside the base, then `origin`, `licence`, `date`, `id`, `type`; all other order is
the writer's, and so is the choice between lists in brackets and lists of lines, except that rows of bulk files take a
line each.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING

from juslint.knowledge import flow_rows
from juslint.knowledge.modeline import put
from juslint.knowledge.written import Piece, pieces
from juslint.knowledge.yaml_tree import MAX_BYTES, Damage, decode, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.knowledge.yaml_tree import Plain

_FIRST = ("origin", "licence", "date", "id", "type")
_LISTS = ("rows", "papers", "regular", "special", "emergency")  # fields that hold rows, a line each
_IN_FLOW = re.compile(r"[,\[\]{}]|: |:$| #|^$")


def laid_out(data: bytes, first: str | None = None) -> bytes:
    """A file in the canonical layout, with the line `first` (see `modeline`) at its top where one is given.

    Damage where it cannot be read, or would not say the same afterwards.
    """
    text = decode(data.replace(b"\r\n", b"\n").replace(b"\r", b"\n"))
    text = put(unicodedata.normalize("NFC", text), first)
    split = flow_rows.split(text)
    if split is not None and len(text) < MAX_BYTES and not _twice(split[1]):
        head, rows = split
        before = read(f"{head.rstrip()} []\n".encode()).plain()
        made = _written(f"{head.rstrip()} []\n")
        if not made.endswith(f"{head.rstrip().rpartition(chr(10))[2]} []\n"):
            return _checked(text, _written(text))
        _same(before, f"{made}")
        return "\n".join([made.removesuffix(" []\n"), *rows, ""]).encode()
    return _checked(text, _written(text))


def _twice(rows: list[str]) -> bool:
    """Whether a field stands twice in a row, which only the reader of all YAML says rightly."""
    return any(len(names) != len(set(names)) for names in ([name for name, _ in flow_rows.plain(row)] for row in rows))


def _checked(text: str, made: str) -> bytes:
    """The new text, if it says what the old one said, comments included."""
    _same(read(text.encode()).plain(), made)
    return made.encode()


def _same(before: Plain, made: str) -> None:
    if read(made.encode()).plain() != before:
        raise Damage(
            "layout", 1, 1, "this file cannot be laid out without a change of what it says: write it more simply"
        )


def _written(text: str) -> str:
    read(text.encode())  # says what is wrong with it
    root, end = pieces(text)
    if not root.mapping:
        raise Damage("schema", 1, 1, "a file of a knowledge base holds fields")
    pairs = root.pairs()
    top, pairs[0][0].before = pairs[0][0].before, []
    places = {name: place for place, name in enumerate(_FIRST)}
    pairs.sort(key=lambda pair: places.get(str(pair[0].value), len(_FIRST)))
    lines: list[str] = top
    for key, value in pairs:
        lines += _field(key, value, "", rows=key.value in _LISTS)
    lines += end
    return "\n".join(lines) + "\n"


def _field(key: Piece, value: Piece, pad: str, *, rows: bool = False) -> Iterator[str]:
    """The lines of one field of a mapping that is not in brackets."""
    yield from (f"{pad}{comment}" for comment in key.before)
    name = f"{pad}{_scalar(key)}:"
    if isinstance(value.value, str) or value.flow or not value.value:
        if rows and value.items():
            yield from _open(name, key, value, pad)
            yield from _list(value, pad, rows=True)
            return
        yield from (f"{pad}{comment}" for comment in _above(value))
        yield _line(f"{name} {_flow(value, flow=value.flow or not isinstance(value.value, str))}", key, value)
        return
    yield from _open(name, key, value, pad)
    if value.mapping:
        for inner_key, inner in value.pairs():
            yield from _field(inner_key, inner, f"{pad}  ")
    else:
        yield from _list(value, pad, rows=rows)


def _open(name: str, key: Piece, value: Piece, pad: str) -> Iterator[str]:
    yield from (f"{pad}{comment}" for comment in value.before)
    yield _line(name, key)


def _list(value: Piece, pad: str, *, rows: bool) -> Iterator[str]:
    for item in value.items():
        if rows or isinstance(item.value, str) or item.flow or not item.mapping:
            yield from (f"{pad}{comment}" for comment in _above(item))
            yield _line(f"{pad}- {_flow(item, flow=not isinstance(item.value, str))}", item)
            continue
        inner = f"{pad}  "
        (key, first), *others = item.pairs()
        yield from (f"{pad}{comment}" for comment in key.before)
        key.before = []
        begun = list(_field(key, first, inner))
        start = next(place for place, line in enumerate(begun) if not line.lstrip().startswith("#"))
        yield from begun[:start]
        yield f"{pad}- {begun[start].removeprefix(inner)}"
        yield from begun[start + 1 :]
        for key, one in others:
            yield from _field(key, one, inner)


def _line(text: str, *written: Piece) -> str:
    """A line with the comments behind it."""
    return "  ".join([text.rstrip(" "), *(comment for piece in written for comment in piece.after)])


def _above(piece: Piece) -> Iterator[str]:
    """Comments above a value on one line: what stood inside it has no other place."""
    yield from piece.before
    for key, value in piece.pairs():
        yield from (*key.before, *key.after, *_above(value), *value.after)
    for item in piece.items():
        yield from (*_above(item), *item.after)


def _flow(piece: Piece, *, flow: bool) -> str:
    """A value on one line; `flow`: inside brackets."""
    if isinstance(piece.value, str):
        return _scalar(piece, flow=flow)
    if piece.mapping:
        pairs = ((_scalar(key, flow=True), _flow(value, flow=True)) for key, value in piece.pairs())
        return "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"
    return "[" + ", ".join(_flow(item, flow=True) for item in piece.items()) + "]"


def _scalar(piece: Piece, *, flow: bool = False) -> str:
    text = str(piece.value)
    if piece.quoted:
        return json.dumps(text, ensure_ascii=False)
    return json.dumps(text, ensure_ascii=False) if flow and text and _IN_FLOW.search(text) else text
