"""Words that an address spells otherwise than the title right before it, or than the text of its link.

`Could Russia be Expelled from the United Nations?` with `/could-russia-be-suspended-from-the-united-nations`;
`Abdul-Hakim Belhadj` with `/abdul-hakim-belhaj`. All other words of the address, small ones aside, stand in the text in
the same order. An address has no accents, leaves words out and keeps what a headline was first: so the word is
misspelt by a letter, or many others are the same and neither stands anywhere in the other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from juslint.details.names import letters as name_letters
from juslint.details.words import ENDINGS, SMALL
from juslint.document import Span
from juslint.knowledge import normalise_title
from juslint.rules._address_words import ADDRESS
from juslint.rules._spelt_numbers import Spelt
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.document import Document

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")  # Russia's, in an address `russias`
_BACK = 240  # characters before an address, and of the text of a link
_MOST = 400  # addresses
_SMALL = SMALL | {"s", "be", "is"}
_FEW, _MANY = 2, 4  # other words that are the same, where a letter differs, and where the word is another
_LETTERS = 5  # of a word
_SLUG = 3  # words of a piece of an address that are a title


def spelt_otherwise(document: Document) -> Iterator[Spelt]:
    """Each word of a title that its address spells otherwise."""
    text = document.text
    last = 0
    for found in list(ADDRESS.finditer(text))[:_MOST]:
        low = max(last, found.start() - _BACK, text.rfind("\n\n", 0, found.start()) + 1)
        last = found.end()
        yield from _word(text, Span(low, found.start()), found[0], Span(*found.span()))
    for link in document.links[:_MOST]:
        if link.target.startswith("http") and not ADDRESS.match(text[slice(*link.span)]):
            start, end = link.span
            yield from _word(text, Span(start, min(end, start + _BACK)), link.target, link.span)


def _word(text: str, place: Span, url: str, address: Span) -> Iterator[Spelt]:
    """The one word at a place that an address spells otherwise."""
    said = [(re.sub(r"\W", "", normalise_title(one[0])), one) for one in _WORD.finditer(text, *place)]
    said = [(word, one) for word, one in said if word not in _SMALL]
    words = [word for word, _ in said]
    for piece in unquote(url.partition("//")[2] or url).split("/")[1:]:
        slug = [one.casefold() for one in _WORD.findall(re.sub(r"\.\w{2,4}$", "", piece))]
        slug = [one for one in slug if one not in _SMALL]
        if len(slug) < _SLUG or set(slug) <= set(words):
            continue
        for start in range(len(words) - len(slug) + 1):
            differing = [at for at, one in enumerate(slug) if words[start + at] != one]
            if len(differing) == 1 and _is_other(words, slug, start, differing[0]):
                found = said[start + differing[0]][1]
                yield Spelt(found[0], Span(*found.span()), slug[differing[0]], address)
                return


def _is_other(words: Sequence[str], slug: Sequence[str], start: int, at: int) -> bool:
    one, other = words[start + at], slug[at]
    if one in slug or other in words or min(len(one), len(other)) < _LETTERS:
        return False
    same = likeness.same_letters(one, other)
    if {one[same:], other[same:]} <= ENDINGS or name_letters.spelt(one) == name_letters.spelt(other):
        return False
    if not (one.isascii() and other.isascii()):
        return False
    if likeness.slip(one, other):
        return len(slug) > _FEW
    return len(slug) > _MANY and 0 < at < len(slug) - 1
