"""How the matches of an expression begin: the expression without what may be missing at its end. At build time only.

A match may go on for long behind the place from which it is sure to be one. To find where matches begin, RE2 need not
know how they go on: it compiles the beginnings in half the time, and makes a fraction of the states. The beginnings
match wherever the expression does, at no other place, and never further.

Beginnings such as a name, which may stand at every capital, go into an expression of their own: the states of one
automaton for both kinds would be the products of theirs.
"""

from __future__ import annotations

import re
from typing import Any

from juslint.parsing import firsts
from juslint.parsing.firsts import codes, parser

_WIDE = 20  # capitals, of 26, with which a name may begin, and no word that is looked for
_WORTH = 1000  # characters of an expression that is worth a pass of its own
_REPEATS = {codes.MAX_REPEAT, codes.MIN_REPEAT}
_CATEGORIES = {
    codes.CATEGORY_DIGIT: r"\d",
    codes.CATEGORY_NOT_DIGIT: r"\D",
    codes.CATEGORY_SPACE: r"\s",
    codes.CATEGORY_NOT_SPACE: r"\S",
    codes.CATEGORY_WORD: r"\w",
    codes.CATEGORY_NOT_WORD: r"\W",
}
_PLACES = {codes.AT_BOUNDARY: r"\b", codes.AT_NON_BOUNDARY: r"\B"}


def of(pattern: str) -> list[str]:
    """One or two expressions for RE2: at least one matches where `pattern` does. ValueError where it looks around."""
    items = _beginning(parser.parse(pattern))
    groups = ["|".join(map(written, group)) for group in _split(items)]
    return groups if min(map(len, groups)) >= _WORTH else [written(items)]


def _beginning(items: Any) -> list[Any]:
    """The shortest beginnings of what a sequence matches; no items where it may be empty."""
    items = list(items)
    while items:
        last = _first_part(*items.pop())
        if last:
            return [*items, *last]
    return []


def _first_part(code: Any, argument: Any) -> list[Any]:
    if code is codes.BRANCH:
        branches = [_beginning(branch) for branch in argument[1]]
        return [(code, (None, branches))] if all(branches) else []
    if code is codes.SUBPATTERN:
        *options, inner = argument
        begun = _beginning(inner)
        return [(code, (*options, begun))] if begun else []
    if code in _REPEATS:
        least, _, inner = argument
        begun = _beginning(inner) if least else []
        return [(code, (least - 1, least - 1, inner)), *begun] if begun and least > 1 else begun
    return [(code, argument)]


def _split(items: list[Any]) -> tuple[list[list[Any]], list[list[Any]]]:
    """The alternatives of an expression, narrow ones and wide ones."""
    *head, (code, argument) = items
    if code is codes.SUBPATTERN and not head and not argument[1]:
        return _split(argument[3])
    groups: tuple[list[Any], list[Any]] = [], []
    if code is not codes.BRANCH:
        groups[_is_wide(items)].append(items)
        return groups
    for branch in argument[1]:
        if head:
            groups[_is_wide([*head, *branch])].append(branch)
        else:
            for group, found in zip(groups, _split(branch), strict=True):
                group.extend(found)
    if not head:
        return groups
    narrow, wide = ([[*head, (code, (None, group))]] if group else [] for group in groups)
    return narrow, wide


def _is_wide(items: list[Any]) -> bool:
    found, _ = firsts.sequence(items)
    return sum(each.isascii() and each.isupper() for each in found) >= _WIDE


def written(items: Any) -> str:
    """The expression, for RE2, of what Python has parsed. ValueError where it looks around."""
    return "".join(_item(code, argument) for code, argument in items)


def _item(code: Any, argument: Any) -> str:
    if code is codes.LITERAL:
        return _character(argument)
    if code is codes.NOT_LITERAL:
        return f"[^{_character(argument)}]"
    if code is codes.IN:
        return f"[{''.join(_in_class(*each) for each in argument)}]"
    if code is codes.ANY:
        return "."
    if code is codes.AT and argument in _PLACES:
        return _PLACES[argument]
    if code is codes.BRANCH:
        return f"(?:{'|'.join(dict.fromkeys(map(written, argument[1])))})"
    if code is codes.SUBPATTERN:
        return f"(?{'i' if argument[1] & re.IGNORECASE else ''}:{written(argument[3])})"
    if code in _REPEATS:
        least, most, inner = argument
        upper = "" if most is codes.MAXREPEAT else most
        return f"(?:{written(inner)})" + {(0, 1): "?", (0, ""): "*", (1, ""): "+"}.get(
            (least, upper), f"{{{least},{upper}}}"
        )
    raise ValueError(f"the openings of an expression with {code} are not known")


def _in_class(code: Any, argument: Any) -> str:
    if code is codes.NEGATE:
        return "^"
    if code is codes.RANGE:
        return "-".join(map(_character, argument))
    return _CATEGORIES[argument] if code is codes.CATEGORY else _character(argument)


def _character(number: int) -> str:
    written = chr(number)
    return written if written.isascii() and written.isalnum() else f"\\x{{{number:x}}}"
