"""Which entry a reference in prose means: what speaks for an entry, and what speaks against it.

An entry is named only where one kind of evidence points to it alone and nothing that the reference says contradicts it.
In order: the title; the symbol that it stands under; its number; sender and recipient with a known date; the address.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.knowledge.keys import letter_key
from juslint.knowledge.normalise import main_title, normalise_symbol, normalise_title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from juslint.knowledge.base import Knowledge
    from juslint.knowledge.entry import Entry
    from juslint.reference import Reference

PROSE = frozenset(
    {"letter", "book", "chapter", "article", "newspaper", "report", "web-page", "statement", "treaty", "other"}
)
_SAME_NAME = 75  # likeness from 0 to 100 above which two names may be one, misspelt
_SAME_TITLE = 92
_OTHER_TITLE = 60  # below this two titles are surely not one
_LONG_TITLE = 20  # characters that a misspelt title must have
_CLOSE = datetime.timedelta(days=2)


def identify(knowledge: Knowledge, reference: Reference) -> Entry | None:
    """The entry that the reference surely means, else None."""
    if reference.id is not None:
        entry = knowledge.resolve(reference.id).entry
        if entry is not None and not entry.is_publication:
            return entry
    if reference.family == "treaty":
        return _only(_named(knowledge, reference))
    evidence: tuple[Callable[[Knowledge, Reference], Iterable[Entry]], ...] = (_meeting,)
    if reference.family in PROSE:
        evidence = (_title, _symbol, _number, _letter, _url)
    for find in evidence:
        found = [entry for entry in find(knowledge, reference) if not entry.is_publication]
        if found:
            return _only(found)
    return None


def _only(found: Iterable[Entry]) -> Entry | None:
    entries = {entry.id: entry for entry in found}
    return next(iter(entries.values())) if len(entries) == 1 else None


def _named(knowledge: Knowledge, reference: Reference) -> Iterable[Entry]:
    name = reference.text_of("title") or reference.text
    year = reference.number_of("year")
    date = reference.date_of()
    for entry in knowledge.by_name(name):
        years = {known.year for known in entry.dates()}
        if (year is None or year in years) and (date is None or date.year in years):
            yield entry


def _meeting(knowledge: Knowledge, reference: Reference) -> Iterable[Entry]:
    """What a body adopted at a numbered meeting, where the date agrees."""
    meeting, date = reference.text_of("meeting"), reference.date_of()
    for entry in knowledge.keyed("meeting", normalise_symbol(meeting)) if meeting else ():
        if entry.family == reference.family and (date is None or any(date.agrees(known) for known in entry.dates())):
            yield entry


def _title(knowledge: Knowledge, reference: Reference) -> list[Entry]:
    title = reference.text_of("title")
    if not title:
        return []
    found = [entry for entry in knowledge.by_title(title) if not _contradicted(reference, entry)]
    found = [entry for entry in found if entry.kind != "judgment"]  # `The Law against War` is no Law v. War
    if found:
        return found
    main = main_title(title)
    others = [*(knowledge.keyed("main title", main) if main else ()), *_misspelt(knowledge, title)]
    return [entry for entry in others if _by_its_author(reference, entry) and not _contradicted(reference, entry)]


def _misspelt(knowledge: Knowledge, title: str) -> Iterable[Entry]:
    if len(title) >= _LONG_TITLE:
        for likeness, entry in knowledge.near_titles(title, 2):
            if likeness >= _SAME_TITLE:
                yield entry


def _symbol(knowledge: Knowledge, reference: Reference) -> list[Entry]:
    symbol = reference.text_of("symbol")
    found = knowledge.by_symbol(symbol) if symbol else ()
    return [entry for entry in found if _may_be_titled(reference, entry) and not _contradicted(reference, entry)]


def _number(knowledge: Knowledge, reference: Reference) -> list[Entry]:
    number = reference.text_of("number")
    found = knowledge.keyed(f"number {reference.family}", normalise_symbol(number)) if number else ()
    dated = reference.date_of()
    return [entry for entry in found if dated is not None and any(dated.agrees(known) for known in entry.dates())]


def _letter(knowledge: Knowledge, reference: Reference) -> list[Entry]:
    """Letters between these two: of a known or disputed date, or the only one and dated at most two days off."""
    sender, recipient, date = reference.text_of("sender"), reference.text_of("recipient"), reference.date_of()
    if not (sender and recipient and date):
        return []
    found = knowledge.keyed("letter", letter_key(sender, recipient))
    exact = [entry for entry in found if any(date.agrees(known) for known in entry.dates())]
    if exact or len(found) != 1:
        return exact
    return [entry for entry in found if any(_close(date, known) for known in entry.dates())]


def _close(one: Date, other: Date) -> bool:
    if not (one.month and one.day and other.month and other.day):
        return False
    days = datetime.date(one.year, one.month, one.day) - datetime.date(other.year, other.month, other.day)
    return abs(days) <= _CLOSE


def _url(knowledge: Knowledge, reference: Reference) -> list[Entry]:
    url = reference.text_of("url")
    found = knowledge.by_url(url) if url else ()
    return [
        entry
        for entry in found
        if _may_be_titled(reference, entry) and _may_be_sent(reference, entry) and not _contradicted(reference, entry)
    ]


def _may_be_titled(reference: Reference, entry: Entry) -> bool:
    """Whether the reference's title, if it gives one, can be the entry's."""
    title, known = reference.text_of("title"), entry.text("title")
    if not (title and known):
        return True
    from rapidfuzz import fuzz  # noqa: PLC0415

    return fuzz.token_set_ratio(normalise_title(title), normalise_title(known)) >= _OTHER_TITLE


def _may_be_sent(reference: Reference, entry: Entry) -> bool:
    """Whether sender and recipient, where both sides give them, can be the entry's."""
    for part in ("sender", "recipient"):
        said, known = reference.text_of(part), entry.text(part)
        if said and known:
            writings = (known, *(variant.value for variant in (*entry.aliases(part), *entry.misspellings(part))))
            if not _alike(said, writings):
                return False
    return True


def _contradicted(reference: Reference, entry: Entry) -> bool:
    """Whether authors, editors or container of the reference are others than the entry's, not just other writings."""
    for part in ("author", "editor"):
        said = _names(reference, part)
        if said and entry.people(part) and not any(_alike(name, _writings(entry, part)) for name in said):
            return True
    container, known = reference.text_of("container"), entry.text("container-title")
    if not (container and known):
        return False
    short = known.partition(": ")[0]
    return not (_alike(container, (known, short)) or _alike(container.partition(": ")[0], (known, short)))


def _by_its_author(reference: Reference, entry: Entry) -> bool:
    return any(
        _alike(name, _writings(entry, part)) for part in ("author", "editor") for name in _names(reference, part)
    )


def _names(reference: Reference, part: str) -> tuple[str, ...]:
    found = reference.parts.get(part)
    if found is None:
        return ()
    value = found.value
    return value if isinstance(value, tuple) and not isinstance(value, Date) else (str(value),)


def _writings(entry: Entry, part: str) -> tuple[str, ...]:
    """Names, family names, aliases and misspellings of the people of an entry."""
    variants = (*entry.aliases(part), *entry.misspellings(part))
    return (*entry.people(part), *entry.surnames(part), *(variant.value for variant in variants))


def _alike(said: str, writings: Iterable[str]) -> bool:
    """Whether a name is one of the writings, perhaps misspelt, or ends in a family name among them."""
    from rapidfuzz import fuzz  # noqa: PLC0415

    name = normalise_title(said)
    for writing in map(normalise_title, writings):
        if name == writing or name.endswith(f" {writing}") or fuzz.ratio(name, writing) >= _SAME_NAME:
            return True
    return False
