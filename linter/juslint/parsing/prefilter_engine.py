"""The one engine of stage 1: google-re2 over UTF-8 bytes, longest match, offsets given back in code points."""

from __future__ import annotations

from typing import Any

import re2

Pattern = Any  # re2 ships no types


def compile(pattern: str) -> Pattern:  # noqa: A001 - the usual name for this
    """An RE2 pattern for `Finder`. re2.error where RE2 refuses it (look-around, back-references, size)."""
    options = re2.Options()
    options.longest_match = True
    options.never_capture = True
    options.log_errors = False
    options.max_mem = 256 << 20  # below about 64 MiB a grown grammar falls back to an engine 75 times slower
    return re2.compile(pattern.encode(), options)


def matches(pattern: Pattern, text: str) -> bool:
    """Whether the pattern matches `text` as a whole."""
    return pattern.fullmatch(text.encode("utf-8", "surrogatepass")) is not None


class Finder:
    """Searches one text by one or several patterns, of which the leftmost match counts, the longest where two begin
    alike: what one pattern of all alternatives would find. Many small automata are much faster than that one, whose
    states are the products of theirs. Searches go forwards; offsets are counted on from the last one.
    """

    def __init__(self, text: str, *patterns: Pattern, encoded: bytes | None = None) -> None:
        self._patterns = patterns
        self._bytes = text.encode("utf-8", "surrogatepass") if encoded is None else encoded
        self._ascii = len(self._bytes) == len(text)
        self._text = text
        self._byte, self._point = 0, 0
        self._ahead: list[tuple[int, int] | None] = [(-1, -1)] * len(patterns)  # in bytes; None: no more

    def search(self, position: int) -> tuple[int, int] | None:
        """The leftmost longest match at or after `position`, as a half-open span in code points."""
        first = self._to_byte(position)
        for index, ahead in enumerate(self._ahead):
            if ahead is not None and ahead[0] < first:
                found = self._patterns[index].search(self._bytes, first)
                self._ahead[index] = None if found is None else found.span()
        best = min((each for each in self._ahead if each is not None), key=_first_and_longest, default=None)
        return None if best is None else self._to_points(*best)

    def match(self, start: int, end: int) -> int | None:
        """The end of the longest match that begins at `start` and ends by `end`; None where there is none."""
        first = self._to_byte(start)
        last = first + (end - start if self._ascii else len(self._text[start:end].encode("utf-8", "surrogatepass")))
        found = [each.match(self._bytes, first, last) for each in self._patterns]
        furthest = max((each.end() for each in found if each is not None), default=None)
        return None if furthest is None else self._to_points(first, furthest)[1]

    def ends(self, start: int, end: int) -> list[int]:
        """Where the longest match of each pattern ends that begins at `start` and ends by `end`, the furthest first."""
        first = self._to_byte(start)
        last = first + (end - start if self._ascii else len(self._text[start:end].encode("utf-8", "surrogatepass")))
        found = {each.end() for pattern in self._patterns if (each := pattern.match(self._bytes, first, last))}
        return [self._to_points(first, each)[1] for each in sorted(found, reverse=True)]

    def _to_byte(self, position: int) -> int:
        if self._ascii:
            return position
        if position < self._point:
            self._byte -= len(self._text[position : self._point].encode("utf-8", "surrogatepass"))
        else:
            self._byte += len(self._text[self._point : position].encode("utf-8", "surrogatepass"))
        self._point = position
        return self._byte

    def _to_points(self, start: int, end: int) -> tuple[int, int]:
        if self._ascii:
            return start, end
        first = self._point + len(self._bytes[self._byte : start].decode("utf-8", "surrogatepass"))
        self._byte, self._point = start, first
        return first, first + len(self._bytes[start:end].decode("utf-8", "surrogatepass"))


def _first_and_longest(span: tuple[int, int]) -> tuple[int, int]:
    return span[0], -span[1]
