"""What is said to have been done on a day, and by whom: two acts, or acts of two, have each a day of its own.

`Biddle was promoted to Ambassador on 4 June` and `Hurban was promoted to Ambassador on 14 June` share all but the
name. What is told of third days in the same words, `presented his credentials on`, is a way to say things; and what
stands behind `after` in the sentence of a day, `was closed on 9 April, after it severed relations`, was not done on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.details.rarity import stem, tells
from juslint.details.words import COMMON, OFFICES, RANKS, SMALL, TITLES
from juslint.words.states import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.details.pairs import Pair
    from juslint.details.tokens import Detail

_FAR = 24  # details before a day in which it is told who did something, and what
_OPENS = 3  # details before a day that opens its sentence: `On 4 May`, `Then, on 4 May`
_MOSTLY = 0.6  # share of the words
_MOST = 3.0  # weight of words that count
_SAID_OF = frozenset("after following when since once because".split())  # noqa: SIM905 - not: days before it
_UNNAMED = SMALL | COMMON | TITLES | OFFICES | RANKS | STATES
_ACTS = frozenset(  # verbs of another form
    """became began came fell found gave held left made met put read sat sent spoke struck swore took told went won
    wrote""".split()  # noqa: SIM905
)


def signs(pair: Pair) -> Iterator[tuple[str, float]]:
    """What the acts that are told of the two days say against their being one."""
    formula, elsewhere = _weights(pair)
    yield "words of third days", min(formula, _MOST)
    yield "words of another clause", min(elsewhere, _MOST)
    acts = [_act(*side) for side in pair.sides]
    yield "two acts", None not in acts and acts[0] != acts[1]
    yield "two actors", have_two_actors(pair)


def have_two_actors(pair: Pair) -> bool:
    """Whether before each day somebody or something is named, and before the other one nothing of it."""
    ours, theirs = (_actors(*side) for side in pair.sides)
    return bool(ours and theirs) and not ours & theirs


def _are_told_by_another_act(pair: Pair) -> bool:
    """Whether most of what stands beside both is on one side what had been done before: `closed on 9 April, after`."""
    around, weight = pair.details.surroundings, pair.details.rarity.weight
    shared = sorted(around.around(pair.odd).keys() & around.around(pair.rival).keys())
    elsewhere = _weights(pair)[1]
    return elsewhere > 0 and elsewhere >= _MOSTLY * sum(map(weight, shared))


def _weights(pair: Pair) -> tuple[float, float]:
    """The weight of the words beside both that stand beside third days, too, and of those behind another act."""
    around, weight = pair.details.surroundings, pair.details.rarity.weight
    ours, theirs = (around.around(one) for one in (pair.odd, pair.rival))
    days = {pair.odd.value, pair.rival.value}
    starts = [_clause(*side) for side in pair.sides]
    formula = elsewhere = 0.0
    for said in sorted(ours.keys() & theirs.keys()):
        third = len(around.days(said) - days)
        formula += weight(said) * third / (third + 1)
        behind = pair.odd.at + ours[said] > starts[0], pair.rival.at + theirs[said] > starts[1]
        elsewhere += weight(said) * (behind[0] != behind[1])
    return formula, elsewhere


def _clause(segment: list[Detail], one: Detail) -> int:
    """Where behind a day it is told after what the thing was done."""
    return next((each.at for each in segment[one.at + 1 : one.at + _FAR] if each.value in _SAID_OF), len(segment))


def _act(segment: list[Detail], one: Detail) -> str | None:
    """The verb in the past tense that a day is told of: the last before it; the next one, of a day that opens."""
    near = reversed(segment[_start(segment, one) : one.at]) if one.at >= _OPENS else segment[one.at + 1 : one.at + _FAR]
    return next((stem(each) for each in near if _is_act(each)), None)


def _is_act(one: Detail) -> bool:
    return one.kind == "word" and (one.value in _ACTS or (one.value.endswith("ed") and tells(one)))


def _actors(segment: list[Detail], one: Detail) -> set[str]:
    """The names before a day, behind the day before it if there are any: who is called `he` is named further off.

    Behind a day that opens its segment they stand right behind it.
    """
    if one.at < _OPENS:
        return _own_names(segment[one.at + 1 : one.at + 2 * _OPENS])
    near = _own_names(segment[_start(segment, one) : one.at])
    return near or _own_names(segment[max(0, one.at - _FAR) : one.at])


def _own_names(near: list[Detail]) -> set[str]:
    return {each.value for each in near if each.kind == "name" and tells(each) and each.value not in _UNNAMED}


def _start(segment: list[Detail], one: Detail) -> int:
    """Where that begins which is told of a day: behind the day before it."""
    low = max(0, one.at - _FAR)
    return next((each.at + 1 for each in reversed(segment[low : one.at]) if each.kind == "date"), low)


TELLING = (_are_told_by_another_act,)
