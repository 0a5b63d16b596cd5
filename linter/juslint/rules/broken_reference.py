"""References that a blank line tears apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.finding import Edit, Finding, Fix
from juslint.rules import Rule
from juslint.rules._core import core

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.document import Document
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="broken-reference",
    severity="warning",
    summary="A reference that a blank line tears apart.",
    why=(
        "Text copied out of a PDF often has a blank line after every line. Where one falls between a number and its "
        "year, searches miss the reference, and tools that make links out of references make two of one."
    ),
    source="The United Nations' own link lists of such texts hold the same link twice where a reference was torn.",
    wrong=(
        "The letter refers to Security Council resolutions 874 (1993) and 884\n\n(1993) and to later statements.\n",
    ),
    right=(
        "The letter refers to Security Council resolutions 874 (1993) and 884\n(1993) and to later statements.\n",
        "The Council adopted resolution 884 (1993).\n\nIt then adjourned.\n",
    ),
)
_BLANK = re.compile(r"\s*\n[^\S\n]*\n\s*")


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A blank line between a number and its year or session, or inside a symbol."""
    document = context.document
    inside = _inside(document, reference)
    joint = "" if reference.family == "un-symbol" else " "
    if inside is None:
        return
    for found in _BLANK.finditer(document.text, *inside):
        edit = Edit(Span(*found.span()), joint)
        whole = document.text[inside.start : found.start()] + joint + document.text[found.end() : inside.end]
        yield Finding(
            rule=RULE.name,
            severity=RULE.severity,
            path=document.path,
            span=inside,
            message=f"a blank line tears {' '.join(whole.split())} apart; join it",
            fix=Fix("join the reference", safe=True, edits=(edit,)),
            reference_id=reference.id,
        )


def _inside(document: Document, reference: Reference) -> Span | None:
    """From the number to the end of its year or session; a symbol without what follows it."""
    if reference.family == "un-symbol":
        return core(document, reference)
    number = reference.parts.get("number")
    behind = reference.parts.get("year") or reference.parts.get("session")
    if reference.family not in {"un-resolution", "coe"} or number is None or behind is None:
        return None
    if behind.span.start < number.span.end:
        return None
    return Span(number.span.start, min(behind.span.end + 1, reference.span.end))
