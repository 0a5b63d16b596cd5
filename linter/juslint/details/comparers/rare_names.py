"""Family names that stand once, and elsewhere with one letter changed: `Mr Windridge`, and `made in Windbridge, p. 4`.

Both are long, and longer where the usual one stands but once, and no words of the language. One of them is surely that
of a person: a title or an initial stands before it, or `and others` behind it, or it opens an entry of a list. In a
double name, `Haile-Selassie`, two letters may be others. Two that end as names of two families or
of man and woman do are two.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.details.names import families as family_names
from juslint.details.names import letters as name_letters
from juslint.details.names import sexes
from juslint.details.names.persons import PARTICLES
from juslint.details.words import COMMON, FORMAL, OFFICES, RANKS, SMALL, TITLES
from juslint.words import likeness
from juslint.words.states import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.details.text import Details
    from juslint.details.tokens import Detail

ENGLISH_ONLY = True
_SHUNNED = name_letters.SHUNNED | SMALL | COMMON | OFFICES | TITLES | STATES
_CALLED = TITLES | OFFICES | RANKS
_NAME = re.compile(r"[a-z]+(?: [a-z]+)?")
_LETTERS, _LONG = 6, 8  # of a name that stands twice at least beside the odd one, and of one that stands once
_MOST, _ARTICLE = 2, 2  # particles of a name, and letters of those that many names have: `de`
_HEAD = 6  # letters with which two double names begin
_BUCKET, _PLACES = 6, 4  # names of nearly the same letters, and places of one, that are looked at


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each odd family name with the usual one; of two that stand as often, the later."""
    near: dict[str, list[list[Detail]]] = defaultdict(list)
    people = _People(details)
    for (kind, value), places in details.places.items():
        if kind == "name" and _letters(details, places[0]) >= _LETTERS and _is_rare(details, value, places):
            double = [f"{value[:_HEAD]} "] if " " in value else []
            for key in dict.fromkeys([value, *double, *(value[:at] + value[at + 1 :] for at in range(len(value)))]):
                if len(near[key]) < _BUCKET:
                    near[key].append(places)
    spoken: set[str] = set()
    for found in near.values():
        for number, one in enumerate(found):
            for other in found[number + 1 :]:
                rival, odd = sorted((one, other), key=lambda places: (-len(places), places[0].start))
                if len(odd) == 1 and odd[0].value not in spoken and _are_one(details, odd[0], rival[:_PLACES], people):
                    spoken.add(odd[0].value)
                    yield odd[0], rival[0]


class _People:
    """The family names of authors, and what those who bear a name are."""

    def __init__(self, details: Details) -> None:
        self.authors = frozenset(one.family.value for one in details.people if one.first)
        self._offices: dict[str, set[str]] = defaultdict(set)
        for one in details.people:
            self._offices[one.family.value].update(one.called)

    def have_two_offices(self, one: Detail, other: Detail) -> bool:
        """Whether each of two has an office, and none is the other's."""
        ours, theirs = (self._offices.get(each.value, set()) - FORMAL for each in (one, other))
        return bool(ours and theirs) and not ours & theirs


def _is_rare(details: Details, value: str, places: list[Detail]) -> bool:
    """Whether a name is no word of the language, as far as the text shows, and not in capitals."""
    plain = _NAME.fullmatch(value) is not None and not _SHUNNED & {value, *value.split()}
    return plain and ("word", value) not in details.places and not places[0].said.isupper()


def _are_one(details: Details, odd: Detail, places: list[Detail], people: _People) -> bool:
    rival = places[0]
    if not _are_near(odd.value, rival.value) or family_names.are_two(odd.value, rival.value):
        return False
    if odd.value[0] != rival.value[0] or (
        len(places) == 1 and min(_letters(details, one) for one in (odd, rival)) < _LONG
    ):
        return False
    if details.in_roll(odd.segment) or any(one.segment == odd.segment for one in places):
        return False
    author = " " in odd.value and bool(people.authors & {odd.value, rival.value})
    if not author and not any(_is_person(details, one) for one in (odd, *places)):
        return False
    given, others = _given(details, odd), {_given(details, one) for one in places} - {""}
    others = {one for one in others if len(one) > 1} or others  # Paul for P.
    if given and others and not any(family_names.agree(given, one) for one in others):
        return False
    return not (sexes.are_two(details, odd, rival) or people.have_two_offices(odd, rival))


def _are_near(one: str, other: str) -> bool:
    """Whether two names differ by a slip, or two double names by two letters, one of which may be doubled."""
    if one.count(" ") != other.count(" "):
        return False
    letters = set(one) == set(other)
    return likeness.slip(one, other) or (" " in one and letters and one[:_HEAD] == other[:_HEAD] and _two(one, other))


def _two(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - late: most texts need it not

    return OSA.distance(one, other) == 2


def _particles(details: Details, one: Detail) -> list[Detail]:
    """The particles before a family name, from the last on: `van der`."""
    ahead = details.segments[one.segment][max(0, one.at - _MOST) : one.at]
    return list(itertools.takewhile(lambda each: each.value in PARTICLES, reversed(ahead)))


def _letters(details: Details, one: Detail) -> int:
    """How many letters a family name has, with the longer particles before it."""
    if len(one.value) >= _LONG:
        return len(one.value)
    return len(one.value) + sum(len(each.value) for each in _particles(details, one) if len(each.value) > _ARTICLE)


def _before(details: Details, one: Detail) -> Detail | None:
    """What stands right before a name that nothing follows, as nothing follows a family name."""
    particles = _particles(details, one)
    behind = details.segments[one.segment][one.at + 1 : one.at + 2]
    if not one.at or one.gap.strip(". -\u00a0") or (behind and behind[0].kind == "name" and behind[0].gap == " "):
        return None
    at = one.at - len(particles) - 1
    return details.segments[one.segment][at] if at >= 0 else None


def _is_person(details: Details, one: Detail) -> bool:
    before = _before(details, one)
    behind = [other.value for other in details.segments[one.segment][one.at + 1 : one.at + 3]]
    if before is None:
        return False
    initial = len(before.said) == 1 and before.said.isupper() and one.gap.startswith(".")
    return initial or before.value in _CALLED or behind == ["and", "others"]


def _given(details: Details, one: Detail) -> str:
    """The given name or initial right before a family name."""
    before = _before(details, one)
    return before.value if before is not None and before.kind == "name" and before.value not in _CALLED else ""
