"""What surely tells two dates of a text apart, however much their surroundings share.

Each dates another number, meeting, person, title or letter; one letter answers the other, or is called another; they
stand side by side in one list or series; they begin or end terms, or are days on which somebody read a page.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from juslint.dates import MONTH_WORDS
from juslint.knowledge import normalise_title
from juslint.rules import _date_counted, _date_likeness, _recurring
from juslint.rules._detail_words import ACCESS, COMMON, DATED, OFFICES, SMALL, TITLES, YEARLY
from juslint.rules._rarity import KINDS, is_numeral, stem, tells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.document import Span
    from juslint.rules._detail_pairs import Pair
    from juslint.rules._detail_tokens import Detail
    from juslint.rules._details import Details

_BESIDE = 3  # segments within which entries of a list stand side by side
_CALLED = 18  # details before a date in which the kind of a paper is named
_LONG = 30  # details in which sender and addressee are named
_NEXT = 2  # days
_ADDRESSED = 14  # details before a date in which the addressee is named
_SERIES = 5  # details that are the same before two dates of a series
_TITLE, _LEAST = 90, 12  # characters between a quoted title and its date, and in it
_NAMES = 12  # details before a date in which persons are named
_CLOSE = 5  # details before a date in which the meeting or the thing that is dated is named
_AROUND = 12  # details on either side in which another one is spoken of
_HEAD, _FIRST = 5, 12  # details before a letter's own date in its heading, and segments before it
_ANOTHER = frozenset("another second additional".split())  # noqa: SIM905
_TERM = frozenset("until through by than effective beginning ending since from".split())  # noqa: SIM905
_QUARTERS = frozenset("01-01 04-01 07-01 10-01".split())  # noqa: SIM905
AFTER = frozenset(  # what a day in front of it is not the day of
    """pursuant accordance following response reference under after before prior since based recalling referring acting
    according""".split()  # noqa: SIM905
)
_GAZETTES = frozenset(
    """gazette gaceta gazeta gazzetta official officiel oficial ufficiale journal diario boletin monitor monitorul resmi
    bundesgesetzblatt reichsgesetzblatt amtsblatt bundesanzeiger bulletin""".split()  # noqa: SIM905
)
_WROTE = frozenset("wrote letter written write note sent replied".split())  # noqa: SIM905
_BEGINS = frozenset("begin begins began start started commence commenced".split())  # noqa: SIM905
_ENDS = frozenset("end ended ends completion completed expire expired expiry until".split())  # noqa: SIM905
_PLACES = 6  # of a day that are looked at
_ACTS = frozenset(  # of which others write
    """judgment judgement ruling decision order sentence verdict award decree ordinance regulation directive law act
    statute constitution treaty agreement convention protocol charter resolution""".split()  # noqa: SIM905
)
_SHUNNED = SMALL | MONTH_WORDS | COMMON | TITLES

Parties = tuple[set[str], set[str]]


def are_two(pair: Pair) -> bool:
    """Whether the two are surely days of two things."""
    return any(tell(pair) for tell in _TELLING)


def _sides(pair: Pair) -> tuple[tuple[list[Detail], Detail], tuple[list[Detail], Detail]]:
    return (pair.left, pair.odd), (pair.right, pair.rival)


def _may_differ(pair: Pair) -> bool:
    """Whether one is a day on which a page was read, as it may be twice, or of what comes every year."""
    return any(
        any(detail.value in ACCESS for detail in segment[max(0, one.at - 2) : one.at])
        or any(detail.value in YEARLY for detail in segment)
        for segment, one in _sides(pair)
    )


def _begin_quarters(pair: Pair) -> bool:
    """Whether both are first days of two quarters, on which terms begin and what was decided enters into force."""
    days = {one.value[5:] for one in (pair.odd, pair.rival)}
    return len(days) > 1 and days <= _QUARTERS


def _is_term(pair: Pair) -> bool:
    """Whether one is the end or beginning of a term or period, as others are in other years."""
    ends = [_end(segment, one.at) for segment, one in _sides(pair)]
    if any(ends):  # of a term whose last day the other's sentence tells as well: `on 4 May, and the last on 8 June`
        if not all(ends) and pair.details.regions.told_with(pair.odd, pair.rival)[1]:
            return False
        return all(ends) or not any(
            end is not None and any(each.key == end for each in segment[one.at + 1 : one.at + _AROUND])
            for (segment, one), end in zip(_sides(pair), reversed(ends), strict=True)
        )
    return any(one.at > 0 and segment[one.at - 1].value in _TERM for segment, one in _sides(pair))


def _end(segment: list[Detail], at: int) -> tuple[str, str] | None:
    """The end of a term that a date begins: `4 December 2021 to 8 January 2022`."""
    behind = segment[at + 1 : at + 3]
    return behind[1].key if len(behind) > 1 and behind[0].value == "to" and behind[1].kind == "date" else None


def _have_two_numbers(pair: Pair) -> bool:
    """Whether the dates are those of two numbers: `resolution 46/182 of`, `3172 (XXVIII) of`, `5th meeting, on`."""
    for named in (_number, _ordinal):
        one, other = (named(segment, detail.at) for segment, detail in _sides(pair))
        if one is not None and other is not None and one != other:
            return True
    first, second = (_date_likeness.sitting(pair.details, detail) for detail in (pair.odd, pair.rival))
    return first is not None and second is not None and first != second


def have_same_number(pair: Pair) -> bool:
    """Whether the dates are those of one number: `Ordinance No. 24 of`."""
    one, other = (_number(segment, detail.at) for segment, detail in _sides(pair))
    return one is not None and one == other


def is_one_numbered(pair: Pair) -> bool:
    """Whether a number is dated on one side alone, `resolution 46/182 of`, and is not told on the other."""
    (ours, one), (theirs, other) = _sides(pair)
    first, second = _number(ours, one.at), _number(theirs, other.at)
    if (first is None) == (second is None):
        return False
    told = {detail.value for detail in (theirs if first else ours)}
    return told.isdisjoint((first or second or "").split())


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
    """Whether one family name stands before both dates, with another given name each."""
    ours, theirs = (list(_names(segment, one.at)) for segment, one in _sides(pair))
    common = [(len(one & other), one, other) for one in ours for other in theirs]
    return not any(number > 1 for number, *_ in common) and any(
        number == 1 and one - other and other - one for number, one, other in common
    )


def _names(segment: list[Detail], at: int) -> Iterator[set[str]]:
    """The names of more than one word before a place; an entry may begin with `Falck, Anders`."""
    run: list[Detail] = []
    for one in (*segment[max(0, at - _NAMES) : at], None):
        named = one is not None and one.kind == "name" and one.value not in _SHUNNED and len(one.value) > 1
        if one and named and run and (one.gap == " " or (one.gap == ", " and len(run) < 3 and run[0].at < 2)):
            run.append(one)
            continue
        if len(run) > 1:
            yield {each.value for each in run}
        run = [one] if one and named else []


def _have_two_titles(pair: Pair) -> bool:
    """Whether each is the date of another title, or they are those of one that is borne again, side by side."""
    details = pair.details
    one, other = (_title(details, detail) for detail in (pair.odd, pair.rival))
    if not one or not other:
        return False
    if one == other:
        return (_recurring.recurs(one) or _recurring.is_headline(one)) and details.regions.are_one(pair.odd, pair.rival)
    return one not in other and other not in one


def _title(details: Details, date: Detail) -> str:
    """The title in quotation marks before a date, folded."""
    span = title_of(details, date)
    return normalise_title(details.document.text[slice(*span)]) if span else ""


def title_of(details: Details, date: Detail) -> Span | None:
    """Where a title in quotation marks stands before a date in its segment."""
    document, first = details.document, details.segments[date.segment][0].start
    at = bisect_left(document.quotations, date.start, key=lambda span: span.start) - 1
    if at < 0:
        return None
    start, end = document.quotations[at]
    near = max(first, date.start - _TITLE) < end <= date.start
    return document.quotations[at] if near and end - start > _LEAST else None


def _is_answer(pair: Pair) -> bool:
    """Whether the one goes from where the other goes to."""
    one, other = (_parties(segment, detail.at) for segment, detail in _sides(pair))
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
    sides = [_at_length([one.value for one in segment], detail.at) for segment, detail in _sides(pair)]
    ours, theirs = (side[1] - SMALL if side else set() for side in sides)
    apart = not ours & theirs or bool(ours - OFFICES and theirs - OFFICES and not (ours & theirs) - OFFICES)
    return bool(ours and theirs) and apart


def _come_from_two(pair: Pair) -> bool:
    """Whether two letters are said to be from two senders whose names or offices have no word in common."""
    ours, theirs = (_sender(segment, one.at) for segment, one in _sides(pair))
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
    if "to" not in behind:
        return None
    end = words.index("to", words.index("addressed", start) if "addressed" in behind[:-1] else start)
    return set(words[start + 1 : end]), set(words[end + 1 : end + 12])


def _have_two_makers(pair: Pair) -> bool:
    """Whether what is dated is called by two names: `the Moroccan proposal`, `the Polisario Front proposal`."""
    ours, theirs = (dict(_named(segment, one.at)) for segment, one in _sides(pair))
    return any(ours[noun] != theirs[noun] for noun in ours.keys() & theirs.keys())


def _named(segment: list[Detail], at: int) -> Iterator[tuple[str, str]]:
    for name, noun in pairwise(segment[max(0, at - _CLOSE - 1) : at]):
        thing = noun.kind == "word" and noun.gap == " " and not noun.value.endswith("ed")
        called = thing and name.kind == "name" and name.value not in _SHUNNED
        if called and tells(name) and tells(noun):
            yield stem(noun), name.value


def _opens(pair: Pair) -> bool:
    """Whether one is a day on which something happened after what is told behind it: `On 4 May, following`."""
    return any(
        one.at < 3 and any(detail.value in AFTER for detail in segment[one.at + 1 : one.at + 3])
        for segment, one in _sides(pair)
    )


def _is_of_gazette(pair: Pair) -> bool:
    """Whether just one is the day of an official gazette, which prints what was made on another day."""
    before = (
        {detail.value for detail in segment[max(0, one.at - _CALLED // 2) : one.at]} for segment, one in _sides(pair)
    )
    gazettes = [not said.isdisjoint(_GAZETTES) for said in before]
    return gazettes[0] != gazettes[1]


def _are_side_by_side(pair: Pair) -> bool:
    """Whether they stand in entries of one list near each other, or in two paragraphs that begin alike."""
    details, one, other = pair.details, pair.odd, pair.rival
    apart = abs(one.segment - other.segment)
    if apart > _BESIDE or details.paragraphs[one.segment] == details.paragraphs[other.segment]:
        return False
    noted = details.in_note[one.segment] == details.in_note[other.segment]
    alike = apart < _BESIDE and noted and len(pair.before) >= _SERIES and title_of(details, one) is None
    return alike or details.regions.are_one(one, other)


def _are_papers_of_series(pair: Pair) -> bool:
    """Whether the same words stand before both, of what comes again: `the remarks of the Governor, 2 June 2014`."""
    details, odd, rival = pair.details, pair.odd, pair.rival
    if len(pair.before) < _SERIES or len(details.places[rival.key]) > 1 or title_of(details, odd) is not None:
        return False
    named = all("," in one.gap for one in (odd, rival)) and details.regions.are_alike(odd, rival)
    called = pair.left[max(0, odd.at - _CALLED) : odd.at]
    return named and _recurring.recurs(" ".join(one.said.lower() for one in called))


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


def _is_own(pair: Pair) -> bool:
    """Whether one is the day of the very letter, in which `your letter` of the other is answered."""
    for (segment, one), (there, other) in (_sides(pair), _sides(pair)[::-1]):
        before = {detail.value for detail in segment[max(0, one.at - 3) : one.at]}
        head = one.at < _HEAD and one.segment < _FIRST and not before.isdisjoint(DATED)
        if head and any(detail.value == "your" for detail in there[max(0, other.at - 4) : other.at]):
            return True
    return False


def _is_another(pair: Pair) -> bool:
    """Whether beside just one is spoken of another of what stands beside both: `another motion`."""
    (ours, mine), (theirs, other) = (_told_of(segment, one.at) for segment, one in _sides(pair))
    return bool(mine & theirs) != bool(other & ours)


def _told_of(segment: list[Detail], at: int) -> tuple[set[str], set[str]]:
    """What is told of around a date, and of this what is called another; behind it only where no other date is."""
    low = next((one.at + 1 for one in reversed(segment[max(0, at - _AROUND) : at]) if one.kind == "date"), 0)
    last = not any(one.kind == "date" for one in segment[at + 1 : at + 2 * _AROUND])
    around = segment[max(low, at - _AROUND) : at + _AROUND if last else at]
    told = {stem(one) for one in around if tells(one)}
    calls = (number for number, one in enumerate(around) if one.value in _ANOTHER)
    return told, {stem(one) for number in calls for one in around[number + 1 : number + 4] if tells(one)}


def _are_of_two_links(pair: Pair) -> bool:
    """Whether each stands in the words of a link to another address."""
    links = pair.details.document.links_by_place
    one, other = (next(iter(links.at(detail.span)), None) for detail in (pair.odd, pair.rival))
    return one is not None and other is not None and one.target != other.target


def _have_two_symbols(pair: Pair) -> bool:
    """Whether the text gives symbols of both, and none of both: `dated 13 March 2022 (A/76/752-S/2022/212)`."""
    details = pair.details
    ours, theirs = (
        {
            behind.value
            for place in details.places[one.key][:_PLACES]
            for behind in details.segments[place.segment][place.at + 1 : place.at + 2]
            if behind.kind == "code" and "/" in behind.value and behind.gap.endswith("(")
        }
        for one in (pair.odd, pair.rival)
    )
    return bool(ours and theirs) and not ours & theirs


def _begin_and_end(pair: Pair) -> bool:
    """Whether something begins on one and something ends on the other, as one mandate behind another."""
    said = [{one.value for one in segment[max(0, at.at - _CLOSE) : at.at]} for segment, at in _sides(pair)]
    return any(one & _BEGINS and other & _ENDS for one, other in (said, said[::-1]))


def _lasts(pair: Pair) -> bool:
    """Whether just one ends some days, and they are of other months: `from 22 to 29 June`, `on 29 May`."""
    firsts = [_date_likeness.first_day(segment, one.at) is not None for segment, one in _sides(pair)]
    return firsts[0] != firsts[1] and pair.odd.value[:7] != pair.rival.value[:7]


def _are_told_beside(pair: Pair) -> bool:
    """Whether the other one stands in the sentence of the odd one, too: a slip hardly makes it a part of both."""
    return any(one.segment == pair.odd.segment for one in pair.details.places[pair.rival.key])


def _is_about(pair: Pair) -> bool:
    """Whether one is the day of an act, `the judgment of`, and the other that of a work with a title of its own."""
    for (segment, one), (_, other) in (_sides(pair), _sides(pair)[::-1]):
        called = segment[max(0, one.at - 2) : one.at]
        act = len(called) > 1 and called[0].value in _ACTS and called[1].value in {"of", "dated"}
        if act and title_of(pair.details, other) is not None and title_of(pair.details, one) is None:
            return True
    return False


_TELLING = (
    _are_told_beside,
    _have_two_symbols,
    _begin_and_end,
    _lasts,
    _are_of_two_links,
    _is_about,
    _begin_quarters,
    _have_two_numbers,
    _is_term,
    _may_differ,
    _opens,
    _date_counted.are_counted,
    _is_of_gazette,
    _are_side_by_side,
    _are_papers_of_series,
    _did_two_things,
    _is_own,
    _have_two_makers,
    _are_of_two_persons,
    _is_answer,
    _go_elsewhere,
    _come_from_two,
    _is_another,
    _have_two_titles,
)
