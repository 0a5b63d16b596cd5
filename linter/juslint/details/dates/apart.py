"""What surely tells two dates of a text apart, however much their surroundings share.

Each dates another number, meeting or person; one is that of the very letter, or is called another; or their times
(`terms`), papers (`papers`) or writers (`letters`) do.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from juslint.dates import MONTH_WORDS
from juslint.details.dates import acts as date_acts
from juslint.details.dates import letters as date_letters
from juslint.details.dates import likeness as date_likeness
from juslint.details.dates import papers as date_papers
from juslint.details.dates import terms as date_terms
from juslint.details.rarity import is_numeral, stem, tells
from juslint.details.words import COMMON, DATED, KIN, LOCATORS, SMALL, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.details.pairs import Pair
    from juslint.details.tokens import Detail

_NAMES = 12  # details before a date in which persons are named
_CLOSE = 5  # details before a date in which the meeting or the thing that is dated is named
_AROUND = 12  # details on either side in which another one is spoken of
_HEAD, _FIRST = 5, 12  # details before a letter's own date in its heading, and segments before it
_ANOTHER = frozenset("another second additional".split())  # noqa: SIM905
_NUMBERS = frozenset({"no", "nr", "number"})
_SHUNNED = SMALL | MONTH_WORDS | COMMON | TITLES


def are_two(pair: Pair) -> bool:
    """Whether the two are surely days of two things."""
    return any(tell(pair) for tell in TELLING)


def _have_two_numbers(pair: Pair) -> bool:
    """Whether the dates are those of two numbers: `resolution 46/182 of`, `3172 (XXVIII) of`, `5th meeting, on`."""
    for named in (_number, _ordinal):
        one, other = (named(segment, detail.at) for segment, detail in pair.sides)
        if one is not None and other is not None and one != other:
            return True
    first, second = (date_likeness.sitting(pair.details, detail) for detail in (pair.odd, pair.rival))
    return first is not None and second is not None and first != second


def have_same_number(pair: Pair) -> bool:
    """Whether the dates are those of one number: `Ordinance No. 24 of`, `Ordinance No. 24, 5 May`."""
    one, other = (_number(segment, detail.at) or _listed_number(segment, detail) for segment, detail in pair.sides)
    return one is not None and one == other


def is_one_numbered(pair: Pair) -> bool:
    """Whether a number is dated on one side alone, `resolution 46/182 of`, and is not told on the other."""
    (ours, one), (theirs, other) = pair.sides
    first, second = _number(ours, one.at), _number(theirs, other.at)
    if (first is None) == (second is None):
        return False
    told = {detail.value for detail in (theirs if first else ours)}
    return told.isdisjoint((first or second or "").split())


def _listed_number(segment: list[Detail], one: Detail) -> str | None:
    """The number that a comma parts from the day: `Order No. 518, 10 August 2021`."""
    numbered = one.at > 2 and one.gap == ", " and segment[one.at - 2].value in _NUMBERS
    return segment[one.at - 1].value if numbered and is_numeral(segment[one.at - 1]) else None


def _number(segment: list[Detail], at: int) -> str | None:
    if at < 2 or segment[at - 1].value not in {"of", "dated"}:
        return None
    end = at - 2 if at > 2 and len(segment[at - 2].said) == 1 and segment[at - 2].kind == "name" else at - 1  # 49/22 B
    if not is_numeral(segment[end - 1]):
        return None
    own = [one.value for one in segment[max(0, end - 2) : end] if is_numeral(one)]  # of 3281 (XXIX) both
    own += [one.value for one in segment[end : at - 1]]
    return " ".join(own)


def _ordinal(segment: list[Detail], at: int) -> str | None:
    near = (one.value for one in reversed(segment[max(0, at - _CLOSE) : at]) if one.kind == "ordinal")
    return next(near, None)


def _have_two_titles_with_numbers(pair: Pair) -> bool:
    """Whether each is the day of a paper of another number: `Telegram 2910, November 27`, `Telegram 17, ...`."""
    one, other = (_titled_number(segment, detail) for segment, detail in pair.sides)
    return one is not None and other is not None and one[0] == other[0] and one[1] != other[1]


def _titled_number(segment: list[Detail], one: Detail) -> tuple[str, str] | None:
    """The kind and number of the paper that a comma parts from its day."""
    if not one.gap.startswith(","):
        return None
    for at in range(one.at - 1, max(0, one.at - _CLOSE - 1), -1):
        number, called = segment[at], segment[at - 1]
        if is_numeral(number):
            kind = segment[at - 2] if called.value in _NUMBERS and at > 1 else called
            named = kind.value in DATED and kind.value not in LOCATORS
            return (kind.value, number.value) if named else None
        if number.kind == "date" or number.gap.startswith((",", ".", ";")):
            return None
    return None


def _are_of_two_persons(pair: Pair) -> bool:
    """Whether one family name stands before both dates, with another given name each, not an office: `Mayor Soares`."""
    said = pair.details.places
    ours, theirs = (
        [{name for name in run if ("word", name) not in said} for run in _names(segment, one.at)]
        for segment, one in pair.sides
    )
    common = [(len(one & other), one, other) for one in ours for other in theirs]
    return not any(number > 1 for number, *_ in common) and any(
        number == 1 and one - other and other - one for number, one, other in common
    )


def _names(segment: list[Detail], at: int) -> Iterator[set[str]]:
    """The names of more than one word before a place; an entry may begin with `Falck, Anders`.

    What `Mrs. Falck` says of her brother is not hers.
    """
    run: list[Detail] = []
    kin = max(
        (one.at for one in segment[max(0, at - _NAMES) : at] if one.kind == "word" and one.value in KIN), default=0
    )
    for one in (*segment[max(0, at - _NAMES, kin) : at], None):
        named = one is not None and one.kind == "name" and one.value not in _SHUNNED and len(one.value) > 1
        if one and named and run and (one.gap == " " or (one.gap == ", " and len(run) < 3 and run[0].at < 2)):
            run.append(one)
            continue
        if len(run) > 1:
            yield {each.value for each in run}
        run = [one] if one and named else []


def _have_two_makers(pair: Pair) -> bool:
    """Whether what is dated is called by two names: `the Moroccan proposal`, `the Polisario Front proposal`."""
    ours, theirs = (dict(_named(segment, one.at)) for segment, one in pair.sides)
    return any(ours[noun] != theirs[noun] for noun in ours.keys() & theirs.keys())


def _named(segment: list[Detail], at: int) -> Iterator[tuple[str, str]]:
    for name, noun in pairwise(segment[max(0, at - _CLOSE - 1) : at]):
        thing = noun.kind == "word" and noun.gap == " " and not noun.value.endswith("ed")
        called = thing and name.kind == "name" and name.value not in _SHUNNED
        if called and tells(name) and tells(noun):
            yield stem(noun), name.value


def _is_own(pair: Pair) -> bool:
    """Whether one is the day of the very letter, in which `your letter` of the other is answered."""
    for (segment, one), (there, other) in (pair.sides, pair.sides[::-1]):
        before = {detail.value for detail in segment[max(0, one.at - 3) : one.at]}
        head = one.at < _HEAD and one.segment < _FIRST and not before.isdisjoint(DATED)
        if head and any(detail.value == "your" for detail in there[max(0, other.at - 4) : other.at]):
            return True
    return False


def _is_another(pair: Pair) -> bool:
    """Whether beside just one is spoken of another of what stands beside both: `another motion`; not of one symbol."""
    if any(one.kind == "code" and "/" in one.value for one in pair.left if one.value in pair.strong):
        return False
    (ours, mine), (theirs, other) = (_told_of(segment, one.at) for segment, one in pair.sides)
    return bool(mine & theirs) != bool(other & ours)


def _told_of(segment: list[Detail], at: int) -> tuple[set[str], set[str]]:
    """What is told of around a date, and of this what is called another; behind it only where no other date is."""
    low = next((one.at + 1 for one in reversed(segment[max(0, at - _AROUND) : at]) if one.kind == "date"), 0)
    last = not any(one.kind == "date" for one in segment[at + 1 : at + 2 * _AROUND])
    around = segment[max(low, at - _AROUND) : at + _AROUND if last else at]
    told = {stem(one) for one in around if tells(one)}
    calls = (number for number, one in enumerate(around) if one.value in _ANOTHER)
    return told, {stem(one) for number in calls for one in around[number + 1 : number + 4] if tells(one)}


TELLING = (
    *date_terms.TELLING,
    *date_papers.TELLING,
    *date_acts.TELLING,
    _have_two_numbers,
    _is_own,
    _have_two_makers,
    _have_two_titles_with_numbers,
    _are_of_two_persons,
    *date_letters.TELLING,
    _is_another,
)
