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
    """Searches one text. Positions must not go backwards by much: offsets are counted on from the last one."""

    def __init__(self, text: str, pattern: Pattern) -> None:
        self._pattern = pattern
        self._bytes = text.encode("utf-8", "surrogatepass")
        self._ascii = len(self._bytes) == len(text)
        self._text = text
        self._byte, self._point = 0, 0

    def search(self, position: int) -> tuple[int, int] | None:
        """The leftmost longest match at or after `position`, as a half-open span in code points."""
        found = self._pattern.search(self._bytes, self._to_byte(position))
        return None if found is None else self._to_points(*found.span())

    def match(self, start: int, end: int) -> int | None:
        """The end of the longest match that begins at `start` and ends by `end`; None where there is none."""
        first = self._to_byte(start)
        last = first + (end - start if self._ascii else len(self._text[start:end].encode("utf-8", "surrogatepass")))
        found = self._pattern.match(self._bytes, first, last)
        return None if found is None else self._to_points(*found.span())[1]

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
