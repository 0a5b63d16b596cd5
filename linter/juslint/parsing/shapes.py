"""Texts that differ in their digits alone: the tree of one is the tree of the other, with other digits in it.

To most terminals all digits are alike. The parse of a text of the same shape then takes the same steps, as far as the
terminals that do tell digits apart (`digits.telling`) are found to take the same stretches: only these are tried again.
So the tree is the one that the parser would make, by what an automaton is; nothing is guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from juslint.parsing.tree import Node, Tok

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

LONGEST = 256  # characters of a text whose shape is kept
MOST = 4096  # shapes: bounds memory
_ALIKE = bytes.maketrans(b"123456789", b"000000000")
DIGITS = frozenset("0123456789")
_new: Any = tuple.__new__  # as in the parser


class Guard(NamedTuple):
    """What a terminal that tells digits apart does at a place: the length that it takes, -1 where it does not match.

    Such are the terminals that are tried before the one that matches, and that one, where they could do otherwise.
    """

    position: int
    match: Callable[[str, int], re.Match[str] | None]
    size: int


class Plan(NamedTuple):
    """How the texts of one shape are parsed.

    The template is the tree, with plain tuples for all that holds a digit: the name and children of a node, or the
    terminal, start and end of a token. Where there is no tree it is the failure, which is the same for all.
    """

    guards: tuple[Guard, ...]
    template: Any


def of(text: str) -> bytes:
    """The shape: the text with one digit for all, as bytes, of which that is made in no time."""
    return text.encode("utf-8", "surrogatepass").translate(_ALIKE)


def template(tree: Node | Tok) -> Any:
    """The template of a tree (`Plan`)."""
    if isinstance(tree, Tok):
        return tree if DIGITS.isdisjoint(tree.text) else (tree.type, tree.start, tree.start + len(tree.text))
    children = [template(child) for child in tree.children]
    return (tree.name, children) if any(child.__class__ is tuple for child in children) else tree


def replayed(plan: Plan, text: str) -> Any:
    """The tree of a text of the plan's shape, or the failure; None where its digits make other tokens."""
    for position, match, size in plan.guards:
        found = match(text, position)
        if (-1 if found is None else found.end() - position) != size:
            return None
    made = plan.template
    return _filled(made, text) if made.__class__ is tuple else made


def _filled(made: Any, text: str) -> Node:
    name, children = made
    return _new(  # type: ignore[no-any-return]
        Node,
        (
            name,
            tuple(
                [
                    child
                    if child.__class__ is not tuple
                    else _new(Tok, (child[0], text[child[1] : child[2]], child[1]))
                    if len(child) == 3
                    else _filled(child, text)
                    for child in children
                ]
            ),
        ),
    )
