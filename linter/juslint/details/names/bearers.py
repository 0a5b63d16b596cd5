"""Who bears a name in a text: whether nobody else does, how often and how fully a person is named.

A text introduces whom it names: a bare family name is that of somebody who stands in full elsewhere. And it mostly
cites whom it speaks of: somebody in the prose who is in no entry may be the one of an entry who is not in the prose.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from juslint.details.names import families as family_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from juslint.details.names.persons import Person

_MOST = 40  # mentions of one name that are looked at
_FELLOW = 6  # details between the family names of two who wrote something together


class Bearers:
    """The persons of a text by their names."""

    def __init__(self, persons: Sequence[Person]) -> None:
        self._persons = persons

    @cached_property
    def _introduced(self) -> frozenset[str]:
        """The family names of those who are named in full somewhere."""
        return frozenset(one.family.value for one in self._persons if one.given)

    @cached_property
    def titled(self) -> frozenset[str]:
        """The family names before which a title stands somewhere."""
        return frozenset(one.family.value for one in self._persons if one.title)

    @cached_property
    def _of(self) -> dict[str, list[Person]]:
        """The persons of each name."""
        found: dict[str, list[Person]] = defaultdict(list)
        for person in self._persons:
            for name in {each.value for each in person.names}:
                found[name].append(person)
        return found

    @cached_property
    def _behind(self) -> dict[int, Person]:
        """Who is named right behind another person, by the place of the family name of that one."""
        return {
            one.family.start: other
            for one, other in itertools.pairwise(self._persons)
            if one.family.segment == other.family.segment and other.family.at - one.family.at <= _FELLOW
        }

    def family(self, person: Person) -> list[Person]:
        """All who bear the family name of a person."""
        return [one for one in self._of[person.family.value][:_MOST] if one.family.value == person.family.value]

    def often(self, person: Person) -> int:
        """How often a family name stands with the same given name; or alone, where no other given name has it."""
        named = self.family(person)
        others = any(not are_compatible(one, person) for one in named)
        return sum(one.forenames == person.forenames or not (one.given or others) for one in named)

    def is_lone(self, bare: Sequence[Person]) -> bool:
        """Whether one of two is a bare family name that the text introduces nowhere."""
        return len(bare) == 1 and bare[0].family.value not in self._introduced

    def takes_up(self, odd: Person, usual: Person) -> bool:
        """Whether a bare name that is introduced nowhere follows on a full one: `Ada Marchand KC. Of Ms Merchand's`."""
        first, last = sorted((odd, usual), key=lambda each: each.family.start)
        return bool(first.given) and not last.given and self.is_lone([last])

    def have_one_fellow(self, odd: Person, usual: Person) -> bool:
        """Whether the same person is named right behind both: `Dupuy and Viñuales`."""
        first, second = (self._behind.get(one.family.start) for one in (odd, usual))
        return first is not None and second is not None and are_compatible(first, second)

    def are_unmatched(self, odd: Person, usual: Person) -> bool:
        """Whether one of two is the author of an entry, and in no prose, and the other in no entry."""
        if odd.first == usual.first or not (odd.given and usual.given):
            return False
        return all(each.first == one.first for one in (odd, usual) for each in self.family(one))

    def is_rare(self, name: str, odd: Person, usual: Person) -> bool:
        """Whether nobody else has a name."""
        bearers = self._of[name]
        both = (odd, usual)
        return len(bearers) <= _MOST and all(any(are_compatible(each, one) for one in both) for each in bearers)

    def is_told(self, odd: Person, usual: Person) -> bool:
        """Whether the initials of one who is usual stand elsewhere for names that the odd one has not."""
        return any(
            len(each) > 1 and not family_names.agree(each, own)
            for one in self.family(usual)
            if are_compatible(one, usual)
            for each, own in zip(one.forenames, odd.forenames, strict=False)
        )


def are_compatible(one: Person, other: Person) -> bool:
    """Whether two may be one person as they are written."""
    left, right = (each.forenames for each in (one, other))
    if one.family.value != other.family.value:
        return False
    return all(family_names.agree(*both) for both in zip(left, right, strict=False))
