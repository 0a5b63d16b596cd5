"""How much speaks for two years of a text being given to one thing, in points; nothing where they surely are not.

The words that both are said with count by their rarity and, in prose, by how near they stand to the year; so do names
that follow one another in both, a title, an author whose work is of the one year and whose entry has the other, the
number of a volume, and the month or day. Two things are what differ in an edition, a number, a court, a title or a day,
what comes again, and a year in which something else happened to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.details.rarity import tells
from juslint.details.words import SMALL
from juslint.details.years import apart as year_apart
from juslint.details.years.forms import WORKS
from juslint.details.years.labels import label
from juslint.details.years.told import is_common
from juslint.knowledge import normalise_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from juslint.details.text import Details
    from juslint.details.tokens import Detail
    from juslint.details.years.told import Told

_COMMON, _WORD, _ACROSS = 0.3, 0.5, 0.6  # of the weight of a name that many bear, of a word; least of a rare name
_FEW = 3  # segments that say a rare name
_NEAR, _FURTHER = 8, 14  # details before a year within which a word counts in full, and for more than half
_FOLLOWING, _MOST = 0.7, 2  # for two names that follow one another in both, and how many of these count
_LOST = 0.35  # against: for a name that the shorter has and the longer has not
_MONTH, _DAY, _TITLES, _TITLE_SAID, _ACRONYM, _NUMBER, _NOUN, _FIRST = 0.7, 2.0, 0.7, 1.0, 1.2, 1.0, 1.2, 0.8
_SAID = 0.5  # weight of the words beside two days that differ in their years alone
_ALONE = 0.5  # of what is known by the number of a volume
_CLOSE, _INITIALS = 9, 7  # details before a year, letters of an acronym
_SHORT_DAY = 3  # letters of a month, `-05`
_TREATIES = frozenset("convention agreement treaty protocol charter declaration covenant accord accords pact".split())  # noqa: SIM905
_AGAIN = frozenset(  # what comes again, under one name
    """annual report reports session sessions meeting survey budget election elections conference yearbook statistics
    figures bulletin monitor outlook estimates programme summit examination examinations""".split()  # noqa: SIM905
)


def points(details: Details, one: Told, other: Told) -> float:
    """The points of two years; 0 where something tells two things apart."""
    differ = one.year != other.year
    akin = not (one.numbers.isdisjoint(other.numbers) and one.named.isdisjoint(other.named))
    if differ and not akin and not (one.day and other.day):  # most: told before anything is looked at
        return 0.0
    shared = one.words.keys() & other.words.keys()
    names = [said for said in shared if _is_name(one.words[said]) and _is_name(other.words[said])]
    dated = bool(one.day and other.day)
    if differ and not (names or dated) and one.numbers.isdisjoint(other.numbers):
        return 0.0
    if (differ and one.when.segment == other.when.segment) or year_apart.are_two(one, other):
        return 0.0
    if differ and year_apart.have_two_years(one, other, shared):
        return 0.0
    if differ and not dated and any(_comes_again(one, other, said) for said in shared):
        return 0.0
    following = one.following_names & other.following_names
    acronym = _has_acronym(one, other) or _has_acronym(other, one)
    volume = bool(following or acronym) and not one.numbers.isdisjoint(other.numbers)
    known = volume or any(said in one.named and said in other.named for said in names)
    if differ and not (known or dated):
        return 0.0
    weights = {said: _weight(details, one, other, said) for said in shared}
    pointed = max(label(details, one, other), label(details, other, one))
    told = (
        known
        and not _are_in_titles(one, other, names)
        and (one.listed or other.listed or bool(pointed or dated or following or _is_treaty(one, names)))
    )
    if differ and not told and not (dated and sum(weights.values()) >= _SAID):
        return 0.0
    return (
        sum(weights.values())
        + _FOLLOWING * min(_MOST, len(following))
        - _LOST * _lost(one, other)
        + (dated and (_MONTH if _SHORT_DAY in {len(one.day), len(other.day)} else _DAY))
        + (_TITLES if one.titles and other.titles else _TITLE_SAID if _says_title(one, other) else 0)
        + _ACRONYM * acronym
        + _NUMBER * volume
        + (_NOUN if names and _noun(one) in WORKS and _noun(one) == _noun(other) else 0)
        + (_FIRST if len(names) > 1 and (_begins_with_noun(one, other) or _begins_with_noun(other, one)) else 0)
        + pointed
    )


def _comes_again(one: Told, other: Told, said: str) -> bool:
    """Whether a word is of what comes again, and not of the publisher, who stands in brackets behind a title."""
    return one.words[said].value in _AGAIN and not any(
        told.form == "bracket"
        and bool(told.behind)
        and told.words[said].kind == "name"
        and _opened(told) <= told.words[said].at < told.when.at
        for told in (one, other)
    )


def _opened(told: Told) -> int:
    """The number of the first detail of the bracket in which a year stands, behind a title."""
    near = range(told.when.at, max(told.behind, told.when.at - _CLOSE) - 1, -1)
    return next((at for at in near if "(" in told.segment[at].gap), told.when.at)


def _is_name(one: Detail) -> bool:
    return one.kind == "name" and not is_common(one)


def _are_in_titles(one: Told, other: Told, names: Sequence[str]) -> bool:
    """Whether, in prose, all names are of a title, which may be that of a newspaper."""
    held = f" {' '.join(one.titles)} "
    return not (one.listed or other.listed) and all(f" {one.words[said].value} " in held for said in names)


def _is_treaty(one: Told, names: Sequence[str]) -> bool:
    """Whether both are said of what is made once, with another name: `Convention, Hamburg`."""
    return len(names) > 1 and any(one.words[said].value in _TREATIES for said in names)


def _weight(details: Details, one: Told, other: Told, said: str) -> float:
    mine, yours = one.words[said], other.words[said]
    found = details.rarity.weight(said) if tells(mine) else _ACROSS
    if mine.kind == "name" and details.among[mine.key] <= _FEW:
        found = max(found, _ACROSS)
    if is_common(mine):
        found *= _COMMON
    elif "word" in {mine.kind, yours.kind}:
        found *= _WORD
    for told, place in ((one, mine), (other, yours)):
        far = abs(place.at - told.when.at)
        found *= 1.0 if told.listed or far <= _NEAR else 0.7 if far <= _FURTHER else 0.5
    return found


def _lost(one: Told, other: Told) -> int:
    """How many names the one with fewer of its own has that the other has not."""
    return min(len(one.own_names - other.words.keys()), len(other.own_names - one.words.keys()))


def _says_title(one: Told, other: Told) -> bool:
    """Whether the one has a title that the other says, though nothing sets it off there."""
    said = [normalise_title(" ".join(each.value for each in told.segment)) for told in (other, one)]
    return any(
        f" {title} " in f" {words} " for told, words in zip((one, other), said, strict=True) for title in told.titles
    )


def _has_acronym(one: Told, other: Told) -> bool:
    """Whether the one has a name that is made of the first letters of names of the other: `JICJ`."""
    short = [said for each in one.words.values() if (said := each.said).isupper() and 2 < len(said) < _INITIALS]
    initials = "".join(
        each.said[0] if each.kind == "name" else "" if each.value in SMALL else " "
        for each in (other.segment if short else ())
    )
    return any(each in initials for each in short)


def _noun(told: Told) -> str:
    """What is of a year: `thesis of 2016`, `thesis (University of Namibia, 2016)`, `(PhD thesis, 2016)`."""
    segment, at = told.segment, told.when.at
    if told.form == "of":
        return segment[at - 2].value if at > 1 else ""
    if told.form != "bracket":
        return ""
    start = next((one for one in reversed(segment[max(0, at - _CLOSE) : at + 1]) if "(" in one.gap and one.at), None)
    if start is None:
        return ""
    inside = (one.value for one in segment[start.at - 1 : at] if one.value in WORKS)
    return next(inside, "")


def _begins_with_noun(one: Told, other: Told) -> bool:
    """Whether what is of the one year begins the entry of the other: `the Tate Letter of 1952`, `Letter from Tate`."""
    noun = one.segment[one.when.at - 2] if one.form == "of" and one.when.at > 1 else None
    return (
        noun is not None
        and noun.value in WORKS
        and other.listed
        and noun.value in {each.value for each in other.segment[:2]}
    )
