"""Books cited as of a year or publisher in which they are not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.finding import Finding
from juslint.knowledge import normalise_title
from juslint.rules import Rule
from juslint.rules._entries import entry_of, joined, origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.knowledge import Entry
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="source-edition",
    severity="warning",
    summary="A book is cited as of a year or a publisher that its known editions do not have.",
    why="Page numbers belong to one edition; a reader who has another one in hand looks on the wrong page.",
    source="The knowledge base: the editions that are known of the book; the list may not be complete.",
    wrong=(
        (
            "Jessica A. Stanton, *Violence and Restraint in Civil War: Civilian Targeting in the Shadow of "
            "International Law* (Cambridge University Press, 2014), p. 237.\n"
        ),
    ),
    right=(
        (
            "Jessica A. Stanton, *Violence and Restraint in Civil War: Civilian Targeting in the Shadow of "
            "International Law* (Cambridge University Press, 2016), p. 237.\n"
        ),
        (
            "Thomas de Waal, *Black Garden: Armenia and Azerbaijan through Peace and War* (New York and London, New "
            "York University Press, 2004).\n"
        ),
        (
            "Thomas de Waal, *Black Garden: Armenia and Azerbaijan through Peace and War* (New York University Press, "
            "2013).\n"
        ),
    ),
)
_FAMILIES = frozenset({"book", "chapter"})
_NEAR = 60  # likeness from 0 to 100 below which two names of publishers are surely two


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A year before the first edition (an error) or of no known one; another publisher in a known year."""
    entry = entry_of(reference, context) if reference.family in _FAMILIES else None
    year, publisher = reference.parts.get("year"), reference.parts.get("publisher")
    if entry is None or year is None or not isinstance(year.value, int):
        return
    known = sorted({date.year for date in entry.dates()})
    if not known:
        return
    if year.value not in known:
        early = year.value < known[0]
        sure = [one for one in known if one in _verified(entry)]
        yield Finding(
            rule=RULE.name,
            severity="error" if early else RULE.severity,
            path=context.document.path,
            span=year.span,
            message=(
                f"{year.value} here; the book is of {joined([str(one) for one in sure])} in {origin(entry, 'edition')}"
                + (": it was not out yet" if early else "; check whether there is an edition of that year")
            ),
            reference_id=reference.id,
        )
    elif publisher is not None and isinstance(publisher.value, str) and _is_another(publisher.value, entry):
        known_as = f"the publisher is {entry.text('publisher')} in {origin(entry, 'publisher')}"
        yield Finding(
            rule=RULE.name,
            severity=RULE.severity,
            path=context.document.path,
            span=publisher.span,
            message=f"{publisher.value} here; {known_as}",
            reference_id=reference.id,
        )


def _verified(entry: Entry) -> set[int]:
    """The years of editions that are surely known."""
    years = {Date.from_iso(str(one["issued"])).year for one in entry.editions() if not one.get("unverified")}
    first = entry.date()
    unsure = {Date.from_iso(str(one["issued"])).year for one in entry.editions() if one.get("unverified")}
    return years | ({first.year} - unsure if first else set())


def _is_another(publisher: str, entry: Entry) -> bool:
    known = entry.text("publisher")
    if known is None:
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    said, written = (normalise_title(one).replace(" ", "") for one in (publisher, known))
    return said not in written and written not in said and fuzz.ratio(said, written) < _NEAR
