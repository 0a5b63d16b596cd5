"""Dates and other values on which good sources differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.finding import Finding
from juslint.knowledge import normalise_title, same_url
from juslint.rules import Rule
from juslint.rules._entries import entry_of, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.knowledge import Printed
    from juslint.reference import Part, Reference
    from juslint.rules import Context

RULE = Rule(
    name="disputed-value",
    severity="info",
    summary="A date or another value on which good sources differ.",
    why=(
        "Where publishers print different dates of one letter, none of them is a slip of the author. It is worth "
        "knowing which one a text follows, and to follow the same throughout."
    ),
    source="The knowledge base: the entry of the source names every value and who prints it, the preferred one first.",
    wrong=(
        (
            "Letter dated 23 March 1997 from the Executive Director of Human Rights Watch/Helsinki addressed to the "
            "Minister for Foreign Affairs of Armenia.\n"
        ),
    ),
    right=(
        (
            "Letter dated 24 March 1997 from the Executive Director of Human Rights Watch/Helsinki addressed to the "
            "Minister for Foreign Affairs of Armenia.\n"
        ),
        "See PACE Resolution 1416 (2005), 25 January 2005.\n",
    ),
)
_FIELDS = {"issued": "date", "title": "title", "author": "author", "publisher": "publisher", "URL": "url"}


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A value that some good sources print, but not those that the knowledge base prefers."""
    entry = entry_of(reference, context)
    if entry is None:
        return
    for field, name in _FIELDS.items():
        part, printed = reference.parts.get(name), entry.disputed(field)
        if part is None or len(printed) < 2 or _is(part, printed[0]):
            continue
        used = next((one for one in printed[1:] if _is(part, one)), None)
        if used is not None:
            others = "; ".join(f"{_shown(one)} is printed by {_by(one)}" for one in printed)
            yield Finding(
                rule=RULE.name,
                severity=RULE.severity,
                path=context.document.path,
                span=part.span,
                message=f"good sources differ: {others}. The knowledge base prefers {_shown(printed[0])}",
                reference_id=reference.id,
            )


def _is(part: Part, printed: Printed) -> bool:
    """Whether the part says what is printed; a month agrees with each of its days."""
    if isinstance(part.value, Date):
        return part.value.agrees(Date.from_iso(printed.value))
    values = part.value if isinstance(part.value, tuple) else (part.value,)
    return any(
        normalise_title(str(value)) == normalise_title(printed.value) or same_url(str(value), printed.value)
        for value in values
    )


def _shown(printed: Printed) -> str:
    try:
        return str(Date.from_iso(printed.value))
    except ValueError:
        return printed.value


def _by(printed: Printed) -> str:
    return joined([f"{name} at {url}" if url else name for name, url in printed.by])
