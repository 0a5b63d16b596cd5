"""Which notes of a text have a word, or one that begins with it: looked up, however many notes there are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from juslint.knowledge import normalise_title
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from juslint.rules._notes import Notes

_MOST = 1000  # notes with one word that are looked at
_WORDS = 1000  # different words of a note that are laid beside one that may be misspelt
_NAMED = 4  # notes that are given: a message names three


class Said:
    """The words of a stretch of folded text."""

    def __init__(self, text: str) -> None:
        self.words = sorted(set(text.split()))

    def holds(self, word: str) -> bool:
        """Whether one of them is, or begins with, a word."""
        return _begins(self.words, word)

    def has_misspelt(self, word: str) -> bool:
        """Whether one of them may be a word, misspelt; of very many, one may well be."""
        return len(self.words) > _WORDS or any(likeness.misspelt(word, other) for other in self.words)


class Noted:
    """The words of all notes."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._said: dict[int, Said] = {}
        self._beginning: dict[str, list[int]] = {}
        self._of_name: dict[tuple[str, ...], list[int]] = {}
        self._full: dict[tuple[str, ...], list[int]] = {}

    def around(self, number: int) -> Said:
        """What a note says, and the words in front of the marks that call it."""
        if number not in self._said:
            folded = (normalise_title(self._notes.text(number)), normalise_title(self._notes.sentence(number)))
            self._said[number] = Said(" ".join(folded))
        return self._said[number]

    def elsewhere(self, name: Sequence[str], here: int) -> list[int]:
        """The first notes before this one that have all words of a name, those that give it in full first."""
        return self.in_full(name, here) or self._first(self._having(tuple(name)), here)

    def in_full(self, name: Sequence[str], here: int) -> list[int]:
        """The first notes before this one that have all words of a name and do not only refer to another."""
        key = tuple(name)
        if key not in self._full:
            self._full[key] = [number for number in self._having(key) if not self.is_short(number)]
        return self._first(self._full[key], here)

    @staticmethod
    def _first(numbers: list[int], here: int) -> list[int]:
        return numbers[: min(bisect_left(numbers, here), _NAMED)]

    def is_short(self, number: int) -> bool:
        """Whether a note only refers to another."""
        return self._short[number - 1]

    @cached_property
    def _short(self) -> list[bool]:
        return [is_short(self._notes.text(number)) for number in range(1, len(self._notes.notes) + 1)]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number in range(1, len(self._notes.notes) + 1):
            for word in set(normalise_title(self._notes.text(number)).split()):
                found[word].append(number)
        return found

    @cached_property
    def _vocabulary(self) -> list[str]:
        return sorted(self._places)

    def _with(self, word: str) -> list[int]:
        """The notes with a word that begins so."""
        if word not in self._beginning:
            found: set[int] = set()
            for at in range(bisect_left(self._vocabulary, word), len(self._vocabulary)):
                if not self._vocabulary[at].startswith(word):
                    break
                found.update(self._places[self._vocabulary[at]])
            self._beginning[word] = sorted(found)
        return self._beginning[word]

    def _having(self, name: tuple[str, ...]) -> list[int]:
        if name not in self._of_name:
            fewest, *others = sorted(map(self._with, name), key=len) if name else [[]]
            self._of_name[name] = [
                number for number in fewest[:_MOST] if all(_has(numbers, number) for numbers in others)
            ]
        return self._of_name[name]


def is_short(text: str) -> bool:
    """Whether a note only refers to another: its own words are no full citation."""
    return bool(re.search(r"\b(?:[Ii]bid|[Ss]upra|op\.\s?cit|loc\.\s?cit|cit\.|above|\(n\.?\s[0-9])", text))


def _begins(words: list[str], word: str) -> bool:
    at = bisect_left(words, word)
    return at < len(words) and words[at].startswith(word)


def _has(numbers: list[int], number: int) -> bool:
    at = bisect_left(numbers, number)
    return at < len(numbers) and numbers[at] == number
