"""The one engine of stage 1: google-re2 over UTF-8 bytes, longest match, offsets given back in code points."""

from __future__ import annotations

from functools import cache, cached_property, lru_cache, partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOWHERE = (-1, -1)
_NEVER = 1 << 62  # a byte behind any text
_LONG = 8192  # characters of a text, as opposed to a stretch of one
_LONGEST = 4096  # characters of a match that is found whole, wherever it stands
_WIDEST = 1 << 22  # bytes


class Pattern:
    """One expression, compiled by RE2 when it is first tried: few runs try all of them. Positions are in bytes.

    The module `re2` wraps RE2's own `Match` in a generator and an object, which take longer than most searches; here
    RE2 is asked directly. re2.error where RE2 refuses the pattern (look-around, back-references, size).

    `openings`: expressions that match wherever the pattern does and never further (`openings.of`). Where they are
    given, matches are sought by them, and the pattern is only asked how far a match goes. `rare`: the number of what
    every match holds and most texts do not (`rare`).
    """

    def __init__(self, pattern: str, openings: Sequence[Pattern] = (), rare: int | None = None) -> None:
        self._pattern = pattern
        self.openings = tuple(openings) or (self,)
        self.rare = rare

    @cached_property
    def _asked(self) -> tuple[Any, Any, Any]:
        """RE2's own `Match`: anywhere, from the start, of the whole."""
        import re2  # noqa: PLC0415 - with the first pattern

        options = re2.Options()
        options.longest_match = True
        options.never_capture = True
        options.log_errors = False
        options.max_mem = 256 << 20  # below about 64 MiB a grown grammar falls back to an engine 75 times slower
        match, anchor = re2.compile(self._pattern.encode(), options)._regexp.Match, re2._Anchor  # noqa: SLF001
        return (
            partial(match, anchor.UNANCHORED),
            partial(match, anchor.ANCHOR_START),
            partial(match, anchor.ANCHOR_BOTH),
        )

    def search(self, text: bytes, start: int, end: int) -> tuple[int, int] | None:
        """The leftmost longest match at or after `start` that ends by `end`."""
        found: tuple[int, int] = self._asked[0](text, start, end)[0]
        return None if found == _NOWHERE else found

    def match(self, text: bytes, start: int, end: int) -> int | None:
        """The end of the longest match that begins at `start` and ends by `end`."""
        found: int = self._asked[1](text, start, end)[0][1]
        return None if found < 0 else found

    def head(self, text: str) -> str:
        """The longest match at the head of a short text; empty where there is none."""
        data = encoded(text)
        end = self.match(data, 0, len(data)) or 0
        return text[:end] if len(data) == len(text) else data[:end].decode("utf-8", "surrogatepass")

    def takes(self, text: bytes) -> bool:
        """Whether it matches `text` as a whole."""
        found: int = self._asked[2](text, 0, len(text))[0][1]
        return found >= 0


@cache
def kept(pattern: str) -> Pattern:
    """The pattern, compiled once in a run."""
    return Pattern(pattern)


def rare(pattern: str, piece: str = "") -> Pattern:
    """A pattern that most texts do not match. `piece` is a shorter one, of which every match holds a match.

    All pieces are looked for in one pass over a long text, and what is missing is not sought in it. They must be such
    that one automaton for all has few states: words and signs, and no repeats of what may be anything.
    """
    _pieces.append(piece or pattern)
    return Pattern(pattern, rare=len(_pieces) - 1)


_pieces: list[str] = []


@cache
def _pieces_compiled(count: int) -> Any:
    import re2  # noqa: PLC0415

    options = re2.Options()
    options.log_errors = False
    options.max_mem = 256 << 20
    together = re2.Set.SearchSet(options)
    for piece in _pieces[:count]:
        together.Add(piece)
    together.Compile()
    return together


@lru_cache(maxsize=1)
def _missing(text: str, count: int) -> frozenset[int]:
    """Which of the first pieces a text does not hold."""
    return frozenset(range(count)).difference(_pieces_compiled(count).Match(_encoded_last(text)) or ())


def _is_missing(piece: int, text: str) -> bool:
    return len(text) >= _LONG and piece in _missing(text, len(_pieces))


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
        self._openings = [(each, index) for index, pattern in enumerate(patterns) for each in pattern.openings]
        self._bytes = encoded(text) if len(text) < _LONG else _encoded_last(text)
        self._ascii = len(self._bytes) == len(text)
        self._text = text
        self._byte, self._point = 0, 0  # the same place; offsets are counted from here, or from the last match's end
        self._end_byte, self._end_point = 0, 0
        self._starts = [  # of the next match of each, in bytes
            _NEVER if each.rare is not None and _is_missing(each.rare, text) else -1 for each, _ in self._openings
        ]
        self._ends = [-1] * len(self._openings)
        self._sought = 0  # the byte from which they were found

    def search(self, position: int) -> tuple[int, int] | None:
        """The leftmost longest match at or after `position`, as a half-open span in code points."""
        start = self._start(position)
        if start is None:
            return None
        starts = self._starts
        if starts.count(start) == 1:
            end = self._reached(starts.index(start))
        else:
            end = max([self._reached(index) for index, each in enumerate(starts) if each == start])
        return (start, end) if self._ascii else self._to_points(start, end)

    def start(self, position: int) -> int | None:
        """Where the leftmost match at or after `position` begins, in code points."""
        found = self._start(position)
        return found if found is None or self._ascii else self._to_points(found, found)[0]

    def _start(self, position: int) -> int | None:
        """The byte at which the leftmost match at or after `position` begins."""
        first = position if self._ascii else self._to_byte(position)
        self._sought = first
        starts = self._starts
        for index in [index for index, start in enumerate(starts) if start < first]:
            starts[index], self._ends[index] = self._find(self._openings[index][0], first)
        found = min(starts)
        return None if found == _NEVER else found

    def _reached(self, index: int) -> int:
        """How far the next match goes; one beyond `_LONGEST` may be cut."""
        start, end = self._starts[index], self._ends[index]
        opening, number = self._openings[index]
        pattern = self._patterns[number]
        if opening is pattern:
            return end
        furthest = start + (_LONGEST + 1) * (1 if self._ascii else 4)
        return pattern.match(self._bytes, start, min(len(self._bytes), furthest)) or end

    def _find(self, pattern: Pattern, first: int) -> tuple[int, int]:
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
        return pattern.search(self._bytes, first, size) or (_NEVER, _NEVER)

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
        begun = [each[1] for each, start in zip(self._openings, self._starts, strict=True) if start <= first]
        return tuple(dict.fromkeys(begun))

    def _stretch(self, start: int, end: int) -> tuple[int, int]:
        first = self._to_byte(start)
        return first, first + (end - start if self._ascii else len(encoded(self._text[start:end])))

    def _to_byte(self, position: int) -> int:
        if self._ascii:
            return position
        if position == self._point:
            return self._byte
        if position >= self._end_point >= self._point:
            self._byte, self._point = self._end_byte, self._end_point
        if position < self._point:
            self._byte -= len(encoded(self._text[position : self._point]))
        else:
            self._byte += len(encoded(self._text[self._point : position]))
        self._point = position
        return self._byte

    def _to_points(self, start: int, end: int) -> tuple[int, int]:
        if self._ascii:
            return start, end
        if start >= self._end_byte >= self._byte:
            self._byte, self._point = self._end_byte, self._end_point
        if start != self._byte:
            self._point += len(self._bytes[self._byte : start].decode("utf-8", "surrogatepass"))
            self._byte = start
        last = self._point + len(self._bytes[start:end].decode("utf-8", "surrogatepass"))
        self._end_byte, self._end_point = end, last
        return self._point, last
