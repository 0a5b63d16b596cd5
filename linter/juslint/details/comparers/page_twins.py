"""Pages on which one thing stands, told twice: what is said beside both is said nowhere else in the text.

`The nurse from Hajnówka confirmed her words on page 37` and, in a list, `Nurse, Hajnówka (see Zone of Silence, p. 31)`
are one page. So it is where both have a source in common and other words, of which no third paragraph has any, where
each page stands once in the text, and one is a slip of the other. One of them stands in a list or table: sentences and
notes cite a work at one page and another, and so do two entries. The page on which a judgment begins is none of those
that are meant.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations, islice, takewhile
from typing import TYPE_CHECKING

from juslint.details.comparers.page_ties import kind_of_slip
from juslint.details.rarity import stem, tells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.details.pages.places import PagePlace
    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_MOST, _FEW = 200, 12  # pages of a text, and pairs of them, that are looked at
_NEIGHBOURS = 2  # pages
_EARLIER = 2  # sentences before that of a page
_NAMED = 0.75  # weight of what names the source of both
_BEYOND = 0.5  # of what names it besides names that may be of the thing itself, where only names are told of it
_ENOUGH = 1.5  # what both say and no other paragraph does, and half of what one other does


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each page with the other one that it seems to be a slip of, the later first."""
    single = [one for one in details.pages if one.last is None]
    if not 1 < len(single) <= _MOST:
        return
    often = Counter(one.first for one in single)
    alone = [one for one in single if often[one.first] == 1 and not details.page_scopes.begins(one)]
    alike = [*islice((both for both in combinations(alone, 2) if _may_be_one(details, *both)), _FEW)]
    if not alike:
        return
    paragraphs = _paragraphs(details)
    crowded = Counter(details.paragraphs[one.detail.segment] for one in single)
    for one, other in alike:
        words, others = (_window(details, each, alone=_is_alone(details, each, crowded)) for each in (one, other))
        both = (words.keys() & others.keys()) - _citation(details, one.detail, other.detail)
        rare = {said for said in both if len(paragraphs[said]) == 2}
        known = sum(len(paragraphs[said]) == 3 for said in both)
        named = {said for said in rare if words[said] == others[said] == "name"}
        beyond = details.page_scopes.shared(one, other) - sum(map(details.page_scopes.weight, named))
        if len(rare) + known / 2 >= _ENOUGH and (rare - named or beyond >= _BEYOND):
            yield other.detail, one.detail


def _may_be_one(details: Details, one: PagePlace, other: PagePlace) -> bool:
    """Whether two pages differ by a slip, have a source in common and are not both in notes, or in one list."""
    first, last = one.detail, other.detail
    if abs(one.first - other.first) <= _NEIGHBOURS or kind_of_slip(one.first, other.first) is None:
        return False
    if details.paragraphs[first.segment] == details.paragraphs[last.segment] or details.are_told_together(first, last):
        return False
    scopes = details.page_scopes
    listed = [scopes.is_entry(each.segment) or _is_row(details, each) for each in (first, last)]
    return any(listed) > all(listed) and scopes.shared(one, other) >= _NAMED


def _is_row(details: Details, one: Detail) -> bool:
    """Whether a page stands in the row of a table."""
    low = one.segment
    while low and details.paragraphs[low - 1] == details.paragraphs[one.segment]:
        low -= 1
    return "|" in details.segments[low][0].gap


def _citation(details: Details, one: Detail, other: Detail) -> set[str]:
    """What stands right before both in the same words, as a work is cited again."""
    before = (details.segments[each.segment][: each.at][::-1] for each in (one, other))
    same = takewhile(lambda both: both[0].key == both[1].key, zip(*before, strict=False))
    return {stem(said) for said, _ in same}


def _is_alone(details: Details, place: PagePlace, crowded: Counter[int]) -> bool:
    return crowded[details.paragraphs[place.detail.segment]] == 1


def _paragraphs(details: Details) -> dict[str, set[int]]:
    """By what is said: the paragraphs that say it."""
    found: dict[str, set[int]] = defaultdict(set)
    for segment, paragraph in zip(details.segments, details.paragraphs, strict=True):
        for one in segment:
            if _says(one):
                found[stem(one)].add(paragraph)
    return found


def _window(details: Details, place: PagePlace, *, alone: bool) -> dict[str, str]:
    """What is said around a page, with its kind: in its entry, or in its sentence and those before it.

    Of a page that is not alone in its paragraph, only what is said beside it, nearer to it than to another one.
    """
    own = place.detail.segment
    paragraph, is_entry = details.paragraphs[own], details.page_scopes.is_entry(own)
    low, high = own, own + 1
    while low and details.paragraphs[low - 1] == paragraph and (is_entry or own - low < _EARLIER):
        low -= 1
    while is_entry and high < len(details.segments) and details.paragraphs[high] == paragraph:
        high += 1
    said = (one for segment in details.segments[low:high] for one in segment)
    found = {stem(one): one.kind for one in said if _says(one) and one.start != place.detail.start}
    beside = found.keys() if alone else details.page_scopes.of(place).beside.keys()
    return {one: kind for one, kind in found.items() if one in beside}


def _says(one: Detail) -> bool:
    return tells(one) or one.kind == "date"
