"""What a text says in figures and names, wherever it stands: dates, symbols, numbers, addresses, names.

No family need have read it. A segment is a paragraph, note or list item, or a part of one between semicolons; where it
is long, a sentence. What stands in one segment is mostly said of one thing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from functools import cached_property, lru_cache, partial
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from juslint.dates import MONTHS, Date
from juslint.document import Span
from juslint.knowledge import normalise_title
from juslint.rules import _named_days
from juslint.rules._detail_words import ENGLISH, FOREIGN, SHORT, SMALL
from juslint.rules._labels import NOUNS, Labels
from juslint.rules._rarity import Rarity
from juslint.rules._regions import Regions
from juslint.rules._surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Set

    from juslint.document import Document
    from juslint.rules import Context

_MONTH = "|".join(sorted({*MONTHS, *(month[:3] for month in MONTHS), "Sept"}, key=len, reverse=True))
_LONG_MONTH = "|".join((*MONTHS, *map(str.upper, MONTHS)))
# A group for each form of what stands in figures and names; `plain` and `word` are words.
_URL = r"https?://[^\s<>\"“”]+|www\.[^\s<>\"“”]+"
_NTH = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"\b{_NTH}\s+(?:of\s+)?(?:{_MONTH}|{_LONG_MONTH})\.?,?\s+[12][0-9]{{3}}(?![0-9A-Za-z])"
    rf"|\b(?:{_MONTH}|{_LONG_MONTH})\.?\s+{_NTH},\s+[12][0-9]{{3}}(?![0-9A-Za-z])"
    r"|\b(?:1[5-9]|20)[0-9]{2}-[01][0-9]-[0-3][0-9](?![0-9A-Za-z])"
    r"|(?<![\w/.])(?:[0-9]{1,2}/[0-9]{1,2}/|[0-9]{1,2}\.[0-9]{1,2}\.)(?:1[5-9]|20)[0-9]{2}(?![\w/])"
)
_PAGE = r"[0-9]{1,6}(?:,[0-9]{3})?"
_TO = rf"{_PAGE}\sto\s{_PAGE}\b"  # a range behind `pages`
_FORMS = {  # tried in this order; what one of them matches, an earlier one does not match elsewhere, but for `_BOUND`
    "url": _URL,
    "date": _DATE,
    "day": (
        rf"\b{_NTH}\s+(?:of\s+)?(?:{'|'.join(MONTHS)})(?![0-9A-Za-z])"
        rf"|\b(?:{'|'.join(MONTHS)})\s+{_NTH}(?![0-9A-Za-z]|\s?[-\u2013])"
    ),
    "month": rf"\b(?:{'|'.join(MONTHS)})\s+[12][0-9]{{3}}(?![0-9A-Za-z])",
    "code": (
        r"(?<![\w/])(?=[^\s,;()\[\]]{0,40}[0-9])[A-Za-z0-9]{1,12}(?:[.:/-][A-Za-z0-9]{1,12}){0,8}/[A-Za-z0-9]{1,12}"
        r"(?:[.:/-][A-Za-z0-9]{1,12}){0,8}|(?<![\w/])[0-9]{4}:[0-9]{1,6}(?![\w/])"
        r"|(?<![\w/.])(?=[A-Z]{0,6}\.?[0-9])[A-Z]{0,6}(?:\.[A-Z0-9]{1,5}){3,5}\b|\b[A-Z]{1,6}-[0-9]{2,6}\b"
        r"|\b[12][0-9]{3}[a-d]\b"
    ),
    "range": rf"\b{_PAGE}[-\u2013]{_PAGE}\b(?!\s(?:{_LONG_MONTH}))",  # not the days of `3-5 May`
    "ordinal": r"\b[0-9]{1,6}(?:st|nd|rd|th)\b",
    "number": r"(?<![\w.,])[0-9]{1,12}(?:[,.][0-9]{3}){0,4}(?![\w/])",
}
_WORD = r"[^\W\d_][\w\u2019'-]{0,60}"
_FORM = re.compile(
    "|".join(f"(?P<{form}>{pattern})" for form, pattern in {**_FORMS, "range": f"{_FORMS['range']}|{_TO}"}.items())
    + f"|(?P<word>{_WORD})"
)
_TOKEN = re.compile(  # white space, and what stands in one of the forms
    r"(\s{0,4})([a-z]{1,60}+(?=[\s,;)])"  # most words: nothing else begins and ends so
    rf"|(?=[0-9A-Z.hw]|[a-z][A-Za-z0-9.:/-]{{0,116}}/)(?:(?:(?<=pages\s)|(?<=pp\s)|(?<=pp\.\s)){_TO}|{'|'.join(_FORMS.values())})"
    rf"|{_WORD})"
)
_BOUND = re.compile(r"[A-Z]{1,6}-[0-9]{2,6}")  # a code, but a word right behind another word's sign
_SENTENCE = re.compile(
    r"[.?!](?<=[a-z0-9)\"”’/]{3}.)[\"”’)]{0,2}[\u2070-\u2079\u00b2\u00b3\u00b9]{0,4}(?:[(\[][0-9]{1,3}[)\]])?\s+(?=[\"“‘(]?[A-Z\u00c0-\u024f])"
)
_PART = re.compile(r";\s")
_ROW = re.compile(r"\n[ \t]{0,3}\|")  # of a table in Markdown
_LONG, _SHORT, _PROSE = 60, 25, 0.5  # words of a paragraph that is cut into its sentences, and how many are small
_ENTRY, _SMALL_OF_ENTRY = 40, 0.22  # words of an entry of a list, and how many are small
_ROLL, _NAMES = 8, 0.8  # names of a roll, and part of what it says
_MOST = 400  # words of a segment that are looked at
_PERSONS = ("author", "editor", "sender", "recipient", "case_name", "applicant", "interviewee")
_SUFFIX = re.compile(r"['\u2019](?:s|t|d|ll|ve|re)?$")
_POINTING, _HIGHEST = ("note", "footnote", "n", "fn"), 4  # words before the number of a note, and digits it has not
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
_DIGITS = re.compile(r"[0-9]+")


class Detail(NamedTuple):
    """A date, number, name or word: its kind, its value as compared and as written, and where it stands.

    `key` is the same wherever the same is said. `segment` is the number of its segment, `at` its own number there,
    `gap` what stands before it in the segment.
    """

    kind: str
    value: str
    key: tuple[str, str]
    said: str
    start: int
    segment: int
    at: int
    gap: str

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return Span(self.start, self.start + len(self.said))


_segment_of, _place_of = attrgetter("segment"), attrgetter("segment", "at")


class Details:
    """The details of a text by segment, where each is said, and how many segments say it."""

    def __init__(self, context: Context) -> None:
        self.document = context.document
        self.segments: list[list[Detail]] = []
        self.notes: list[frozenset[str]] = []  # by segment: the notes that it calls, or the one that it is part of
        self.in_note: list[bool] = []
        self.paragraphs: list[int] = []  # by segment: the number of its paragraph
        starts = [note.span.start for note in self.document.notes]
        calls = [mark.span.start for mark in self.document.note_marks]
        for paragraph, span in _segments(self.document):
            found = _details(self.document.text, span, len(self.segments))
            if len(found) > 1:
                self.segments.append(found)
                self.paragraphs.append(paragraph)
                at = bisect_left(starts, span.start + _NEAR_MARK) - 1
                own = self.document.notes[at] if at >= 0 and span.start < self.document.notes[at].span.end else None
                called = self.document.note_marks[
                    bisect_left(calls, span.start) : bisect_left(calls, span.end + _NEAR_MARK)
                ]
                self.notes.append(frozenset([own.mark] if own else [mark.mark for mark in called]))
                self.in_note.append(own is not None)
        self.places: dict[tuple[str, str], list[Detail]] = defaultdict(list)
        places = self.places
        for detail in chain.from_iterable(self.segments):
            places[detail.key].append(detail)
        _named_days.give_years(self.segments, places)
        inside: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for segment, marks, is_note in zip(self.segments, self.notes, self.in_note, strict=True):
            if is_note:
                inside[min(marks)].update(detail.key for detail in segment)
        self.told: list[Set[tuple[str, str]]] = [  # by segment: what the notes say that it calls
            frozenset() if is_note or len(marks) != 1 else inside.get(min(marks), frozenset())
            for marks, is_note in zip(self.notes, self.in_note, strict=True)
        ]
        self.points = self._pointed()  # by segment: notes that it points to
        self._foreign: dict[int, bool] = {}
        self._of: dict[str, list[Detail]] = {}
        self.persons = _persons(context)
        self.among = Counter({key: len(set(map(_segment_of, said))) for key, said in places.items()})

    @cached_property
    def rarity(self) -> Rarity:
        """How much each word says here."""
        return Rarity(len(self.segments), self.places.values())

    @cached_property
    def surroundings(self) -> Surroundings:
        """What stands around each."""
        return Surroundings(self)

    @cached_property
    def series(self) -> Counter[tuple[str, str, str]]:
        """How many symbols there are by kind and by what is before and behind one of their numbers."""
        return Counter(
            (kind, value[: found.start()], value[found.end() :])
            for kind, value in self.places
            if kind in {"code", "range"}
            for found in _DIGITS.finditer(value)
        )

    def _pointed(self) -> list[frozenset[str]]:
        """The notes that each segment points to: `note 5 above`, `(n 5)`."""
        found: list[frozenset[str]] = [frozenset()] * len(self.segments)
        for one in self.saying(_POINTING):
            number = self.segments[one.segment][one.at + 1 : one.at + 2]
            if number and number[0].kind == "number" and len(number[0].value) < _HIGHEST:
                found[one.segment] |= {number[0].value}
        return found

    def of(self, kind: str) -> list[Detail]:
        """All of one kind, as they stand in the text."""
        if kind not in self._of:
            found = (places for (each, _), places in self.places.items() if each == kind)
            self._of[kind] = sorted(chain.from_iterable(found), key=_place_of)
        return self._of[kind]

    def saying(self, words: Iterable[str]) -> list[Detail]:
        """All words and names that are one of those given, as they stand in the text."""
        found = (self.places.get((kind, word), ()) for word in words for kind in ("word", "name"))
        return sorted(chain.from_iterable(found), key=_place_of)

    def is_entry(self, segment: int) -> bool:
        """Whether a segment is as an entry of a list: short, and with few small words."""
        said = self.segments[segment]
        return len(said) < _ENTRY and sum(detail.value in SMALL for detail in said) < _SMALL_OF_ENTRY * len(said)

    def in_roll(self, segment: int) -> bool:
        """Whether a segment is hardly anything but names: of members, voters, victims."""
        said = self.segments[segment]
        return sum(detail.kind == "name" for detail in said) >= max(_ROLL, _NAMES * len(said))

    @cached_property
    def days_said(self) -> dict[str, tuple[int, int]]:
        """Of days and of months: how many the text has, and how many of them in more than one segment."""
        found = {"date": (0, 0), "month": (0, 0)}
        for (kind, _), places in self.places.items():
            if kind in found:
                every, again = found[kind]
                found[kind] = every + 1, again + (len({one.segment for one in places}) > 1)
        return found

    @cached_property
    def regions(self) -> Regions:
        """Its lists."""
        return Regions(self)

    @cached_property
    def labels(self) -> Labels:
        """The annexes that it lists."""
        return Labels(self.document, self.segments, self.saying(NOUNS))

    def are_told_together(self, one: Detail, other: Detail) -> bool:
        """Whether two stand in one segment, in neighbours of a paragraph, or in one list: so do different things."""
        first, last = sorted((one.segment, other.segment))
        if last - first < 2 and self.paragraphs[first] == self.paragraphs[last]:
            return True
        return self.lists[first] == self.lists[last] != 0

    def are_listed_together(self, one: Detail, other: Detail) -> bool:
        """Whether two stand in entries of one list, or in parts of one sentence with a semicolon between them."""
        first, last = sorted((one.segment, other.segment))
        if last - first == 1 and self.paragraphs[first] == self.paragraphs[last]:
            end = self.segments[first][-1].span.end
            return ";" in self.document.text[end : self.segments[last][0].start]
        return self.lists[first] == self.lists[last] != 0

    @cached_property
    def lists(self) -> list[int]:
        """By segment: the number of the list, of entries one behind the other, to which it belongs; 0 of none."""
        found: list[int] = []
        number = 0
        for segment in range(len(self.segments)):
            entry = self.is_entry(segment) and not self.in_note[segment]
            number += entry and not (found and found[-1])
            found.append(number if entry else 0)
        return found

    def next_note(self, one: Detail) -> str | None:
        """The note that is called next behind a detail, in its segment."""
        last = self.segments[one.segment][-1]
        marks = self.document.note_marks
        number = bisect_left(marks, one.start, key=lambda mark: mark.span.start)
        near = number < len(marks) and marks[number].span.start <= last.start + len(last.said) + _NEAR_MARK
        return marks[number].mark if near else None

    def is_foreign(self, segment: int) -> bool:
        """Whether a segment has more small words of other languages than of English."""
        if segment not in self._foreign:
            said = [detail.value for detail in self.segments[segment]]
            self._foreign[segment] = sum(map(FOREIGN.__contains__, said)) > sum(map(ENGLISH.__contains__, said))
        return self._foreign[segment]

    @cached_property
    def is_english(self) -> bool:
        """Whether the text is in English, whose names have one form."""
        said = sum(len(self.places.get((kind, word), ())) for kind in ("word", "name") for word in ENGLISH)
        return said * 14 > sum(map(len, self.segments))


_NEAR_MARK = 8  # characters between a segment and a note's mark that belongs to it


def _persons(context: Context) -> frozenset[str]:
    """The words of the names of authors, correspondents and parties in the references that are read."""
    said = (reference.text_of(part) or "" for reference in context.references for part in _PERSONS)
    return frozenset(normalise_title(word) for text in said for word in re.findall(r"[^\W\d_][\w'’-]+", text))


def _segments(document: Document) -> Iterator[tuple[int, Span]]:
    """The segments in their order, each with the number of its paragraph."""
    text = document.text
    for number, paragraph in enumerate(_rows(document)):
        cuts = {found.start(): found.end() for found in _PART.finditer(text, *paragraph)}
        if _is_cut(text[slice(*paragraph)]):
            cuts |= {found.start(): found.end() for found in _SENTENCE.finditer(text, *paragraph)}
        start = paragraph.start
        for low in sorted(cuts):
            yield number, Span(start, low)
            start = cuts[low]
        yield number, Span(start, paragraph.end)


def _rows(document: Document) -> Iterator[Span]:
    """The paragraphs, where they are rows of a table each of these."""
    cells, text = set(document.cells), document.text
    last: Span | None = None
    for paragraph in document.paragraphs:
        if last is not None and paragraph in cells:
            last = Span(last.start, paragraph.end)
            continue
        if last is not None:
            yield last
        last = paragraph
        if text.startswith("|", paragraph.start):
            for row in _ROW.finditer(text, *paragraph):
                yield Span(last.start, row.start())
                last = Span(row.start(), paragraph.end)
    if last is not None:
        yield last


def _is_cut(said: str) -> bool:
    """Whether a paragraph is so long, and so much prose, that its sentences tell of different things."""
    words = said.split()
    if not _SHORT < len(words) <= _LONG:
        return len(words) > _LONG
    return sum(word[0].islower() for word in words) > _PROSE * len(words)


def _details(text: str, span: Span, segment: int) -> list[Detail]:
    """The details of a segment: what stands between two of them, and each, come from one call for all of them."""
    parts = _TOKEN.split(text[slice(*span)], 2 * _MOST)
    made: Callable[[Iterable[Any]], Detail] = partial(tuple.__new__, Detail)  # what Detail._make does, in half the time
    found: list[Detail] = []
    rest, end = "", span.start
    for before, space, raw in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
        kind, value, key, said = _told(raw)
        gap = space if not (before or rest) else rest + before + space
        start = end + len(gap) - len(rest)
        end = start + len(raw)
        if kind == "code" and _BOUND.fullmatch(raw) and re.match(r"\w", text[max(0, start - 1) : start]):
            kind, value = key = _key("word", raw)
        if value:
            found.append(made((kind, value, key, said, start, segment, len(found), gap)))
            rest = "" if said == raw else raw[len(said) :]
        else:
            rest = gap + raw
    return found[:_MOST]


@lru_cache(maxsize=50_000)
def _told(raw: str) -> tuple[str, str, tuple[str, str], str]:
    """Kind, value and both of them, and how much of a token says it; an empty value where it says nothing."""
    found = None if raw.isalpha() else _FORM.fullmatch(raw)
    form = found.lastgroup or "" if found else "word" if raw.isalpha() else "code"  # whose digit stands behind it
    said = raw
    if form == "word" and ("'" in raw or "\u2019" in raw):
        said = _SUFFIX.sub("", raw)
    elif form == "url":
        said = raw.rstrip(".,;)'_*")
    key = _key(form, said)
    return *key, key, said


def _key(form: str, said: str) -> tuple[str, str]:
    """Kind and value of a token of one of the forms; an empty value where it is nothing."""
    if form == "word":
        value = said.lower() if said.isascii() and said.isalpha() else normalise_title(said)
        if said[:1].isupper():
            return "name", SHORT.get(value, value)
        plural = len(value) > 4 and value.endswith("s") and not value.endswith(("ss", "is"))
        value = value[:-1] if plural else value
        return "word", SHORT.get(value, value)
    if form in {"date", "month"}:
        date = Date.parse(said.replace(".", "")) or _in_figures(said)
        return form, date.iso() if date else ""
    if form == "day":
        date = Date.parse(f"{said} 2000")
        return form, date.iso()[4:] if date else ""
    if form == "number" and _YEAR.fullmatch(said):
        form = "year"
    if form == "range":
        return form, re.sub(r"\sto\s|\u2013", "-", said).replace(",", "")
    return form, said.casefold() if form == "url" else said.replace("\u2013", "-").replace(",", "")


def _in_figures(said: str) -> Date | None:
    """The day that figures alone name: `24/11/2023`; none where day and month may be either, `3/4/2023`."""
    figures = [int(one) for one in _DIGITS.findall(said)]
    if len(figures) != 3:
        return None
    day, month, year = figures
    if month > 12:
        day, month = month, day
    elif "/" in said and day <= 12 and day != month:
        return None
    return Date.parse(f"{year}-{month:02d}-{day:02d}")
