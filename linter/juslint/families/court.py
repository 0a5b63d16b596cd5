"""International courts and tribunals other than the European Court of Human Rights.

Parts: `court` (str: `ICJ`, `PCIJ`, `ICC`, `CJEU`, …), `numbers` (tuple, where several cases were joined), `number`
(str), `year`, `page`, `volume` (int or str), `series` (str); of a case of the World Courts that is named in front, or
cited by name and day, `title`, `parties` (str), `kind` (`judgment`, `opinion`, `order`) and `date` (Date). `bare` marks
a number that is its court's only in a text that speaks of it.

The id is the number that the court itself gives, or the page of its reports: `I.C.J. Reports 1986, p. 14`, `P.C.I.J.,
Series A/B, No. 53`, `IT-94-1-A`, `C-402/05 P`, `ECLI:EU:C:2008:461`, `RIAA vol. XVIII, p. 3`. Joined cases have the id
of the first. A decision of a World Court without either is `Corfu Channel 1949-04-09`.

Source: the courts' own reports and case numbers; OSCOLA, 4th edition.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import Date
from juslint.document import Span
from juslint.families import _court_context, _court_pages, _echr_dates, _read, _world_court
from juslint.families._shelf import Shelf
from juslint.reference import Malformed, Part, Reference

if TYPE_CHECKING:
    from juslint.document import Document
    from juslint.knowledge import Knowledge
    from juslint.parsing.tree import Node, Tok

NAME = "court"
ORDER = 28  # before echr: "Application No. 006/2012" is the African Court's, by its nought in front
RARE = True
SHELF = Shelf("Courts and tribunals", 40, "name", "legal_case")

_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013"), "-")
_LETTERED = re.compile(
    r"[CTF]-[0-9]{1,4}/(?:89|9[0-9]|[0-3][0-9])(?: .*|-.*)?"
)  # case numbers bear a letter since 1989
_PERMANENT_COURT_ENDS = 1945
_SUFFIX = re.compile(r"\s+R$")
_PARTY_BEHIND = re.compile(r"\s+(?:v\b|\(|ex\s+parte)")


class _Form(NamedTuple):
    """How a token becomes an id: the court, what to find in the text, and what to write of what was found."""

    court: str
    pattern: str
    id: str


_FORMS = {
    "ICJ": (
        _Form(
            "ICJ",
            r"(?s)^\D*(?P<year>(?:19|20)\d\d)(?P<last>-(?:19)?48)?(?:[\])]?\s*[(-](?P<volume>I{1,3}|IV)\b)?.*?(?P<page>\d+)(?:\s*-\s*\d+)?$",
            "I.C.J. Reports {year}{last}{volume}, p. {page}",
        ),
    ),
    "GENERAL_LIST": (_Form("ICJ", r"(?P<number>\d+)$", "ICJ General List No. {number}"),),
    "PCIJ": (
        _Form(
            "PCIJ",
            r"(?si)(?:series|ser\.?|série)\s+(?P<series>A\.?/B|[A-E]).*?(?P<number>\d{1,2})(?:/\d+)?$",
            "P.C.I.J., Series {series}, No. {number}",
        ),
    ),
    "ITLOS": (
        _Form("ITLOS", r"(?s)Rep\D*(?P<year>\d{4}).*?(?P<page>\d+)(?:\s*-\s*\d+)?$", "ITLOS Reports {year}, p. {page}"),
        _Form("ITLOS", r"(?s)Case.*?(?P<number>\d+)$", "ITLOS Case No. {number}"),
    ),
    "RIAA": (
        _Form(
            "RIAA",
            r"(?s)[Vv]ol\S*\s*(?P<volume>[IVXL]+|\d+)\b.*?(?P<page>\d+)(?:\s*-\s*\d+)?$",
            "RIAA vol. {volume}, p. {page}",
        ),
        _Form("RIAA", r"(?s)^(?P<volume>[IVXL]+|\d+)\s.*?(?P<page>\d+)$", "RIAA vol. {volume}, p. {page}"),
    ),
    "ARBITRAL": (
        _Form("ICSID", r"(?s)(?P<number>(?:ARB|CONC)\S+)$", "ICSID Case No. {number}"),
        _Form("PCA", r"(?s)(?P<number>\d{4}-\d+)$", "PCA Case No. {number}"),
        _Form("PCA", r"(?s)AA\s*(?P<number>\d+)$", "PCA Case No. AA {number}"),
    ),
    "STAFF": (_Form("UNAT", r"(?P<number>\d{4}-UNAT-\d+)$", "{number}"),),
    "ECLI": (_Form("CJEU", r"(?P<number>EU:.*)$", "ECLI:{number}"),),
    "ECR": (_Form("CJEU", r"(?s)(?P<year>(?:19|20)\d\d)\b.*?(?P<page>(?:[IS][^\s,]*-)?\d+)$", "[{year}] ECR {page}"),),
    "EFTA": (_Form("EFTA Court", r"(?P<number>E-\S+)$", "{number}"),),
    "UNION_OPINION": (_Form("CJEU", r"(?P<number>\d/\d{2})$", "Opinion {number}"),),
    "SERIES_C": (_Form("IACtHR", r"(?P<number>\d+)$", "Series C No. {number}"),),
    "OPINION": (_Form("IACtHR", r"(?P<number>OC-\S+)$", "{number}"),),
    "REPORT": (_Form("IACHR", r"(?si)report\D*(?P<number>\d+/\d{2})", "Report No. {number}"),),
    "PETITION": (_Form("IACHR", r"(?P<number>[\d.]+)$", "Case {number}"),),
    "COMMUNICATION": (_Form("ACHPR", r"(?s)^\D*(?P<number>\d+/\d+)", "Communication {number}"),),
    "AFRICAN_COURT": (_Form("AfCHPR", r"(?P<number>\d+/\d{4})$", "Application No. {number}"),),
}
_BY_PREFIX = {
    "IT": "ICTY", "ICTR": "ICTR", "MICT": "IRMCT", "SCSL": "SCSL",
    "STL": "STL", "CH": "STL", "KSC": "KSC", "ICC": "ICC",
}  # fmt: skip


def read(node: Node, text: str) -> list[Reference]:
    """The references of one stretch; several where cases of the Court of Justice stand in a list and are not joined."""
    tokens = [token for token in node.tokens() if not token.type.startswith("PIN_")]
    first = tokens[0]
    if first.type in ("EU_LEAD", "EU_NUMBER", "OLD_CASES"):
        return _union(node, tokens, text)
    if first.type == "TRIBUNAL":
        return [_tribunal(node, first, text)]
    named = _world_court.case(first) if first.type in ("WORLD_CASE", "WORLD_CALLED", "WORLD_DECISION") else {}
    if named and len(tokens) == 1:
        return _decision(node, named, text)
    token = tokens[1] if named else first
    for form in _FORMS[token.type]:
        found = re.search(form.pattern, token.text.translate(_DASHES))
        if found:
            american = _world_court.parties(token) if token.type == "SERIES_C" else {}
            return [_with_name(_reference(node, token, text, form, found), named or american)]
    return []


def _with_name(reference: Reference, named: dict[str, Part]) -> Reference:
    """The reference from the name of its case on."""
    if "title" not in named:
        return reference
    span = Span(named["title"].span.start, reference.span.end)
    return replace(reference, span=span, text=reference.text[slice(*span)], parts={**reference.parts, **named})


def _decision(node: Node, named: dict[str, Part], text: str) -> list[Reference]:
    """A decision of one of the World Courts by name and day alone."""
    title, date = named.get("title"), named.get("date")
    if title is None or date is None or not isinstance(date.value, Date):
        return []
    span = Span(title.span.start, len(text))
    court = "ICJ" if date.value.year > _PERMANENT_COURT_ENDS else "PCIJ"
    parts = {"court": Part(court, span), **named, "bare": title}
    return [Reference(NAME, f"{title.value} {date.value.iso()}", span, text[span.start :], parts, _pinpoint(node))]


def _reference(node: Node, token: Tok, text: str, form: _Form, found: re.Match[str]) -> Reference:
    said = {name: re.sub(r"\s", "", value or "") for name, value in found.groupdict().items()}
    if "series" in said:
        said["series"] = said["series"].upper().replace(".", "")
    parts: dict[str, Part] = {"court": Part(form.court, Span(token.start, token.start + len(token.text)))}
    for name, value in said.items():
        if value:
            place = Span(token.start + found.start(name), token.start + found.end(name))
            parts[name] = Part(int(value) if value.isdigit() and name != "number" else value, place)
    shown = {name: str(parts[name].value) if name in parts else "" for name in said}
    if form.court == "ICJ" and shown.get("volume"):
        shown["volume"] = f" ({shown['volume']})"
    if shown.get("last"):
        shown["last"] = "-1948"
    if "number" in shown and form.court in ("PCIJ", "IACtHR", "ITLOS"):
        shown["number"] = shown["number"].lstrip("0") or "0"
    if form.court == "RIAA" and shown["volume"].isdigit():
        shown["volume"] = _roman(int(shown["volume"]))
    id_ = form.id.format(**shown)
    if _is_bare(token, said, text):
        parts["bare"] = parts["number"]
    proper = canonical(id_)
    return Reference(NAME, id_, Span(0, len(text)), text, parts, _pinpoint(node), (), proper)


def _is_bare(token: Tok, said: dict[str, str], text: str) -> bool:
    """Whether nothing beside the number tells that it is the court's."""
    match token.type:
        case "COMMUNICATION":  # the Human Rights Committee and its like write four digits, too
            return len(said["number"].partition("/")[2]) == len("2002")
        case "GENERAL_LIST":
            return token.text[0] in "GRr" and token.start == 0
        case "SERIES_C":
            begins = re.match(r"\(?[Ss](?:er|\u00e9r)", token.text) is not None
            return begins and token.start + len(token.text) == len(text)
        case "UNION_OPINION":
            return token.start + len(token.text) == len(text)
        case kind:
            return kind == "PETITION"


_SEVERED = re.compile(r"ICTR-\d+-\d+[A-SU-Z](?![A-Z0-9])")  # `ICTR-95-1B-T`: a case apart of several accused together


def _tribunal(node: Node, token: Tok, text: str) -> Reference:
    """A case of a criminal court. A hyphen that was lost before the letter of the chamber is put back.

    Where the Tribunal for Rwanda severed a case, a letter of its number tells the parts apart.
    """
    plain = token.text.translate(_DASHES)
    found = re.search(r"(?:[A-Z]{2,4}[-\s]|00\d/)\S.*$", plain, re.DOTALL)
    if found is None:
        raise ValueError(f"not a case number: {token.text!r}")
    number = found[0]
    start = token.start + found.start()
    flaws: list[Malformed] = []
    space = re.match(r"ICC(\s+)", number)
    if space:
        flaws.append(Malformed("case-number", Span(start + 3, start + space.end()), "-"))
        number = f"ICC-{number[space.end() :]}"
    lost = re.fullmatch(r"((?:IT|ICTR|MICT|SCSL)-\d+-\d+(?:/\d+)?)([A-Z].*)", number)
    if lost and not _SEVERED.match(number):
        at = start + len(found[0]) - len(lost[2])
        flaws.append(Malformed("case-number", Span(at, at), "-"))
        number = f"{lost[1]}-{lost[2]}"
    prefix = re.match(r"[A-Z]+", number)
    parts = {
        "court": Part(_BY_PREFIX.get(prefix[0], "ECCC") if prefix else "ECCC", Span(0, len(text))),
        "number": Part(number, Span(start, token.start + len(token.text))),
    }
    return Reference(NAME, number, Span(0, len(text)), text, parts, _pinpoint(node), tuple(flaws), number)


_CASE = re.compile(r"(?:([CTF])\s*-\s*)?([0-9]{1,4}/[0-9]{2})")
_SUFFIXED = re.compile(r"\s+(?:P\(R\)|PPU|P|RENV|REV|REC|RX|R)\b|-(?:DEP|REV|RENV|OST|INTP|P|R)\b")


def _union(node: Node, tokens: list[Tok], text: str) -> list[Reference]:
    """Cases of the Court of Justice and the General Court: one reference where they are called one case."""
    found: list[Part] = []
    for token in tokens:
        written = token.text.translate(_DASHES)
        if token.type in ("EU_NUMBER", "EU_NEXT", "OLD_CASES"):
            for one in _CASE.finditer(written):
                name = f"{one[1]}-{one[2]}" if one[1] else one[2]
                found.append(Part(name, Span(token.start + one.start(), token.start + one.end())))
        suffix = _SUFFIXED.match(written) if token.type in ("EU_SUFFIX", "EU_TAIL") else None
        if suffix:
            found[-1] = Part(
                _joined(str(found[-1].value), suffix[0]), Span(found[-1].span.start, token.start + suffix.end())
            )
    if not all(_LETTERED.fullmatch(str(one.value)) for one in found) and tokens[0].type != "OLD_CASES":
        return []
    pinpoint = _pinpoint(node)
    bare = (
        {"bare": found[0]}
        if (tokens[0].type == "EU_NUMBER" and not {"EU_TAIL", "EU_JUDGED"} & {token.type for token in tokens})
        or (tokens[0].type == "OLD_CASES" and tokens[1].type == "EU_JUDGED" and not re.search(r"ECR|Rec|EU:", text))
        else {}
    )
    if tokens[0].type == "EU_NUMBER" and len(found) > 1:
        return [
            Reference(
                NAME,
                str(one.value),
                one.span,
                text[slice(*one.span)],
                _parts(one) | bare,
                pinpoint,
                (),
                canonical(str(one.value)),
            )
            for one in found
        ]
    parts = {**_parts(found[0]), **_called(tokens), **bare}
    if len(found) > 1:
        parts["numbers"] = Part(tuple(str(one.value) for one in found), Span(found[0].span.start, found[-1].span.end))
    ecli = re.search(r"EU:[CTF]:[0-9]{4}:[0-9]+", text)
    if ecli:
        parts["ecli"] = Part(f"ECLI:{ecli[0]}", Span(*ecli.span()))
    id_ = str(found[0].value)
    proper = None if tokens[0].type == "OLD_CASES" else canonical(id_)  # alone it would be no case of this court
    return [Reference(NAME, id_, Span(0, len(text)), text, parts, pinpoint, (), proper)]


_CALLED = re.compile(  # the name between the number and where the case is reported
    r",?\s+(?P<name>[A-Z\u00c0-\u017f].+?)"
    r"(?:,?\s+(?:[Jj]udgment|[Oo]rder|[Aa]rrêt|[Oo]rdonnance)\s+(?:of|du)\s|,?\s+[\[(]?(?:(?:19|20)[0-9]{2}\]|ECLI:|EU:[CTF]:|E\.?C\.?R|Rec))",
    re.DOTALL,
)


def _called(tokens: list[Tok]) -> dict[str, Part]:
    """The parts `title` and `date` that stand behind the number of a case of the Court of Justice."""
    parts: dict[str, Part] = {}
    for token in tokens:
        if token.type not in {"EU_TAIL", "EU_JUDGED"}:
            continue
        suffix = _SUFFIXED.match(token.text)
        name = _CALLED.match(token.text, suffix.end() if suffix else 0)
        if name:
            span = Span(token.start + name.start("name"), token.start + name.end("name"))
            parts["title"] = Part(_read.one_line(name["name"]), span)
        dated = (_read.date(token) or _echr_dates.date(token)) if token.type == "EU_JUDGED" else None
        if dated:
            parts["date"] = dated
    return parts


def _parts(number: Part) -> dict[str, Part]:
    return {"court": Part("CJEU", number.span), "number": number}


def _joined(number: str, suffix: str) -> str:
    """A number and what stands behind it: `C-402/05 P`, `T-12/01-DEP`."""
    return f"{number} {suffix.strip()}" if suffix[0].isspace() else number + suffix


def _pinpoint(node: Node) -> Part | None:
    """The last pinpoint, the closest: of "p. 14, at p. 20" the second."""
    found = list(node.nodes("pinpoint"))
    if not found:
        return None
    part = _read.pinpoint_of(found[-1])
    text = str(part.value)
    short = re.sub(r"^at\s+", "", text)
    return Part(short, Span(part.span.end - len(short), part.span.end)) if short != text else part


def _roman(number: int) -> str:
    out = ""
    for value, letters in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        out += letters * (number // value)
        number %= value
    return out


def settle(references: list[Reference], document: Document) -> list[Reference]:
    """Only what is surely a court's; and an R that is the Crown is no part of a number."""
    context = _court_context.Text(document.text, [one for one in references if one.family == NAME])
    out = []
    for reference in references:
        if reference.family != NAME:
            out.append(reference)
        elif context.allows(reference):
            crown = reference.id is not None and _SUFFIX.search(reference.id)
            out.append(_without_crown(reference, document.text) if crown else reference)
    return out


def identify(reference: Reference, knowledge: Knowledge, text: str) -> Reference | None:  # noqa: ARG001
    """A decision that is cited by name and day, under the name that the list of cases has."""
    title, date = reference.text_of("title"), reference.date_of()
    if title is None or date is None or "bare" not in reference.parts or reference.text_of("court") == "CJEU":
        return None
    entry = _world_court.known(title, knowledge)
    name = _world_court.short(entry) if entry else None
    return replace(reference, id=f"{name} {date.iso()}") if name else None


def _without_crown(reference: Reference, text: str) -> Reference:
    """`C-213/89 R` without its letter where it begins a name: "R v Secretary of State"."""
    number = reference.parts["number"]
    if not _PARTY_BEHIND.match(text, number.span.end):
        return reference
    id_ = _SUFFIX.sub("", str(number.value))
    end = number.span.start + len(_SUFFIX.sub("", text[slice(*number.span)]))
    parts = {**reference.parts, "number": Part(id_, Span(number.span.start, end))}
    span = Span(reference.span.start, end) if reference.span.end == number.span.end else reference.span
    return replace(reference, id=id_, parts=parts, span=span, text=text[slice(*span)], canonical=canonical(id_))


def canonical(id: str) -> str:  # noqa: A002 - DESIGN calls it id
    """The id with the word that makes it a case: `Case C-402/05 P`."""
    if re.fullmatch(r"[ECTF]-[0-9].*", id):
        return f"Case {id}"
    return f"IACHR {id}" if id.startswith("Report No.") else id


def links(id: str) -> list[str]:  # noqa: A002
    """The court's own page, where the number alone gives its address."""
    return _court_pages.links(id)


def issuer(id: str) -> str | None:  # noqa: A002
    """The court, by what the number looks like."""
    return _court_pages.issuer(id)
