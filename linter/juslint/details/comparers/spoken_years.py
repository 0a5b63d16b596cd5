"""The year that a text gives in passing to what an author wrote, against those of the author's works that it cites.

`Burley, in her article of 1989`, `the edition of 2013 of Barker's Bravo`, `Koplitz et al. (2016)`, `His article came
out in 2016`. Such a year is odd where the text cites works of the author, or that of the title, none of them is of it,
and of those that can be meant one is, a slip away: an article stands in quotation marks, a book does not. Where a note
is called that cites one work of the author, that is meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from juslint.details.tokens import TIMES
from juslint.details.years import cited_works
from juslint.details.years.cited_works import authors
from juslint.knowledge import normalise_title
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.details.text import Details
    from juslint.details.tokens import Detail
    from juslint.details.years.cited_works import Work

_NEAR, _VERB, _BEHIND = 20, 12, 6  # details between an author and the year said of a work, and between verb and year
_FEW, _MOST = 10, 100  # segments that name an author, and works of one author, or with one first word
_ARTICLES = frozenset("article paper essay chap piece".split())  # noqa: SIM905
_BOOKS = frozenset("book monograph vol textbook ed".split())  # noqa: SIM905
_THESES = frozenset("thesis dissertation".split())  # noqa: SIM905
_NAMED = frozenset("report survey handbook evaluation collection catalogue".split())  # noqa: SIM905 - as the citation has it
_NOUNS = _ARTICLES | _BOOKS | _THESES | _NAMED | {"study", "work"}
_VERBS = frozenset("published appeared printed issued described appear publish completed".split())  # noqa: SIM905
_WROTE = frozenset("wrote written writing argued warned".split())  # noqa: SIM905
_YEARLY = frozenset("annual yearly biennial quarterly monthly".split())  # noqa: SIM905
_OWNERS = frozenset({"his", "her", "their"})
_OTHERS = frozenset({"et", "al", "others", "colleagues"})
_AGAIN, _COUNTED = frozenset("second third fourth fifth later earlier new latest last next other another".split()), 3  # noqa: SIM905
_CAME = frozenset("came come comes".split())  # noqa: SIM905 - out
_STOP = re.compile(r"[.?!]\S{0,2}\s")
_OWN = ("'", "\u2019")


class _Said(NamedTuple):
    """What is said of a year: of what it is, if that is named, the authors near it, and whether they surely own it.

    They do where one stands right before it, wrote then, or has an article of it.
    """

    noun: str
    authors: tuple[str, ...]
    labelled: bool
    tight: bool


class _Works:
    """The works that a text cites, by author and by the first word of the title."""

    def __init__(self, details: Details) -> None:
        self.details = details
        self.by: dict[str, list[Work]] = defaultdict(list)
        self.titled: dict[str, list[Work]] = defaultdict(list)
        self.years: set[int] = set()  # where they stand
        self._told: dict[int, list[Detail]] = {}  # by segment
        self._italics = sorted(details.document.emphases)
        for work in cited_works.works(details):
            self.years.add(work.year.start)
            for author in work.authors if work.quoted is not None else _first(details.segments[work.year.segment]):
                _add(self.by[author], work)
            if work.title:
                _add(self.titled[work.title.split()[0]], work)

    def named(self, said: Sequence[Detail]) -> list[Work]:
        """Those whose title is said."""
        words = f" {normalise_title(' '.join(one.said for one in said))} "
        first = (work for word in {one.value for one in said} for work in self.titled.get(word, ()))
        return [work for work in first if f" {work.title} " in words]

    def italics(self, said: Sequence[Detail]) -> list[str]:
        """What is set in italics there."""
        first, last = (
            (bisect_left(self._italics, (at,)) for at in (said[0].start, said[-1].start + 1)) if said else (0, 0)
        )
        return [normalise_title(self.details.document.text[slice(*span)]) for span in self._italics[first:last]]

    def is_known(self, author: str, one: Detail) -> bool:
        """Whether a year stands with an author in another segment, where it is not in the title of a cited work."""
        cited = {work.year.segment for work in self.by[author]}
        found = {place.segment for place in self.details.places["name", author]} - cited - {one.segment}
        return any(each.value[:4] == one.value for number in found for each in self._times(number))

    def _times(self, number: int) -> list[Detail]:
        if number not in self._told:
            self._told[number] = [one for one in self.details.segments[number] if one.kind in TIMES]
        return self._told[number]


def _add(works: list[Work], work: Work) -> None:
    if len(works) < _MOST:
        works.append(work)


def _first(segment: Sequence[Detail]) -> frozenset[str]:
    """The authors of an entry in plain text: what stands before its first comma, or year in brackets."""
    named = takewhile(lambda one: "," not in one.gap and "(" not in one.gap, segment[1:])
    return authors([segment[0], *named])


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each odd year with that of the citation."""
    works = _Works(details)
    for one in details.of("year") if works.years else ():
        if one.start in works.years:
            continue
        said = _said(details, one, works)
        rival = _meant(details, one, said, works) if said is not None else None
        if rival is not None:
            yield one, rival


def _said(details: Details, one: Detail, works: _Works) -> _Said | None:
    """What a year is said to be of, where that is something written."""
    segment = details.segments[one.segment]
    noun = _noun(segment, one)
    labelled = None if details.in_note[one.segment] else _labelled(segment, one)
    if noun is None and labelled is None and not _is_published(segment, one):
        return None
    first = one.at > 0 and segment[one.at - 1].said == "In"  # In 2010 she published
    near = segment[one.at : one.at + _VERB] if first else _since_mark(segment[max(0, one.at - _NEAR) : one.at])
    again = noun is not None and any(_is_counted(each) for each in segment[max(0, noun.at - _COUNTED) : noun.at])
    if again or any(each.value in _YEARLY for each in near):
        return None
    named = [name for name in authors(near) if name in works.by]
    if noun is not None and not named:
        named = [name for name in _owners(segment[one.at + 1 : one.at + 1 + _BEHIND]) if name in works.by]
    if not named and any(each.value in _OWNERS for each in near):
        named = [name for name in authors(_last(details, one)) if name in works.by]
    tight = noun is not None or labelled in named or _is_said(near, segment[one.at + 1 :])
    return _Said(noun.value if noun is not None else "", tuple(named), labelled in named, tight)


def _noun(segment: Sequence[Detail], one: Detail) -> Detail | None:
    """What is of a year: `her article of 1989`, `the 1989 article`."""
    before, behind = segment[max(0, one.at - 2) : one.at], segment[one.at + 1 : one.at + 4]
    if len(before) > 1 and before[1].value == "of" and before[0].value in _NOUNS and one.gap == " ":
        return before[0]
    if before and (before[-1].value == "the" or before[-1].value in _OWNERS):
        return next((each for each in behind if each.value in _NOUNS), None)
    bracketed = one.gap.endswith(" (") and bool(behind) and behind[0].gap == " "
    return behind[0] if bracketed and behind[0].value in _NOUNS else None


def _is_counted(one: Detail) -> bool:
    """Whether it says that there is another one: `its second survey, of 2011`."""
    return one.kind == "ordinal" or one.value in _AGAIN


def _labelled(segment: Sequence[Detail], one: Detail) -> str | None:
    """The name right before a year in brackets: `Morrison (2011)`, `Koplitz et al. (2016)`."""
    at = one.at - 1
    while at > 0 and segment[at].value in _OTHERS:
        at -= 1
    return segment[at].value if at >= 0 and one.gap.endswith(" (") and segment[at].kind == "name" else None


def _is_published(segment: Sequence[Detail], one: Detail) -> bool:
    """Whether something was published in a year, or somebody wrote in it."""
    before = segment[max(0, one.at - _VERB) : one.at]
    behind = segment[one.at + 1 : one.at + 4]
    if not before or before[-1].value != "in":
        return False
    if before[-1].said == "In":
        return any(each.value in _VERBS for each in segment[one.at + 1 : one.at + 1 + _VERB])
    out = any(one.value in _CAME and each.value == "out" for one, each in pairwise(before))
    return out or _is_said(before, behind) or any(each.value in _VERBS for each in (*before, *behind))


def _is_said(before: Sequence[Detail], behind: Sequence[Detail]) -> bool:
    """Whether somebody wrote in a year, and to nobody; or said then that something is: `held in 1995 that`."""
    if not before or before[-1].value != "in":
        return False
    wrote = before[-2:-1] and before[-2].value in _WROTE and behind[:1] and behind[0].value not in {"to", "a", "an"}
    said = behind[:1] and behind[0].value == "that" and behind[0].gap == " "
    return bool(wrote or said)


def _since_mark(said: Sequence[Detail]) -> Sequence[Detail]:
    """What stands behind the last mark of an entry, `[2]`: what is before it is said of that entry's work."""
    marks = (number for number, one in enumerate(said) if one.kind == "number" and one.gap.endswith("["))
    return said[max(marks, default=-1) + 1 :]


def _owners(said: Sequence[Detail]) -> Iterator[str]:
    """Whose something is, in what stands behind its year: `of Barker's Bravo`."""
    return (one.value for one, behind in pairwise(said) if behind.gap[:1] in _OWN)


def _sentence(segment: Sequence[Detail], one: Detail) -> Sequence[Detail]:
    """What is said near a year, as far as no sentence ends."""
    before = segment[max(0, one.at - _NEAR) : one.at + 1]
    start = max((each.at for each in before if _STOP.search(each.gap)), default=before[0].at)
    behind = takewhile(lambda each: not _STOP.search(each.gap), segment[one.at + 1 : one.at + 1 + _NEAR])
    return [*segment[start : one.at], *behind]


def _last(details: Details, one: Detail) -> Sequence[Detail]:
    """The sentence before that of a year, in its paragraph."""
    beside = one.segment > 0 and details.paragraphs[one.segment - 1] == details.paragraphs[one.segment]
    return details.segments[one.segment - 1] if beside else ()


def _meant(details: Details, one: Detail, said: _Said, works: _Works) -> Detail | None:
    """The year of the work that is meant, where it is another one."""
    called = details.next_note(one)
    names = [name for name in said.authors if details.among["name", name] <= _FEW]
    titled = [] if said.labelled else works.named(_sentence(details.segments[one.segment], one))
    owned = titled or [work for name in said.authors for work in works.by[name]]
    if any(work.when == one.value for work in owned):
        return None
    if any(works.is_known(name, one) for name in names):
        return None
    meant = titled or [work for name in names for work in works.by[name]]
    meant = [work for work in meant if said.labelled or not _are_side_by_side(details, one, work.year)]
    notes = ((work, work.year.segment) for work in meant)
    noted = [work for work, segment in notes if details.in_note[segment] and called in details.notes[segment]]
    meant = [work for work in noted or meant if _can_be(details, work, said.noun)]
    meant = [work for work in meant if not _is_of_other_title(works, one, work)]
    alike = {work.when: work.year for work in meant if likeness.like_numbers(one.value, work.when)}
    if not alike or (len({work.when for work in meant}) > 1 and (not said.tight or (len(alike) > 1 and said.noun))):
        return None
    return alike[min(alike, key=lambda year: abs(int(year) - int(one.value)))]


def _can_be(details: Details, work: Work, noun: str) -> bool:
    """Whether a work can be called an article, a book, a thesis."""
    said = {each.value for each in details.segments[work.year.segment]}
    if noun in _NAMED:
        return noun in said
    if noun in _THESES or said & _THESES:
        return noun not in _ARTICLES | _BOOKS and bool(said & _THESES)
    if noun in _ARTICLES:
        return work.quoted is not False or noun in said
    return noun not in _BOOKS or work.quoted is not True or noun in said


def _is_of_other_title(works: _Works, one: Detail, work: Work) -> bool:
    """Whether in the sentence of a year a title in italics stands that the citation has not."""
    segments = works.details.segments
    cited = f" {normalise_title(' '.join(each.said for each in segments[work.year.segment]))} "
    return any(f" {title} " not in cited for title in works.italics(_sentence(segments[one.segment], one)))


def _are_side_by_side(details: Details, one: Detail, other: Detail) -> bool:
    """Whether two stand in one segment or in neighbours, notes aside, or in entries of one list: so do two works."""
    apart = abs(one.segment - other.segment)
    beside = apart == 1 and not (details.in_note[one.segment] or details.in_note[other.segment])
    return apart == 0 or beside or details.are_told_together(one, other)
