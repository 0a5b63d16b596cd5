"""Where a text shows that two like details are of two things, however much their surroundings share.

It says so (`not to be confused with`, `his successor`, `a draft of`), tells both in one breath, or gives each what one
thing has but once: another day behind its number, another number or address behind its day, another title of a work.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from juslint.details import two_times
from juslint.details.dates import letters as date_letters
from juslint.details.names import apart as name_apart
from juslint.details.tokens import TIMES
from juslint.details.words import (
    CONTRASTED,
    DRAFTS,
    FOLLOWING,
    KIN,
    MISTAKEN,
    SMALL,
)
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Set

    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_segment_of = attrgetter("segment")
_AROUND, _KIN = 16, 4  # details on either side in which two are told apart, and in which kinship is told
_FOR = 6  # details behind `mistaken` in which it is said for what
_OF_COURTS = frozenset("measure measures objection objections ruling rulings question questions reference".split())  # noqa: SIM905
_DRAFT, _LED = 6, 3  # details before a day in which a draft is named, and what the day is of
_PLACES = 20  # places of one that are looked at
_OWN = 5  # details behind one among which its own day, number or address stands
_DAYS, _LINKS = frozenset({"date"}), frozenset({"url"})
_LABELS = frozenset({"no", "nos", "number", "annex", "exhibit", "enclosure"})
_BREATH, _FRAME = 2, 2  # segments between what is told in one breath, and words that open two entries
_NAMES, _TITLE = 12, 3  # segments of the names of an entry, and words of its title
_VOLUME = 4  # details before pages among which volume and year stand
_HEAD = 2  # segments of the head of a text
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_LETTERED = re.compile(r"[0-9]{4}[a-z]")  # years of works, `2022a`
_WEEKS = 14  # days between two that are told one behind the other


def are_two(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether two details are of two things."""
    if any(_is_contrasted(details, one, odd, rival) for one in (odd, rival)):
        return True
    if odd.kind in {"date", "code"} and _is_draft(details, odd) != _is_draft(details, rival):
        return True
    places = details.places[rival.key]
    first = bisect_left(places, odd.segment - _BREATH, key=_segment_of)
    last = bisect_right(places, odd.segment + _BREATH, key=_segment_of)
    near = (each for each in places[first:last][:_PLACES] if each.start != odd.start)
    if any(_are_in_one_breath(details, odd, each) for each in near):
        return True
    return _have_their_own(details, odd, rival)


def _is_contrasted(details: Details, one: Detail, odd: Detail, rival: Detail) -> bool:
    """Whether a text says that two are not one, `not to be confused with`; or one is a cousin of the other.

    Where a third one stands in the sentence, that is what is told from it.
    """
    segment = details.segments[one.segment]
    around = segment[max(0, one.at - _AROUND) : one.at + _AROUND]
    contrasted = any(
        each.value.rpartition(" ")[2] in CONTRASTED  # my near-namesake
        or (one.kind == "name" and each.value in FOLLOWING)
        or (each.value in MISTAKEN and any(behind.value == "for" for behind in around[number : number + _FOR]))
        for number, each in enumerate(around)
    )
    third = one.kind != "name" and any(
        each.kind == one.kind and each.value not in {odd.value, rival.value} for each in around
    )
    if contrasted and not third:
        return True
    near = segment[max(0, one.at - _KIN) : one.at + _KIN]
    return one.kind == "name" and any(each.kind == "word" and each.value in KIN for each in near)  # not: Father Anselm


def _is_draft(details: Details, one: Detail) -> bool:
    """Whether it is the day or number of a draft: `a draft of the joint opinion, of 14 January`."""
    segment = details.segments[one.segment]
    return any(
        each.value in DRAFTS and segment[each.at + 1].value not in _OF_COURTS
        for each in segment[max(0, one.at - _DRAFT) : one.at]
    )


def _are_in_one_breath(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether a sentence or its neighbours tell of both: two days behind the same word, two names at length."""
    apart = abs(odd.segment - rival.segment)
    if apart > _BREATH or details.paragraphs[odd.segment] != details.paragraphs[rival.segment]:
        return False
    if odd.kind == "name":
        return name_apart.are_in_one_breath(details, odd, rival)
    if odd.kind != "date":
        return False
    led, other = (_led(details, one) for one in (odd, rival))
    if led is None or led != other or sorted(odd.value) == sorted(rival.value):  # two digits swapped
        return False
    days = _days_between(odd.value, rival.value)
    return days is not None and days <= _WEEKS


def _led(details: Details, one: Detail) -> str | None:
    """The word before a day, small ones aside: the `letter` of one."""
    before = details.segments[one.segment][max(0, one.at - _LED) : one.at]
    return next((each.value for each in reversed(before) if each.value not in SMALL), None)


def _days_between(one: str, other: str) -> int | None:
    """Nearly, and of days too that no month has; None where one has no year."""
    first, last = (_DAY.fullmatch(each) for each in (one, other))
    if first is None or last is None:
        return None
    parts = zip(first.groups(), last.groups(), (365, 30, 1), strict=True)
    return abs(sum((int(left) - int(right)) * days for left, right, days in parts))


def _have_their_own(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether each has what one thing has but once, and another."""
    if odd.kind == "range":
        chapters = any(one.value.startswith("0") for one in (odd, rival))  # page 30 of chapter 2, `02-30`
        return chapters or _are_of_two_volumes(details, odd, rival)
    if odd.kind == "name":
        return name_apart.are_two(details, odd, rival)
    if (odd.kind == "year" or _LETTERED.fullmatch(odd.value)) and _are_two_entries(details, odd, rival):
        return True
    if odd.kind in TIMES and two_times.are_two(details, odd, rival):
        return True
    if odd.kind == "date" and _are_two_days(details, odd, rival):
        return True
    if odd.kind in TIMES:
        links = [_own(details, one, _LINKS) for one in (odd, rival)]
        if None not in links and links[0] != links[1] and not likeness.slip(str(links[0]), str(links[1])):
            return True
    if odd.kind in {"number", "code"}:
        return _are_two_numbers(details, odd, rival)
    numbers = [_numbered(details, one) for one in (odd, rival)]
    return odd.kind in {"date", "month"} and None not in numbers and numbers[0] != numbers[1]


def _are_of_two_volumes(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether right before each stand a volume and its year, both other ones: `22 (2018), pp. 240-244`."""
    before = [details.segments[one.segment][max(0, one.at - _VOLUME) : one.at] for one in (odd, rival)]
    told = [[{each.value for each in side if each.kind == kind} for kind in ("number", "year")] for side in before]
    return all(one and other and one.isdisjoint(other) for one, other in zip(*told, strict=True))


def _are_two_numbers(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether each has its own day, row, symbol or letter, or one is that of the text itself."""
    days = [_own(details, one, _DAYS) for one in (odd, rival)]
    if (None not in days and days[0] != days[1]) or (odd.kind == "number" and _are_parallel(details, odd, rival)):
        return True
    if _open_other_rows(details, odd, rival) or _have_own_symbols(details, odd, rival):
        return True
    if date_letters.lie_elsewhere(details, odd, rival):
        return True
    return _is_own(details, odd, rival) or _is_own(details, rival, odd)


def _is_own(details: Details, one: Detail, other: Detail) -> bool:
    """Whether one is the number of the text itself, and the other that of what has its own day."""
    if one.kind != "code" or not _is_in_head(details, one):
        return False
    return any(_own(details, each, _DAYS) for each in details.places[other.key][:_PLACES])


def _is_in_head(details: Details, one: Detail) -> bool:
    """Whether it stands in the title of the text: `Circular 6/1929 to the keepers of archives`."""
    last = details.segments[one.segment][-1]
    return one.segment < _HEAD and not details.document.text.startswith(".", last.start + len(last.said))


def _are_two_days(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether one alone is of entry into force, or no slip makes one year of the other."""
    if _is_of_force(details, odd) != _is_of_force(details, rival):
        return True
    year, other = odd.value[:4], rival.value[:4]
    if not (year.isdecimal() and other.isdecimal()):
        return False
    return abs(int(year) - int(other)) > 1 and not likeness.like_numbers(year, other)


def _is_of_force(details: Details, one: Detail) -> bool:
    """Whether it is the day from which something is in force."""
    return any(each.value == "force" for each in details.segments[one.segment][max(0, one.at - _LED) : one.at])


def _own(details: Details, one: Detail, kinds: Set[str]) -> str | None:
    """What of a kind stands right behind one."""
    behind = details.segments[one.segment][one.at + 1 : one.at + 1 + _OWN]
    return next((each.value for each in behind if each.kind in kinds), None)


def _paragraph(details: Details, one: Detail) -> list[Detail]:
    """What the paragraph of one says, near it."""
    return [each for segment in details.near(one, _NAMES, _NAMES - 1) for each in segment]


def _are_parallel(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether two stand in entries that begin alike, each with its own year first: `2. Survey of 2017: ...`."""
    said = [_paragraph(details, one) for one in (odd, rival)]
    first, other = (next((one.value[:4] for one in each if one.kind in TIMES), "") for each in said)
    opened = [[one.value for one in each if one.kind != "number"][:_FRAME] for each in said]
    return bool(first and other) and first != other and opened[0] == opened[1]


def _open_other_rows(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether they stand in rows of a chronology, each of its day, that begin alike: `6 May | Letter from the ...`."""
    rows = [details.segments[one.segment][: _FRAME + 1] for one in (odd, rival)]
    first, other = (row[0] for row in rows)
    if first.kind != "date" or other.kind != "date" or first.value == other.value:
        return False
    return [each.value for each in rows[0][1:]] == [each.value for each in rows[1][1:]]


def _have_own_symbols(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether the sentence of each has a symbol that ends with it: `general comment No. 36 ... (CCPR/C/GC/36)`."""
    symbols = [
        next((each.value for each in details.segments[one.segment] if _ends_with(each, one)), None)
        for one in (odd, rival)
    ]
    return None not in symbols and symbols[0] != symbols[1]


def _ends_with(symbol: Detail, number: Detail) -> bool:
    return number.kind == "number" and symbol.kind == "code" and symbol.value.endswith(f"/{number.value}")


def _numbered(details: Details, one: Detail) -> str | None:
    """The number behind a day: `(Annex CM-7)`, `No. 220`."""
    behind = details.segments[one.segment][one.at + 1 : one.at + 1 + _OWN]
    return next((number.value for label, number in pairwise(behind) if label.value in _LABELS), None)


def _are_two_entries(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether both years open entries of a list, behind names alone, with other words behind them."""
    titles = [_entry_title(details, one) for one in (odd, rival)]
    return None not in titles and titles[0] != titles[1]


def _entry_title(details: Details, one: Detail) -> tuple[str, ...] | None:
    """The first words behind the year of an entry; None where it does not open one."""
    said = _paragraph(details, one)
    before = [each for each in said if each.start < one.start]
    behind = [each.value for each in said if each.start > one.start][:_TITLE]
    if not before or any(each.kind != "name" and each.value not in SMALL and len(each.value) > 1 for each in before):
        return None
    return tuple(behind) if len(behind) == _TITLE else None
