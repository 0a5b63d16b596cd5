"""Searching a whole text for what is rare in it: RE2 finds the places where a match may begin, `re` matches there.

Python's expressions take about 100 ns for each character at which nothing begins; RE2 takes about 1 ns.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from juslint import patterns
from juslint.parsing import prefilter_engine

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator


GAP = "[^!-~]"  # whatever `\\s` matches, and no visible character of ASCII


class Sought:
    """A pattern with its `opening`: an expression for RE2 that matches wherever the pattern does, from the same place.

    The opening says no more than what tells most places apart: no look-around, and for `\\b` nothing, for `\\s` `GAP`,
    since RE2 knows the letters and spaces of ASCII alone.
    """

    def __init__(self, pattern: str | re.Pattern[str], opening: str, flags: int = 0) -> None:
        self._pattern = pattern if isinstance(pattern, str) else pattern.pattern
        self._flags = flags if isinstance(pattern, str) else pattern.flags
        self._opening = opening

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern itself, compiled when its opening is first found."""
        return patterns.compile(self._pattern, self._flags)

    @cached_property
    def _quick(self) -> prefilter_engine.Pattern:
        return prefilter_engine.Pattern(self._opening)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """What the pattern's own `finditer` gives."""
        finder = prefilter_engine.Finder(text, self._quick)
        position = 0
        while (place := finder.search(position)) is not None:
            found = self.pattern.match(text, place[0])
            if found is not None:
                yield found
            position = place[0] + 1 if found is None else max(found.end(), place[0] + 1)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match; None where there is none."""
        return next(self.finditer(text), None)
