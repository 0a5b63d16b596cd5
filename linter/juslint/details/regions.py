"""The lists of a text: runs of short entries, and its notes, with the days that each names.

A list of annexes or sources mostly names what the text tells of. Where it does, and has one day that the text has not,
while the text has one that the list has not, both are of one thing more likely than elsewhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from juslint.details.words import SMALL

if TYPE_CHECKING:
    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_ENTRY, _SMALL_OF_ENTRY, _PARTS = 40, 0.3, 2  # words of an entry, how many are small, and its segments
_NEAR = 2  # segments between a day and the ones told before and behind it
_FIRST = 4  # details of an entry before which its day stands
NOTES = -1


class Regions:
    """By segment the list that it stands in: `NOTES`, the number of a list, or 0 for none."""

    def __init__(self, details: Details) -> None:
        self._details = details
        parts = Counter(details.paragraphs)
        self.of: list[int] = []
        number = 0
        for segment, said in enumerate(details.segments):
            if details.in_note[segment]:
                self.of.append(NOTES)
                continue
            entry = parts[details.paragraphs[segment]] <= _PARTS and len(said) < _ENTRY
            entry = entry and (_is_terse(said) or segment in details.labels.entries)
            number += entry and not (self.of and self.of[-1] > 0)
            self.of.append(number if entry else 0)

    @cached_property
    def _days(self) -> tuple[dict[int, set[str]], dict[str, set[int]]]:
        """The days of each list, and the lists of each day, 0 among them."""
        days: dict[int, set[str]] = defaultdict(set)
        lists: dict[str, set[int]] = defaultdict(set)
        for one in self._order[0]:
            days[self.of[one.segment]].add(one.value)
            lists[one.value].add(self.of[one.segment])
        return days, lists

    @cached_property
    def _order(self) -> tuple[list[Detail], dict[tuple[int, int], int]]:
        """All days in the order of the text, and the number of each."""
        said = self._details.of
        days = sorted([*said("date"), *said("month")], key=lambda one: one.start)
        return days, {(one.segment, one.at): number for number, one in enumerate(days)}

    def told_with(self, one: Detail, other: Detail) -> tuple[bool, bool]:
        """Whether the same day is told right before both, and right behind both; of notes and text it often is."""
        in_note = self._details.in_note
        if in_note[one.segment] != in_note[other.segment]:
            return False, False
        days, numbers = self._order
        first, second = (numbers[each.segment, each.at] for each in (one, other))

        def are_same(way: int) -> bool:
            if not (0 <= first + way < len(days) and 0 <= second + way < len(days)):
                return False
            left, right = days[first + way], days[second + way]
            near = abs(left.segment - one.segment) <= _NEAR and abs(right.segment - other.segment) <= _NEAR
            return near and left.key == right.key and left is not other and right is not one

        return are_same(-1), are_same(1)

    def beside(self, one: Detail, number: int) -> list[Detail]:
        """So many days told before one, and as many behind it, in the order of the text."""
        days, numbers = self._order
        at = numbers[one.segment, one.at]
        return [*days[max(0, at - number) : at], *days[at + 1 : at + 1 + number]]

    def last(self, one: Detail) -> Detail | None:
        """The day told before one, if there is any."""
        return self.beside(one, 1)[0] if self._order[1][one.segment, one.at] else None

    @cached_property
    def entries(self) -> dict[int, list[Detail]]:
        """By list the days with which its entries begin."""
        found: dict[int, list[Detail]] = defaultdict(list)
        for one in self._order[0]:
            mine = found[self.of[one.segment]] if self.of[one.segment] > 0 else []
            if one.kind == "date" and one.at < _FIRST and not (mine and mine[-1].segment == one.segment):
                mine.append(one)
        return found

    @cached_property
    def entry_of(self) -> dict[tuple[int, int], int]:
        """By its place, the number of each of these days in its list."""
        return {(one.segment, one.at): at for days in self.entries.values() for at, one in enumerate(days)}

    def are_one(self, one: Detail, other: Detail) -> bool:
        """Whether two stand in one list, or both in notes."""
        return self.of[one.segment] == self.of[other.segment] != 0

    def are_alike(self, one: Detail, other: Detail) -> bool:
        """Whether two stand in one list, both in notes or both in no list."""
        return self.of[one.segment] == self.of[other.segment]

    def left_over(self, one: Detail, other: Detail) -> float:
        """Where one is left over in a list or in notes, and the other elsewhere: how few others of the list are.

        Of a list that has no day of the text this says nothing.
        """
        days, lists = self._days
        best = 0.0
        for listed, told in ((one, other), (other, one)):
            mine = lists[listed.value]
            if 0 in mine or mine & lists[told.value]:
                continue
            rest = days[self.of[listed.segment]] - {listed.value}
            left = sum(len(lists[day]) == 1 for day in rest)
            best = max(best, (len(rest) > left) / (1 + left))
        return best


def _is_terse(said: list[Detail]) -> bool:
    return sum(one.value in SMALL for one in said) < _SMALL_OF_ENTRY * len(said)
