"""One page of a source told in two places, with a slip in one of them.

A text that names a page in a list, `R. Alsina, La Nación, 18 August 2013, p. 11`, names it there because it speaks of
that page. Where it speaks of the source with another page, and with none that the list has, the two are one page if one
is the other with two digits swapped; of another slip more must speak for it, since works are cited at many pages. So it
is with the page of a sentence and the one of the note that it calls.

The points are set by hand. Of 614 texts without slips few name another page of a source in the list or note than in
the text; were each such page another one by chance, less than 2 of 1,000 texts would be reported falsely.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from juslint.details.pages.slips import kind_of_slip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.details.pages.places import PagePlace
    from juslint.details.pages.scopes import Scopes
    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_MOST = 2_000  # pages of a text that is looked at
_FEW = 12  # pages of one source that are compared, and pairs of pages of one thing
_BUSY = 12  # entries that a name stands in, which then names none of them
_TIED, _BEST = 0.28, 0.7  # weight of what names a source in both places, and part of the most that any entry has
_NAMED = 1.0  # weight of what names one source beside two pages
_SAME = 0.7  # weight of what else is said beside two pages of one thing
_ENOUGH = 1.0  # weight of what names a source in one sentence
_MOST_BESIDE = 2.0  # points that what is said beside both gives
_NEIGHBOURS = 2  # pages
_SPEAKS = 4.5  # points
POINTS = {
    "swapped": 3.5,
    "mixed": 2.5,
    "first digits": 1.5,
    "first digits of three": 2.0,
    "last digit": 0.0,
    "only digit": -0.5,
    "digit more": 1.0,
    "neighbours": -3.0,
    "alone in the entry": 1.0,
    "said what it is": 0.7,
    "alone in the text": 1.0,
    "others in the text": -0.5,
    "others in lists": -1.0,
    "beside": 1.0,
    "matched": 1.5,
    "day": 2.0,
    "linked": 1.0,
}


class Entry(NamedTuple):
    """An entry of a list, a row or a note: its pages, and those elsewhere that seem to be of its source."""

    own: list[PagePlace]
    told: list[PagePlace]
    ranges: list[PagePlace]
    linked: bool


class _Text(NamedTuple):
    """What is said of the entries of a text besides one: the share of their pages that it has, and further pages."""

    share: float
    listed: int


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each page with the other one that it seems to be a slip of, the later first."""
    found = details.pages
    if not 1 < len(found) < _MOST:
        return
    scopes = details.page_scopes
    tied = entries(details, scopes, found)
    both = sum(map(_matched, tied))
    alone = sum(len(entry.own) for entry in tied)
    listed: dict[int, set[int]] = defaultdict(set)  # by the place of a page elsewhere: the pages of its entries
    for entry in tied:
        for page in entry.told:
            listed[page.detail.start] |= {one.first for one in entry.own}
    for entry in tied:
        share = (both - _matched(entry)) / (alone - len(entry.own) + 0.5)
        others = set().union(*(listed[page.detail.start] for page in entry.told))
        others -= {page.first for page in (*entry.own, *entry.told)}
        best = _best(scopes, entry, _Text(share, len(others)))
        if best is not None:
            yield max(best), min(best)
    yield from _of_one_thing(details, scopes, found)


def _of_one_thing(details: Details, scopes: Scopes, found: Sequence[PagePlace]) -> Iterator[tuple[Detail, Detail]]:
    """Pages with two digits swapped on which the same stands, the only ones of their source, and not both in notes.

    One of them may begin a run of pages, outside of which the other is.
    """
    alike: dict[tuple[str, ...], list[PagePlace]] = defaultdict(list)
    for page in found:
        alike[tuple(sorted(str(page.first)))].append(page)
    left = _FEW
    for pages in alike.values():
        if len(pages) != 2 or len({page.first for page in pages}) < 2 or not left:
            continue
        one, other = sorted(pages, key=lambda page: page.last or 0)
        if one.last is not None or other.first <= one.first <= (other.last or 0):
            continue
        notes = all(details.in_note[page.detail.segment] for page in pages)
        if notes or details.are_told_together(one.detail, other.detail):
            continue
        if scopes.shared(one, other) < _NAMED or scopes.same(one, other)[0] < _SAME:
            continue
        left -= 1
        if not any(scopes.shared(page, each) >= _NAMED for each in found if each not in pages for page in pages):
            yield (other.detail, one.detail) if other.last is None else (one.detail, other.detail)


def entries(details: Details, scopes: Scopes, found: Sequence[PagePlace]) -> list[Entry]:
    """The entries and notes that name a page of a source of which the text names one elsewhere."""
    return [entry for entry in (*_listed(details, scopes, found), *_called(details, scopes, found)) if entry.told]


def _listed(details: Details, scopes: Scopes, found: Sequence[PagePlace]) -> Iterator[Entry]:
    """The entries of lists that name a page, with the pages elsewhere of which no other entry has more in common."""
    entries: dict[int, Entry] = {}
    outside = []
    for one in found:
        if scopes.is_entry(one.detail.segment):
            entry = entries.setdefault(details.paragraphs[one.detail.segment], Entry([], [], [], linked=False))
            (entry.own if one.last is None else entry.ranges).append(one)
        elif one.last is None:
            outside.append(one)
    for page in outside:
        tied = _tied(scopes, page)
        most = max(tied.values(), default=0)
        for each, weight in tied.items():
            if each in entries and weight >= max(_TIED, _BEST * most):
                entries[each].told.append(page)
    yield from entries.values()


def _tied(scopes: Scopes, page: PagePlace) -> dict[int, float]:
    """By entry: how much it has in common with what names the source of a page, in the sentence that has most."""
    weights: dict[int, dict[float, float]] = defaultdict(lambda: defaultdict(float))
    for said, nearness in scopes.of(page).source.items():
        where = scopes.listed(said)
        if len(where) <= _BUSY:
            for each in where:
                weights[each][nearness] += scopes.weight(said)
    return {each: max(near * min(_ENOUGH, one) for near, one in found.items()) for each, found in weights.items()}


def _called(details: Details, scopes: Scopes, found: Sequence[PagePlace]) -> Iterator[Entry]:
    """The notes that name a page, with the pages in the sentences that call them, or are followed by one that does."""
    notes: dict[str, Entry] = {}
    for one in found:
        if details.in_note[one.detail.segment]:
            mark = min(details.notes[one.detail.segment])
            entry = notes.setdefault(mark, Entry([], [], [], linked=True))
            (entry.own if one.last is None else entry.ranges).append(one)
    for one in found if notes else ():
        if one.last is not None or details.in_note[one.detail.segment]:
            continue
        called = details.next_note(one.detail) if scopes.is_noted(one) else None
        note, least = notes.get(called or scopes.next_note(one) or ""), _TIED if called else _NAMED
        if note and any(scopes.shared(one, other) >= least for other in note.own[:_FEW]):
            note.told.append(one)
    yield from notes.values()


def _matched(entry: Entry) -> int:
    """How many pages of an entry the text has of its source."""
    told = {one.first for one in entry.told}
    return sum(one.first in told for one in entry.own)


def _best(scopes: Scopes, entry: Entry, text: _Text) -> tuple[Detail, Detail] | None:
    """The page of an entry that the text has not, and the one that the text has and the entry has not."""
    own, told = ({one.first for one in each} for each in (entry.own, entry.told))
    scored = sorted(
        (
            (_points(scopes, entry, one, other, text), one.detail, other.detail)
            for one in entry.own[:_FEW]
            for other in entry.told[:_FEW]
            if one.first not in told and other.first not in own and not _are_two(scopes, entry, one, other)
        ),
        reverse=True,
    )
    if not scored or scored[0][0] < _SPEAKS:
        return None
    return scored[0][1:]


def _are_two(scopes: Scopes, entry: Entry, one: PagePlace, other: PagePlace) -> bool:
    """Whether just one is the page on which an article or judgment begins, and not outside of all its pages.

    Where the entry has another page on which it begins, and a name beside that of its reports, neither begins it.
    """
    if (
        any(page is not one and scopes.begins(page) for page in entry.own)
        and scopes.shared_beyond(one, other) >= _NAMED
    ):
        return False
    among, outside = (any(run.first <= page.first <= (run.last or 0) for run in entry.ranges) for page in (one, other))
    return {scopes.begins(one), scopes.begins(other)} == {True, False} and not (among and not outside)


def _points(scopes: Scopes, entry: Entry, one: PagePlace, other: PagePlace, text: _Text) -> float:
    return sum(POINTS[sign] * value for sign, value in _signs(scopes, entry, one, other, text))


def _signs(scopes: Scopes, entry: Entry, one: PagePlace, other: PagePlace, text: _Text) -> Iterator[tuple[str, float]]:
    kind = kind_of_slip(one.first, other.first)
    if kind is None:
        return
    yield kind, 1
    yield "neighbours", abs(one.first - other.first) <= _NEIGHBOURS
    yield "alone in the entry", all(page is one or scopes.begins(page) for page in entry.own)
    yield "said what it is", scopes.is_explained(one)
    others = len({each.first for each in entry.told}) - 1
    yield "alone in the text", not others
    yield "others in the text", min(others, 3)
    yield "beside", min(_MOST_BESIDE, scopes.same(one, other)[1])
    yield "matched", text.share
    yield "others in lists", min(text.listed, 3)
    yield "day", scopes.have_one_day(one, other)
    yield "linked", entry.linked and len(entry.own) == 1
