"""What tells two dates of a text apart by the time they are of: a term, a quarter, some days, the day after another.

They begin or end terms, or are days on which somebody read a page; the text counts days from one to the other;
something else was done on the next day; both come as many days behind another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.details.dates import counted as date_counted
from juslint.details.dates import likeness as date_likeness
from juslint.details.words import ACCESS, SMALL, YEARLY

if TYPE_CHECKING:
    from datetime import date

    from juslint.details.pairs import Pair
    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_NEXT = 2  # days
_SENTENCES = 4  # of a paragraph on either side whose days are looked at
_STEP = 31  # days between two that are told one behind the other
_TOLD = 8  # details before a date in which it is told what begins or ends on it
_CLOSE = 5  # details before a date in which it is told what is done on it
_AROUND = 12  # details behind a date in which the last day of a term is told
_TERM = frozenset(  # not `since`: what lasts since a day began with what happened on it
    "until through by than effective beginning ending from".split()  # noqa: SIM905
)
_QUARTERS = frozenset("01-01 04-01 07-01 10-01".split())  # noqa: SIM905
AFTER = frozenset(  # what a day in front of it is not the day of
    """pursuant accordance following response reference under after before prior since based recalling referring acting
    according""".split()  # noqa: SIM905
)
_BEGINS = frozenset("begin begins began start started commence commenced".split())  # noqa: SIM905
_ENDS = frozenset("end ended ends completion completed expire expired expiry until".split())  # noqa: SIM905


def _may_differ(pair: Pair) -> bool:
    """Whether one is a day on which a page was read, as it may be twice, or of what comes in another year again."""
    comes_again = pair.odd.value[:4] != pair.rival.value[:4]
    return any(
        any(detail.value in ACCESS for detail in segment[max(0, one.at - 2) : one.at])
        or (comes_again and any(detail.value in YEARLY for detail in segment))
        for segment, one in pair.sides
    )


def _begin_quarters(pair: Pair) -> bool:
    """Whether both are first days of two quarters, on which terms begin and what was decided enters into force."""
    days = {one.value[5:] for one in (pair.odd, pair.rival)}
    return len(days) > 1 and days <= _QUARTERS


def _is_term(pair: Pair) -> bool:
    """Whether one is the end or beginning of a term or period, as others are in other years."""
    ends = [_end(segment, one.at) for segment, one in pair.sides]
    if any(ends):  # of a term whose last day the other's sentence tells as well: `on 4 May, and the last on 8 June`
        if not all(ends) and pair.details.regions.told_with(pair.odd, pair.rival)[1]:
            return False
        return all(ends) or not any(
            end is not None and any(each.key == end for each in segment[one.at + 1 : one.at + _AROUND])
            for (segment, one), end in zip(pair.sides, reversed(ends), strict=True)
        )
    return any(one.at > 0 and segment[one.at - 1].value in _TERM for segment, one in pair.sides)


def _end(segment: list[Detail], at: int) -> tuple[str, str] | None:
    """The end of a term that a date begins: `4 December 2021 to 8 January 2022`."""
    behind = segment[at + 1 : at + 3]
    return behind[1].key if len(behind) > 1 and behind[0].value == "to" and behind[1].kind == "date" else None


def _opens(pair: Pair) -> bool:
    """Whether one is a day on which something happened after what is told behind it: `On 4 May, following`."""
    return any(
        one.at < 3 and any(detail.value in AFTER for detail in segment[one.at + 1 : one.at + 3])
        for segment, one in pair.sides
    )


def _begin_and_end(pair: Pair) -> bool:
    """Whether something begins on one and something ends on the other, as one mandate behind another."""
    said = [{each.value for each in segment[max(0, one.at - _TOLD) : one.at]} for segment, one in pair.sides]
    return any(one & _BEGINS and other & _ENDS for one, other in (said, said[::-1]))


def _lasts(pair: Pair) -> bool:
    """Whether just one ends some days, and the other is one of them, or of another month: `from 22 to 29 June`."""
    firsts = [date_likeness.first_day(segment, one.at) for segment, one in pair.sides]
    first = next((each for each in firsts if each is not None), None)
    if first is None or None not in firsts:
        return False
    last, other = (pair.odd, pair.rival) if firsts[0] is not None else (pair.rival, pair.odd)
    return last.value[:7] != other.value[:7] or int(first.value) <= int(other.value[8:] or 0) < int(last.value[8:] or 0)


def _did_two_things(pair: Pair) -> bool:
    """Whether something else was done on the next days: `measured by Tellan on 10 June`, `mended by Tellan on`."""
    if pair.odd.kind != "date" or pair.odd.value[:7] != pair.rival.value[:7]:
        return False
    if abs(int(pair.odd.value[8:]) - int(pair.rival.value[8:])) > _NEXT:
        return False
    ours, theirs = (
        {one.value for one in segment[max(0, at - _CLOSE) : at] if one.value.endswith("ed") and one.kind == "word"}
        - SMALL
        for segment, at in ((pair.left, pair.odd.at), (pair.right, pair.rival.at))
    )
    return bool(ours and theirs) and not ours & theirs


def _keep_step(pair: Pair) -> bool:
    """Whether both come as long behind another day: met on 4 May, signed on 5 May; met on 11 May, signed on 12 May.

    Where their paragraphs have no other days, 11 May and 5 May are two as well.
    """
    details = pair.details
    ours, theirs = (_days_of(details, one) for _, one in pair.sides)
    if len(ours) == len(theirs) > 1 and ours != theirs:
        shifts = {last - first for first, last in zip(ours, theirs, strict=True)}
        if len(shifts) == 1:
            return True
    before = [_told_before(details, one) for _, one in pair.sides]
    days = [date_likeness.day_of(one.value) for one in (pair.odd, pair.rival)]
    steps = [(day - first).days if day and first else 0 for day, first in zip(days, before, strict=True)]
    return before[0] != before[1] and steps[0] == steps[1] and 0 < steps[0] <= _STEP


def _days_of(details: Details, one: Detail) -> list[date]:
    """The days of a paragraph, as far as its sentences near one tell them."""
    said = {
        each.value
        for segment in details.near(one, _SENTENCES, _SENTENCES - 1)
        for each in segment
        if each.kind == "date"
    }
    return sorted(day for value in said if (day := date_likeness.day_of(value)) is not None)


def _told_before(details: Details, one: Detail) -> date | None:
    """The day that is told before one, in its sentence or in the one before it."""
    last = details.regions.last(one)
    if last is None or one.segment - last.segment > 1:
        return None
    return (
        date_likeness.day_of(last.value)
        if details.paragraphs[last.segment] == details.paragraphs[one.segment]
        else None
    )


TELLING = (
    _begin_quarters,
    _is_term,
    _may_differ,
    _opens,
    _begin_and_end,
    _lasts,
    date_counted.are_days_apart,
    _did_two_things,
    _keep_step,
)
