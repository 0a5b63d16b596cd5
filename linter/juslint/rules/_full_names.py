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
from typing import TYPE_CHECKING, NamedTuple

from juslint.rules import _detail_names, _family_names, _likeness
from juslint.rules._detail_words import COMMON, OFFICES, RANKS, SMALL, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from juslint.rules._detail_tokens import Detail
    from juslint.rules._details import Details

_SHUNNED = _detail_names.SHUNNED | COMMON | OFFICES | SMALL
_NAME = re.compile(r"[a-z]+(?:[ '-][a-z]+)?")
_GAP = re.compile(r"\.?[ \u00a0\n]{1,2}|-|\.-")  # between two names of one person
_PARTICLES = frozenset("de da do dos du des di della van von der den ter la le al el bin ibn".split())  # noqa: SIM905
_LETTERS, _LONG, _BEGIN = 4, 6, 2  # of a family name, of one with a title alone, and with which two begin
_SAME, _TITLED = 4, 8  # letters that are the same in two names that are in no way misspelt, and of one without title
_FRONT = 3  # details before an author at the beginning of an entry
_GIVEN = 4  # given names and initials
_LIKE = 76  # likeness from 0 to 100 of two family names of one given name
_NEAR = 3  # segments between a person who is introduced and the title that stands for them
_MOST, _BUCKET = 3_000, 12  # persons of a text, and of nearly one name, that are compared


class _Person(NamedTuple):
    """The family name and where it stands, the given names or initials, the title, and whether it opens an entry."""

    family: Detail
    given: tuple[str, ...]
    title: tuple[str, ...]
    first: bool

    @property
    def known(self) -> bool:
        """Whether it is surely the name of a person."""
        return bool(self.title) or self.first or any(len(name) == 1 for name in self.given)

    @property
    def is_listed(self) -> bool:
        """Whether it opens a line with its title: so do the members of a committee, some of whom have like names."""
        return bool(self.title) and self.family.at - len(self.given) - len(self.title) <= 1


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each odd family name with the usual one; of two that stand as often, the later."""
    near: dict[str, list[_Person]] = defaultdict(list)
    for person in _persons(details):
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


def _keys(person: _Person) -> Iterator[str]:
    """What two persons share who may be one: a given name and the beginnings of family names; all but one letter."""
    begin = person.family.value[:_BEGIN]
    if person.given:
        yield f"{person.given[0][0]} {begin}"
    if len(person.given) > 1:
        yield " ".join(person.given)
    if person.title or not person.given:
        yield f"{' '.join(person.title)} {begin}"
    if not person.title or not person.given:
        yield f"={begin}"  # a title alone may stand for who was named without


def _persons(details: Details) -> Iterator[_Person]:
    """The persons of a text, in its order."""
    count = 0
    for number, segment in enumerate(details.segments):
        if details.in_roll(number):
            continue
        at = 0
        while at < len(segment) and count < _MOST:
            one = segment[at]
            if one.kind != "name" or one.value in SMALL:
                at += 1
                continue
            end = _end(segment, at)
            person = _person(details, segment, at, end)
            if person is not None:
                count += 1
                yield person
            at = end


def _end(segment: Sequence[Detail], start: int) -> int:
    """Where the run of names ends that begins at a place."""
    at = start + 1
    while at < len(segment):
        one = segment[at]
        joined = _GAP.fullmatch(one.gap) is not None
        before = segment[at - 1].value
        if one.gap not in {" ", "-", ".-"} and len(before) > 1 and before not in TITLES:  # the end of a sentence
            joined = False
        if not joined or not (one.kind == "name" or _is_particle(segment, at)):
            break
        at += 1
    return at


def _is_particle(segment: Sequence[Detail], at: int) -> bool:
    behind = segment[at + 1 : at + 2]
    return segment[at].value in _PARTICLES and bool(behind) and behind[0].kind == "name" and behind[0].gap == " "


def _person(details: Details, segment: Sequence[Detail], start: int, end: int) -> _Person | None:
    """The person whom a run of names is of, if it is one's."""
    title = []
    at = start
    while at < end and (segment[at].value in TITLES or segment[at].value in OFFICES or segment[at].value in RANKS):
        title.append(segment[at].value)
        at += 1
    names = [one for one in segment[at:end] if one.value not in _PARTICLES]
    if not names or any(one.value in _SHUNNED or (one.said.isupper() and len(one.said) > 1) for one in names):
        return None
    inverted = None if title else _inverted(segment, start, end)
    if inverted is not None:
        return _Person(names[0], inverted, (), True)
    *given, family = names
    if len(given) > _GIVEN or len(family.value) < _LETTERS or not _NAME.fullmatch(family.value):
        return None
    if not given and (not title or len(family.value) < _LONG):
        return None
    cited = details.in_note[family.segment] or details.is_entry(family.segment)
    first = (bool(given) and start <= _FRONT and cited) or family.value in details.persons
    return _Person(family, tuple(one.value for one in given), tuple(title), first)


def _inverted(segment: Sequence[Detail], start: int, end: int) -> tuple[str, ...] | None:
    """The given names behind a family name that opens an entry: `Marmolejos, Zoila.`."""
    if end - start != 1 or start > 1 or end >= len(segment) or segment[end].gap != ", " or segment[end].kind != "name":
        return None
    last = _end(segment, end)
    behind = segment[last].gap[:1] if last < len(segment) else "."
    given = tuple(one.value for one in segment[end:last])
    wrong = set(given) & (_SHUNNED | TITLES)
    return given if behind in {".", ",", ":"} and len(given) <= _GIVEN and not wrong else None


def _are_one(details: Details, odd: _Person, other: _Person) -> bool:
    one, rival = odd.family, other.family
    if one.value == rival.value or not (odd.known or other.known) or ("word", one.value) in details.places:
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
    if not _do_agree(odd.given, other.given):
        return False
    full = len(odd.given[0]) > 1 and len(other.given[0]) > 1
    if full:
        return min(len(one.value), len(rival.value)) > _LETTERS or len(odd.given) > 1
    longer = max(len(odd.given[0]), len(other.given[0])) > 1
    return longer and min(len(one.value), len(rival.value)) > _LETTERS and not _are_of_kin(one.value, rival.value)


def _do_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether given names are the same, or the initials of one are those of the other."""
    left, right = (_parts(each) for each in (one, other))
    return all(_family_names.agree(*both) for both in zip(left, right, strict=False))


def _parts(given: Iterable[str]) -> list[str]:
    return [part for name in given for part in re.split(r"[ -]", name)]


def _are_near(odd: _Person, other: _Person) -> bool:
    """Whether two family names differ by a slip; of persons with a title, by a few letters at the end, or by a part."""
    one, rival = odd.family.value, other.family.value
    if _likeness.slip(one, rival) or sorted(one) == sorted(rival):
        return True
    same = _likeness.same_letters(one, rival)
    if same < _SAME or not (odd.title or other.title):
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    if odd.given == other.given:
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


def _is_meant(odd: _Person, other: _Person) -> bool:
    """Whether a title alone stands for the person who was introduced with it a little before."""
    if odd.given or not other.given or not odd.title:
        return False
    titled = odd.title == other.title or (not other.title and len(odd.family.value) >= _TITLED)
    return titled and 0 <= odd.family.segment - other.family.segment <= _NEAR
