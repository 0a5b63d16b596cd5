"""Given names that stand once before a family name which the text knows with another one: Jorge and Jaime Glas.

Both begin with the same letter, or differ by a slip. Two who share a family name are hardly both in a text that does
not tell what they are to one another: so their mentions are far apart, no word for a relative stands beside either, and
nobody is called by the family name in the plural. What speaks for one person: the same title or office, rare words
beside both, a bare family name or an initial elsewhere, as if there were one bearer, letters that are alike, and that
one of the two is in a note, an entry or a list and the other in the prose.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.details.names import letters as name_letters
from juslint.details.names import persons, sexes
from juslint.details.rarity import stem
from juslint.details.words import COMMON, FORMAL, KIN, OFFICES
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.details.names.persons import Person
    from juslint.details.text import Details
    from juslint.details.tokens import Detail

ENGLISH_ONLY = True
_SHUNNED = name_letters.SHUNNED | COMMON | OFFICES
_MOST = 40  # mentions of a family name that are looked at
_FAR = 4  # segments between two mentions of one person
_NEAR = 1  # segments on either side of a mention in which a word for a relative tells
_LIKE = 70  # likeness from 0 to 100 of two given names
COMPANY = 3.0  # the most that other words beside both count
_ENOUGH, _SHORT = 1.5, 3  # points, and letters of a family name that many bear


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each odd given name with the usual one; of two that stand as often, the later."""
    families: dict[str, list[Person]] = defaultdict(list)
    for person in (*details.people, *persons.listed(details)):
        if may_be_family(details, person.family):
            families[person.family.value].append(person)
    for named in families.values():
        found = _two(details, named[:_MOST]) if len(named) > 1 else None
        if found is not None and points(details, *found, named) >= _least(named):
            yield found[0].given[0], found[1].given[0]


def _least(named: Sequence[Person]) -> float:
    """How much must speak for one person: more where many bear the name, or it may be none of a person."""
    short = len(named[0].family.value) <= _SHORT
    return _ENOUGH + short + 0.5 * (not any(one.known for one in named))


def _two(details: Details, named: Sequence[Person]) -> tuple[Person, Person] | None:
    """The one who is odd and the usual one, where the family name has two given names that may be one."""
    full: dict[tuple[str, ...], list[Person]] = defaultdict(list)
    for one in named:
        if one.given and len(one.given[0].value) > 1:
            full[one.forenames].append(one)
    if len(full) != 2:
        return None
    usual, odd = sorted(full.values(), key=lambda each: (-len(each), each[0].family.start))
    one, other = odd[0], usual[0]
    if len(odd) > 1 or len(one.forenames) != len(other.forenames) or one.forenames[1:] != other.forenames[1:]:
        return None
    initials = {each.given[0].value for each in named if each.given and len(each.given[0].value) == 1}
    if initials - {one.given[0].value[0], other.given[0].value[0]}:
        return None
    return (one, other) if _may_be_one(details, one, usual) else None


def _may_be_one(details: Details, odd: Person, usual: Sequence[Person]) -> bool:
    one, other = odd.given[0], usual[0].given[0]
    if len(details.places[one.key]) > 1 or any(("word", each.value) in details.places for each in (one, other)):
        return False
    if one.value[0] != other.value[0] and not likeness.slip(one.value, other.value):
        return False
    if ("name", f"{odd.family.value}s") in details.places or {one.value, other.value} & _SHUNNED:
        return False
    for each in usual:
        ours, theirs = ({*person.called} - FORMAL for person in (odd, each))
        if (ours and theirs and not ours & theirs) or sexes.are_two(details, odd.family, each.family):
            return False
        if abs(odd.family.segment - each.family.segment) < _FAR or details.are_told_together(one, each.family):
            return False
        belong = [_belongs(details, person) for person in (odd, each)]
        if (odd.is_entry and each.is_entry) or (all(belong) and belong[0] != belong[1]):
            return False
    return not any(has_kin(details, each) for each in (odd, *usual))


def _belongs(details: Details, person: Person) -> str:
    """Where somebody belongs, right behind the name: `(Switzerland)`, `of Bergen`; empty where nothing tells it."""
    behind = details.segments[person.family.segment][person.family.at + 1 :][:2]
    if len(behind) > 1 and behind[0].value == "of" and behind[0].gap == " " and behind[1].kind == "name":
        return behind[1].value
    return behind[0].value if behind and behind[0].gap == " (" and behind[0].kind in {"name", "range"} else ""


def may_be_family(details: Details, name: Detail) -> bool:
    """Whether a name is no word, as far as the text shows, nor an office or the like."""
    return name.value not in _SHUNNED and ("word", name.value) not in details.places


def has_kin(details: Details, person: Person) -> bool:
    """Whether a word for a relative stands near a mention."""
    at = person.family.segment
    near = details.segments[max(0, at - _NEAR) : at + _NEAR + 1]
    return any(one.value in KIN for segment in near for one in segment)


def points(details: Details, odd: Person, usual: Person, named: Sequence[Person]) -> float:
    """How much speaks for one person."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    one, other = odd.given[0].value, usual.given[0].value
    found = 0.0
    if odd.called and odd.called == usual.called:
        found += 1.0 if odd.called[-1] in {"mr", "mrs", "ms"} else 2.0
    found += min(COMPANY, company(details, odd, usual))
    found += 1.0 * any(not each.given for each in named)
    found += 0.5 * any(len(name) == 1 for each in named for name in each.forenames[:1])
    if likeness.slip(one, other):
        found += 2.0
    elif fuzz.ratio(one, other) >= _LIKE:
        found += 1.0
    places = [details.in_note[each.family.segment] or details.is_entry(each.family.segment) for each in (odd, usual)]
    return found + (places[0] != places[1])


def company(details: Details, odd: Person, usual: Person) -> float:
    """The weight of the other words beside both."""
    surroundings = details.surroundings
    own = {stem(each) for person in (odd, usual) for each in (person.family, *person.given)}
    ours, theirs = surroundings.around(odd.family), surroundings.around(usual.family)
    return sum(details.rarity.weight(said) for said in sorted((ours.keys() & theirs.keys()) - own))
