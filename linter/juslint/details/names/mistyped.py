"""The one name in which two persons' names differ, and how much its letters speak for a slip.

The names are laid side by side, from the last on or from the first. Names that are told by the endings of men, women
and families, and other given names altogether, are of two persons.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from juslint.details.names import families as family_names
from juslint.details.words import ENDINGS
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.details.names.persons import Person
    from juslint.details.tokens import Detail

_BEGIN = 2  # letters with which two given names begin
_LETTERS, _LONG, _LONGEST = 4, 6, 9  # of a name that is mistyped
_TAIL = 3  # letters at the end of two given names that are no endings of man and woman
_LIKE = 70  # likeness from 0 to 100 of two names that differ in more than one letter
_PLAIN = frozenset({"e", "s", "z", "n", "t", "y"})  # a letter that is easily left out at the end
_WOMANS = frozenset({"", "u"})  # beside an `a` or `s` in which husband and wife differ
_OF_NONE = frozenset({"a", "e", "o"})  # letters in which they do not: Tanaka, Tanake
_PLURAL = re.compile(r"s?(?:[ -]|$)")
_NEVER = -9.0  # points of names that are of two persons


class Mistyped(NamedTuple):
    """Two names in one place of two persons' names, and the others: those that are the same, and agreeing initials."""

    odd: Detail
    usual: Detail
    same: tuple[str, ...]
    initials: int
    place: Literal["first", "inner", "family"]


def aligned(odd: Person, usual: Person) -> Iterator[Mistyped]:
    """The one pair of names in which two persons differ, laid side by side from the last name, or from the first."""
    left, right = odd.names, usual.names
    ways = [(left[::-1], right[::-1])]
    if len(left) != len(right) and odd.given and usual.given:
        ways.append((left, right))
        ways.append((_without_initials(left), _without_initials(right)))
    for one, other in ways:
        both = list(zip(one, other, strict=False))
        differing = [pair for pair in both if not _agree(*pair)]
        if len(differing) == 1:
            odd_name, usual_name = differing[0]
            same = tuple(a.value for a, b in both if a.value == b.value and len(a.value) > 1)
            initials = len(both) - 1 - len(same)
            yield Mistyped(odd_name, usual_name, same, initials, _place(odd, odd_name, same))


def _without_initials(names: tuple[Detail, ...]) -> tuple[Detail, ...]:
    """The first name and the last, and whole ones between them."""
    return (names[0], *(one for one in names[1:-1] if len(one.value) > 1), names[-1])


def _place(person: Person, name: Detail, same: Sequence[str]) -> Literal["first", "inner", "family"]:
    if name is person.family:
        return "family"
    first = person.names[0]
    return "inner" if name != first and first.value in same else "first"


def _agree(one: Detail, other: Detail) -> bool:
    return family_names.agree(one.value, other.value)


def are_forms(one: str, other: str) -> bool:
    """Whether two may be forms of one word: the General Service, and the General Services."""
    same = likeness.same_letters(one, other)
    singular = [_PLURAL.sub("-", each) for each in (one, other)]  # Directors-General
    return {one[same:], other[same:]} <= ENDINGS or singular[0] == singular[1]


def of_letters(names: Mistyped) -> float:
    """How much the letters of two names speak for a slip."""
    one, other = names.odd.value, names.usual.value
    if len(one) == len(other) == 1:
        return 0.5 if names.same and names.initials else _NEVER
    if min(len(one), len(other)) < _LETTERS - 1:
        return _NEVER
    if likeness.slip(one, other) or sorted(one) == sorted(other):
        points = 2.0 + (len(other) >= _LONGEST) - 0.5 * (min(len(one), len(other)) < _LETTERS)
        if names.place == "family":
            return points - _of_families(names)
        short, long = sorted((one, other), key=len)
        kin = one[:-1] == other[:-1] or (long.startswith(short) and long[-1] in "aeio")  # Mario and Maria
        kin = kin or (one[:-2] == other[:-2] and (one[-1] == "a") != (other[-1] == "a"))  # Christian and Christina
        return points - 3.0 * kin
    if are_forms(one, other) or family_names.are_two(one, other):
        return _NEVER
    if names.place == "inner":  # Juan Roberto and Juan Alberto Serrano
        return 0.0 if len(names.same) > 1 else _NEVER
    return _NEVER if one[0] != other[0] else _of_other_letters(names)


def _of_other_letters(names: Mistyped) -> float:
    """The same of two names that begin alike and differ in more than one letter."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    one, other = names.odd.value, names.usual.value
    same, least = likeness.same_letters(one, other), min(len(one), len(other))
    like = fuzz.ratio(one, other) >= _LIKE
    if names.place == "family":
        tied = len(other) >= _LONG or names.same or names.initials
        return 1.0 + (same >= _LONG - 1) if like and tied else -2.0
    if names.initials:  # Yehuda Z. and Yuval Z. Blum
        return 0.0
    if (
        like and least >= _LONG and _BEGIN < same <= least - _TAIL
    ):  # Bénédicte and Benoîte, but not Christine, Christina
        return 2.0
    ends = same >= _BEGIN and one[-1] == other[-1] and abs(len(one) - len(other)) < _BEGIN
    if ends and len(names.same) > 1 and least >= _LONG:  # Edward and Edmund Porter Alexander
        return -1.0
    return 0.5 if like and len(other) >= _LONG else _NEVER  # brothers have the same initials


def _of_families(names: Mistyped) -> float:
    """How much two family names are told by their ends: as man and woman, much; as two families, less."""
    one, other = names.odd.value, names.usual.value
    if not family_names.are_two(one, other):
        return 0.0
    same = likeness.same_letters(one, other)
    ends = {one[same:], other[same:]}
    if one[-1] != other[-1] and ("a" in {one[-1], other[-1]} or ends == {"s", "u"}):  # Petrov, Petrova; Rallis, Ralli
        is_letter = not ends & _WOMANS and (bool(names.same) or ends <= _OF_NONE)  # Pierre Caminade, Pierre Caminada
        return 9.0 if not is_letter else 1.0 if ends <= _OF_NONE else 1.5
    plain = ends <= _PLAIN | {""}
    known = bool(names.same) or names.initials > 1
    return 1.0 if plain and known else 1.5 if plain else 3.0
