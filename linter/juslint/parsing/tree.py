"""What a parse gives: nodes and tokens, plain and immutable."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Tok(NamedTuple):
    """A terminal: its name in the grammar, its text, and where it starts in the parsed text (code points)."""

    type: str
    text: str
    start: int


class Node(NamedTuple):
    """A rule (or the alias of one of its alternatives) and what it is made of, in reading order."""

    name: str
    children: tuple[Node | Tok, ...]

    def tokens(self) -> Iterator[Tok]:
        """All tokens below, in reading order."""
        for child in self.children:
            if isinstance(child, Tok):
                yield child
            else:
                yield from child.tokens()

    def nodes(self, name: str) -> Iterator[Node]:
        """The outermost nodes called `name` below this one (or this one itself), in reading order."""
        if self.name == name:
            yield self
            return
        for child in self.children:
            if isinstance(child, Node):
                yield from child.nodes(name)
