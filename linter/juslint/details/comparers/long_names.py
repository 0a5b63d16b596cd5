"""Long names that are the same but for one word inside: `the African Union Master Plan of Practical Steps to ...`.

What stands before and behind the word is the same, telling words on both sides among them, and no third word is in
that place anywhere. The word is part of a name: one stands right beside it. Where few words are the same, the usual one
must be frequent. A word may stand for two, `Plan` for `Road Map`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.dates import MONTH_WORDS
from juslint.details.names import letters as name_letters
from juslint.details.words import COUNTED, ENDINGS, SMALL
from juslint.words import likeness
from juslint.words.states import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.details.text import Details
    from juslint.details.tokens import Detail

ENGLISH_ONLY = True
_KEY, _RUN = 3, 12  # details before a word by which places are gathered, and details on either side that are compared
_MOST = 60  # places with the same words before them
_LETTERS = 4  # of the word
_SIDE, _BOTH = 2, 5  # telling words on either side of a word that is another once, and on both
_FEW, _OFTEN = 4, 4  # the latter where the usual word stands so often
_APART = 2  # segments between two that are told in a row
_NAMES = 4  # the same names around a word that is another once
_MODAL = frozenset("will shall must should would could might have been being does".split())  # noqa: SIM905
_SHUNNED = STATES | MONTH_WORDS | COUNTED | SMALL | _MODAL | name_letters.SHUNNED
_WORD = re.compile(r"[a-z' -]+")
_Place = tuple[int, int]


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each odd word with the usual one; of two that stand as often, the later."""
    stems = {key: _stem(value) if kind == "name" else value for key in details.places for kind, value in (key,)}
    values = [[stems[one.key] for one in segment] for segment in details.segments]
    groups: dict[tuple[str, ...], list[_Place]] = defaultdict(list)
    for name in details.of("name"):
        segment = details.segments[name.segment]
        for at in (name.at - 1, name.at + 1):
            if _KEY <= at < len(segment) and _may_differ(segment[at]):
                place = (name.segment, at)
                groups[tuple(values[name.segment][at - _KEY : at])].append(place)
    for before, places in groups.items():
        if 1 < len(places) <= _MOST and any(_tells(value) for value in before):
            yield from _odd(details, values, list(dict.fromkeys(places)))


def _stem(value: str) -> str:
    """A name without the ending of its plural, which words in small letters have lost already."""
    plural = value.endswith("s") and len(value) > _LETTERS and not value.endswith(("ss", "is"))
    return value[:-1] if plural else value


def _tells(value: str) -> bool:
    return len(value) >= _LETTERS and value not in SMALL


def _odd(
    details: Details, values: Sequence[Sequence[str]], places: Sequence[_Place]
) -> Iterator[tuple[Detail, Detail]]:
    """The words that stand once in a place where another one stands elsewhere, the words behind being the same."""
    said: dict[str, list[_Place]] = defaultdict(list)
    for number, at in places:
        said[values[number][at]].append((number, at))
    if len(said) < 2:
        return
    for value, (place, *others) in reversed(said.items()):
        if others or not _may_differ(details.segments[place[0]][place[1]]):
            continue
        for other, usual in said.items():
            if other != value and (len(usual) > 1 or usual[0] < place):
                found = _rival(details, values, place, usual, said)
                if found is not None:
                    yield found
                    break


def _rival(
    details: Details,
    values: Sequence[Sequence[str]],
    place: _Place,
    usual: Sequence[_Place],
    said: dict[str, list[_Place]],
) -> tuple[Detail, Detail] | None:
    odd = details.segments[place[0]][place[1]]
    for other in usual:
        rival = details.segments[other[0]][other[1]]
        if abs(other[0] - place[0]) < _APART or any(details.is_foreign(number) for number, _ in (place, other)):
            continue
        named = odd.kind == rival.kind == "name"
        if not (named or len(usual) >= _OFTEN) or details.are_told_together(odd, rival):
            continue
        for wide, narrow in ((0, 0), (1, 0), (0, 1)) if named else ((0, 0),):
            before, behind = _same(values, place, other, wide, narrow)
            telling = [sum(map(_tells, side)) for side in (before, behind)]
            often = len(usual) >= _OFTEN and min(telling) and sum(telling) >= _FEW and not (wide or narrow)
            long = named and min(telling) >= _SIDE and sum(telling) >= _BOTH
            sides = ((place, wide), (other, narrow))
            if not (often or long) or not _is_name(details, sides, behind=bool(behind)):
                continue
            if _is_third(values, said, behind):
                continue
            if not often and not (long and _count(details, place, len(before), len(behind) + wide) >= _NAMES):
                continue
            one, two = _wide(details, odd, wide), _wide(details, rival, narrow)
            if one and two and _are_other(one, two):
                return one, two
    return None


def _count(details: Details, place: _Place, before: int, behind: int) -> int:
    """How many names stand so near to a place."""
    segment, at = details.segments[place[0]], place[1]
    near = (*segment[at - before : at], *segment[at + 1 : at + 1 + behind])
    return sum(one.kind == "name" and _tells(one.value) for one in near)


def _wide(details: Details, one: Detail, more: int) -> Detail | None:
    """A word, with the name behind it where there is one more."""
    if not more:
        return one
    last = details.segments[one.segment][one.at + more]
    if last.kind != "name" or last.gap != " ":
        return None
    said = details.document.text[one.start : last.start + len(last.said)]
    return one._replace(said=said, value=f"{one.value} {last.value}")


def _same(
    values: Sequence[Sequence[str]], place: _Place, other: _Place, wide: int, narrow: int
) -> tuple[list[str], list[str]]:
    """The same words before two places, and behind them and so many words more."""
    (left, at), (right, there) = ((values[number], start) for number, start in (place, other))
    before = _run(left[max(0, at - _RUN) : at][::-1], right[max(0, there - _RUN) : there][::-1])
    behind = _run(left[at + 1 + wide : at + 1 + wide + _RUN], right[there + 1 + narrow : there + 1 + narrow + _RUN])
    return before, behind


def _run(one: Sequence[str], other: Sequence[str]) -> list[str]:
    found = []
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        found.append(a)
    return found


def _is_name(details: Details, sides: Sequence[tuple[_Place, int]], *, behind: bool) -> bool:
    """Whether the same name stands right before both words, or right behind them."""
    found = [(details.segments[number], at, more) for (number, at), more in sides]
    if all(at and segment[at].gap == " " and segment[at - 1].kind == "name" for segment, at, _ in found):
        return True
    ends = [segment[at + more + 1 : at + more + 2] for segment, at, more in found]
    return behind and all(end and end[0].kind == "name" and end[0].gap == " " for end in ends)


def _is_third(values: Sequence[Sequence[str]], said: dict[str, list[_Place]], behind: Sequence[str]) -> bool:
    """Whether a third word stands between the same words; then each names something else."""
    first = behind[0] if behind else ""
    between = {
        value for value, places in said.items() for number, at in places if first in values[number][at + 1 : at + 3]
    }
    return len(between) > 2


def _may_differ(one: Detail) -> bool:
    return one.kind in {"name", "word"} and len(one.value) >= _LETTERS and not one.said.isupper()


def _are_other(odd: Detail, rival: Detail) -> bool:
    """Whether two words are other ones, and no forms of one, numbers, States or the like."""
    one, other = odd.value, rival.value
    if not _may_differ(rival) or not (_WORD.fullmatch(one) and _WORD.fullmatch(other)):
        return False
    ours, theirs = ({word, *word.replace("-", " ").split()} for word in (one, other))
    parts = ours | theirs
    if ours & theirs or parts & _SHUNNED or any(likeness.COUNTED.fullmatch(part) for part in parts):
        return False
    same = likeness.same_letters(one, other)
    return not ({one[same:], other[same:]} <= ENDINGS or name_letters.spelt(one) == name_letters.spelt(other))
