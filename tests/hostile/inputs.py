"""Texts that are meant to hurt: one piece over and over, pieces with a running number, markup that is never closed, and
texts whose head or end makes a rule look at all the rest.

`inputs()` gives each by its name: the ending of its file, and a function from a size in characters to the text.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hostile.forms import MIDDLES, NUMBERED
from hostile.making import nested, numbered, repeated
from hostile.pieces import PIECES, WORDS
from hostile.wholes import WHOLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Input = tuple[str, "Callable[[int], str]"]
_SUFFIXES = (".txt", ".md", ".html", ".tex")


def inputs() -> Iterator[tuple[str, Input]]:
    """Every input by its name."""
    yield from _repeated()
    for name, form in NUMBERED.items():
        for suffix in _SUFFIXES:
            yield f"numbered: {name} {suffix}", (suffix, partial(numbered, form))
        if "\n" in form:
            yield f"numbered: {name}, on one line", (".txt", partial(numbered, form.replace("\n", " ")))
    for suffix, middles in MIDDLES.items():
        for name, parts in middles.items():
            yield f"nested: {name} {suffix}", (suffix, _deeper if parts is None else partial(nested, *parts))
    for name, whole in WHOLES.items():
        for suffix in (".md", ".txt"):
            yield f"whole: {name} {suffix}", (suffix, whole)


def _repeated() -> Iterator[tuple[str, Input]]:
    for name, piece in PIECES.items():
        for suffix in _SUFFIXES:
            yield f"piece: {name}{'' if suffix == '.txt' else f' {suffix}'}", (suffix, partial(repeated, piece))
    for name, piece in WORDS.items():
        ways = (("", ".txt", piece), (", on lines", ".txt", f"{piece.rstrip()}\n"))
        for way, suffix, written in (*ways, (", apart", ".txt", f"{piece.rstrip()}\n\n"), (" .md", ".md", piece)):
            yield f"words: {name}{way}", (suffix, partial(repeated, written))


def _deeper(size: int) -> str:
    """A list one level deeper in each line: its size is the square of its depth."""
    depth = int(size**0.5)
    return "".join("  " * level + "- a\n" for level in range(depth))
