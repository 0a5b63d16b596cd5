"""What tells two dates of a text apart by the papers that bear them: titles, addresses, symbols, places in lists.

Each dates another title, link or symbol; one is that of a gazette, or of a work about what bears the other; they stand
side by side in one list or series.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from juslint.knowledge import normalise_title
from juslint.words import recurring

if TYPE_CHECKING:
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
_FAR = 14  # details on either side in which a newspaper is named
_DAYS = frozenset({"date", "month", "year"})
_DONE = 6  # details before a date in which it is told what was done to a paper
_PLACES = 6  # of a day that are looked at
_GAZETTES = frozenset(
    """gazette gaceta gazeta gazzetta official officiel oficial ufficiale journal diario boletin monitor monitorul resmi
    bundesgesetzblatt reichsgesetzblatt amtsblatt bundesanzeiger bulletin""".split()  # noqa: SIM905
)
_ACTS = frozenset(  # of which others write
    """judgment judgement ruling decision order sentence verdict award decree ordinance regulation directive law act
    statute constitution treaty agreement convention protocol charter resolution""".split()  # noqa: SIM905
)


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


def _are_of_two_links(pair: Pair) -> bool:
    """Whether each stands in the words of a link to another address."""
    links = pair.details.document.links_by_place
    one, other = (next(iter(links.at(detail.span)), None) for detail in (pair.odd, pair.rival))
    return one is not None and other is not None and one.target != other.target


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
    for (segment, one), (there, other) in (pair.sides, pair.sides[::-1]):
        before, called = segment[max(0, one.at - _DONE) : one.at], there[max(0, other.at - 2) : other.at]
        done = {each.value for each in before} & LATER if before and before[-1].value == "on" else set()
        if done and called and called[-1].value in {"of", "dated"} and not (done <= _ANSWERED and _answers(called[0])):
            return True
    return False


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


def title_of(details: Details, date: Detail) -> Span | None:
    """Where a title in quotation marks stands before a date in its segment."""
    document, first = details.document, details.segments[date.segment][0].start
    at = bisect_left(document.quotations, date.start, key=lambda span: span.start) - 1
    if at < 0:
        return None
    start, end = document.quotations[at]
    near = max(first, date.start - _TITLE) < end <= date.start
    own = near and not any(one.kind in _DAYS and one.start >= end for one in _before(details, date))
    return document.quotations[at] if own and end - start > _LEAST else None


def _before(details: Details, date: Detail) -> list[Detail]:
    """What stands before a date where the date of a title may stand."""
    return details.segments[date.segment][max(0, date.at - _CALLED) : date.at]


def _is_of_gazette(pair: Pair) -> bool:
    """Whether just one is the day of an official gazette, which prints what was made on another day."""
    before = (
        {detail.value for detail in segment[max(0, one.at - _CALLED // 2) : one.at]} for segment, one in pair.sides
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
    return named and recurring.recurs(" ".join(one.said.lower() for one in called))


def is_event_and_paper(pair: Pair) -> bool:
    """Whether one is the day of a newspaper or gazette that the other's surroundings do not name."""
    issues = [_issue(pair.details, *side) for side in pair.sides]
    if bool(issues[0]) == bool(issues[1]):
        return False
    at = 1 if issues[0] else 0
    segment, one = pair.sides[at]
    around = {each.value for each in segment[max(0, one.at - _FAR) : one.at + _FAR + 1]}
    words = issues[0] or issues[1]
    return 2 * len(words & around) < len(words)


def _issue(details: Details, segment: list[Detail], date: Detail) -> set[str]:
    """The words of the name of a paper right before a date: `*Al-Ahram Weekly*, 5 December 2013`."""
    if not date.at or "," not in date.gap:
        return set()
    before = segment[date.at - 1]
    title = title_of(details, date)
    marked = next(iter(details.document.emphases_by_place.at(before.span)), None)
    start = marked.start if marked else title[1] if title else None
    if start is None or (before.kind != "name" and title is None):
        return set()
    return {one.value for one in segment[: date.at] if one.start >= start and len(one.value) > 3}


TELLING = (
    _are_told_beside,
    _have_two_symbols,
    _are_of_two_links,
    _is_about,
    _is_done_to,
    _is_of_gazette,
    _are_side_by_side,
    _are_papers_of_series,
    _have_two_titles,
)
