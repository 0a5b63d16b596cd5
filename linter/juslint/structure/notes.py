"""Footnotes and their marks: superscript digits, or, in text that has lost its markup, bare digits.

Superscripts speak for themselves, except for powers and units. Bare digits count only where a note and its mark confirm
each other, or where a line drawn across the page and the sequence of numbers announce the note: "1,275" and "1992" are
numbers, and a mark that is none would be an accusation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Note, NoteMark, Span
from juslint.structure import _digits, _endnotes

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

SUPERSCRIPT = re.compile("[⁰¹²³⁴-⁹]{1,4}")
_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(_DIGITS, "0123456789")
_UNIT = re.compile(r"(?:^|[\s0-9(/])(?:[kcdm]?m|ft|in|mi|yd|sq|s)$")
_LINE_MARK = re.compile(
    r"(?:^|(?<=\n))[ \t]*(?P<mark>(?P<open>[\[(^]{0,2})(?P<number>[0-9]{1,3}|[a-z])"
    r"(?P<close>[\]).:]{0,2}))[ \t]+(?=[^\W_]|[\"'\u2018\u201c])"
)
_YEAR = re.compile(r"(?<![0-9])(?:1[5-9]|20)[0-9]{2}$")
_NEXT_NOTE = re.compile(r"\n[ \t]*(?=([⁰¹²³⁴-⁹]{1,4})(?:[.:)][ \t]+|[ \t]*)[^\s⁰¹²³⁴-⁹.,;:)])")


def apart(text: str, paragraphs: Sequence[Span], whole: Container[Span] = ()) -> list[Span]:
    """The paragraphs, with notes and items that follow one another line by line taken apart; not those in `whole`."""
    divided: list[Span] = []
    for span in paragraphs:
        start = span.start
        if span not in whole and SUPERSCRIPT.match(text, start):
            for following in _NEXT_NOTE.finditer(text, span.start, span.end):
                divided.append(Span(start, start + len(text[start : following.start()].rstrip())))
                start = following.end()
        elif span not in whole and "\n" in text[slice(*span)]:
            for begin in _numbered(text, span) or _counted(text, span):
                divided.append(Span(start, start + len(text[start:begin].rstrip())))
                start = begin
        divided.append(Span(start, span.end))
    return divided


def _numbered(text: str, span: Span) -> list[int]:
    """Where notes begin behind text, as below the rest of one from another page: lines that count on, `⁸⁵` `⁸⁶`."""
    found = list(_NEXT_NOTE.finditer(text, *span))
    numbers = [int(each[1].translate(_PLAIN)) for each in found]
    counted = len(found) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return [each.end() for each in found] if counted else []


def _counted(text: str, span: Span) -> list[int]:
    """Where the lines of a paragraph begin that count on, `1` `2` `3` or `[a]` `[b]`, marked in one way.

    The first may stand anywhere where it is 1 or a, else at the head; one mark alone is a number in a sentence.
    """
    places: list[int] = []
    shape, last = ("", "", False), 0
    for found in _LINE_MARK.finditer(text, *span):
        written = found["number"]
        number = int(written) if written.isdigit() else ord(written) - ord("a") + 1
        this = (found["open"], found["close"], written.isdigit())
        if not any(this[:2]) and not written.isdigit():
            continue  # the article in "a man"
        if places and this == shape and number == last + 1:
            places.append(found.start("mark"))
            last = number
        elif len(places) < 2 and (number == 1 or found.start("mark") == span.start):
            places, shape, last = [found.start("mark")], this, number
    return [place for place in places if place > span.start] if len(places) > 1 else []


def notes_and_marks(text: str, paragraphs: Sequence[Span]) -> tuple[list[Note], list[NoteMark]]:
    """The notes and the marks that call them, both in reading order."""
    starts = {span.start: span for span in paragraphs}
    notes: list[Note] = []
    marks: list[NoteMark] = []
    powers: list[NoteMark] = []  # behind a digit, as that of `1992³`, where no such note is due
    for found in SUPERSCRIPT.finditer(text) if any(digit in text for digit in _DIGITS) else ():
        mark = found.group().translate(_PLAIN)
        paragraph = starts.get(found.start())
        body = text[found.end() : paragraph.end].removeprefix(".").lstrip() if paragraph else ""
        if paragraph and body:
            notes.append(Note(mark, Span(*found.span()), Span(paragraph.end - len(body), paragraph.end)))
        elif _calls(text, found.start(), int(mark), marks):
            marks.append(NoteMark(mark, Span(*found.span())))
        elif _YEAR.search(text, max(0, found.start() - 5), found.start()):
            powers.append(NoteMark(mark, Span(*found.span())))
    if not notes:
        listed, calls = _endnotes.notes_and_marks(text, paragraphs, marks)
        if listed:
            return listed, calls
        called = [int(mark.mark) for mark in marks]
        bare, found_marks = _digits.notes_and_marks(text, paragraphs, called)
        return bare, marks or found_marks
    written = {note.mark for note in notes}
    lacking = written - {mark.mark for mark in marks}
    marks += (mark for mark in powers if mark.mark in lacking)
    return notes, list(_divided(sorted(marks, key=lambda mark: mark.span), written))


def _divided(marks: Sequence[NoteMark], written: Container[str]) -> Iterator[NoteMark]:
    """The marks; `¹²`, which no note has, is 1 and 2 where nothing else calls these."""
    called = {mark.mark for mark in marks}
    for mark in marks:
        parts = [mark.mark] if mark.mark in written else _ascending(mark.mark, written, called)
        start = mark.span.start
        for part in parts or [mark.mark]:
            yield NoteMark(part, Span(start, start + len(part)))
            start += len(part)


def _ascending(digits: str, written: Container[str], called: Container[str]) -> list[str]:
    """The two numbers of notes that some digits are."""
    for size in range(1, len(digits)):
        parts = [digits[:size], digits[size:]]
        if all(part in written and part not in called for part in parts) and int(parts[0]) < int(parts[1]):
            return parts
    return []


def _calls(text: str, at: int, number: int, marks: list[NoteMark]) -> bool:
    """Whether the superscript at `at` calls a note; 10⁶ and km² do not, 1992³ does where note 3 is due."""
    if text[max(0, at - 1) : at].isdigit():
        return number == (int(marks[-1].mark) if marks else 0) + 1
    return not (number in {2, 3} and _UNIT.search(text, max(0, at - 6), at))
