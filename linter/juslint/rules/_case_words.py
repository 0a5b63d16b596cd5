"""How messages name cases, documents and the places of numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.finding import Edit, Finding, Fix

if TYPE_CHECKING:
    from juslint.finding import Severity
    from juslint.knowledge.cases import Case
    from juslint.reference import Part, Reference
    from juslint.rules import Context, Rule

_FEW = 3  # documents that a message lists


def finding(  # noqa: PLR0913, PLR0917 - a finding has as many facts
    rule: Rule,
    severity: Severity,
    span: Span,
    message: str,
    reference: Reference,
    context: Context,
    write: str | None = None,
) -> Finding:
    """A finding at `span`, with an unsafe fix where it is known what to write there."""
    return Finding(
        rule=rule.name,
        severity=severity,
        path=context.document.path,
        span=span,
        message=message,
        fix=Fix(f"write {write}", safe=False, edits=(Edit(span, write),)) if write is not None else None,
        reference_id=reference.id,
    )


def origin(case: Case) -> str:
    """Where a fact about a document can be looked up: `HUDOC 001-98401`."""
    item = case.item or case.french_item
    return f"HUDOC 001-{item}" if item else "the knowledge base"


def described(case: Case) -> str:
    """A document: `Grand Chamber judgment of 16 June 2015`."""
    bodies = {"grand-chamber": "Grand Chamber ", "committee": "Committee ", "commission": "Commission "}
    label = f" ({case.label})" if case.label else ""
    return f"{bodies.get(case.body or '', '')}{case.kind}{label} of {case.date}"


def listed(cases: tuple[Case, ...]) -> str:
    """Documents in a row, the first of many."""
    shown = list(dict.fromkeys(described(case) for case in cases if case.date))
    more = f" and {len(shown) - _FEW} more" if len(shown) > _FEW else ""
    return "; ".join(shown[:_FEW]) + more


def number_span(reference: Reference, number: str, context: Context) -> Span | None:
    """Where one of the application numbers is written; None where it is written in another form."""
    part: Part | None = reference.parts.get("applications")
    if part is None:
        return None
    serial, _, year = number.partition("/")
    pattern = re.compile(rf"(?<![0-9])0*{serial}\s?[/\u2044]\s?(?:19|20)?{year}(?![0-9])")
    found = pattern.search(context.document.text, *part.span)
    return Span(*found.span()) if found else None
