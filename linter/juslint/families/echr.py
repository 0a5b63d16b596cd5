"""Cases of the European Court (and the former Commission) of Human Rights.

Parts: `name` (str, on one line), `applications` (tuple of `40984/07`), `date` (Date), `report` (str), `label` (str),
`ecli` (str), `unlabelled` (no word says that the number is an application's), `short` ("judgment of", with no number).
A case cited without an application number has the id `Name 1976-12-07`; one cited by its date alone has no id.

Source: the Court's note on the mode of citation of its case-law (October 2022).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.document import Span
from juslint.families import _read
from juslint.reference import Malformed, Part, Reference

if TYPE_CHECKING:
    from juslint.document import Document
    from juslint.knowledge import Knowledge
    from juslint.parsing.tree import Node, Tok

NAME = "echr"
ORDER = 30

_LEAD_IN = re.compile(
    r"(?:(?:See|Cf\.?|Compare|Contrast|Also|And|But|In|As|E\.g\.|Accordingly|Following|Under|Since|Likewise|Similarly"
    r"|Case of|CASE OF|Judgments? in|Unlike|Whereas|Thus|Again|Earlier|Later|However|Moreover|Further|Furthermore"
    r"|Finally|Both|Even|Here|Where|While|When|Although|Recently|Notably|Indeed|Cases?|Application|Recalling|Citing"
    r"|Relying on)"
    r"(?:,|\s)+(?:also\s+|the case of\s+)?)+"
)
_NUMBER = re.compile(r"([0-9]{1,6})\s*[/\u2044]\s*([0-9]{4}|[0-9]{2})")
_COURT = re.compile(r"European Court of Human Rights|ECtHR|Strasbourg Court|European Convention on Human Rights")


def read(node: Node, text: str) -> list[Reference]:
    """One reference; none where a case name stands alone or nothing identifies the case."""
    first = next(node.tokens())
    if first.type == "ECLI":
        return _ecli(first, text)
    parts: dict[str, Part] = {}
    flaws: list[Malformed] = []
    for token in node.tokens():
        _take(token, parts)
    applications = _applications(node, flaws)
    if applications:
        parts["applications"] = applications
    id_ = _id(parts)
    if id_ is None and not (parts.get("short") and parts.get("date")):
        return []
    start = parts["name"].span.start if first.type == "CASE" else 0
    span = Span(start, _end(text))
    return [Reference(NAME, id_, span, text[span.start : span.end], parts, _read.pinpoint(node), tuple(flaws), None)]


def _take(token: Tok, parts: dict[str, Part]) -> None:
    """Put what a token says among the parts; a date that a later one repeats counts where it stands first."""
    value, span = _read.trimmed(token)
    match token.type:
        case "CASE":
            parts["name"] = _name(token)
        case "DATE_NEXT" | "COURT_TAIL" | "SHORT_JUDGMENT":
            date = _read.date(token)
            if date:
                parts.setdefault("date", date)
            if token.type == "SHORT_JUDGMENT":
                parts["short"] = Part("judgment", span)
        case "REPORT":
            parts["report"] = Part(value.strip("() "), span)
        case "LABEL":
            parts["label"] = Part(value, span)
        case "UNLABELLED":
            parts["unlabelled"] = Part("no.", span)


def _applications(node: Node, flaws: list[Malformed]) -> Part | None:
    numbers: list[str] = []
    places: list[Span] = []
    for token in node.tokens():
        if token.type in {"LABELLED_NUMBER", "FIRST_NUMBER", "NEXT_NUMBER", "UNLABELLED"}:
            for found in _NUMBER.finditer(token.text):
                here = Span(token.start + found.start(), token.start + found.end())
                numbers.append(_application(found, here, flaws))
                places.append(here)
    return Part(tuple(numbers), Span(places[0].start, places[-1].end)) if numbers else None


def canonical(id: str) -> str:  # noqa: A002 - DESIGN calls it id
    """`no. 40984/07` for a number; a name and date as `Name, 7 December 1976`."""
    if _NUMBER.fullmatch(id):
        return f"application no. {id}"
    found = re.fullmatch(r"(.*) ([0-9]{4}-[0-9]{2}-[0-9]{2})", id)
    return f"{found[1]}, {Date.from_iso(found[2])}" if found else id


def links(id: str) -> list[str]:  # noqa: A002
    """The Court's database, searched for the application number."""
    if not _NUMBER.fullmatch(id):
        return []
    return [f"https://hudoc.echr.coe.int/eng#%7B%22appno%22:[%22{id}%22]%7D"]


def settle(references: list[Reference], document: Document) -> list[Reference]:
    """Keep what the words around make a case of the Court.

    A "judgment of 22 April 2010" counts only where the Court is named shortly before; it has no id of its own. A number
    with nothing but "no." before it (a law can have one too) counts only behind "v. (" or in a list of cases.
    """
    out: list[Reference] = []
    for reference in references:
        if reference.family == NAME and "unlabelled" in reference.parts and not _is_case(reference, out, document.text):
            continue
        if reference.family == NAME and "short" in reference.parts and reference.id is None:
            before = document.text[max(0, reference.span.start - 1200) : reference.span.start]
            if not _COURT.search(before):
                continue
        out.append(reference)
    return out


def identify(reference: Reference, knowledge: Knowledge, text: str) -> Reference | None:
    """The case behind a date alone, where one of that day is against a State that the text names."""
    date = reference.date_of()
    if reference.id is not None or date is None:
        return None
    entry = knowledge.judgment_of(date, text)
    return reference if entry is None else replace(reference, id=entry.id)


def _is_case(reference: Reference, earlier: list[Reference], text: str) -> bool:
    start = reference.span.start
    if re.search(r"\bv\.?\s*\(?$", text[max(0, start - 8) : start]) or re.match(r"[^;]{0,80}\bv\.", reference.text):
        return True
    last = next((each for each in reversed(earlier) if each.family == NAME and each.within is None), None)
    if last is None or last.span.end > start:
        return False
    return bool(re.fullmatch(r"[^.;]{0,40};\s*(?:and\s+)?|\s*,?\s+and\s+", text[last.span.end : start]))


def ecli_date(ecli: str) -> Date | None:
    """The date that an ECLI holds."""
    found = re.fullmatch(r"ECLI:CE:ECHR:([0-9]{4}):([0-9]{2})([0-9]{2})[A-Z]{3}[0-9]+", ecli)
    return Date(int(found[1]), int(found[2]), int(found[3])) if found else None


def _ecli(token: Tok, text: str) -> list[Reference]:
    digits = re.search(r"[0-9]+$", token.text)
    number = digits[0] if digits else ""
    span = Span(0, len(text))
    parts = {"ecli": Part(token.text, span)}
    date = ecli_date(token.text)
    if date:
        parts["date"] = Part(date, Span(13, 22))
    if len(number) != 9:
        return [Reference(NAME, None, span, text, parts, None, (Malformed("ecli", span, None),), None)]
    application = f"{int(number[:7])}/{number[7:]}"
    parts["applications"] = Part((application,), Span(span.end - 9, span.end))
    return [Reference(NAME, application, span, text, parts, None, (), token.text)]


def _name(token: Tok) -> Part:
    lead = _LEAD_IN.match(token.text)
    skip = lead.end() if lead else 0
    written = token.text[skip:].rstrip()
    name = _read.one_line(written)
    name = re.sub(r"\s(?:v|vs\.|against)\s", " v. ", name)
    return Part(name, Span(token.start + skip, token.start + skip + len(written)))


def _application(found: re.Match[str], here: Span, flaws: list[Malformed]) -> str:
    number, year = found[1], found[2]
    short = year[-2:]
    proper = f"{int(number)}/{short}"
    if len(year) == 4:
        flaws.append(Malformed("application-number", here, proper))
    return proper


def _id(parts: dict[str, Part]) -> str | None:
    applications = parts.get("applications")
    if applications and isinstance(applications.value, tuple):
        return str(applications.value[0])
    date = parts.get("date")
    if "name" in parts and date and isinstance(date.value, Date) and date.value.day:
        return f"{parts['name'].value} {date.value.iso()}"
    return None


def _end(text: str) -> int:
    """The end without a closing bracket that opened before the reference."""
    end = len(text)
    while end and text[end - 1] == ")" and text[:end].count(")") > text[:end].count("("):
        end -= 1
    return end
