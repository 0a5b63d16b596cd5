"""Texts of any length from a piece."""

from __future__ import annotations

from itertools import count


def repeated(piece: str, size: int) -> str:
    """A piece over and over, `size` characters of it."""
    return (piece * (size // len(piece) + 1))[:size]


def filled(form: str, n: int) -> str:
    """A piece with the values of its number."""
    above = str(n).translate(_ABOVE)
    return form.format(n=n, a=n % 2, y=1950 + n % 70, d=1 + n % 28, p=1 + n % 900, w=word(n), u=above)


def numbered(form: str, size: int) -> str:
    """A piece over and over with the running values that `forms` names."""
    parts, length = [], 0
    for n in count(1):
        part = filled(form, n)
        parts.append(part)
        length += len(part)
        if length >= size:
            return "".join(parts)
    raise AssertionError


_ABOVE = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
_SYLLABLES = ("ba", "de", "fi", "go", "lu", "ma", "ne", "ri", "so", "tu")


def word(number: int) -> str:
    """A capitalised word for each number, none like its neighbours."""
    return "".join(_SYLLABLES[int(digit)] for digit in str(number)[::-1]).capitalize()


def nested(opening: str, middle: str, closing: str, size: int) -> str:
    """Something in itself, as deep as the size allows."""
    depth = (size - len(middle)) // (len(opening) + len(closing))
    return opening * depth + middle + closing * depth
