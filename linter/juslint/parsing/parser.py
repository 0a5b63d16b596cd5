"""The LALR(1) driver over frozen tables: Lark's contextual lexing and tree shaping without importing Lark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict

from juslint.parsing.tree import Node, Tok

if TYPE_CHECKING:
    from collections.abc import Callable

    _Match = Callable[[str, int], re.Match[str] | None]

_END = "$END"
_DROP, _KEEP, _INLINE = 0, 1, 2


class RuleTable(TypedDict):
    """One production: `modes` says of each symbol whether its value is dropped, kept or inlined into the parent."""

    origin: str
    name: str
    modes: list[int]
    expand_single: bool


class Tables(TypedDict):
    """A compiled grammar, as plain data. `states[i][terminal]` is `n >= 0` to shift to n, `-1 - r` to reduce by rule r;
    `gotos[i][rule]` the state after reducing to that rule; `lexers[state_lexer[i]]` the terminals in matching order.
    """

    name: str
    rules: list[RuleTable]
    states: list[dict[str, int]]
    gotos: list[dict[str, int]]
    state_lexer: list[int]
    lexers: list[list[str]]
    terminals: dict[str, str]
    keywords: dict[str, dict[str, str]]
    start: int
    accept: int
    prefilter: str


class ParseFailure(NamedTuple):
    """Where a parse stopped and what could have followed there (names of terminals)."""

    position: int
    expected: tuple[str, ...]


class Parser:
    """A parser for one grammar. `parse` takes a whole stretch of text; there is no skipping.

    Terminals are compiled one by one when they are first tried: most of a short run's time went into joining all
    terminals that each state accepts into one expression.
    """

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self._lexers = [[(name, self._first_use(name)) for name in names] for names in tables["lexers"]]
        self._compiled: dict[str, _Match] = {}

    def _first_use(self, name: str) -> _Match:
        def match(text: str, position: int) -> re.Match[str] | None:
            compiled = self._compiled.get(name)
            if compiled is None:
                compiled = self._compiled[name] = re.compile(self.tables["terminals"][name]).match
                for lexer in self._lexers:
                    lexer[:] = [(other, compiled if other == name else matcher) for other, matcher in lexer]
            return compiled(text, position)

        return match

    def _next(self, text: str, position: int, lexer: int) -> Tok | None:
        """The terminal at `position` that comes first in the lexer's order."""
        for kind, match in self._lexers[lexer]:
            found = match(text, position)
            if found is not None:
                written = found.group()
                kind = self.tables["keywords"].get(kind, {}).get(written, kind)  # noqa: PLW2901
                return Tok(kind, written, position) if written else None
        return None

    def parse(self, text: str) -> Node | ParseFailure:
        """The tree of `text` as a whole, or where and why there is none."""
        tables = self.tables
        states, gotos, rules = tables["states"], tables["gotos"], tables["rules"]
        stack = [tables["start"]]
        values: list[Any] = []
        position, end = 0, len(text)
        while True:
            state = stack[-1]
            if position == end:
                kind, token = _END, None
            else:
                token = self._next(text, position, tables["state_lexer"][state])
                if token is None:
                    return ParseFailure(position, tuple(states[state]))
                kind = token.type
            while True:
                action = states[stack[-1]].get(kind)
                if action is None:
                    return ParseFailure(position, tuple(states[stack[-1]]))
                if action >= 0:
                    break
                rule = rules[-1 - action]
                size = len(rule["modes"])
                children = values[len(values) - size :] if size else []
                if size:
                    del values[len(values) - size :], stack[len(stack) - size :]
                values.append(_shape(rule, children))
                stack.append(gotos[stack[-1]][rule["origin"]])
                if kind == _END and stack[-1] == tables["accept"]:
                    result = values[-1]
                    return result if isinstance(result, Node) else Node("start", (result,))
            stack.append(action)
            values.append(token)
            position += len(token.text) if token else 0


def _shape(rule: RuleTable, values: list[Any]) -> Any:
    children: list[Node | Tok] = []
    for mode, value in zip(rule["modes"], values, strict=True):
        if mode == _KEEP:
            children.append(value)
        elif mode == _INLINE:
            children.extend(value.children)
    if rule["expand_single"] and len(children) == 1:
        return children[0]
    return Node(rule["name"], tuple(children))
