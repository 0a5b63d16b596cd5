"""Years that differ of one work, told by its pages, by the note that is called, or by its edition.

The same stretch of pages stands behind both years, and both name the author or the journal: `Forensic Archaeology
Review for 2002 (pp. 55-83)`. A sentence says when somebody wrote what its note cites: `wrote in 1973`. And `the second
edition (2009)` is the `2nd ed. (London, 2008)` of the note.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from juslint.details.rarity import names
from juslint.details.tokens import TIMES
from juslint.details.words import COMMON, SMALL
from juslint.words import likeness, recurring
from juslint.words.states import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_DIGITS = 2  # of the first page of a stretch
_BEFORE, _EDITION = 5, 8  # details before pages, and behind an edition, among which its year is
_RARE, _LETTERS, _NAMES = 6, 4, 2  # segments that say a name, its letters, and names that two works share
_LONG = 6  # signs of a stretch of pages that hardly two works have
_MOST = 20  # stretches of the same pages
_WORDS = 2  # telling words that a sentence has of the title that its note cites
_TITLE = 16  # details at the beginning of a note among which author and title are
_VERBS = (
    frozenset(  # what is said of a work, and not of what its author did for it: surveyed in 2013, published in 2014
        "wrote written writing filed issued published argued described concluded warned showed printed".split()  # noqa: SIM905
    )
)
_CORRESPONDENCE = frozenset("letter letters note telegram cable message e-mail email".split())  # noqa: SIM905
_ORDINALS = {
    word: number
    for number, words in enumerate(
        ["first 1st", "second 2nd 2d", "third 3rd 3d", "fourth 4th", "fifth 5th", "sixth 6th"], 1
    )
    for word in words.split()
}


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each odd year with that of the work; of two, the later."""
    yield from _paged(details)
    yield from _called(details)
    yield from _editions(details)


def _paged(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Years right before the same stretch of pages, in two parts of the text that both name somebody or a journal."""
    groups: dict[str, list[tuple[Detail, Detail]]] = defaultdict(list)
    for stretch in details.of("range"):
        segment = details.segments[stretch.segment]
        near = segment[max(0, stretch.at - _BEFORE) : stretch.at]
        years = [one for one in near if one.kind == "year"]
        paged = bool(near) and (near[-1].value == "p" or near[-1] in years)
        if len(years) == 1 and len(stretch.value.partition("-")[0]) >= _DIGITS and paged:
            groups[stretch.value].append((years[0], stretch))
    for pages, found in groups.items():
        if len({year.value for year, _ in found}) == 2 and len(found) <= _MOST:
            yield from _odd(details, found, pages)


def _odd(details: Details, found: Sequence[tuple[Detail, Detail]], pages: str) -> Iterator[tuple[Detail, Detail]]:
    last = found[-1][0].value
    late = [year for year, _ in found if year.value == last]
    early = [year for year, _ in found if year.value != last]
    (odd, *others), usual = (late, early) if len(late) <= len(early) else (early, late)
    for rival in usual:
        apart = abs(odd.segment - rival.segment) > 1
        shared = [
            key
            for key in names(details.segments[odd.segment]) & names(details.segments[rival.segment])
            if details.among[key] <= _RARE
        ]
        known = len(shared) >= (1 if len(pages) > _LONG else _NAMES)
        if apart and not others and known and likeness.like_numbers(odd.value, rival.value):
            yield odd, rival
            return


def _called(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """The one year of a sentence that says `in` it who wrote what the note cites, which is of another year."""
    notes: dict[str, list[int]] = defaultdict(list)
    for number, (marks, is_note) in enumerate(zip(details.notes, details.in_note, strict=True)):
        if is_note:
            notes[min(marks)].append(number)
    for one in details.of("year") if notes else ():
        segment = details.segments[one.segment]
        if details.in_note[one.segment] or not one.at or segment[one.at - 1].value != "in":
            continue
        said = {each.value for each in segment}
        called = details.next_note(one)
        if called is None or len(notes[called]) != 1 or not said & _VERBS or said & _CORRESPONDENCE:
            continue
        years = {each.value[:4] for each in segment if each.kind in TIMES}
        rival = _cited(details, notes[called][0])
        if len(years) > 1 or rival is None or rival.value == one.value:
            continue
        if likeness.like_numbers(one.value, rival.value) and _is_of(details, segment, rival):
            yield one, rival


def _cited(details: Details, note: int) -> Detail | None:
    """The year of the work that a note cites, where it cites no more than one, and no law or case."""
    segment = details.segments[note]
    times = [one for one in segment if one.kind in TIMES]
    if len(times) != 1 or times[0].kind != "year" or not re.search(r"[(,]\s?$", times[0].gap):
        return None
    said = " ".join(one.said if one.value == "v" else one.value for one in segment)
    return None if recurring.recurs(said) or re.search(r"\b(?:v|act|law|code|no)\b", said) else times[0]


def _is_of(details: Details, segment: Sequence[Detail], year: Detail) -> bool:
    """Whether a sentence names the first author of a note, or has words of its title."""
    note = details.segments[year.segment][1:_TITLE]
    telling = {
        one.value
        for one in note
        if len(one.value) >= _LETTERS and one.kind in {"name", "word"} and one.value not in SMALL | COMMON | STATES
    }
    shared = telling & {one.value for one in segment}
    return any(one.value in shared and one.value in details.persons for one in note) or len(shared) >= _WORDS


def _editions(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """`second edition (2009)` and `2nd ed. (London, 2008)`, where one is in the note that the other calls."""
    found: dict[int, list[Detail]] = defaultdict(list)
    for word in details.saying(("edition", "ed")):
        segment = details.segments[word.segment]
        number = _ORDINALS.get(segment[word.at - 1].value) if word.at else None
        years = [one for one in segment[word.at + 1 : word.at + _EDITION] if one.kind == "year"]
        if number is not None and years:
            found[number].append(years[0])
    for years in found.values():
        noted: dict[str, dict[str, Detail]] = defaultdict(dict)  # by note and year: where it stands first
        for one in years:
            if details.in_note[one.segment]:
                noted[min(details.notes[one.segment])].setdefault(one.value, one)
        for odd in years:
            marks = () if details.in_note[odd.segment] else details.notes[odd.segment]
            linked = [noted[mark] for mark in marks if mark in noted]
            if linked and not any(odd.value in said for said in linked):
                yield odd, min((next(iter(said.values())) for said in linked), key=attrgetter("start"))
        for one, again in pairwise(years):
            if one.value != again.value and _is_again(details, one, again):
                yield again, one


def _is_again(details: Details, one: Detail, again: Detail) -> bool:
    """Whether an edition is spoken of again right behind its citation: `(Oxford, 2016). The fourth one, of 2016`."""
    if again.segment - one.segment > 1 or details.paragraphs[one.segment] != details.paragraphs[again.segment]:
        return False
    segment = details.segments[again.segment]
    between = [*details.segments[one.segment][one.at + 1 :], *(segment if again.segment > one.segment else ())]
    between = [each for each in between if each.start < again.start]
    named = [each for each in between if each.kind == "name" and each.value not in SMALL]
    told = [each.value for each in between[-4:]]  # the fourth edition, of
    return not named and told[:1] == ["the"] and told[2:] == ["ed", "of"]
