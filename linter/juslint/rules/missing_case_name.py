"""Judgments of the European Court that are cited without the name of the case."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from juslint.document import Span
from juslint.finding import Edit, Finding, Fix
from juslint.rules import Rule
from juslint.rules._council import paragraph_of
from juslint.rules._entries import entry_of
from juslint.rules._places import Place, related

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.dates import Date
    from juslint.finding import Related
    from juslint.reference import Reference
    from juslint.rules import Context

    Mentions = list[tuple[Context, Reference]]

RULE = Rule(
    name="missing-case-name",
    severity="warning",
    summary="A judgment of the European Court is cited without the name of the case.",
    why=(
        "The name is what readers know a case by; a number or a date alone says nothing, and a slip in it cannot be "
        "noticed."
    ),
    source="European Court of Human Rights, note on the mode of citation: name, number, paragraph, date or report.",
    wrong=(
        "European Court of Human Rights, App. No. 40984/07, Judgment of 22 April 2010, paras. 60–62 and 87.\n",
        (
            "The European Court of Human Rights spoke of acts of particular gravity (judgment of 22 April 2010, "
            "paragraph 87).\n"
        ),
    ),
    right=(
        "European Court of Human Rights, Fatullayev v. Azerbaijan, no. 40984/07, §§ 60-62 and 87, 22 April 2010.\n",
        (
            "In the case of Fatullayev v. Azerbaijan (application no. 40984/07, judgment of 22 April 2010) the Court "
            "found a violation.\n"
        ),
        (
            "See Fatullayev v. Azerbaijan, no. 40984/07, 22 April 2010. In that judgment (no. 40984/07, § 87) the "
            "Court held so.\n"
        ),
        "The case originated in an application (no. 1234/05) against the Republic of Latvia.\n",
    ),
)
_COURT = re.compile(r"European\s+Court\s+of\s+Human\s+Rights|\bECtHR\b|\bECHR\b|Eur\.?\s+C(?:our)?t")
_VERSUS = re.compile(r"\b(?:v|vs|c)\.?\s+(?:the\s+)?[A-Z]")
_AGAINST = re.compile(r"\b[A-Z]\S*\s+against\s+(?:the\s+)?[A-Z][^;]{0,40}$")
_OTHERWISE = re.compile(  # a name in another language or script in front of the number
    r"\b(?:gegen|contra|contro|contre|tegen|mot|mod|kar\u015f\u0131|\u0259leyhin\u0259|kund\u00ebr|protiv|proti|przeciwko|\u00eempotriva|vastaan|ellen|versus)\s"
    r"|[\u0370-\u052f\u0531-\u058f\u0590-\u06ff\u10a0-\u10ff\u2d00-\u2d2f\u3040-\u9fff\uac00-\ud7af][^\n;]{0,40}$",
    re.IGNORECASE,
)
_COMMISSION = re.compile(r"\bCommission\b|\bdecisions?\s+on\b|\bColl\.|\bD\.?R\.?\b", re.IGNORECASE)
_OTHER_COURT = re.compile(
    r"International\s+Court|Inter-American|Court\s+of\s+Justice|Criminal\s+(?:Court|Tribunal)|Tribunal\b|Supreme\s+Court"
    r"|Constitutional\s+Court|Regional\s+Court|District\s+Court|Court\s+of\s+(?:Appeal|Cassation)|\bICJ\b|\bCJEU\b"
)
_WORD = re.compile(r"\w+")
_OTHERS = re.compile(r"\s+and\s+Others?$")
_FEW = 4  # cases of a day that are worth naming
_BESIDE = 120  # characters in front of a number in which the name of its case stands
_LABEL = re.compile(r"(?:App(?:lication|l)?s?\.?\s*)?(?:[Nn]os?\.?\s*|№\s*)?$", re.IGNORECASE)
_CASE = re.compile(r"\bcases?\s+[Nn]o", re.IGNORECASE)
_PINPOINTED = re.compile(r"§|par", re.IGNORECASE)


class _Case(NamedTuple):
    """What the case is called and its number, as far as they are known, and from where."""

    name: str | None
    number: str | None
    related: tuple[Related, ...] = ()
    candidates: tuple[str, ...] = ()  # where several fit


class _Cited:
    """The cases that the texts cite: those with a name by id and by day, those with a number by day."""

    def __init__(self, contexts: Sequence[Context]) -> None:
        self.named: defaultdict[str, Mentions] = defaultdict(list)
        self.named_of: defaultdict[Date, Mentions] = defaultdict(list)
        self.numbered_of: defaultdict[Date, Mentions] = defaultdict(list)
        for context in contexts:
            for each in context.references:
                if each.family != "echr":
                    continue
                date = each.date_of()
                if "name" in each.parts and each.id is not None:
                    self.named[each.id].append((context, each))
                if "name" in each.parts and date is not None:
                    self.named_of[date].append((context, each))
                if _numbered(each) and date is not None:
                    self.numbered_of[date].append((context, each))


def check_workspace(contexts: Sequence[Context]) -> Iterator[Finding]:
    """A finding for the first mention, in each text, of a judgment that the text names nowhere."""
    cited = _Cited(contexts)
    for context in contexts:
        seen: set[str] = set()
        for reference in context.references:
            if reference.family != "echr" or {"name", "ecli"} & reference.parts.keys():
                continue
            key = reference.id or str(reference.date_of())
            if key in seen or not _is_citation(reference, context) or _is_named(reference, context, cited):
                continue
            seen.add(key)
            find = _by_number if _numbered(reference) else _by_date
            case = find(reference, context, cited)
            yield _finding(reference, context, case)


def _finding(reference: Reference, context: Context, case: _Case) -> Finding:
    numbered = _numbered(reference)
    missing = "the name of the case is missing" if numbered else "the name and the number of the case are missing"
    message, fix = missing, None
    if case.candidates:
        message = f"{missing}; of this day are known: {'; '.join(case.candidates)}"
    if case.name is not None:
        number = "" if numbered or case.number is None else f"no. {case.number}, "
        named = f"{case.name}, {number}".rstrip(", ")
        start = _start(reference, context)
        title = f"write {named}"
        message = f"{missing}: it is {named}"
        fix = Fix(title, safe=False, edits=(Edit(Span(start, start), f"{case.name}, {number}"),))
    return Finding(
        rule=RULE.name,
        severity=RULE.severity,
        path=context.document.path,
        span=reference.span,
        message=message,
        related=case.related,
        fix=fix,
        reference_id=reference.id,
    )


def _numbered(reference: Reference) -> bool:
    """Whether the text gives the number; without one the id, if any, is what the knowledge base made of the date."""
    return "applications" in reference.parts


def _start(reference: Reference, context: Context) -> int:
    """Where the name belongs: before "App. No.", or before the reference."""
    applications = reference.parts.get("applications")
    if applications is None:
        return reference.span.start
    found = _LABEL.search(context.document.text, reference.span.start, applications.span.start)
    return found.start() if found else applications.span.start


def _is_citation(reference: Reference, context: Context) -> bool:
    """Whether a judgment is cited, not an application that is pending or was decided by the former Commission."""
    text = context.document.text
    before = text[max(0, reference.span.start - 40) : reference.span.start]
    if _COMMISSION.search(reference.text) or _COMMISSION.search(before) or _VERSUS.search(reference.text):
        return False
    if not _numbered(reference):
        return _is_of_court(reference, context)
    if _CASE.search(reference.text) and not _is_of_court(reference, context) and entry_of(reference, context) is None:
        return False  # "judgment of 9 September 2016 (case No. 1183/16)" of a court at home
    pinpoint = reference.pinpoint is not None and _PINPOINTED.match(str(reference.pinpoint.value)) is not None
    dated = _COURT.match(reference.text) is not None and "date" in reference.parts
    return pinpoint or dated or "judgment" in reference.text.lower()


def _is_of_court(reference: Reference, context: Context) -> bool:
    """Whether the court that is named last before a "judgment of …" is the European Court."""
    before = context.document.text[max(0, reference.span.start - 1200) : reference.span.start]
    courts = [found.start() for found in _COURT.finditer(before)]
    others = [found.start() for found in _OTHER_COURT.finditer(before)]
    return bool(courts) and max(courts) > max(others, default=-1)


def _is_named(reference: Reference, context: Context, cited: _Cited) -> bool:
    """Whether the text names the case: in front of it, in a full citation, or anywhere by the name that is known."""
    document = context.document
    paragraph = paragraph_of(document, reference.span)
    before = document.text[max(paragraph.start, reference.span.start - 300) : reference.span.start]
    if _VERSUS.search(before.rpartition(";")[2]) or _AGAINST.search(before):
        return True
    if "case of" in " ".join(before.split())[-120:] or _OTHERWISE.search(before[-_BESIDE:].rpartition(";")[2]):
        return True
    date = reference.date_of()
    fuller = cited.named.get(reference.id or "", [])
    if not _numbered(reference) and date is not None:
        fuller = [*fuller, *cited.named_of.get(date, ()), *cited.numbered_of.get(date, ())]
    if any(other is context for other, _ in fuller):
        return True
    entry = entry_of(reference, context)
    party = _OTHERS.sub("", (entry.text("title") or "").partition(" v. ")[0]) if entry else ""
    words = context.once(_words)  # few parties have all their words in a text, and only then is it searched
    return bool(party) and words.issuperset(_WORD.findall(party)) and _stands(party, document.text)


def _words(context: Context) -> frozenset[str]:
    return frozenset(_WORD.findall(context.document.text))


def _stands(party: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(party)}\b", text) is not None


def _known(reference: Reference, context: Context) -> _Case:
    entry = entry_of(reference, context)
    return _Case(entry.text("title") if entry else None, reference.id)


def _by_number(reference: Reference, context: Context, cited: _Cited) -> _Case:
    """The name that the knowledge base has for this number, else the one that the other texts agree on."""
    known = _known(reference, context)
    if known.name is not None:
        return known
    named = cited.named.get(reference.id or "", [])
    names = {each.text_of("name") for _, each in named}
    if len(names) != 1:
        return known
    places = related((Place(other.document, each.span), "named here") for other, each in named)
    return _Case(names.pop(), reference.id, places)


def _by_date(reference: Reference, context: Context, cited: _Cited) -> _Case:
    """The one case of this day that the texts cite, else the one that the knowledge base has."""
    date = reference.date_of()
    same_day = cited.numbered_of.get(date, []) if date is not None else []
    numbers = {each.id for _, each in same_day}
    if len(numbers) > 1 or date is None:
        return _known(reference, context) if reference.id else _Case(None, None)
    if same_day:
        first = same_day[0][1]
        entry = entry_of(first, context)
        name = first.text_of("name") or (entry.text("title") if entry else None)
        places = related((Place(other.document, each.span), f"no. {each.id} of {date}") for other, each in same_day)
        return _Case(name, first.id, places)
    return _known(reference, context) if reference.id else _several(date, context)


def _several(date: Date, context: Context) -> _Case:
    """A few judgments of this day against States that the text names."""
    found = context.knowledge.cases.judged(date, context.document.text) if date.day else ()
    names = tuple(f"{entry.text('title')}, no. {entry.id}" for entry in found)
    return _Case(None, None, (), names if 1 < len(names) <= _FEW else ())
