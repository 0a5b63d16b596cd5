"""How a text calls what two dates are of: by a noun of its own, as known, at length, or as what came of another.

`The complaint of 5 May` was told of before; `letter dated 5 May from the Agent to the Registrar` is told of for the
first time; what was corrected, or done also, on a day is another thing than what bears a day like it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.details.dates import acts as date_acts
from juslint.details.dates import papers as date_papers
from juslint.details.dates import terms as date_terms
from juslint.details.rarity import KINDS, stem, tells
from juslint.details.words import ANNEXES, DATED, KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.details.pairs import Pair
    from juslint.details.tokens import Detail

_SAID_KINDS = frozenset({f"={kind}" for kind in KINDS})
_FAR = 14  # details on either side in which something known is named
_NEAR = 4  # details on either side in which another thing is told of
_TOLD = 8  # details before a date in which the kind of paper or event is named
_KIND = 6  # details before a date in which it is called what is dated
_PAPERS = DATED - {"note", "law", "act", "post", "record", "log", "release"}  # which are said of other things, too
_OWNED = frozenset("his her its their".split())  # noqa: SIM905
_ALSO = frozenset("also another again further".split())  # noqa: SIM905
_BEFORE = 6  # details before a date in which it is told what was done
_NEW = frozenset("from to by addressed between".split())  # noqa: SIM905 - behind the date of what is told at length


def signs(pair: Pair) -> Iterator[tuple[str, float]]:
    """What the words for what is dated say of the two being one."""
    left, odd = pair.left, pair.odd
    noun, told_first = _noun(pair), _is_at_length((left, odd))
    definite = noun is not None and not told_first and _is_definite(pair, noun.at)
    twice = len({place.segment for place in pair.details.places[pair.rival.key]}) > 1
    yield "noun", noun is not None
    yield "definite noun", definite
    yield "definite noun of what is told twice", definite and twice
    known = pair.details.surroundings.days(stem(noun)) - {odd.value, pair.rival.value} if noun is not None else set()
    third = len(known) if noun is not None and noun.value not in DATED and stem(noun) not in _SAID_KINDS else 0
    yield "noun of third days", third / (third + 1)
    yield "called known", _is_known(pair)
    yield "two kinds", _are_of_two_kinds(pair)
    yield "both at length", told_first and _is_at_length((pair.right, pair.rival))
    yield "done later", _says(pair, date_papers.LATER, _BEFORE)
    yield "another", _says(pair, _ALSO, _NEAR, _NEAR)
    yield "after something", _is_after(pair)


def _noun(pair: Pair) -> Detail | None:
    """The word that is dated, `complaint of`, where the other date has it beside it."""
    at = pair.odd.at
    if at < 2 or pair.left[at - 1].value not in {"of", "dated", "on"}:
        return None
    one = pair.left[at - 2]
    named = one.kind == "word" or one.value in DATED or one.value in KINDS
    if named and not tells(one) and one.value in DATED:  # a short one, `law`, must be right before the other, too
        there, other = pair.rival.at, pair.right
        return one if there > 1 and [each.value for each in other[there - 2 : there]] == [one.value, "of"] else None
    far = pair.details.surroundings.around(pair.rival).get(stem(one)) if named and tells(one) else None
    if far is None:
        return None
    start, end = date_papers.title_of(pair.details, pair.rival) or (0, 0)
    return None if start <= pair.right[pair.rival.at + far].start < end else one  # a title is not what it is of


def _is_definite(pair: Pair, noun: int) -> bool:
    """Whether a noun is that which was told of before: `the complaint of`, `the keeper's report of`.

    `His credentials` of one are not those of another.
    """
    segment, at = pair.left, pair.odd.at
    if any(re.match(r"['\u2019]s?\s", one.gap) for one in segment[max(0, at - 4) : at]):
        return True
    before = {one.value for one in segment[max(0, noun - 4) : noun]}
    if before & _OWNED and date_acts.have_two_actors(pair):
        return False
    return "the" in before or not before.isdisjoint(KNOWN)


def _is_at_length(told: tuple[list[Detail], Detail]) -> bool:
    """Whether behind a date stands who wrote it to whom, as where something is told for the first time."""
    segment, one = told
    return any(detail.value in _NEW for detail in segment[one.at + 1 : one.at + 2])


def _is_known(pair: Pair) -> bool:
    """Whether the odd date is that of something known, which stands beside the other: `his letter of 5 May 1998`."""
    before = pair.left[max(0, pair.odd.at - 4) : pair.odd.at]
    said = {detail.value for detail in before}
    around = {detail.value for detail in pair.right[max(0, pair.rival.at - _FAR) : pair.rival.at + _FAR + 1]}
    owned = any(re.match(r"['\u2019]s?\s", detail.gap) for detail in before)
    listed = pair.left[0].value in ANNEXES
    return bool(DATED & said & around) and (listed or owned or bool(KNOWN & said) or bool(said & set(pair.names)))


def _are_of_two_kinds(pair: Pair) -> bool:
    """Whether two kinds of papers are dated: `letter of`, `report of`."""
    ours, theirs = (
        {each.value for each in segment[max(0, one.at - _KIND) : one.at]} & _PAPERS for segment, one in pair.sides
    )
    return bool(ours and theirs) and not ours & theirs


def _says(pair: Pair, words: frozenset[str], before: int, behind: int = 0) -> bool:
    """Whether beside just one of the two stands one of some words."""
    said = [
        any(each.value in words for each in segment[max(0, one.at - before) : one.at + behind + 1])
        for segment, one in pair.sides
    ]
    return said[0] != said[1]


def _is_after(pair: Pair) -> bool:
    """Whether just one comes after something or before it, and is not its day: `Before the Accords, on 4 December`."""
    said = [
        any(each.value in date_terms.AFTER for each in segment[max(0, one.at - _TOLD) : one.at])
        and segment[one.at - 1].value not in {"of", "dated"}
        for segment, one in pair.sides
    ]
    return said[0] != said[1]
