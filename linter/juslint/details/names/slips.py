"""Whether two names of a text are one person or work, written wrongly once."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from juslint.details.names import families as family_names
from juslint.details.names import forms as name_forms
from juslint.details.names import letters as name_letters
from juslint.details.names import sexes
from juslint.details.pairs import STRONG
from juslint.details.words import COMMON, OFFICES, TITLES
from juslint.words.states import STATES

if TYPE_CHECKING:
    from juslint.details.pairs import Pair
    from juslint.details.tokens import Detail

_FRAME, _FEW = 8, 3  # details around both names that say much, and without which two unlike names are two
_WHOLE, _LONG, _LONGEST = 7, 10, 14  # letters of names that few have so alike
_LISTED = 8  # names of a list
_MOSTLY = 0.8  # part of what a list of names says that is names
_OFFICE = 6  # words that are the same before a name, of an office and a title


def is_slip(pair: Pair) -> bool:
    """A name that is misspelt, or another in its place in a short form of a citation that stands in full elsewhere."""
    one, other = pair.odd.value, pair.rival.value
    if not (name_letters.may_be_name(one) and name_letters.may_be_name(other)):
        return False
    if not name_letters.may_be_slip(one, other):
        if not pair.is_framed(_FEW) or _begins(pair.odd) != _begins(pair.rival):  # then they touch
            return False
    elif not (name_letters.are_alike(one, other) or pair.touches):
        return False
    if not name_forms.are_names(pair) or not _is_one(pair) or _are_of_two_cases(pair):
        return False
    if _are_of_two_families(pair):
        return False
    if _is_roll(pair, _LISTED) and not (pair.strong or pair.linked or pair.odd.said.isupper()):
        return False
    return not sexes.are_two(pair.details, pair.odd, pair.rival)


def _begins(one: Detail) -> bool:
    """Whether a name begins a line or sentence."""
    return any(mark in one.gap for mark in ".\n")


def _are_of_two_families(pair: Pair) -> bool:
    """Whether both are bare family names, `Mr. Andersen`, that two may bear."""
    if not family_names.are_two(pair.odd.value, pair.rival.value):
        return False
    return all(_is_bare(*side) for side in ((pair.left, pair.odd.at), (pair.right, pair.rival.at)))


def _is_bare(segment: list[Detail], at: int) -> bool:
    followed = at + 1 < len(segment) and segment[at + 1].kind == "name" and segment[at + 1].gap == " "
    return at > 0 and segment[at - 1].value in TITLES and not followed


def _are_of_two_cases(pair: Pair) -> bool:
    """Whether each belongs to the name of a case that is known by its number, and not to the same one."""
    one, other = (pair.details.case_at(detail) for detail in (pair.odd, pair.rival))
    return one is not None and other is not None and one != other


def _is_one(pair: Pair) -> bool:
    if not name_forms.is_word(pair) and (_is_misspelt(pair) or _is_misnamed(pair)):
        return True
    if _is_of_office(pair):
        return True
    beside = [*pair.before[-1:], *pair.behind[:1]]
    if (
        any(detail.kind in STRONG for detail in beside)
        and len(pair.telling) >= 3
        and len(pair.before) + len(pair.behind) > 4
    ):
        return True
    framed = len(pair.before) + len(pair.behind) >= _FEW
    return framed and name_forms.are_cited(pair) and _is_short(pair) and len(pair.telling) >= 3


def _is_of_office(pair: Pair) -> bool:
    """Whether a given name stands where another does more than once; office, title and two more names are the same."""
    title = pair.left[pair.odd.at - 1 : pair.odd.at]
    if not title or title[0].value not in TITLES or len(pair.details.places[pair.rival.key]) < 2:
        return False
    names = [one for one in pair.behind[:2] if one.kind == "name" and one.gap == " "]
    office = [one for one in pair.before[:-1] if one.kind == "name" and one.value not in STATES and pair.tells(one)]
    return len(names) == 2 and len(pair.before) >= _OFFICE and bool(office)


def _is_misspelt(pair: Pair) -> bool:
    """Whether one letter is another, missing or misplaced, and the same person or work is spoken of."""
    one, other = pair.odd.value, pair.rival.value
    if not name_letters.are_misspelt(one, other):
        return False
    if pair.odd.said.isupper():  # in a heading, whose small words look like names
        return bool(pair.names)
    own = _own(pair)
    names = [name for name in pair.names if name not in own]
    telling = any(one.value not in own for one in pair.telling)
    if pair.strong or pair.linked or (names and telling) or _is_person(pair):
        return True
    ahead = pair.before[-1] if pair.before else None
    if ahead is not None and ahead.kind == "name" and ahead.value in (COMMON | STATES) - TITLES:
        return True  # Security Counci
    letters = min(len(one), len(other))
    if own and letters >= _LONGEST:
        return True
    known = own and (names or letters >= _LONG or _is_established(pair, own))
    if not _is_roll(pair) and (len(names) > 1 or known):
        return True
    return len(one) == len(other) >= 6 and (one[0], one[-1]) == (other[0], other[-1]) and other in pair.details.persons


def _own(pair: Pair) -> frozenset[str]:
    """The other names of the person, who may have a namesake, or a brother, of nearly the same name."""
    ahead = itertools.takewhile(lambda one: one.kind == "name", reversed(pair.before))
    behind = itertools.takewhile(lambda one: one.kind == "name" and one.gap in {" ", ". "}, pair.behind)
    return frozenset(one.value for one in (*ahead, *behind)) - TITLES


def _is_established(pair: Pair, own: frozenset[str]) -> bool:
    """Whether the other name is that of an author or a party, of the same given name, and the odd one nobody's."""
    persons = pair.details.persons
    return bool(own & persons) and pair.rival.value in persons and pair.odd.value not in persons


def _is_roll(pair: Pair, least: int = 0) -> bool:
    """Whether either stands in a list of names, of at least so many: of members, voters, victims."""
    return any(
        sum(one.kind == "name" for one in segment) >= max(least, _MOSTLY * len(segment))
        for segment in (pair.left, pair.right)
    )


def _is_misnamed(pair: Pair) -> bool:
    """Whether a name is much like the other, and stands beside the same names."""
    one, other = pair.odd.value, pair.rival.value
    likeness = name_letters.likeness(one, other)
    if not likeness:
        return False
    if _is_framed(pair):
        return True
    if likeness >= name_letters.SAME and min(len(one), len(other)) >= _WHOLE and pair.strong and pair.weight >= 1:
        return True
    if likeness >= name_letters.SAME and _is_person(pair):
        return True
    if not any(pair.tells(detail) for detail in (*pair.before[-2:], *pair.behind[:2])):
        return False
    many = len(pair.names) >= 3
    return likeness >= name_letters.NEAR - (10 if many else 0) and (bool(pair.strong) or many or _is_short(pair))


def _is_framed(pair: Pair) -> bool:
    """Whether much the same stands around both; or the same person's given name, beside what is rare, or in a note."""
    frame = [*pair.before, *pair.behind]
    kinds = (*STRONG, "year") if len(frame) >= _FRAME + 2 else STRONG
    if len(frame) >= _FRAME and pair.before and pair.behind and any(one.kind in kinds for one in frame):
        return True
    if len(pair.before) >= _FRAME and len(pair.behind) >= 2 and len(pair.telling) >= 3:
        return True
    if pair.linked and pair.before[-1:] and pair.before[-1].kind == "name" and pair.tells(pair.before[-1]):
        return True
    titled = len(pair.before) >= 3 and pair.before[-1].value in TITLES
    return titled and pair.before[-2].value in OFFICES


def _is_person(pair: Pair) -> bool:
    """Whether `Mr.` or the like stands before the odd name, and the other is borne by one whose name is known."""
    titled = pair.odd.at > 0 and pair.left[pair.odd.at - 1].value in TITLES
    places = pair.details.places[pair.rival.key]
    family = _following_name(pair.left, pair.odd.at)
    if family and all(_following_name(pair.details.segments[one.segment], one.at) != family for one in places):
        return False  # Mr. Boda Gari, Mr. Bada Fufa
    before = [pair.details.segments[one.segment][one.at - 1] for one in places if one.at and one.gap.strip(".") == " "]
    return titled and any(one.kind == "name" for one in before)


def _following_name(segment: list[Detail], at: int) -> str:
    """The name right behind one, which is then a given name; empty where there is none."""
    behind = segment[at + 1 : at + 2]
    return behind[0].value if behind and behind[0].kind == "name" and behind[0].gap == " " else ""


def _is_short(pair: Pair) -> bool:
    """Whether the odd one stands in a short form, with no year or address, and the other in a full citation."""
    return not _is_full(pair.left, pair.odd.at) and _is_full(pair.right, pair.rival.at)


def _is_full(segment: list[Detail], at: int) -> bool:
    return any(detail.kind in {"year", "date", "month", "url"} for detail in segment[max(0, at - 12) : at + 13])
