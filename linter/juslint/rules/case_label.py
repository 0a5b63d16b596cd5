"""Labels behind the name of a case, [GC] and (dec.), that the cited document does not bear or lacks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.finding import Edit, Finding, Fix
from juslint.rules import Rule, _flaws
from juslint.rules._case_evidence import meant
from juslint.rules._case_words import described, finding, listed, origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.knowledge.cases import Case
    from juslint.reference import Reference
    from juslint.rules import Context
    from juslint.rules._case_evidence import Meant

RULE = Rule(
    name="case-label",
    severity="warning",
    summary="[GC] or (dec.) behind the name of a case where the cited document is another one, or left out.",
    why=(
        "[GC] says that the Grand Chamber decided, (dec.) that a decision on admissibility is cited and not a "
        "judgment. A reader weighs the citation by them."
    ),
    source="European Court of Human Rights, note on the mode of citation; formation and kind of each text in HUDOC.",
    wrong=(
        "See Fatullayev v. Azerbaijan [GC], no. 40984/07, § 87, 22 April 2010.\n",
        "See Fatullayev v. Azerbaijan (dec.), no. 40984/07, 22 April 2010.\n",
        "See Sargsyan v. Azerbaijan, no. 40167/06, § 119, 16 June 2015.\n",
    ),
    right=(
        "See Fatullayev v. Azerbaijan, no. 40984/07, § 87, 22 April 2010.\n",
        "See Sargsyan v. Azerbaijan [GC], no. 40167/06, § 119, 16 June 2015.\n",
        "See Chiragov and Others v. Armenia (dec.) [GC], no. 13216/05, 14 December 2011.\n",
        "In its decision in Chiragov and Others v. Armenia [GC], no. 13216/05, 14 December 2011, it held so.\n",
    ),
    yields_to=("case-date",),
)
_GRAND = re.compile(r"\bG\.?C\b|Grand|grande", re.IGNORECASE)
_DECISION = re.compile(r"\bd[eé]c(?:\b|ision)|admissib|inadmissible|recevab", re.IGNORECASE)
_SINCE = 1999  # from here on the formation of every judgment is known
_STRASBOURG = re.compile(r",\s+nos?\b\.?\s")


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A label against the documents of the cited day, or of the whole case where no day is cited."""
    found = meant(reference, context.knowledge)
    name = reference.parts.get("name")
    if found is None or name is None or not found.named or not found.numbered or found.day is False:
        return
    cases = found.dated or tuple(case for case in found.cases if case.date)
    if not cases or any(case.date is not None and case.date.year < _SINCE for case in found.dated or cases[-1:]):
        return
    if _flaws.in_speech(context.document, reference.span):
        return
    label = reference.text_of("label") or ""
    around = context.document.text[max(0, reference.span.start - 40) : reference.span.end + 20]
    yield from _wrong(label, cases, found, reference, context)
    if found.dated and _STRASBOURG.search(reference.text):
        yield from _missing(label, around, found.dated, reference, context)


def _wrong(
    label: str, cases: tuple[Case, ...], found: Meant, reference: Reference, context: Context
) -> Iterator[Finding]:
    grand, decision = _GRAND.search(label), _DECISION.search(label)
    here = "of this day" if found.dated else "in the case"
    said = None
    if grand and not any(case.body == "grand-chamber" for case in cases):
        said = f"[GC] here; nothing {here} is of the Grand Chamber"
    elif decision and found.dated and not any(case.kind == "decision" for case in cases):
        said = f"{label} here; no decision {here} is known"
    if said is not None:
        message = f"{said}: {listed(cases)} ({origin(cases[0])})"
        start, end = reference.parts["label"].span
        closed = context.document.text[end : end + 1] in ("]", ")")
        yield finding(RULE, RULE.severity, Span(start, end + closed), message, reference, context)


def _missing(
    label: str, around: str, cases: tuple[Case, ...], reference: Reference, context: Context
) -> Iterator[Finding]:
    """What all documents of the day are, and the citation and the words around it do not say."""
    lacks = []
    if all(case.kind == "decision" for case in cases) and not (_DECISION.search(label) or _DECISION.search(around)):
        lacks.append("(dec.)")
    if all(case.body == "grand-chamber" for case in cases) and not (_GRAND.search(label) or _GRAND.search(around)):
        lacks.append("[GC]")
    if not lacks:
        return
    name, text = reference.parts["name"], context.document.text
    end = name.span.start + len(text[slice(*name.span)].rstrip(" ,"))
    words = " ".join(lacks)
    edits = (Edit(Span(end, end), f" {words}"),) if not label else ()
    yield Finding(
        rule=RULE.name,
        severity="info",
        path=context.document.path,
        span=name.span,
        message=f"{words} is missing: this is the {described(cases[0])} ({origin(cases[0])})",
        fix=Fix(f"write {words}", safe=False, edits=edits) if edits else None,
        reference_id=reference.id,
    )
