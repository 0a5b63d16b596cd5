"""Whether a piece of an address is a slip of another, by the words of the piece and those of the text around it.

`.../reports/every-child-counts` beside the title *Every Desk Counts*, where the text speaks of no child; the same long
headline under another day; `list-eleven` for `list-of-eleven`.
"""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from juslint.dates import MONTHS
from juslint.document import Span
from juslint.knowledge import normalise_title
from juslint.sought import Sought
from juslint.words import likeness, recurring

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from juslint.document import Document

ADDRESS = re.compile(  # also without its scheme, where a path follows on the site: redcross.lt/register
    r"(?:https?://|www\.)[^\s<>\"\u201c\u201d\u201e]+"
    r"|(?<![\w@/.-])(?:[a-z0-9-]{2,40}\.){1,4}[a-z]{2,6}/[^\s<>\"|,;()\u201c\u201d\u201e]+"
)
SOUGHT = Sought(ADDRESS, r"https?://|www\.|(?:[a-z0-9-]{2,40}\.){1,4}[a-z]{2,6}/")  # in a text, most of which is none
_MARK = re.compile(  # of a note, behind an address
    r"(?:[.,;:]?(?:\^[0-9]{1,3}\^?|\[\^?[0-9]{1,3}\]|[\u00b9\u00b2\u00b3\u2070-\u2079]{1,3})"
    r"|(?P<end>/|\.(?:html?|pdf|docx?|aspx?|php))[.,;:][0-9]{1,3})$"
)
_ENDS = ".,;:'\u2019`*"  # what stands behind an address and is none of it
_DAY = re.compile(r"(?<![0-9])(?P<y>(?:19|20)[0-9]{2})([-_.]?)(?P<m>[01][0-9])\2(?P<d>[0-3][0-9])(?![0-9])")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_TOKENS = re.compile(r"[a-z]+|[0-9]+")
_SMALL = frozenset("of the and in on to for with by an at from".split())  # noqa: SIM905
_BACK, _FORTH = 260, 120  # characters around an address that say what it is of
_HEADLINE, _WORDS = 16, 3  # letters and words of a piece that tells one page from all others
_LONG, _PLAIN = 6, 8  # letters of a word that can be misspelt, and of a piece that tells
_TITLE = 2  # words of a title
_LETTERS = 3  # of a word, and figures of a number, that the text can have
_FIGURES = {"one": "i", "two": "ii", "three": "iii", "four": "iv", "five": "v", "six": "vi"}


def addresses(text: str) -> Iterator[tuple[str, Span]]:
    """The addresses of a text and where they stand, without what the sentence has behind them."""
    for found in SOUGHT.finditer(text):
        written = trimmed(found[0])
        yield written, Span(found.start(), found.start() + len(written))


def trimmed(written: str) -> str:
    """An address without the signs, closing brackets and marks of notes that stand behind it."""
    open_ones = {")": 0, "]": 0}
    for at, sign in enumerate(written):
        if sign in "([":
            open_ones[")" if sign == "(" else "]"] += 1
        elif sign in open_ones:
            open_ones[sign] -= 1
            if open_ones[sign] < 0:
                written = written[:at]
                break
    return _MARK.sub(r"\g<end>", written.rstrip(_ENDS)).rstrip(_ENDS)


class Words:
    """The words of a text without its addresses, folded."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.near = cache(self._near)  # one address is compared with hundreds
        self.says = cache(self._says)

    @cached_property
    def text(self) -> str:
        """All of them in their order."""
        return f" {normalise_title(ADDRESS.sub(' ', self.document.text))} "

    def _says(self, words: str) -> bool:
        """Whether the text has some words, folded, with a space before and behind them."""
        return words in self.text

    @cached_property
    def quoted(self) -> str:
        """The words in quotation marks, in their order."""
        text = self.document.text
        return "".join(f" {normalise_title(text[slice(*span)])} " for span in self.document.quotations)

    @cached_property
    def every(self) -> frozenset[str]:
        """All of them."""
        return _folded(self.document.text)

    def _near(self, span: Span) -> frozenset[str]:
        """Those around an address, in its paragraph."""
        text = self.document.text
        before = text[max(0, span.start - _BACK) : span.start].rpartition("\n\n")[2]
        return _folded(f"{before} {text[span.end : span.end + _FORTH].partition(chr(10) * 2)[0]}")


def _folded(text: str) -> frozenset[str]:
    words = normalise_title(ADDRESS.sub(" ", text)).split()
    return frozenset(words) | frozenset(map(_single, words))


def _single(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > _LETTERS else word


@lru_cache(maxsize=2_000)
def _words(piece: str) -> frozenset[str]:
    return frozenset(_single(word) for word in _TOKENS.findall(piece)) - _SMALL


def is_slip(pieces: Sequence[str], rest: Sequence[str], around: Words, span: Span) -> bool:
    """Whether the first piece, of the address at `span`, is a slip of the second; `rest` are the others of both."""
    odd, usual = map(_words, pieces)
    mine, theirs = odd - usual, usual - odd
    if not mine and not theirs:
        return sum(map(len, odd)) >= _PLAIN
    if not mine or not theirs:
        return False
    if len(mine) == len(theirs) == 1:
        (one,), (other,) = mine, theirs
        if _is_misspelt(one, other) and one not in around.near(span):
            return True
        if _is_mistyped(one, other, around) and _tells(odd & usual, rest):
            return True
    if all(word.isdigit() for word in mine | theirs) and any(is_headline(piece) for piece in rest):
        return not mine & around.near(span)
    if _is_day_of_title(pieces, rest, around):
        return True
    if len(mine) == len(theirs) == 1 and (_is_other_number(one, other, around) or _is_form(one, other, odd)):
        return True
    return _is_other_day(pieces, around) or _is_said(mine, theirs, usual, around, span)


def _is_said(mine: Set[str], theirs: Set[str], usual: Set[str], around: Words, span: Span) -> bool:
    """Whether the words of the second piece alone, `theirs` with the `usual` ones, stand beside the address."""
    near = around.near(span)
    if mine | theirs <= _FIGURES.keys():
        return {_FIGURES[word] for word in theirs} <= near and not {_FIGURES[word] for word in mine} & near
    telling = all(len(word) >= _LETTERS for word in mine | theirs)
    known = near if len(usual) >= _WORDS and usual <= near else around.every  # a whole title beside it
    return telling and theirs <= near and not mine & known


def _is_other_number(one: str, other: str, around: Words) -> bool:
    """Whether one number is the other with digits swapped; or nearly it, where the text has the other one alone."""
    if not (one.isdigit() and other.isdigit()) or len(one) != len(other) or len(one) < _LETTERS:
        return False
    if likeness.is_swapped(one, other):
        return True
    known = other in around.every and one not in around.every
    return known and not _YEAR.fullmatch(other) and likeness.like_numbers(one, other)


def _is_form(one: str, other: str, piece: Set[str]) -> bool:
    """Whether two words are forms of one, `reopening` and `reopened`, behind or before another long word."""
    letters = likeness.same_letters(one, other)
    return letters >= _LONG and one.isalpha() and other.isalpha() and any(len(word) >= _LONG for word in piece - {one})


def _is_other_day(pieces: Sequence[str], around: Words) -> bool:
    """Whether the text tells of the day in the second piece, and not of that in the first."""
    days = [_DAY.search(piece) for piece in pieces]
    if None in days or _DAY.sub("", pieces[0]) != _DAY.sub("", pieces[1]):
        return False
    said = [
        any(around.says(form) for form in _forms(int(day["y"]), int(day["m"]), int(day["d"]))) for day in days if day
    ]
    return said == [False, True]


def _is_day_of_title(pieces: Sequence[str], rest: Sequence[str], around: Words) -> bool:
    """Whether what follows is a title that stands in quotation marks beside the day in the second piece, once."""
    days = [_DAY.fullmatch(piece) for piece in pieces]
    if None in days:
        return False
    words = [f" {' '.join(_TOKENS.findall(piece))} " for piece in rest]
    title = next((one for one in words if len(one.split()) >= _TITLE and one in around.quoted), "")
    if not title or recurring.recurs(title.strip()):
        return False
    text, said = around.text, []
    at = text.find(title)
    beside = text[max(0, at - _BACK) : at + len(title) + _FORTH]
    for day in days:
        forms = _forms(int(day["y"]), int(day["m"]), int(day["d"])) if day else []
        said.append(any(form in beside for form in forms))
    return said == [False, True]


def _forms(year: int, month: int, day: int) -> list[str]:
    if not 1 <= month <= len(MONTHS):
        return []
    name = MONTHS[month - 1].casefold()
    return [f" {day} {name} {year} ", f" {name} {day} {year} "]


def _is_misspelt(one: str, other: str) -> bool:
    return one.isalpha() and other.isalpha() and min(len(one), len(other)) >= _LONG and likeness.slip(one, other)


def _is_mistyped(one: str, other: str, around: Words) -> bool:
    """Whether a short word differs by a slip from another, and the text has it nowhere."""
    if not (one.isalpha() and other.isalpha()) or min(len(one), len(other)) < _LETTERS:
        return False
    if likeness.COUNTED.fullmatch(one) or likeness.COUNTED.fullmatch(other) or {one, other} & _FIGURES.keys():
        return False
    return likeness.slip(one, other) and one not in around.every


def _tells(same: Set[str], rest: Sequence[str]) -> bool:
    """Whether what two addresses have in common names one page."""
    return sum(map(len, same)) + sum(len(token) for piece in rest for token in _TOKENS.findall(piece)) >= _PLAIN


def is_headline(piece: str) -> bool:
    """Whether a piece is a headline that is hardly printed twice."""
    words = re.findall("[a-z]{2,}", piece)
    return len(piece) >= _HEADLINE and len(words) >= _WORDS and not recurring.recurs(" ".join(words))
