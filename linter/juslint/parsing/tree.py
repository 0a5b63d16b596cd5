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
        found: list[Tok] = []
        _gather_tokens(self, found)
        return iter(found)

    def nodes(self, name: str) -> Iterator[Node]:
        """The outermost nodes called `name` below this one (or this one itself), in reading order."""
        if self.name == name:
            return iter((self,))
        found: list[Node] = []
        _gather_nodes(self, name, found)
        return iter(found)


def _gather_tokens(node: Node, found: list[Tok]) -> None:
    """Lists, not generators inside one another: trees are small and are walked often."""
    for child in node.children:
        if isinstance(child, Tok):
            found.append(child)
        else:
            _gather_tokens(child, found)


def _gather_nodes(node: Node, name: str, found: list[Node]) -> None:
    for child in node.children:
        if isinstance(child, Node):
            if child.name == name:
                found.append(child)
            else:
                _gather_nodes(child, name, found)
