"""United Nations style: General Assembly resolution 60/1; S/RES/822 (1993); application No. 40984/07; para. 87.

It fixes how bodies, numbers, dates, paragraphs and ranges are written, and where the paragraph stands: last. It leaves
free: symbol or words, the order of number and date, whether the Court is named, "judgment of", italics.

Source: United Nations Editorial Manual, "System of identification" and "Footnotes and other references".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.families import _echr_names, coe, echr, un_resolution, un_symbol
from juslint.styles import Rendered, _acts, _case, _case_names, _known, _pinpoints

if TYPE_CHECKING:
    from juslint.knowledge.respondents import Respondents
    from juslint.styles import Source

NAME = "un"
SUMMARY = "The United Nations: General Assembly resolution 60/1; application No. 1234/05, para. 6."
ITALIC_NAMES = False

_COURT = "European Court of Human Rights, "


def render(source: Source, complete: bool = False) -> Rendered | None:
    """A resolution, a symbol, a case of the European Court or an act of the Council of Europe."""
    reference = source.reference
    match reference.family:
        case un_resolution.NAME:
            return _resolution(source, complete)
        case un_symbol.NAME:
            return _acts.symbol(source, _pinpoints.UN)
        case coe.NAME:
            return _acts.council_of_europe(source, _pinpoints.UN)
        case _echr_names.SHORT:
            return _case_names.again(reference, _pinpoints.UN)
        case echr.NAME if reference.text:
            citation = _case.read(source)
        case echr.NAME:
            known = _known.whole(reference, source.knowledge, _known.Wanted())
            citation = known and known._replace(court=True)
        case _:
            return None
    return citation and _case_shown(citation, source.knowledge.cases.states, source.reference.text[:1].isupper())


def _resolution(source: Source, complete: bool) -> Rendered | None:
    written = _acts.resolution(source)
    if written is None:
        name = source.reference.id or ""
        found = _acts.by_id(name) if not source.reference.text else None
        return Rendered(f"{found.body} resolution {found.number}") if found else _acts.symbol(source, _pinpoints.UN)
    number = written.number
    added: tuple[str, ...] = ()
    if written.organ == "S" and not written.year:
        bare, _, year = number.partition(" ")
        number, added = (number, (f"the year {year}",)) if complete else (bare, ())
    date = f" of {written.date}" if written.date else ""
    pinpoint = f", {_pinpoints.write(written.pinpoint, _pinpoints.UN)}" if written.pinpoint else ""
    text = f"{written.body} resolution {number}{date}{pinpoint}"
    return Rendered(text, None, added, _acts.tail(source, written.size))


def _case_shown(citation: _case.Citation, states: Respondents, capital: bool) -> Rendered | None:
    if citation.name is None and not (citation.court or citation.labelled):
        return None
    name = _case_names.printed(citation.name, states) if citation.name else ""
    dated = f"{citation.kind} of {citation.date}" if citation.kind else str(citation.date or "")
    shown = {
        _case.NUMBERS: _case.listed(citation, "application No.", "applications Nos."),
        _case.DATE: dated,
        _case.REPORT: citation.report or "",
    }
    court = _COURT if citation.court else ""
    pinpoint = _pinpoints.write(citation.pinpoint, _pinpoints.UN)
    elements = [shown[element] for element in citation.order]
    text = court + _case.framed(citation, name, citation.labels, elements, pinpoint)
    if capital and not name and not court:
        text = text[:1].upper() + text[1:]
    place = Span(len(court), len(court) + len(name)) if name else None
    return Rendered(text + citation.ending, place, tail=citation.tail)
