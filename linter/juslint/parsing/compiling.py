"""Compile a Lark grammar into plain tables and the regular expression that finds its spans. Imports lark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import lark.lexer
from lark import Lark
from lark.exceptions import GrammarError
from lark.lexer import PatternStr
from lark.parsers.lalr_analysis import LALR_Analyzer, Shift

from juslint import _data
from juslint.parsing import body_names, digits, firsts, openings
from juslint.parsing.prefilter import derive

if TYPE_CHECKING:
    from pathlib import Path

    from juslint.parsing.parser import RuleTable, Tables

# Where interegular happens to be installed, Lark compares every pair of terminals as automata, which takes minutes on
# terminals such as a case name and only warns.
lark.lexer.has_interegular = False
# To RE2 a word's edge is one of ASCII letters; Python is made to think so too, lest the two read a text differently.
_WORD_EDGE = (r"\b", r"(?a:\b)")


def load(path: Path) -> Lark:
    """The grammar at `path` as Lark builds it; `bodies` is the one that the knowledge base makes."""

    def bodies(_base: object, name: str) -> tuple[str, str]:
        if name != body_names.GRAMMAR:
            raise FileNotFoundError(name)
        return name, body_names.grammar(body_names.collect(_data.data_folder("kb") / "bodies"))

    importers: list[Any] = [bodies, str(path.parent)]
    return Lark(
        path.read_text(encoding="utf-8").replace(*_WORD_EDGE),
        parser="lalr",
        lexer="contextual",
        import_paths=importers,
        maybe_placeholders=False,
    )


def conflicts(path: Path) -> str | None:
    """The first shift/reduce or reduce/reduce conflict of a grammar, which Lark would resolve in silence, or None.

    Lark's own `strict=True` checks this too, and besides compares every pair of terminals as automata: that does not
    end in sensible time on terminals such as a case name.
    """
    built: Any = load(path)
    analyzer: Any = LALR_Analyzer(built.parser.parser_conf, strict=True)
    try:
        analyzer.compute_lalr()
    except GrammarError as error:
        return str(error)
    return None


def compile_grammar(path: Path) -> Tables:
    """Tables of the grammar at `path`. Lark's own exceptions where it is no grammar, ValueError where not regular."""
    built = load(path)
    lalr: Any = built.parser
    table = lalr.parser._parse_table  # noqa: SLF001 - Lark's standalone tool reads the same tables
    numbers = {state: index for index, state in enumerate(table.states)}
    productions: list[Any] = []
    rules: list[RuleTable] = []
    states: list[dict[str, int]] = []
    gotos: list[dict[str, int]] = []
    for actions in table.states.values():
        moves: dict[str, int] = {}
        goto: dict[str, int] = {}
        for symbol, (action, argument) in actions.items():
            if action is Shift:
                (moves if _is_terminal(symbol) else goto)[symbol] = numbers[argument]
            else:
                if argument not in productions:
                    productions.append(argument)
                    rules.append(_rule(argument))
                moves[symbol] = -1 - productions.index(argument)
        states.append(moves)
        gotos.append(goto)
    lexers: list[list[str]] = []
    state_lexer = []
    keywords: dict[str, dict[str, str]] = {}
    for state in table.states:
        lexer = lalr.lexer.lexers[state]
        _ = lexer.scanner  # building it embeds the keywords, as Lark does on first use
        names = [terminal.name for terminal in lexer.scanner.terminals]
        if names not in lexers:
            lexers.append(names)
        state_lexer.append(lexers.index(names))
        for name, callback in lexer.callback.items():
            keywords.setdefault(name, {}).update(
                {t.pattern.value: t.name for t in lexer.terminals if isinstance(t.pattern, PatternStr)}
                if hasattr(callback, "scanner")
                else {}
            )
    start = built.options.start[0]
    terminals = {terminal.name: terminal.pattern.to_regexp() for terminal in built.terminals}
    prefilter = derive(built).replace(_WORD_EDGE[1], _WORD_EDGE[0])
    return {
        "name": path.stem,
        "rules": rules,
        "states": states,
        "gotos": gotos,
        "state_lexer": state_lexer,
        "lexers": lexers,
        "terminals": terminals,
        "firsts": {name: firsts.of(pattern) for name, pattern in terminals.items()},
        "behind": {name: firsts.behind(pattern) for name, pattern in terminals.items()},
        "telling": digits.telling(terminals),
        "keywords": {name: words for name, words in keywords.items() if words},
        "start": numbers[table.start_states[start]],
        "accept": numbers[table.end_states[start]],
        "prefilter": prefilter,
        "openings": openings.of(prefilter),
    }


def _is_terminal(symbol: str) -> bool:
    return symbol == "$END" or symbol.lstrip("_").isupper() or symbol.startswith("__ANON")


def _rule(rule: Any) -> RuleTable:
    modes = []
    for symbol in rule.expansion:
        if symbol.is_term:
            modes.append(0 if symbol.filter_out and not rule.options.keep_all_tokens else 1)
        else:
            modes.append(2 if symbol.name.startswith("_") else 1)
    return {
        "origin": rule.origin.name,
        "name": str(rule.alias or rule.origin.name),
        "modes": modes,
        "expand_single": bool(rule.options.expand1) and rule.alias is None,
    }
