"""Where a text shows that two years, months or days are of two things, by where each stands.

Each stands behind another court, in the words of a link to another address, above a passage that tells a day of its
year; or what it is of has another time each time it comes (`the 2022 Conference`, `November-December 1956`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.details.words import RECURRING

if TYPE_CHECKING:
    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_NEAR = 2  # details on either side of a year that say what it is of
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014")
_TIMES = frozenset({"date", "month"})


def are_two(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether two times are those of two things, wherever they stand."""
    if odd.kind == "year" and (_are_of_two_courts(details, odd, rival) or _comes_again(details, odd, rival)):
        return True
    if odd.kind == "year" and all(_is_borne_out(details, one) for one in (odd, rival)):
        return True
    if odd.kind == "month" and all(one.gap.strip(" ") in _DASHES for one in (odd, rival)):
        return True  # the ends of two periods
    return _are_of_two_links(details, odd, rival)


def _are_of_two_courts(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether two courts stand behind two years: `[2009] FJCA 9`, `[2008] FJHC 241`."""
    behind = [details.segments[one.segment][one.at + 1 : one.at + 2] for one in (odd, rival) if one.gap.endswith("[")]
    return len(behind) == 2 and all(behind) and behind[0][0].value != behind[1][0].value


def _comes_again(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether right beside one stands what has another year each time: `the 2022 Conference on`."""
    near = (details.segments[one.segment][max(0, one.at - _NEAR) : one.at + _NEAR + 1] for one in (odd, rival))
    return any(each.value in RECURRING for segment in near for each in segment)


def _is_borne_out(details: Details, year: Detail) -> bool:
    """Whether it ends a heading, and the passage below begins with a day of that year."""
    if year.segment + 1 == len(details.segments) or details.segments[year.segment][-1] is not year:
        return False
    below = details.segments[year.segment + 1]
    if details.paragraphs[year.segment] == details.paragraphs[year.segment + 1]:
        return False
    first = next((each for each in below if each.kind in _TIMES), None)
    return first is not None and first.value.startswith(year.value)


def _are_of_two_links(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether each stands in the words of a link to another address."""
    links = details.document.links_by_place
    one, other = (next(iter(links.at(each.span)), None) for each in (odd, rival))
    return one is not None and other is not None and one.target != other.target
