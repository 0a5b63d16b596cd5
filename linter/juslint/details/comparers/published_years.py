"""The year of a work that a text cites more than once: `*Weirs* (Tell, 1991)`, and in the list `1992`.

A work is cited in a note or an entry of a list: its authors, its title in italics or quotation marks, and behind these
its year; in prose where its title stands with a year in brackets. A year is odd that no other of the title has.
What is said of it in passing, `his study of 1989`, is compared in spoken_years.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.details.years import cited_works
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.details.text import Details
    from juslint.details.tokens import Detail
    from juslint.details.years.cited_works import Work

_MOST = 300  # citations
_SAME = 4  # names with which two citations in plain text both begin
_PLAIN = "= "


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each odd year with that of a citation; of two that stand as often, the later."""
    works = list(cited_works.works(details))
    titles: dict[str, list[Work]] = defaultdict(list)
    for work in works[:_MOST]:
        if work.title:
            titles[f"{work.title} {sorted(work.editions)}"].append(work)
        else:
            known = _named(details, work, titles)
            if known or len(work.authors) >= _SAME:
                titles[known or _known(details, work, titles)].append(work)
    for same in titles.values():
        yield from _among(details, same)


def _named(details: Details, work: Work, titles: dict[str, list[Work]]) -> str:
    """The title under which the works are gathered that a citation in plain text names, with one of their authors."""
    said = " ".join(one.value for one in details.segments[work.year.segment])
    for title, works in titles.items():
        plain = not title.startswith(_PLAIN) and works[0].editions == work.editions
        if plain and works[0].authors & work.authors and f" {works[0].title} " in f" {said} ":
            return title
    return ""


def _known(details: Details, work: Work, titles: dict[str, list[Work]]) -> str:
    """What a citation in plain text is gathered under: that of one that begins with most of its names, or its own."""
    for title, works in titles.items():
        if (
            title.startswith(_PLAIN)
            and works[0].editions == work.editions
            and len(works[0].authors & work.authors) >= _SAME
            and not any(_are_side_by_side(details, work.year, each.year) for each in works)
        ):
            return title
    return _PLAIN + str(work.year.start)


def _are_side_by_side(details: Details, one: Detail, other: Detail) -> bool:
    """Whether two stand in one segment or in neighbours, notes aside, or in entries of one list: so do two works."""
    apart = abs(one.segment - other.segment)
    beside = apart == 1 and not (details.in_note[one.segment] or details.in_note[other.segment])
    return apart == 0 or beside or details.are_told_together(one, other)


def _among(details: Details, works: Sequence[Work]) -> Iterator[tuple[Detail, Detail]]:
    """Of the citations of one title the one with another year; other authors aside."""
    years = {work.when for work in works}
    if len(years) != 2 or not likeness.like_numbers(*years):
        return
    last = works[-1].when
    late = [work for work in works if work.when == last]
    early = [work for work in works if work.when != last]
    odd, usual = (late, early) if len(late) <= len(early) else (early, late)
    rival = usual[0]
    authors = [odd[0].authors, rival.authors]
    apart = not any(authors) or (all(authors) and not authors[0] & authors[1])
    if len(odd) > 1 or apart or odd[0].year.kind != "year" or details.are_told_together(odd[0].year, rival.year):
        return
    yield odd[0].year, rival.year
