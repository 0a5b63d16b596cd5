"""The LALR(1) driver over frozen tables: Lark's contextual lexing and tree shaping without importing Lark."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict

from juslint import patterns
from juslint.parsing import shapes
from juslint.parsing.tree import Node, Tok

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    _Match = Callable[[str, int], re.Match[str] | None]
    _Choices = tuple[tuple[str, _Match, dict[str, str]], ...]

_END = "$END"
_KEEP, _INLINE = 1, 2  # else the value is dropped
_new: Any = tuple.__new__  # a named tuple's own `__new__` takes twice as long
BEYOND = "\u0100"  # in `firsts`: every character from here on
SEPARATORS = ", \t\r\n"  # what many terminals begin with; the character behind tells them apart
_separators: Any = patterns.compile(f"[{SEPARATORS}]*").match


class RuleTable(TypedDict):
    """One production: `modes` says of each symbol whether its value is dropped, kept or inlined into the parent."""

    origin: str
    name: str
    modes: list[int]
    expand_single: bool


class Tables(TypedDict):
    """A compiled grammar, as plain data. `states[i][terminal]` is `n >= 0` to shift to n, `-1 - r` to reduce by rule r;
    `gotos[i][rule]` the state after reducing to that rule; `lexers[state_lexer[i]]` the terminals in matching order;
    `firsts[terminal]` the characters that it can begin with (`firsts.of`), `behind[terminal]` those that can follow
    separators at its head; `telling` those that tell digits apart (`digits.telling`); `prefilter` and `openings`
    expressions for RE2 (`prefilter.derive`, `openings.of`).
    """

    name: str
    rules: list[RuleTable]
    states: list[dict[str, int]]
    gotos: list[dict[str, int]]
    state_lexer: list[int]
    lexers: list[list[str]]
    terminals: dict[str, str]
    firsts: dict[str, str | None]
    behind: dict[str, str | None]
    telling: dict[str, str]
    keywords: dict[str, dict[str, str]]
    start: int
    accept: int
    prefilter: str
    openings: list[str]


class ParseFailure(NamedTuple):
    """Where a parse stopped and what could have followed there (names of terminals)."""

    position: int
    expected: tuple[str, ...]


class Parser:
    """A parser for one grammar. `parse` takes a whole stretch of text; there is no skipping.

    Of the terminals that a state accepts only those are tried that can begin with the character at hand, and each is
    compiled when it is first tried.
    """

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self._compiled: dict[str, _Match] = {}
        self._choices: list[dict[str, _Choices]] = [{} for _ in tables["lexers"]]
        self._of_state = [self._choices[lexer] for lexer in tables["state_lexer"]]
        words = (word for keywords in tables["keywords"].values() for word in keywords)
        self._longest = shapes.LONGEST if shapes.DIGITS.isdisjoint("".join(words)) else 0
        self._shapes: dict[bytes, shapes.Plan | None] = {}
        self._rules = [(len(rule["modes"]), rule["origin"], _shaper(rule)) for rule in tables["rules"]]

    def _tried(self, state: int, key: str) -> _Choices:
        """The terminals that a state accepts and that can begin with a character, in the lexer's order.

        The key is the character and, if it is a separator, the first one behind it that is none, unless the text ends.
        """
        names = self.tables["lexers"][self.tables["state_lexer"][state]]
        keywords = self.tables["keywords"]
        can_begin = (name for name in names if self._can_begin(name, key))
        choices = tuple((name, self._matcher(name), keywords.get(name, {})) for name in can_begin)
        self._of_state[state][key] = choices
        return choices

    def _can_begin(self, name: str, key: str) -> bool:
        first, tables = key[0], self.tables
        if not _can_be(first, tables["firsts"][name]):
            return False
        return first not in SEPARATORS or _can_be(key[1:], tables["behind"][name])

    def _matcher(self, name: str) -> _Match:
        found = self._compiled.get(name)
        if found is None:
            found = self._compiled[name] = patterns.compile(self.tables["terminals"][name]).match
        return found

    def _next(self, state: int, text: str, position: int) -> Tok | None:
        """The terminal at `position` that comes first in the lexer's order; None where that is none, or empty."""
        key = text[position]
        if key > BEYOND:
            key = BEYOND
        elif key in SEPARATORS:
            key = _key(text, position)
        for name, match, keywords in self._of_state[state].get(key) or self._tried(state, key):
            found = match(text, position)
            if found is not None:
                written = found[0]
                kind = keywords.get(written, name) if keywords else name
                return _new(Tok, (kind, written, position)) if written else None
        return None

    def parse(self, text: str) -> Node | ParseFailure:
        """The tree of `text` as a whole, or where and why there is none.

        Most texts are like another one but for their digits: of what was parsed twice the next parses are replayed.
        """
        if len(text) > self._longest:
            return self._parsed(text, [])
        shape = shapes.of(text)
        plan = self._shapes.get(shape)
        if plan is not None:
            tree = shapes.replayed(plan, text)
            return self._parsed(text, []) if tree is None else tree
        if shape in self._shapes:  # the second of its kind
            return self._learnt(text, shape)
        if len(self._shapes) >= shapes.MOST:
            self._shapes.clear()
        self._shapes[shape] = None
        return self._parsed(text, [])

    def _learnt(self, text: str, shape: bytes) -> Node | ParseFailure:
        lexed: list[tuple[int, Tok | None]] = []
        tree = self._parsed(text, lexed)
        guards = tuple(guard for state, token in lexed if token for guard in self._guards(text, state, token))
        made = tree if isinstance(tree, ParseFailure) else shapes.template(tree)
        self._shapes[shape] = shapes.Plan(guards, made)
        return tree

    def _guards(self, text: str, state: int, token: Tok) -> Iterator[shapes.Guard]:
        """What makes a token the same where other digits stand in its shape; one of no kind is where none matches."""
        tables, kind = self.tables, token.type
        telling, words = tables["telling"], tables["keywords"]
        for name in tables["lexers"][tables["state_lexer"][state]]:
            if name in telling and self._relaxed(name)(text, token.start) is not None:
                match = self._matcher(name)
                found = match(text, token.start)
                yield shapes.Guard(token.start, match, -1 if found is None else len(found[0]))
            if name == kind or kind in words.get(name, {}).values():
                break

    def _relaxed(self, name: str) -> _Match:
        """The matcher of what a terminal may be with other digits."""
        found = self._compiled.get(f"{name}, digits")
        if found is None:
            found = self._compiled[f"{name}, digits"] = patterns.compile(self.tables["telling"][name]).match
        return found

    def _parsed(self, text: str, lexed: list[tuple[int, Tok | None]]) -> Node | ParseFailure:
        """What `parse` gives. `lexed` takes the tokens, each with the state in which it was read; None at the end.

        One of no kind stands where no terminal matches.
        """
        tables, rules = self.tables, self._rules
        states, gotos, accept = tables["states"], tables["gotos"], tables["accept"]
        state = tables["start"]
        stack = [state]
        values: list[Any] = []
        position, end = 0, len(text)
        while True:
            token = None if position == end else self._next(state, text, position)
            if token is None and position != end:
                lexed.append((state, Tok("", "", position)))
                return ParseFailure(position, tuple(states[state]))
            kind = _END if token is None else token[0]
            lexed.append((state, token))
            while True:
                action = states[state].get(kind)
                if action is None:
                    return ParseFailure(position, tuple(states[state]))
                if action >= 0:
                    break
                size, origin, shape = rules[~action]
                if size == 1:  # as of half the rules: one value in the place of another
                    values[-1] = shape(values[-1:])
                    stack[-1] = state = gotos[stack[-2]][origin]
                else:
                    made = shape(values[-size:] if size else [])
                    if size:
                        del values[-size:], stack[-size:]
                    values.append(made)
                    state = gotos[stack[-1]][origin]
                    stack.append(state)
                if token is None and state == accept:
                    made = values[-1]
                    return made if isinstance(made, Node) else Node("start", (made,))
            state = action
            stack.append(state)
            values.append(token)
            if token is not None:
                position += len(token[1])


def _key(text: str, position: int) -> str:
    """What decides which terminals are tried at a place (`Parser._tried`)."""
    first = min(text[position], BEYOND)
    if first not in SEPARATORS:
        return first
    at = _separators(text, position).end()
    return first + min(text[at : at + 1], BEYOND)


def _can_be(character: str, said: str | None) -> bool:
    return said is None or (character != "" and character in said)


_CHILDREN: dict[tuple[int, ...], Callable[[list[Any]], tuple[Any, ...]]] = {  # of rules with lists, that most have
    (_INLINE,): lambda values: values[0][1],
    (_KEEP, _INLINE): lambda values: (values[0], *values[1][1]),
    (_INLINE, _KEEP): lambda values: (*values[0][1], values[1]),
    (_INLINE, _INLINE): lambda values: values[0][1] + values[1][1],
}


def _shaper(rule: RuleTable) -> Callable[[list[Any]], Any]:
    """What makes the value of a rule out of the values of its symbols."""
    name, modes, expand_single = rule["name"], rule["modes"], rule["expand_single"]
    of = _CHILDREN.get(tuple(modes))
    if all(mode == _KEEP for mode in modes):
        if expand_single and len(modes) == 1:
            return itemgetter(0)
        return lambda values: _new(Node, (name, tuple(values)))
    if of is not None and not expand_single:
        return lambda values: _new(Node, (name, of(values)))

    def shape(values: list[Any]) -> Any:
        children: list[Node | Tok] = []
        for mode, value in zip(modes, values, strict=True):
            if mode == _KEEP:
                children.append(value)
            elif mode == _INLINE:
                children += value[1]
        if expand_single and len(children) == 1:
            return children[0]
        return _new(Node, (name, tuple(children)))

    return shape
