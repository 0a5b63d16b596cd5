"""A date that the address of the same source contradicts."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from juslint.dates import SHORT_MONTHS, Date
from juslint.finding import Finding, Related
from juslint.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.finding import Severity
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="date-against-url",
    severity="warning",
    summary="A source is dated otherwise than its own address says.",
    why=(
        "Many sites put the day of publication into the address. Where the date of the reference is another, one "
        "of the two was mistyped, or the site's clock was a day off; a reader cannot know which."
    ),
    source=(
        "juslint's own. Letters, reports and statements are often put on the web later than they were made: for "
        "them only an address that is older than its content counts. Dates of access are not compared."
    ),
    wrong=(
        (
            "Letter dated 24 March 1997 from the Executive Director of Human Rights Watch/Helsinki addressed to "
            "the Minister for Foreign Affairs of Armenia, available at "
            "https://www.hrw.org/news/1997/03/23/response-armenian-government-letter-town-khojaly-nagorno-karabakh.\n"
        ),
    ),
    right=(
        (
            "Letter dated 23 March 1997 from the Executive Director of Human Rights Watch/Helsinki addressed to "
            "the Minister for Foreign Affairs of Armenia, available at "
            "https://www.hrw.org/news/1997/03/23/response-armenian-government-letter-town-khojaly-nagorno-karabakh.\n"
        ),
        (
            "Letter dated 20 March 1997 from the Executive Director of Human Rights Watch/Helsinki addressed to "
            "the Minister for Foreign Affairs of Armenia, available at "
            "https://www.hrw.org/news/1997/03/23/response-armenian-government-letter-town-khojaly-nagorno-karabakh.\n"
        ),
    ),
)

_IN_URL = re.compile(
    r"(?:[/_-](?P<year>(?:19|20)[0-9]{2})[/_-](?P<month>0?[1-9]|1[0-2]|[a-z]{3})[/_-](?P<day>0?[1-9]|[12][0-9]|3[01])"
    r"|[/_-](?P<year2>20[0-9]{2})(?P<month2>0[1-9]|1[0-2])(?P<day2>0[1-9]|[12][0-9]|3[01]))(?=[/._-]|$)"
)
_PUBLISHED = frozenset({"article", "newspaper", "web-page"})  # their date is the day of publication
_WRITTEN = frozenset({"letter", "statement", "report"})
_ACCESS = re.compile(r"(?:access\w*|visited|retrieved|consulted|checked|viewed)(?:\s+on)?\W{0,3}$", re.IGNORECASE)


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A finding where the date and the address of one reference cannot both be right."""
    part, url, own = reference.parts.get("date"), reference.parts.get("url"), reference.date_of()
    if part is None or url is None or own is None or not own.day or reference.family not in _PUBLISHED | _WRITTEN:
        return
    stated = _of(str(url.value))
    title = reference.parts.get("title")
    text = context.document.text
    if stated is None or own.agrees(stated) or (title and title.span.covers(part.span)):
        return
    if _ACCESS.search(text, max(0, part.span.start - 20), part.span.start):
        return
    severity = _severity(reference, own, stated)
    if severity is None:
        return
    entry = context.knowledge.resolve(reference.id).entry if reference.id else None
    disputed = entry.disputed() if entry else ()
    known = "".join(
        f" {Date.from_iso(one.value)} stands in {', '.join(name for name, _ in one.by)}." for one in disputed
    ) or (f" The knowledge base has {entry.date()}." if entry and entry.date() else "")
    yield Finding(
        RULE.name,
        severity,
        context.document.path,
        part.span,
        f"dated {own} here, while the address says {stated}: check the date at the source.{known}",
        (Related(context.document.path, url.span, f"the address says {stated}"),),
        None,
        reference.id,
    )


def _of(url: str) -> Date | None:
    """The day that an address carries as `/1997/03/23/`, `/1997/mar/23/`, `-1997-03-23` or `/20200323`.

    None where it carries none, or several.
    """
    found: set[Date | None] = set()
    for match in _IN_URL.finditer(url):
        year, month, day = (part for part in match.groups() if part)
        if month.isalpha() and month not in SHORT_MONTHS:
            continue
        number = SHORT_MONTHS.index(month) + 1 if month.isalpha() else int(month)
        found.add(Date.parse(f"{year}-{number:02d}-{int(day):02d}"))
    return found.pop() if len(found) == 1 else None


def _severity(reference: Reference, own: Date, stated: Date) -> Severity | None:
    """How much the difference matters; None where it is usual."""
    later = (_day(stated) - _day(own)).days
    if reference.family in _WRITTEN:
        return "warning" if later < 0 else None
    if later == -1 and (reference.family == "newspaper" or "container" in reference.parts):
        return "info"  # in print on the morning after
    return "warning"


def _day(date: Date) -> datetime.date:
    return datetime.date(date.year, date.month or 1, date.day or 1)
