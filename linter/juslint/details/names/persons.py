"""The persons whom a text names: with given names or initials, with a title, or as the author who opens an entry.

`Dr. Alice Corrigan`, `M.-S. de Clippele`, `Marmolejos, Zoila.`, with the family name first, `Lieutenant General
Fadlallah`, and a family name that is cited: `Vogt, p. 225`, `Abi-Saab at 659`, `Keane 2009, 147`, `Orr [5]`. Lists that
are hardly anything but names are left out, for their members may have like names; not so the line of one person with a
title, office and town.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from juslint.details.names import letters as name_letters
from juslint.details.words import COMMON, DATED, OFFICES, RANKS, SMALL, TITLES
from juslint.words.states import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_CLOSING = frozenset("dear yours sincerely respectfully faithfully truly".split())  # noqa: SIM905 - of a letter
_SHUNNED = name_letters.SHUNNED | COMMON | OFFICES | SMALL | _CLOSING
_CALLED = (
    TITLES
    | OFFICES
    | RANKS
    | frozenset("ombudsman ombudswoman governor chancellor attorney advocate mayor king queen prince princess".split())  # noqa: SIM905
)
_OPENING = frozenset(  # small words with which a heading or sentence begins
    """after before under since when where while although though if because both neither either only even thus hence
    here there then once until unless despite like unlike per among between against through during without""".split()  # noqa: SIM905
)
_NAME = re.compile(r"[a-zøłđðþæœßı]+(?:[ '-][a-zøłđðþæœßı]+)?")
_PART = re.compile(r"[ -]")
_GAP = re.compile(r"\.?[ \u00a0\n]{1,2}|-|\.-")  # between two names of one person
_QUOTED = re.compile(r",\s[\"'\u2018\u201c*_]{1,2}")  # behind an author, before a title
PARTICLES = frozenset("de da do dos du des di della van von der den ter la le al el bin ibn".split())  # noqa: SIM905
_LETTERS, _ALONE = 3, 4  # of a family name, and of one with a title alone
_FRONT = 3  # details before an author at the beginning of an entry
_GIVEN = 4  # given names and initials
_OWNING = frozenset({"'s ", "\u2019s "})
_FULL, _HONOUR = 2, 3  # names of a full name, and letters of what may stand behind it
_MOST = 3_000  # persons of a text
_OFFICES = 3  # words of an office behind a name
_AGAIN = 2  # places of a name that is cited without given names
_BEHIND_CITED = frozenset({"p", "para", "op", "supra", "ibid", "above"})
_NOTED = frozenset({"n", "fn", "note"})  # before the number of a note: `Colish (n 24)`
_LOCATED = frozenset({"number", "range", "year"})
_WRITTEN = DATED | frozenset("paper study book chapter account".split())  # noqa: SIM905 - with the name of who wrote it


@dataclass(eq=False)
class Person:
    """The family name and the given names or initials, with their places, the title, and whether it opens an entry.

    `office` is what stands behind instead of a title: `William Bradford, Attorney General`. `led` is the gap before
    the title or the first name.
    """

    family: Detail
    given: tuple[Detail, ...]
    title: tuple[str, ...]
    first: bool
    office: tuple[str, ...] = ()
    led: str = ""

    @property
    def known(self) -> bool:
        """Whether it is surely the name of a person."""
        return bool(self.called) or self.first or any(len(name.value) == 1 for name in self.given)

    @property
    def called(self) -> tuple[str, ...]:
        """The title, or else the office."""
        return self.title or self.office

    @property
    def is_listed(self) -> bool:
        """Whether it opens a line with its title: so do the members of a committee, some of whom have like names."""
        return bool(self.title) and self.family.at - len(self.given) - len(self.title) <= 1

    @property
    def is_entry(self) -> bool:
        """Whether it opens an entry as its author."""
        return self.first and self.family.at <= len(self.given) + 1

    @cached_property
    def names(self) -> tuple[Detail, ...]:
        """All names in their order, the parts of `Marie-Sophie` each by itself."""
        found: list[Detail] = []
        for one in self.given:
            parts = _PART.split(one.value)
            found += [one] if len(parts) == 1 else [one._replace(value=part) for part in parts]
        return (*found, self.family)

    @cached_property
    def values(self) -> tuple[str, ...]:
        """The names as they are compared."""
        return tuple(name.value for name in self.names)

    @cached_property
    def forenames(self) -> tuple[str, ...]:
        """The given names as they are compared."""
        return self.values[:-1]


def persons(details: Details) -> Iterator[Person]:
    """The persons of a text, in its order."""
    alone: Counter[str] = Counter()
    found = (
        one for number in range(len(details.segments)) if not _is_roll(details, number) for one in _of(details, number)
    )
    for person in itertools.islice(found, _MOST):
        if not (person.given or person.title):
            alone[person.family.value] += 1
        if alone[person.family.value] <= _AGAIN or person.given or person.title:
            yield person


def listed(details: Details) -> list[Person]:
    """Those who stand in full in lists that are hardly anything but names."""
    rolls = (number for number in range(len(details.segments)) if _is_roll(details, number))
    found = (one for number in rolls for one in _of(details, number) if one.given)
    return list(itertools.islice(found, _MOST))


def _is_roll(details: Details, segment: int) -> bool:
    return details.in_roll(segment) and sum(one.value in TITLES for one in details.segments[segment]) != 1


def _of(details: Details, number: int) -> Iterator[Person]:
    """The persons of a segment."""
    segment = details.segments[number]
    at = 0
    while at < len(segment):
        one = segment[at]
        if one.kind != "name" or one.value in SMALL or one.value in _OPENING:
            at += 1
            continue
        end = _end(segment, at)
        person = _person(details, segment, at, end)
        if person is not None:
            yield person
        at = max(end, person.given[-1].at + 1) if person is not None and person.given else end


def _end(segment: Sequence[Detail], start: int) -> int:
    """Where the run of names ends that begins at a place."""
    at = start + 1
    while at < len(segment):
        one = segment[at]
        joined = _GAP.fullmatch(one.gap) is not None
        before = segment[at - 1].value
        if one.gap not in {" ", "-", ".-"} and len(before) > 1 and before not in TITLES:  # the end of a sentence
            joined = False
        if one.value in TITLES and not _is_title(before) and len(before) > 1:  # in the review, Professor Solange Mballa
            joined = False
        if not joined or not (one.kind == "name" or _is_particle(segment, at)):
            break
        at += 1
    return at


def _is_particle(segment: Sequence[Detail], at: int) -> bool:
    behind = [one for one in segment[at + 1 : at + 3] if one.value not in PARTICLES]  # van der Zwaag
    return segment[at].value in PARTICLES and bool(behind) and behind[0].kind == "name" and behind[0].gap == " "


def _person(details: Details, segment: Sequence[Detail], start: int, end: int) -> Person | None:
    """The person whom a run of names is of, if it is one's."""
    title = []
    at = start
    while at < end and _is_title(segment[at].value):
        title.append(segment[at].value)
        at += 1
    names = [one for one in segment[at:end] if one.value not in PARTICLES]
    while len(names) > _FULL and names[-1].said.isupper() and len(names[-1].said) <= _HONOUR:  # Dreyfus KC MP
        names.pop()
    signed = len(names) > 1 and all(len(one.value) == 1 for one in names[:-1])  # W. R. HODGSON
    capitals = any(one.said.isupper() and len(one.said) > 1 for one in names)
    if not names or any(one.value in _SHUNNED for one in names) or (capitals and not signed):
        return None
    inverted = None if title else _inverted(segment, start, end)
    if inverted is not None:
        return Person(names[0], inverted, (), True)
    *given, family = names
    if len(given) > _GIVEN or len(family.value) < _LETTERS or not _NAME.fullmatch(family.value):
        return None
    if not given and not title:
        return Person(family, (), (), True) if _is_cited(segment, end) and family.value not in STATES else None
    if not given and len(family.value) < _ALONE:
        return None
    quoted = start == 0 and end < len(segment) and _QUOTED.fullmatch(segment[end].gap) is not None
    cited = quoted or details.in_note[family.segment] or details.is_entry(family.segment)
    first = (bool(given) and start <= _FRONT and cited) or family.value in details.persons
    office = _office(segment, end) if given and not title else ()
    return Person(family, tuple(given), tuple(title), first, office, segment[start].gap)


def _is_title(value: str) -> bool:
    """Whether a word stands before a name to say what its bearer is: `President`, `Major-General`."""
    return value in _CALLED or all(part in _CALLED for part in re.split(r"[ -]", value))


def _office(segment: Sequence[Detail], end: int) -> tuple[str, ...]:
    """The office right behind a name: `, Attorney General`; not in `, President Wilson`, nor `, General Counsel`."""
    found: list[str] = []
    for one in segment[end : end + _OFFICES]:
        if one.gap != (" " if found else ", ") or one.kind != "name":
            break
        if not _is_title(one.value):
            return ()
        found.append(one.value)
    return tuple(found)


def _is_cited(segment: Sequence[Detail], end: int) -> bool:
    """Whether what stands behind a name is a place in what its bearer wrote, or what that is.

    `Vogt, p. 225`, ` at 659`, ` 2009, 147`; `Vorontsov's eleventh report`.
    """
    behind = segment[end : end + 2]
    if not behind:
        return False
    first = behind[0]
    if first.gap in _OWNING:
        return any(one.kind == "word" and one.value in _WRITTEN for one in behind)
    if first.kind == "year":
        return first.gap in {" ", " ("}
    if first.value in _NOTED and first.gap == " (":
        return len(behind) > 1 and behind[1].kind == "number"
    if first.kind == "number":
        return first.gap == " ["
    if first.value == "at":
        return first.gap == " " and len(behind) > 1 and behind[1].kind in _LOCATED and behind[1].gap == " "
    return first.value in _BEHIND_CITED and first.gap in {", ", " "}


def _inverted(segment: Sequence[Detail], start: int, end: int) -> tuple[Detail, ...] | None:
    """The given names behind a family name that opens an entry: `Marmolejos, Zoila.`."""
    if end - start != 1 or start > 1 or end >= len(segment) or segment[end].gap != ", " or segment[end].kind != "name":
        return None
    last = _end(segment, end)
    dated = (
        last < len(segment) and segment[last].kind == "year" and segment[last].gap == " ("
    )  # O'Connell, Ciara (2017)
    behind = segment[last].gap[:1] if last < len(segment) and not dated else "."
    given = tuple(segment[end:last])
    wrong = {one.value for one in given} & (_SHUNNED | TITLES)
    return given if behind in {".", ",", ":"} and len(given) <= _GIVEN and not wrong else None
