"""Names in the same words as other ones: `the Ministerial ... Platform for the Sahel`, with one other word inside.

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
from juslint.details.names import letters as name_letters
from juslint.details.names import sexes
from juslint.details.pairs import Pair
from juslint.details.rarity import tells
from juslint.details.words import COMMON, COUNTED, ENDINGS, SMALL, TITLES
from juslint.words import likeness
from juslint.words.states import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.details.text import Details
    from juslint.details.tokens import Detail

ENGLISH_ONLY = True
_LETTERS, _MOST = 4, 40  # letters of a name, and places of one that are compared
_REACH = 6  # details on either side among which the next words are
_WIDE = 12  # words on either side that are compared
_LEAST, _MANY = 1.6, 3.0  # weight of the words around two names, and around one that is said elsewhere as well
_PERSON = 0.8
_FIRST = 2.0  # weight of the words before two family names
_WORDS = 3  # words around two names, small ones aside
_APART = 2  # segments between two that are told in a row
_OFTEN = 3  # times that a name may stand elsewhere, if it is inside of a person's name
_Key = tuple[str, str]
_WORDS_OF = frozenset({"name", "word"})
_WORD = re.compile(r"[a-z]+(?:[' -][a-z]+)*")
_SIDES = frozenset("central upper lower inner outer northern southern eastern western".split())  # noqa: SIM905
_SHUNNED = STATES | MONTH_WORDS | COUNTED | _SIDES | TITLES | SMALL


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each name that stands once where another one stands everywhere else, with that; of two said once, the later."""
    groups: dict[tuple[str, _Key, _Key], list[Detail]] = defaultdict(list)
    for one in details.of("name"):
        if len(one.value) < _LETTERS:
            continue
        segment, at = details.segments[one.segment], one.at
        behind = _two(segment[at + 1 : at + _REACH])
        before = _two(segment[at - 1 : at - _REACH : -1] if at >= _REACH else segment[:at][::-1])
        words = bool(behind) and behind[0].kind in _WORDS_OF
        if words and before and before[0].kind in _WORDS_OF and before[0].value not in COMMON:
            groups["", before[0].key, behind[0].key].append(one)
        if words and len(behind) > 1 and behind[1].kind in _WORDS_OF:
            groups["behind", behind[0].key, behind[1].key].append(one)
        if len(before) > 1 and before[0].kind == "name" and one.gap in {" ", ". "}:
            groups["before", before[1].key, before[0].key].append(one)
    for (side, *beside), found in groups.items():
        if 1 < len(found) <= _MOST and len({one.value for one in found}) == 2:
            yield from _odd(details, side, beside, found)


def _two(said: Sequence[Detail]) -> list[Detail]:
    """The first two that tell."""
    found: list[Detail] = []
    for one in said:
        if one.value not in SMALL and (len(one.value) > 1 or one.kind == "number"):
            found.append(one)
            if len(found) > 1:
                break
    return found


def _odd(
    details: Details, side: str, beside: Sequence[_Key], found: Sequence[Detail]
) -> Iterator[tuple[Detail, Detail]]:
    last = found[-1].value
    late = [one for one in found if one.value == last]
    early = [one for one in found if one.value != last]
    (odd, *others), usual = (late, early) if len(late) <= len(early) else (early, late)
    if others or not _are_comparable(details, odd, usual[0]) or (side and not _may_be_mistaken(details, odd, usual[0])):
        return
    if min(len(details.places[word]) for word in beside) > len(found):
        return
    if {odd.value, usual[0].value} & {word for _, word in beside}:  # Doe (Doe and Roe), and Doe and Ann Roe
        return
    around = details.segments[odd.segment][max(0, odd.at - _WIDE) : odd.at + _WIDE]
    if any(one.value == usual[0].value for one in around):  # for Legal Affairs, the Legal Counsel
        return
    for rival in usual:
        if _is_one(Pair(details, odd, rival), side):
            yield odd, rival
            return


def _may_be_mistaken(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether both are names of persons, it seems, that begin with one letter."""
    return odd.value[0] == rival.value[0] and not any(("word", one.value) in details.places for one in (odd, rival))


def _are_comparable(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether the two are other words altogether, of English, and neither tells one of a kind from the next."""
    one, other = odd.value, rival.value
    if odd.said.endswith("-") or rival.said.endswith("-"):  # broken by the end of a line
        return False
    if not (_WORD.fullmatch(one) and _WORD.fullmatch(other)) or odd.said.isupper() != rival.said.isupper():
        return False
    parts = {part for word in (one, other) for part in (word, *re.split(r"[ -]", word))}
    if parts & _SHUNNED or any(likeness.COUNTED.fullmatch(part) for part in parts):
        return False
    same = likeness.same_letters(one, other)
    if {one[same:], other[same:]} <= ENDINGS or name_letters.spelt(one) == name_letters.spelt(other):
        return False
    often = len(details.places[odd.key])
    return often == 1 or (often <= _OFTEN and _is_of_person(details, odd))


def _is_of_person(details: Details, one: Detail) -> bool:
    """Whether a name stands behind a title and before another name."""
    segment = details.segments[one.segment]
    titled = one.at > 0 and segment[one.at - 1].value in TITLES
    behind = segment[one.at + 1 : one.at + 2]
    return titled and bool(behind) and behind[0].kind == "name" and behind[0].gap == " "


def _is_one(pair: Pair, side: str) -> bool:
    details, odd, rival = pair.details, pair.odd, pair.rival
    if details.are_told_together(odd, rival) or (abs(odd.segment - rival.segment) <= _APART and not pair.linked):
        return False
    if pair.told_apart or sexes.are_two(details, odd, rival) or (":" in odd.gap) != (":" in rival.gap):
        return False
    if details.is_foreign(odd.segment) or details.is_foreign(rival.segment):
        return False
    before = _same(pair.left[: odd.at][::-1], pair.right[: rival.at][::-1])
    behind = _same(pair.left[odd.at + 1 :], pair.right[rival.at + 1 :])
    if all(one.value in STATES | COMMON for one in (*before, *behind) if tells(one)):
        return False  # the Syrian Network and the Syrian Observatory, each for Human Rights
    weight = sum(details.rarity.of(one) if tells(one) else 0.1 for one in (*before, *behind))
    least = {"": _LEAST, "before": _FIRST, "behind": _MANY}[side]
    if _is_of_person(details, odd) and len(behind) > 1 and all(one.kind == "name" for one in behind[:2]):
        least = _PERSON  # of whom two other names are the same
    elif len(details.places[odd.key]) > 1:
        least = _MANY
    return len(before) + len(behind) >= _WORDS - (side == "before") and weight >= least


def _is_telling(one: Detail) -> bool:
    """Whether it is neither a small word nor an initial nor the letter of an entry in a list."""
    return one.value not in SMALL and (len(one.value) > 1 or one.kind == "number")


def _same(ours: Sequence[Detail], theirs: Sequence[Detail]) -> list[Detail]:
    """The same words in the same order from the first on, small ones aside."""
    left, right = ([one for one in each if _is_telling(one)][:_WIDE] for each in (ours, theirs))
    found: list[Detail] = []
    for one, other in zip(left, right, strict=False):
        if one.value != other.value:
            break
        found.append(one)
    return found
