"""Days of what is numbered, lasts or is law: one meeting on two days, one session from two days on, one treaty of two.

`its 8th meeting, on 19 April 2023` where the text twice has the 20th; `from 13 to 16 April` for what elsewhere lasts
from the 14th; `the Geneva Conventions of 21 August 1949`. That a text says one of both twice tells the slip, whatever
else is of that day, and however near it stands.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.details.dates.likeness import first_day, sitting
from juslint.details.pairs import Pair
from juslint.details.rarity import stem, tells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_MONTH = 7  # characters of a day that are year and month
_TWICE = 2  # mentions of the usual day
_TIED = 4  # words that two mentions of one session have in common, such as its name, however often the text says it
_LAWS = frozenset("convention conventions treaty covenant protocol protocols pact charter act law code".split())  # noqa: SIM905
_SPACE = frozenset({" ", "\n", "\u00a0"})
_SAME = 4  # details right before both, where one could be a part of the other


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each odd day with the usual one."""
    meetings: dict[tuple[str, str, str], list[Detail]] = defaultdict(list)
    lasting: dict[tuple[str, str], list[Detail]] = defaultdict(list)
    laws: dict[tuple[str, str], list[Detail]] = defaultdict(list)
    for one in details.of("date"):
        segment = details.segments[one.segment]
        first = first_day(segment, one.at)
        if first is not None:
            lasting["to", one.value].append(first)
            lasting[first.value, one.value[:_MONTH]].append(one)
            continue
        law = _law(segment, one.at)
        if law is not None:
            laws[law].append(one)
        named = sitting(details, one)
        if named is not None and named[1] != "session" and segment[one.at - 1].value in {"on", "of", "held", "meeting"}:
            meetings[*named, one.value[:_MONTH]].append(one)
    yield from (pair for found in meetings.values() for pair in _odd(found))
    yield from (pair for found in laws.values() for pair in _odd(found, apart=False) if _differ_by_a_slip(*pair))
    for (first_said, _), found in lasting.items():
        for odd, usual in _odd(found):
            inside = int(odd.value) > int(usual.value) if first_said == "to" else odd.value < usual.value
            if _are_tied(details, odd, usual, found, inside=inside):
                yield odd, usual


def _odd(found: Sequence[Detail], *, apart: bool = True) -> Iterator[tuple[Detail, Detail]]:
    """The only mention that says another day, with the first of the others, where those are two, and stand apart."""
    days: dict[str, list[Detail]] = defaultdict(list)
    for one in found:
        days[one.value].append(one)
    if len(days) == 2:
        odd, usual = sorted(days.values(), key=len)
        if len(odd) == 1 and (_segments(usual) if apart else len(usual)) >= _TWICE:
            yield odd[0], usual[0]


def _law(segment: list[Detail], at: int) -> tuple[str, str] | None:
    """The two words by which what a day is of is called, where it is a law or treaty."""
    before = segment[max(0, at - 3) : at]
    if len(before) < 3 or before[2].value != "of" or before[1].value not in _LAWS or before[1].gap not in _SPACE:
        return None
    return (stem(before[0]), before[1].value) if tells(before[0]) else None


def _differ_by_a_slip(odd: Detail, usual: Detail) -> bool:
    """Whether the day or month alone is another one, or the year has two figures swapped."""
    one, other = odd.value.split("-"), usual.value.split("-")
    differing = [both for both in zip(one, other, strict=True) if both[0] != both[1]]
    return len(differing) == 1 and (one[0] == other[0] or sorted(one[0]) == sorted(other[0]))


def _segments(found: Iterable[Detail]) -> int:
    return len({one.segment for one in found})


def _are_tied(details: Details, odd: Detail, usual: Detail, found: Sequence[Detail], *, inside: bool) -> bool:
    """Whether words say that one thing lasted so long; a part of the days may be those of its part."""
    others = [Pair(details, odd, one) for one in found if one.value == usual.value and one.segment != odd.segment]
    if inside:
        return any(len(pair.before) >= _SAME for pair in others)
    around = details.surroundings.around
    return any(len(around(odd).keys() & around(pair.rival).keys()) >= _TIED for pair in others)
