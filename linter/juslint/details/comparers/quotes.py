"""Quotations that are word for word alike but for one word, whatever source they are taken from."""

from __future__ import annotations

import difflib
import itertools
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING

from juslint.dates import MONTH_WORDS
from juslint.details.pairs import STRONG
from juslint.details.words import ENDINGS, SMALL
from juslint.document import Span
from juslint.words import likeness
from juslint.words.states import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_start = attrgetter("start")
_LATEX = re.compile(r"``([^`\n]{16,400}?)''")
_SINGLE = re.compile(r"[‘'](?<![\w`].)([^\n‘'’]{16,300}(?:['’](?=\w)[^\n‘'’]{0,300}){0,6})['’](?!\w)")
_OFFICIAL = re.compile(  # words of titles that many papers bear but for one word
    r"\b(?:reports?|statements?|letters?|notes?|resolutions?|decisions?|sessions?|implementation|situation|comments?"
    r"|conventions?|treat(?:y|ies)|agreements?|protocols?|laws?|acts?|committees?|meetings?|conferences?|mandate)\b"
)
_LEAST, _MOST = 3, 200  # words of a quotation
_TITLE, _SHARED = 9, 5  # words, and telling ones, that two long titles share
_HEADING, _TELLING, _LITTLE = 9, 5, 3  # words of a title, telling ones beside one other, and letters of that
_TWO, _WHOLE = 2, 6  # words that differ, of a quotation that has so many others
_PLAIN = 6  # letters of the one word that two short quotations share
_BUCKET = 12  # quotations with the same two words that are compared
_REPEATED = 12  # times that a word of a quotation stands in the other, on the average: bounds the work on hostile texts
_OFTEN = 10  # segments that name an author who is quoted
_RARE = 4  # segments that say what ties two of them


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each word that is another in an earlier quotation of the same words, with that other one."""
    most = _TWO if details.is_english else 1  # other languages have forms of words
    known: list[list[Detail]] = []
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for quote in _quotations(details):
        words = [one.value for one in quote]
        twos = dict.fromkeys([*itertools.pairwise(words), *zip(words, words[2:], strict=False)])
        near = Counter(number for two in twos for number in places[two][-_BUCKET:])
        for number, _ in near.most_common(_BUCKET):
            found = _differing(known[number], quote, most)
            if found and _of_one(details, known[number], quote, found):
                yield found[1], found[0]
        for two in twos:
            places[two].append(len(known))
        known.append(quote)
        if most == _TWO:
            yield from _unquoted(details, quote)


def _unquoted(details: Details, quote: Sequence[Detail]) -> Iterator[tuple[Detail, Detail]]:
    """A word of a long quotation that is another one where the same stands without quotation marks, as in a heading."""
    text = details.document.text[quote[0].start : quote[-1].span.end]
    if len(quote) < _HEADING or len({one.segment for one in quote}) > 1 or _OFFICIAL.search(text.lower()):
        return
    marks = (details.document.quotations_by_place, details.document.emphases_by_place)
    known = (one for one in quote if len(details.places[one.key]) >= _TWO)
    rare = sorted(known, key=lambda one: (len(details.places[one.key]), one.start))[:_TWO]
    for anchor, place in ((one, place) for one in rare for place in details.places[one.key][:_BUCKET]):
        segment = details.segments[place.segment]
        start = place.at - (anchor.at - quote[0].at)
        other = segment[start : start + len(quote)] if start >= 0 else []
        if len(other) < len(quote) or abs(other[0].start - quote[0].start) < len(text):
            continue
        differing = [both for both in zip(quote, other, strict=True) if both[0].value != both[1].value]
        marked = any(by_place.at(other[0].span) for by_place in marks)
        whole = start == 0 and start + len(quote) == len(segment)
        if len(differing) == 1 and not marked and _is_other_word(differing[0], quote, whole=whole):
            one, rival = differing[0]
            yield (one, rival) if one.start > rival.start else (rival, one)
            return


def _is_other_word(both: tuple[Detail, Detail], quote: Sequence[Detail], *, whole: bool) -> bool:
    """Whether two words inside of so many that are the same are other ones, and no numbers, States or forms of one.

    `whole`: a heading is just what is quoted, so that the last word may be another, too.
    """
    if {one.kind for one in both} - {"word", "name"} or both[0] in {quote[0], None if whole else quote[-1]}:
        return False
    values = {one.value for one in both}
    if values & (SMALL | MONTH_WORDS | STATES) or any(likeness.COUNTED.fullmatch(one) for one in values):
        return False
    same = likeness.same_letters(*(one.value for one in both))
    forms = {one.value[same:] for one in both} <= ENDINGS
    telling = sum(one.value not in SMALL for one in quote) > _TELLING
    return telling and not forms and min(map(len, values)) > _LITTLE


def _quotations(details: Details) -> Iterator[list[Detail]]:
    document = details.document
    spans = sorted(
        [
            *document.quotations,
            *document.emphases,
            *(Span(*found.span(1)) for mark in (_SINGLE, _LATEX) for found in mark.finditer(document.text)),
        ]
    )
    every = list(itertools.chain.from_iterable(details.segments)) if spans else []
    end = 0
    for span in spans:
        if span.start < end:
            continue
        low, high = (bisect_left(every, place, key=_start) for place in span)
        if _LEAST <= high - low <= _MOST:
            end = span.end
            yield every[low:high]


def _differing(one: Sequence[Detail], other: Sequence[Detail], most: int) -> tuple[Detail, Detail] | None:
    """The one word, or in a long quotation two, that differ; what only one quotes at its ends does not count."""
    left, right = ([detail.value for detail in each] for each in (one, other))
    often = Counter(right)
    if left == right or sum(often[word] for word in left) > _REPEATED * min(len(left), len(right)):
        return None
    codes = difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    ends = {0, len(codes) - 1}
    inner = [
        code for number, code in enumerate(codes) if code[0] == "replace" or (code[0] != "equal" and number not in ends)
    ]
    if len(inner) != 1 or inner[0][0] != "replace":
        return None
    _, low, high, start, stop = inner[0]
    if high - low != stop - start or high - low > (most if len(left) - (high - low) >= _WHOLE else 1):
        return None
    return _joined(one[low:high]), _joined(other[start:stop])


def _joined(words: Sequence[Detail]) -> Detail:
    """Neighbours as one detail."""
    said = words[0].said + "".join(word.gap + word.said for word in words[1:])
    return words[0] if len(words) == 1 else words[0]._replace(said=said)


def _of_one(details: Details, one: Sequence[Detail], other: Sequence[Detail], differing: tuple[Detail, Detail]) -> bool:
    """Whether two quotations are of one passage or title: by what they share, and by what stands around them."""
    values = {detail.value for detail in differing}
    if values & (SMALL | MONTH_WORDS | STATES) or min(map(len, values)) < 3 or details.are_told_together(*differing):
        return False
    theirs = {detail.value for detail in other}
    same = [detail for detail in one if detail.value in theirs]
    shared = [detail for detail in same if detail.value not in SMALL and len(detail.value) > 2]
    segments = [{detail.key for detail in details.segments[each.segment]} for each in differing]
    both = segments[0] & segments[1] - {detail.key for detail in one}
    rare = [key for key in both if details.among[key] <= (_OFTEN if key[1] in details.persons else _RARE)]
    if any(_is_title(details, each) for each in (one, other)):
        firm = any(key[0] in {"date", "code", "url", "range"} for key in rare)
        said = " ".join(detail.value for detail in one)
        long = len(same) >= _TITLE and len(shared) >= _SHARED and len(one) == len(other) and not _OFFICIAL.search(said)
        counted = any(likeness.COUNTED.fullmatch(value) for value in values)
        return not counted and (long or (firm and len(shared) >= 2))
    names = sum(key[0] in STRONG or (key[0] == "name" and len(key[1]) > 3 and key[1] not in STATES) for key in rare)
    words = sum(key[0] == "word" and len(key[1]) > 5 for key in rare)
    linked = bool(details.notes[differing[0].segment] & details.notes[differing[1].segment])
    weight = names + words / 2 + 2 * linked
    whole = len(one) == len(other) == len(same) + 1
    if len(shared) < 2:
        if whole and len(same) == 2 and shared:  # systematic and ...
            return len(shared[0].value) >= _PLAIN and (linked or names >= 1)
        return bool(shared) and len(same) >= 3 and weight >= (1 if whole else 2)
    ends = {one[0], one[-1], other[0], other[-1]}
    if whole and len(shared) >= 3 and len(same) >= 5 and not ends & set(differing):
        return True
    return linked or len(same) >= 6 or (len(same) == 5 and len(shared) >= 4) or (len(same) >= 3 and weight >= 1)


def _is_title(details: Details, quote: Sequence[Detail]) -> bool:
    """Whether most telling words begin with capitals, or it stands where a title stands: behind a comma, or first."""
    telling = [detail for detail in quote if detail.value not in SMALL]
    if sum(detail.kind == "name" for detail in telling) * 2 > len(telling):
        return True
    if details.document.emphases_by_place.at(Span(quote[0].start, quote[0].start + 1)):
        return True
    text = details.document.text
    first, last = quote[0].start, quote[-1].span.end
    begins = re.search(r"[,;(\[][\s\"“‘'`]+$", text[max(0, first - 4) : first])
    return quote[0].at == 0 or bool(
        begins and re.match(r"[?!.,]?[\"”’']{1,2}[.,]?\s+[(*\[]?[A-Z0-9]", text[last : last + 8])
    )
