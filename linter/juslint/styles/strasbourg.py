"""The European Court's own style: *Fatullayev v. Azerbaijan*, no. 40984/07, § 87, 22 April 2010.

It fixes how cases of the Court are cited, and leaves free: date or report, "Reports" in full or short, brackets around
what follows a name in a sentence. It says nothing of United Nations documents.

Source: the Court's note on the mode of citation of its case-law (October 2022), and its list of references.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.families import _echr_names, _reports, coe, echr
from juslint.styles import Rendered, _acts, _case, _case_names, _known, _pinpoints

if TYPE_CHECKING:
    from juslint.knowledge.respondents import Respondents
    from juslint.styles import Source

NAME = "strasbourg"
SUMMARY = "The European Court of Human Rights: Name [GC], no. 1234/05, § 6, 7 August 2009."
ITALIC_NAMES = True

_REPORTS = re.compile(
    r"ECHR (?:1999|20[0-9]{2})[^ ]*(?: \(extracts\))?$|Reports|Series A no|Decisions and|DR\b|Coll|Year"
)
_WANTED = _known.Wanted(labels=True, reports=("ECHR", "Reports", "Series A"), dates=True)


def render(source: Source, complete: bool = False) -> Rendered | None:
    """A case of the Court, a short form of one, or the number of an act of the Council of Europe."""
    reference = source.reference
    if reference.family == coe.NAME:
        return _acts.council_of_europe(source, _pinpoints.STRASBOURG)
    if reference.family == _echr_names.SHORT:
        return _case_names.again(reference, _pinpoints.STRASBOURG)
    if reference.family != echr.NAME:
        return None
    citation = _case.read(source) if reference.text else _known.whole(reference, source.knowledge, _WANTED)
    added: tuple[str, ...] = ()
    if citation is not None and complete:
        citation, added = _known.completed(citation, source, _WANTED)
    shown = citation and _shown(citation, source.knowledge.cases.states)
    return shown._replace(added=added) if shown else None


def _shown(citation: _case.Citation, states: Respondents) -> Rendered | None:
    before = citation.date is not None and not citation.later
    if citation.name is None or not citation.is_named or (citation.is_decision and before):
        return None
    if citation.year_alone:
        return None  # the year would be lost: the Court writes the date
    report = (_reports.strasbourg(citation.report) or citation.report) if citation.report else ""
    if report and not _REPORTS.match(report):
        return None  # the Court does not cite the European Human Rights Reports, nor a page behind a volume's number
    name = _case_names.printed(citation.name, states)
    labels = citation.labels
    if citation.kind == "decision" and _case.DECISION not in labels:
        labels = (_case.DECISION, *labels)
    date = str(citation.date) if citation.date else ""
    pinpoint = _pinpoints.write(citation.pinpoint, _pinpoints.STRASBOURG)
    numbers = _case.listed(citation, "no.", "nos.")
    elements = [numbers, date, report]
    elements.insert(3 if citation.has_pages else 1 if numbers else 2, pinpoint)
    text = _case.framed(citation, name, labels, elements, "")
    return Rendered(text + citation.ending, Span(0, len(name)), tail=citation.tail)
