"""Whether two words with capitals are names, or words of titles, and no forms of one word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.details.names import letters as name_letters
from juslint.details.words import COMMON, ENDINGS, TITLES
from juslint.words import likeness

if TYPE_CHECKING:
    from juslint.details.pairs import Pair
    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_WHOLE = 7  # letters of a name in capitals


def are_names(pair: Pair) -> bool:
    """Whether both are names, or words of titles, and no forms of one word."""
    one, other = pair.odd, pair.rival
    for detail in (one, other):
        if (detail.said.isupper() and not _is_in_heading(pair)) or pair.details.is_foreign(detail.segment):
            return False
    if one.said.isascii() != other.said.isascii():  # Brésil, Brasil
        beside = bool(pair.before) and pair.before[-1].kind == "name" and one.gap == other.gap == " "
        if not (beside and name_letters.are_far(one.value, other.value)):
            return False
    if any(_opens_cell(pair.details, detail) for detail in (one, other)):
        return False
    titled = _are_titled(pair)
    if name_letters.spelt(one.value) == name_letters.spelt(other.value) and not (titled or _is_family(pair)):
        return False
    if titled:
        return True
    same = likeness.same_letters(one.value, other.value)
    rest = {one.value[same:], other.value[same:]}
    if not rest <= ENDINGS:
        return True
    if are_cited(pair) and len(pair.behind) >= 2 and len(pair.telling) >= 2:
        return True
    return other.value in pair.details.persons and not rest & {"s", "es"}


def _is_in_heading(pair: Pair) -> bool:
    """Whether a long name in capitals is misspelt behind the same words as one that is not in capitals."""
    one, other = pair.odd, pair.rival
    if other.said.isupper() or min(len(one.value), len(other.value)) < _WHOLE or len(pair.before) < 2:
        return False
    return likeness.slip(one.value, other.value)


def _opens_cell(details: Details, one: Detail) -> bool:
    """Whether a word has its capital because it begins a cell of a table, in which words follow: `| Read in full |`."""
    behind = details.segments[one.segment][one.at + 1 : one.at + 2]
    return "|" in one.gap and bool(behind) and behind[0].kind == "word" and behind[0].gap == " "


def _are_titled(pair: Pair) -> bool:
    """Whether right before both stands `Judge`, or `Ambassador Girma`: names of persons have no forms."""
    sides = ((pair.left, pair.odd), (pair.right, pair.rival))
    before = [segment[max(0, one.at - 2) : one.at] for segment, one in sides]
    if not all(before) or before[0][-1].value != before[1][-1].value or pair.odd.gap.strip(".") != " ":
        return False
    if before[0][-1].value in TITLES:
        return True
    return before[0][-1].kind == "name" and any(each[0].value in TITLES for each in before)


def _is_family(pair: Pair) -> bool:
    """Whether both stand behind the same given name, of a person with a title or one who is cited."""
    given = pair.before[-1] if pair.before and pair.odd.gap == " " else None
    if given is None or given.kind != "name" or given.value in name_letters.SHUNNED | TITLES | COMMON or is_word(pair):
        return False
    titled = any(one.value in TITLES for one in pair.before[-3:-1])
    return titled or {given.value, pair.rival.value} <= pair.details.persons


def are_cited(pair: Pair) -> bool:
    """Whether both stand in notes."""
    return pair.details.in_note[pair.odd.segment] and pair.details.in_note[pair.rival.segment]


def is_word(pair: Pair) -> bool:
    """Whether one of the two is a word as well."""
    return any(("word", one.value) in pair.details.places for one in (pair.odd, pair.rival))
