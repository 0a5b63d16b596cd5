"""Cases of the European Court (and the former Commission) of Human Rights.

Parts: `name` (str, on one line), `applications` (tuple of `40984/07`), `date` (Date), `kind` (`judgment`, `decision`
or `report`, where the text says what the date is of), `report` (str), `label` (str: `[GC]`, `(dec.) [GC]`), `ecli`
(str), `cited` (str: `cited above`), `unlabelled` (no word says that the number is an application's), `short`
("judgment of", with no number), `elsewhere` (what stands for the respondent is no State as the grammar knows them),
`respondent` (str: `v. Italy`, where no name stands in front of it), `item` (str: `001-98401`, in an address of HUDOC),
`listed` (the number begins a row of a list).
A case cited without an application number has the id `Name 1976-12-07`; one cited by its date or report has none.

Source: the Court's note on the mode of citation of its case-law (October 2022).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.document import Span
from juslint.families import (
    _echr_context,
    _echr_dates,
    _echr_ecli,
    _echr_hudoc,
    _echr_names,
    _echr_numbers,
    _echr_rows,
    _read,
    _reports,
)
from juslint.families._shelf import Shelf
from juslint.parsing.tree import Tok
from juslint.reference import Malformed, Part, Reference

if TYPE_CHECKING:
    from juslint.document import Document
    from juslint.knowledge import Knowledge
    from juslint.parsing.tree import Node

NAME = "echr"
ORDER = 30
SHELF = Shelf("European Court of Human Rights", 20, "name", "legal_case")

_OPINION = re.compile(r"(?P<title>Advisory [Oo]pinion (?:on|as|concerning|regarding)\b[^;\n]*?)(?:\s*\[GC\])?,?\s*$")
_TITLE = 600  # characters of the title of an advisory opinion
_BARE_PARAGRAPH = re.compile(r",\s([0-9]{1,3}(?:-[0-9]{1,3})?)(?=\s*(?:[);]|$))")
_NAMES = {"CASE", "CASE_ELSEWHERE", "TITLED", "NAME_NEXT"}
_NUMBER_HEADS = {"LABELLED_NUMBER", "UNLABELLED", "BARE_NUMBER"}
_PARTY_AND = re.compile(r",?\s+(?:and|et)\s")
_LED_CASE = re.compile(r"\b(?:[Cc]ase of|[Aa]ffaire)\s+[A-Z][^.;:()]{1,60}, $")
_CELL = re.compile(r" *(?:\t|[\r\n]\s*[0-9]{1,2}[/.][0-9])")
_OF_AFRICA = re.compile(r"\b0[0-9]{2}/20[0-9]{2}\b")  # the African Court's numbers: three digits, and the year in full
_OF_WORLD_COURT = re.compile(r"(?:19|20)[0-9]{2} I")  # the head of `2001 I.C.J. 466`
_VERSUS_ALONE = re.compile(r"[\s,.;)?(]*v\b")
_NAMED_JUDGMENT = re.compile(r"[Aa]rr\u00eats?\s+(.+?)\s+du\s", re.DOTALL)
_KIND = re.compile(r"(judge?ment|arr\u00eat)|(dec|d\u00e9cision)|(report|rapport)", re.IGNORECASE)


def read(node: Node, text: str) -> list[Reference]:
    """The cases of a stretch, one or a list; none where a case name stands alone or nothing identifies the case."""
    tokens = list(node.tokens())
    if tokens[0].type == "ECLI":
        return [_echr_ecli.reference(tokens[0].text, NAME)]
    found = [_read_case(each, text) for each in _cases(tokens)]
    return [reference for reference in found if reference is not None]


def _cases(tokens: list[Tok]) -> list[list[Tok]]:
    """The tokens of each case. A name begins a new one, unless the last has none yet or two cases were joined; and so
    does a number behind a full stop, where the last case has its own.
    """
    cases: list[list[Tok]] = [[]]
    for at, token in enumerate(tokens):
        last = cases[-1]
        numbered = bool(_echr_numbers.TOKENS & {each.type for each in last})
        if token.type == "FIRST_NUMBER" and token.text[0] == "." and numbered:
            skip = len(token.text) - len(token.text.lstrip(". \t\r\n"))
            cases.append([Tok("UNLABELLED", token.text[skip:], token.start + skip)])
            continue
        if row := _echr_rows.next_row(token, last):
            cases.append([row])
            continue
        named = token.type == "NAME_NEXT" and not _VERSUS_ALONE.match(token.text)
        if named and ((numbered and _has_number(tokens[at + 1 :])) or not _goes_on(last, token)):
            cases.append([])
        cases[-1].append(token)
    return cases


def _has_number(behind: list[Tok]) -> bool:
    """Whether a number of its own follows a name at once, so that the one in front of it is of another case."""
    following = next((token for token in behind if token.type != "LABEL"), None)
    return following is not None and following.type == "FIRST_NUMBER"


def _goes_on(case: list[Tok], name: Tok) -> bool:
    types = {token.type for token in case}
    if case[0].type == "ROW_NUMBER" and not types & _NAMES:
        return True
    if {"COURT", "FIRST_NUMBER"} <= types and not types & {*_NAMES, "REPORT", "PIN"}:
        return True
    if types & _NUMBER_HEADS and not types & {"NAME_NEXT", "PARTY_NEXT", "REPORT", "PIN"}:
        return True
    return case[-1].type in _NAMES and _PARTY_AND.match(name.text) is not None


def _read_case(tokens: list[Tok], text: str) -> Reference | None:
    parts: dict[str, Part] = {}
    flaws: list[Malformed] = []
    for token in tokens:
        _take(token, parts)
    if "name" in parts:
        parts.pop("unlabelled", None)
    applications = _echr_numbers.applications(tokens, flaws)
    if applications:
        parts["applications"] = applications
    if any(_OF_AFRICA.search(token.text) for token in tokens):
        return None
    broken = [token for token in tokens if token.type == "BROKEN_NUMBER"]
    flaws += [Malformed("application-number", _echr_numbers.digits(token), None) for token in broken]
    if not _is_citation(tokens, parts):
        return None
    first = tokens[0]
    start = parts["name"].span.start if first.type in _NAMES - {"TITLED"} else _read.trimmed(first)[1].start
    span = Span(start, _end(text, first.start, tokens[-1].start + len(tokens[-1].text)))
    written = text[span.start : span.end]
    is_short = parts.keys() <= {"name", "cited", "label", "elsewhere"}
    family = _echr_names.SHORT if is_short else NAME
    return Reference(family, _id(parts), span, written, parts, _pinpoint(tokens), tuple(flaws), None)


def _take(token: Tok, parts: dict[str, Part]) -> None:
    """Put what a token says among the parts; a date that a later one repeats counts where it stands first."""
    value, span = _read.trimmed(token)
    match token.type:
        case "CASE" | "CASE_ELSEWHERE" | "NAME_NEXT" | "PARTY_NEXT" | "TITLED":
            _take_name(token, parts)
        case "RESPONDENT":
            parts["respondent"] = Part(value, span)
        case "NAMED_JUDGMENT":
            _take_date(token, parts)
            if found := _NAMED_JUDGMENT.match(token.text):
                place = Span(token.start + found.start(1), token.start + found.end(1))
                parts["name"] = Part(_echr_names.proper(found[1]), place)
        case "DATED" | "UNREAD_DATE" | "SHORT_JUDGMENT" | "GLUED":
            _take_date(token, parts)
        case "REPORT" | "UNREAD_REPORT":
            parts.setdefault("report", _bare(value, span))
        case "LABEL" | "HEAD_LABEL":
            label = _bare(value, span)
            earlier = parts.get("label")
            shown = str(label.value) if earlier is None else f"{earlier.value} {label.value}"
            parts["label"] = Part(shown, Span(earlier.span.start if earlier else label.span.start, span.end))
        case "PHRASE" if re.search(r"above|pr\u00e9cit", value):
            parts["cited"] = _bare(value, span)
        case "UNLABELLED" | "BARE_NUMBER" | "LISTED" | "ROW_NUMBER" | "REPORTED_JUDGMENT":
            _echr_rows.take(token, parts)


def _take_name(token: Tok, parts: dict[str, Part]) -> None:
    """The name that a token holds: behind one that is there, both; nothing where a State stands alone behind "v."."""
    if token.type == "NAME_NEXT" and _VERSUS_ALONE.match(token.text):
        return
    name = (_echr_names.title if token.type == "TITLED" else _echr_names.name)(token)
    if token.type == "NAME_NEXT" and "name" in parts:
        first = parts["name"]
        name = Part(f"{first.value} and {name.value}", Span(first.span.start, name.span.end))
    parts["name"] = name
    if token.type == "CASE_ELSEWHERE":
        parts["elsewhere"] = name


def _take_date(token: Tok, parts: dict[str, Part]) -> None:
    in_cell = "listed" in parts or _CELL.match(token.text)  # such a day may be that of the application
    date = None if in_cell else _echr_dates.date(token)
    if date is None:
        return
    parts.setdefault("date", date)
    said = _KIND.search(token.text[: date.span.start - token.start])
    if said:
        value = ("judgment", "decision", "report")[(said.lastindex or 1) - 1]
        parts.setdefault("kind", Part(value, Span(token.start + said.start(), token.start + said.end())))
    if token.type == "SHORT_JUDGMENT":
        parts["short"] = Part("judgment", _read.trimmed(token)[1])


def _bare(value: str, span: Span) -> Part:
    """A part without a bracket that opens in front of it and closes elsewhere, or the other way round."""
    skip = len(value) - len(value.lstrip(") ,"))
    value = value[skip:]
    while value[:1] == "(" and value.count("(") > value.count(")"):
        value, skip = value[1:], skip + 1
    return Part(_read.one_line(value), Span(span.start + skip, span.start + skip + len(value)))


def _is_citation(tokens: list[Tok], parts: dict[str, Part]) -> bool:
    """Whether something identifies a case of this Court: its number; else a State and a date or report."""
    types = {token.type for token in tokens}
    report = "report" in parts and _echr_context.OURS.search(str(parts["report"].value)) is not None
    if "CASE_ELSEWHERE" in types and not (report or types & {"COURT", "LABEL", "PIN", "DATED"}):
        return False
    if "BARE_NUMBER" in types and not (report or types & {"PIN", "DATED"}):
        return False
    if "elsewhere" in parts and "report" in parts and _OF_WORLD_COURT.fullmatch(str(parts["report"].value)):
        return False
    if "applications" in parts:
        return True
    if types & {"CASE", "RESPONDENT", "NAME_NEXT", "TITLED"}:
        return "date" in parts or report or "cited" in parts
    if types & {"CASE_ELSEWHERE", "NAMED_JUDGMENT"}:
        return report
    return "report" in parts or ("short" in parts and "PIN" in types)


def _pinpoint(tokens: list[Tok]) -> Part | None:
    """The paragraphs and pages: the first of them and those that follow it at once."""
    run: list[Tok] = []
    for token in tokens:
        if token.type in {"PIN", "PIN_NEXT"}:
            run.append(token)
        elif run:
            break
    if not run:
        return None
    text, first = _read.trimmed(run[0])
    skip = len(text) - len(text.lstrip("(), "))
    shown = (text[skip:] + "".join(token.text for token in run[1:])).rstrip(",")
    return Part(_read.one_line(shown), Span(first.start + skip, first.start + skip + len(shown)))


def canonical(id: str) -> str:  # noqa: A002 - DESIGN calls it id
    """`no. 40984/07` for a number; a name and date as `Name, 7 December 1976`."""
    if _echr_numbers.NUMBER.fullmatch(id):
        return f"application no. {id}"
    if _echr_numbers.ADVISORY.fullmatch(id):
        return f"request no. {id}"
    found = re.fullmatch(r"(.*) ([0-9]{4}-[0-9]{2}-[0-9]{2})", id)
    return f"{found[1]}, {Date.from_iso(found[2])}" if found else id


def links(id: str) -> list[str]:  # noqa: A002
    """The Court's database, searched for the application number."""
    if not _echr_numbers.NUMBER.fullmatch(id):
        return []
    return [f"https://hudoc.echr.coe.int/eng#%7B%22appno%22:[%22{id}%22]%7D"]


def assemble(document: Document, references: tuple[Reference, ...]) -> list[Reference]:
    """The cases that addresses of the Court's database name, as references inside them."""
    taken = {each.span for each in references}
    return [each for each in _echr_hudoc.references(document.text, NAME) if each.span not in taken]


def settle(references: list[Reference], document: Document) -> list[Reference]:
    """Keep what the words around make a case of the Court, each with its whole name.

    A "judgment of 22 April 2010" counts only where the Court is named shortly before; it has no id of its own. A number
    with nothing but "no." before it (a law can have one too) counts only behind "v. (", in a list of cases, or with
    a date or paragraph as a case has them.
    """
    out: list[Reference] = []
    end = 0
    last: Reference | None = None
    for each in references:
        reference = each
        if each.family in {NAME, _echr_names.SHORT}:
            if "name" in each.parts:
                reference = _whole(each, document.text, end)
            else:
                reference = _named(each, last, document.text, end)
            if not _echr_context.is_ours(reference, last, document.text):
                continue
            reference = _with_bare_paragraph(reference, document.text)
            last = reference if each.family == NAME else last
        end = max(end, each.span.end)
        out.append(reference)
    return out


def _with_bare_paragraph(reference: Reference, text: str) -> Reference:
    """The reference with the number that ends it without a sign: `Reports 1998-VI, 113)`."""
    found = _BARE_PARAGRAPH.match(text, reference.span.end) if reference.parts.keys() & {"report", "date"} else None
    if found is None or reference.pinpoint is not None:
        return reference
    span = Span(reference.span.start, found.end())
    return replace(reference, span=span, text=text[slice(*span)], pinpoint=Part(found[1], Span(*found.span(1))))


def _named(reference: Reference, last: Reference | None, text: str, floor: int) -> Reference:
    """The reference with the name in front of it, where it has a label, a bare number or a judgment in a report."""
    parts = reference.parts
    start = reference.span.start
    if "P16" in (reference.id or ""):
        title = _OPINION.search(text, max(floor, start - _TITLE), start)
        return reference if title is None else _begun(reference, Span(title.start(), title.end("title")), text)
    if "respondent" in parts:
        first = _echr_names.beginning(text, start, floor, surely=True)
        return reference if first == start else _begun(reference, Span(first, parts["respondent"].span.end), text)
    widowed = re.search(r"\sv\.\s+\(?$", text[max(0, start - 8) : start])
    end = start
    if "unlabelled" in parts and (ended := _echr_context.bracketed(reference, last, text, floor)):
        end = ended
    elif (
        "unlabelled" in parts
        and not widowed
        and not ({"label", "report"} & parts.keys() or _echr_context.is_dated(reference, text))
    ):
        return reference
    headed = text.startswith(("[", "(", "judg", "Judg", "j", "arr"), start)
    led = _LED_CASE.search(text, max(floor, start - 80), start) is not None
    if "ecli" in parts or not (headed or "unlabelled" in parts or led):
        return reference
    found = _echr_names.before(text, end, floor, surely="short" not in parts or "report" in parts)
    if found is None:
        return reference
    if "short" in parts and "report" not in parts and not _is_court_near(found.start, reference, text):
        return reference
    return _begun(reference, found, text)


def _is_court_near(start: int, reference: Reference, text: str) -> bool:
    """Whether the Court stands before a name at `start` that nothing but a judgment's date follows."""
    return _echr_names.court(text, start) != start or _echr_context.is_near(text, start, reference.span.end)


def _begun(reference: Reference, place: Span, text: str) -> Reference:
    """The reference with the name at `place`, which stands in front of it or at its head."""
    name = Part(_echr_names.proper(text[slice(*place)]), place)
    article = place.start - 4 if text.startswith("The ", max(0, place.start - 4)) else place.start
    first = _echr_names.court(text, article)
    span = Span(place.start if first == article else first, reference.span.end)
    kept = {
        key: part for key, part in reference.parts.items() if key not in {"name", "unlabelled", "short", "respondent"}
    }
    parts = {"name": name, **kept}
    return replace(reference, id=_id(parts), span=span, text=text[slice(*span)], parts=parts)


def _whole(reference: Reference, text: str, floor: int) -> Reference:
    """The reference with the words of its name that stand before those that the grammar could join, and without those
    of a heading above.
    """
    name = reference.parts["name"].span
    if name.start != reference.span.start:
        return reference
    start = _echr_names.below_heading(text, name)
    start = start if start != name.start else _echr_names.beginning(text, start, floor)
    return reference if start == name.start else _begun(reference, Span(start, name.end), text)


def identify(reference: Reference, knowledge: Knowledge, text: str) -> Reference | None:
    """The case behind a date alone, where one of that day is against a State that the text names; behind a name and a
    report, where one case of that name stands in it.
    """
    if reference.id is not None:
        return _with_state(reference, knowledge)
    if item := reference.text_of("item"):
        case = knowledge.cases.by_item(item)
        return None if case is None else replace(reference, id=case.id)
    name, report = reference.text_of("name"), _reports.key(reference.text_of("report") or "")
    if name and report:
        cases = {case.id for case in knowledge.cases.by_name(name)}
        cases &= {case.id for case in knowledge.cases.by_report(report)}
        return replace(reference, id=cases.pop()) if len(cases) == 1 else None
    date = reference.date_of()
    if date is None:
        return None
    entry = knowledge.judgment_of(date, text)
    return reference if entry is None else replace(reference, id=entry.id)


def _with_state(reference: Reference, knowledge: Knowledge) -> Reference | None:
    """`Schenk v. 1988-07-12` with the State that was lost, where one case of that name is of that day."""
    name, date = reference.text_of("name") or "", reference.date_of()
    if not name.endswith(" v.") or date is None or "applications" in reference.parts:
        return None
    case = knowledge.cases.only(name.removesuffix(" v."), date)
    return None if case is None else replace(reference, id=f"{case.name} {date.iso()}")


def _id(parts: dict[str, Part]) -> str | None:
    applications = parts.get("applications")
    if applications and isinstance(applications.value, tuple):
        return str(applications.value[0])
    date = parts.get("date")
    if "name" in parts and date and isinstance(date.value, Date) and date.value.day:
        return f"{parts['name'].value} {date.value.iso()}"
    return None


def _end(text: str, start: int, end: int) -> int:
    """The end without a comma, and without a closing bracket that opened before the reference."""
    while end > start and (
        text[end - 1] in ", \n" or (text[end - 1] == ")" and text.count(")", start, end) > text.count("(", start, end))
    ):
        end -= 1
    return end
