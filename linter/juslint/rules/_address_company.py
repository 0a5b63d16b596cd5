"""Whether two addresses that differ in a letter, number or word are given for one source, by what both stand beside.

`.../letters/obrien.pdf` in a note and `.../letter/obrien.pdf` in the list below it; `sheet-4` and `sheet-14` where both
times the Institute's distances are spoken of, and no sheet has a number. What an address stands beside is its own entry
or sentence, and the sentence that calls its note. They are of two sources where each stands beside a day, title or
number of its own; where the number of either is said of it; or where the text has a third address like the two.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import MONTHS
from juslint.details.words import ACCESS, COMMON, SMALL
from juslint.knowledge import normalise_title
from juslint.words import likeness, recurring

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from juslint.rules._address_words import Words

_MONTH = "|".join(MONTHS)
_SHORT = "|".join(month[:3] for month in MONTHS)
_DAY = re.compile(
    rf"\b(?:(?P<d>[0-9]{{1,2}}) (?P<m>{_MONTH}|{_SHORT})[a-z]* (?P<y>[12][0-9]{{3}})"
    rf"|(?P<m2>{_MONTH}|{_SHORT})[a-z]* (?P<d2>[0-9]{{1,2}}) (?P<y2>[12][0-9]{{3}}))\b",
    re.IGNORECASE,
)
_TOKENS = re.compile(r"[a-z]+|[0-9]+")
_ROMAN = re.compile(r"(?=[ivxl])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_NUMERALS = (  # in words, as headlines have them
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred"
)
_WORDED = frozenset(_NUMERALS.split())
_FORMS = frozenset(
    {"html", "pdf", "htm", "text", "file", "page", "pages", "index", "download", "document", "documents"}
)
_SAID_BESIDE = frozenset("available online accessible website address read also line site copy found print".split())  # noqa: SIM905
PARTS = frozenset(  # of which an address has several
    "part annex annexe appendix enclosure exhibit vol volume no number page p chapter section day session".split()  # noqa: SIM905
)
_LETTERS, _STEM = 4, 6  # of a word that tells, and of it that are compared
_FEW = 8  # times that a text has a word that tells
_MANY = 3  # such words beside both, where nothing else ties two numbers
_SAME, _LONG = 2, 12  # words that are the same in two pieces with another word, and letters of these
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")  # one of a series has one of its own
_RANDOM, _TURNS = 10, 4  # signs of an id that nobody counts, and changes of case or to digits within it


class Company(NamedTuple):
    """What an address stands beside: telling stems, days, and numbers as they are written, Roman ones among them."""

    stems: frozenset[str]
    days: frozenset[tuple[int, str, int]]
    numbers: frozenset[str]


class Change(NamedTuple):
    """The two tokens in which two pieces differ, those that are the same, and the one of these before the odd one."""

    odd: str
    usual: str
    same: tuple[str, ...]
    label: str

    @property
    def is_number(self) -> bool:
        """Whether both are numbers, in figures or Roman."""
        both = (self.odd, self.usual)
        return all(one.isdigit() for one in both) or all(_ROMAN.fullmatch(one) for one in both)


class Companies:
    """The company of each address of a text, each looked at once."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._known: dict[str, Company] = {}

    @cached_property
    def _often(self) -> Counter[str]:
        return Counter(word[:_STEM] for word in self._words.text.split())

    def of(self, near: str) -> Company:
        """The company of an address, from the text around it."""
        if near not in self._known:
            folded = normalise_title(near)
            words = folded.split()
            self._known[near] = Company(
                frozenset(word[:_STEM] for word in words if self._tells(word)),
                frozenset(
                    (int(one["d"] or one["d2"]), (one["m"] or one["m2"])[:3].casefold(), int(one["y"] or one["y2"]))
                    for one in _DAY.finditer(folded)
                ),
                frozenset(word for word in words if word.isdigit() or _ROMAN.fullmatch(word)),
            )
        return self._known[near]

    def _tells(self, word: str) -> bool:
        if len(word) < _LETTERS or not word.isalpha() or word in _SAID_BESIDE | SMALL | COMMON | ACCESS:
            return False
        return self._often[word[:_STEM]] <= _FEW

    def are_one(self, near: Sequence[str], own: Sequence[str], pieces: Sequence[str], rest: Sequence[str]) -> bool:
        """Whether the first address is meant for the other one.

        `near` is what is around both, `own` of it what is in their own sentences; `rest` follows the pieces.
        """
        change = difference(pieces)
        if change is None:
            return False
        here, there = map(self.of, near)
        shared = len(here.stems & there.stems) + len(here.days & there.days)
        if _are_apart(here, there) and (shared < _MANY or _are_apart(*map(self.of, own))):
            return False
        if change.is_number:
            return self._is_other_number(change, here, there, shared, rest)
        if self._is_said(change, pieces, here):
            return True
        if change.odd in _WORDED or change.usual in _WORDED or likeness.COUNTED.fullmatch(change.odd):
            return False
        if min(len(change.odd), len(change.usual)) >= _LETTERS and likeness.slip(change.odd, change.usual):
            return shared > 0 or _tells_page(rest)
        same = sum(map(len, change.same))
        return len(change.same) >= _SAME and same >= _LONG and bool(here.days & there.days)

    def _is_said(self, change: Change, pieces: Sequence[str], here: Company) -> bool:
        """Whether the words of the usual piece stand in the text, as a title's do, and never with the odd one."""
        odd, usual = (f" {' '.join(_TOKENS.findall(piece.casefold()))} " for piece in pieces)
        said = len(change.same) >= _SAME and self._words.says(usual) and not self._words.says(odd)
        return said and change.odd[:_STEM] not in here.stems

    def _is_other_number(self, change: Change, here: Company, there: Company, shared: int, rest: Sequence[str]) -> bool:
        """Whether nothing beside the odd one has its number; of the usual one that is said, or nothing of either."""
        if not (likeness.like_numbers(change.odd, change.usual) or _ROMAN.fullmatch(change.odd)):
            return False
        if not shared or change.odd in here.numbers or self._words.says(f" {change.label} {change.odd} "):
            return False
        if change.usual in here.numbers:
            return True
        if change.odd in there.numbers or all(_YEAR.fullmatch(one) for one in (change.odd, change.usual)):
            return False
        if change.usual in there.numbers:
            return len(change.odd) > 1 and not self._words.says(f" {change.odd} ")
        return change.label not in PARTS and (shared >= _MANY or _tells_page(rest))


def difference(pieces: Sequence[str]) -> Change | None:
    """The one word or number in which two pieces differ; None where they differ in more, or in how many they have."""
    left, right = (_TOKENS.findall(piece.casefold()) for piece in pieces)
    found = [at for at, both in enumerate(zip(left, right, strict=False)) if both[0] != both[1]]
    if len(left) != len(right) or len(found) != 1:
        return None
    at = found[0]
    return Change(left[at], right[at], (*left[:at], *left[at + 1 :]), left[at - 1] if at else "")


def _are_apart(here: Company, there: Company) -> bool:
    """Whether each stands beside days of its own."""
    return bool(here.days and there.days) and not here.days & there.days


def are_random(pieces: Sequence[str]) -> bool:
    """Whether two ids are made of letters and figures without order, and differ in one sign: `aQHiDTssXkPbqDB`."""
    return min(map(len, pieces)) >= _RANDOM and likeness.slip(*pieces) and all(map(_is_random, pieces))


def _is_random(piece: str) -> bool:
    kinds = ["d" if sign.isdigit() else "u" if sign.isupper() else "l" for sign in piece if sign.isalnum()]
    turns = sum(one != other for one, other in itertools.pairwise(kinds))
    mixed = {"u", "l"} <= set(kinds)
    return mixed and turns >= _TURNS and not re.search(r"[a-z]{5}", piece)


def _tells_page(rest: Iterable[str]) -> bool:
    """Whether what follows names one page: words that are no name of a kind of file, nor of what returns every year."""
    words = [word for piece in rest for word in _TOKENS.findall(piece.casefold())]
    telling = [word for word in words if len(word) >= _LETTERS and word.isalpha() and word not in _FORMS]
    return bool(telling) and not recurring.recurs(" ".join(words))
