"""The head of a United Nations document: what it says of session, year, agenda items and dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from juslint.dates import Date
    from juslint.document import Span


class Ordinal(NamedTuple):
    """`Seventy-seventh session` as 77, `Eighty-first year` as 81, and where it stands."""

    number: int
    span: Span


class Items(NamedTuple):
    """A list of agenda item numbers, and where the list stands."""

    numbers: tuple[str, ...]  # as written: "66", "73 (b)"
    span: Span


class Dated(NamedTuple):
    """A date and where it stands."""

    date: Date
    span: Span


class Heading(NamedTuple):
    """A line of the masthead: an organ or the title of an agenda item, white space joined."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Masthead:
    """All parts may be absent; `closing_items` is the list in the closing request for circulation."""

    organs: tuple[Heading, ...] = ()
    session: Ordinal | None = None  # of the General Assembly or another body that numbers by session
    council_year: Ordinal | None = None  # of the Security Council
    items: Items | None = None
    titles: tuple[Heading, ...] = ()
    distributed: Dated | None = None
    letter: Dated | None = None  # the date in the document's own title, "Letter dated …"
    symbol: Heading | None = None  # the document's own symbol, as written
    closing_items: Items | None = None
