"""The years of laws and treaties that a text names often: `the Convention on the Rights of the Child of 1989`.

The name stands right before the year, `of` or `in` between them, or right behind it, `the 2018 Revitalized Agreement`.
A year is odd that stands once with a name which otherwise has only one other year, more than once, a digit away.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.rules import _likeness
from juslint.rules._detail_pairs import odd_one
from juslint.rules._rarity import stem, tells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.rules._details import Detail, Details

_ONCE = frozenset(  # what is made once, however often it is amended
    """convention agreement treaty protocol declaration charter covenant accord accords pact constitution act code law
    regulations decree ordinance statute memorandum compact""".split()  # noqa: SIM905
)
_JOINING = frozenset("of on the and for to in".split())  # noqa: SIM905
_FAR = 14  # details before a year in which its name stands
_COMMON = frozenset({"act", "amendm", "law", "code", "order", "the"})
_LONG = 3  # telling words of the name of an act that is hardly passed twice
_LEAST = 2  # names that two have in common, and times that the usual year is said


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """The odd years, each with all the usual ones."""
    named: dict[str, list[tuple[Detail, frozenset[str]]]] = defaultdict(list)
    for year in details.of("year"):
        name = _name(details.segments[year.segment], year.at)
        for one in name:
            named[one].append((year, name))
    spoken: set[int] = set()
    for found in named.values():
        years: dict[str, list[tuple[Detail, frozenset[str]]]] = defaultdict(list)
        for year, name in found:
            years[year.value].append((year, name))
        if len(years) != 2:
            continue
        (odd, *others), usual = sorted(years.values(), key=len)
        same = [year for year, name in usual if len(name & odd[1]) >= _LEAST and year.segment != odd[0].segment]
        if not others and len(same) >= _LEAST and odd[0].start not in spoken and _is_slip(odd[0], same[0]):
            spoken.add(odd[0].start)
            yield from ((odd[0], one) for one in same)
    yield from _of_acts(details)


def _of_acts(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """`Family Protection (Orders) Amendment Act 2014`, where the text has it of 2016: so long a name is one's."""
    acts: dict[frozenset[str], list[Detail]] = defaultdict(list)
    for segment in details.segments:
        for year in segment:
            if year.kind == "year" and year.at and year.gap in {" ", ", "} and segment[year.at - 1].value in _ONCE:
                name = _run(segment, year.at)
                if len(name - _COMMON) >= _LONG:
                    acts[name].append(year)
    for found in acts.values():
        both = odd_one(details, found)
        if both is not None and _is_slip(*both):
            yield both


def _run(segment: list[Detail], at: int) -> frozenset[str]:
    """The telling words of the name that ends right before a place."""
    found = []
    for one in reversed(segment[max(0, at - _FAR) : at]):
        if one.kind != "name" and one.value not in _JOINING:
            break
        if one.kind == "name" and tells(one):
            found.append(stem(one))
        if any(sign in one.gap for sign in ",;:."):
            break
    return frozenset(found)


def _name(segment: list[Detail], at: int) -> frozenset[str]:
    """The names of what is of a year; none where it is nothing that is made once."""
    before = segment[max(0, at - _FAR) : at]
    run: list[Detail] = []
    if before and before[-1].value in {"of", "in"}:
        for one in reversed(before[:-1]):
            if one.kind != "name" and not (run and one.value in _JOINING):
                break
            if any(sign in one.gap for sign in ",;:()"):
                run.append(one)
                break
            run.append(one)
    if not run:
        for one in segment[at + 1 : at + 5]:
            if one.kind != "name" or one.gap != " ":
                break
            run.append(one)
    names = [one for one in run if one.kind == "name" and tells(one)]
    return frozenset(map(stem, names)) if any(one.value in _ONCE for one in names) else frozenset()


def _is_slip(one: Detail, other: Detail) -> bool:
    left, right = one.value, other.value
    return _likeness.like_numbers(left, right) or abs(int(left) - int(right)) == 1
