"""Whether two names are of a man and a woman, as far as titles tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.details.words import FEMALE, MALE, TITLED, TITLES

if TYPE_CHECKING:
    from juslint.details.text import Details
    from juslint.details.tokens import Detail


def are_two(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether one of two names is that of a man and the other that of a woman, by their titles."""
    before = reversed(details.segments[odd.segment][max(0, odd.at - TITLED) : odd.at])
    own = next((detail.value for detail in before if detail.value in TITLES), "")
    is_man = rival.key in details.men or own in MALE
    return is_man and (rival.key in details.women or own in FEMALE)
