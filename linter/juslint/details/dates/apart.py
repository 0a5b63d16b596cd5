"""What surely tells two dates of a text apart, however much their surroundings share.

Each dates another number, meeting, person or letter; one letter answers the other, or is called another; or their times
(`terms`) or papers (`papers`) do.
"""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from juslint.dates import MONTH_WORDS
from juslint.details.dates import likeness as date_likeness
from juslint.details.dates import papers as date_papers
from juslint.details.dates import terms as date_terms
from juslint.details.rarity import KINDS, is_numeral, stem, tells
from juslint.details.words import COMMON, DATED, KIN, OFFICES, SMALL, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.details.pairs import Pair
    from juslint.details.tokens import Detail

_LONG = 30  # details in which sender and addressee are named
_ADDRESSED = 14  # details before a date in which the addressee is named
_NAMES = 12  # details before a date in which persons are named
_CLOSE = 5  # details before a date in which the meeting or the thing that is dated is named
_AROUND = 12  # details on either side in which another one is spoken of
_HEAD, _FIRST = 5, 12  # details before a letter's own date in its heading, and segments before it
_ANOTHER = frozenset("another second additional".split())  # noqa: SIM905
_WROTE = frozenset("wrote letter written write note sent replied".split())  # noqa: SIM905
_NUMBERS = frozenset({"no", "nr", "number"})
_SHUNNED = SMALL | MONTH_WORDS | COMMON | TITLES

Parties = tuple[set[str], set[str]]


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


def _is_answer(pair: Pair) -> bool:
    """Whether the one goes from where the other goes to."""
    one, other = (_parties(segment, detail.at) for segment, detail in pair.sides)
    if not one or not other:
        return False
    names = [{word for word in side if len(word) > 2} - _SHUNNED - KINDS for side in (*one, *other)]
    return bool(names[0] & (names[3] - names[2]) and names[1] & (names[2] - names[3]))


def _parties(segment: list[Detail], at: int) -> Parties | None:
    """The words of whom what is dated is from and to."""
    words = [one.value for one in segment]
    whole = _at_length(words, at)
    if whole:
        return whole
    named = at > 2 and segment[at - 1].kind == "name"  # Byrne to Mollerup, 2 September 1968
    told = at > 3 and words[at - 1] in {"on", "of", "dated"}  # Byrne wrote to Mollerup on 2 September 1968
    if named or told:
        for end in range(at - 2, max(-1, at - _ADDRESSED), -1):
            if words[end] == "to" and (named or _WROTE & set(words[max(0, end - 4) : end])):
                return set(words[max(0, end - 9) : end]), set(words[end + 1 : at])
    return None


def _go_elsewhere(pair: Pair) -> bool:
    """Whether two letters are told of at length, and go to two: `from the Agent to the Registrar`."""
    sides = [_at_length([one.value for one in segment], detail.at) for segment, detail in pair.sides]
    ours, theirs = (side[1] - SMALL if side else set() for side in sides)
    apart = not ours & theirs or bool(ours - OFFICES and theirs - OFFICES and not (ours & theirs) - OFFICES)
    return bool(ours and theirs) and apart


def _come_from_two(pair: Pair) -> bool:
    """Whether two letters are said to be from two senders whose names or offices have no word in common."""
    ours, theirs = (_sender(segment, one.at) for segment, one in pair.sides)
    return min(len(ours), len(theirs)) > 0 and not ours & theirs and max(len(ours), len(theirs)) > 1


def _sender(segment: list[Detail], at: int) -> set[str]:
    """The words of whom a letter is from, up to a comma: `dated 6 December 2023 from the Secretary-General, under`."""
    if [one.value for one in segment[at - 1 : at] + segment[at + 1 : at + 2]] != ["dated", "from"]:
        return set()
    behind = segment[at + 2 : at + _LONG]
    named = takewhile(lambda one: "," not in one.gap and one.value not in {"to", "addressed", "under", "and"}, behind)
    return {one.value for one in named} - SMALL


def _at_length(words: list[str], at: int) -> Parties | None:
    """The same where both stand behind the date: `from the Agent to the Registrar`."""
    if "from" not in words[at + 1 : at + 4]:
        return None
    start = words.index("from", at)
    behind = words[start : at + _LONG]
    first = words.index("addressed", start) if "addressed" in behind else start
    if "to" not in behind or "to" not in words[first:]:
        return None
    end = words.index("to", first)
    return set(words[start + 1 : end]), set(words[end + 1 : end + 12])


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
    _have_two_numbers,
    _is_own,
    _have_two_makers,
    _are_of_two_persons,
    _is_answer,
    _go_elsewhere,
    _come_from_two,
    _is_another,
)
