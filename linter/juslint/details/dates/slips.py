"""Whether two dates of a text, to the day or to the month, are one, written wrongly once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.details.dates import apart as date_apart
from juslint.details.dates import likeness as date_likeness
from juslint.details.dates import named_days
from juslint.details.dates import ties as date_ties

if TYPE_CHECKING:
    from juslint.details.pairs import Pair


def is_slip(pair: Pair) -> bool:
    """Whether two dates may be one, and enough ties them."""
    return may_be_one(pair) and date_ties.are_tied(pair)


def may_be_one(pair: Pair) -> bool:
    """Whether one of day, month and year differs, or day and month are turned, and nothing tells two things apart."""
    one, other = pair.odd.value.split("-"), pair.rival.value.split("-")
    differing = sum(left != right for left, right in zip(one, other, strict=True))
    if differing != 1 and not date_likeness.are_turned(pair.odd.value, pair.rival.value):
        return False
    under = pair.details.under_years
    if one[0] != other[0] and pair.odd in under and not _is_said_so_once(pair):
        return False  # its year stands above it
    said = all(named_days.has_year(each) or each in under for each in (pair.odd, pair.rival))
    return (one[0] == other[0] or said) and not date_apart.are_two(pair)  # else the year is only guessed


def _is_said_so_once(pair: Pair) -> bool:
    """Whether the year stands beside the other day in one place alone; elsewhere it is only guessed from that one."""
    places = pair.details.places[pair.rival.key]
    under = pair.details.under_years
    return len(places) > 1 and [one for one in places if named_days.has_year(one) or one in under] == [pair.rival]
