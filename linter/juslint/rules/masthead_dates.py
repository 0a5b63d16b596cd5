"""The dates and numbers in the head of a document, against one another."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from juslint.finding import Finding, Related
from juslint.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.dates import Date
    from juslint.document import Span
    from juslint.masthead import Masthead
    from juslint.rules import Context

RULE = Rule(
    name="masthead-dates",
    severity="error",
    summary="The dates, the session and the symbol in the head of a document contradict one another.",
    why=(
        "A letter is distributed after it was written, in a year in which the session sits, and under a symbol of "
        "that session and year. A head that was copied from an older letter breaks this in one place or another."
    ),
    source=(
        "The Nth regular session of the General Assembly opens in September of 1945 + N; documents for it are "
        "distributed in that year and the next. Symbols of the Assembly carry the session, symbols of the Security "
        "Council the year."
    ),
    wrong=(
        (
            "Distr.: General\n22 February 2023\n\nGeneral Assembly\nSeventy-seventh session\n\nLetter dated 23 "
            "February 2023 from the Permanent Representative of Azerbaijan to the United Nations addressed to the "
            "Secretary-General\n\n"
            "I have the honour to write to you.\n"
        ),
    ),
    right=(
        (
            "Distr.: General\n24 February 2023\n\nGeneral Assembly\nSeventy-seventh session\n\nLetter dated 23 "
            "February 2023 from the Permanent Representative of Azerbaijan to the United Nations addressed to the "
            "Secretary-General\n\n"
            "I have the honour to write to you.\n"
        ),
        (
            "Distr.: General\n3 January 2023\n\nGeneral Assembly\nSeventy-seventh session\n\nLetter dated 30 "
            "December 2022 from the Permanent Representative of Azerbaijan to the United Nations addressed to the "
            "Secretary-General\n\n"
            "I have the honour to write to you.\n"
        ),
    ),
)

_SESSION = re.compile(r"A/(?:C\.[1-6]/)?(?P<session>[0-9]{2,3})/")
_YEAR = re.compile(r"(?:^|[-–])S/(?P<year>(?:19|20)[0-9]{2})/")
_LATER = re.compile(r"/(?:Corr|Rev|Add)\.|\*")  # corrections and reissues come out in later years too
_FIRST = 1945  # the year before the Security Council's first
_ORGANS = {"General Assembly", "Security Council"}


def check_document(context: Context) -> Iterator[Finding]:
    """At most one finding of each kind."""
    masthead = context.document.masthead
    if masthead is None:
        return
    yield from _order(masthead, context)
    yield from _of_session(masthead, context)
    yield from _of_symbol(masthead, context)


def _order(masthead: Masthead, context: Context) -> Iterator[Finding]:
    letter, distributed = masthead.letter, masthead.distributed
    if letter is None or distributed is None:
        return
    written, sent = _day(letter.date), _day(distributed.date)
    if written is not None and sent is not None and written > sent:
        yield _finding(
            context,
            letter.span,
            f"the letter is dated {letter.date} and was distributed before that, on {distributed.date}: check "
            f"both dates",
            distributed.span,
            f"distributed on {distributed.date}",
        )


def _of_session(masthead: Masthead, context: Context) -> Iterator[Finding]:
    """The year of distribution against the session; documents of other organs count their sessions otherwise."""
    session, dated = masthead.session, masthead.distributed
    organs = {organ.text for organ in masthead.organs}
    if (
        session is None
        or session.number < 1
        or dated is None
        or "General Assembly" not in organs
        or not organs <= _ORGANS
    ):
        return
    first, last = context.knowledge.session_years(session.number)
    later = masthead.letter is None or (masthead.symbol is not None and _LATER.search(masthead.symbol.text))
    if dated.date.year < first or (dated.date.year > last and not later):
        yield _finding(
            context,
            dated.span,
            f"distributed in {dated.date.year}, but session {session.number} of the General Assembly sits in "
            f"{first} and "
            f"{last}: check the date and the session",
            session.span,
            f"session {session.number}",
        )


def _of_symbol(masthead: Masthead, context: Context) -> Iterator[Finding]:
    """The document's own symbol against session, year and dates."""
    symbol = masthead.symbol
    if symbol is None:
        return
    found = _SESSION.match(symbol.text)
    if found and masthead.session and int(found["session"]) != masthead.session.number:
        yield _finding(
            context,
            symbol.span,
            f"the symbol is of session {found['session']}, the head of session {masthead.session.number}: check "
            f"which is right",
            masthead.session.span,
            f"session {masthead.session.number}",
        )
    year = _YEAR.search(symbol.text)
    if year is None:
        return
    stated = int(year["year"])
    council = masthead.council_year
    if council and _FIRST + council.number != stated:
        yield _finding(
            context,
            symbol.span,
            f"the symbol is of {stated}, the head of year {council.number} of the Security Council, which is "
            f"{_FIRST + council.number}: check which is right",
            council.span,
            f"year {council.number}: {_FIRST + council.number}",
        )
    dates = [one for one in (masthead.letter, masthead.distributed) if one is not None]
    if (
        not council
        and masthead.distributed
        and not _LATER.search(symbol.text)
        and stated not in {one.date.year for one in dates}
    ):
        yield _finding(
            context,
            symbol.span,
            f"the symbol is of {stated}, the document of {masthead.distributed.date}: check which is right",
            masthead.distributed.span,
            f"distributed on {masthead.distributed.date}",
        )


def _day(date: Date) -> datetime.date | None:
    return datetime.date(date.year, date.month, date.day) if date.month and date.day else None


def _finding(context: Context, span: Span, message: str, other: Span, said: str) -> Finding:
    path = context.document.path
    return Finding(RULE.name, RULE.severity, path, span, message, (Related(path, other, said),))
