"""Derive from a Lark grammar the one regular expression that its texts match, for RE2.

A rule becomes the alternation of its expansions; direct left recursion `a: b | a c` becomes `b(?:c)*` (Arden's rule);
any other recursion is refused, so that every grammar here is regular. Nothing is ignored between tokens: grammars
write their white space.

The expression accepts a little more than the grammar: a repeat bounded at eight or more is unbounded in it, since RE2
compiles a bounded repeat as that many copies. What it finds and the grammar refuses is searched again from inside.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lark import Token, Tree
from lark.grammar import NonTerminal, Terminal

if TYPE_CHECKING:
    from lark import Lark


def derive(lark: Lark) -> str:
    """The pattern for the grammar's start rule. ValueError where the grammar is not regular or ignores tokens."""
    if lark.ignore_tokens:
        raise ValueError("a grammar of references may not use %ignore: it must say where white space may stand")
    return _LONG_REPEAT.sub(lambda repeat: "*" if repeat[1] == "0" else "+", _Deriver(lark).rule(lark.options.start[0]))


_LONG_REPEAT = re.compile(r"\{([01]),(?:[89]|[1-9][0-9]+)\}")


class _Deriver:
    def __init__(self, lark: Lark) -> None:
        self._terminals = {terminal.name: terminal.pattern for terminal in lark.terminals}
        self._by_value = {pattern.value: name for name, pattern in self._terminals.items() if pattern.type == "str"} | {
            pattern.value: name for name, pattern in self._terminals.items() if pattern.type == "re"
        }
        grammar: Any = lark.grammar
        self._rules: dict[str, Any] = {}
        for name, params, tree, _options in grammar.rule_defs:
            if params:
                raise ValueError(f"rule {name}: templates are not supported")
            self._rules[_name(name)] = tree
        self._open: list[str] = []

    def rule(self, name: str) -> str:
        if name in self._open:
            raise ValueError(f"rule {name} is recursive other than on the left: not regular")
        self._open.append(name)
        bases, tails = [], []
        tree = self._rules[name]
        for alternative in tree.children if tree.data == "expansions" else [tree]:
            parts = _parts(alternative)
            head = parts[0].children[0] if parts and isinstance(parts[0], Tree) and parts[0].data == "value" else None
            if isinstance(head, NonTerminal) and _name(head.name) == name:
                tails.append("".join(self._node(part) for part in parts[1:]))
            else:
                bases.append("".join(self._node(part) for part in parts))
        self._open.pop()
        return _either(bases) + (f"(?:{_either(tails)})*" if tails else "")

    def _node(self, node: Any) -> str:
        if isinstance(node, Terminal | NonTerminal):
            name = _name(node.name)
            return self.rule(name) if name in self._rules else self._terminal(name)
        if isinstance(node, Token):
            return self.rule(str(node)) if str(node) in self._rules else self._terminal(str(node))
        match node.data:
            case "expansions":
                return _either(["".join(self._node(p) for p in _parts(child)) for child in node.children])
            case "expansion" | "alias":
                return "".join(self._node(part) for part in _parts(node))
            case "maybe":
                return f"(?:{self._node(node.children[0])})?"
            case "value":
                return self._node(node.children[0])
            case "literal" | "pattern":
                return self._literal(str(node.children[0]))
            case "expr":
                inner, operator = self._node(node.children[0]), str(node.children[1])
                if operator in "?*+":
                    return f"(?:{inner}){operator}"
                upper = str(node.children[2]) if len(node.children) > 2 else operator
                return f"(?:{inner}){{{operator},{upper}}}"
        raise ValueError(f"the prefilter does not know {node.data!r}")

    def _terminal(self, name: str) -> str:
        return f"(?:{self._terminals[name].to_regexp()})"

    def _literal(self, written: str) -> str:
        value = written[1 : written.rindex(written[0])].encode().decode("unicode_escape") if "\\" in written else ""
        for candidate in (written[1 : written.rindex(written[0])], value):
            if candidate in self._by_value:
                return self._terminal(self._by_value[candidate])
        raise ValueError(f"no terminal for {written}")


def _parts(alternative: Any) -> list[Any]:
    if isinstance(alternative, Tree) and alternative.data == "alias":
        alternative = alternative.children[0]
    if isinstance(alternative, Tree) and alternative.data == "expansion":
        return list(alternative.children)
    return [alternative]


def _either(alternatives: list[str]) -> str:
    return alternatives[0] if len(alternatives) == 1 else "(?:" + "|".join(alternatives) + ")"


def _name(name: Any) -> str:
    return str(getattr(name, "value", name))
