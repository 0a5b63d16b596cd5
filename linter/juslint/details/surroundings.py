"""What stands around a detail of a text, and how much the surroundings of two have in common.

A word counts by its rarity in the text and by how near it stands to both details.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.details.rarity import stem, tells

if TYPE_CHECKING:
    from collections.abc import Set

    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_FAR = 14  # details on either side that are looked at
_NEAR, _FURTHER = 4, 8  # details on either side of which a word counts in full, and more than a third
_ACROSS = 0.6  # of a word that stands before the one detail and behind the other
_ROOT = 5  # letters in which words of one root are alike
_FOLDED = str.maketrans("czy", "ssi")
_MOST = 60  # details of a kind with which another is compared


class Surroundings:
    """The surroundings of the details of one text, each looked at once."""

    def __init__(self, details: Details) -> None:
        self._details = details
        self._around: dict[tuple[int, int], dict[str, int]] = {}
        self._stems: dict[int, frozenset[str]] = {}
        self._ranked: dict[tuple[int, int], list[tuple[float, str]]] = {}
        self._days: dict[str, set[str]] | None = None

    def around(self, one: Detail) -> dict[str, int]:
        """How far each stem stands behind a detail, nearest first; a negative number stands for before."""
        key = one.segment, one.at
        if key not in self._around:
            found: dict[str, int] = {}
            segment = self._details.segments[one.segment]
            for other in segment[max(0, one.at - _FAR) : one.at + _FAR + 1]:
                if other.at != one.at and tells(other):
                    said, far = stem(other), other.at - one.at
                    if said not in found or abs(far) < abs(found[said]):
                        found[said] = far
            self._around[key] = found
        return self._around[key]

    def stems(self, segment: int) -> frozenset[str]:
        """The stems of all that tells in a segment."""
        if segment not in self._stems:
            self._stems[segment] = frozenset(stem(one) for one in self._details.segments[segment] if tells(one))
        return self._stems[segment]

    def shared(self, one: Detail, other: Detail) -> float:
        """The weight of what both surroundings have."""
        ours, theirs = self.around(one), self.around(other)
        found = 0.0
        for said in sorted(ours.keys() & theirs.keys()):
            here, there = ours[said], theirs[said]
            far = max(abs(here), abs(there))
            near = 1.0 if far <= _NEAR else 0.7 if far <= _FURTHER else 0.4
            start = one.at if here > 0 else other.at
            if (here < 0) != (there < 0) and start > _NEAR - 1:  # not: On 4 May the Minister wrote
                near *= _ACROSS
            found += self._details.rarity.weight(said) * near
        return found

    def days(self, said: str) -> Set[str]:
        """The days that have a stem beside them, anywhere in the text."""
        if self._days is None:
            self._days = defaultdict(set)
            for one in self._details.of("date"):
                for each in self.around(one):
                    self._days[each].add(one.value)
        return self._days.get(said, frozenset())

    def akin(self, one: Detail, other: Detail) -> float:
        """The weight of the words around both that are alike in their first letters only: `licence`, `licensed`."""
        ours, theirs = (self._roots(each) for each in (one, other))
        stems, others = ({stem(word) for word in words.values()} for words in (ours, theirs))
        found = 0.0
        for root in sorted(ours.keys() & theirs.keys()):
            mine, its = ours[root], theirs[root]
            if stem(mine) not in others and stem(its) not in stems:
                found += min(self._details.rarity.of(mine), self._details.rarity.of(its))
        return found

    def _roots(self, one: Detail) -> dict[str, Detail]:
        """The words around a detail by their first letters, without what is written in two ways in forms of a word."""
        segment = self._details.segments[one.segment]
        return {
            each.value.translate(_FOLDED)[:_ROOT]: each
            for each in segment[max(0, one.at - _FAR) : one.at + _FAR + 1]
            if each.kind in {"word", "name"} and len(each.value) >= _ROOT and tells(each)
        }

    def lead(self, one: Detail, other: Detail) -> float:
        """How much more one has in common with the other than with any detail of its kind that says something else."""
        values = {one.value, other.value}
        best = next((shared for shared, value in self._rank(one) if value not in values), 0.0)
        return self.shared(one, other) - best

    def _rank(self, one: Detail) -> list[tuple[float, str]]:
        """What the surroundings have in common with those of other values elsewhere, the most first."""
        key = one.segment, one.at
        if key not in self._ranked:
            others = (
                each
                for each in self._details.of(one.kind)[:_MOST]
                if each.segment != one.segment and each.value != one.value
            )
            ranked = sorted(((self.shared(one, each), each.value) for each in others), reverse=True)
            best: dict[str, float] = {}
            for shared, value in ranked:
                best.setdefault(value, shared)
                if len(best) == 2:
                    break
            self._ranked[key] = [(shared, value) for value, shared in best.items()]
        return self._ranked[key]
