"""How much speaks for two dates of a text being one, in points.

The surroundings of both may share words, each of which counts by its rarity and nearness, a noun that is dated, the
first day of the same days, a note; lists have what the text tells of. What is told in a row, or in a text of many days,
is rather two things. The points are the rounded weights of a logistic regression over 418 dates that were changed, and
over all like dates of 646 texts without changes, as tools/weigh_signs.py learns them; from zero on, two dates are taken
for one.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from juslint.rules import _date_apart, _date_likeness, _date_places, _likeness
from juslint.rules._detail_words import ANNEXES, DATED, KNOWN
from juslint.rules._rarity import KINDS, stem, tells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.rules._detail_pairs import Pair
    from juslint.rules._detail_tokens import Detail
    from juslint.rules._details import Details

_FAR = 14  # details on either side in which something known is named
_NEAR = 4  # details right before a date
_CLOSE = 5  # details on either side that say what is dated
_MOST, _MOST_BEFORE = 3.5, 6.0  # points that words give
_NEIGHBOURS, _WEEK = 2, 7  # days between two letters of one exchange, and between an event and a paper that tells of it
_TOLD = 8  # details before a date in which the kind of paper or event is named
_SHOWN = 3  # words that a finding names
_ALSO = frozenset("also another again further".split())  # noqa: SIM905
_LATER = frozenset(  # what is done with a document when it is out
    """corrected correction corrigendum reissued reprinted republished withdrawn withdrew circulated distributed
    received denied revised extended renewed answered replied repeated""".split()  # noqa: SIM905
)
_BEFORE = 6  # details before a date in which it is told what was done
_NEW = frozenset("from to by addressed between".split())  # noqa: SIM905 - behind the date of what is told at length
POINTS = {
    "": -4.8,
    "words": 1.05,
    "words right before": 0.65,
    "of all words right beside": 2.15,
    "same number": 1.15,
    "noun": 1.5,
    "definite noun": 2.5,
    "definite noun of what is told twice": 1.85,
    "called known": 1.85,
    "same kind": 0.2,
    "dates, symbols, addresses": 2.85,
    "linked by a note": 5.15,
    "alone in note and sentence": 1.65,
    "same day before": 1,
    "same day behind": 1,
    "both at length": -3.5,
    "days told twice": 1.85,
    "many days": -1.05,
    "first days": 0.7,
    "unlike": -2.6,
    "neighbours": -1,
    "months": -1.85,
    "month": 2.4,
    "year": 0.5,
    "event and paper": -3.55,
    "near days": -0.45,
    "one numbered": -1.15,
    "swapped": 4.6,
    "digit more": 1.2,
    "like no other": 1.65,
    "one symbol": 3.05,
    "called alike": 0.5,
    "names": 1,
    "told in paragraph": 1.5,
    "more than elsewhere": 2.7,
    "told in next sentences": 0.5,
    "left over": 3.8,
    "done later": -3.4,
    "another": -3.1,
    "after something": -1.6,
}


def points(pair: Pair) -> float:
    """The points of a pair; from 0 on the two are one."""
    return sum(POINTS[name] * value for name, value in signs(pair))


def signs(pair: Pair) -> Iterator[tuple[str, float]]:
    """What speaks for the two being one, or against it, and how much."""
    details, odd, rival = pair.details, pair.odd, pair.rival
    yield "", 1.0
    words = pair.shared
    yield "words", min(words, _MOST)
    yield "words right before", _right_before(pair)
    yield "of all words right beside", _covered(pair)
    noun = _noun(pair)
    told_first = _is_at_length((pair.left, odd))
    definite = noun is not None and not told_first and _is_definite(pair.left, noun.at, odd.at)
    twice = len({place.segment for place in details.places[rival.key]}) > 1
    yield "same number", _date_apart.have_same_number(pair)
    yield "noun", noun is not None
    yield "definite noun", definite
    yield "definite noun of what is told twice", definite and twice
    yield "called known", _is_known(pair)
    yield "same kind", _are_of_one_kind(pair)
    yield "dates, symbols, addresses", min(2, len(pair.strong))
    linked = _are_linked(pair)
    yield "linked by a note", linked
    yield (
        "alone in note and sentence",
        linked and words > 0 and all(_days(side) == 1 for side in (pair.left, pair.right)),
    )
    before, behind = details.regions.told_with(odd, rival)
    yield "same day before", before
    yield "same day behind", behind
    yield "both at length", all(map(_is_at_length, ((pair.left, odd), (pair.right, rival))))
    known, again = details.days_said[odd.kind]
    yield "days told twice", again / known
    yield "many days", math.log(1 + known)
    yield "first days", _of_days(pair)
    yield "unlike", not is_like(odd.value, rival.value)
    yield "neighbours", are_neighbours(odd.value, rival.value)
    yield "months", odd.kind == "month"
    yield "month", _differ_in(odd.value, rival.value, 1)
    yield "year", _differ_in(odd.value, rival.value, 0)
    yield "event and paper", _is_event_and_paper(pair)
    yield "near days", _are_near(odd.value, rival.value)
    yield "one numbered", _date_apart.is_one_numbered(pair)
    yield "swapped", _date_likeness.is_swapped(pair)
    yield "digit more", _date_likeness.has_digit_more(pair)
    yield "like no other", _date_likeness.alone(pair)
    yield "one symbol", _date_likeness.of_one_symbol(pair)
    yield "called alike", _date_likeness.called_alike(pair)
    yield "names", min(3, len(pair.names))
    told, more = _date_places.told_in_paragraph(pair) if odd.kind == "date" else (0.0, 0.0)
    yield "told in paragraph", told if more > 0 else 0.0
    yield "more than elsewhere", max(-0.5, more) if told else 0.0
    yield "told in next sentences", _date_places.beyond(pair)
    yield "left over", details.regions.left_over(odd, rival)
    yield "done later", _says(pair, _LATER, _BEFORE)
    yield "another", _says(pair, _ALSO, _NEAR, _NEAR)
    yield "after something", _is_after(pair)


def is_like(one: str, other: str) -> bool:
    """Whether two dates that differ in one part differ by a slip; another month or year is always one."""
    day, another = one[8:], other[8:]
    if _date_likeness.are_turned(one, other):
        return True
    if day == another or sorted(day) == sorted(another) or {day, another} == {"13", "30"}:
        return True
    return _likeness.slip(day.lstrip("0"), another.lstrip("0"))


def _are_linked(pair: Pair) -> bool:
    """Whether one stands in the note that is called next behind the other, or to which the other's note points."""
    details, sides = pair.details, ((pair.odd, pair.rival), (pair.rival, pair.odd))
    if not pair.linked:
        return False
    return all(
        details.in_note[one.segment] or details.next_note(one) in details.notes[other.segment] for one, other in sides
    )


def _says(pair: Pair, words: frozenset[str], before: int, behind: int = 0) -> bool:
    """Whether beside just one of the two stands one of some words."""
    sides = (pair.left, pair.odd.at), (pair.right, pair.rival.at)
    said = [any(one.value in words for one in segment[max(0, at - before) : at + behind + 1]) for segment, at in sides]
    return said[0] != said[1]


def _is_after(pair: Pair) -> bool:
    """Whether just one comes after something or before it, and is not its day: `Before the Accords, on 4 December`."""
    sides = (pair.left, pair.odd.at), (pair.right, pair.rival.at)
    said = [
        any(one.value in _date_apart.AFTER for one in segment[max(0, at - _TOLD) : at])
        and segment[at - 1].value not in {"of", "dated"}
        for segment, at in sides
    ]
    return said[0] != said[1]


def _is_event_and_paper(pair: Pair) -> bool:
    """Whether one is the day of a newspaper or gazette that the other's surroundings do not name."""
    if not _differ_in(pair.odd.value, pair.rival.value, 2):
        return False
    sides = (pair.left, pair.odd), (pair.right, pair.rival)
    issues = [_issue(pair.details, *side) for side in sides]
    if bool(issues[0]) == bool(issues[1]):
        return False
    at = 1 if issues[0] else 0
    segment, one = sides[at]
    around = {each.value for each in segment[max(0, one.at - _FAR) : one.at + _FAR + 1]}
    words = issues[0] or issues[1]
    return 2 * len(words & around) < len(words)


def _issue(details: Details, segment: list[Detail], date: Detail) -> set[str]:
    """The words of the name of a paper right before a date: `*Al-Ahram Weekly*, 5 December 2013`."""
    if not date.at or "," not in date.gap:
        return set()
    before = segment[date.at - 1]
    title = _date_apart.title_of(details, date)
    marked = next(iter(details.document.emphases_by_place.at(before.span)), None)
    start = marked.start if marked else title[1] if title else None
    if start is None or (before.kind != "name" and title is None):
        return set()
    return {one.value for one in segment[: date.at] if one.start >= start and len(one.value) > 3}


def _are_near(one: str, other: str) -> bool:
    return _differ_in(one, other, 2) and _NEIGHBOURS < abs(int(one[8:]) - int(other[8:])) <= _WEEK


def _differ_in(one: str, other: str, part: int) -> bool:
    """Whether of two days just the year (0) or the month (1) is another."""
    ours, theirs = one.split("-"), other.split("-")
    return len(ours) == 3 and ours[:part] + ours[part + 1 :] == theirs[:part] + theirs[part + 1 :]


def are_neighbours(one: str, other: str) -> bool:
    """Whether they are days of one month that hardly lie apart."""
    return one[:8] == other[:8] and len(one) > 8 and abs(int(one[8:]) - int(other[8:])) <= _NEIGHBOURS


def in_common(pair: Pair) -> list[str]:
    """The words that say most of those in both surroundings, as they are written beside the odd date."""
    ours, theirs = map(pair.details.surroundings.around, (pair.odd, pair.rival))
    weights = pair.details.rarity
    told = [one for one in ours.keys() & theirs.keys() if weights.weight(one)]
    best = sorted(told, key=lambda one: (-weights.weight(one), abs(ours[one]), ours[one]))[:_SHOWN]
    return [pair.left[pair.odd.at + far].said for far in sorted(ours[one] for one in best)]


def _stems(segment: list[Detail]) -> set[str]:
    return {stem(one) for one in segment if tells(one)}


def _right_before(pair: Pair) -> float:
    """The weight of the words right before both."""
    ours, theirs = (
        _stems(segment[max(0, one.at - _NEAR) : one.at])
        for segment, one in ((pair.left, pair.odd), (pair.right, pair.rival))
    )
    return min(_MOST_BEFORE, sum(pair.details.rarity.weight(one) for one in sorted(ours & theirs)))


def _covered(pair: Pair) -> float:
    """How much of the weight of the words right beside the odd date stands anywhere in the other's segment."""
    at = pair.odd.at
    ours, weight = _stems(pair.left[max(0, at - _CLOSE) : at + _CLOSE + 1]), pair.details.rarity.weight
    whole = sum(map(weight, sorted(ours)))
    return sum(map(weight, sorted(ours & _stems(pair.right)))) / max(whole, 0.5)


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
    start, end = _date_apart.title_of(pair.details, pair.rival) or (0, 0)
    return None if start <= pair.right[pair.rival.at + far].start < end else one  # a title is not what it is of


def _is_definite(segment: list[Detail], noun: int, at: int) -> bool:
    """Whether a noun is that which was told of before: `the complaint of`, `the keeper's report of`."""
    if any(re.match(r"['\u2019]s?\s", one.gap) for one in segment[max(0, at - 4) : at]):
        return True
    return any(one.value == "the" or one.value in KNOWN for one in segment[max(0, noun - 4) : noun])


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


def _are_of_one_kind(pair: Pair) -> bool:
    """Whether the same kind of paper or event is dated: `Interview with ..., 19 August 2019`."""
    before, there = (
        {detail.value for detail in segment[max(0, one.at - _TOLD) : one.at]}
        for segment, one in ((pair.left, pair.odd), (pair.right, pair.rival))
    )
    return bool(DATED & before & there)


def _days(segment: list[Detail]) -> int:
    return sum(one.kind == "date" for one in segment)


def _of_days(pair: Pair) -> float:
    """Whether both end the same days, or only one ends some."""
    one, other = _date_likeness.first_day(pair.left, pair.odd.at), _date_likeness.first_day(pair.right, pair.rival.at)
    if one and other and one.value == other.value:
        return 1.6 if pair.odd.value[:7] == pair.rival.value[:7] else 0.0
    return -1.6 if one or other else 0.0
