"""Persons of whom all names but one are the same, weighed: one mistyped, or two who have a name in common?

`Professor Solange Nguele Mbala` and `S. Nguele Mballa`; `Mr. Paul Gavan` and `Mr. Gaven`; `Yuval Z. Blum` among
several of Yehuda Blum. The names are laid side by side, from the last on or from the first. For one person speak names
that nobody else has, initials, the title, the other form's being frequent, how little differs, what else stands beside
both, and that a bare family name is of somebody whom the text has not introduced. For two speak a place side by side in
a sentence or a list, the endings of men, women and families, and another given name altogether: so are relatives told.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from juslint.details.names import bearers, sexes
from juslint.details.names import mistyped as mistyped_names
from juslint.details.rarity import stem
from juslint.details.words import FORMAL
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.details.names.persons import Person
    from juslint.details.text import Details
    from juslint.details.tokens import Detail

ENGLISH_ONLY = True
_SAME = 4  # mentions of the same names that are compared
_BUCKET = 16  # persons who share a name, or the beginning of one, that are compared
_SHORT = 4  # letters of a family name that many others are like
_BEGIN = 2  # letters with which two family names begin
_LONGEST = 9  # letters of a name that hardly two have so alike
_COMPANY = 3.0  # the most that other words beside both count
_ENOUGH = 5.0  # points
_DAYS = 16  # details on either side of a name among which a day is told of the person
_END = re.compile(r"[a-z)\]\"\u201d][.?!][\"\u201d)]?\s+(?=[A-Z])|\n\s*\n")  # of a sentence or paragraph
_BESIDE = 12  # details between two of one segment


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each name that is mistyped once, with the usual one; of two that stand as often, the later."""
    yield from OnePerson(details, details.people).pairs()


class OnePerson:
    """The persons of a text, compared."""

    def __init__(self, details: Details, persons: Sequence[Person]) -> None:
        self._details, self._persons = details, persons
        self._bearers = bearers.Bearers(persons)

    def pairs(self) -> Iterator[tuple[Detail, Detail]]:
        """Each name that is mistyped once, with the usual one; of two that stand as often, the later."""
        spoken: set[int] = set()
        for one, other in self._near():
            for odd, usual in ((other, one), (one, other)):
                mistyped = self._mistyped(odd, usual)
                if mistyped is not None and mistyped.odd.start not in spoken:
                    spoken |= {mistyped.odd.start, mistyped.usual.start}
                    yield self._named(odd, mistyped.odd), self._named(usual, mistyped.usual)
                    break

    def _near(self) -> Iterator[tuple[Person, Person]]:
        """Two persons of different names who share a key, each two once."""
        near: dict[str, list[Person]] = defaultdict(list)
        for names, mentions in self._by_names.items():
            for person in mentions[:_SAME]:
                for key in _keys(names):
                    near[key].append(person)
        seen: set[tuple[int, int]] = set()
        for found in near.values():
            bucket = sorted(found[:_BUCKET], key=lambda one: one.family.start)
            for one, other in itertools.combinations(bucket, 2):
                both = one.family.start, other.family.start
                if one.family.value == other.family.value and one.forenames == other.forenames:
                    continue
                if both not in seen:
                    seen.add(both)
                    yield one, other

    @cached_property
    def _by_names(self) -> dict[tuple[str, ...], list[Person]]:
        """The persons by given names and family name."""
        found: dict[tuple[str, ...], list[Person]] = defaultdict(list)
        for person in self._persons:
            found[(*(name.value for name in person.given), person.family.value)].append(person)
        return found

    def _named(self, person: Person, name: Detail) -> Detail:
        """A name, an initial with the family name behind it."""
        if len(name.value) > 1 or name.start > person.family.start:
            return name
        said = self._details.document.text[name.start : person.family.span.end]
        return name._replace(said=said, key=("initial", said))

    def _mistyped(self, odd: Person, usual: Person) -> mistyped_names.Mistyped | None:
        """The names in which two persons differ who are surely one; None where they are two."""
        ways = (each for each in mistyped_names.aligned(odd, usual) if self._is_odd(odd, usual, each))
        return next((each for each in ways if self.weight(odd, usual, each) >= _ENOUGH), None)

    def _is_odd(self, odd: Person, usual: Person, names: mistyped_names.Mistyped) -> bool:
        """Whether the one stands once, and the other more often, or before it."""
        if len(names.odd.value) == 1:  # an initial, of which there are many
            return names.odd.start > names.usual.start
        if names.place == "family" and names.same:  # others of its family may be named
            often, more = (self._bearers.often(one) for one in (odd, usual))
        else:
            often, more = (len(self._details.places[one.key]) for one in names[:2])
        return often == 1 and (more > 1 or names.usual.start < names.odd.start)

    def weight(self, odd: Person, usual: Person, names: mistyped_names.Mistyped) -> float:
        """How much speaks for one person; a negative number where two are meant."""
        if not self._may_be_one(odd, usual, names):
            return -1.0
        points = self._of_names(odd, usual, names) + self._of_places(odd, usual, names)
        return points + min(_COMPANY, self._company(odd, usual))

    def _of_names(self, odd: Person, usual: Person, names: mistyped_names.Mistyped) -> float:
        """How much the names and titles speak for one person."""
        details, one, other = self._details, names.odd, names.usual
        points = mistyped_names.of_letters(names)
        if (
            names.place == "first"
            and one.value[0] == other.value[0]
            and (self._is_noted(odd, usual) or self._is_noted(usual, odd))
        ):
            points = max(points, 0.0) + 3.0
        points += 1.5 * names.initials + (names.initials > 1)
        points += sum(3.0 if self._bearers.is_rare(name, odd, usual) else 1.0 for name in names.same)
        if odd.called and odd.called == usual.called:
            points += 1.0 if odd.called[-1] in {"mr", "mrs", "ms"} else 2.0
        return points + 2.0 * (len(details.places[other.key]) > 1 and len(other.value) > 1)

    def _of_places(self, odd: Person, usual: Person, names: mistyped_names.Mistyped) -> float:
        """How much it says where each is named, and how fully."""
        details, one, other = self._details, names.odd, names.usual
        points = 0.0
        bare = [each for each in (odd, usual) if not each.given]
        if self._bearers.is_lone(bare) and likeness.slip(one.value, other.value):
            points += 3.0
        if details.are_told_together(one, other):
            points += 2.0 if self._bearers.takes_up(odd, usual) else -2.0
        if len(bare) == 2 and odd.title == usual.title and len(one.value) >= _LONGEST:
            points += 1.5
        if names.initials and not names.same and self._bearers.are_unmatched(odd, usual):
            points += 2.0
        points += 2.0 * self._bearers.have_one_fellow(odd, usual)
        return points + 2.0 * bool(self._days(one) & self._days(other))

    def _is_noted(self, odd: Person, usual: Person) -> bool:
        """Whether the note that is called behind one cites the other, of the same family name."""
        details, segment = self._details, usual.family.segment
        if details.in_note[odd.family.segment] or not details.in_note[segment]:
            return False
        marks, start = details.document.note_marks, odd.family.start
        number = bisect_left(marks, start, key=lambda mark: mark.span.start)
        if number == len(marks) or marks[number].mark not in details.notes[segment]:
            return False
        return _END.search(details.document.text, start, marks[number].span.start) is None

    def _days(self, one: Detail) -> set[str]:
        """The days beside a name."""
        near = self._details.segments[one.segment][max(0, one.at - _DAYS) : one.at + _DAYS]
        return {each.value for each in near if each.kind == "date"}

    def _may_be_one(self, odd: Person, usual: Person, names: mistyped_names.Mistyped) -> bool:
        details, one, other = self._details, names.odd, names.usual
        known = odd.known or usual.known or bool({odd.family.value, usual.family.value} & self._bearers.titled)
        if not (known or self._are_surely_one(odd, usual, names)) or any(
            ("word", each.value) in details.places for each in (one, other)
        ):
            return False
        if any(each.value != each.key[1] for each in (one, other)):  # a part of `Marie-Sophie`, or of `Sea-Upper Rhine`
            return False
        if one.value.count(" ") != other.value.count(" "):  # Mid. Rhine, and the Rhine
            return False
        together = details.are_told_together(one, other) and self._bearers.takes_up(odd, usual)
        if not (names.same or names.initials or together) and mistyped_names.are_forms(one.value, other.value):
            return False
        if one.segment == other.segment and abs(one.at - other.at) <= _BESIDE:
            return False
        if (odd.is_listed and usual.is_listed) or self._are_told_apart(odd, usual, names):
            return False
        foreign = any(
            details.is_foreign(each.family.segment) and not (each.first and each.given) for each in (odd, usual)
        )
        if foreign and not (names.initials or (names.same and likeness.slip(one.value, other.value))):
            return False
        return not sexes.are_two(details, odd.family, usual.family)

    def _are_told_apart(self, odd: Person, usual: Person, names: mistyped_names.Mistyped) -> bool:
        """Whether their offices are two, the initials are somebody else's, or both open entries or stand together."""
        ours, theirs = ({*one.called} - FORMAL for one in (odd, usual))
        if ours and theirs and not ours & theirs:
            return True
        if names.initials and not names.same and self._bearers.is_told(odd, usual):
            return True
        if names.place != "first" or names.initials:
            return False
        same = [one for one in self._bearers.family(usual) if one.forenames == usual.forenames]
        entries = odd.is_entry and any(one.is_entry for one in same)
        return entries or any(self._details.are_told_together(names.odd, one.family) for one in same)

    def _are_surely_one(self, odd: Person, usual: Person, names: mistyped_names.Mistyped) -> bool:
        """Whether a letter differs in two family names, of any kind, and nobody else has the name before them."""
        one, other = names.odd.value, names.usual.value
        if names.place != "family" or len(names.same) != len(odd.given) or not likeness.slip(one, other):
            return False
        long = min(len(one), len(other)) > _SHORT and not mistyped_names.are_forms(one, other)
        return long and all(self._bearers.is_rare(name, odd, usual) for name in names.same)

    def _company(self, odd: Person, usual: Person) -> float:
        """The weight of the other words beside both."""
        surroundings = self._details.surroundings
        own = {stem(each) for person in (odd, usual) for each in (person.family, *person.given)}
        ours, theirs = surroundings.around(odd.family), surroundings.around(usual.family)
        return sum(self._details.rarity.weight(said) for said in sorted((ours.keys() & theirs.keys()) - own))


def _keys(names: tuple[str, ...]) -> Iterator[str]:
    """What two persons share who may be one: a name, the beginning of the family name, or all of it but a letter."""
    yield from dict.fromkeys(name for name in names if len(name) > _BEGIN)
    family = names[-1]
    yield f"{family[:_BEGIN]} "
    if len(family) > _SHORT:
        yield f"-{family}"
        yield from dict.fromkeys(f"-{family[:at]}{family[at + 1 :]}" for at in range(len(family)))
