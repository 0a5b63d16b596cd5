"""Several mentions of one source, sorted by what they say of one of its facts, and which of it should stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from juslint.finding import Edit, Fix

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from juslint.rules._places import Place
    from juslint.rules._sources import Mention

V = TypeVar("V")
_NAMED = 4
_MOST = 100  # readings of one fact: bounds the work on hostile texts


@dataclass
class Reading(Generic[V]):
    """One value and the mentions that say it, in the order of the texts."""

    value: V
    mentions: list[Mention] = field(default_factory=list)

    def weight(self) -> tuple[int, int]:
        """How many texts say it, then how many mentions: one text that repeats itself does not outvote two others."""
        return len({mention.context.document.path for mention in self.mentions}), len(self.mentions)


def readings(
    said: Iterable[tuple[Mention, V]], agree: Callable[[V, V], bool], fullness: Callable[[V], int] = lambda _: 0
) -> list[Reading[V]]:
    """The differing readings; a less full value joins the first fuller one that it agrees with.

    In the order in which the texts have them. One reading, or none, means that nothing differs, or that so much does
    that no slip explains it.
    """
    found: list[Reading[V]] = []
    pairs = list(enumerate(said))
    places: dict[int, int] = {}  # of a reading, its first mention
    for number, (mention, value) in sorted(pairs, key=lambda pair: (-fullness(pair[1][1]), pair[0])):
        fitting = next((reading for reading in found if agree(reading.value, value)), None)
        if fitting is None and len(found) == _MOST:
            return []
        if fitting is None:
            fitting = Reading(value)
            found.append(fitting)
        fitting.mentions.append(mention)
        places[id(fitting)] = min(number, places.get(id(fitting), number))
    order = {id(mention.reference): number for number, (mention, _) in pairs}
    for reading in found:
        reading.mentions.sort(key=lambda mention: order[id(mention.reference)])
    return sorted(found, key=lambda reading: places[id(reading)])


def standing(found: list[Reading[V]], preferred: Callable[[V], bool] | None = None) -> Reading[V] | None:
    """What should stand: what the knowledge base prefers, else the clear majority; None where neither is."""
    if preferred is not None:
        liked = [reading for reading in found if preferred(reading.value)]
        if len(liked) == 1:
            return liked[0]
    ranked = sorted(found, key=Reading.weight, reverse=True)
    return ranked[0] if len(ranked) > 1 and ranked[0].weight() > ranked[1].weight() else None


def others(found: list[Reading[V]], own: Reading[V]) -> list[Reading[V]]:
    """The readings that a message about `own` names: a few, where there are many."""
    return [one for one in found if one is not own][:_NAMED]


def out_of_line(found: list[Reading[V]], right: Reading[V] | None) -> Iterator[tuple[Reading[V], Mention]]:
    """The mentions to speak of, with their reading: all that do not say what should stand, or what was said first."""
    for reading in found:
        if reading is not (right or found[0]):
            yield from ((reading, mention) for mention in reading.mentions)


def mends(
    found: list[Reading[V]],
    own: Reading[V],
    right: Reading[V] | None,
    write: Callable[[V], tuple[Place, str] | None],
) -> tuple[Fix | None, tuple[Fix, ...]]:
    """What should stand as the fix, and every other reading to choose from; none of them is safe.

    `write` gives the place of a value and its words there; None where they cannot be put there.
    """

    def fix(reading: Reading[V]) -> Fix | None:
        written = write(reading.value)
        if written is None or written[1] == written[0].text():
            return None
        return Fix(f"write {written[1]}", safe=False, edits=(Edit(written[0].span, written[1]),))

    offered = (fix(reading) for reading in others(found, own) if reading is not right)
    return (fix(right) if right else None), tuple(one for one in offered if one)
