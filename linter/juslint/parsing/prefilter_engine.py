"""The one engine of stage 1: google-re2 over UTF-8 bytes, longest match, offsets given back in code points."""

from __future__ import annotations

from functools import cache, cached_property, lru_cache
from typing import Any

_NOWHERE = (-1, -1)
_LONG = 8192  # characters of a text, as opposed to a stretch of one
_LONGEST = 4096  # characters of a match that is found whole, wherever it stands
_WIDEST = 1 << 22  # bytes


class Pattern:
    """One expression, compiled by RE2 when it is first tried: few runs try all of them. Positions are in bytes.

    The module `re2` wraps RE2's own `Match` in a generator and an object, which take longer than most searches; here
    RE2 is asked directly. re2.error where RE2 refuses the pattern (look-around, back-references, size).
    """

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern

    @cached_property
    def _asked(self) -> tuple[Any, Any]:
        import re2  # noqa: PLC0415 - with the first pattern

        options = re2.Options()
        options.longest_match = True
        options.never_capture = True
        options.log_errors = False
        options.max_mem = 256 << 20  # below about 64 MiB a grown grammar falls back to an engine 75 times slower
        return re2.compile(self._pattern.encode(), options)._regexp.Match, re2._Anchor  # noqa: SLF001

    def search(self, text: bytes, start: int, end: int) -> tuple[int, int] | None:
        """The leftmost longest match at or after `start` that ends by `end`."""
        match, anchor = self._asked
        found: tuple[int, int] = match(anchor.UNANCHORED, text, start, end)[0]
        return None if found == _NOWHERE else found

    def match(self, text: bytes, start: int, end: int) -> int | None:
        """The end of the longest match that begins at `start` and ends by `end`."""
        match, anchor = self._asked
        found: int = match(anchor.ANCHOR_START, text, start, end)[0][1]
        return None if found < 0 else found

    def head(self, text: str) -> str:
        """The longest match at the head of a short text; empty where there is none."""
        data = encoded(text)
        end = self.match(data, 0, len(data)) or 0
        return text[:end] if len(data) == len(text) else data[:end].decode("utf-8", "surrogatepass")

    def takes(self, text: bytes) -> bool:
        """Whether it matches `text` as a whole."""
        match, anchor = self._asked
        found: int = match(anchor.ANCHOR_BOTH, text, 0, len(text))[0][1]
        return found >= 0


@cache
def kept(pattern: str) -> Pattern:
    """The pattern, compiled once in a run."""
    return Pattern(pattern)


def encoded(text: str) -> bytes:
    """The bytes that patterns search."""
    return text.encode("utf-8", "surrogatepass")


@lru_cache(maxsize=1)
def _encoded_last(text: str) -> bytes:
    """One text is searched for many things, one after another."""
    return encoded(text)


class Finder:
    """Searches one text by one or several patterns, of which the leftmost match counts, the longest where two begin
    alike: what one pattern of all alternatives would find. Many small automata are much faster than that one, whose
    states are the products of theirs. Searches go forwards; offsets are counted on from the last one.
    """

    def __init__(self, text: str, *patterns: Pattern) -> None:
        self._patterns = patterns
        self._bytes = encoded(text) if len(text) < _LONG else _encoded_last(text)
        self._ascii = len(self._bytes) == len(text)
        self._text = text
        self._byte, self._point = 0, 0
        self._ahead: list[tuple[int, int] | None] = [_NOWHERE] * len(patterns)  # in bytes; None: no more
        self._sought = 0  # the byte from which they were found

    def search(self, position: int) -> tuple[int, int] | None:
        """The leftmost longest match at or after `position`, as a half-open span in code points."""
        first = position if self._ascii else self._to_byte(position)
        self._sought = first
        best: tuple[int, int] | None = None
        for index, ahead in enumerate(self._ahead):
            found = ahead
            if found is not None and found[0] < first:
                found = self._ahead[index] = self._find(self._patterns[index], first)
            if found is not None and (
                best is None or found[0] < best[0] or (found[0] == best[0] and found[1] > best[1])
            ):
                best = found
        return best if best is None or self._ascii else self._to_points(*best)

    def _find(self, pattern: Pattern, first: int) -> tuple[int, int] | None:
        """The leftmost longest match behind a byte, of those up to `_LONGEST`; a longer one may be cut.

        It is looked for in windows: a text in which a match that goes on for megabytes begins again and again would be
        read to the end each time.
        """
        size = len(self._bytes)
        overlap = _LONGEST if self._ascii else 4 * _LONGEST
        window = 2 * overlap
        while first + window < size:
            found = pattern.search(self._bytes, first, first + window)
            if found is not None:
                start, end = found
                if start + overlap > first + window:  # it may go on behind the window
                    end = max(end, pattern.match(self._bytes, start, min(size, start + overlap)) or end)
                return start, end
            first += window - overlap
            window = min(4 * window, _WIDEST)
        return pattern.search(self._bytes, first, size)

    def match(self, start: int, end: int) -> int | None:
        """The end of the longest match that begins at `start` and ends by `end`; None where there is none."""
        first, last = self._stretch(start, end)
        found = [self._patterns[each].match(self._bytes, first, last) for each in self._beginning_at(first)]
        furthest = max((each for each in found if each is not None), default=None)
        return None if furthest is None else self._to_points(first, furthest)[1]

    def ends(self, start: int, end: int) -> list[int]:
        """Where the longest match of each pattern ends that begins at `start` and ends by `end`, the furthest first."""
        first, last = self._stretch(start, end)
        found = {
            each
            for index in self._beginning_at(first)
            if (each := self._patterns[index].match(self._bytes, first, last)) is not None
        }
        return [self._to_points(first, each)[1] for each in sorted(found, reverse=True)]

    def beginning_at(self, start: int) -> tuple[int, ...]:
        """Which patterns, by number, may match at a place: not those whose next match is known to begin behind it."""
        return self._beginning_at(self._to_byte(start))

    def _beginning_at(self, first: int) -> tuple[int, ...]:
        if first < self._sought:
            return tuple(range(len(self._patterns)))
        return tuple([index for index, ahead in enumerate(self._ahead) if ahead is not None and ahead[0] <= first])

    def _stretch(self, start: int, end: int) -> tuple[int, int]:
        first = self._to_byte(start)
        return first, first + (end - start if self._ascii else len(encoded(self._text[start:end])))

    def _to_byte(self, position: int) -> int:
        if self._ascii:
            return position
        if position < self._point:
            self._byte -= len(encoded(self._text[position : self._point]))
        else:
            self._byte += len(encoded(self._text[self._point : position]))
        self._point = position
        return self._byte

    def _to_points(self, start: int, end: int) -> tuple[int, int]:
        if self._ascii:
            return start, end
        first = self._point + len(self._bytes[self._byte : start].decode("utf-8", "surrogatepass"))
        self._byte, self._point = start, first
        return first, first + len(self._bytes[start:end].decode("utf-8", "surrogatepass"))
