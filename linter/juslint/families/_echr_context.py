"""Whether what the grammar found is a case of this Court: by its number, its date, and the words around it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from juslint.families import _echr_names

if TYPE_CHECKING:
    from juslint.reference import Reference

OURS = re.compile(
    r"ECHR|EHCR|CEDH|CDEH|CEDU|EHRR|A\u0130HM|[Ss][Eeé]rie?s? [AB]|A Series|[0-9][- ][IVX]+|Decisions and"
    r"|D\.?\s?R\b|Coll|Yearbook|Judge?ments and"
)
_COURT = re.compile(
    r"European Court of Human Rights|ECtHR|Strasbourg Court|European Convention on Human Rights|Eur\.? Court\.? H"
)
_SPOKEN_OF = re.compile(
    r"European\s+(?:Court|Commission|Convention)\b|ECtHR|ECHR|Strasbourg|Cour\s+europ\u00e9enne|Commission\s+europ\u00e9enne"
    r"|Tribunal\s+Europeo|Comisi\u00f3n\s+Europea|Requ\u00eates?\b|[Rr]equ\u00eates?\s+n[o\u00b0\u00ba]|[Aa]pplications?\s+[Nn]o|A\u0130HM|Avropa\s+Konvensiyas"
)
_OTHER_COURT = re.compile(
    r"International\s+Court|Inter-American|Court\s+of\s+Justice|Criminal\s+Court|Tribunal\b|Supreme\s+Court|Trial\s+Chamber"
    r"|Constitutional\s+Court|Court\s+of\s+(?:Appeal|Cassation)|\bIC[JC]\b|\bICT[YR]\b|\bCJEU\b"
)
_OTHER_REPORTS = re.compile(r"[,.]?\s*(?:(?:P\.?\s?C\.?\s?)?I\.?\s?C\.?\s?J|C\.?\s?(?:I\.?\s?J|P\.?\s?J\.?\s?I))\b")
_COMMISSION = re.compile(r"\bComm(?:ission|\.)|,\s+[Dd]ec\b")
_DATED = re.compile(r",\s*(?:(?:resoluci\u00f3n|decisi\u00f3n|d\u00e9cision|decision) (?:de(?:l| la)?|of|du) )?[(\[]?$")
_LISTED = re.compile(r"[^.;]{0,40};\s*(?:and\s+)?|\s*,?\s+and\s+")
_SUBJECT = re.compile(r"\b(?:on|of|for|to|concerning|regarding|sur|relative|de|du)\s+(?:the\s+|la\s+|les\s+)?$")
_CASE_OF = re.compile(r"\b(?:[Cc]ases?|[Aa]ffaires?|[Jj]udge?ments?)\s+(?:of|in|de)\s+(?:the\s+)?$")
_COMPLAINT = re.compile(r"\b(?:[Cc]ommunications?|[Cc]omplaints?|[Pp]etitions?)\s+$")
_VERSUS = re.compile(r"\s(?:v|vs|c)\.?(?:\s|$)")
_WORDY = re.compile(r"\s(?:gegen|against|contre|contra|contro)\s|/")
_LED = re.compile(r"(?i:case|affaire|(?:rechts)?sache|causa|asunto|judge?ment|arr\u00eat|urteil)\b")
_ABOUT = re.compile(r"\b(?:[Cc]ases?|[Aa]ffaires?|[Jj]udge?ments?|[Aa]rr\u00eats?|[Ss]ee|[Cc]f|[Vv]oir)\b[^.;]*$")
_BRACKET = re.compile(r"(?:\s(?:judge?ment|case|decision|arr\u00eat))?\s\($")
_SERIAL = 1000  # from here on a number behind "no." is hardly that of a gazette's issue
_LONG = 10_000  # no law has such a number
_FIRST_YEARS = range(55, 76)  # the former Commission's numbers began with 1, and few laws of those years are cited so
_APART = 80  # characters between two cases of a list
_NEAR = 1200  # characters in front of a judgment in which its court is named


@lru_cache(maxsize=4)
def _speaks(text: str) -> bool:
    """Whether a text speaks of the Court; remembered, since each of its references may ask."""
    return _SPOKEN_OF.search(text) is not None


def is_ours(reference: Reference, last: Reference | None, text: str) -> bool:
    """Whether the reference is surely the Court's; `last` is its last case before this one."""
    if "name" in reference.parts and _OTHER_REPORTS.match(text, reference.span.end):
        return False
    if "unlabelled" in reference.parts and not _is_case(reference, last, text):
        return False
    if _COMPLAINT.search(text, max(0, reference.span.start - 24), reference.span.start):
        return False
    if "listed" in reference.parts and not _is_row(reference, last, text):
        return False
    if reference.parts.keys() == {"name", "date"} and (_is_told(reference, text) or _is_wordy(reference, last, text)):
        return False
    if reference.parts.keys() == {"kind", "report"}:
        return False
    if "respondent" in reference.parts and "applications" not in reference.parts:
        return False
    if "short" in reference.parts and "report" not in reference.parts and reference.id is None:
        return _is_named_last(text, reference.span.start)
    return True


def _is_row(reference: Reference, last: Reference | None, text: str) -> bool:
    """Whether a number that begins a row is surely an application's."""
    versus = _VERSUS.search(reference.text_of("name") or "") is not None
    return (versus and _is_serial(reference, _SERIAL)) or last is not None or _speaks(text)


def _is_told(reference: Reference, text: str) -> bool:
    """Whether the bracket that holds the parties ends before the day, as of any court: `(A v. Belgium), on 3 May`."""
    between = text[reference.parts["name"].span.end : reference.parts["date"].span.start]
    return re.fullmatch(r"\s?\),?\s+on\s+", between) is not None


def _is_wordy(reference: Reference, last: Reference | None, text: str) -> bool:
    """Whether a name with a day may be no case: `Sanctions against Russia, 24 February 2022`, `Ankara/Türkiye, …`."""
    start, end = reference.parts["name"].span
    name = text[start:end]
    if reference.pinpoint is not None or _VERSUS.search(name) or "./." in name:
        return False
    if name.endswith("qarşı"):
        return last is None and not _speaks(text)
    return _WORDY.search(name) is not None and _LED.search(text, max(0, start - 24), start + 12) is None


def is_near(text: str, start: int, end: int) -> bool:
    """Whether the court named last before `start` is this one, or the text is nothing but the reference."""
    if not text[: min(start, _NEAR)].strip() and not text[end : end + _NEAR].strip(" .)\n"):
        return True
    return _is_named_last(text, start)


def _is_named_last(text: str, start: int) -> bool:
    floor = max(0, start - _NEAR)
    ours = max((each.end() for each in _COURT.finditer(text, floor, start)), default=-1)
    return ours > max((each.end() for each in _OTHER_COURT.finditer(text, floor, start)), default=-1)


def is_dated(reference: Reference, text: str) -> bool:
    """Whether number and date or paragraph are such as a case has: `nos. 49868/19 and 57511/19, 8 November 2021`."""
    if not _is_serial(reference, _SERIAL):
        return False
    if _COMMISSION.search(reference.text):
        return True
    date = reference.parts.get("date")
    dated = date is not None and _DATED.search(text, max(0, date.span.start - 24), date.span.start) is not None
    marked = reference.pinpoint is not None and "\u00a7" in str(reference.pinpoint.value)
    before = text[max(0, reference.span.start - 60) : reference.span.start]
    return (dated or marked) and _echr_names.is_party(before.rpartition(".")[2])


def bracketed(reference: Reference, last: Reference | None, text: str, floor: int) -> int | None:
    """Where a name ends behind which the number stands in brackets, in a text that speaks of the Court: `Ofner (no.
    524/59)`, `the Ališić judgment (no. 60642/08)`; None where it may be a law's number.
    """
    start = reference.span.start
    found = _BRACKET.search(text, max(floor, start - 12), start)
    if found is None or not (_is_serial(reference, _SERIAL) or _is_early(reference)):
        return None
    end = found.start() + 1
    name = _echr_names.before(text, end, floor)
    if name is None or not _speaks(text):
        return None
    lead = text[max(0, name.start - 60) : name.start]
    law = _SUBJECT.search(lead) and not _CASE_OF.search(lead)
    listed = last is not None and start - last.span.end <= _APART
    told = listed or _is_serial(reference, _LONG) or _ABOUT.search(text, max(0, start - 160), start)
    return end if told and not law else None


def _is_early(reference: Reference) -> bool:
    years = [number.partition("/")[2] for number in _numbers(reference)]
    return bool(years) and all(int(year) in _FIRST_YEARS for year in years)


def _is_serial(reference: Reference, least: int) -> bool:
    if any(flaw.kind == "application-number" for flaw in reference.flaws):
        return False
    serials = [number.partition("/")[0] for number in _numbers(reference)]
    return bool(serials) and all(serial.isdigit() and int(serial) >= least for serial in serials)


def _numbers(reference: Reference) -> tuple[str, ...]:
    value = reference.parts["applications"].value if "applications" in reference.parts else ()
    return tuple(map(str, value)) if isinstance(value, tuple) else ()


def _is_case(reference: Reference, last: Reference | None, text: str) -> bool:
    start = reference.span.start
    if re.search(r"\bv\.?\s*\(?$", text[max(0, start - 8) : start]) or re.match(r"[^;]{0,80}\bv\.", reference.text):
        return True
    if "label" in reference.parts or OURS.search(reference.text_of("report") or "") or is_dated(reference, text):
        return True
    if _COMMISSION.search(reference.text):
        return True
    if reference.text.startswith("Sentencia"):
        return _speaks(text)
    if last is None or not last.span.end <= start <= last.span.end + _APART:
        return False
    return _LISTED.fullmatch(text, last.span.end, start) is not None
