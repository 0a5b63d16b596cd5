"""The year of a work where the text speaks of it again: `Walzl's study (1989)`, `published in Lund in 2012`.

A work is cited in a note or an entry of a list: its authors, its title in italics or quotation marks, and behind these
its year. It is spoken of where its title stands with a year in brackets, or where an author's name stands with a year
in brackets, with `published in`, or with `report of`. A year is odd that no citation of the work, or of its authors,
has: where a text has two of their works, either year is right.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache, partial
from typing import TYPE_CHECKING

from juslint.details.years import cited_works
from juslint.details.years.cited_works import authors
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from juslint.details.text import Details
    from juslint.details.tokens import Detail
    from juslint.details.years.cited_works import Work

_MOST = 300  # citations
_SAME = 4  # names with which two citations in plain text both begin
_PLAIN = "= "
_NEAR, _VERB = 20, 12  # details between an author and the year that is said of a work, and between verb and year
_FEW = 6  # segments that name an author
_TIMES = frozenset({"year", "date", "month"})
_NOUNS = frozenset(
    """article thesis dissertation book monograph paper study essay chapter report survey handbook evaluation textbook
    collection edition catalogue""".split()  # noqa: SIM905
)
_VERBS = frozenset("published appeared printed issued described appear publish completed".split())  # noqa: SIM905
_WROTE = frozenset("wrote written writing argued warned".split())  # noqa: SIM905
_YEARLY = frozenset("annual yearly biennial quarterly monthly".split())  # noqa: SIM905


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
    yield from _spoken(details, works)


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


def _spoken(details: Details, works: Sequence[Work]) -> Iterator[tuple[Detail, Detail]]:
    """The years that are said of authors whose works, in this text, are all of other years."""
    by: dict[str, list[Work]] = defaultdict(list)
    for work in works:
        for author in work.authors:
            by[author].append(work)
    years = cache(partial(_years, details))
    for one in details.of("year") if by else ():
        segment = details.segments[one.segment]
        if details.in_note[one.segment] or not _is_of_work(segment, one) or details.is_entry(one.segment):
            continue
        found = _by_authors(details, one, by, years)
        if found is not None:
            yield one, found


def _by_authors(
    details: Details, one: Detail, by: dict[str, list[Work]], years: Callable[[str], Counter[str]]
) -> Detail | None:
    segment = details.segments[one.segment]
    first = one.at > 0 and segment[one.at - 1].said == "In"  # In 2010 she published
    near = segment[one.at : one.at + _VERB] if first else _since_mark(segment[max(0, one.at - _NEAR) : one.at])
    names = [name for name in authors(near) if name in by and details.among["name", name] <= _FEW]
    works = [work for name in names for work in by[name] if not _are_side_by_side(details, one, work.year)]
    yearly = any(each.value in _YEARLY for each in near)
    known = any(years(name)[one.value] > 1 for name in names)  # beside one of them somewhere else
    if not works or yearly or any(work.when == one.value for work in works) or known:
        return None
    if len({work.when for work in works}) > 1:
        tight = (one.gap == " (" and segment[one.at - 1].value in names) or _is_said(near, segment[one.at + 1 :])
        return _nearest(one, works) if tight else None
    noun = segment[one.at - 2] if one.at > 1 and segment[one.at - 1].value == "of" else None
    if noun is not None and not any(noun.value in _said(details, work.year.segment) for work in works):
        return None
    return works[0].year if likeness.like_numbers(one.value, works[0].when) else None


def _since_mark(said: Sequence[Detail]) -> Sequence[Detail]:
    """What stands behind the last mark of an entry, `[2]`: what is before it is said of that entry's work."""
    marks = (number for number, one in enumerate(said) if one.kind == "number" and one.gap.endswith("["))
    return said[max(marks, default=-1) + 1 :]


def _nearest(one: Detail, works: Sequence[Work]) -> Detail | None:
    """Of the years of all that an author, right behind whom a year stands in brackets, wrote, the one nearest to it."""
    alike = [work for work in works if likeness.like_numbers(one.value, work.when)]
    return min(alike, key=lambda work: abs(int(work.when) - int(one.value))).year if alike else None


def _years(details: Details, name: str) -> Counter[str]:
    """How often each year stands in the segments that have a name."""
    segments = {place.segment for place in details.places["name", name]}
    return Counter(one.value[:4] for each in segments for one in details.segments[each] if one.kind in _TIMES)


def _said(details: Details, segment: int) -> set[str]:
    return {one.value for one in details.segments[segment]}


def _is_said(before: Sequence[Detail], behind: Sequence[Detail]) -> bool:
    """Whether somebody wrote in a year, and to nobody; or said then that something is: `held in 1995 that`."""
    wrote = before[-2:-1] and before[-2].value in _WROTE and behind[:1] and behind[0].value not in {"to", "a", "an"}
    said = behind[:1] and behind[0].value == "that" and behind[0].gap == " "
    return bool(wrote or said)


def _is_of_work(segment: Sequence[Detail], one: Detail) -> bool:
    """Whether a year is that in which something was published, or stands in brackets right behind a name."""
    before = segment[max(0, one.at - _VERB) : one.at]
    behind = segment[one.at + 1 : one.at + 4]
    if before and one.gap == " (" and before[-1].kind == "name":
        return True
    if before and before[-1].value == "of" and before[-2:-1] and before[-2].value in _NOUNS:
        return True
    if before and before[-1].value == "in" and _is_said(before, behind):
        return True
    if before and before[-1].value == "in" and any(each.value in _VERBS for each in (*before, *behind)):
        return True
    if before and before[-1].said == "In":
        return any(each.value in _VERBS for each in segment[one.at + 1 : one.at + 1 + _VERB])
    return bool(before) and before[-1].value == "the" and any(each.value in _NOUNS for each in behind)
