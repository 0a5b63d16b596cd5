"""How much speaks for two dates of a text being one, in points.

The surroundings of both may share words, each of which counts by its rarity and nearness, a noun that is dated, the
first day of the same days, a note. What tells two papers or events apart takes away: they stand side by side, they go
from one to the other and back, other names or titles stand in lists, `another`, `until`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from juslint.dates import MONTH_WORDS
from juslint.knowledge import normalise_title
from juslint.rules import _recurring
from juslint.rules._detail_words import COMMON, DATED, KNOWN, SMALL, TITLES
from juslint.rules._rarity import KINDS, is_numeral, stem, tells

if TYPE_CHECKING:
    from juslint.rules._detail_pairs import Pair
    from juslint.rules._details import Detail, Details

_FAR = 14  # details on either side that are looked at
_NEAR, _FURTHER = 4, 8  # details on either side of which a word counts in full, and more than a third
_MOST = 3.5  # points that words give
_BESIDE = 2  # segments that tell of two things in a row
_WITHIN = 8  # details on either side in which another is spoken of, or other names are
_TITLE, _LEAST = 90, 12  # characters between a quoted title and its date, and in it
_SAME_DAYS = 4  # days of a list, of which the text tells of one or more, where it is a list of what the text tells of
_ACROSS = 0.6  # of a word that stands before the one date and behind the other
_ANOTHER = frozenset(
    """second another further again later subsequent subsequently third next following previous earlier reply replied
    answer answered response""".split()  # noqa: SIM905
)
_TERM = frozenset("until through by than effective beginning ending since from".split())  # noqa: SIM905
_SHUNNED = SMALL | MONTH_WORDS | COMMON | TITLES
_SAID = frozenset("that said this same".split())  # noqa: SIM905


def points(pair: Pair, *, known: bool) -> float:
    """The points of a pair; `known`: the odd one dates something as known."""
    details, odd, rival = pair.details, pair.odd, pair.rival
    if any(_is_term(segment, one.at) for segment, one in ((pair.left, odd), (pair.right, rival))):
        return 0.0
    words = shared(pair)
    if _is_annexed(pair):
        return words + 2.2 - 3 * _is_answer(pair) if words else 0.0
    noun = _noun(pair)
    known = known or (noun is not None and _is_definite(pair.left, noun.at, odd.at))
    again = len({place.segment for place in details.places[rival.key]})
    listed = [_is_listed(details, one.segment) for one in (odd, rival)]
    found = min(words, _MOST)
    found += 0.5 * (again > 1) + 0.25 * (again > 2) + (0.8 if known and again > 1 else 0.5 * known)
    if noun is not None and details.rarity.days(stem(noun)) <= {odd.value, rival.value}:
        found += 0.7
    if pair.linked:
        found += 1.5 if words > 0.3 else 1.0
    found += 0.4 * (listed[0] != listed[1]) + 1.2 * _are_left_over(pair) + _of_days(pair)
    found -= _number(pair.left, odd.at) != _number(pair.right, rival.at)
    found -= 0.7 * _speaks_of_another(pair) + 2.5 * _is_beside(pair) + 3 * _is_answer(pair)
    if again == 1 and listed[0] == listed[1]:  # of papers in a series each is told of once
        found -= 2 * all(_sides(pair)) + 1.5 * (all("," in one.gap for one in (odd, rival)) and not _titles_same(pair))
    return found - 1.5 * _names_others(pair) - 1.5 * _titles_others(pair)


def is_said_again(pair: Pair) -> bool:
    """Whether the odd date is that of something as told before, `our letter of`, and the other one is told twice."""
    noun = _noun(pair)
    behind = pair.left[pair.odd.at + 1 : pair.odd.at + 2]
    complete = bool(behind) and behind[0].value in {"from", "to", "by", "addressed", "on", "between"}  # and so is new
    again = len({place.segment for place in pair.details.places[pair.rival.key]}) > 1
    return noun is not None and again and not complete and _is_definite(pair.left, noun.at, pair.odd.at)


def _is_annexed(pair: Pair) -> bool:
    """Whether one is the only date in the entry of the annex to which the text points right behind the other."""
    if not pair.details.labels.tie(pair.odd, pair.rival):
        return False
    days = [sum(one.kind == "date" for one in segment) for segment in (pair.left, pair.right)]
    return min(days) == 1


def shared(pair: Pair) -> float:
    """The weight of the words that both surroundings have, by their nearness."""
    ours, theirs = (_around(segment, one.at) for segment, one in ((pair.left, pair.odd), (pair.right, pair.rival)))
    found = 0.0
    for one in sorted(ours.keys() & theirs.keys()):
        here, there = ours[one], theirs[one]
        far = max(abs(here), abs(there))
        near = 1.0 if far <= _NEAR else 0.7 if far <= _FURTHER else 0.4
        start = pair.odd.at if here > 0 else pair.rival.at
        if (here < 0) != (there < 0) and start > _NEAR - 1:  # not: On 4 May the Minister wrote
            near *= _ACROSS
        found += pair.details.rarity.weight(one) * near
    return found


def _around(segment: list[Detail], at: int) -> dict[str, int]:
    """How far each stem stands behind a place, nearest first."""
    found: dict[str, int] = {}
    for one in segment[max(0, at - _FAR) : at + _FAR + 1]:
        if one.at != at and tells(one):
            key, far = stem(one), one.at - at
            if key not in found or abs(far) < abs(found[key]):
                found[key] = far
    return found


def _noun(pair: Pair) -> Detail | None:
    """The word that is dated, `complaint of`, where the other date has it beside it."""
    at = pair.odd.at
    if at < 2 or pair.left[at - 1].value not in {"of", "dated", "on"}:
        return None
    one = pair.left[at - 2]
    named = one.kind == "word" or one.value in DATED or one.value in KINDS
    return one if named and tells(one) and stem(one) in _around(pair.right, pair.rival.at) else None


def _is_definite(segment: list[Detail], noun: int, at: int) -> bool:
    """Whether a noun is that which was told of before: `the complaint of`, `the keeper's report of`."""
    if any(re.match(r"['\u2019]s?\s", one.gap) for one in segment[max(0, at - 4) : at]):
        return True
    return any(one.value == "the" or one.value in KNOWN for one in segment[max(0, noun - 4) : noun])


def _is_term(segment: list[Detail], at: int) -> bool:
    """Whether it is the end or beginning of a term or period, as others are in other years."""
    before = segment[at - 1].value if at else ""
    behind = segment[at + 1 : at + 3]
    return before in _TERM or (len(behind) > 1 and behind[0].value == "to" and behind[1].kind == "date")


def _first(segment: list[Detail], at: int) -> str | None:
    """The first of some days: `25 to 26 February`."""
    before = segment[max(0, at - 2) : at]
    if len(before) > 1 and before[1].value in {"to", "and"}:
        before.pop()
    elif segment[at].gap not in {"-", "\u2013"}:
        return None
    return before[-1].value if before and before[-1].kind == "number" and len(before[-1].value) < 3 else None


def _of_days(pair: Pair) -> float:
    """Whether both end the same days, or only one ends some."""
    one, other = _first(pair.left, pair.odd.at), _first(pair.right, pair.rival.at)
    if one and one == other:
        return 1.6 if pair.odd.value[:7] == pair.rival.value[:7] else 0.0
    return -0.7 if one or other else 0.0


def are_of_two_numbers(pair: Pair) -> bool:
    """Whether the dates are those of two numbers: `resolution 46/182 of`, `3172 (XXVIII) of`."""
    one, other = _number(pair.left, pair.odd.at), _number(pair.right, pair.rival.at)
    return one is not None and other is not None and one != other


def _number(segment: list[Detail], at: int) -> str | None:
    if at < 2 or segment[at - 1].value not in {"of", "dated"} or not is_numeral(segment[at - 2]):
        return None
    return segment[at - 2].value


def _speaks_of_another(pair: Pair) -> bool:
    """Whether just one of the two is called another, or an answer."""
    one, other = (
        _ANOTHER & {detail.value for detail in segment[max(0, at - _WITHIN) : at + 4]}
        for segment, at in ((pair.left, pair.odd.at), (pair.right, pair.rival.at))
    )
    return one != other


def _is_beside(pair: Pair) -> bool:
    """Whether the two are told in a row, and the second is not `that` of the first."""
    details, one, other = pair.details, pair.odd.segment, pair.rival.segment
    before = {detail.value for detail in pair.left[max(0, pair.odd.at - 4) : pair.odd.at]}
    return details.in_note[one] == details.in_note[other] and abs(one - other) <= _BESIDE and not _SAID & before


def _is_answer(pair: Pair) -> bool:
    """Whether the one goes from where the other goes to."""
    one, other = _sides(pair)
    if not one or not other:
        return False
    there = (one[0] - _SHUNNED) & (other[1] - other[0])
    return bool(there and (one[1] - _SHUNNED) & (other[0] - other[1]))


def _sides(pair: Pair) -> list[tuple[set[str], set[str]] | None]:
    """The words of whom each is from and to."""
    return [_parties(segment, one.at) for segment, one in ((pair.left, pair.odd), (pair.right, pair.rival))]


def _parties(segment: list[Detail], at: int) -> tuple[set[str], set[str]] | None:
    words = [one.value for one in segment[: at + 30]]
    if "from" in words[at + 1 : at + 4]:
        start = words.index("from", at)
        if "to" in words[start:]:
            end = words.index("to", start)
            return set(words[start + 1 : end]), set(words[end + 1 : end + 12])
    if at > 2 and segment[at - 1].kind == "name":  # Byrne to Mollerup, 2 September 1968
        for end in range(at - 2, max(-1, at - 8), -1):
            if words[end] == "to":
                return set(words[max(0, end - 5) : end]), set(words[end + 1 : at])
    return None


def _is_listed(details: Details, number: int) -> bool:
    """Whether a segment is a note, or an entry of a list."""
    return details.in_note[number] or details.is_entry(number)


def _are_left_over(pair: Pair) -> bool:
    """Whether of a list and the text, which have many other days in common, each has one of the two alone."""
    listed, told = pair.details.days_of_lists
    days = pair.odd.value, pair.rival.value
    one, other = ((day in listed, day in told) for day in days)
    same = len(listed & told)
    return same * _SAME_DAYS >= len(listed) > same > 0 and {one, other} == {(True, False), (False, True)}


def are_of_two_persons(pair: Pair) -> bool:
    """Whether one family name stands before both dates, with another given name each."""
    one, other = (_names(segment, at) for segment, at in ((pair.left, pair.odd.at), (pair.right, pair.rival.at)))
    return any(one[name] and other[name] and not one[name] & other[name] for name in one.keys() & other.keys())


def _names(segment: list[Detail], at: int) -> dict[str, set[str]]:
    """The names before a place, each with those right before and behind it."""
    found: dict[str, set[str]] = {}
    names = [one if one.kind == "name" and one.value not in _SHUNNED else None for one in segment[max(0, at - 9) : at]]
    for first, second in pairwise(names):
        if first and second and second.gap == " ":
            found.setdefault(first.value, set()).add(second.value)
            found.setdefault(second.value, set()).add(first.value)
    return found


def _names_others(pair: Pair) -> bool:
    """Whether in entries of lists right before each stand names that do not stand before the other."""
    if not all(_is_listed(pair.details, one.segment) for one in (pair.odd, pair.rival)):
        return False
    one, other = (
        {
            detail.value
            for detail in segment[max(0, at - _WITHIN - 1) : at]
            if detail.kind == "name" and len(detail.value) > 2 and detail.value not in _SHUNNED
        }
        for segment, at in ((pair.left, pair.odd.at), (pair.right, pair.rival.at))
    )
    return bool(one - other and other - one)


def _titles_others(pair: Pair) -> bool:
    """Whether each is the date of another title."""
    one, other = (_title(pair.details, detail) for detail in (pair.odd, pair.rival))
    return bool(one and other and one not in other and other not in one)


def _titles_same(pair: Pair) -> bool:
    """Whether both are dates of one title, under which hardly anything appears again."""
    one, other = (_title(pair.details, detail) for detail in (pair.odd, pair.rival))
    return bool(one) and one == other and not _recurring.recurs(one)


def _title(details: Details, date: Detail) -> str:
    """The title in quotation marks before a date in its segment, folded."""
    document, first = details.document, details.segments[date.segment][0].start
    at = bisect_left(document.quotations, date.start, key=lambda span: span.start) - 1
    if at < 0:
        return ""
    start, end = document.quotations[at]
    near = max(first, date.start - _TITLE) < end <= date.start
    return normalise_title(document.text[start:end]) if near and end - start > _LEAST else ""
