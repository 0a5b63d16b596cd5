"""Which terminals tell one digit from another, so that a parse can be replayed on other digits. At build time only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from juslint.parsing import openings
from juslint.parsing.firsts import codes, parser

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FIRST, _LAST = ord("0"), ord("9")
_ALL = frozenset(range(_FIRST, _LAST + 1))
_ANY_DIGIT = (codes.RANGE, (_FIRST, _LAST))
_ANYTHING = [(codes.CATEGORY, codes.CATEGORY_DIGIT), (codes.CATEGORY, codes.CATEGORY_NOT_DIGIT)]
_RE2_CHARACTER = re.compile(r"\\x\{([0-9a-f]+)\}")
_WITH_DIGITS = {codes.CATEGORY_DIGIT, codes.CATEGORY_WORD, codes.CATEGORY_NOT_SPACE}


def telling(terminals: Mapping[str, str]) -> dict[str, str]:
    """The terminals to which it makes a difference which digit of ASCII stands where one stands.

    Each with an expression that takes any digit where the terminal takes some: where this does not match, the terminal
    does not, whatever the digits are. ValueError where a terminal looks around itself or back.
    """
    out = {}
    for name, pattern in terminals.items():
        items = list(parser.parse(pattern))
        if _tells(items):
            written = openings.written(list(map(_relaxed, items)))
            out[name] = _RE2_CHARACTER.sub(lambda found: re.escape(chr(int(found[1], 16))), written)
    return out


def _tells(items: Iterable[tuple[Any, Any]]) -> bool:
    for code, argument in items:
        if code in {codes.LITERAL, codes.NOT_LITERAL}:
            told = argument in _ALL
        elif code is codes.IN:
            told = bool(_named(argument)) and not _named(argument) >= _ALL
        else:
            told = any(map(_tells, _inside(code, argument)))
        if told:
            return True
    return False


def _inside(code: Any, argument: Any) -> list[Any]:
    if code is codes.BRANCH:
        return list(argument[1])
    if code is codes.SUBPATTERN:
        return [argument[3]]
    if code in {codes.MAX_REPEAT, codes.MIN_REPEAT}:
        return [argument[2]]
    if code in {codes.ANY, codes.AT}:
        return []
    raise ValueError(f"what digits mean to an expression with {code} is not known")


def _relaxed(item: tuple[Any, Any]) -> tuple[Any, Any]:
    """What matches wherever the item matches with some digits in place of others."""
    code, argument = item
    if code is codes.LITERAL and argument in _ALL:
        return codes.IN, [_ANY_DIGIT]
    if code is codes.NOT_LITERAL and argument in _ALL:
        return codes.IN, _ANYTHING
    if code is codes.IN and _named(argument):
        if argument[0][0] is codes.NEGATE:
            return codes.IN, _ANYTHING
        return codes.IN, [*argument, _ANY_DIGIT]
    if code is codes.AT:
        return codes.BRANCH, (None, [[]])  # a place: it is left out
    if code is codes.BRANCH:
        return code, (None, [list(map(_relaxed, branch)) for branch in argument[1]])
    if code is codes.SUBPATTERN:
        return code, (*argument[:3], list(map(_relaxed, argument[3])))
    if code in {codes.MAX_REPEAT, codes.MIN_REPEAT}:
        return code, (*argument[:2], list(map(_relaxed, argument[2])))
    return item


def _named(items: Iterable[tuple[Any, Any]]) -> frozenset[int]:
    """The digits that a class names; where it is negated, those that it leaves out."""
    found: set[int] = set()
    for code, argument in items:
        if code is codes.LITERAL:
            found.add(argument)
        elif code is codes.RANGE:
            found.update(range(max(argument[0], _FIRST), min(argument[1], _LAST) + 1))
        elif code is codes.CATEGORY and argument in _WITH_DIGITS:
            found |= _ALL
    return _ALL & found
