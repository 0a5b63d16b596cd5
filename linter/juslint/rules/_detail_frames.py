"""Names that stand in the same words as other ones: `the Ministerial ... Platform for the Sahel`, one other word inside.

The words on both sides are the same, small ones aside, and those right beside the name stand hardly anywhere but in
this place: so one thing is named, not two of a kind (`the Office of the High Commissioner`, `the Office of the
President`), for those have words that the text uses elsewhere. What is counted, States, forms of one word, and what
stands side by side are left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.dates import MONTH_WORDS
from juslint.rules import _detail_names, _likeness
from juslint.rules._detail_pairs import Pair
from juslint.rules._detail_words import COUNTED, ENDINGS, SMALL, TITLES
from juslint.rules._rarity import tells
from juslint.rules._states import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.rules._details import Detail, Details

_LETTERS, _MOST = 4, 40  # letters of a name, and places of one that are compared
_WIDE = 12  # words on either side that are compared
_LEAST, _MANY = 1.6, 3.0  # weight of the words around two names, and around one that is said elsewhere as well
_WORDS = 3  # words around two names, small ones aside
_APART = 2  # segments between two that are told in a row
_OFTEN = 3  # times that a name may stand elsewhere, if it is inside of a person's name
_WORD = re.compile(r"[a-z]+(?:[' -][a-z]+)*")
_SIDES = frozenset("central upper lower inner outer northern southern eastern western".split())  # noqa: SIM905
_SHUNNED = STATES | MONTH_WORDS | COUNTED | _SIDES | TITLES | SMALL


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each name that stands once where another one stands everywhere else, with that; of two said once, the later."""
    groups: dict[tuple[str, str], list[Detail]] = defaultdict(list)
    for segment in details.segments:
        telling = [one for one in segment if one.value not in SMALL]
        for before, one, behind in zip(telling, telling[1:], telling[2:], strict=False):
            beside = {before.kind, behind.kind} <= {"name", "word"} and len(before.value) > 1  # no (a) of a list
            if one.kind == "name" and len(one.value) >= _LETTERS and beside:
                groups[before.value, behind.value].append(one)
    for beside, found in groups.items():
        if len({one.value for one in found}) == 2 and len(found) <= _MOST:
            yield from _odd(details, beside, found)


def _odd(details: Details, beside: tuple[str, str], found: Sequence[Detail]) -> Iterator[tuple[Detail, Detail]]:
    last = found[-1].value
    late = [one for one in found if one.value == last]
    early = [one for one in found if one.value != last]
    (odd, *others), usual = (late, early) if len(late) <= len(early) else (early, late)
    if others or not _are_comparable(details, odd, usual[0]):
        return
    own = min(sum(len(details.places.get((kind, word), ())) for kind in ("name", "word")) for word in beside)
    if own > len(found):
        return
    for rival in usual:
        if _is_one(Pair(details, odd, rival)):
            yield odd, rival
            return


def _are_comparable(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether the two are other words altogether, of English, and neither tells one of a kind from the next."""
    one, other = odd.value, rival.value
    if not (_WORD.fullmatch(one) and _WORD.fullmatch(other)) or odd.said.isupper() != rival.said.isupper():
        return False
    parts = {part for word in (one, other) for part in (word, *re.split(r"[ -]", word))}
    if parts & _SHUNNED or any(_likeness.COUNTED.fullmatch(part) for part in parts):
        return False
    same = _likeness.same_letters(one, other)
    if {one[same:], other[same:]} <= ENDINGS or _detail_names.spelt(one) == _detail_names.spelt(other):
        return False
    often = len(details.places[odd.key])
    return often == 1 or (often <= _OFTEN and _is_of_person(details, odd))


def _is_of_person(details: Details, one: Detail) -> bool:
    """Whether a name stands behind a title and before another name."""
    segment = details.segments[one.segment]
    titled = one.at > 0 and segment[one.at - 1].value in TITLES
    behind = segment[one.at + 1 : one.at + 2]
    return titled and bool(behind) and behind[0].kind == "name" and behind[0].gap == " "


def _is_one(pair: Pair) -> bool:
    details, odd, rival = pair.details, pair.odd, pair.rival
    if details.are_told_together(odd, rival) or details.is_foreign(odd.segment) or details.is_foreign(rival.segment):
        return False
    if abs(odd.segment - rival.segment) <= _APART and not pair.linked:
        return False
    before = _same(pair.left[: odd.at][::-1], pair.right[: rival.at][::-1])
    behind = _same(pair.left[odd.at + 1 :], pair.right[rival.at + 1 :])
    weight = sum(details.rarity.of(one) if tells(one) else 0.1 for one in (*before, *behind))
    least = _LEAST if len(details.places[odd.key]) == 1 else _MANY
    if len(before) + len(behind) < _WORDS or weight < least or pair.told_apart:
        return False
    return not _detail_names.are_of_two_sexes(details, odd, rival)


def _same(ours: Sequence[Detail], theirs: Sequence[Detail]) -> list[Detail]:
    """The same words in the same order from the first on, small ones aside; an initial stands for its name."""
    left, right = ([one for one in each if one.value not in SMALL][:_WIDE] for each in (ours, theirs))
    found: list[Detail] = []
    for one, other in zip(left, right, strict=False):
        short, long = sorted((one.value, other.value), key=len)
        if short != long and not (len(short) == 1 and one.kind == other.kind == "name" and long.startswith(short)):
            break
        found.append(one)
    return found
