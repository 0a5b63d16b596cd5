"""YAML as the knowledge base allows it: a tree whose every node knows its line and column.

Narrower than YAML on purpose: one document of mappings, lists and plain values; no anchors, no tags, no key twice.
Dates stay text; of bare words only `true`, `false`, `null` and whole numbers are more than text.
"""

from __future__ import annotations

import errno
import gc
import re
import stat
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from juslint.knowledge import flow_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from yaml import MarkedYAMLError

MAX_BYTES = 4_000_000
MAX_DEPTH = 20
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)

Plain = str | int | bool | None | list["Plain"] | dict[str, "Plain"]


class Damage(Exception):  # noqa: N818 it says what the file suffers from
    """A file that cannot be read as the knowledge base's YAML; line and column are one-based."""

    def __init__(self, rule: str, line: int, column: int, message: str) -> None:
        super().__init__(message)
        self.rule, self.line, self.column, self.message = rule, line, column, message


@dataclass(slots=True)
class Node:
    """A value and where it begins. A list or mapping holds nodes; `keys` are the places of a mapping's field names."""

    value: str | int | bool | list[Node] | dict[str, Node] | None
    line: int
    column: int
    keys: dict[str, tuple[int, int]]

    def plain(self) -> Plain:
        """The value without positions."""
        if isinstance(self.value, list):
            return [item.plain() for item in self.value]
        if isinstance(self.value, dict):
            return {key: item.plain() for key, item in self.value.items()}
        return self.value

    def at(self, path: Iterable[str | int]) -> Node:
        """The node that keys and indices lead to, as far as they lead."""
        node = self
        for step in path:
            if isinstance(node.value, dict) and step in node.value:
                node = node.value[str(step)]
            elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
            else:
                break
        return node


def content(file: Path) -> bytes:
    """The bytes of a file, of one that is too large only so many that this shows. OSError where it cannot be read."""
    if not stat.S_ISREG(file.stat().st_mode):  # a pipe would be waited for
        raise OSError(errno.EINVAL, "not a regular file", str(file))
    with file.open("rb") as opened:
        return opened.read(MAX_BYTES + 1)


def decode(data: bytes) -> str:
    """The text of a file. Damage where it is too large, not UTF-8, or holds marks of an unfinished merge."""
    if len(data) > MAX_BYTES:
        raise Damage("size", 1, 1, f"the file is larger than {MAX_BYTES // 1_000_000} MB: split it by year or session")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise Damage(
            "encoding", line, column, f"byte 0x{data[error.start]:02x} is not UTF-8: save the file as UTF-8"
        ) from None
    conflict = _CONFLICT.search(text.replace("\r\n", "\n"))
    if conflict:
        line = conflict.string.count("\n", 0, conflict.start()) + 1
        raise Damage("merge-conflict", line, 1, "marks of a merge conflict: resolve it and remove the marks")
    return text


def read(data: bytes) -> Node:
    """The tree of one file. Damage at the first thing that the knowledge base's YAML does not allow."""
    text = decode(data)
    with _uncollected():
        return _of_rows(text) or _of_any(text)


def read_all(data: bytes) -> tuple[Node | None, list[Damage]]:
    """The tree of one file as far as it can be made, and all that the knowledge base's YAML does not allow in it."""
    found: list[Damage] = []
    try:
        text = decode(data)
        with _uncollected():
            return _of_rows(text) or _of_any(text, found), found
    except Damage as damage:
        return None, [*found, damage]


def rows(data: bytes) -> Iterator[tuple[int, dict[str, Plain]]]:
    """Line and values of each row of a file, as `read` has them under `rows`. Damage; TypeError where it has none."""
    text = decode(data)
    found = flow_rows.split(text)
    if found is not None and found[0].endswith("\nrows:\n"):
        first = found[0].count("\n") + 1
        out: list[tuple[int, dict[str, Plain]]] = []
        for line, written in enumerate(found[1], first):
            fields = flow_rows.plain(written)
            values = {name: _values(value) for name, value in fields}
            if len(values) < len(fields):
                break
            out.append((line, values))
        else:
            _of_any(found[0])
            yield from out
            return
    listed = read(data).at(["rows"])
    if not isinstance(listed.value, list):
        raise TypeError("the field 'rows' is missing or no list")
    for node in listed.value:
        value = node.plain()
        if not isinstance(value, dict):
            raise TypeError(f"line {node.line} is no row of fields")
        yield node.line, value


def _values(written: str | list[str]) -> Plain:
    return _plain(written) if isinstance(written, str) else [_plain(item) for item in written]


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for cycles meanwhile: a tree has none, and there are many nodes to look at."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _of_any(text: str, found: list[Damage] | None = None) -> Node:
    """The tree of any text. Damage; what does not hinder reading on is put into `found` where that is given."""
    import yaml  # noqa: PLC0415

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _build(yaml.parse(text, Loader=loader), found)
    except yaml.MarkedYAMLError as error:
        raise _unread(error, text) from None
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise Damage(
            "encoding", line, column, f"character {_code(error.character)} is not allowed: remove it"
        ) from None


def _of_rows(text: str) -> Node | None:
    """The tree of a file of one-line rows, as `_of_any` makes it; None where the file is not surely of that form."""
    found = flow_rows.split(text)
    if found is None:
        return None
    head, lines = found
    tree = _of_any(head)
    if not isinstance(tree.value, dict):
        return None
    name = next(reversed(tree.value))
    first = head.count("\n") + 1
    listed = [_row(written, line) for line, written in enumerate(lines, first)]
    if any(row is None for row in listed):
        return None
    tree.value[name] = Node([row for row in listed if row is not None], first, 1, {})
    return tree


def _row(written: str, line: int) -> Node | None:
    """One row; None where a field stands in it twice."""
    fields = flow_rows.fields(written)
    value: dict[str, Node] = {}
    for name, _, text, at, items in fields:
        if items is None:
            value[name] = Node(_plain(text), line, at, {})
        else:
            value[name] = Node([Node(_plain(item), line, place, {}) for item, place in items], line, at, {})
    keys = {field.name: (line, field.column) for field in fields}
    return Node(value, line, 3, keys) if len(value) == len(fields) else None


def _plain(text: str) -> str | int | bool | None:
    """A value as written in a row: quoted, or of the words and numbers that are more than text."""
    return flow_rows.unquoted(text) if text[0] == '"' else _worded(text)


def _worded(value: str) -> str | int | bool | None:
    if value in _WORDS:
        return _WORDS[value]
    return int(value) if _WHOLE.fullmatch(value) else value


def _code(character: object) -> str:
    return f"U+{character if isinstance(character, int) else ord(str(character)[:1]):04X}"


def _unread(error: MarkedYAMLError, text: str) -> Damage:
    """Where the parser stopped and why; of what is not closed to the end of the file, where it was opened."""
    problem, mark, opened = error.problem or error.context or "not YAML", error.problem_mark, error.context_mark
    if opened and (mark is None or "end of stream" in problem):
        mark, problem = opened, f"{(error.context or problem).removeprefix('while scanning ')} that nothing closes"
    elif mark and opened and opened.line != mark.line and "a simple key" in (error.context or ""):
        mark, problem = opened, "a field's name with no colon and space behind it"
    elif mark and opened and opened.line != mark.line and "a flow" in (error.context or ""):
        mark, problem = opened, f"a bracket that nothing closes before line {mark.line + 1}, or a comma that lacks"
    elif mark and opened and opened.line != mark.line:
        problem = f"{problem} ({error.context}, from line {opened.line + 1})"
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.splitlines()
    here = lines[line - 1] if line <= len(lines) else ""
    if "\t" in here[: len(here) - len(here.lstrip())] or "'\\t'" in problem:
        return Damage("syntax", line, column, "a tab cannot indent YAML: use spaces")
    return Damage("syntax", line, column, f"not valid YAML: {problem}")


def _build(events: Iterator[object], found: list[Damage] | None) -> Node:
    """One tree from the parser's events, without recursion."""
    import yaml  # noqa: PLC0415

    stack: list[tuple[Node, str | None]] = []  # open collections, each with the key that waits for its value
    root: Node | None = None
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent) and root is not None:
            raise _damage("syntax", event, "a second document: keep one document in a file")
        if not isinstance(event, yaml.NodeEvent):
            if isinstance(event, yaml.CollectionEndEvent):
                stack.pop()
            continue
        node = _node(event)
        for damage in _forbidden(event):
            _tell(damage, found)
        if not stack:
            root = node
        else:
            stack[-1] = _attached(*stack[-1], node, event, found)
        if isinstance(event, yaml.CollectionStartEvent):
            if len(stack) >= MAX_DEPTH:
                raise _damage("syntax", event, f"nested deeper than {MAX_DEPTH} levels")
            stack.append((node, None))
    if root is None or root.value is None:
        raise Damage("empty", 1, 1, "the file holds nothing")
    return root


def _tell(damage: Damage, found: list[Damage] | None) -> None:
    """Note a damage that does not hinder reading on, or raise it where nobody takes notes."""
    if found is None:
        raise damage
    found.append(damage)


def _attached(
    parent: Node, key: str | None, node: Node, event: object, found: list[Damage] | None
) -> tuple[Node, str | None]:
    """Put `node` into its parent: an item of a list, a mapping's next key, or the value of the key that waits."""
    if isinstance(parent.value, list):
        parent.value.append(node)
        return parent, None
    mapping = parent.value
    assert isinstance(mapping, dict)
    if key is not None:
        mapping[key] = node
        return parent, None
    if isinstance(node.value, list | dict) or node.value is None:
        raise _damage("syntax", event, "a field's name must be a plain word")
    name = str(node.value)
    if name in mapping:
        first = parent.keys[name][0]
        _tell(_damage("duplicate-key", event, f"field {name!r} stands here twice (first on line {first})"), found)
        return parent, name
    parent.keys[name] = (node.line, node.column)
    return parent, name


def _forbidden(event: object) -> Iterator[Damage]:
    """What YAML allows at a value and the knowledge base does not."""
    if getattr(event, "anchor", None):  # an alias too has the name of its anchor
        yield _damage("anchor", event, "anchors and aliases (& and *) are not used here: write the value out")
    tag = getattr(event, "tag", None)
    if tag not in (None, "!"):
        yield _damage("tag", event, f"tags such as {str(tag)[:60]} are not used here")


def _node(event: object) -> Node:
    import yaml  # noqa: PLC0415

    mark = event.start_mark  # type: ignore[attr-defined]
    if isinstance(event, yaml.AliasEvent):
        return Node(None, mark.line + 1, mark.column + 1, {})
    if isinstance(event, yaml.MappingStartEvent):
        return Node({}, mark.line + 1, mark.column + 1, {})
    if isinstance(event, yaml.SequenceStartEvent):
        return Node([], mark.line + 1, mark.column + 1, {})
    assert isinstance(event, yaml.ScalarEvent)
    value: str | int | bool | None = event.value
    if event.style in (None, "") and isinstance(value, str):
        value = _worded(value)
    return Node(value, mark.line + 1, mark.column + 1, {})


def _damage(rule: str, event: object, message: str) -> Damage:
    mark = event.start_mark  # type: ignore[attr-defined]
    return Damage(rule, mark.line + 1, mark.column + 1, message)
