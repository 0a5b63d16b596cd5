"""Pages of one work that end or begin with a slip: `pages 301 to 332 of her paper`, which is on `pp. 301 to 322`.

Two stretches of pages that begin alike, or end alike, are of one work where both say its name or its author's, where a
note ties them, or where the text has such a stretch twice or more. Where the first digits differ and not the last, a
name is enough. What a citation in full has, with the year, are all
pages; a stretch of less than half of these may be the passage that is meant, and so may few pages: they are no slip.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.details.pages.places import page
from juslint.details.pairs import Pair
from juslint.details.rarity import names
from juslint.details.tokens import TIMES
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.details.pages.places import PagePlace
    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_DIGITS, _MOST = 2, 12  # digits of the page that differs, and places of one page that are compared
_PASSAGE = 5  # pages of a stretch that is all of a work
_MOST_OF, _MUCH_OF = 0.5, 0.4  # part of all pages that is hardly a passage, where it is cited in short and in full
_LONG = 3  # digits of a page on which two works hardly begin
_RARE = 8  # segments that say a name that ties two
_FRAME = 7  # details before pages, among which are volume and year
_NAMED = 1.0  # weight of what names the source of both
_HUNDREDS = 100  # pages at which two works hardly begin or end alike


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each odd stretch of pages with the usual one; of two that are said once, the later."""
    groups: dict[str, list[PagePlace]] = defaultdict(list)
    for one in details.pages:
        if one.last is not None:
            groups[f"{one.first}-"].append(one)
            groups[f"-{one.last}"].append(one)
    for same in groups.values():
        values: dict[tuple[int, int | None], list[PagePlace]] = defaultdict(list)
        for one in same[:_MOST]:
            values[one.first, one.last].append(one)
        if len(values) == 2:
            first, second = values.values()
            for (odd, *others), usual in ((second, first), (first, second)):
                rival = next((one for one in usual if _is_slip(details, odd, one, len(usual))), None)
                if not others and rival is not None:
                    yield _told(odd, rival)
                    break


def _told(odd: PagePlace, rival: PagePlace) -> tuple[Detail, Detail]:
    """Both stretches; of `from page 29 to page 69` only the page that differs."""
    if len(odd.ends) == len(rival.ends) == 1:
        return odd.detail, rival.detail
    last = odd.first == rival.first
    return page(odd, last=last), page(rival, last=last)


def _is_slip(details: Details, first: PagePlace, second: PagePlace, often: int) -> bool:
    one, other = ((each.first, each.last or 0) for each in (first, second))
    odd, rival = first.detail, second.detail
    end = one[0] == other[0]
    pages = [str(each[end]) for each in (one, other)]
    if min(map(len, pages)) < _DIGITS or len(pages[0]) != len(pages[1]) or not likeness.like_numbers(*pages):
        return False
    pair = Pair(details, odd, rival)
    if odd.segment == rival.segment or pair.told_apart or other[0] >= other[1]:
        return False
    swapped, named = sorted(pages[0]) == sorted(pages[1]), details.page_scopes.shared(first, second) >= _NAMED
    if one[0] >= one[1]:  # of `pages 532 to 530` backward-range does not speak
        return swapped and named and "to" in odd.said.split()
    before_last = named and _differs_before_last(*pages)
    if before_last or min(one[1] - one[0], other[1] - other[0]) < _PASSAGE:
        volumes = _has_volume(details, odd) and _has_volume(details, rival)
        return before_last or (swapped and named and volumes and min(*one, *other) >= _HUNDREDS)
    if swapped and min(one) >= _HUNDREDS and (named or _is_whole(details, odd) or _is_whole(details, rival)):
        return True
    few, many = sorted((one[1] - one[0], other[1] - other[0]))
    within, around = (odd, rival) if one[1] - one[0] == few else (rival, odd)
    tied = named or _share_name(details, odd, rival)
    if _is_whole(details, around):
        if not _is_whole(details, within):
            return few >= many * _MOST_OF and (tied or pair.linked)
        volume = _has_volume(details, within) or _has_volume(details, around)
        return tied and (volume or few >= many * _MUCH_OF)
    if details.labels.tie(odd, rival):
        return True
    if not _is_whole(details, within):
        return tied and few >= many * _MOST_OF
    return tied or pair.linked or (often > 1 and len(str(one[0])) >= _LONG)


def _differs_before_last(one: str, other: str) -> bool:
    """Whether two numbers differ in one digit that is not the last one, as the pages of two passages hardly do."""
    return one[-1] == other[-1] and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _is_whole(details: Details, pages: Detail) -> bool:
    """Whether the year of a work stands close before its pages."""
    return any(one.kind in TIMES for one in _before(details, pages))


def _has_volume(details: Details, pages: Detail) -> bool:
    """Whether the number of a volume stands there as well."""
    return any(one.kind == "number" for one in _before(details, pages))


def _before(details: Details, pages: Detail) -> Sequence[Detail]:
    return details.segments[pages.segment][max(0, pages.at - _FRAME) : pages.at]


def _share_name(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether both segments say a name that few others say."""
    ours, theirs = (names(details.segments[each.segment]) for each in (odd, rival))
    return any(details.among[key] <= _RARE for key in ours & theirs)
