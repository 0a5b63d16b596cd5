"""The year of a judgment, where a text names the case again: `*Goodwin* (1996)`, `Filártiga in 1980`.

A case is known by its parties, `Goodwin v. the United Kingdom`, or by the first of them in italics. Its year is the one
that stands with it in brackets, behind `in`, in a row or entry, or as that of `the judgment of 27 March 1996 in` it. A
year is odd that stands once with a case which otherwise has only one other year. Where a phase is named, `merits`,
`interim measures`, there may be another judgment, and nothing is said.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from juslint.details.tokens import TIMES, year_of
from juslint.details.words import COMMON, SMALL
from juslint.details.years.apart import PHASES
from juslint.words import likeness
from juslint.words.states import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_PARTY, _BEHIND, _BEFORE = 5, 24, 5  # names of a party, details behind a name and before it that tell its year
_PERSON, _LETTERS, _ROW = 2, 4, 4  # names of a person, letters of a name that tells, details of a short row
_VERB, _PHASE = 3, 12  # details between a short name and `in`, and around a year in which a phase is named
_JOINING = frozenset("and the of de others another ors anor".split())  # noqa: SIM905
_DECIDED = frozenset("judgment judgement decision ruling award opinion".split())  # noqa: SIM905
_COURTS = frozenset("court chamber tribunal committee commission house".split())  # noqa: SIM905
_NUMBERS = frozenset("gc no nos and grand chamber case".split())  # noqa: SIM905 - of applications, before the day


class _Mention(NamedTuple):
    """A place where a case is named, and the years there: the one that is surely of it, and all that may be."""

    time: Detail | None
    years: frozenset[str]


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each odd year with one of the others; of two that stand as often, the later."""
    named = list(_named(details))
    cases: dict[tuple[str, str], list[_Mention]] = defaultdict(list)
    short: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for case, segment, start, end in named:
        cases[case].append(_mention(details, segment, start, end))
        for name in _short_names(case, segment[start:end]):
            short[name].add(case)
    for said, segment, start, end in _shortly(details, short) if short else ():
        if len(short[said]) == 1:
            cases[next(iter(short[said]))].append(_mention(details, segment, start, end))
    for found in cases.values():
        yield from _odd(details, sorted(found, key=lambda one: one.time.start if one.time else 0))


def _odd(details: Details, found: Sequence[_Mention]) -> Iterator[tuple[Detail, Detail]]:
    times = [one.time for one in found if one.time is not None]
    years = {time.value[:4] for time in times}
    if len(years) != 2:
        return
    last = times[-1].value[:4]
    late = [time for time in times if time.value[:4] == last]
    early = [time for time in times if time.value[:4] != last]
    odd, usual = (late, early) if len(late) <= len(early) else (early, late)
    year = odd[0].value[:4]
    elsewhere = sum(year in one.years for one in found)
    left, right = sorted(years)
    like = likeness.like_numbers(left, right) or int(right) - int(left) == 1
    rival = usual[0]
    if len(odd) > 1 or elsewhere > 1 or not like or {odd[0].kind, rival.kind} == {"date"}:
        return
    if not any(_tells_phase(details, one) for one in (odd[0], rival)) and not details.are_told_together(odd[0], rival):
        yield year_of(odd[0]), year_of(rival)


def _tells_phase(details: Details, one: Detail) -> bool:
    around = details.segments[one.segment][max(0, one.at - _PHASE) : one.at + _PHASE // 2]
    return any(each.value in PHASES for each in around)


def _named(details: Details) -> Iterator[tuple[tuple[str, str], list[Detail], int, int]]:
    """The parties of each case that is named in full, with its segment, where it begins there and where it ends."""
    for mark in details.saying(("v", "vs", "versus")):
        segment = details.segments[mark.segment]
        left = _party(segment[max(0, mark.at - _PARTY) : mark.at][::-1], backwards=True)
        right = _party(segment[mark.at + 1 : mark.at + 1 + _PARTY], backwards=False)
        if left and right:
            name = " ".join(one.value for one in reversed(left))
            yield (name, right[0].value), segment, left[-1].at, right[-1].at


def _party(said: Sequence[Detail], *, backwards: bool) -> list[Detail]:
    """The names that follow one another, in the order given."""
    found: list[Detail] = []
    for number, one in enumerate(said):
        apart = (said[number - 1] if backwards and number else one).gap if number else ""
        if any(sign in apart for sign in ",;:()[].\n|") or (one.kind != "name" and one.value not in _JOINING):
            break
        if one.kind == "name" and one.value not in SMALL:
            found.append(one)
    return found


def _short_names(case: tuple[str, str], said: Sequence[Detail]) -> Iterator[str]:
    """What a case can be called by: its first party, and the first name of it or, of a person, the last."""
    names = [one.value for one in takewhile(lambda one: one.value != "v", said) if one.kind == "name"]
    if not _is_common(case[0]):
        yield case[0]
        if len(names) > _PERSON and len(names[0]) >= _LETTERS:
            yield names[0]
        if len(names) == _PERSON and len(names[1]) >= _LETTERS:
            yield names[1]


def _is_common(name: str) -> bool:
    return any(part in STATES or part in COMMON or part in _COURTS for part in (name, *name.split()))


def _shortly(details: Details, short: dict[str, set[tuple[str, str]]]) -> Iterator[tuple[str, list[Detail], int, int]]:
    """Where a name of a case stands alone in italics, or with nothing but a day or year in a row."""
    for segment in details.segments:
        names = [one for one in segment if one.kind == "name"]
        said = " ".join(one.value for one in names)
        if len(segment) <= _ROW and said in short and all(one.kind in TIMES for one in segment if one not in names):
            yield said, segment, names[0].at, names[-1].at
    starts = [segment[0].start for segment in details.segments]
    for span in sorted(set(details.document.emphases)):
        number = bisect_left(starts, span.end) - 1
        segment = details.segments[number] if number >= 0 else []
        inside = [one for one in segment if span.start <= one.start < span.end]
        said = " ".join(one.value for one in inside)
        if inside and said in short:
            yield said, segment, inside[0].at, inside[-1].at


def _mention(details: Details, segment: list[Detail], start: int, end: int) -> _Mention:
    """The years beside a name, up to the next name of a case."""
    behind: list[Detail] = []
    for one in segment[end + 1 : end + 1 + _BEHIND]:
        if one.value == "v" or ";" in one.gap:
            break
        behind.append(one)
    before = segment[max(0, start - _BEFORE) : start]
    times = [one for one in (*before, *behind) if one.kind in TIMES and one.value[:1] != "-"]
    years = {one.value[:4] for one in times}
    number = segment[0].segment
    listed = details.in_note[number] or details.is_entry(number)
    row = len(segment) <= _ROW
    first = next((one for one in behind if one.kind in TIMES), None)
    if first is not None and first.at == end + 1 and first.gap == " (":
        return _Mention(first, frozenset(years))
    sole = times[0] if len(years) == 1 else None
    given = sole is not None and ((listed and sole.at > end) or row or _is_given(segment, sole, start, end))
    return _Mention(sole if given else None, frozenset(years))


def _is_given(segment: Sequence[Detail], time: Detail, start: int, end: int) -> bool:
    """Whether, in prose, a year or day beside a name is surely that of the judgment."""
    if time.at < start:
        between = [one.value for one in segment[time.at + 1 : start]]
        of = segment[max(0, time.at - 2) : time.at]
        return {*between} <= {"in", "the", "case", "of"} and any(one.value in _DECIDED for one in of)
    between_ = segment[end + 1 : time.at]
    if not between_:
        return time.gap in {" (", ", "} or (time.gap.endswith("(") and len(time.gap) < _BEFORE)
    if between_[-1].value == "in" and time.kind == "year":
        return len(between_) <= _VERB and "," not in "".join(one.gap for one in between_)
    if all(one.kind in {"number", "code"} or one.value in _NUMBERS for one in between_) and time.gap in {", ", " ("}:
        return True
    court = any(one.value in _COURTS for one in between_)
    return between_[-1].value == "on" and court and len(between_) <= _BEHIND // 2
