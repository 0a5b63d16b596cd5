"""Whether two dates of a text, to the day or to the month, are one, written wrongly once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.rules import _date_apart, _date_ties, _named_days

if TYPE_CHECKING:
    from juslint.rules._detail_pairs import Pair


def is_slip(pair: Pair) -> bool:
    """Whether just one of day, month and year differs, nothing tells two things apart, and enough ties the two."""
    one, other = pair.odd.value.split("-"), pair.rival.value.split("-")
    if sum(left != right for left, right in zip(one, other, strict=True)) != 1:
        return False
    said = _named_days.has_year(pair.odd) and _named_days.has_year(pair.rival)
    if one[0] != other[0] and not said:  # the year is only guessed
        return False
    return not _date_apart.are_two(pair) and _date_ties.points(pair) >= 0
