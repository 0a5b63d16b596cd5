"""The works that a text cites in a note, an entry of a list or with a title and brackets: authors, title and year.

In plain text, without italics or quotation marks, the title is not told, and a citation is its first names.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import MONTH_WORDS
from juslint.details.tokens import TIMES
from juslint.details.words import COMMON, LOCATORS, SMALL, TITLES
from juslint.knowledge import normalise_title
from juslint.words import recurring
from juslint.words.states import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.details.text import Details
    from juslint.details.tokens import Detail
    from juslint.document import Span

_SHUNNED = STATES | COMMON | SMALL | MONTH_WORDS | TITLES | {"case"}
_AUTHORS, _BEHIND = 14, 22  # details before a title that can be authors, and behind it until its year
_AUTHORED = 10  # details before a title that are nothing but authors
_NEAR = 20  # details between a title in prose and its year
_VOLUMES, _JOURNAL = 2, 8  # digits of the number of a volume, and names of a journal
_TITLES = 6  # of one segment of prose
_FIRST = 7  # details of a citation in plain text among which its authors stand
_LEAST, _WORDS = 8, 2  # letters and words of a title
_LETTERS = 4  # of the name of an author
_VOLUME = frozenset({"vol", "part", "tome", "band"})
_AGAIN = frozenset({"reprint", "repr", "revised", "second", "third", "fourth", "fifth", "sixth"})
_LABELS = frozenset("annex annexe appendix enclosure exhibit extract extracts from copy of no".split())  # noqa: SIM905
_JOINING = frozenset("and et al others ed eds".split())  # noqa: SIM905
_CASE = re.compile(r"\bv\b")


class Work(NamedTuple):
    """A citation: its title, folded, its authors, its year and what tells editions apart."""

    title: str
    authors: frozenset[str]
    year: Detail
    editions: frozenset[str]
    quoted: bool | None = None  # whether the title stands in quotation marks, as that of an article; None of no title

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
        dated = _dated(segment)
        cited = cited or begins_with_author(segment, inside) or dated is not None or _begins_with_initial(segment)
        if dated is not None:
            yield _of_author(details, segment, dated, inside)
        elif inside:
            last = segment[0].start
            for span in inside[:1] if cited else inside[:_TITLES]:
                work = _of_title(details, segment, span, last, cited=cited)
                last = span.end
                if work is not None:
                    yield work
        elif cited:
            yield from _untitled(segment)


def _dated(segment: Sequence[Detail]) -> Detail | None:
    """The year in brackets right behind the authors with whom an entry begins: `Koplitz, S. N., et al. (2016)`."""
    start = 1 if segment[0].kind == "number" else 0
    before = list(takewhile(lambda one: one.kind == "name" or one.value in _JOINING, segment[start : start + _AUTHORS]))
    at = start + len(before)
    if not before or before[0].kind != "name" or len(segment) <= at + 1:
        return None
    closed = re.match(r"\)[.,:]|\)", segment[at + 1].gap)
    bracketed = closed and segment[at].gap.endswith("(") and (len(closed[0]) > 1 or segment[at + 1].said[:1].isupper())
    return segment[at] if segment[at].kind == "year" and bracketed else None


def _begins_with_initial(segment: Sequence[Detail]) -> bool:
    """Whether a line begins with an author, `J. Gao,`, behind what it is a copy of."""
    start = next((at for at, one in enumerate(segment) if one.value not in _LABELS and one.kind != "number"), 0)
    opened = segment[start : start + 3]
    named = [one.kind for one in opened[:2]] == ["name", "name"] and len(opened[0].value) == 1
    return named and len(opened) > 2 and opened[1].gap == ". " and opened[2].gap.startswith(",")


def _of_author(details: Details, segment: Sequence[Detail], year: Detail, spans: Sequence[Span]) -> Work:
    """The work of an entry that begins with authors and year; a title stands in quotation marks, or right behind."""
    text = details.document.text
    quotations = frozenset(details.document.quotations)
    behind = segment[year.at + 1]
    titles = [span for span in spans if span in quotations or span.start <= behind.start < span.end]
    title = normalise_title(re.split(r"[:?]", text[slice(*titles[0])])[0]) if titles else ""
    title = title if len(title) >= _LEAST and len(title.split()) >= _WORDS and not _is_again(title) else ""
    quoted = titles[0] in quotations if titles else None
    return Work(title, authors(segment[: year.at]), year, _editions(segment[year.at + 1 :]), quoted)


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


def _of_title(details: Details, segment: Sequence[Detail], span: Span, last: int, *, cited: bool) -> Work | None:
    """The citation with a title, whose authors stand behind the last; in prose its year is in brackets behind it."""
    text = details.document.text
    title = normalise_title(re.split(r"[:?]", text[slice(*span)])[0])
    quoted = span in details.document.quotations
    if len(title) < _LEAST or len(title.split()) < _WORDS or (_CASE.search(title) and not (quoted and cited)):
        return None
    behind = [one for one in segment if one.start >= span.end][:_BEHIND]
    if not cited:
        behind = [one for one in behind[:_NEAR] if one.kind != "url"]
        behind = behind if behind and "(" in behind[0].gap else []
    year = next((one for one in behind if one.kind in TIMES and not _is_numbered(segment, one)), None)
    if year is None or (not cited and not _ends_bracket(segment, behind, year)):
        return None
    before = [one for one in segment if last <= one.start < span.start][-_AUTHORS:]
    closed = max((at for at, one in enumerate(before) if ")" in one.gap and last > segment[0].start), default=0)
    before = before[closed:]
    if any(one.value == "review" for one in before[-2:]):  # review of a work, of another year
        return None
    title = "" if _is_again(title) else title
    told = behind if cited else [one for one in behind if one.at < year.at]
    return Work(title, authors(before), year, _editions(told), quoted)


def _ends_bracket(segment: Sequence[Detail], behind: Sequence[Detail], year: Detail) -> bool:
    """Whether a year stands in the bracket right behind a title, and not of an article: `(2022 article, p. 5)`."""
    after = segment[year.at + 1 : year.at + 2]
    alone = not after or after[0].gap != " "
    return alone and not any(")" in one.gap for one in behind[1:] if one.start <= year.start)


def _is_again(title: str) -> bool:
    return any(words.search(title) for words in (recurring.RECURRING, recurring.SERIAL))


def _untitled(segment: Sequence[Detail]) -> Iterator[Work]:
    """A citation in plain text: names, and further on a year in brackets or behind a comma."""
    years = [one for one in segment[2:] if one.kind == "year" and re.search(r"[(,]\s?$", one.gap)]
    years = [one for one in years if not _is_subject(segment, one)]
    year = next((one for one in years if not _is_numbered(segment, one)), None)
    if year is not None:
        start = next((at for at, one in enumerate(segment) if one.value not in _LABELS and one.kind != "number"), 0)
        yield Work("", authors(segment[start : start + _FIRST]), year, _editions(segment))


def _is_subject(segment: Sequence[Detail], year: Detail) -> bool:
    """Whether a sentence says what an author does: `Koplitz (2016) estimates`."""
    behind = segment[year.at + 1 : year.at + 2]
    return bool(behind) and behind[0].gap == ") " and behind[0].kind == "word" and behind[0].value not in LOCATORS


def _is_numbered(segment: Sequence[Detail], year: Detail) -> bool:
    """Whether a year is that of a number, `resolution 2317 (2016)`."""
    before = segment[year.at - 1] if year.at and year.gap.endswith("(") else None
    if before is None or before.kind != "number" or len(before.value) <= _VOLUMES:
        return before is not None and before.kind == "code"
    journal = list(takewhile(lambda one: one.kind == "name", segment[max(0, before.at - _JOURNAL) : before.at][::-1]))
    volume = segment[before.at - len(journal) - 1] if len(journal) < before.at else before
    return not journal or volume.kind != "number"  # 83 Am. J. Int'l L. 461 (1989)


def _editions(said: Sequence[Detail]) -> frozenset[str]:
    """What tells one edition or volume from another."""
    counted = [one.value for one in said if one.kind == "ordinal" or one.value in _AGAIN]
    return frozenset([*counted, *(other.value for one, other in pairwise(said) if one.value in _VOLUME)])


def authors(said: Sequence[Detail]) -> frozenset[str]:
    """The names in a stretch of text that can be those of authors; a short one stands behind an initial: `J. Gao`."""
    found = set()
    for number, one in enumerate(said):
        initial = bool(number) and said[number - 1].kind == "name" and len(said[number - 1].value) == 1
        shunned = one.value in _SHUNNED or one.value.removesuffix("s") in COMMON  # Reports
        if one.kind == "name" and len(one.value) >= _LETTERS - initial and not shunned:
            found.add(one.value)
    return frozenset(found)
