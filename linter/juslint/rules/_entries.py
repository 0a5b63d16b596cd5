"""The entry that a reference means, and how a message names who says what it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.dates import MONTHS, Date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from juslint.knowledge import Entry
    from juslint.reference import Reference
    from juslint.rules import Context

_AMERICAN = re.compile(r"[A-Z][a-z]+\.? [0-9]{1,2}(?:st|nd|rd|th)?, [0-9]{4}")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def entry_of(reference: Reference, context: Context) -> Entry | None:
    """The entry that the reference surely means; none for a newspaper or magazine as a whole."""
    entry = context.knowledge.resolve(reference.id).entry if reference.id is not None else None
    return None if entry is None or entry.is_publication else entry


def is_listed(entry: Entry, context: Context) -> bool:
    """Whether an entry is a case of the European Court with all its documents, which has rules of its own."""
    return entry.family == "echr" and bool(context.knowledge.cases.of(str(entry.data.get("applications", [""])[0])))


def origin(entry: Entry, about: str) -> str:
    """Who says so, behind a fact: `the knowledge base (from …)`.

    Of several origins the one that says what it gave (`… (authors)`), else the first.
    """
    named = [str(one) for one in entry.data.get("origin", ())]
    fitting = [one for one in named if re.search(rf"\([^)]*\b{about}", one)]
    first = re.sub(r"\s*\([^)]*\)$", "", (fitting or named or [entry.path])[0])
    return f"the knowledge base (from {first})"


def joined(names: Sequence[str]) -> str:
    """Names in a row: `A, B and C`."""
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def like(date: Date, written: str) -> str:
    """A date in the manner of a written one: `28 February 2014`, `February 28, 2014` or `2014-02-28`."""
    plain = " ".join(written.split())
    if date.month and date.day and not date.last and _AMERICAN.fullmatch(plain):
        return f"{MONTHS[date.month - 1]} {date.day}, {date.year}"
    return date.iso() if _ISO.fullmatch(plain) else str(date)
