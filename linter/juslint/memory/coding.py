"""Values as JSON and back, as their types say: named tuples, frozen dataclasses, tuples, mappings, unions.

A named tuple or a dataclass is the list of its fields; in a union of several types, a value goes with the number of its
type. Nothing in the JSON names a type, so that reading it makes no other objects than the types asked for.
"""

from __future__ import annotations

import json
import sys
import types
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from juslint import dates, document, finding, masthead, reference

_SCOPE = {
    name: value
    for module in (dates, document, finding, masthead, reference)
    for name, value in vars(module).items()
    if isinstance(value, type | types.UnionType) or get_origin(value) is Literal
} | {"Mapping": Mapping, "Sequence": Sequence}
_PLAIN = (str, int, bool, float, type(None))


class _Coder(NamedTuple):
    """`write` makes plain JSON of a value, `read` the value of that; None where the value is its own JSON."""

    write: Any
    read: Any


def dumps(kind: Any, value: Any) -> str:
    """The JSON of a value of the type `kind`."""
    coder = _coder(kind)
    return json.dumps(coder.write(value) if coder.write else value, separators=(",", ":"))


def loads(kind: Any, text: str) -> Any:
    """The value that `dumps` wrote. ValueError, TypeError, KeyError or IndexError where it is no such value."""
    coder = _coder(kind)
    value = json.loads(text)
    return coder.read(value) if coder.read else value


@cache
def _coder(kind: Any) -> _Coder:
    origin, arguments = get_origin(kind), get_args(kind)
    if kind in _PLAIN or origin is Literal:
        return _Coder(None, sys.intern) if origin is Literal else _Coder(None, None)
    if origin in {Union, types.UnionType}:
        return _union(arguments)
    if origin is tuple and arguments[1:] == (Ellipsis,):
        return _many(_coder(arguments[0]))
    if origin is Mapping and arguments[0] is str:
        return _mapping(_coder(arguments[1]))
    if isinstance(kind, type) and (is_dataclass(kind) or hasattr(kind, "_fields")):
        return _fields(kind)
    raise TypeError(f"no way to write down {kind!r}")


def _union(kinds: tuple[Any, ...]) -> _Coder:
    optional = type(None) in kinds
    some = [kind for kind in kinds if kind is not type(None)]
    coders = [_coder(kind) for kind in some]
    if optional and len(some) == 1:
        write, read = coders[0]
        return _Coder(
            write and (lambda value: None if value is None else write(value)),
            read and (lambda value: None if value is None else read(value)),
        )
    numbers = {get_origin(kind) or kind: number for number, kind in enumerate(some)}

    def write_one(value: Any) -> Any:
        if value is None and optional:
            return None
        number = numbers[type(value)]
        own = coders[number].write
        return [number, own(value) if own else value]

    def read_one(value: Any) -> Any:
        if value is None and optional:
            return None
        number, written = value
        own = coders[number].read
        return own(written) if own else written

    return _Coder(write_one, read_one)


def _many(coder: _Coder) -> _Coder:
    write, read = coder
    return _Coder(
        (lambda values: [write(value) for value in values]) if write else None,
        (lambda values: tuple(map(read, values))) if read else tuple,
    )


def _mapping(coder: _Coder) -> _Coder:
    write, read = coder
    return _Coder(
        lambda values: {key: write(value) if write else value for key, value in values.items()},
        lambda values: {sys.intern(key): read(value) if read else value for key, value in values.items()},
    )


def _fields(kind: Any) -> _Coder:
    hints = get_type_hints(kind, localns=_SCOPE)
    named = hasattr(kind, "_fields")
    names = kind._fields if named else tuple(field.name for field in fields(kind) if field.init)
    coders = [_coder(hints[name]) for name in names]
    if named and not any(coder.write or coder.read for coder in coders):
        return _Coder(None, kind._make)  # a tuple is a list to JSON
    writers = [(name, coder.write) for name, coder in zip(names, coders, strict=True)]
    readers = [coder.read for coder in coders]
    return _Coder(
        lambda value: [write(getattr(value, name)) if write else getattr(value, name) for name, write in writers],
        lambda value: kind(*[read(one) if read else one for read, one in zip(readers, value, strict=True)]),
    )
