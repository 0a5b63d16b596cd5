"""Numbers that an address spells otherwise than the words right before it, or than the text of its link.

`RIAA, vol. XXVIII, p. 331, https://…/vol_XXVII/331.pdf`; `A/HRC/12/19 <…/A-HRC-12-16.pdf>`; `[27 December 1991,
briefing](…/1991-12-22_briefing.pdf)`. The number stands behind the same words or signs in both and differs by a slip.
Silent where the text has the number of the address as well, or the address that of the text; and where another document
may be meant: `see also`, `the reply`. Of days, which are rather those of publication, two that are near are two.
"""

from __future__ import annotations

import datetime
import itertools
import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from juslint.dates import MONTHS
from juslint.details.words import ANNEXES, LABELS
from juslint.document import Span
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.document import Document

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"\u201c\u201d\u201e]+")
_TOKEN = re.compile(r"[A-Za-z]+|[0-9]+")
_ROMAN = re.compile(r"(?=[ivxl])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_BACK = 120  # characters before an address
_BREAK = re.compile(
    r"\n\s*\n|(?<=[\w)\]]{4})[.?!][\"\u201d)]?\s+(?=[A-Z])|[;|]"
)  # behind which another thing is spoken of
_OTHER = re.compile(
    r"\b(?:see|also|and|cf|compare|reply|answer\w*|respons\w*|corr\w*|add\w*|amend\w*|supersed\w*)\b", re.IGNORECASE
)
_FILLING = frozenset({"no", "nr", "number"})  # between a label and its number
_LABELS = LABELS | ANNEXES | {"resolution", "decision", "res"}
_LETTERS = 3  # of what stands before a number in both
_MOST = 400  # addresses
_LONGEST = 400  # characters of an address, and of the text of a link, in which numbers are compared
_DAY = re.compile(r"(?<![0-9])(?P<y>(?:1[5-9]|20)[0-9]{2})([-_.])(?P<m>[01][0-9])\2(?P<d>[0-3][0-9])(?![0-9])")
_DOTTED = re.compile(r"(?<![0-9])(?P<d>[0-3]?[0-9])\.(?P<m>[01]?[0-9])\.(?P<y>(?:1[5-9]|20)[0-9]{2})(?![0-9])")
_WORDED = re.compile(rf"(?P<d>[0-9]{{1,2}})\s(?P<m>{'|'.join(MONTHS)})\s(?P<y>[12][0-9]{{3}})")
_NEAR_DAYS = 3  # days between what happened and what was written of it


class Spelt(NamedTuple):
    """What stands in the text, and what the address behind it spells, with their places."""

    said: str
    place: Span
    spelt: str
    address: Span


class _Token(NamedTuple):
    value: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        return self.value.isdigit() or _ROMAN.fullmatch(self.value) is not None


def spelt_otherwise(document: Document) -> Iterator[Spelt]:
    """Each number of a text that the address right behind it, or under it, spells otherwise."""
    text = document.text
    if not document.links and "://" not in text and "www." not in text:
        return
    every = (
        _tokens(_ADDRESS.sub(lambda found: " " * len(found[0]), text))
        if _ADDRESS.search(text) or document.links
        else []
    )
    known = {(one.value, other.value) for one, other in itertools.pairwise(every)}
    last = 0
    for found in list(_ADDRESS.finditer(text))[:_MOST]:
        before = text[max(0, found.start() - _BACK) : found.start()]
        cut = max((one.end() for one in _BREAK.finditer(before)), default=0)
        low, last = max(last, found.start() - len(before) + cut), found.end()
        if last - found.start() <= _LONGEST:
            yield from _number(text, Span(low, found.start()), found[0].rstrip(".,;:)]`"), Span(*found.span()), known)
    for link in document.links[:_MOST]:
        said = text[slice(*link.span)]
        long = max(len(said), len(link.target)) > _LONGEST
        if long or not link.target.startswith("http") or _ADDRESS.match(said):
            continue
        yield from _number(text, link.span, link.target, link.span, known)
        day = _day(said, link.target)
        if day is not None:
            yield Spelt(day[0], link.span, day[1], link.span)


def _tokens(said: str) -> list[_Token]:
    return [_Token(one[0].casefold(), *one.span()) for one in _TOKEN.finditer(said)]


def _number(text: str, place: Span, url: str, address: Span, known: set[tuple[str, str]]) -> list[Spelt]:
    """The one number at a place that an address spells otherwise; empty where there is none, or several."""
    before = text[slice(*place)]
    path = unquote(url.partition("//")[2] or url).partition("/")[2]
    said, spelt = _tokens(before), _tokens(path)
    values, numbers = {one.value for one in said}, {one.value for one in spelt}
    found = []
    for at, other in enumerate(spelt):
        lettered = len(other.value) == 1 and other.value.isalpha() and spelt[at - 1].value in ANNEXES  # Annex B
        if not at or not (other.is_number or lettered) or other.value in values:
            continue
        if (spelt[at - 1].value, other.value) in known:
            continue
        for number in range(1, len(said)):
            one = said[number]
            if not (one.is_number or (lettered and one.value.isalpha())) or one.value in numbers:
                continue
            if not likeness.like_numbers(one.value, other.value):
                continue
            same = _labels(said[:number], spelt[:at])
            if same and not _OTHER.search(before, one.end):
                start = place.start + said[number - same[0]].start
                here = Span(start, place.start + one.end)
                found.append(Spelt(text[slice(*here)], here, path[spelt[at - same[1]].start : other.end], address))
    return found if len(found) == 1 else []


def _labels(said: Sequence[_Token], spelt: Sequence[_Token]) -> tuple[int, int] | None:
    """How many tokens are the same before two numbers: signs of a symbol, or a word that numbers stand behind."""
    filled = len(said) > 1 and said[-1].value in _FILLING and spelt[-1].value not in _FILLING
    same = 0
    for one, other in zip(reversed(said[:-1] if filled else said), reversed(spelt), strict=False):
        if one.value != other.value:
            break
        same += 1
    words = [one.value for one in spelt[len(spelt) - same :]]
    tells = words[0] in _LABELS if same == 1 else sum(len(one) for one in words if one.isalpha()) >= _LETTERS
    return (same + filled, same) if same and tells else None


def _day(said: str, target: str) -> tuple[str, str] | None:
    """The only day that the text of a link says and the only one of its target, where a digit or two differ."""
    here = [*_DAY.finditer(said), *_DOTTED.finditer(said), *_WORDED.finditer(said)]
    there = [*_DAY.finditer(target), *_DOTTED.finditer(target)]
    if len(here) != 1 or len(there) != 1:
        return None
    one, other = _date(here[0]), _date(there[0])
    if one is None or other is None or abs((one - other).days) <= _NEAR_DAYS or len(_shared(said, target)) == 0:
        return None
    digits = [f"{day:%Y%m%d}" for day in (one, other)]
    return (here[0][0], there[0][0]) if likeness.like_numbers(*digits) else None


def _shared(said: str, target: str) -> set[str]:
    """The words that a link and the last piece of its target share."""
    last = unquote(target).rstrip("/").rpartition("/")[2]
    words = [{one.value for one in _tokens(each) if one.value.isalpha()} for each in (said, last)]
    return {word for word in words[0] & words[1] if len(word) >= _LETTERS}


def _date(found: re.Match[str]) -> datetime.date | None:
    month = int(found["m"]) if found["m"].isdigit() else MONTHS.index(found["m"]) + 1
    try:
        return datetime.date(int(found["y"]), month, int(found["d"]))
    except ValueError:
        return None
