"""Family names that stand once, and elsewhere with one letter changed: `Mr Windridge`, and `made in Windbridge, p. 4`.

Both are long, and longer where the usual one stands but once, and no words of the language. One of them is surely that
of a person: a title or an initial stands before it, or `and others` behind it. Two that end as names of two families or
of man and woman do are two.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.rules import _detail_names, _family_names, _likeness
from juslint.rules._detail_words import COMMON, OFFICES, RANKS, SMALL, TITLES
from juslint.rules._states import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.rules._detail_tokens import Detail
    from juslint.rules._details import Details

_SHUNNED = _detail_names.SHUNNED | SMALL | COMMON | OFFICES | TITLES | STATES
_CALLED = TITLES | OFFICES | RANKS
_LETTERS, _LONG = 6, 8  # of a name that stands twice at least beside the odd one, and of one that stands once
_BUCKET, _PLACES = 6, 4  # names of nearly the same letters, and places of one, that are looked at


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each odd family name with the usual one; of two that stand as often, the later."""
    near: dict[str, list[list[Detail]]] = defaultdict(list)
    for (kind, value), places in details.places.items():
        if kind == "name" and len(value) >= _LETTERS and _is_rare(details, value, places):
            for key in dict.fromkeys([value, *(value[:at] + value[at + 1 :] for at in range(len(value)))]):
                if len(near[key]) < _BUCKET:
                    near[key].append(places)
    spoken: set[str] = set()
    for found in near.values():
        for number, one in enumerate(found):
            for other in found[number + 1 :]:
                rival, odd = sorted((one, other), key=lambda places: (-len(places), places[0].start))
                if len(odd) == 1 and odd[0].value not in spoken and _are_one(details, odd[0], rival[:_PLACES]):
                    spoken.add(odd[0].value)
                    yield odd[0], rival[0]


def _is_rare(details: Details, value: str, places: list[Detail]) -> bool:
    """Whether a name is no word of the language, as far as the text shows, and not in capitals."""
    plain = value.isascii() and value.isalpha() and value not in _SHUNNED
    return plain and ("word", value) not in details.places and not places[0].said.isupper()


def _are_one(details: Details, odd: Detail, places: list[Detail]) -> bool:
    rival = places[0]
    if not _likeness.slip(odd.value, rival.value) or _family_names.are_two(odd.value, rival.value):
        return False
    if odd.value[0] != rival.value[0] or (len(places) == 1 and min(len(odd.value), len(rival.value)) < _LONG):
        return False
    if details.in_roll(odd.segment) or any(one.segment == odd.segment for one in places):
        return False
    if not any(_is_person(details, one) for one in (odd, *places)):
        return False
    given, others = _given(details, odd), {_given(details, one) for one in places} - {""}
    if given and others and not any(_family_names.agree(given, one) for one in others):
        return False
    return not _detail_names.are_of_two_sexes(details, odd, rival)


def _before(details: Details, one: Detail) -> Detail | None:
    """What stands right before a name that nothing follows, as nothing follows a family name."""
    behind = details.segments[one.segment][one.at + 1 : one.at + 2]
    if not one.at or one.gap.strip(". -\u00a0") or (behind and behind[0].kind == "name" and behind[0].gap == " "):
        return None
    return details.segments[one.segment][one.at - 1]


def _is_person(details: Details, one: Detail) -> bool:
    before = _before(details, one)
    behind = [other.value for other in details.segments[one.segment][one.at + 1 : one.at + 3]]
    if before is None:
        return False
    initial = len(before.said) == 1 and before.said.isupper() and one.gap.startswith(".")
    return initial or before.value in _CALLED or behind == ["and", "others"]


def _given(details: Details, one: Detail) -> str:
    """The given name or initial right before a family name."""
    before = _before(details, one)
    return before.value if before is not None and before.kind == "name" and before.value not in _CALLED else ""
