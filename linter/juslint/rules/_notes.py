"""References from note to note: `Smith, supra note 5`, `note 5 above`, `(n 5)`, `op. cit.`, `ibid.`

A number counts only where the text numbers its notes once, from 1, and where the words say that a note of this text is
meant: "note 5 of the report" is another text's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import MONTH_WORDS
from juslint.document import Span
from juslint.knowledge import normalise_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.document import Document, Note

_NAME = (
    r"(?P<name>(?:(?:[dD]e|[vV][ao]n|der|den|la|al|el|bin|da|di)[\s-]+){0,4}[A-Z\u00c0-\u017f][\w'\u2019-]{1,40}"
    r"(?:(?:,|\s+and|\s+&)?\s+[A-Z\u00c0-\u017f][\w'\u2019-]{1,40}){0,4}(?:\s+(?:et\s+al\.?|and\s+others))?)"
)
_TITLE = r"(?:,?\s+[\"\u201c'\u2018*(][^\"\u201c\u201d*()]{3,100}[\"\u201d'\u2019*)])?"
_CITED = (
    r"(?:(?:as|also|is|was)\s+)?(?:cited|quoted|given|reproduced|referred\s+to)\s+(?:above\s+)?"
    r"(?:in|at|under)\s+(?:foot)?note"
)
_POINTER = re.compile(
    rf"(?:{_NAME}{_TITLE}(?:\s+\(eds?\.\))?,?\s+)?(?:op\.\s?cit\.,?\s+)?"
    r"(?P<whole>(?:(?P<way>[Ss]upra|[Ii]nfra)\s+(?:at\s+)?(?:foot)?(?:notes?|nn?\.|fnn?\.?)\s?(?P<first>[0-9]{1,3})"
    r"|(?:[Ff]ootnote|[Nn]ote|n\.|fn\.)\s(?P<second>[0-9]{1,3}),?\s+(?P<where>above|below|supra|infra)"
    r"|\((?:above\s+|below\s+)?n\.?\s(?P<third>[0-9]{1,3})\)"
    rf"|{_CITED}\s\[?(?P<fourth>[0-9]{{1,3}})\]?(?:\s+above)?|\([Ss]ee\s+(?:foot)?note\s(?P<fifth>[0-9]{{1,3}})\)))(?!\s*[-\u2013]\s*[0-9]|\s+(?:of|to|in)\s+(?:the|that|its)\b)"
)
_OP_CIT = re.compile(rf"{_NAME}{_TITLE}(?:\s+\(eds?\.\))?,?\s+(?:op\.|loc\.)\s?cit\.(?!,?\s+(?:supra|note|n\.|fn|\())")
_IBID = re.compile(r"(?:See\s+|see\s+)?(?P<word>[Ii]bid(?:em)?\b\.?|[Ii]d\.)")
_SENTENCE_END = re.compile(r";|(?<=[a-z0-9)]{3})\.\s+(?=[A-Z])")
_BREAK = re.compile(r";|(?<=[a-z0-9)\u201d\"]{3})\.?\s+(?:[Ss]ee|[Cc]ompare)\s|(?<=[a-z0-9)]{3})\.\s+(?=[A-Z])")
_PROPER = re.compile(r"[A-Z\u00c0-\u017f][^\W\d_]+(?:['\u2019-][A-Z][^\W\d_]+)*")
_KINDS = frozenset(
    "article judgment decision source sources author authors passage statement evidence authorities"  # noqa: SIM905
    " literature materials document documents chapter interview website memorandum discussion references"
    " resolution judgement opinion".split()
)
_OPENING = frozenset(
    {
        "see",
        "also",
        "cf",
        "compare",
        "but",
        "the",
        "in",
        "and",
        "contra",
        "accord",
        "as",
        "for",
        "eg",
        "quoted",
        "cited",
    }
)


_BEFORE = 300  # characters in front of a mark
_REACH = 1000  # characters in front of a pointer
_LONG = 3  # letters of a telling word


class Pointer(NamedTuple):
    """A reference from a note to a note: the words, the number and its place, and which way it points.

    `cited`: it says that the source itself is cited there; `ahead`: so, and not that this was above.
    """

    name: str
    span: Span
    number: int
    digits: Span
    below: bool
    cited: bool
    ahead: bool


class Notes:
    """The notes of a text by number; empty where it numbers them more than once, or not from 1."""

    def __init__(self, document: Document) -> None:
        notes = [note for note in document.notes if note.mark.isdigit()]
        numbers = [int(note.mark) for note in notes]
        whole = numbers == list(range(1, len(numbers) + 1)) and len(numbers) > 1
        self.document = document
        self.notes: Sequence[Note] = notes if whole else ()
        self._starts = [note.span.start for note in self.notes]

    def text(self, number: int) -> str:
        """The words of a note, from 1."""
        return self.document.text[slice(*self.notes[number - 1].span)]

    @cached_property
    def _called(self) -> dict[str, list[int]]:
        """The marks of each note, by their places among all marks."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, mark in enumerate(self.document.note_marks):
            found[mark.mark].append(at)
        return found

    def sentence(self, number: int) -> str:
        """The words in front of the marks that call a note, back to another mark or the paragraph's beginning."""
        text, marks = self.document.text, self.document.note_marks
        found = []
        for at in self._called.get(str(number), ()):
            start = marks[at].span.start
            low = max(marks[at - 1].span.end if at else 0, start - _BEFORE)
            found.append(text[max(low, text.rfind("\n\n", low, start)) : start])
        return " ".join(found)

    def around(self, position: int) -> int | None:
        """The number of the note in which a position lies."""
        at = bisect_right(self._starts, position)
        return at if at and position < self.notes[at - 1].span.end else None


def pointers(notes: Notes, only: int | None = None) -> Iterator[Pointer]:
    """The references to notes by number that stand in notes, or in `only` one, by its number."""
    text = notes.document.text
    for note in notes.notes if only is None else notes.notes[only - 1 : only]:
        for found in _POINTER.finditer(text, *note.span):
            group = next(each for each in ("first", "second", "third", "fourth", "fifth") if found[each])
            if group == "third" and not found["name"]:
                continue  # a sample of so many
            way = f"{found['way'] or ''}{found['where'] or ''}".casefold()
            below = way in {"below", "infra"} or "below" in found["whole"]
            cited = group in {"fourth", "fifth"}  # what stands in front is a whole citation
            name = "" if cited else found["name"] or ""
            place, digits = Span(found.start() if name else found.start("whole"), found.end()), Span(*found.span(group))
            ahead = cited and not way and "above" not in found["whole"]
            yield Pointer(name, place, int(found[group]), digits, below, cited, ahead)


def repeated(notes: Notes) -> Iterator[tuple[str, Span]]:
    """Each `Smith, op. cit.` in notes: the name, and its place."""
    for note in notes.notes:
        for found in _OP_CIT.finditer(notes.document.text, *note.span):
            yield found["name"], Span(*found.span("name"))


def same(notes: Notes) -> Iterator[tuple[int, Span]]:
    """The notes that begin with `ibid.`: number, and the place of the word."""
    for number, note in enumerate(notes.notes, 1):
        found = _IBID.match(notes.document.text, *note.span)
        if found:
            yield number, Span(*found.span("word"))


def target(notes: Notes, number: int) -> int | None:
    """The earlier note whose source a note repeats: the one that it points to, or that before its `ibid.`"""
    text = notes.document.text
    if number > 1 and _IBID.match(text, *notes.notes[number - 1].span):
        return number - 1
    found = list(pointers(notes, number))
    return found[0].number if len(found) == 1 and 0 < found[0].number < number else None


def lead(notes: Notes, pointer: Pointer) -> list[str]:
    """The telling words of what stands before a pointer without a name, back to the last source; folded."""
    found = [word for word in words(_before(notes, pointer, _SENTENCE_END)) if len(word) > _LONG]
    return [] if {"text", "accompanying"} & set(found) else found


def named(notes: Notes, pointer: Pointer) -> list[str]:
    """The proper names, or else the telling words, of what stands before a pointer without a name; folded.

    Words for a kind of text are none: a letter may be cited as `Byrne to Mollerup`.
    """
    said = _before(notes, pointer, _BREAK)
    proper = [word for found in _PROPER.findall(said) for word in words(found) if word not in MONTH_WORDS]
    return proper or [word for word in words(said) if len(word) > 2 * _LONG and word not in _KINDS]


def _before(notes: Notes, pointer: Pointer, end: re.Pattern[str]) -> str:
    """What a note says before a pointer, back to the last source; empty where that is far off."""
    number = notes.around(pointer.span.start)
    start = notes.notes[number - 1].span.start if number else pointer.span.start
    low = max(start, pointer.span.start - _REACH)
    *others, said = end.split(notes.document.text[low : pointer.span.start])
    return said if others or low == start else ""


def words(name: str) -> list[str]:
    """The words of a name that tell it from others, folded."""
    found = normalise_title(re.sub(r"\s+(?:et\s+al\.?|and\s+others)$", "", name)).split()
    return [word for word in found if word not in _OPENING and len(word) > 2]


def first_places(text: str) -> dict[str, int]:
    """Each folded word of a text and where it stands first; a possessive counts as its noun too."""
    found: dict[str, int] = {}
    for match in re.finditer(r"\w[\w'\u2019]*", text):
        whole = normalise_title(match[0])
        for word in {whole, normalise_title(re.sub(r"['\u2019]s?$", "", match[0]))}:
            found.setdefault(word, match.start())
    return found


def holds(text: str, name: Sequence[str]) -> bool:
    """Whether a folded text has one of the words of a name."""
    return any(re.search(rf"\b{re.escape(word)}", text) for word in name)
