"""What tells two dates of a text apart by the papers that bear them: titles, addresses, symbols, places in lists.

Each dates another title, link or symbol; one is that of a gazette, or of a work about what bears the other; they stand
side by side in one list or series.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from juslint.details.tokens import TIMES
from juslint.knowledge import normalise_title
from juslint.words import recurring

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.details.pairs import Pair
    from juslint.details.text import Details
    from juslint.details.tokens import Detail
    from juslint.document import Span

_BESIDE = 3  # segments within which entries of a list stand side by side
_CALLED = 18  # details before a date in which the kind of a paper is named
_SERIES = 5  # details that are the same before two dates of a series
_TITLE, _LEAST = 90, 12  # characters between a quoted title and its date, and in it
LATER = frozenset(  # what is done with a document when it is out
    """corrected correction corrigendum reissued reprinted republished withdrawn withdrew circulated distributed
    received denied revised extended renewed answered replied repeated""".split()  # noqa: SIM905
)
_ANSWERED = frozenset({"answered", "replied"})
_QUOTED = 8  # quotations of a segment that are looked at
_FAR = 14  # details on either side in which a newspaper is named
_DONE = 6  # details before a date in which it is told what was done to a paper
_PRINTED = frozenset(  # what is done in a newspaper, and what stands in it
    """print printed prints publish published appear appeared carried wrote reported interview article story letter
    editorial number issue edition""".split()  # noqa: SIM905
)
_PLACES = 6  # of a day that are looked at
_GAZETTES = frozenset(
    """gazette gaceta gazeta gazzetta official officiel oficial ufficiale journal diario boletin monitor monitorul resmi
    bundesgesetzblatt reichsgesetzblatt amtsblatt bundesanzeiger bulletin""".split()  # noqa: SIM905
)
_ACTS = frozenset(  # of which others write
    """judgment judgement ruling decision order sentence verdict award decree ordinance regulation directive law act
    statute constitution treaty agreement convention protocol charter resolution""".split()  # noqa: SIM905
)


def signs(pair: Pair) -> Iterator[tuple[str, float]]:
    """What the papers that bear them say of the two being one."""
    yield "one annex", _is_of_annex(pair)
    yield "one title", _have_one_title(pair)
    yield "answered", _is_answered(pair)
    differ_in_day = pair.odd.value[:7] == pair.rival.value[:7] and pair.odd.kind == "date"
    yield "event and paper", differ_in_day and _is_event_and_paper(pair)


def _are_told_beside(pair: Pair) -> bool:
    """Whether the other one stands in the sentence of the odd one, too: a slip hardly makes it a part of both."""
    return any(one.segment == pair.odd.segment for one in pair.details.places[pair.rival.key])


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


def _is_about(pair: Pair) -> bool:
    """Whether one is the day of an act, `the judgment of`, and the other that of a work with a title of its own."""
    for (segment, one), (_, other) in (pair.sides, pair.sides[::-1]):
        called = segment[max(0, one.at - 2) : one.at]
        act = len(called) > 1 and called[0].value in _ACTS and called[1].value in {"of", "dated"}
        if act and title_of(pair.details, other) is not None and title_of(pair.details, one) is None:
            return True
    return False


def _is_done_to(pair: Pair) -> bool:
    """Whether one is the day of a paper, and the other one on which a paper was corrected or received."""
    return any(done - _ANSWERED for done, _ in _done(pair))


def _is_answered(pair: Pair) -> bool:
    """Whether one is the day of a paper, and the other one on which somebody answered: that paper, or with it."""
    return any(done <= _ANSWERED and not _answers(called) for done, called in _done(pair))


def _done(pair: Pair) -> Iterator[tuple[set[str], Detail]]:
    """What was done on one day with a paper, where the other is the day of a paper, and what that one is called."""
    for (segment, one), (there, other) in (pair.sides, pair.sides[::-1]):
        before, called = segment[max(0, one.at - _DONE) : one.at], there[max(0, other.at - 2) : other.at]
        ends = [number for number, each in enumerate(before) if each.gap.startswith(". ")]  # of a sentence
        before = before[max(ends, default=0) :]
        done = {each.value for each in before} & LATER if before and before[-1].value == "on" else set()
        if done and called and called[-1].value in {"of", "dated"}:
            yield done, called[0]


def _answers(called: Detail) -> bool:
    """Whether a paper is what an answer was given in: an opinion, a decision; a letter or a request may be answered."""
    return called.value in _ACTS or called.value == "opinion"


def _have_two_titles(pair: Pair) -> bool:
    """Whether each is the date of another title, or they are those of one that is borne again, side by side."""
    details = pair.details
    one, other = (_title(details, detail) for detail in (pair.odd, pair.rival))
    if not one or not other:
        return False
    if one == other:
        return (recurring.recurs(one) or recurring.is_headline(one)) and details.regions.are_one(pair.odd, pair.rival)
    return one not in other and other not in one


def _title(details: Details, date: Detail) -> str:
    """The title in quotation marks before a date, folded."""
    span = title_of(details, date)
    return normalise_title(details.document.text[slice(*span)]) if span else ""


def title_of(details: Details, date: Detail, least: int = _LEAST) -> Span | None:
    """Where a title in quotation marks, of some length, stands before a date in its segment."""
    document, first = details.document, details.segments[date.segment][0].start
    at = bisect_left(document.quotations, date.start, key=lambda span: span.start) - 1
    if at < 0:
        return None
    start, end = document.quotations[at]
    near = max(first, date.start - _TITLE) < end <= date.start
    own = near and not any(one.kind in TIMES and one.start >= end for one in _before(details, date))
    return document.quotations[at] if own and end - start > least else None


def _before(details: Details, date: Detail) -> list[Detail]:
    """What stands before a date where the date of a title may stand."""
    return details.segments[date.segment][max(0, date.at - _CALLED) : date.at]


def _is_of_annex(pair: Pair) -> bool:
    """Whether one is the only day of the entry of an annex that is pointed to behind the other, and no day between."""
    labels = pair.details.labels
    for (segment, one), (entry, other) in (pair.sides, pair.sides[::-1]):
        at = labels.pointer(one, other)
        if at is not None and not any(each.kind == "date" for each in segment[one.at + 1 : at]):
            return sum(each.kind == "date" for each in entry) == 1
    return False


def _have_one_title(pair: Pair) -> bool:
    """Whether both segments quote the same title: `printed on 6 May "The Shut Door"`, `"The Shut Door", 6 May`."""
    ours, theirs = (_quoted(pair.details, segment) for segment, _ in pair.sides)
    return not ours.isdisjoint(theirs)


def _quoted(details: Details, segment: list[Detail]) -> set[str]:
    """The titles of some words in quotation marks in a segment, folded."""
    document, last = details.document, segment[-1].span.end
    at = bisect_left(document.quotations, segment[0].start - 1, key=lambda span: span.start)
    found: set[str] = set()
    for span in document.quotations[at : at + _QUOTED]:
        if span.end > last + 2:
            break
        if _LEAST < span.end - span.start <= _TITLE:
            found.add(normalise_title(document.text[slice(*span)]))
    return {title for title in found if " " in title}


def _is_of_gazette(pair: Pair) -> bool:
    """Whether just one is the day of an official gazette, which prints what was made on another day; not: monitors."""
    gazettes = [
        any(
            each.value in _GAZETTES and (each.kind == "name" or each.value == "gazette")
            for each in segment[max(0, one.at - _CALLED // 2) : one.at]
        )
        for segment, one in pair.sides
    ]
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
    return named and recurring.recurs(" ".join(one.said.lower() for one in called))


def _is_event_and_paper(pair: Pair) -> bool:
    """Whether one is the day of a newspaper or gazette that the other's surroundings do not name."""
    return any(2 * len(named) < len(words) for words, named, _ in _issues(pair))


def _is_event_told_of(pair: Pair) -> bool:
    """Whether one is the day of a newspaper, and the other of an event of which it is said who told in it.

    `The correspondent of the Chronicle reached the Fort on 1 April`; not: `as the Chronicle reported on 1 April`.
    """
    for words, named, (segment, one) in _issues(pair):
        near = {each.value for each in segment[max(0, one.at - _DONE) : one.at + _BESIDE + 1]}
        before = {each.value for each in segment[max(0, one.at - 2) : one.at]}
        if 2 * len(named) >= len(words) and near.isdisjoint(_PRINTED) and before.isdisjoint(words):
            return one.at > 0 and segment[one.at - 1].value == "on"
    return False


def _issues(pair: Pair) -> Iterator[tuple[set[str], set[str], tuple[list[Detail], Detail]]]:
    """Where just one is the day of a newspaper: its name, what the other's surroundings have of it, and the other."""
    issues = [_issue(pair.details, *side) for side in pair.sides]
    if bool(issues[0]) != bool(issues[1]):
        segment, one = pair.sides[1 if issues[0] else 0]
        around = {each.value for each in segment[max(0, one.at - _FAR) : one.at + _FAR + 1]}
        words = issues[0] or issues[1]
        yield words, words & around, (segment, one)


def _issue(details: Details, segment: list[Detail], date: Detail) -> set[str]:
    """The words of the name of a paper right before a date: `*Al-Ahram Weekly*, 5 December 2013`."""
    if not date.at or "," not in date.gap:
        return set()
    before = segment[date.at - 1]
    title = title_of(details, date, 0)
    marked = next(iter(details.document.emphases_by_place.at(before.span)), None)
    start = marked.start if marked else title[1] if title else None
    if start is None or (before.kind != "name" and title is None):
        return set()
    return {one.value for one in segment[: date.at] if one.start >= start and len(one.value) > 3}


TELLING = (
    _are_told_beside,
    _have_two_symbols,
    _is_about,
    _is_done_to,
    _is_of_gazette,
    _is_event_told_of,
    _are_side_by_side,
    _are_papers_of_series,
    _have_two_titles,
)
