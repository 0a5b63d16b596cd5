"""The first line of a knowledge base's file, by which an editor with a YAML language server finds its schema.

`# yaml-language-server: $schema=../../schemas/kb/source.v1.schema.json`: the schemas lie in `schemas/kb` beside the
base, as in juslint's checkout. Where they do not, no file has the line: an editor would call the schema missing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.knowledge.layout import place
from juslint.knowledge.schemas import file_name

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ("schemas", "kb")
_LINE = re.compile(r"^#[ \t]*yaml-language-server:[^\n]*\n", re.MULTILINE)
_TOP = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*")  # comments and empty lines


def wanted(path: Path) -> str | None:
    """The line of the file at a path; None where its path fits no kind, or no such schema lies beside its base."""
    placed = place(path.absolute())
    if placed is None or not placed[0].parent.joinpath(*FOLDER, file_name(placed[2].name)).is_file():
        return None
    return line(path)


def line(path: Path) -> str | None:
    """The line of a file in a base that has the schemas beside it; None where the path fits no kind."""
    placed = place(path.absolute())
    if placed is None:
        return None
    up = "../" * len(placed[1].parts)
    return f"# yaml-language-server: $schema={up}{'/'.join(FOLDER)}/{file_name(placed[2].name)}"


def put(text: str, first: str | None) -> str:
    """The text with `first` as its first line, in place of any such line above its fields; as it is for None."""
    if first is None:
        return text
    top = _TOP.match(text)
    end = top.end() if top else 0
    return f"{first}\n{_LINE.sub('', text[:end])}{text[end:]}"
