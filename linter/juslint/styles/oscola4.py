"""OSCOLA, 4th edition: *Balogh v Hungary* App no 47940/99 (ECtHR, 20 July 2004), para 28.

It fixes cases of the European Court and resolutions of the General Assembly and the Security Council. It leaves free
which report is cited, the name or not where the text has given it, and what surrounds a bare symbol. "and Others" goes
only where the application number stands, without which it tells one case from another.

Source: OSCOLA, 4th edition (2012), 2.5.1 and 3.2.9, and its section on citing international law (2006).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.families import _echr_names, _reports, coe, echr, un_resolution, un_symbol
from juslint.styles import Rendered, _acts, _case, _case_names, _known, _pinpoints

if TYPE_CHECKING:
    from juslint.dates import Date
    from juslint.styles import Source

NAME = "oscola4"
SUMMARY = "OSCOLA, 4th edition: Name v State App no 1234/05 (ECtHR, 7 August 2009), para 6."
ITALIC_NAMES = True

_WANTED = _known.Wanted(reports=("Reports", "Series A"))


def render(source: Source, complete: bool = False) -> Rendered | None:
    """A case of the European Court, a resolution, a symbol's pinpoint or an act of the Council of Europe."""
    reference = source.reference
    match reference.family:
        case un_resolution.NAME:
            return _resolution(source, complete)
        case un_symbol.NAME if not reference.text:
            return Rendered(f"UN Doc {reference.id}")
        case un_symbol.NAME:
            return _acts.symbol(source, _pinpoints.OSCOLA)
        case coe.NAME:
            return _acts.council_of_europe(source, _pinpoints.OSCOLA, "No")
        case _echr_names.SHORT:
            return _case_names.again(reference, _pinpoints.OSCOLA)
        case echr.NAME:
            citation = _case.read(source) if reference.text else _known.whole(reference, source.knowledge, _WANTED)
        case _:
            return None
    added: tuple[str, ...] = ()
    if citation is not None and complete:
        citation, added = _known.completed(citation, source, _WANTED)
    shown = citation and _case_shown(citation)
    return shown._replace(added=added) if shown else None


def _resolution(source: Source, complete: bool) -> Rendered | None:
    reference = source.reference
    written = _acts.resolution(source) if reference.text else _acts.by_id(reference.id or "")
    if written is None:
        return _acts.symbol(source, _pinpoints.OSCOLA, proper=False) if reference.text else None
    date: Date | None = written.date
    added: tuple[str, ...] = ()
    if written.organ not in ("A", "S"):
        return None
    if date is None:
        date = _acts.adopted(source) if complete or not reference.text else None
        if date is None:
            return None
        added = (f"the date {date}",)
    number = written.number if written.organ == "A" else written.number.partition(" ")[0]
    text = f"{written.abbreviation} Res {number} ({date})"
    if not number.endswith(")"):  # numbers with a session in Roman figures go without a symbol
        text += f" UN Doc {written.organ}/RES/{number}"
    if written.pinpoint:
        text += f", {_pinpoints.write(written.pinpoint, _pinpoints.OSCOLA)}"
    return Rendered(text, None, added, _acts.tail(source, written.size))


def _case_shown(citation: _case.Citation) -> Rendered | None:
    before = citation.date is not None and not citation.later
    if citation.has_pages or (citation.is_decision and before):
        return None
    if not citation.is_named and (citation.name or not citation.court):
        return None
    numbers = _case.listed(citation, "App no", "App nos")
    report = _report(citation)
    if report is None or not (numbers or report or citation.name):
        return None
    dated = f"(ECtHR, {citation.date})" if citation.date and (numbers or not report) else ""
    name = _case_names.shortened(citation.name, first_only=bool(numbers)) if citation.name else ""
    labels = [label.replace("dec.", "dec") for label in citation.labels]
    if citation.kind == "decision" and "(dec)" not in labels:
        labels.insert(0, "(dec)")
    text = " ".join(filter(None, (name, *labels, numbers, dated)))
    if report:
        text += f", {report}" if numbers else f" {report}"
    if citation.pinpoint:
        text += f", {_pinpoints.write(citation.pinpoint, _pinpoints.OSCOLA)}"
    return Rendered(text + citation.ending, Span(0, len(name)) if name else None, tail=citation.tail)


def _report(citation: _case.Citation) -> str | None:
    """The report in OSCOLA's form, "" where none is cited; None for one that OSCOLA does not know."""
    if citation.report is None or "EHRR" in citation.report:
        return citation.report or ""
    return _reports.oscola(citation.report, citation.date.year if citation.date else None)
