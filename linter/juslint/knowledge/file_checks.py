"""What can be wrong with a file of the knowledge base before anyone reads its YAML: its name, its place, its bytes."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from juslint.knowledge.layout import KINDS, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.knowledge.yaml_tree import Node

Place = tuple[int, int, str, str]  # line and column, one-based; rule; message
_BOM = b"\xef\xbb\xbf"
_STEM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NAMED = ("body", "document", "adopted-text", "judgment", "treaty", "source", "treaties", "cases", "general-comments")
_UNSEEN = re.compile("[\u00ad\u0085\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffc\ufffd\ufff9-\ufffb]")
_HIDING = re.compile(rb"[\\|>]|[\"'] | [\"']")  # escapes, blocks, quotation marks beside a space
_ESCAPED = re.compile("[\0-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_NEAR = 70  # likeness from 0 to 100 above which a folder's name is offered


def misplaced(path: Path) -> Place | None:
    """What is wrong with the name or folder of a file; None where it lies where its kind has its place."""
    whole = Path(os.path.realpath(path))
    placed = place(whole)
    if path.suffix != ".yaml":
        wanted = place(whole.with_suffix(".yaml"))
        if wanted is None and path.suffix != ".yml":
            return 1, 1, "place", "no file of a knowledge base: their names end in .yaml"
        return 1, 1, "place", f"files of a knowledge base end in .yaml: rename it to {path.stem}.yaml"
    if placed is None:
        return 1, 1, "place", f"no kind of file lies here: {_near(whole)}"
    if placed[2].name in _NAMED and not _STEM.fullmatch(path.stem):
        return 1, 1, "place", f"{path.stem!r} is no name for a file: lower-case letters, digits and single hyphens"
    return None


def _near(path: Path) -> str:
    """The folder that was probably meant, or all of them."""
    from rapidfuzz import process  # noqa: PLC0415

    folders = {part for kind in KINDS for part in PurePosixPath(kind.pattern).parent.parts if "*" not in part}
    for part in path.parts[-2:-5:-1]:
        near = process.extractOne(part, folders - {part}, score_cutoff=_NEAR)
        if near and part not in folders:
            return f"is {part!r} meant to be {near[0]!r}?"
    return f"the places are {', '.join(kind.pattern for kind in KINDS)}"


def bytes_of(data: bytes) -> Iterator[Place]:
    """What other programs left in a file: marks, line ends and characters that nobody sees."""
    if data.startswith(_BOM):
        yield 1, 1, "encoding", "the file begins with a byte order mark: save it as UTF-8 without one"
    ended = data.find(b"\r")
    if ended >= 0:
        column = len(data[data.rfind(b"\n", 0, ended) + 1 : ended].decode("utf-8-sig", "replace")) + 1
        line = data.count(b"\n", 0, ended) + 1
        yield line, column, "line-end", "lines end with a carriage return: save with LF line ends, or run `kb fmt`"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return  # the reader says where
    yield from unseen(text)


def unseen(text: str) -> Iterator[Place]:
    """Characters without a form of their own, and letters that are written as letter and accent."""
    line, start, counted = 1, 0, 0  # the line of the last one, where it starts, and how far lines are counted
    for found in _UNSEEN.finditer(text):
        at = found.start()
        line += text.count("\n", counted, at)
        start = max(start, text.rfind("\n", counted, at) + 1)
        counted = at
        yield line, at - start + 1, "encoding", f"the invisible character U+{ord(found[0]):04X}: remove it"
    if not unicodedata.is_normalized("NFC", text):
        for number, line_text in enumerate(text.split("\n"), 1):
            composed = unicodedata.normalize("NFC", line_text)
            if composed != line_text:
                same = next(
                    i for i, (old, new) in enumerate(zip(line_text, f"{composed}\0", strict=False)) if old != new
                )
                yield (
                    number,
                    same + 1,
                    "encoding",
                    f"letter and accent apart: write {composed[same : same + 1]!r} as one",
                )


def values(data: bytes, tree: Node | None) -> Iterator[Place]:
    """Values that hold what plain lines cannot show: escaped marks, several lines, white space at the ends."""
    if not _HIDING.search(data):
        return
    waiting = [tree] if tree else []
    while waiting:
        node = waiting.pop()
        if isinstance(node.value, list):
            waiting += node.value
        elif isinstance(node.value, dict):
            waiting += node.value.values()
        elif isinstance(node.value, str) and "\n" in node.value:
            yield node.line, node.column, "white-space", "the value has several lines: write it in one"
        elif isinstance(node.value, str) and node.value != node.value.strip():
            yield node.line, node.column, "white-space", "the value begins or ends with white space: remove it"
        elif isinstance(node.value, str):
            hidden = _ESCAPED.search(node.value)
            if hidden:
                code = f"U+{ord(hidden[0]):04X}"
                yield node.line, node.column, "encoding", f"the value holds the invisible character {code}: remove it"
