"""Roman numerals, as sessions and parts of documents are numbered."""

from __future__ import annotations

import re

_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NUMERAL = re.compile("[IVXLC]+")


def roman(number: int) -> str:
    """A number from 1 to 399 in Roman numerals."""
    out = ""
    for value, letters in _ROMAN:
        out += letters * (number // value)
        number %= value
    return out


def arabic(numeral: str) -> int | None:
    """The number of a Roman numeral or of digits, however it is composed (`IIII` is 4); None where it is neither."""
    if numeral.isdigit():
        return int(numeral)
    if not _NUMERAL.fullmatch(numeral):
        return None
    values = [_VALUES[letter] for letter in numeral]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
