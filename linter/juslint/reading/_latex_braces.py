"""Where the braces and arguments of a LaTeX file end: found once for the whole file, so that no search is repeated."""

from __future__ import annotations

import re

_BRACE = re.compile(
    r"\\(?:url|href|nolinkurl|path)\s?(\{)[^{}\n]*+(\})"  # a "%" in an address begins no comment
    r"|\\.|%[^\n]*+|[{}]",
    re.DOTALL,
)
_BLANK = re.compile(r"[ \t]*+(?:\r?\n[ \t]*+)?+(?!\r?\n)")
_OPTION = re.compile(r"\[[^\[\]{}]*+(?:\{[^{}]*+\}[^\[\]{}]*+)*+\]")


class Braces:
    """The matching braces of a file. Those of code count too; where they do not match only what is around suffers."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._ends: dict[int, int] = {}
        opened: list[int] = []
        for found in _BRACE.finditer(source):
            if found[1]:
                self._ends[found.start(1)] = found.start(2)
            elif found[0] == "{":
                opened.append(found.start())
            elif found[0] == "}" and opened:
                self._ends[opened.pop()] = found.start()

    def end(self, at: int) -> int | None:
        """Where the brace closes that opens at `at`; None where none opens or it is never closed."""
        return self._ends.get(at)

    def opening(self, at: int) -> int | None:
        """Where an argument's brace opens, at `at` or after white space and not a blank line; None where none does."""
        blank = _BLANK.match(self._source, at)
        start = blank.end() if blank else at
        return start if start in self._ends else None

    def after_arguments(self, at: int, count: int) -> int:
        """The end of at most `count` arguments in braces, and of the options in brackets among them."""
        for _ in range(count):
            at = self.after_options(at)
            start = self.opening(at)
            if start is None:
                return at
            at = self._ends[start] + 1
        return at

    def after_options(self, at: int) -> int:
        """The end of the options in brackets that begin at `at`."""
        while option := _OPTION.match(self._source, at):
            at = option.end()
        return at

    def option(self, at: int) -> tuple[int, int] | None:
        """Start and end of what stands between brackets at `at`."""
        found = _OPTION.match(self._source, at)
        return (found.start() + 1, found.end() - 1) if found else None
