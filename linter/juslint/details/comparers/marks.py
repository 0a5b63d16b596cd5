"""Names of persons of which one letter has another mark once: Boçek, where all others are Boček.

Nobody writes a person's name with two marks on the same letter; a text may well leave marks out.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.details.text import Details
    from juslint.details.tokens import Detail

ENGLISH_ONLY = True
_LETTERS = 4  # of a name
_MOST = 60  # places of a name that are looked at


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each name that stands once with another mark, and the usual one; of two that stand as often, the later."""
    for value in sorted({one.family.value for one in details.people if one.known}):
        places = details.places.get(("name", value), [])
        if len(value) < _LETTERS or len(places) < 2 or all(one.said.isascii() for one in places):
            continue
        forms: dict[str, list[Detail]] = defaultdict(list)
        for one in places[:_MOST]:
            forms[unicodedata.normalize("NFC", one.said).casefold()].append(one)
        marked = sorted(
            ((form, same) for form, same in forms.items() if not form.isascii()),
            key=lambda each: (-len(each[1]), each[1][0].start),
        )
        if len(marked) == 2 and len(marked[1][1]) == 1 and _is_slip(marked[0][0], marked[1][0]):
            odd, usual = marked[1][1][0], marked[0][1][0]
            if odd.segment != usual.segment and not any(details.is_foreign(one.segment) for one in (odd, usual)):
                yield odd, usual


def _is_slip(one: str, other: str) -> bool:
    """Whether one letter differs, and has a mark in both."""
    differing = [both for both in zip(one, other, strict=False) if both[0] != both[1]]
    return len(one) == len(other) and len(differing) == 1 and not any(sign.isascii() for sign in differing[0])
