"""Where the title, the names before it and the imprint behind it stand in a citation that no family need have read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.rules._twins import YEAR
from juslint.words import likeness
from juslint.words.states import STATES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from juslint.rules._alike import Couple
    from juslint.rules._sentences import Word

_BODY = re.compile(
    r"\b(?:of|for|on|Watch|Group|Organi[sz]ation|Centre|Center|Institute|Ministry|Commission|Bank|Nations|Union"
    r"|Committee|Amnesty|Council|Foundation|Association|Society|Network|Office|Agency|Department|University"
    r"|International|Initiative|Forum|Mission|Fund|Programme|Parliament|Assembly|Government|House|Article|Borders)\b"
)
SMALL = frozenset(
    "a an the of and in on to for from with at by its what who how why when say about this that was are".split()  # noqa: SIM905
)


class Anatomy(NamedTuple):
    """Where the title begins and ends, as numbers of words, and whether quotation marks hold it."""

    start: int
    end: int
    quoted: bool


def anatomy(words: Sequence[Word]) -> Anatomy:
    """The words between quotation marks, else the longest run between commas and brackets; not the body in front."""
    opened = next((n for n, one in enumerate(words) if re.search(r"(?:^|[\s(])[\"“‘']$", one.gap)), None)
    if opened is not None:
        behind = range(opened + 1, len(words))
        end = next((n for n in behind if re.match(r"[?!.,]?[\"”’']", words[n].gap)), None)
        if end is not None:
            return Anatomy(opened, end, quoted=True)
    parts: list[tuple[int, int]] = []
    start = 0
    for number, one in enumerate(words):
        split = number and re.search(r"[,;()\[\]]", one.gap)
        if split:
            parts.append((start, number))
            start = number
        if number and ((split and YEAR.fullmatch(one.word)) or "//" in one.word or one.gap.rstrip().endswith("(")):
            break
    else:
        parts.append((start, len(words)))
    if not parts:
        return Anatomy(0, max(1, start), quoted=False)
    if len(parts) > 1 and _BODY.search(" ".join(one.said for one in words[slice(*parts[0])])):
        return Anatomy(*parts[1], quoted=False)
    longest = max(reversed(parts), key=lambda part: part[1] - part[0])  # of two, that behind the names
    return Anatomy(*longest, quoted=False)


def is_body(words: Sequence[Word]) -> bool:
    """Whether the words before a title name an organization, which may give like titles again."""
    names = " ".join(one.said for one in words)
    return bool(_BODY.search(names)) or len(words) < 2


def in_brackets(couple: Couple, words: Sequence[Word], found: Anatomy) -> bool:
    """Whether the difference stands in brackets behind the title, with the year behind it."""
    depth = 0
    for one in words[found.end : len(couple.before) + 1]:
        depth += one.gap.count("(") - one.gap.count(")")
    return depth > 0 and any(YEAR.fullmatch(one.word) for one in couple.behind[:6])


def dated(words: Sequence[Word]) -> bool:
    """Whether a year is among them."""
    return any(YEAR.fullmatch(one.word) for one in words)


def linked(words: Sequence[Word]) -> bool:
    """Whether an address is among them."""
    return any(one.said.startswith(("http", "www")) for one in words)


def misspelt(one: Word, other: Word, *, least: int) -> bool:
    """Whether both are proper names of `least` letters, and one is the other misspelt; States are not."""
    if not one.said[:1].isupper() or not other.said[:1].isupper() or not (one.word.isalpha() and other.word.isalpha()):
        return False
    if min(len(one.word), len(other.word)) < least or {one.word, other.word} <= STATES:
        return False
    return likeness.misspelt(one.word, other.word)
