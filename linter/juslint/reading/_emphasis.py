"""Which asterisks and underscores are markup: the delimiter algorithm of CommonMark 0.31, section 6.2 ("Phase 2")."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass


@dataclass(slots=True)
class Delimiter:
    """A run of `count` equal characters that may open or close emphasis; `token` is its place among the tokens.

    `opened` and `closed` count the characters that have become markup; they stand at the run's right end and left end.
    """

    token: int
    char: str
    size: int
    can_open: bool
    can_close: bool
    opened: int = 0
    closed: int = 0

    @property
    def left(self) -> int:
        """How many of its characters are not markup (yet)."""
        return self.size - self.opened - self.closed


def delimiter(token: int, text: str, start: int, end: int) -> Delimiter:
    """The run `text[start:end]`, judged by the characters on its two sides."""
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    left = not after.isspace() and (not _punctuation(after) or before.isspace() or _punctuation(before))
    right = not before.isspace() and (not _punctuation(before) or after.isspace() or _punctuation(after))
    if text[start] == "_":
        can_open = left and (not right or _punctuation(before))
        can_close = right and (not left or _punctuation(after))
    else:
        can_open, can_close = left, right
    return Delimiter(token, text[start], end - start, can_open, can_close)


def pair(delimiters: list[Delimiter]) -> list[tuple[int, int]]:
    """Pair the runs, counting in each what becomes markup. Gives the tokens of opener and closer, in order of closers.

    Linear: `bottoms` remembers, for each kind of closer, below which opener a search was in vain.
    """
    pairs: list[tuple[int, int]] = []
    openers: list[Delimiter] = []
    bottoms: dict[tuple[str, bool, int], int] = {}
    for closer in delimiters:
        kind = (closer.char, closer.can_open, closer.size % 3)
        while closer.can_close and closer.left:
            at = _opener(openers, closer, bottoms.get(kind, -1))
            if at is None:
                bottoms[kind] = openers[-1].token if openers else -1
                break
            opener = openers[at]
            del openers[at + 1 :]
            used = 2 if opener.left >= 2 and closer.left >= 2 else 1
            opener.opened += used
            closer.closed += used
            pairs.append((opener.token, closer.token))
            if not opener.left:
                openers.pop()
        if closer.can_open and closer.left:
            openers.append(closer)
    return pairs


def _opener(openers: list[Delimiter], closer: Delimiter, bottom: int) -> int | None:
    for at in range(len(openers) - 1, -1, -1):
        opener = openers[at]
        if opener.token <= bottom:
            return None
        if opener.char != closer.char:
            continue
        # the "rule of three": a run that could do both pairs only with one that leaves no odd remainder
        both = (opener.can_close or closer.can_open) and (opener.size + closer.size) % 3 == 0
        if not both or (opener.size % 3 == 0 and closer.size % 3 == 0):
            return at
    return None


def _punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"
