"""Which of two names that a text says once each is the odd one: rather not that of a heading, or of an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.knowledge import normalise_title

if TYPE_CHECKING:
    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_HEADING, _ADDRESS = 2, 1  # how much each speaks for a name
_LETTERS = 5  # of a name that an address can have


def in_order(details: Details, odd: Detail, rival: Detail) -> tuple[Detail, Detail]:
    """The odd one and the other: turned round where more speaks for what seemed odd only because it comes later."""
    names = {odd.kind, rival.kind} <= {"name", "word"} and len(details.places[odd.key]) == 1
    if not names or len(details.places[rival.key]) > 1:
        return odd, rival
    return (rival, odd) if _weight(details, odd) > _weight(details, rival) else (odd, rival)


def _weight(details: Details, one: Detail) -> int:
    heading = any(span.overlaps(one.span) for span in details.document.headings)
    value = one.value.replace(" ", "-")
    known = len(value) >= _LETTERS and any(
        value in normalise_title(url.value).replace(" ", "-") for url in details.of("url")
    )
    return _HEADING * heading + _ADDRESS * known
