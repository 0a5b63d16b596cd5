"""One fact of one source in several mentions: a finding at each that does not say what should stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from juslint.finding import Finding
from juslint.rules import _readings
from juslint.rules._places import Place, PlacesOf, listed, related

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from juslint.rules import Rule
    from juslint.rules._sources import Mention

V = TypeVar("V")


class Told(NamedTuple, Generic[V]):
    """What a mention says, and where."""

    mention: Mention
    value: V
    place: Place


class Wording(NamedTuple, Generic[V]):
    """How a rule tells of its fact: the value in words, what the message ends with, and the value as a text has it."""

    advice: str
    words: Callable[[V], str] = str
    write: Callable[[V], str] = str
    preferred: Callable[[V], bool] | None = None


def findings(
    rule: Rule, said: Sequence[Told[V]], agree: Callable[[V, V], bool], wording: Wording[V]
) -> Iterator[Finding]:
    """The findings of a rule about one source.

    Each names every other place and what it says, and offers to write any of the readings.
    """
    words = wording.words
    told = {id(one.mention.reference): one for one in said}

    def place(mention: Mention) -> Place:
        return told[id(mention.reference)].place

    found = _readings.readings([(one.mention, one.value) for one in said], agree)
    if len(found) < 2:
        return
    right = _readings.standing(found, wording.preferred)
    for reading, mention in _readings.out_of_line(found, right):
        here, document = told[id(mention.reference)], mention.context.document
        there = "; ".join(
            f"{words(one.value)} in {listed(PlacesOf(one.mentions, place), document)}"
            for one in _readings.others(found, reading)
        )
        fix, alternatives = _readings.mends(found, reading, right, _writer(here, wording.write))
        yield Finding(
            rule.name,
            rule.severity,
            document.path,
            here.place.span,
            f"{words(here.value)} here; {there}{wording.advice}",
            related((one.place, f"{words(one.value)} here") for one in said if one is not here),
            fix,
            mention.reference.id,
            alternatives=alternatives,
        )


def _writer(here: Told[V], write: Callable[[V], str]) -> Callable[[V], tuple[Place, str] | None]:
    """Writes a value at a place where the own one stands alone; other places cannot be written over."""
    alone = " ".join(here.place.text().split()) == write(here.value)
    return lambda value: (here.place, write(value)) if alone else None
