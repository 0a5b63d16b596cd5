"""Persons of whom all names but one are the same, weighed: one mistyped, or two who have a name in common?

`Professor Solange Nguele Mbala` and `S. Nguele Mballa`; `Mr. Paul Gavan` and `Mr. Gaven`; `Yuval Z. Blum` among
several of Yehuda Blum. The names are laid side by side, from the last on or from the first. For one person speak names
that nobody else has, initials, the title, the other form's being frequent, how little differs, what else stands beside
both, and that a bare family name is of somebody whom the text has not introduced. For two speak a place side by side in
a sentence or a list, the endings of men, women and families, and another given name altogether: so are relatives told.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from juslint.rules import _family_names, _likeness, _mistyped_names, _sexes
from juslint.rules._rarity import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.rules._detail_tokens import Detail
    from juslint.rules._details import Details
    from juslint.rules._persons import Person

_BUCKET = 16  # persons who share a name, or the beginning of one, that are compared
_MOST = 40  # mentions of one name that are looked at
_BEGIN = 2  # letters with which two family names begin
_LONGEST = 9  # letters of a name that hardly two have so alike
_COMPANY = 3.0  # the most that other words beside both count
_ENOUGH = 5.0  # points
_DAYS = 16  # details on either side of a name among which a day is told of the person
_FELLOW = 6  # details between the family names of two who wrote something together
_BESIDE = 12  # details between two of one segment


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each name that is mistyped once, with the usual one; of two that stand as often, the later."""
    yield from OnePerson(details, details.people).pairs()


class OnePerson:
    """The persons of a text, compared."""

    def __init__(self, details: Details, persons: Sequence[Person]) -> None:
        self._details, self._persons = details, persons

    @cached_property
    def _introduced(self) -> frozenset[str]:
        """The family names of those who are named in full somewhere."""
        return frozenset(one.family.value for one in self._persons if one.given)

    @cached_property
    def _titled(self) -> frozenset[str]:
        """The family names before which a title stands somewhere."""
        return frozenset(one.family.value for one in self._persons if one.title)

    def pairs(self) -> Iterator[tuple[Detail, Detail]]:
        """Each name that is mistyped once, with the usual one; of two that stand as often, the later."""
        near: dict[str, list[Person]] = defaultdict(list)
        for person in self._persons:
            for key in _keys(person):
                near[key].append(person)
        spoken: set[int] = set()
        for found in near.values():
            for one, other in itertools.combinations(found[:_BUCKET], 2):
                for odd, usual in ((other, one), (one, other)):
                    ways = _mistyped_names.aligned(odd, usual)
                    mistyped = next((each for each in ways if self._is_odd(odd, usual, each)), None)
                    if mistyped is None or mistyped.odd.start in spoken:
                        continue
                    if self.weight(odd, usual, mistyped) >= _ENOUGH:
                        spoken |= {mistyped.odd.start, mistyped.usual.start}
                        yield mistyped.odd, mistyped.usual
                        break

    def _is_odd(self, odd: Person, usual: Person, names: _mistyped_names.Mistyped) -> bool:
        """Whether the one stands once, and the other more often, or before it."""
        if len(names.odd.value) == 1:  # an initial, of which there are many
            return names.odd.start > names.usual.start
        if names.place == "family" and names.same:  # others of its family may be named
            often, more = (self._often(one) for one in (odd, usual))
        else:
            often, more = (len(self._details.places[one.key]) for one in names[:2])
        return often == 1 and (more > 1 or names.usual.start < names.odd.start)

    def _often(self, person: Person) -> int:
        """How often a family name stands with the same given name; or alone, where no other given name has it."""
        named = [one for one in self._bearers[person.family.value][:_MOST] if one.family.value == person.family.value]
        others = any(not _are_compatible(one, person) for one in named)
        return sum(one.forenames == person.forenames or not (one.given or others) for one in named)

    def weight(self, odd: Person, usual: Person, names: _mistyped_names.Mistyped) -> float:
        """How much speaks for one person; a negative number where two are meant."""
        details, one, other = self._details, names.odd, names.usual
        if not self._may_be_one(odd, usual, names):
            return -1.0
        points = _mistyped_names.of_letters(names) + 1.5 * names.initials + (names.initials > 1)
        points += sum(3.0 if self._is_rare(name, odd, usual) else 1.0 for name in names.same)
        if odd.called and odd.called == usual.called:
            points += 1.0 if odd.called[-1] in {"mr", "mrs", "ms"} else 2.0
        if len(details.places[other.key]) > 1 and len(other.value) > 1:
            points += 2.0
        bare = [each for each in (odd, usual) if not each.given]
        if self._is_lone(bare) and _likeness.slip(one.value, other.value):
            points += 3.0
        if details.are_told_together(one, other):
            points += 2.0 if self._takes_up(odd, usual) else -2.0
        if len(bare) == 2 and odd.title == usual.title and len(one.value) >= _LONGEST:
            points += 1.5
        if self._have_one_fellow(odd, usual):
            points += 2.0
        if self._days(one) & self._days(other):
            points += 2.0
        return points + min(_COMPANY, self._company(odd, usual))

    def _is_lone(self, bare: Sequence[Person]) -> bool:
        """Whether one of two is a bare family name that the text introduces nowhere."""
        return len(bare) == 1 and bare[0].family.value not in self._introduced

    def _takes_up(self, odd: Person, usual: Person) -> bool:
        """Whether a bare name that is introduced nowhere follows on a full one: `Ada Marchand KC. Of Ms Merchand's`."""
        first, last = sorted((odd, usual), key=lambda each: each.family.start)
        return bool(first.given) and not last.given and self._is_lone([last])

    def _days(self, one: Detail) -> set[str]:
        """The days beside a name."""
        near = self._details.segments[one.segment][max(0, one.at - _DAYS) : one.at + _DAYS]
        return {each.value for each in near if each.kind == "date"}

    def _have_one_fellow(self, odd: Person, usual: Person) -> bool:
        """Whether the same person is named right behind both: `Dupuy and Viñuales`."""
        first, second = (self._behind.get(one.family.start) for one in (odd, usual))
        return first is not None and second is not None and _are_compatible(first, second)

    @cached_property
    def _behind(self) -> dict[int, Person]:
        """Who is named right behind another person, by the place of the family name of that one."""
        return {
            one.family.start: other
            for one, other in itertools.pairwise(self._persons)
            if one.family.segment == other.family.segment and other.family.at - one.family.at <= _FELLOW
        }

    def _may_be_one(self, odd: Person, usual: Person, names: _mistyped_names.Mistyped) -> bool:
        details, one, other = self._details, names.odd, names.usual
        known = odd.known or usual.known or bool({odd.family.value, usual.family.value} & self._titled)
        if not known or any(("word", each.value) in details.places for each in (one, other)):
            return False
        if any(each.value != each.key[1] for each in (one, other)):  # a part of `Marie-Sophie`, or of `Sea-Upper Rhine`
            return False
        if one.value.count(" ") != other.value.count(" "):  # Mid. Rhine, and the Rhine
            return False
        together = details.are_told_together(one, other) and self._takes_up(odd, usual)
        if not (names.same or names.initials or together) and _mistyped_names.are_forms(one.value, other.value):
            return False
        if one.segment == other.segment and abs(one.at - other.at) <= _BESIDE:
            return False
        if odd.is_listed and usual.is_listed:
            return False
        foreign = any(
            details.is_foreign(each.family.segment) and not (each.first and each.given) for each in (odd, usual)
        )
        if foreign and not (names.same or names.initials):
            return False
        return not _sexes.are_two(details, odd.family, usual.family)

    def _is_rare(self, name: str, odd: Person, usual: Person) -> bool:
        """Whether nobody else has a name."""
        bearers = self._bearers[name]
        both = (odd, usual)
        return len(bearers) <= _MOST and all(any(_are_compatible(each, one) for one in both) for each in bearers)

    @cached_property
    def _bearers(self) -> dict[str, list[Person]]:
        """The persons of each name."""
        found: dict[str, list[Person]] = defaultdict(list)
        for person in self._persons:
            for name in {each.value for each in person.names}:
                found[name].append(person)
        return found

    def _company(self, odd: Person, usual: Person) -> float:
        """The weight of the other words beside both."""
        surroundings = self._details.surroundings
        own = {stem(each) for person in (odd, usual) for each in (person.family, *person.given)}
        ours, theirs = surroundings.around(odd.family), surroundings.around(usual.family)
        return sum(self._details.rarity.weight(said) for said in sorted((ours.keys() & theirs.keys()) - own))


def _keys(person: Person) -> Iterator[str]:
    """What two persons share who may be one: a whole name, or the beginning of the family name."""
    yield from dict.fromkeys(name.value for name in (person.family, *person.given) if len(name.value) > _BEGIN)
    yield f"{person.family.value[:_BEGIN]} "


def _are_compatible(one: Person, other: Person) -> bool:
    """Whether two may be one person as they are written."""
    left, right = (each.forenames for each in (one, other))
    if one.family.value != other.family.value:
        return False
    return all(_family_names.agree(*both) for both in zip(left, right, strict=False))
