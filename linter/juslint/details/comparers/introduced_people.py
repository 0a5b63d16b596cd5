"""Persons that a text names by their family names only, where it has introduced somebody of nearly the same name.

`Mr. Wongsakorn answered`, where the text presents a Mr. Anucha Wongsakul, and nobody else is named before they are
presented. And `Gagnon warns`, in a sentence whose note cites Natacha Gagné, where no other Gagnon is known.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.dates import MONTH_WORDS
from juslint.details.names import families as family_names
from juslint.details.names import sexes
from juslint.details.words import COMMON, ENDINGS, OFFICES, SMALL, TITLES
from juslint.words import likeness
from juslint.words.states import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.details.text import Details
    from juslint.details.tokens import Detail

ENGLISH_ONLY = True
_SHUNNED = SMALL | COMMON | MONTH_WORDS | STATES | OFFICES
_NONE = _SHUNNED | TITLES
_LETTERS, _HEAD = 4, 3  # letters of a family name, and with how many two of them begin alike
_LIKE = 60  # likeness from 0 to 100 of two family names that begin alike
_FIRST = 12  # details of a note among which its authors stand
_AUTHOR = re.compile(r"\s?[,:(]| and$")  # behind the family name of an author
_MOST = 0.6  # part of two family names that is the same
_NAME = re.compile(r"[a-z]+(?: [a-z]+)?")


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each family name that is surely a slip of another one, with the first place of that."""
    bare = list(_bare(details))
    presented = _presented(details) if bare or any(details.in_note) else {}
    bare = [one for one in bare if one.value not in presented]
    if len({one.value for one in bare}) == 1 == len(bare) == len(details.places[bare[0].key]):
        yield from _meant(details, bare[0], presented)
    yield from _noted(details, presented)


def _presented(details: Details) -> dict[str, list[Detail]]:
    """What stands beside another name: all the parts of full names."""
    found: dict[str, list[Detail]] = defaultdict(list)
    for segment in details.segments:
        for one, other in itertools.pairwise(segment):
            names = one.kind == other.kind == "name" and one.value not in TITLES
            if names and re.fullmatch(r"\.?\s{1,3}|,\s", other.gap):
                found[one.value].append(one)
                if "," not in other.gap:
                    found[other.value].append(other)
    return found


def _bare(details: Details) -> Iterator[Detail]:
    """The family names that stand with a title and nothing else: `Mr. Wongsakul answered`."""
    for title in details.saying(TITLES):
        behind = details.segments[title.segment][title.at + 1 : title.at + 3]
        if behind and behind[0].kind == "name" and behind[0].gap.strip(". \n") == "":
            alone = len(behind) == 1 or behind[1].kind != "name" or behind[1].gap != " "
            if alone and behind[0].value not in _NONE:
                yield behind[0]


def _meant(details: Details, odd: Detail, presented: dict[str, list[Detail]]) -> Iterator[tuple[Detail, Detail]]:
    """The one name that is like the odd one, of somebody who is not of the other sex."""
    known = [places[0] for value, places in presented.items() if _alike(odd, places[0]) and value not in _NONE]
    if len(known) != 1 or details.is_foreign(odd.segment) or not _is_person(details, known[0]):
        return
    if _is_near(odd.value, known[0].value) and not sexes.are_two(details, odd, known[0]):
        yield odd, known[0]


def _is_person(details: Details, one: Detail) -> bool:
    """Whether a name is that of an author, or stands somewhere behind a title or an initial."""
    if one.value in details.persons:
        return True
    return any(_is_called(details.segments[each.segment], each.at) for each in details.places[one.key])


def _is_called(segment: list[Detail], at: int) -> bool:
    """Whether a title or an initial stands right before a name: not in `K. Okonkwo, Great Debates`."""
    for number in range(at - 1, max(0, at - 3) - 1, -1):
        if "," in segment[number + 1].gap:
            return False
        one = segment[number]
        if one.value in TITLES or (one.kind == "name" and len(one.value) == 1):
            return True
    return False


def _is_near(one: str, other: str) -> bool:
    """Whether most letters are the same from the first on, and the rest is not how families of one stem are told."""
    if likeness.slip(one, other):
        return True
    same = likeness.same_letters(one, other)
    if not all((one[same:], other[same:])) or family_names.are_two(one, other):
        return False
    return same >= _MOST * max(len(one), len(other))


def _alike(odd: Detail, rival: Detail) -> bool:
    one, other = odd.value, rival.value
    if one == other or min(len(one), len(other)) < _LETTERS or rival.kind != "name" or odd.said.isupper():
        return False
    if not (_NAME.fullmatch(one) and _NAME.fullmatch(other)):
        return False
    if one[:_HEAD] != other[:_HEAD]:
        return one[0] == other[0] and likeness.slip(one, other)
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    return bool(fuzz.ratio(one, other) >= _LIKE)


def _noted(details: Details, presented: dict[str, list[Detail]]) -> Iterator[tuple[Detail, Detail]]:
    """Each name said once, and never in full, that is like the one author whom the next note cites."""
    cited: dict[str, list[Detail]] = defaultdict(list)
    for segment, marks, is_note in zip(details.segments, details.notes, details.in_note, strict=True):
        if is_note:
            cited[min(marks)] += _authors(segment)
    if not cited:
        return
    for segment, is_note in zip(details.segments, details.in_note, strict=True):
        for one in segment:
            if is_note or one.kind != "name" or one.value in presented or len(details.places[one.key]) > 1:
                continue
            called = details.next_note(one)
            if called is None:
                continue
            said = {detail.value for detail in segment}
            near = [each for each in cited[called] if _alike(one, each) and each.value not in said]
            if len({each.value for each in near}) == 1 and not _is_word(details, one, near[0]):
                yield one, near[0]


def _authors(segment: list[Detail]) -> list[Detail]:
    """The family names that stand behind given ones at the beginning of a note, before a title or an office."""
    found = []
    for one, other, behind in zip(segment[:_FIRST], segment[1:], segment[2:], strict=False):
        beside = one.kind == other.kind == "name" and re.fullmatch(r"\.?\s{1,3}", other.gap)
        known = one.value not in _SHUNNED and other.value not in _NONE
        if beside and known and _AUTHOR.match(behind.gap + behind.value):
            found.append(other)
    return found


def _is_word(details: Details, one: Detail, other: Detail) -> bool:
    """Whether a name is a word as well, or the two are forms of one word."""
    same = likeness.same_letters(one.value, other.value)
    return (
        any(("word", each.value) in details.places for each in (one, other))
        or {one.value[same:], other.value[same:]} <= ENDINGS
        or details.is_foreign(one.segment)
        or one.value in _NONE
    )
