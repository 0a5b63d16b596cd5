"""Persons whose names differ in one part, where the rest of the name is borne by nobody else in the text.

`Dr Peter Odhiambo` for Dr Peter Otieno; `Walker D. Hinds` for Hines; `Banza and Vermeiren` for Banza and Vermeulen;
`Walker B. Hines`; `J. Natapei` where all others are K. or Kalo Natapei. The odd name stands once, the other one in two
parts of the text or more, and no roll of names has either.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.details.names import letters as name_letters
from juslint.details.names import sexes
from juslint.details.words import COMMON, ENDINGS, OFFICES, SMALL, TITLES
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.details.text import Details
    from juslint.details.tokens import Detail

ENGLISH_ONLY = True
_SHUNNED = name_letters.SHUNNED | COMMON | OFFICES | TITLES
_LETTERS, _MOST = 4, 60  # letters of a name, and places of one that are compared
_LIKE = 70  # likeness from 0 to 100 of two fellow authors
_FRAME, _BEFORE = 2, 6  # telling words before two initials, and details among which they stand
_OFTEN = 4  # times that a name in capitals stands behind one word
_OFFICE = 4  # telling words that name an office
_NAME = re.compile(r"[a-z]+(?:[' -][a-z]+)*")
_KEY = tuple[str, ...]


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each odd name or initial, with the usual one."""
    found = _Groups()
    for one in details.of("name"):
        if not one.at:
            continue
        segment = details.segments[one.segment]
        before = segment[one.at - 1]
        if before.kind == "name" and one.gap in {" ", ". "}:
            _add(segment, before, one, found)
        elif before.value == "and" and before.at:
            _add_fellows(segment, before, found)
    judges = (
        (found.given, _is_of_given, 2),
        (found.fellows, _is_fellow, 2),
        (found.inner, _is_inner, 2),
        (found.first, _is_first, 1),
        (found.offices, _is_of_office, 1),
    )
    for groups, judge, least in judges:
        for key, places in groups.items():
            for odd, usual in _odd(places, least):
                rival = next((one for one in usual if _may_be_one(details, odd, one)), None)
                if rival is not None and judge(details, key, odd, usual):
                    yield (
                        (_with_name(details, odd), _with_name(details, rival)) if len(odd.value) == 1 else (odd, rival)
                    )


def _with_name(details: Details, initial: Detail) -> Detail:
    """An initial with the family name behind it."""
    name = details.segments[initial.segment][initial.at + 1]
    said = details.document.text[initial.start : name.start + len(name.said)]
    return initial._replace(said=said, key=("initial", said))


class _Groups:
    """Names by what stands beside them."""

    def __init__(self) -> None:
        self.given: dict[_KEY, list[Detail]] = defaultdict(list)  # family names by the given name
        self.fellows: dict[_KEY, list[Detail]] = defaultdict(list)  # family names by that of a fellow author
        self.inner: dict[_KEY, list[Detail]] = defaultdict(list)  # initials by the names on both sides
        self.first: dict[_KEY, list[Detail]] = defaultdict(list)  # initials by the family name
        self.offices: dict[_KEY, list[Detail]] = defaultdict(list)  # family names by the words of the office


def _add(segment: Sequence[Detail], before: Detail, one: Detail, found: _Groups) -> None:
    ahead = segment[before.at - 1] if before.at else None
    if len(before.value) > 1:
        if before.value in TITLES:
            behind = [each.value for each in segment[one.at + 1 : one.at + 9] if each.value not in SMALL][:_OFFICE]
            if len(behind) == _OFFICE and segment[one.at + 1].gap.startswith(","):
                found.offices[tuple(behind)].append(one)
        elif before.value not in _SHUNNED:
            found.given[before.value,].append(one)
    elif ahead is not None and ahead.kind == "name" and before.gap == " " and len(ahead.value) > 1:
        if ahead.value not in _SHUNNED:
            found.given[ahead.value,].append(one)
            found.inner[ahead.value, one.value].append(before)
    elif len(one.value) > 1:
        found.first[one.value,].append(before)


def _add_fellows(segment: Sequence[Detail], conjunction: Detail, found: _Groups) -> None:
    """Two family names with `and` between them, each by the other; initials aside."""
    one = segment[conjunction.at - 1]
    behind = list(itertools.dropwhile(lambda each: len(each.value) == 1, segment[conjunction.at + 1 :][:3]))
    if one.kind == "name" and behind and behind[0].kind == "name" and not {one.value, behind[0].value} & _SHUNNED:
        found.fellows["before", one.value].append(behind[0])
        found.fellows["behind", behind[0].value].append(one)


def _odd(found: Sequence[Detail], least: int) -> Iterator[tuple[Detail, list[Detail]]]:
    """What stands once in a group, with all that stands in `least` segments of it or more."""
    values: dict[str, list[Detail]] = defaultdict(list)
    for one in found[:_MOST]:
        values[one.value].append(one)
    if len(values) < 2:
        return
    for places in values.values():
        if len(places) == 1:
            for others in values.values():
                if others is not places and len({one.segment for one in others}) >= least:
                    yield places[0], others


def _may_be_one(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether two can be one name, and do not stand side by side; nor are they of a man and a woman."""
    if not (_NAME.fullmatch(odd.value) and _NAME.fullmatch(rival.value)) or {odd.value, rival.value} & _SHUNNED:
        return False
    if len(odd.value) > 1 and not _is_titled(details, odd) and _are_forms(odd.value, rival.value):
        return False
    if details.are_told_together(odd, rival) or any(details.in_roll(one.segment) for one in (odd, rival)):
        return False
    if any(details.is_foreign(one.segment) for one in (odd, rival)) and not _is_titled(details, odd):
        return False
    return not sexes.are_two(details, odd, rival)


def _is_titled(details: Details, one: Detail) -> bool:
    """Whether a title stands before a given name and a family name."""
    return one.at > 1 and details.segments[one.segment][one.at - 2].value in TITLES


def _are_forms(one: str, other: str) -> bool:
    """Whether two names are forms of one word, or one word written in two ways."""
    if one.startswith(other) or other.startswith(one):
        return True
    same = likeness.same_letters(one, other)
    joined = [re.sub(r"s?(?: |-|$)", "", name_letters.spelt(each)) for each in (one, other)]
    return {one[same:], other[same:]} <= ENDINGS or joined[0] == joined[1]


def _count(details: Details, value: str) -> int:
    return len(details.places.get(("name", value), ()))


def _is_of_given(details: Details, key: _KEY, odd: Detail, usual: Sequence[Detail]) -> bool:
    """Whether nobody else has the given name, and the family name is misspelt; or another, of the same first letter.

    The latter where the odd one has a title, and stands in no entry of a list.
    """
    rival = usual[0]
    if min(len(odd.value), len(rival.value)) < _LETTERS or len(details.places[odd.key]) > 1:
        return False
    if _is_operation(odd, usual):
        return True
    if _count(details, key[0]) > len(usual) + 1 or ("word", odd.value) in details.places:
        return False
    if likeness.slip(odd.value, rival.value):
        return True
    return _is_titled(details, odd) and odd.value[0] == rival.value[0] and not details.is_entry(odd.segment)


def _is_operation(odd: Detail, usual: Sequence[Detail]) -> bool:
    """Whether a name in capitals is much like the one that so often stands behind the same word: `Operation IRINI`."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    one, other = odd.value, usual[0].value
    if len(usual) < _OFTEN or not (odd.said.isupper() and usual[0].said.isupper()) or len(one) != len(other):
        return False
    return one[:2] == other[:2] and fuzz.ratio(one, other) >= _LIKE - 10


def _is_fellow(details: Details, key: _KEY, odd: Detail, usual: Sequence[Detail]) -> bool:
    """Whether two fellows of one author have nearly the same name."""
    return len(key) > 1 and _are_like(details, odd, usual[0])


def _are_like(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether two names begin alike and have most of their letters in common; the odd one stands nowhere else."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    one, other = odd.value, rival.value
    if len(details.places[odd.key]) > 1 or one[0] != other[0] or ("word", one) in details.places:
        return False
    return min(len(one), len(other)) >= _LETTERS and bool(fuzz.ratio(one, other) >= _LIKE)


def _is_inner(details: Details, key: _KEY, odd: Detail, usual: Sequence[Detail]) -> bool:
    """Whether an initial between two names is another one: nobody else has either name."""
    both = len(odd.value) == 1 == len(usual[0].value)
    return both and all(_count(details, name) >= len(usual) + 1 for name in key)


def _is_first(details: Details, key: _KEY, odd: Detail, usual: Sequence[Detail]) -> bool:
    """Whether all others of the family name begin with another letter, and the same words stand before the initials."""
    letters = [
        details.segments[one.segment][one.at - 1].value[0]
        for one in details.places[("name", key[0])]
        if one.at
        and one.gap in {" ", ". "}
        and details.segments[one.segment][one.at - 1].kind == "name"
        and details.segments[one.segment][one.at - 1].value not in _SHUNNED
    ]
    if sorted(set(letters)) != sorted({odd.value, usual[0].value}) or len(letters) <= _FRAME:
        return False
    if letters.count(odd.value) > 1:
        return False
    ours = _ahead(details, odd)
    return any(len(ours & _ahead(details, rival)) >= _FRAME for rival in usual)


def _ahead(details: Details, one: Detail) -> set[str]:
    """The telling words right before a name: `Survey Report No.`."""
    ahead = details.segments[one.segment][max(0, one.at - _BEFORE) : one.at]
    return {
        each.value for each in ahead if len(each.value) > 1 and each.value not in SMALL and each.value not in TITLES
    }


def _is_of_office(details: Details, key: _KEY, odd: Detail, usual: Sequence[Detail]) -> bool:
    """Whether two bearers of one office have nearly the same name."""
    twice = len(details.places[usual[0].key]) > 1
    return twice and len(key) == _OFFICE and _are_like(details, odd, usual[0])
