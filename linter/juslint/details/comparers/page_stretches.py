"""Pages outside of the work of which they are cited, by a slip: `p. 71` of `vol. 5 (2020), pp. 41–66`.

It is a slip where one digit is another, too many or missing, or two have changed places, in a page of the work; or
where all pages that are cited lie within, were the first or last one of the work so changed. Pages behind each other in
the text are hardly one page twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.details.pages import owners as page_owners
from juslint.details.pages.places import page
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from juslint.details.pages.owners import Cited
    from juslint.details.pages.places import PagePlace
    from juslint.details.pages.works import Work
    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_LEAST, _LEAST_CALLED = 8, 6  # pages of an article
_MOST_CITED = 12  # pages with which the ends of an article are compared
_DIGITS = 2  # of a page
_NEIGHBOURS = 2  # pages
_HUNDREDS = 100  # pages at which no other work stands by chance that near
_LONGEST = 60  # pages of most articles


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each page outside with the one that it seems to be a slip of."""
    for cited in page_owners.cited(details):
        work, outside = cited.work, cited.outside
        several = len({one.first for one in outside}) > 1
        is_entry = details.page_scopes.is_entry(work.pages.detail.segment)
        if outside and not several and (is_entry or cited.are_told or work.length >= _least(details, cited)):
            yield from _rivals(details, cited)
        elif several and not cited.within and is_entry and not work.is_counted:
            yield from _misplaced(outside, work)


def _least(details: Details, cited: Cited) -> int:
    """How many pages are surely no passage; fewer of a note that the page's sentence calls, or the one before it."""
    segment = cited.outside[0].detail.segment
    called = details.notes[segment] or details.notes[segment - 1]
    return _LEAST_CALLED if called == details.notes[cited.work.pages.detail.segment] else _LEAST


def _rivals(details: Details, cited: Cited) -> Iterator[tuple[Detail, Detail]]:
    """A page outside, and the first one of those within from which it differs by a slip, or all pages of the work."""
    odd, work = cited.outside[0], cited.work
    apart = [each for each in cited.within[:_MOST_CITED] if not details.are_told_together(each.detail, odd.detail)]
    whole = () if work.is_counted else _ends(work.pages)
    for wrong in _ends(odd):
        if not any(_is_slip(wrong, right) for right in whole):
            for right in (end for each in apart for end in _ends(each) if _is_slip(wrong, end)):
                yield wrong, right
                return
    if any(_is_slip_of_one(each.value, work) for each in _ends(odd)) or (
        not work.is_counted and (_is_near(odd, work) or _can_hold(work, [*cited.outside, *cited.within]))
    ):
        yield odd.detail, work.pages.detail


def _is_near(odd: PagePlace, work: Work) -> bool:
    """Whether a page in the hundreds lies no farther from an article than that is long."""
    apart = max(work.pages.first - (odd.last or odd.first), odd.first - (work.pages.last or 0))
    return odd.first >= _HUNDREDS and _NEIGHBOURS < apart <= work.length


def _is_slip_of_one(said: str, work: Work) -> bool:
    """Whether a page is one of the work's with a digit that is another or too many, or with two that changed places."""
    slips = (int(one) for one in _slips(said) if not one.startswith("0"))
    return any(work.pages.first <= one <= (work.pages.last or 0) for one in slips)


def _can_hold(work: Work, pages: Sequence[PagePlace]) -> bool:
    """Whether all pages that are cited lie within, were the first or last one of the work so changed."""
    first, last = (each.value for each in _ends(work.pages))
    low, high = min(one.first for one in pages), max(one.last or one.first for one in pages)
    if high > int(last):
        return int(first) <= low and any(high <= int(one) <= int(first) + _LONGEST for one in _slips(last))
    return any(int(last) - _LONGEST <= int(one) <= low for one in _slips(first))


def _slips(said: str) -> Iterable[str]:
    """The numbers that a number may be a slip of."""
    for at in range(len(said)):
        yield from (said[:at] + digit + said[at + 1 :] for digit in "0123456789")
        if len(said) > 1:
            yield said[:at] + said[at + 1 :]
            yield said[:at] + said[at + 1 : at + 2] + said[at] + said[at + 2 :]


def _misplaced(outside: Sequence[PagePlace], work: Work) -> Iterator[tuple[Detail, Detail]]:
    """The pages of an article of which one end is a slip of a page cited, with which all that are cited are within."""
    whole = work.pages
    first, last = _ends(whole)
    for one in outside[:_MOST_CITED]:
        for meant in _ends(one):
            others = []
            if _is_slip(meant, first):
                others.append(whole._replace(first=int(meant.value)))
            if _is_slip(meant, last):
                others.append(whole._replace(last=int(meant.value)))
            if any(all(map(work._replace(pages=other).has, outside)) for other in others):
                yield whole.detail, one.detail
                return


def _ends(place: PagePlace) -> list[Detail]:
    """The first and last page of a run, or the one page."""
    return [page(place, last=last) for last in ((False, True) if place.last else (False,))]


def _is_slip(left: Detail, right: Detail) -> bool:
    one, other = left.value, right.value
    if min(len(one), len(other)) < _DIGITS or len(one) != len(other) or abs(int(one) - int(other)) <= _NEIGHBOURS:
        return False
    return likeness.is_swapped(one, other) or sum(a != b for a, b in zip(one, other, strict=True)) == 1
