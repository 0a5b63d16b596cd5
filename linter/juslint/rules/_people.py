"""When two ways to write the names of authors can be the same people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.knowledge import normalise_title

if TYPE_CHECKING:
    from juslint.reference import Reference

_OTHERS = re.compile(r"[,;]?\s+(?:et al\.?|and others|eds?\.?|\(eds?\.?\))\s*$", re.IGNORECASE)
_NEAR = 80  # likeness from 0 to 100 of two writings of one family name


def names(reference: Reference, *parts: str) -> tuple[str, ...]:
    """The names in the first of these parts that the reference has."""
    for part in parts:
        found = reference.parts.get(part)
        if found is not None:
            values = found.value if isinstance(found.value, tuple) else (found.value,)
            return tuple(_OTHERS.sub("", str(value)).strip() for value in values)
    return ()


def agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether both can be the same people: every name of the shorter list is one of the longer."""
    few, many = sorted((one, other), key=len)
    return all(any(same(name, candidate) for candidate in many) for name in few)


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether some name is in both, perhaps in another spelling."""
    return any(_near(_family(a), _family(b)) or _one_given(a, b) for a in map(_words, one) for b in map(_words, other))


def first(reference: Reference) -> str | None:
    """The family name of who comes first, folded; that of the body for what a body issued."""
    found = names(reference, "author", "editor", "issuer", "office")
    return _family(_words(found[0])) or None if found else None


def same(one: str, other: str) -> bool:
    """Whether two writings are one name: initials, missing middle names, accents and acronyms do not matter."""
    left, right = _words(one), _words(other)
    if left == right:
        return True
    if not left or not right or _acronym(left, right) or _acronym(right, left):
        return bool(left and right)
    if _family(left) != _family(right):
        return False
    given, written = left[:-1], right[:-1]
    return not given or not written or _short(given[0], written[0]) or given[0] in written or written[0] in given


def is_body(reference: Reference) -> bool:
    """Whether an organization or office wrote it, which may issue works of like titles in one year."""
    from juslint.families import _names  # noqa: PLC0415 - late: pulls in what reads dates

    return any(_names.family(name) == name for name in names(reference, "author", "editor", "issuer"))


def _words(name: str) -> list[str]:
    family, comma, given = name.partition(",")
    return normalise_title(f"{given} {family}" if comma else name).split()


def _family(words: list[str]) -> str:
    return words[-1] if words else ""


def _near(one: str, other: str) -> bool:
    if one == other:
        return bool(one)
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    return min(len(one), len(other)) > 3 and (fuzz.ratio(one, other) >= _NEAR or OSA.distance(one, other) == 1)


def _one_given(one: list[str], other: list[str]) -> bool:
    """`Harold Koh` and `Harold Kho`: one given name, and short family names of nearly the same letters."""
    if len(one) < 2 or len(other) < 2 or one[0] != other[0] or len(one[0]) < 3:
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - late: most texts need it not

    return OSA.distance(one[-1], other[-1]) == 1


def _short(one: str, other: str) -> bool:
    """`T.` or `Thom` for `Thomas`."""
    return one.startswith(other) or other.startswith(one)


def _acronym(one: list[str], other: list[str]) -> bool:
    return len(one) == 1 and len(other) > 1 and one[0] == "".join(word[0] for word in other)
