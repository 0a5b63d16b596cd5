"""How much a word says in a text: the fewer parts of it have the word, the more.

Words are compared by their beginnings, so that `interviewed` is `interview`; who `wrote` to somebody sent a letter.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING

from juslint.dates import MONTH_WORDS
from juslint.details.words import COMMON, SMALL
from juslint.words.states import STATES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set

    from juslint.details.tokens import Detail

_STEM, _SHORT = 6, 3  # letters of a word that are compared; of words that say nothing
_SMALL = 40  # segments of a text in which rarity cannot quite be told
_segment_of = itemgetter(5)  # of a detail
_ROMAN = re.compile(r"[ivxlc]+")
_SAID = {
    word: f"={kind}"
    for kind, words in {
        "letter": "letter letters wrote written write writes addressed replied reply answer answers answered",
        "interview": "interview interviews interviewed",
        "statement": "statement statements stated declared remark remarks",
        "agreement": "agreement agreements signed",
        "affidavit": "affidavit affidavits swore sworn",
    }.items()
    for word in words.split()
}
KINDS = frozenset(_SAID)  # words for what is dated


def stem(detail: Detail) -> str:
    """What is the same in forms of one word; all of what is no word."""
    if detail.kind in {"word", "name"}:
        return _SAID.get(detail.value) or detail.value[:_STEM]
    return f"{detail.kind} {detail.value}"


def tells(detail: Detail) -> bool:
    """Whether it can say what is spoken of."""
    if detail.kind in {"word", "name"}:
        return len(detail.value) > _SHORT and detail.value not in SMALL and detail.value not in MONTH_WORDS
    return detail.kind in {"code", "url", "ordinal", "range"} or (detail.kind == "number" and len(detail.value) > 1)


def names(segment: Iterable[Detail]) -> set[tuple[str, str]]:
    """The keys of the names in a segment that are no States, titles of courts or other words that many things bear."""
    return {
        one.key
        for one in segment
        if one.kind == "name" and len(one.value) > _SHORT and one.value not in SMALL | COMMON | STATES
    }


def is_numeral(detail: Detail) -> bool:
    """Whether it is a number, in whatever figures, or a symbol."""
    return detail.kind in {"code", "number", "year"} or _ROMAN.fullmatch(detail.value) is not None


class Rarity:
    """The weight of each stem of a text, from 0 (everywhere) to 1 (twice in a long text)."""

    def __init__(self, segments: int, places: Iterable[Sequence[Detail]]) -> None:
        """From the number of a text's segments, and the places of each of its details."""
        found: dict[str, set[int]] = defaultdict(set)  # by stem: the segments that have it
        for same in places:
            if same and tells(first := same[0]):
                if len(same) == 1:
                    found[stem(first)].add(first.segment)
                else:
                    found[stem(first)].update(map(_segment_of, same))
        whole = max(2, segments)
        most = math.log(max(whole, _SMALL) / 2)
        self._found = found
        sizes = {one: len(said) for one, said in found.items()}
        weights = {size: max(0.0, math.log(whole / max(2, size)) / most) for size in set(sizes.values())}
        self._weights = {one: weights[size] for one, size in sizes.items()}

    def weight(self, one: str) -> float:
        """How much a stem says."""
        return self._weights.get(one, 0.0)

    def segments(self, one: str) -> Set[int]:
        """The segments that have a stem."""
        return self._found.get(one, frozenset())

    def of(self, detail: Detail) -> float:
        """How much a detail says, as far as it can."""
        return self.weight(stem(detail)) if tells(detail) else 0.0
