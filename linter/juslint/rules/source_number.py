"""References whose title or name is that of one text and whose number is that of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.document import Span
from juslint.finding import Edit, Finding, Fix
from juslint.rules import Rule
from juslint.rules._entries import is_listed, origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.knowledge import Entry
    from juslint.reference import Part, Reference
    from juslint.rules import Context

RULE = Rule(
    name="source-number",
    severity="error",
    summary="The number of a reference is not that of the text whose title it gives.",
    why="Two digits that changed places lead to another document, while the title beside them still looks right.",
    source="The knowledge base: the number and the title of the source.",
    wrong=(
        (
            "See Resolution 1461 (2005) of the Parliamentary Assembly, entitled “The conflict over the "
            "Nagorno-Karabakh region dealt with by the OSCE Minsk Conference”.\n"
        ),
    ),
    right=(
        (
            "See Resolution 1416 (2005) of the Parliamentary Assembly, entitled “The conflict over the "
            "Nagorno-Karabakh region dealt with by the OSCE Minsk Conference”.\n"
        ),
    ),
)
_TITLED = {"coe": "title", "echr": "name", "other": "subject"}
_NUMBERED = {"coe": "number", "echr": "applications", "other": "number", "report": "symbol"}


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A number that is not the known one of the text with exactly this title, and of this date where one is given."""
    title = reference.text_of(_TITLED.get(reference.family, "title"))
    part = reference.parts.get(_NUMBERED.get(reference.family, ""))
    if not title or part is None or reference.id is None:
        return
    found = [entry for entry in context.knowledge.by_title(title) if entry.family == reference.family]
    if len(found) != 1 or not _is_of(found[0], reference) or is_listed(found[0], context):
        return
    entry, known = found[0], _number(found[0], reference)
    written = _written(part)
    if known is None or _plain(known) == _plain(written) or _plain(written) in map(_plain, _others(entry)):
        return
    if reference.family == "coe" and context.knowledge.resolve(reference.id).status == "found":
        return
    at = context.document.text.find(written, *part.span)
    span = part.span if at < 0 else Span(at, at + len(written))
    yield Finding(
        rule=RULE.name,
        severity=RULE.severity,
        path=context.document.path,
        span=span,
        message=f"{written} here; “{entry.text('title')}” is {known} in {origin(entry, 'number')}",
        fix=Fix(f"write {known}", safe=False, edits=(Edit(span, known),)) if at >= 0 else None,
        reference_id=reference.id,
    )


def _is_of(entry: Entry, reference: Reference) -> bool:
    """Whether the rest fits: a case by its date, for one applicant may have many; an act by its date if it has one."""
    date, known = reference.date_of(), entry.date()
    if reference.family == "echr":
        return isinstance(date, Date) and known is not None and date == known
    if date is None or known is None:
        return reference.family in {"coe", "report"}  # other bodies give one title to a text of every session
    return date.agrees(known)


def _number(entry: Entry, reference: Reference) -> str | None:
    match reference.family:
        case "echr":
            return entry.id
        case "report":
            return entry.text("symbol")
        case "coe":
            return entry.text("number")
    return entry.text("number")


def _written(part: Part) -> str:
    return str(part.value[0]) if isinstance(part.value, tuple) else str(part.value)


def _others(entry: Entry) -> list[str]:
    """Other right numbers: halves of a joint symbol, other ids."""
    symbol = entry.text("symbol") or ""
    return [
        *symbol.split("-S/")[:1],
        *(f"S/{half}" for half in symbol.split("-S/")[1:]),
        *(a.value for a in entry.aliases("id")),
    ]


def _plain(number: str) -> str:
    return number.replace("\u2013", "-").replace(" ", "").replace("*", "").upper()
