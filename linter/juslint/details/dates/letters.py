"""What tells two letters apart that their days alone name: who wrote them to whom.

One answers the other, they go to two, or come from two: `Engert to Murray, 6 November`, `Wynne to Moore, 12 November`.
Where letters lie, `Record Group 59, Box 3`, is no ground for two being one: many lie there.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from juslint.dates import MONTH_WORDS
from juslint.details.rarity import KINDS
from juslint.details.words import COMMON, OFFICES, SMALL, TITLES

if TYPE_CHECKING:
    from juslint.details.pairs import Pair
    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_LONG = 30  # details in which sender and addressee are named
_ADDRESSED = 14  # details before a date in which the addressee is named
_NAMED = 8  # details that name one of both in an entry of a list
_WROTE = frozenset("wrote letter written write note sent replied".split())  # noqa: SIM905
_SHUNNED = SMALL | MONTH_WORDS | COMMON | TITLES

Parties = tuple[set[str], set[str]]


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


def _are_entries_from_two(pair: Pair) -> bool:
    """Whether two letters are cited as such, by two writers without a word in common."""
    return _are_two(*(_writer(segment, one) for segment, one in pair.sides))


def lie_elsewhere(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether two numbers are of places where letters of two writers lie: `A to C, 17 September 1874, ..., Roll 38`."""
    writers: list[set[str]] = []
    for one in (odd, rival):
        segment = details.segments[one.segment]
        day = next((each for each in reversed(segment[max(0, one.at - _LONG) : one.at]) if each.kind == "date"), None)
        writers.append(_writer(segment, day) if day is not None else set())
    return _are_two(*writers)


def _are_two(ours: set[str], theirs: set[str]) -> bool:
    return bool(ours and theirs) and not ours & theirs


def _writer(segment: list[Detail], one: Detail) -> set[str]:
    """The names of whom a cited letter is from: `Cornelius Engert to Wallace Murray, November 6, 1936`."""
    if not one.gap.startswith(","):
        return set()
    low = max(0, one.at - _NAMED)
    to = next((each.at for each in reversed(segment[low : one.at]) if each.value == "to"), 0)
    if not to or any(each.kind != "name" and each.value not in SMALL for each in segment[to + 1 : one.at]):
        return set()
    named: set[str] = set()
    for each in reversed(segment[max(0, to - _NAMED) : to]):
        if each.kind != "name" and each.value not in SMALL:
            break
        if each.kind == "name" and each.value not in SMALL and len(each.value) > 1:
            named.add(each.value)
        if each.gap.startswith((",", ".", ";", ":")) and not each.gap.startswith(". "):
            break
    return named


TELLING = (_is_answer, _go_elsewhere, _come_from_two, _are_entries_from_two)
