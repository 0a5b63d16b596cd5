"""The ways in which meetings, heads, titles and records are spoiled: a function each, as in `_spoils`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from _spoils import Spoil, entry_of, near

from juslint.dates import Date
from juslint.document import Span
from juslint.knowledge import normalise_title

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator

    from juslint.rules import Context


def statement_year(context: Context, chance: random.Random) -> Iterator[Spoil]:
    """The year of a presidential statement with its date, or one that makes a number that was never given."""
    for reference in context.references:
        if not (reference.id or "").startswith("S/PRST/") or "year" not in reference.parts:
            continue
        year, number = reference.number_of("year") or 0, reference.number_of("number")
        new = year + chance.choice([-1, 1, 10, -10])
        before = context.document.text[max(0, reference.span.start - 60) : reference.span.start]
        dated = re.search(r"\b(?:of|dated|on)\s+[0-9]{1,2}\s+[A-Z][a-z]+\s+[0-9]{4},?\s*\((?:see\s+)?$", before)
        absent = context.knowledge.resolve(f"S/PRST/{new}/{number}").status == "absent"
        if (dated or absent) and new >= 1994:
            start = reference.span.start - (len(before) - dated.start() if dated else 0)
            right = (str(year),) if dated else (f"S/PRST/{new}",)
            yield Spoil("", reference.parts["year"].span, str(new), right, Span(start, reference.span.end))


_MEETING = re.compile(
    r"([0-9]{4})(?:st|nd|rd|th)\s+meeting(?:\s+of\s+the\s+Security\s+Council)?,\s+(?:held\s+)?on\s+"
    r"(?P<date>[0-9]{1,2}\s+[A-Z][a-z]+\s+(?P<year>[0-9]{4}))"
)


def meeting_year(context: Context, chance: random.Random) -> Iterator[Spoil]:
    """The year of a numbered meeting of the Security Council."""
    text = context.document.text
    for found in _MEETING.finditer(text):
        around = text[max(0, found.start() - 80) : found.end()]
        year = context.knowledge.meeting_year(int(found[1]))
        if "Security Council" in around and year == int(found["year"]):
            new = str(year + chance.choice([-1, 1, -10]))
            yield Spoil("", Span(*found.span("year")), new, (str(year),), Span(*found.span()))


_HEAD = re.compile(
    r"(?:Resolutions?\s+adopted\s+by\s+the\s+[A-Z][A-Za-z ]+?\s+on\s+"
    r"|Adopted\s+by\s+the\s+Security\s+Council[^\n]{0,60}\bon\s+)"
    r"(?P<date>[0-9]{1,2}\s+[A-Z][a-z]+\s+[0-9]{4})"
)


def own_date(context: Context, chance: random.Random) -> Iterator[Spoil]:
    """The day in a resolution's own head."""
    text = context.document.text
    found = _HEAD.search(text, 0, 1500)
    own = next((one for one in context.references if one.family == "un-resolution"), None)
    if found is None or own is None or own.span.start > 1500 or own.span.start > found.end() + 600:
        return
    entry, date = entry_of(own.id, context.knowledge), Date.parse(found["date"])
    known = entry.adopted() if entry else None
    if date is None or known != date or not known.day:
        return
    new = date._replace(day=chance.choice([one for one in range(1, 29) if one != date.day]))
    place = Span(*found.span("date"))
    yield Spoil("", place, str(new), (str(known),), near(own, place))


_ENTITLED = re.compile(r",?\s+(?:of\s+[0-9]{1,2}\s+[A-Z][a-z]+\s+[0-9]{4},?\s+)?entitled\s+[“\"]([^”\"]{5,250})[”\"]")


def title(context: Context, chance: random.Random) -> Iterator[Spoil]:
    """The title in quotation marks behind a number, changed to another resolution's."""
    for reference in context.references:
        found = _ENTITLED.match(context.document.text, reference.span.end)
        entry = entry_of(reference.id, context.knowledge)
        if found is None or entry is None or not entry.text("title") or reference.family != "un-resolution":
            continue
        new = chance.choice(_TITLES)
        place = Span(*found.span(1))
        written, known = (normalise_title(one) for one in (found[1], str(entry.text("title"))))
        if entry.text("title") != new and written == known:
            yield Spoil("", place, new, (str(entry.text("title")),), near(reference, place))


_TITLES = (
    "Rights of the child",
    "Oceans and the law of the sea",
    "The rule of law at the national and international levels",
    "Information and communications technologies for sustainable development",
    "Moratorium on the use of the death penalty",
    "Question of Western Sahara",
)

_RECORDS = re.compile(
    r"Records\s+of\s+the\s+General\s+Assembly,\s+(?P<name>[A-Z][a-z]+(?:-[a-z]+)?)\s+[Ss]ession,[^()]{0,60}\(A/(?P<session>[0-9]{2})/[0-9]+"
)


def records_session(context: Context, chance: random.Random) -> Iterator[Spoil]:
    """The session in words of the Official Records, against that of the symbol behind it."""
    tens = {3: "Thirty", 4: "Forty", 5: "Fifty", 6: "Sixty", 7: "Seventy"}
    ones = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
    for found in _RECORDS.finditer(context.document.text):
        session = int(found["session"])
        new = chance.choice([one for one in (session - 1, session + 1, session - 10) if one % 10 and one // 10 in tens])
        words = f"{tens[new // 10]}-{ones[new % 10 - 1]}"
        yield Spoil("", Span(*found.span("name")), words, (str(session),), Span(*found.span()))


WORDS: dict[str, Callable[[Context, random.Random], Iterator[Spoil]]] = {
    "presidential statement": statement_year,
    "meeting": meeting_year,
    "own date": own_date,
    "title": title,
    "session of the records": records_session,
}
