"""Family names that stand with a title alone, of nobody whom the text introduces, and like one that it introduces.

`Mr. Nylander`, where the text presents a Mr. Dag Nyland and never names him again. One of the two names stands once,
neither is like a third one, and no post presents the bare one (`the harbour master, Mr. Nylander`). What speaks for
one person: the same title or office, rare words or the same year beside both, and that a letter differs.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from juslint.details.comparers import first_names
from juslint.details.names import persons, sexes
from juslint.details.tokens import TIMES
from juslint.details.words import FORMAL
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.details.names.persons import Person
    from juslint.details.text import Details
    from juslint.details.tokens import Detail

ENGLISH_ONLY = True
_LETTERS, _SAME = 4, 4  # of a family name, and with which two begin
_LIKE, _ALIKE = 60, 75  # likeness from 0 to 100 of two that begin alike, and of two holders of one office
_NEAR = 12  # details on either side of a name among which a year is of what its bearer wrote
_MOST = 8  # mentions of a name that are compared
_NAMES = 300  # family names that are compared
_ENOUGH = 2.0  # points


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """The name that stands once, with the other one; of two that stand once, the later."""
    full: dict[str, list[Person]] = defaultdict(list)
    bare: dict[str, list[Person]] = defaultdict(list)
    for one in (*details.people, *persons.listed(details)):
        if len(one.family.value) >= _LETTERS and first_names.may_be_family(details, one.family):
            (full if one.given else bare)[one.family.value].append(one)
    alone = {value: same for value, same in bare.items() if value not in full and not any(map(_is_presented, same))}
    heads: dict[str, list[str]] = defaultdict(list)
    for value in itertools.islice(full, _NAMES):
        heads[value[0]].append(value)
    found = [
        (each, other)
        for value, same in itertools.islice(alone.items(), _NAMES)
        for other in heads[value[0]]
        for each in same[:1]
        if _are_alike(each, full[other][0])
    ]
    often = Counter(name for each, other in found for name in (each.family.value, other))
    for each, other in found:
        odd, usual = sorted(
            (alone[each.family.value], full[other]),
            key=lambda same: (len(details.places[same[0].family.key]), -same[0].family.start),
        )
        lone = often[other] == often[each.family.value] == 1 and len(details.places[odd[0].family.key]) == 1
        if (
            lone
            and any(one.known for one in full[other])
            and any(_are_one(details, odd[0], one) for one in usual[:_MOST])
        ):
            yield odd[0].family, usual[0].family


def _is_presented(person: Person) -> bool:
    """Whether a comma stands before the title, as behind a post."""
    return not (person.title or person.first) or person.led.startswith(",")


def _are_alike(bare: Person, full: Person) -> bool:
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    one, other = bare.family.value, full.family.value
    if f"{one}s" == other or f"{other}s" == one:
        return False
    office = bool(set(bare.called) - FORMAL) and bare.called == full.called
    if likeness.slip(one, other) or (office and fuzz.ratio(one, other) >= _ALIKE):
        return True
    return likeness.same_letters(one, other) >= _SAME and bool(fuzz.ratio(one, other) >= _LIKE)


def _are_one(details: Details, odd: Person, usual: Person) -> bool:
    ours, theirs = ({*each.called} - FORMAL for each in (odd, usual))
    if (ours and theirs and not ours & theirs) or sexes.are_two(details, odd.family, usual.family):
        return False
    if any(first_names.has_kin(details, each) for each in (odd, usual)):
        return False
    found = min(first_names.COMPANY, first_names.company(details, odd, usual))
    if odd.called and odd.called == usual.called:
        found += 1.0 if odd.called[-1] in FORMAL else 1.5
    found += 2.0 * bool(_years(details, odd) & _years(details, usual))
    return found + 2.0 * likeness.slip(odd.family.value, usual.family.value) >= _ENOUGH


def _years(details: Details, person: Person) -> set[str]:
    """The years beside the name of one who is cited."""
    near = details.segments[person.family.segment][max(0, person.family.at - _NEAR) : person.family.at + _NEAR]
    return {one.value[:4] for one in near if one.kind in TIMES} if person.first else set()
