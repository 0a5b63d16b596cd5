"""Under what an entry can be looked up: pairs of a space (`url`, `title`, …) and a normalised key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.knowledge.normalise import main_title, normalise_name, normalise_symbol, normalise_title, normalise_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.knowledge.entry import Entry


BULK = ("resolutions", "general-comments", "treaties", "cases")  # kinds of which a file holds many entries, one a row


def keys(entry: Entry) -> Iterator[tuple[str, str]]:
    """All keys of one entry; the same pair may come twice."""
    yield from _identifiers(entry)
    for url in (*entry.urls(), *(wrong.value for wrong in entry.misspellings("URL"))):
        yield "url", normalise_url(url)
    if entry.kind in ("treaty", "treaties", "body"):
        yield from _names(entry)
    elif entry.is_publication:
        yield from (("publication", normalise_title(name)) for name in entry.names())
    elif entry.kind not in BULK:  # many resolutions share a title, and others have none of their own
        yield from _titles(entry)
    subject = entry.text("subject")
    if subject and entry.family == "coe":
        yield "subject", subject_key(subject)
    if entry.kind == "cases":
        yield from (("case", normalise_title(name)) for name in entry.names())
        days = entry.data.get("judgments", ())
        yield from (("id", f"{name} {day}") for name in entry.data.get("short-titles", ()) for day in days)
    yield from _letters(entry)


def _identifiers(entry: Entry) -> Iterator[tuple[str, str]]:
    """Other ids: an ECLI, half of a joint symbol; and what a reference may give instead of an id."""
    ecli, symbol, meeting, number = (entry.text(name) for name in ("ecli", "symbol", "meeting", "number"))
    if ecli:
        yield "id", ecli
    yield from (("id", alias.value) for alias in entry.aliases("id"))
    yield from (("id", name) for name in entry.data.get("also", ()))
    if symbol:
        yield "symbol", normalise_symbol(symbol)
    if meeting:
        yield "meeting", normalise_symbol(meeting)
    if entry.family == "echr":
        yield from (("judged", date.iso()) for date in entry.dates())
    if number and entry.kind == "source":
        yield f"number {entry.family}", normalise_symbol(number)


def _titles(entry: Entry) -> Iterator[tuple[str, str]]:
    title = entry.text("title")
    right = [*([title] if title else ()), *(alias.value for alias in entry.aliases("title"))]
    for text in (*right, *(wrong.value for wrong in entry.misspellings("title"))):
        yield "title", normalise_title(text)
        main = main_title(text)
        if main:
            yield "main title", main


def _names(entry: Entry) -> Iterator[tuple[str, str]]:
    abbreviations = set(entry.data.get("abbreviations", ()))
    for name in entry.names():
        if name in abbreviations:
            yield "abbreviation", name  # as written: `CAT` is not a cat
        else:
            yield "name", normalise_name(name)[0]
    yield from (("name", normalise_name(wrong.value)[0]) for wrong in entry.misspellings("title"))


def _letters(entry: Entry) -> Iterator[tuple[str, str]]:
    """Sender and recipient together: neither alone says which letter is meant."""
    for sender in _office(entry, "sender"):
        for recipient in _office(entry, "recipient"):
            yield "letter", letter_key(sender, recipient)


def _office(entry: Entry, name: str) -> Iterator[str]:
    value = entry.text(name)
    if value:
        yield value
        yield from (variant.value for variant in (*entry.aliases(name), *entry.misspellings(name)))


def letter_key(sender: str, recipient: str) -> str:
    """One key for a sender and a recipient, articles and punctuation aside."""
    return " > ".join(normalise_name(office)[0] for office in (sender, recipient))


def subject_key(subject: str) -> str:
    """What a text is on, without article, capitals and punctuation."""
    return normalise_title(subject).removeprefix("the ")
