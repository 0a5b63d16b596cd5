"""Lists of annexes or exhibits, and what the text says where it points to one of them.

A list numbers its lines once, from 1, without a gap: `Exhibit 3: Letter to the Ministry, 12 January 2015`. A pointer
stands in brackets: `(Exhibit 3)`, `(see Annex 2)`. What is said of an annex is the date or number right before them.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import DAY, Date
from juslint.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.document import Document

_NOUN = r"(?:[Aa]nnex|ANNEX|[Ee]xhibit|EXHIBIT|[Aa]ppendix|[Ee]nclosure|[Aa]ttachment)"
_ENTRY = re.compile(
    rf"^[ \t]*(?:[-*\u2022][ \t]+)?(?:\*\*)?(?P<noun>{_NOUN})[ \t](?P<number>[0-9]{{1,3}})(?:\*\*)?"
    r"[ \t]?[.:)\u2013\u2014-][ \t]*(?P<said>\S[^\n]{8,300}"
    rf"(?:\n(?![ \t]*\n|[ \t]*[-*\u2022]|[ \t]*(?:\*\*)?{_NOUN}\b)[^\n]{{1,200}})?)",
    re.MULTILINE,
)
_POINTER = re.compile(rf"\((?:see\s+|cf\.\s+)?(?P<noun>{_NOUN})\s(?P<number>[0-9]{{1,3}})(?:,\s[^()\n]{{1,40}})?\)")
_DATE = re.compile(DAY)
_NUMBER = re.compile(r"\b[Nn]o\.\s(?P<number>[A-Z]{0,4}[0-9][\w/-]{1,20}[0-9])")
_OF = re.compile(  # what says that a paper is of the day
    r"(?:\bdated|\b(?:[Ll]etter|[Rr]eply|[Aa]nswer|[Cc]omplaint|[Rr]eport|[Dd]ecision|[Ss]tatement|[Jj]udgment|[Oo]rder|[Nn]ote"
    r"|[Aa]pplication|[Aa]ppeal|[Rr]equest|[Rr]ecord|[Pp]etition|[Mm]emorandum|[Cc]ertificate|[Rr]uling|[Oo]pinion|[Cc]ontract)s?"
    r"\b(?:[^.;()\n]|No\.){0,90}?(?<!events)(?<!incident)(?<!attack)(?<!hearing)(?<!meeting)(?<!arrest)(?<!visit)(?:\sof|,))\s+$"
)
_TOLD = re.compile(  # what makes a letter or complaint of the day
    r"\b(?:wrote|written|complain\w*|repl(?:y|ied)|answered|addressed|sent|submitted|lodged|filed|appealed|requested|petitioned)\b"
)
_PAPER = re.compile(
    r"^(?:the\s+)?(?:\w+\s){0,3}?(?:letter|complaint|reply|answer|appeal|request|application|petition|note)\b",
    re.IGNORECASE,
)
_SENTENCE = 300  # characters before a pointer that may speak of the annex
_LEAST = 2  # entries of a list


class Entry(NamedTuple):
    """A line of a list: its number, where it stands, and where what it says of the annex does."""

    number: int
    span: Span
    said: Span


class Pointer(NamedTuple):
    """A place that points to an annex; `date` and `code` are what the text says of it right before."""

    number: int
    span: Span
    date: Span | None
    code: Span | None


class Listed(NamedTuple):
    """The one list of a kind of annexes and the places that point into it."""

    noun: str
    entries: tuple[Entry, ...]
    pointers: tuple[Pointer, ...]


def lists(document: Document) -> Iterator[Listed]:
    """The lists of a text, of each noun one; none where a noun has two lists or a list leaves a number out."""
    text = document.text
    found: dict[str, list[re.Match[str]]] = {}
    for entry in _ENTRY.finditer(text):
        found.setdefault(entry["noun"].casefold(), []).append(entry)
    for noun, lines in found.items():
        if len(lines) < _LEAST or [int(line["number"]) for line in lines] != list(range(1, len(lines) + 1)):
            continue
        between = (text[one.end() : other.start()] for one, other in pairwise(lines))
        if any(words.strip() for words in between):
            continue  # headings of the annexes themselves
        entries = tuple(Entry(int(line["number"]), Span(*line.span()), Span(*line.span("said"))) for line in lines)
        whole = Span(entries[0].span.start, entries[-1].span.end)
        yield Listed(noun, entries, tuple(one for one in _pointers(text, noun) if not whole.covers(one.span)))


def _pointers(text: str, noun: str) -> Iterator[Pointer]:
    last = 0
    for found in _POINTER.finditer(text):
        if found["noun"].casefold() != noun:
            continue
        low = max(last, found.start() - _SENTENCE)
        before = text[low : found.start()]
        cut = [*re.finditer(r"(?<=[a-z0-9)]{3})[.;]\s+(?=[A-Z0-9])|\n\s*\n", before)]
        low += cut[-1].end() if cut else 0
        last = found.end()
        yield Pointer(
            int(found["number"]), Span(*found.span()), _date(text, low, found.start()), code(text, low, found.start())
        )


def _date(text: str, low: int, high: int) -> Span | None:
    """The date that is said of the annex: the only one, right before it, or on which somebody wrote."""
    dates = [*_DATE.finditer(text, low, high)]
    if len(dates) != 1:
        return None
    start, end = dates[0].span()
    if not text[end:high].strip(" \n,") and _OF.search(text, low, start):
        return Span(start, end)
    on = re.search(r"\b[Oo]n\s+$", text[low:start])
    return Span(start, end) if on and _TOLD.search(text, low, high) and not _OF.search(text, low, start) else None


def code(text: str, low: int, high: int) -> Span | None:
    """The only number of a paper, `No. 4/1-233`, in a stretch of text."""
    found = [*_NUMBER.finditer(text, low, high)]
    return Span(*found[0].span("number")) if len(found) == 1 else None


def day(text: str, within: Span) -> Span | None:
    """The only date in a stretch of text."""
    found = [*_DATE.finditer(text, *within)]
    return Span(*found[0].span()) if len(found) == 1 else None


def wrote(text: str, pointer: Pointer, entry: Entry) -> bool:
    """Whether a date behind `on` can be that of the paper: the list has a letter, complaint or the like."""
    if pointer.date is None:
        return False
    said = text[max(0, pointer.date.start - 4) : pointer.date.start]
    return not re.search(r"\b[Oo]n\s+$", said) or bool(_PAPER.match(text[slice(*entry.said)]))


def parsed(text: str, span: Span) -> Date | None:
    """The date that stands there."""
    return Date.parse(" ".join(text[slice(*span)].split()))
