"""When two words, numbers or titles differ as by a slip of the hand or of a scanner."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import zip_longest

from juslint.knowledge import normalise_title
from juslint.words.states import STATES

COUNTED = re.compile(  # words that tell one of a series from the next
    r"[0-9]+|[ivxlc]+|part|volume|vol|book|first|second|third|fourth|fifth|one|two|three|four|five|six|old|new|pre|post"
    r"|north|south|east|west|northern|southern|eastern|western|not|non|un|against|for|pro|anti|men|women|first|last"
)
_SMALL = frozenset({"a", "an", "the", "of", "and", "in", "on", "to", "for", "from", "with", "at", "by", "its", "their"})
_LEAST = 5  # words of a title of which one can be another and the title still be known
_RUN = re.compile(r"[0-9]+|[^0-9]+")
_LIKE = 70  # likeness from 0 to 100 of two words that can be one, misspelt


def slip(one: str, other: str) -> bool:
    """Whether one sign is another, too many or missing, or two neighbours have changed places."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - late: most texts need it not

    return OSA.distance(one, other) == 1


def like_numbers(one: str, other: str) -> bool:
    """Whether two numbers differ by a slip, or have the same digits in another order."""
    return slip(one, other) or sorted(one) == sorted(other)


def is_swapped(one: str, other: str) -> bool:
    """Whether two neighbours have changed places, and nothing else differs."""
    if len(one) != len(other) or one == other:
        return False
    at = next(number for number, (a, b) in enumerate(zip(one, other, strict=True)) if a != b)
    return one[:at] + one[at + 1 : at + 2] + one[at] + one[at + 2 :] == other


@lru_cache(maxsize=20_000)
def differing_digits(one: str, other: str) -> tuple[str, str] | None:
    """The one run of digits in which two symbols differ; None where they differ otherwise, or not."""
    left, right = (_RUN.findall(symbol) for symbol in (one, other))
    found = [both for both in zip(left, right, strict=False) if both[0] != both[1]]
    return found[0] if len(left) == len(right) and len(found) == 1 and found[0][0].isdigit() else None


def same_letters(one: str, other: str) -> int:
    """How many letters two words have in common from the first on."""
    from rapidfuzz.distance import Prefix  # noqa: PLC0415 - late: most texts need it not

    return Prefix.similarity(one, other)


def slipped_number(one: str, other: str) -> bool:
    """The same of two numbers that do not follow one another as documents of one day do; or the same digits mixed."""
    if not (one.isdigit() and other.isdigit()):
        return slip(one, other)
    mixed = len(one) >= _MIXED and sorted(one) == sorted(other)
    return (mixed or slip(one, other)) and abs(int(one) - int(other)) > _NEIGHBOURS


_NEIGHBOURS = 4
_MIXED = 3  # digits


def misspelt(one: str, other: str) -> bool:
    """Whether two words can be one, misspelt: long enough, and most letters the same."""
    if one == other:
        return True
    if min(len(one), len(other)) < 4 or COUNTED.fullmatch(one) or COUNTED.fullmatch(other):
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    return slip(one, other) or (min(len(one), len(other)) > 5 and fuzz.ratio(one, other) >= _LIKE + 10)


def differing(one: str, other: str) -> list[tuple[str, str]]:
    """The words in which two titles differ, side by side; empty where they differ in nothing that is read."""
    import difflib  # noqa: PLC0415 - late: most texts need it not

    left, right = normalise_title(one).split(), normalise_title(other).split()
    found: list[tuple[str, str]] = []
    for kind, low, high, start, end in difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind != "equal":
            found += zip_longest(left[low:high], right[start:end], fillvalue="")
    return found


def one_title(one: str, other: str, *, words: int) -> bool:
    """Whether two long titles are one with a slip: misspelt or small words, and at most `words` other words."""
    left, right = (normalise_title(each).split() for each in (one, other))
    if min(len(left), len(right)) < _LEAST or _apart(left, right) > 2:
        return False
    pairs = differing(one, other)
    telling = [word for pair in pairs for word in pair if word]
    if len(pairs) > 2 or any(COUNTED.fullmatch(word) or word in STATES for word in telling):
        return False
    other_words = [pair for pair in pairs if not misspelt(*pair) and not all(word in _SMALL | {""} for word in pair)]
    return len(other_words) <= words


def _apart(left: list[str], right: list[str]) -> int:
    """The least number of words in which two titles can differ: most pairs need no closer look."""
    one, other = Counter(left), Counter(right)
    return max((one - other).total(), (other - one).total())
