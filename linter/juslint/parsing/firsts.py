"""With which characters a terminal can begin, so that the lexer tries no terminal in vain. Runs at build time only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from juslint.parsing.parser import BEYOND, SEPARATORS

if TYPE_CHECKING:
    from collections.abc import Callable

codes: Any = re._constants  # noqa: SLF001 - what Lark reads terminals with, too
parser: Any = re._parser  # noqa: SLF001
_ALL = frozenset(map(chr, range(ord(BEYOND) + 1)))
_BLANK = "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0"
_ALSO_CASES = frozenset("kKsSiIåÅßµÿ")  # of letters beyond
_CATEGORIES: dict[Any, Callable[[str], bool]] = {
    codes.CATEGORY_DIGIT: lambda character: character.isdecimal(),
    codes.CATEGORY_SPACE: lambda character: character in _BLANK,
    codes.CATEGORY_WORD: lambda character: character.isalnum() or character == "_",
}
_OPPOSITES = {
    codes.CATEGORY_NOT_DIGIT: codes.CATEGORY_DIGIT,
    codes.CATEGORY_NOT_SPACE: codes.CATEGORY_SPACE,
    codes.CATEGORY_NOT_WORD: codes.CATEGORY_WORD,
}
_REPEATS = {codes.MAX_REPEAT, codes.MIN_REPEAT, getattr(codes, "POSSESSIVE_REPEAT", codes.MAX_REPEAT)}
_EMPTY = {codes.AT, codes.ASSERT, codes.ASSERT_NOT}


def of(pattern: str) -> str | None:
    """The characters of Latin-1, and `BEYOND` for all others, with which a match can begin; None where that may be any.

    Never too few; too many where the pattern looks around itself.
    """
    return _told(*sequence(parser.parse(pattern)))


def behind(pattern: str) -> str | None:
    """The same of the first character that is no separator; None too where a match may be of separators alone."""
    return _told(*sequence(parser.parse(pattern), frozenset(SEPARATORS)))


def _told(found: frozenset[str], empty: bool) -> str | None:
    return None if empty or found >= _ALL else "".join(sorted(found))


def sequence(items: Any, skipped: frozenset[str] = frozenset()) -> tuple[frozenset[str], bool]:
    """The first characters, but those `skipped`, of what stands one behind another, and whether all of it may be
    empty or skipped.
    """
    found: frozenset[str] = frozenset()
    for code, argument in items:
        more, empty = _item(code, argument, skipped)
        found |= more
        if not empty:
            return found, False
    return found, True


def _item(code: Any, argument: Any, skipped: frozenset[str]) -> tuple[frozenset[str], bool]:
    if code in _EMPTY:
        return frozenset(), True
    if code in {codes.LITERAL, codes.NOT_LITERAL, codes.IN}:
        found = _class(argument if code is codes.IN else [(codes.LITERAL, argument)])
        found = _ALL - (found - {BEYOND}) if code is codes.NOT_LITERAL else found
        return found - skipped, not found.isdisjoint(skipped)
    if code is codes.BRANCH:
        branches = [sequence(branch, skipped) for branch in argument[1]]
        return frozenset().union(*(found for found, _ in branches)), any(empty for _, empty in branches)
    if code is codes.SUBPATTERN:
        _, added, _, inner = argument
        found, empty = sequence(inner, skipped)
        return (_in_both_cases(found) if added & parser.SRE_FLAG_IGNORECASE else found), empty
    if code in _REPEATS:
        least, _, inner = argument
        found, empty = sequence(inner, skipped)
        return found, empty or least == 0
    return _ALL, True


def _class(items: Any) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    negated = False
    for code, argument in items:
        if code is codes.NEGATE:
            negated = True
        elif code is codes.LITERAL:
            found |= _characters(argument, argument)
        elif code is codes.RANGE:
            found |= _characters(*argument)
        elif code is codes.CATEGORY:
            found |= _category(argument)
    return (_ALL - found) | {BEYOND} if negated else found


def _category(name: Any) -> frozenset[str]:
    holds = _CATEGORIES[_OPPOSITES.get(name, name)]
    return frozenset(each for each in _ALL if holds(each) != (name in _OPPOSITES)) | {BEYOND}


def _characters(first: int, last: int) -> frozenset[str]:
    latin = frozenset(map(chr, range(first, min(last, ord(BEYOND) - 1) + 1)))
    return latin | {BEYOND} if last >= ord(BEYOND) else latin


def _in_both_cases(found: frozenset[str]) -> frozenset[str]:
    """Some letters beyond Latin-1 count as cases of letters in it."""
    found |= _ALSO_CASES if BEYOND in found else frozenset()
    return frozenset(min(case, BEYOND) for each in found for case in (each.lower(), each.upper()) if len(case) == 1) | {
        BEYOND
    }
