"""Where a unit can be cut into citations, and by which few words one finds the units that are like it."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from juslint.rules._sentences import Unit, Word, Words

SEED = 4  # words that must follow one another in both
_NAMES = """
letter letters verbale verbales resolution resolutions decision judgment judgement application applications v case order
petition ibid idem adopted signed
"""
OTHERWISE = frozenset(_NAMES.split())  # cited by numbers that other rules know
_YEAR_OR_ADDRESS = re.compile(r"(?:1[89]|20)[0-9]{2}$|http|www")
_FIRST = frozenset("12hw")  # signs with which they begin
_AHEAD, _AFTER = 11, 6  # words of a run before a year: a seed, a part that differs, less than a seed; and behind one
_NUMBER = re.compile(r"[0-9]|[ivxlc]+$")
_CLOSED = re.compile(r"[),:]")
_POINTERS = frozenset("p pp at para paras sect section chap art annex note n nn paragraph".split())  # noqa: SIM905
_ACCESS = frozenset("accessed visited consulted last retrieved emphasis".split())  # noqa: SIM905
_STOPPING = _POINTERS | _ACCESS
_AGAIN = re.compile(r"re(?:print|issue|vise)|transl|orig|first|new")  # another printing of the same book
_JOINING = frozenset("of and in on for the no vol volume number de des und et ed eds edn".split())  # noqa: SIM905


def seeds_of(form: tuple[str, ...]) -> dict[int, int]:
    """By where they begin: each few words that follow one another and that two citations may share, as a hash.

    Two that share a hash by chance are told apart when they are compared.
    """
    hashes = enumerate(map(hash, zip(*(form[first:] for first in range(SEED)), strict=False)))
    if OTHERWISE.isdisjoint(form):
        return dict(hashes)
    barred = {at - back for at, word in enumerate(form) if word in OTHERWISE for back in range(SEED)}
    return {at: seed for at, seed in hashes if at not in barred}


def telling(form: tuple[str, ...], seeds: Mapping[int, int]) -> set[int]:
    """Those of the seeds that stand near a year or an address, as one of each two citations that are compared does."""
    near = {near for at in _dated(form) for near in range(at - _AHEAD, at + _AFTER)}
    return {seeds[at] for at in near if at in seeds}


def _dated(form: tuple[str, ...]) -> list[int]:
    """Where years and addresses stand."""
    return [at for at, word in enumerate(form) if word[0] in _FIRST and _YEAR_OR_ADDRESS.match(word)]


class Cut:
    """The words of a unit, and where each few of them stand that follow one another."""

    def __init__(self, unit: Unit) -> None:
        self._unit, self.form = unit, unit.form
        self.seeds = seeds_of(self.form)
        self.places: dict[int, list[int]] = {}
        for at, seed in self.seeds.items():
            self.places.setdefault(seed, []).append(at)
        self.is_plain = len(self.places) == len(self.seeds)  # and says nothing twice
        self._barred = [at for at, word in enumerate(self.form) if word in OTHERWISE]
        self._dated = _dated(self.form)
        self._letters = [0, *itertools.accumulate(map(len, self.form))]
        self._closed: list[bool | None] = [None] * (len(self.form) + 1)

    @cached_property
    def words(self) -> Words:
        """Its words."""
        return self._unit.words

    @cached_property
    def _may_stop(self) -> list[int]:
        """Where the words that can be stops stand: told without a look at the words as they stand."""
        return [at for at, word in enumerate(self.form) if word in _STOPPING]

    @cached_property
    def _stops(self) -> list[int]:
        return [at for at in self._may_stop if _stops(self.words, at)]

    def letters(self, start: int, end: int) -> int:
        """How many characters some words have."""
        return self._letters[end] - self._letters[start]

    def is_dated(self, start: int, end: int) -> bool:
        """Whether a year or an address is among some words."""
        at = bisect_left(self._dated, start)
        return at < len(self._dated) and self._dated[at] < end

    def is_barred(self, start: int, end: int) -> bool:
        """Whether a word of what is cited otherwise is among some words."""
        at = bisect_left(self._barred, start)
        return at < len(self._barred) and self._barred[at] < end

    def pointed(self, start: int, size: int) -> int:
        """The size of a run up to the page that is meant or the day of a visit."""
        if not self._may_stop:
            return size
        at = bisect_left(self._stops, start)
        return min(size, self._stops[at] - start) if at < len(self._stops) else size

    def closed(self, at: int) -> bool:
        """Whether a citation ends before a place: with the unit, at a page, or in prose."""
        found = self._closed[at]
        if found is None:
            found = self._closed[at] = _closed(self.words, at)
        return found


def _stops(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.word in _ACCESS:
        return True
    return word.word in _POINTERS and at + 1 < len(words) and words[at + 1].word[:1].isalnum() and _page(words[at + 1])


def _page(word: Word) -> bool:
    """Whether it is a page or paragraph that is meant; `A4` of a newspaper is where the article stands."""
    return _NUMBER.match(word.said) is not None


def _closed(words: Sequence[Word], at: int) -> bool:
    if at >= len(words) or _stops(words, at):
        return True
    word = words[at]
    if word.said[0].islower() and word.word.isalpha():
        if _AGAIN.match(word.word):
            return False
        return word.word not in _JOINING and not word.gap.strip(' \n.)]"”,')
    if word.said[0].isdigit() and not word.word.startswith(("19", "20", "18")):
        named = at + 1 < len(words) and words[at + 1].said[0].isupper() and words[at + 1].gap == " "
        return _CLOSED.search(word.gap) is not None and _page(word) and not named  # not: (1997) 8 EJIL; 5 May
    return False
