"""The works that a text cites in a note, an entry of a list or with a title and brackets: authors, title and year.

In plain text, without italics or quotation marks, the title is not told, and a citation is its first names.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import MONTH_WORDS
from juslint.details.words import COMMON, SMALL, TITLES
from juslint.knowledge import normalise_title
from juslint.words import recurring
from juslint.words.states import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.details.text import Details
    from juslint.details.tokens import Detail
    from juslint.document import Span

_SHUNNED = STATES | COMMON | SMALL | MONTH_WORDS | TITLES
_AUTHORS, _BEHIND = 14, 22  # details before a title that can be authors, and behind it until its year
_AUTHORED = 10  # details before a title that are nothing but authors
_NEAR = 20  # details between a title in prose and its year
_VOLUMES = 2  # digits of the number of a volume
_FIRST = 7  # details of a citation in plain text among which its authors stand
_LEAST, _WORDS = 8, 2  # letters and words of a title
_LETTERS = 4  # of the name of an author
_VOLUME = frozenset({"vol", "part", "tome", "band"})
_AGAIN = frozenset({"reprint", "repr", "revised", "second", "third", "fourth", "fifth", "sixth"})
_TIMES = frozenset({"year", "date", "month"})
_LABELS = frozenset("annex annexe appendix enclosure exhibit extract extracts from copy of no".split())  # noqa: SIM905
_CASE = re.compile(r"\bv\b")


class Work(NamedTuple):
    """A citation: its title, folded, its authors, its year and what tells editions apart."""

    title: str
    authors: frozenset[str]
    year: Detail
    editions: frozenset[str]

    @property
    def when(self) -> str:
        """Its year, in four figures."""
        return self.year.value[:4]


def works(details: Details) -> Iterator[Work]:
    """All of them, in the order of the text."""
    document = details.document
    spans = sorted({*document.quotations, *document.emphases})
    starts = [span.start for span in spans]
    for number, segment in enumerate(details.segments):
        end = segment[-1].start + len(segment[-1].said)
        inside = spans[bisect_left(starts, segment[0].start - 2) : bisect_right(starts, end)]
        cited = details.in_note[number] or details.is_entry(number) or is_inverted(segment)
        cited = cited or begins_with_author(segment, inside)
        if inside:
            work = _of_title(details, segment, inside, cited=cited)
            if work is not None:
                yield work
        elif cited:
            yield from _untitled(segment)


def is_inverted(segment: Sequence[Detail]) -> bool:
    """Whether a segment begins as an entry of a bibliography does: `Hribar, Jelka.`."""
    if [one.kind for one in segment[:2]] != ["name", "name"] or len(segment) == 2:
        return False
    return segment[1].gap == ", " and segment[2].gap[:1] in {".", ",", ":"}


def begins_with_author(segment: Sequence[Detail], titles: Sequence[Span]) -> bool:
    """Whether nothing but names stands before the first title: `Rowan Medlicott, "The Law of the Wet Sand"`."""
    before = list(takewhile(lambda one: one.start < titles[0].start, segment)) if titles else []
    before = before[1:] if before and before[0].kind == "number" else before  # of the entry
    return (
        0 < len(before) <= _AUTHORED
        and all(one.kind == "name" or one.value == "and" for one in before)
        and before[0].value not in SMALL
    )


def _of_title(details: Details, segment: Sequence[Detail], spans: Sequence[Span], *, cited: bool) -> Work | None:
    """The citation that begins with the first title of a segment; in prose its year stands in brackets behind it."""
    text = details.document.text
    span = spans[0]
    title = normalise_title(re.split(r"[:?]", text[slice(*span)])[0])
    if len(title) < _LEAST or len(title.split()) < _WORDS or _CASE.search(title):
        return None
    behind = [one for one in segment if one.start >= span.end][:_BEHIND]
    if not cited:
        behind = [one for one in behind[:_NEAR] if one.kind != "url"]
        behind = behind if behind and "(" in behind[0].gap else []
    year = next((one for one in behind if one.kind in _TIMES and not _is_numbered(segment, one)), None)
    if year is None or (not cited and any(")" in one.gap for one in behind[1:] if one.start <= year.start)):
        return None
    before = [one for one in segment if one.start < span.start][-_AUTHORS:]
    if any(one.value == "review" for one in before[-2:]):  # review of a work, of another year
        return None
    if any(words.search(title) for words in (recurring.RECURRING, recurring.SERIAL)):
        title = ""
    told = behind if cited else [one for one in behind if one.at < year.at]
    return Work(title, authors(before), year, _editions(told))


def _untitled(segment: Sequence[Detail]) -> Iterator[Work]:
    """A citation in plain text: names, and further on a year in brackets or behind a comma."""
    years = [one for one in segment[2:] if one.kind == "year" and re.search(r"[(,]\s?$", one.gap)]
    year = next((one for one in years if not _is_numbered(segment, one)), None)
    if year is not None:
        start = next((at for at, one in enumerate(segment) if one.value not in _LABELS and one.kind != "number"), 0)
        yield Work("", authors(segment[start : start + _FIRST]), year, _editions(segment))


def _is_numbered(segment: Sequence[Detail], year: Detail) -> bool:
    """Whether a year is that of a number, `resolution 2317 (2016)`."""
    before = segment[year.at - 1] if year.at and year.gap.endswith("(") else None
    return before is not None and (before.kind == "code" or (before.kind == "number" and len(before.value) > _VOLUMES))


def _editions(said: Sequence[Detail]) -> frozenset[str]:
    """What tells one edition or volume from another."""
    counted = [one.value for one in said if one.kind == "ordinal" or one.value in _AGAIN]
    return frozenset([*counted, *(other.value for one, other in pairwise(said) if one.value in _VOLUME)])


def authors(said: Sequence[Detail]) -> frozenset[str]:
    """The names in a stretch of text that can be those of authors; a short one stands behind an initial: `J. Gao`."""
    found = set()
    for number, one in enumerate(said):
        initial = bool(number) and said[number - 1].kind == "name" and len(said[number - 1].value) == 1
        if one.kind == "name" and len(one.value) >= _LETTERS - initial and one.value not in _SHUNNED:
            found.add(one.value)
    return frozenset(found)
