"""What the paragraphs of two dates say of their being one.

An entry of a list, `Ruling of Justice Adjei, Accra, 11 October 2012`, has in few words what a paragraph tells in many,
and mostly not in the sentence with the date: `Justice Adjei of the court at Accra made an order. On 11 October 2012 the
same judge refused`.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.details.rarity import stem, tells

if TYPE_CHECKING:
    from juslint.details.pairs import Pair
    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_WIDEST = 12  # paragraphs that say a word which still tells one of them
_LEAST = 1.0  # weight of the words of an entry that is compared
_BRIEF = 40  # words of an entry
_PLACES = 40  # of a day that are looked at


class Paragraphs:
    """The rare words of each paragraph, and how much of a brief segment each of them tells."""

    def __init__(self, details: Details) -> None:
        self._details = details
        self._told: dict[int, dict[int, float]] = {}
        self._saying: dict[str, set[int]] = {}

    def _paragraphs(self, said: str) -> set[int]:
        """The paragraphs that have a stem."""
        if said not in self._saying:
            segments = self._details.rarity.segments(said)
            self._saying[said] = {self._details.paragraphs[segment] for segment in segments}
        return self._saying[said]

    def told(self, segment: int) -> dict[int, float]:
        """By paragraph: the share of the weight of a segment's words that it has, too."""
        if segment not in self._told:
            weight = self._details.rarity.weight
            words = self._details.surroundings.stems(segment)
            whole = max(_LEAST, sum(map(weight, sorted(words))))
            found: dict[int, float] = defaultdict(float)
            for said in sorted(words):
                places = self._paragraphs(said)
                if len(places) <= _WIDEST:
                    for paragraph in places:
                        found[paragraph] += weight(said) / whole
            self._told[segment] = found
        return self._told[segment]


def told_in_paragraph(pair: Pair) -> tuple[float, float]:
    """How much of what stands beside one is told in the paragraph of the other, and how much more than in any else."""
    details = pair.details
    best = (0.0, 0.0)
    for one, other in ((pair.odd, pair.rival), (pair.rival, pair.odd)):
        own, there = details.paragraphs[one.segment], details.paragraphs[other.segment]
        if len(details.segments[one.segment]) > _BRIEF or own == there or _says(details, there, one):
            continue
        told = details.told_in.told(one.segment)
        region = details.regions.of[one.segment]
        others = (
            share
            for paragraph, share in told.items()
            if paragraph not in {own, there} and (not region or details.region_of.get(paragraph) != region)
        )
        share = told.get(there, 0.0)
        best = max(best, (share, share - max(others, default=0.0)))
    return best


def beyond(pair: Pair) -> float:
    """The weight of the words of either sentence that the other's paragraph has in its other sentences alone."""
    details = pair.details
    weight = details.rarity.weight
    most = 0.0
    for one, other in ((pair.odd, pair.rival), (pair.rival, pair.odd)):
        paragraph = details.paragraphs[other.segment]
        if details.paragraphs[one.segment] == paragraph or len(details.segments[one.segment]) > _BRIEF:
            continue
        if _says(details, paragraph, one):
            continue
        near = {
            stem(detail)
            for segment in (other.segment - 1, other.segment + 1)
            if 0 <= segment < len(details.segments) and details.paragraphs[segment] == paragraph
            for detail in details.segments[segment]
            if tells(detail)
        }
        own = {stem(detail) for detail in details.segments[one.segment] if tells(detail)}
        there = {stem(detail) for detail in details.segments[other.segment] if tells(detail)}
        most = max(most, sum(map(weight, sorted(own & (near - there)))))
    return min(most, 2.5)


def _says(details: Details, paragraph: int, one: Detail) -> bool:
    """Whether a paragraph has the same day, of which it tells what the entry has."""
    places = details.places[one.key][:_PLACES]
    return any(details.paragraphs[place.segment] == paragraph for place in places)
