"""Documents with a symbol, and the date that a text gives each right beside the symbol.

`letter dated 3 March 2022 addressed to you (A/76/739-S/2022/185)` gives the date of the letter; `CDL-PI(2024)013, 21
May 2024` and `21 June 2017 (A/HRC/35/22/Add.3)` that of the document, which may be another. What stands behind `on` or
`since` is a day on which something happened.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import DAY, MONTH, Date
from juslint.document import Span
from juslint.rules import _letters
from juslint.rules._agreement import Told
from juslint.rules._places import Place
from juslint.rules._sources import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.reference import Reference
    from juslint.rules import Context

LETTER, DOCUMENT = "letter", "document"
_FAMILIES = frozenset({"un-symbol", "un-resolution", "coe"})
_LETTER = 220  # characters between the date of a letter and its symbol
_DATE = rf"(?P<date>{DAY})"
_BEHIND = re.compile(
    rf"(?:\s\(|,\s|\),\s|\s(?P<bare>of|dated)\s){_DATE}"
    r"(?(bare)(?!\s*(?:[-\u2013\u2014]|(?:to|and|or|until|through)\b))|(?=[.,;)]|\s*\n|\Z))"
)
_BEFORE = re.compile(rf"(?P<word>[\w.]+)?[\s,(]+{_DATE},?\s\(?$")
_EVENT = frozenset("on by until since from between and to before after till as starting".split())  # noqa: SIM905
_ISSUED = re.compile(r"\b(?:published|issued|released)\b[^.;()\n]{0,60}\son\s$")
_WRITTEN = re.compile(rf"\b(?:[Ll]etter|[Nn]ote\sverbale)\s(?:dated|of)\s{_DATE}(?P<rest>[^.;()\n]*\()$")
_OTHER = re.compile(rf"\s{MONTH}\b")


class Dated(NamedTuple):
    """A date, where it stands, and whether it is that of a letter or of the document."""

    date: Date
    span: Span
    kind: str


def halves(reference: Reference) -> tuple[str, ...]:
    """The symbols of a document under two of them, each for itself; one symbol else."""
    name = reference.id or ""
    joint = "separator" in reference.parts and "-" in name
    return tuple(name.split("-")) if joint and name.count("-") == 1 else (name,)


def dated(contexts: Sequence[Context]) -> Iterator[list[Told[Date]]]:
    """Of each document, all that the texts say of one of its dates, where they say it more than once."""
    said: dict[tuple[str, str], list[Told[Date]]] = defaultdict(list)
    for context in contexts:
        for reference in context.references:
            if reference.family not in _FAMILIES or reference.id is None or "date" in reference.parts:
                continue
            found = beside(reference, context)
            if found is not None:
                told = Told(Mention(context, reference), found.date, Place(context.document, found.span))
                for name in halves(reference):
                    said[name, found.kind].append(told)
    seen: set[tuple[tuple[str, int], ...]] = set()
    for group in said.values():
        form = tuple((one.place.document.path, one.place.span.start) for one in group)
        if len(group) > 1 and form not in seen:
            seen.add(form)
            yield group


def beside(reference: Reference, context: Context) -> Dated | None:
    """The date that stands right beside a symbol, or in the letter that it is the symbol of."""
    text, (start, end) = context.document.text, reference.span
    low = max(0, start - _LETTER)
    found = _WRITTEN.search(text, low, start)
    kind = LETTER
    if found is None or _OTHER.search(found["rest"]):
        kind = DOCUMENT
        found = None if reference.pinpoint else _BEHIND.match(text, end)  # that of an annex is its own
        if found is None:
            found = _BEFORE.search(text, max(0, start - 60), start)
            if (
                found
                and (found["word"] or "").casefold() in _EVENT
                and not _ISSUED.search(text, low, found.start("date"))
            ):
                found = None
    date = Date.parse(" ".join(found["date"].split())) if found else None
    return Dated(date, Span(*found.span("date")), kind) if found and date else None


def slipped(group: Sequence[Told[Date]]) -> bool:
    """Whether the texts give a document just two dates, of which one is the other with a slip."""
    days = list(dict.fromkeys(one.value for one in group))
    return len(days) == 2 and _letters.slipped_date(*days)
