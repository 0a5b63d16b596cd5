"""Two pages of a text that may be one, and how much speaks for it, in points.

What speaks for one are names of one source in both surroundings, words that are said beside both, other pages that
both places name, the symbol of one document right before both, a list or note that names the page of which the text
speaks. What speaks against it are other days or symbols beside each, a page that the text names again, two places of
one kind, as two notes are, and slips that are none: in the last digit, as pages of one passage differ.

The points are the rounded weights of a logistic regression over some 500 pages that were changed, and over all like
pages of 1,000 texts without changes, as tools/weigh_signs.py learns them; what few examples have is weighed by hand, as
two pages that are named otherwise. From zero on, two pages are taken for one: judged by points that were learnt from
other texts, 2 of those 1,000 are then accused, and by these points none. Since few texts have like pages of one source
by chance, other pages of one source are examples too, as if they were alike, with the weight of that chance.
"""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING

from juslint.details.pages.slips import part
from juslint.details.pages.twins import LEAST
from juslint.details.pairs import Pair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.details.pages.twins import Twin, Twins

_NEIGHBOURS = 2  # pages
_MOST_RARE, _MOST_NAMED, _MOST_BESIDE, _MOST_LEAD = 4, 3.0, 2.0, 1.0  # bounds of what is weighed
_MOST_CITED, _MOST_SHARED = 4, 2
_ONE_THING = 1.5  # what both say and no other paragraph does, and half of what one other does
_SYMBOL = 7  # details before a page, among which is the symbol of its document
_HUNDREDS = 100
POINTS = {
    "": -6.25,
    "swapped": 2.05,
    "mixed": -2.0,
    "last digit": -1.15,
    "only digit": -1.85,
    "digit more": 0.7,
    "first digits": 0.45,
    "neighbours": -1.3,
    "run": 0.7,
    "same first page": 0.75,
    "same last page": 0.3,
    "both ends": 0.25,
    "of hundreds": 0.7,
    "much of the other": 2.15,
    "named": 0.45,
    "named otherwise": -4.0,
    "lead": 0.55,
    "beside": 0.75,
    "hardly said elsewhere": 0.6,
    "one thing in list and text": 3.4,
    "same words before": 0.5,
    "told apart": -2.05,
    "linked": 1.3,
    "called": -1.3,
    "called by name": 2.7,
    "one symbol": 2.75,
    "label": 4.25,
    "same day": 1.35,
    "same other pages": 2.65,
    "one within the work": 0.95,
    "other pages of the source": -0.15,
    "again": -2.5,
    "both again": -2.35,
    "entry and text": 1.4,
    "pages told twice": 1.6,
    "two entries": -2.0,
    "two notes": -1.0,
    "note and text": 2.1,
    "one begins": -2.0,
    "explained": 0.75,
}


def points(text: Twins, twin: Twin) -> float:
    """How much speaks for two pages being one: from 0 on, they are."""
    return sum(POINTS[sign] * value for sign, value in signs(text, twin))


def signs(text: Twins, twin: Twin) -> Iterator[tuple[str, float]]:
    """What speaks for one, or against it, and how much."""
    return _Signs(text, twin).every()


class _Signs:
    """The signs of two pages."""

    def __init__(self, text: Twins, twin: Twin) -> None:
        self._text = text
        self.one, self.other, self.slip = twin

    def every(self) -> Iterator[tuple[str, float]]:
        """What speaks for one, or against it, and how much."""
        yield "", 1.0
        yield from self._of_pages()
        yield from self._of_sources()
        yield from self._of_places()

    def _of_pages(self) -> Iterator[tuple[str, float]]:
        """Of the pages themselves."""
        one, other, (kind, where) = self.one, self.other, self.slip
        for each in ("swapped", "mixed", "last digit", "only digit", "digit more"):
            yield each, kind == each
        yield "first digits", kind.startswith("first digits")
        far = one.first - other.first or (one.last or 0) - (other.last or 0)
        yield "neighbours", kind == "last digit" and abs(far) <= _NEIGHBOURS
        yield "run", where != "page"
        yield "same first page", where == "last"
        yield "same last page", where == "first"
        yield "both ends", where == "both"
        yield "of hundreds", min(one.first, other.first) >= _HUNDREDS
        yield "much of the other", part(one, other) if where != "page" else 0.0

    def _of_sources(self) -> Iterator[tuple[str, float]]:
        """Of what names their sources, and what stands on them."""
        text, one, other, where = self._text, self.one, self.other, self.slip.where
        named = text.named(one, other)
        yield "named", min(named, _MOST_NAMED)
        yield "named otherwise", named < LEAST and text.are_named_otherwise(one, other)
        yield (
            "lead",
            sum(max(-_MOST_LEAD, min(lead, _MOST_LEAD)) for lead in (text.lead(one, other), text.lead(other, one))),
        )
        yield "beside", min(text.details.page_scopes.same(one, other)[0], _MOST_BESIDE)
        rare, known = text.rarely_said(one, other)
        yield "hardly said elsewhere", min(known, _MOST_RARE)
        yield "one thing in list and text", self._is_one_listed and rare + known / 2 >= _ONE_THING
        pair = Pair(text.details, one.detail, other.detail)
        yield "same words before", min(_MOST_CITED, len(pair.before))
        yield "told apart", pair.told_apart
        yield "linked", pair.linked
        called = self._is_called()
        yield "called", called
        yield "called by name", called and named >= LEAST
        yield "one symbol", self._has_one_symbol()
        yield "label", text.details.labels.tie(one.detail, other.detail)
        yield "same day", text.details.page_scopes.have_one_day(one, other)
        yield "same other pages", min(_MOST_SHARED, text.other_pages(one, other))
        within = [bool(text.runs_with(each)) for each in (one, other)]
        yield "one within the work", within[0] is not within[1] and where == "page" and text.share_run(one, other)
        yield "other pages of the source", math.log(1 + text.others(one, other))
        again = text.again(one, other), text.again(other, one)
        yield "again", math.log(1 + max(again))
        yield "both again", min(again) > 0

    def _of_places(self) -> Iterator[tuple[str, float]]:
        """Of where they stand."""
        details, scopes, both = self._text.details, self._text.details.page_scopes, (self.one, self.other)
        entries = sum(self._listed)
        notes = sum(details.in_note[each.detail.segment] for each in both)
        yield "entry and text", entries == 1 and not notes
        yield "two entries", entries > 1
        yield "two notes", notes > 1
        yield "note and text", notes == 1
        begins = [scopes.begins(each) and not self._text.runs_with(each) for each in both]
        yield "one begins", self.slip.where == "page" and True in begins and begins[0] is not begins[1]
        told = bool(entries % 2 or notes % 2)
        yield "pages told twice", self._text.told_twice if told else 0.0
        yield "explained", sum(map(scopes.is_explained, both))

    @cached_property
    def _listed(self) -> list[bool]:
        """Whether each stands in a list or table."""
        scopes, segments = self._text.details.page_scopes, (self.one.detail.segment, self.other.detail.segment)
        return [scopes.is_entry(each) or scopes.is_row(each) for each in segments]

    @property
    def _is_one_listed(self) -> bool:
        """Whether one of them stands in a list, neither page anywhere else in the text, and neither begins a work.

        Of neighbours each may have its own thing on it.
        """
        both, begins = (self.one, self.other), self._text.details.page_scopes.begins
        listed = any(self._listed) > all(self._listed)
        far = abs(self.one.first - self.other.first) > _NEIGHBOURS
        return listed and far and all(map(self._text.is_alone, both)) and not any(map(begins, both))

    def _has_one_symbol(self) -> bool:
        """Whether the same symbol or address stands right before both."""
        own = []
        for one in (self.one.detail, self.other.detail):
            before = self._text.details.segments[one.segment][max(0, one.at - _SYMBOL) : one.at]
            own.append(next((each.value for each in reversed(before) if each.kind in {"code", "url"}), ""))
        return own[0] == own[1] != ""

    def _is_called(self) -> bool:
        """Whether one stands in the note that is called next behind the other."""
        details = self._text.details
        for one, other in ((self.one.detail, self.other.detail), (self.other.detail, self.one.detail)):
            if details.in_note[one.segment] and not details.in_note[other.segment]:
                called = details.next_note(other)
                return called is not None and called in details.notes[one.segment]
        return False
