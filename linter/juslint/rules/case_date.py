"""Dates of the European Court's judgments and decisions that no document of the case bears."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from juslint.finding import Related
from juslint.rules import Rule
from juslint.rules._case_evidence import meant
from juslint.rules._case_names import Likeness
from juslint.rules._case_words import described, finding, listed, origin
from juslint.rules._entries import like
from juslint.rules._places import MOST_RELATED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.dates import Date
    from juslint.finding import Finding, Severity
    from juslint.knowledge.cases import Case
    from juslint.reference import Part, Reference
    from juslint.rules import Context
    from juslint.rules._case_evidence import Meant

RULE = Rule(
    name="case-date",
    severity="error",
    summary="A date that no judgment or decision in the case bears.",
    why=(
        "A case often has several judgments and decisions: an admissibility decision, a Chamber and a Grand Chamber "
        "judgment, one on just satisfaction. The date says which is meant. A judgment is cited by the day on which it "
        "was delivered, not by that on which it became final; a decision by the day on which it was taken."
    ),
    source="The knowledge base: every known document of the case (HUDOC); Article 44 of the Convention.",
    wrong=(
        "See Fatullayev v. Azerbaijan, no. 40984/07, § 87, 22 May 2010.\n",
        "See Fatullayev v. Azerbaijan, no. 40984/07, § 87, 22 July 2010.\n",
        "See Marckx v. Belgium, judgment of 13 June 1978, Series A no. 31, § 45.\n",
    ),
    right=(
        "See Fatullayev v. Azerbaijan, no. 40984/07, § 87, 22 April 2010.\n",
        "See Sargsyan v. Azerbaijan [GC], no. 40167/06, 16 June 2015, and (just satisfaction), 12 December 2017.\n",
        "See Chiragov and Others v. Armenia (dec.) [GC], no. 13216/05, 14 December 2011.\n",
        "See Coyne v. the United Kingdom, no. 25942/94, Commission's report of 25 June 1996.\n",
    ),
    yields_to=("impossible-date",),
)
_REPORT = re.compile(r"\b[Rr]eports?\b|\b[Rr]apport\b|[Oo]pinion of the Commission")
_DECISION = re.compile(r"\b[Dd][e\u00e9](?:c|v)\b|\b[Dd][e\u00e9]cision\b|\b[Cc]ommission\b")
_FINAL_SINCE = datetime.date(1998, 11, 1)  # Protocol No. 11
_NOTIFIED = 90  # days within which a decision was notified
_CLOSE = 2  # days between a day and a mistaken one


class _Near(NamedTuple):
    """The document that a wrong date is most like, and of how many a slip makes this date."""

    case: Case
    slips: int

    @property
    def slip(self) -> bool:
        """Whether it is one slip away."""
        return self.slips > 0


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A date that is none of the case's, where number, name or report say which case it is."""
    found = meant(reference, context.knowledge)
    part, date = reference.parts.get("date"), reference.date_of()
    if found is None or part is None or date is None or found.day is not False or not _is_sure(found):
        return
    kind = _kind(reference)
    near = _near(date, found, kind)
    if near is None:
        return
    severity, remark = _judged(date, near, kind, found)
    if severity is None:
        return
    case = near.case
    fitting = tuple(one for one in found.cases if one.kind == case.kind)
    alone = near.slips == 1 or len(fitting) == 1
    known = f"the {described(case)} is known" if alone else f"these are known: {listed(fitting)}"
    message = f"dated {date} here; in {case.name}, no. {case.id}, {known} ({origin(case)}){remark}"
    proper = like(case.date, context.document.text[slice(*part.span)]) if case.date and alone else None
    told = finding(RULE, severity, part.span, message, reference, context, proper if near.slip or remark else None)
    yield replace(told, related=(*told.related, *_elsewhere(reference, case, context)))


def _elsewhere(reference: Reference, case: Case, context: Context) -> Iterator[Related]:
    """Where the same text gives the day that is known."""
    for part in context.once(_dated).get((reference.id, case.date), ()):
        yield Related(context.document.path, part.span, f"dated {case.date} here")


def _dated(context: Context) -> dict[tuple[str | None, Date | None], list[Part]]:
    """The first dates that a text gives, by case and day."""
    found: dict[tuple[str | None, Date | None], list[Part]] = {}
    for reference in context.references:
        part = reference.parts.get("date")
        if part:
            places = found.setdefault((reference.id, reference.date_of()), [])
            if len(places) < MOST_RELATED:
                places.append(part)
    return found


def _is_sure(found: Meant) -> bool:
    """Whether something other than the date says which case is meant."""
    if found.numbered:
        return found.named or found.name is None or (found.name is Likeness.OPEN and found.state is True)
    if found.numbered is False or not found.named:
        return False
    said = found.volume
    of_year = said is not None and any(case.date is not None and case.date.year == said.year for case in found.cases)
    return bool(found.reported) or found.state is True or of_year


def _kind(reference: Reference) -> str:
    """What the citation says it is of: a decision, a report of the Commission, else a judgment."""
    said = reference.text_of("kind")
    if said is not None:
        return said
    volume = reference.text_of("report") or ""
    text = reference.text.replace(volume, "") if volume else reference.text
    if _REPORT.search(text):
        return "report"
    return "decision" if _DECISION.search(text) else "judgment"


def _near(date: Date, found: Meant, kind: str) -> _Near | None:
    """The document of this kind whose date is most like; None where none of the kind has a known date."""
    cases = [case for case in found.reported or found.cases if case.date and case.kind == kind]
    if kind == "judgment" and not cases:
        cases = [case for case in found.cases if case.date]
    if not cases:
        return None
    best = min(cases, key=lambda case: (not _is_slip(date, case.date), _days(date, case.date)))
    return _Near(best, sum(_is_slip(date, case.date) for case in cases))


def _judged(date: Date, near: _Near, kind: str, found: Meant) -> tuple[Severity | None, str]:
    """How grave it is, and what may explain the date."""
    case = near.case
    if case.date is None:
        return None, ""
    after = (_day(date) - _day(case.date)).days
    if case.kind == "judgment" and _day(case.date) >= _FINAL_SINCE and date == _months_later(case.date, 3):
        return "info", "; the date here is that on which the judgment became final"
    if near.slip:
        sure = found.named and (found.numbered or found.reported)
        return "error" if sure else "warning", ""
    if kind == "decision" and 0 < after <= _NOTIFIED:
        return "info", "; the date here may be that on which the decision was notified"
    if kind == "judgment" and case.kind == "judgment" and found.named:
        final = "; it may be the day on which the judgment became final" if 0 < after < 500 else ""
        return "warning", final
    return ("info", "") if kind == "decision" and found.named and found.numbered else (None, "")


def _is_slip(one: Date, other: Date | None) -> bool:
    """Whether two days differ in one of day, month and year, in two digits of the day, or are next to each other."""
    if other is None:
        return False
    differing = sum(a != b for a, b in zip(one[:3], other[:3], strict=True))
    return differing == 1 or abs(_days(one, other)) <= _CLOSE or (one.month, one.day) == (other.day, other.month)


def _days(one: Date, other: Date | None) -> int:
    return abs((_day(one) - _day(other)).days) if other else 10**6


def _day(date: Date) -> datetime.date:
    return datetime.date(date.year, date.month or 1, date.day or 1)


def _months_later(date: Date, months: int) -> Date:
    month = (date.month or 1) - 1 + months
    return date._replace(year=date.year + month // 12, month=month % 12 + 1)
