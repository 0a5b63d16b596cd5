"""What a text says in figures and names, wherever it stands: dates, symbols, numbers, addresses, names.

No family need have read it. A segment is a paragraph, note or list item, or a part of one between semicolons; where it
is long, a sentence. What stands in one segment is mostly said of one thing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from functools import cached_property
from itertools import chain, takewhile
from operator import itemgetter
from typing import TYPE_CHECKING

from juslint.details.dates import likeness as date_likeness
from juslint.details.dates import named_days
from juslint.details.dates import places as date_places
from juslint.details.labels import NOUNS, Labels
from juslint.details.names import persons
from juslint.details.pages import places as page_places
from juslint.details.pages.scopes import Scopes
from juslint.details.rarity import Rarity
from juslint.details.regions import Regions
from juslint.details.surroundings import Surroundings
from juslint.details.tokens import tokens
from juslint.details.words import ENGLISH, FEMALE, FOREIGN, MALE, SMALL, TITLED, TITLES
from juslint.document import Span
from juslint.knowledge import normalise_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from juslint.details.names.persons import Person
    from juslint.details.pages.places import PagePlace
    from juslint.details.tokens import Detail
    from juslint.document import Document
    from juslint.rules import Context

_SENTENCE = re.compile(
    r"[.?!](?<=[a-z0-9)\"”’/]{3}.)[\"”’)]{0,2}[\u2070-\u2079\u00b2\u00b3\u00b9]{0,4}(?:[(\[][0-9]{1,3}[)\]])?\s+(?=[\"“‘(]?[A-Z\u00c0-\u024f])"
)
_PART = re.compile(r";\s")
_ROW = re.compile(r"\n[ \t]{0,3}\|")  # of a table in Markdown
_LONG, _SHORT, _PROSE = 60, 25, 0.5  # words of a paragraph that is cut into its sentences, and how many are small
_ENTRY, _SMALL_OF_ENTRY = 40, 0.22  # words of an entry of a list, and how many are small
_ROLL, _NAMES = 8, 0.8  # names of a roll, and part of what it says
_PERSONS = ("author", "editor", "sender", "recipient", "case_name", "applicant", "interviewee")
_POINTING, _HIGHEST = ("note", "footnote", "n", "fn"), 4  # words before the number of a note, and digits it has not
_DIGITS = re.compile(r"[0-9]+")


_segment_of, _place_of = itemgetter(5), itemgetter(5, 6)  # of a detail, by their numbers: half the time


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
        heads: dict[int, str] = {}  # by segment: the year that stands alone above it, as in a list of years
        for paragraph, span in _segments(self.document):
            found = tokens(self.document.text, span, len(self.segments))
            if len(found) == 1 and found[0].kind == "year":
                heads[len(self.segments)] = found[0].value
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
            places[detail[2]].append(detail)  # by its key, which costs less by its number
        self.under_years = named_days.give_years(self.segments, places, heads, self.paragraphs)
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
        self._is_entry: dict[int, bool] = {}
        self._of: dict[str, list[Detail]] = {}
        self.persons = _named_in_references(context)
        self._cases = sorted(_known_cases(context))
        self.among = _Among(places)  # by what is said: how many segments say it

    def let_go(self) -> None:
        """Forget all, at the end: what refers back to this would keep a text's words until the next great clearing."""
        vars(self).clear()

    @cached_property
    def rarity(self) -> Rarity:
        """How much each word says here."""
        return Rarity(len(self.segments), self.places.values())

    @cached_property
    def surroundings(self) -> Surroundings:
        """What stands around each."""
        return Surroundings(self)

    @cached_property
    def values(self) -> Counter[str]:
        """How many different values there are of each kind."""
        return Counter(kind for kind, _ in self.places)

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
            self._of[kind] = sorted(chain.from_iterable(self._by_kind.get(kind, ())), key=_place_of)
        return self._of[kind]

    @cached_property
    def _by_kind(self) -> dict[str, list[list[Detail]]]:
        found: dict[str, list[list[Detail]]] = defaultdict(list)
        for (kind, _), places in self.places.items():
            found[kind].append(places)
        return found

    def saying(self, words: Iterable[str]) -> list[Detail]:
        """All words and names that are one of those given, as they stand in the text."""
        found = (self.places.get((kind, word), ()) for word in words for kind in ("word", "name"))
        return sorted(chain.from_iterable(found), key=_place_of)

    def is_entry(self, segment: int) -> bool:
        """Whether a segment is as an entry of a list: short, and with few small words."""
        if segment not in self._is_entry:
            self._is_entry[segment] = self._looks_like_entry(segment)
        return self._is_entry[segment]

    def _looks_like_entry(self, segment: int) -> bool:
        said = self.segments[segment]
        small = sum(map(SMALL.__contains__, [detail.value for detail in said])) if len(said) < _ENTRY else 0
        return len(said) < _ENTRY and small < _SMALL_OF_ENTRY * len(said)

    def in_roll(self, segment: int) -> bool:
        """Whether a segment is hardly anything but names: of members, voters, victims."""
        said = self.segments[segment]
        return len(said) >= _ROLL and [one.kind for one in said].count("name") >= max(_ROLL, _NAMES * len(said))

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
    def days_by_month(self) -> Counter[str]:
        """How many days it has of each month."""
        return Counter(value[:7] for kind, value in self.places if kind == "date")

    @cached_property
    def days_by_part(self) -> dict[tuple[object, ...], set[str]]:
        """The days that differ in one part only."""
        return date_likeness.days_by_part(self)

    @cached_property
    def men(self) -> Set[tuple[str, str]]:
        """The names that stand behind the title of a man somewhere."""
        return self._behind(MALE)

    @cached_property
    def women(self) -> Set[tuple[str, str]]:
        """The names that stand behind the title of a woman somewhere."""
        return self._behind(FEMALE)

    def _behind(self, titles: Iterable[str]) -> Set[tuple[str, str]]:
        """What stands right behind some titles anywhere, and behind no other title."""
        places = (self.segments[one.segment][one.at + 1 : one.at + 1 + TITLED] for one in self.saying(titles))
        own = (takewhile(lambda detail: detail.value not in TITLES, behind) for behind in places)
        return frozenset(detail.key for detail in chain.from_iterable(own))

    @cached_property
    def people(self) -> list[Person]:
        """The persons whom it names."""
        return list(persons.persons(self))

    @cached_property
    def forenames(self) -> dict[str, set[str]]:
        """The given names and initials that stand before each family name."""
        found: dict[str, set[str]] = defaultdict(set)
        for one in self.people:
            found[one.family.value].update(one.forenames)
        return found

    @cached_property
    def regions(self) -> Regions:
        """Its lists."""
        return Regions(self)

    @cached_property
    def pages(self) -> list[PagePlace]:
        """The pages that it names, in order."""
        return page_places.places(self)

    @cached_property
    def page_scopes(self) -> Scopes:
        """What stands around them."""
        return Scopes(self, self.pages)

    @cached_property
    def told_in(self) -> date_places.Paragraphs:
        """What its paragraphs tell of each segment."""
        return date_places.Paragraphs(self)

    @cached_property
    def region_of(self) -> dict[int, int]:
        """By paragraph: its list."""
        return dict(zip(self.paragraphs, self.regions.of, strict=True))

    @cached_property
    def labels(self) -> Labels:
        """The annexes that it lists."""
        return Labels(self.document, self.segments, self.saying(NOUNS))

    def near(self, one: Detail, before: int, behind: int) -> list[list[Detail]]:
        """The segments of the paragraph of one, at most so many before its own and behind it."""
        paragraphs, own = self.paragraphs, one.segment
        low, high = own, own + 1
        while low and own - low < before and paragraphs[low - 1] == paragraphs[own]:
            low -= 1
        while high < len(paragraphs) and high - own <= behind and paragraphs[high] == paragraphs[own]:
            high += 1
        return self.segments[low:high]

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

    def case_at(self, one: Detail) -> str | None:
        """The id of the case in whose name a detail stands, where the knowledge base has it by its number."""
        at = bisect_left(self._cases, (one.start + 1,)) - 1
        return self._cases[at][2] if at >= 0 and one.start < self._cases[at][1] else None

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


class _Among(dict[tuple[str, str], int]):
    """Of how many segments each is: counted when it is asked for, as of few."""

    def __init__(self, places: Mapping[tuple[str, str], Sequence[Detail]]) -> None:
        super().__init__()
        self._places = places

    def __missing__(self, key: tuple[str, str]) -> int:
        said = self._places.get(key, ())
        found = self[key] = len(set(map(_segment_of, said))) if len(said) > 1 else len(said)
        return found


_NEAR_MARK = 8  # characters between a segment and a note's mark that belongs to it


def _named_in_references(context: Context) -> frozenset[str]:
    """The words of the names of authors, correspondents and parties in the references that are read."""
    said = (reference.text_of(part) or "" for reference in context.references for part in _PERSONS)
    return frozenset(normalise_title(word) for text in said for word in re.findall(r"[^\W\d_][\w'’-]+", text))


def _known_cases(context: Context) -> Iterator[tuple[int, int, str]]:
    """Where the names stand of cases whose application number is known, and their ids."""
    for reference in context.references:
        name = reference.parts.get("name")
        if reference.family == "echr" and reference.id and name and context.knowledge.cases.of(reference.id):
            yield *name.span, reference.id


def _segments(document: Document) -> Iterator[tuple[int, Span]]:
    """The segments in their order, each with the number of its paragraph."""
    text = document.text
    for number, paragraph in enumerate(rows(document)):
        cuts = {found.start(): found.end() for found in _PART.finditer(text, *paragraph)}
        if _is_cut(text[slice(*paragraph)]):
            cuts |= {found.start(): found.end() for found in _SENTENCE.finditer(text, *paragraph)}
        start = paragraph.start
        for low in sorted(cuts):
            yield number, Span(start, low)
            start = cuts[low]
        yield number, Span(start, paragraph.end)


def rows(document: Document) -> Iterator[Span]:
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
