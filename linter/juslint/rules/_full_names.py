"""Persons who are named in full twice, once with a slip: `Dr. Alice Corrigan` and `Alice Corrigall, "A Well"`.

A person is named with given names or initials, `Marie-Sophie de Clippele`, `M.-S. de Clippele`, with the family name
first, `Marmolejos, Zoila.`, or with a title alone, `Lieutenant General Fadlallah`. Two are one where the family names
differ by a slip and the given names agree; or where all names but one of three are the same. One of the two has a
title, or opens an entry or a note, or is that of an author. Where the odd one has a title alone, the same title stands
before the other, close by.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.rules import _detail_names, _family_names, _likeness, _one_person, _persons

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from juslint.rules._detail_tokens import Detail
    from juslint.rules._details import Details
    from juslint.rules._persons import Person

_LETTERS, _LONG, _BEGIN = 4, 6, 2  # of a family name, of one with a title alone, and with which two begin
_SAME, _TITLED = 4, 8  # letters that are the same in two names that are in no way misspelt, and of one without title
_GIVEN = 4  # given names and initials
_LIKE = 76  # likeness from 0 to 100 of two family names of one given name
_NEAR = 3  # segments between a person who is introduced and the title that stands for them
_BUCKET = 12  # persons of nearly one name that are compared


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each odd name with the usual one; of two that stand as often, the later."""
    persons = list(_persons.persons(details))
    yield from _misspelt(details, persons)
    yield from _one_person.OnePerson(details, persons).pairs()


def _misspelt(details: Details, persons: Sequence[Person]) -> Iterator[tuple[Detail, Detail]]:
    near: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        for key in _keys(person):
            near[key].append(person)
    spoken: set[int] = set()
    for found in near.values():
        if len({one.family.value for one in found}) < 2:
            continue
        for odd in found[:_BUCKET]:
            if odd.family.start in spoken or len(details.places[odd.family.key]) > 1:
                continue
            rival = next((one for one in found[:_BUCKET] if _are_one(details, odd, one)), None)
            if rival is not None:
                spoken |= {odd.family.start, rival.family.start}
                yield odd.family, rival.family


def _keys(person: Person) -> Iterator[str]:
    """What two persons share who may be one: a given name and the beginnings of family names; all but one letter."""
    begin = person.family.value[:_BEGIN]
    if person.given:
        yield f"{person.forenames[0][0]} {begin}"
    if len(person.given) > 1:
        yield " ".join(person.forenames)
    if person.title or not person.given:
        yield f"{' '.join(person.title)} {begin}"
    if not person.title or not person.given:
        yield f"={begin}"  # a title alone may stand for who was named without


def _are_one(details: Details, odd: Person, other: Person) -> bool:
    one, rival = odd.family, other.family
    if min(len(one.value), len(rival.value)) < _LETTERS or one.value == rival.value:
        return False
    if not (odd.known or other.known) or ("word", one.value) in details.places:
        return False
    if odd.is_listed and other.is_listed:
        return False
    if not (odd.title or other.title) and _is_bearer(one.value, rival.value):
        return False
    often, usual = len(details.places[one.key]), len(details.places[rival.key])
    if usual < often or (usual == often and rival.start > one.start):
        return False
    if not _are_near(odd, other):
        return False
    if not _are_apart(details, one, rival) or _detail_names.are_of_two_sexes(details, one, rival):
        return False
    if not odd.given or not other.given:
        return _is_meant(odd, other)
    if not _do_agree(odd.forenames, other.forenames):
        return False
    full = len(odd.forenames[0]) > 1 and len(other.forenames[0]) > 1
    if full:
        return min(len(one.value), len(rival.value)) > _LETTERS or len(odd.given) > 1
    longer = max(len(odd.forenames[0]), len(other.forenames[0])) > 1
    return longer and min(len(one.value), len(rival.value)) > _LETTERS and not _are_of_kin(one.value, rival.value)


def _do_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether given names are the same, or the initials of one are those of the other."""
    left, right = (_parts(each) for each in (one, other))
    return all(_family_names.agree(*both) for both in zip(left, right, strict=False))


def _parts(given: Iterable[str]) -> list[str]:
    return [part for name in given for part in re.split(r"[ -]", name)]


def _are_near(odd: Person, other: Person) -> bool:
    """Whether two family names differ by a slip; of persons with a title, by a few letters at the end, or by a part."""
    one, rival = odd.family.value, other.family.value
    if _likeness.slip(one, rival) or sorted(one) == sorted(rival):
        return True
    same = _likeness.same_letters(one, rival)
    if same < _SAME or not (odd.title or other.title):
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    if odd.forenames == other.forenames:
        part = f"{one} ".startswith(f"{rival} ") or f"{rival} ".startswith(f"{one} ")
        return part or fuzz.ratio(one, rival) >= _LIKE
    return odd.family.segment - other.family.segment <= 1 and fuzz.ratio(one, rival) >= _LIKE


def _are_of_kin(one: str, other: str) -> bool:
    """Whether two names may be those of a man and a woman of one family."""
    short, long = sorted((one, other), key=len)
    return long[:-1] == short and long.endswith("a")


def _is_bearer(one: str, other: str) -> bool:
    """Whether one may be the word for who holds the other: `Executive Office`, `Executive Officer`."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and long[len(short) :] in {"r", "er", "or"}


def _are_apart(details: Details, one: Detail, other: Detail) -> bool:
    """Whether two persons do not stand side by side, nor in entries of one list."""
    if one.segment == other.segment:
        return abs(one.at - other.at) > _GIVEN * 2
    return details.lists[one.segment] != details.lists[other.segment] or details.lists[one.segment] == 0


def _is_meant(odd: Person, other: Person) -> bool:
    """Whether a title alone stands for the person who was introduced with it a little before."""
    if odd.given or not other.given or not odd.title:
        return False
    if len(odd.family.value) < _LONG:
        return False
    titled = odd.title == other.title or (not other.title and len(odd.family.value) >= _TITLED)
    return titled and 0 <= odd.family.segment - other.family.segment <= _NEAR
