"""The years of laws and treaties that a text names often: `the Convention on the Rights of the Child of 1989`.

The name stands right before the year, `of` or `in` between them, or right behind it, `the 2018 Revitalized Agreement`.
A year is odd that stands once with a name which otherwise has only one other year, more than once, a digit away.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.details.pairs import odd_one
from juslint.details.rarity import stem, tells
from juslint.details.tokens import year_of
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_ONCE = frozenset(  # what is made once, however often it is amended
    """convention agreement treaty protocol declaration charter covenant accord accords pact constitution act code law
    regulations decree ordinance statute memorandum compact""".split()  # noqa: SIM905
)
_ONCE_STEMS = frozenset(word[:6] for word in _ONCE)
_JOINING = frozenset("of on the and for to in".split())  # noqa: SIM905
_FAR = 14  # details before a year in which its name stands
_COMMON = frozenset({"act", "amendm", "law", "code", "order", "the"})
_MADE = frozenset("enacted adopted signed concluded approved promulgated passed".split())  # noqa: SIM905
_NUMBERED = frozenset({"resolution", "resolutions"})
_HIGH, _LISTED = 4, 12  # digits of the number of a resolution, and details before it in a list of several
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
    yield from _of_dates(details)
    yield from _of_numbers(details)


def _of_dates(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """`the Regulations on Tutelage and Guardianship of 1989`, which elsewhere were `enacted on 26 May 1999`.

    And `the 1968 Convention on Road Signs and Signals`, which elsewhere is that of `(Vienna, 1986)`.
    """
    named: dict[frozenset[str], list[Detail]] = defaultdict(list)
    for one in details.of("year") + details.of("date"):
        segment = details.segments[one.segment]
        name = _enacted(segment, one) if one.kind == "date" else _whole(segment, one.at)
        if len(name) >= _LONG:
            named[name].append(one)
    for found in named.values():
        years = {one.value[:4] for one in found}
        if len(years) != 2 or not any(one.kind == "year" for one in found):
            continue
        found.sort(key=lambda one: one.start)
        last = found[-1].value[:4]
        late = [one for one in found if one.value[:4] == last]
        early = [one for one in found if one.value[:4] != last]
        odd, usual = (late, early) if len(late) <= len(early) else (early, late)
        apart = abs(odd[0].segment - usual[0].segment) > 1
        if len(odd) == 1 and apart and {odd[0].kind, usual[0].kind} != {"date"} and _is_slip(odd[0], usual[0]):
            yield year_of(odd[0]), year_of(usual[0])


def _whole(segment: list[Detail], at: int) -> frozenset[str]:
    """The telling words of a long name that a year stands right before, or behind, `of` or a place between them."""
    before = segment[max(0, at - _FAR) : at]
    end = 0
    placed = len(before) > 1 and before[-1].kind == "name" and before[-1].gap == " (" and segment[at].gap == ", "
    if placed or (before and before[-1].value in {"of", "in"}):
        end = at - 1
    elif segment[at].gap == " (":
        end = at
    behind = segment[at + 1 : at + 1 + _FAR]
    run = _run(segment, end) if end else _ahead(behind)
    return run if run & _ONCE_STEMS else frozenset()


def _ahead(said: Sequence[Detail]) -> frozenset[str]:
    """The telling words of the name that begins a stretch of text."""
    found = []
    for number, one in enumerate(said):
        if (number and one.gap != " ") or (one.kind != "name" and one.value not in _JOINING):
            break
        if one.kind == "name" and tells(one):
            found.append(stem(one))
    return frozenset(found)


def _enacted(segment: list[Detail], date: Detail) -> frozenset[str]:
    """The telling words of the name of what was enacted, adopted or signed on a day."""
    for one in reversed(segment[max(0, date.at - _FAR) : date.at]):
        if one.value in _MADE:
            run = _run(segment, one.at)
            return run if run & _ONCE_STEMS else frozenset()
    return frozenset()


def _of_numbers(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """`resolution 2320 (2017)`, which elsewhere is of 2016, or of a day of it: so high a number is borne once."""
    numbered: dict[str, list[Detail]] = defaultdict(list)
    for time in (*details.of("year"), *details.of("date")):
        segment = details.segments[time.segment]
        number = _numbered(segment, time)
        if number is None or number.kind not in {"number", "year"} or len(number.value) != _HIGH:
            continue
        before = [one.value for one in segment[max(0, number.at - _LISTED) : number.at]]
        if not _NUMBERED.isdisjoint(before):
            body = "security" if "security" in before else ""
            numbered[number.value + body].append(year_of(time))
    for found in numbered.values():
        found.sort(key=lambda one: one.start)
        both = odd_one(details, found) if len({one.value for one in found}) == 2 else None
        if both is not None and _is_slip(*both):
            yield both


def _numbered(segment: Sequence[Detail], time: Detail) -> Detail | None:
    """The number that is of a year or day: `2320 (2016)`, `2293 of 26 June 2019`, `2293, adopted on 26 June 2019`."""
    if time.at and time.gap == " (":
        return segment[time.at - 1]
    given = [one.value for one in segment[max(0, time.at - 2) : time.at]]
    if time.kind == "date" and given[-1:] == ["of"]:
        return segment[time.at - 2] if time.at > 1 else None
    return segment[time.at - 3] if time.kind == "date" and given == ["adopted", "on"] and time.at > 2 else None


def _of_acts(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """`Family Protection (Orders) Amendment Act 2014`, where the text has it of 2016: so long a name is one's."""
    acts: dict[frozenset[str], list[Detail]] = defaultdict(list)
    for year in details.of("year"):
        segment = details.segments[year.segment]
        if year.at and year.gap in {" ", ", "} and segment[year.at - 1].value in _ONCE:
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
    left, right = one.value[:4], other.value[:4]
    return likeness.like_numbers(left, right) or abs(int(left) - int(right)) == 1
