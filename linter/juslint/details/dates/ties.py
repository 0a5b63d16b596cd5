"""How much speaks for two dates of a text being one, in points.

The surroundings of both may share words, each of which counts by its rarity and nearness, a noun that is dated, a title
that is quoted, the first day of the same days, a note, an annex; each may have more in common with the other than with
any other day; one sentence may stand twice, word for word; an entry of a list is told in the other's paragraph; a list
and a text that name the same days have one each left over; one breaks the order of its list that the other would keep,
or is not as far from the day beside it as is counted. What was done later or also, was answered, stands each beside a
symbol of its own, or is told in a text of many days, is rather two things; so is what the text says again and again, of
third days in the same words, or of another act (`acts`).

The points were rounded from the weights of a logistic regression over dates that were changed and over all like dates
of texts without changes, as tools/weigh_signs.py learns them. Judged by weights that were learnt from other texts, 4 of
755 texts are accused falsely where 83 per cent of 731 changed dates are told; by these points 2, both written to
deceive, where it is 84. Texts that nobody had learnt from bear the points out, which were therefore kept where the
weights of today are other ones. What is told word for word or in an annex, and days of the week, weigh more than is
learnt, as few texts have them, but none of 500 real ones where two things are meant. Those of acts, and of words and
nouns of third days, were learnt later, with narratives and notes from archives. From zero on, two dates are one.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from juslint.details.dates import acts as date_acts
from juslint.details.dates import apart as date_apart
from juslint.details.dates import called as date_called
from juslint.details.dates import counted as date_counted
from juslint.details.dates import likeness as date_likeness
from juslint.details.dates import order as date_order
from juslint.details.dates import papers as date_papers
from juslint.details.dates import places as date_places
from juslint.details.rarity import stem, tells
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.details.pairs import Pair
    from juslint.details.tokens import Detail

_CLOSE = 5  # details on either side that say what is dated
_MOST, _MOST_AKIN = 3.5, 2.0  # points that words give, and those that are alike in their first letters
_NEIGHBOURS = 2  # days between two letters of one exchange
_SHOWN = 3  # words that a finding names
POINTS = {
    "": -5.1,
    "words": 1.35,
    "words of one root": 3.5,
    "nearest to each other": 1.15,
    "of all words right beside": 1.2,
    "noun": 1.8,
    "definite noun": 2.8,
    "noun of third days": -1.3,
    "definite noun of what is told twice": 1.5,
    "called known": 2.4,
    "two kinds": -1.9,
    "both at length": -3.5,
    "done later": -1.2,
    "answered": -4,
    "another": -5.25,
    "after something": -1,
    "same number": 4.7,
    "dates, symbols, addresses": 3.4,
    "linked by a note": 4.9,
    "alone in note and sentence": 1.6,
    "same day before": 1.8,
    "same day behind": 1.85,
    "days told twice": 3.45,
    "many days": -0.35,
    "first days": 1.85,
    "unlike": -3.65,
    "told apart": -2,
    "neighbours": -1.3,
    "months": -2.9,
    "month": 1.95,
    "year": -0.25,
    "event and paper": -3.8,
    "one numbered": -1.8,
    "swapped": 1.75,
    "digit more": 0.35,
    "like no other": 1.3,
    "word for word": 2.5,
    "one symbol": 4.1,
    "one annex": 3,
    "one title": 2.5,
    "names": 0.9,
    "told in paragraph": 1.85,
    "more than elsewhere": 1.45,
    "told in next sentences": 1.15,
    "left over": 3.4,
    "fits what is counted": 2.8,
    "order of a list": 2.55,
    "order of the text": 2.45,
    "said again": -2,
    "days of the month": -0.65,
    "counted": -2,
    "weekday": 8,
    "years": -1,
    "words of third days": -0.7,
    "words of another clause": -1.5,
    "two acts": -0.4,
    "two actors": -0.15,
}
_COMMON = (  # what the surroundings of the two have in common, or what one of them says of the other
    "words",
    "words of one root",
    "word for word",
    "of all words right beside",
    "same number",
    "dates, symbols, addresses",
    "linked by a note",
    "same day before",
    "same day behind",
    "one symbol",
    "one annex",
    "one title",
    "names",
    "told in paragraph",
    "told in next sentences",
    "fits what is counted",
    "weekday",
)


def are_tied(pair: Pair) -> bool:
    """Whether the two are one: from 0 points on, where their surroundings have anything in common at all."""
    found = dict(signs(pair))
    return sum(POINTS[name] * value for name, value in found.items()) >= 0 and any(map(found.get, _COMMON))


def signs(pair: Pair) -> Iterator[tuple[str, float]]:
    """What speaks for the two being one, or against it, and how much."""
    details, odd, rival = pair.details, pair.odd, pair.rival
    yield "", 1.0
    words = pair.shared
    yield "words", min(words, _MOST)
    yield "words of one root", min(details.surroundings.akin(odd, rival), _MOST_AKIN)
    yield "nearest to each other", _are_nearest(pair)
    yield "of all words right beside", _covered(pair)
    yield from date_called.signs(pair)
    yield "same number", date_apart.have_same_number(pair)
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
    known, again = details.days_said[odd.kind]
    yield "days told twice", again / known
    yield "many days", math.log(1 + known)
    yield "first days", _of_days(pair)
    yield "unlike", not is_like(odd.value, rival.value)
    yield "told apart", pair.told_apart
    yield "neighbours", are_neighbours(odd.value, rival.value)
    yield "months", odd.kind == "month"
    yield "month", _differ_in(odd.value, rival.value, 1)
    yield "year", _differ_in(odd.value, rival.value, 0)
    yield "one numbered", date_apart.is_one_numbered(pair)
    yield "swapped", date_likeness.is_swapped(pair)
    yield "digit more", date_likeness.has_digit_more(pair)
    yield "like no other", date_likeness.alone(pair)
    yield "word for word", date_likeness.word_for_word(pair)
    yield "one symbol", date_likeness.of_one_symbol(pair)
    yield from date_papers.signs(pair)
    yield "names", min(3, len(pair.names))
    told, more = date_places.told_in_paragraph(pair) if odd.kind == "date" else (0.0, 0.0)
    yield "told in paragraph", told if more > 0 else 0.0
    yield "more than elsewhere", max(-0.5, more) if told else 0.0
    yield "told in next sentences", date_places.beyond(pair)
    yield "left over", details.regions.left_over(odd, rival)
    yield "counted", date_counted.are_counted(pair)
    yield "fits what is counted", date_counted.fits(pair)
    yield from date_order.signs(pair)
    yield "said again", date_likeness.said_again(pair)
    yield "days of the month", date_likeness.days_of_month(pair)
    yield "weekday", date_likeness.weekday(pair)
    yield "years", date_likeness.comes_often(pair)
    yield from date_acts.signs(pair)


def is_like(one: str, other: str) -> bool:
    """Whether two dates that differ in one part differ by a slip; another month or year is always one."""
    day, another = one[8:], other[8:]
    if date_likeness.are_turned(one, other):
        return True
    if day == another or sorted(day) == sorted(another) or {day, another} == {"13", "30"}:
        return True
    return likeness.slip(day.lstrip("0"), another.lstrip("0"))


def _are_linked(pair: Pair) -> bool:
    """Whether one stands in the note that is called next behind the other, or to which the other's note points."""
    details, sides = pair.details, ((pair.odd, pair.rival), (pair.rival, pair.odd))
    if not pair.linked:
        return False
    return all(
        details.in_note[one.segment] or details.next_note(one) in details.notes[other.segment] for one, other in sides
    )


def _are_nearest(pair: Pair) -> bool:
    """Whether each has more in common with the other than with any other day."""
    lead, odd, rival = pair.details.surroundings.lead, pair.odd, pair.rival
    return lead(odd, rival) > 0 and lead(rival, odd) > 0


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


def _covered(pair: Pair) -> float:
    """How much of the weight of the words right beside the odd date stands anywhere in the other's segment."""
    at = pair.odd.at
    ours, weight = _stems(pair.left[max(0, at - _CLOSE) : at + _CLOSE + 1]), pair.details.rarity.weight
    whole = sum(map(weight, sorted(ours)))
    return sum(map(weight, sorted(ours & pair.details.surroundings.stems(pair.rival.segment)))) / max(whole, 0.5)


def _days(segment: list[Detail]) -> int:
    return sum(one.kind == "date" for one in segment)


def _of_days(pair: Pair) -> float:
    """Whether both end the same days, or only one ends some."""
    one, other = date_likeness.first_day(pair.left, pair.odd.at), date_likeness.first_day(pair.right, pair.rival.at)
    if one and other and one.value == other.value:
        return 1.6 if pair.odd.value[:7] == pair.rival.value[:7] else 0.0
    return -1.6 if one or other else 0.0
