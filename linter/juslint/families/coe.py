"""Council of Europe acts: Parliamentary Assembly, Committee of Ministers, treaty series, Venice Commission, committees.

Parts: `series` (str), `number` (int or str), `year` (int), `date` (Date), `title` (str), `meeting` (str, a meeting of
the Ministers' Deputies, `471bis`). A meeting alone has the id `CM/Del 471bis`, an alias of the text adopted there.

Ids bear the prefix of their year, however they are written: recommendations are `R (87) 3` to 1999, `Rec(2003)5` to
2006, `CM/Rec(2010)5` since. A treaty's series is told by its number alone: the European Treaty Series ended at 193.

Source: assembly.coe.int and wcd.coe.int pages; the treaty office's list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.families import _echr_dates, _outsiders, _parliamentary, _read
from juslint.families._shelf import Shelf
from juslint.reference import Malformed, Part, Reference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from juslint.document import Document
    from juslint.parsing.tree import Node, Tok

NAME = "coe"
ORDER = 34
RARE = True
SHELF = Shelf("Council of Europe", 30, type="document")

_LAST_ETS = 193  # the European Treaty Series ended with 2003; its numbers run on in the Council of Europe Treaty Series
_ORDINAL = {"1": "st", "2": "nd", "3": "rd"}
_MINISTERS = re.compile(
    r"(CM/[A-Za-z/]*?|CM|DH-DD|Res\s?DH|DH)\s*\(([0-9]{2,4})\)\s*((?:Rec|Quest|Dec)?)([0-9]{1,4})(bis|ter)?(.*)",
    re.DOTALL,
)
_PREFIXED_SINCE = 2007  # from this year the series of the Committee of Ministers begin with CM/

_KINDS = {"résolution": "Resolution", "recommandation": "Recommendation", "avis": "Opinion", "directive": "Order"}
# Numbers that the Assembly had reached when other bodies (the Congress of Local and Regional Authorities, committees
# of the United Nations) began to write theirs in the same form.
_LEAST_ALONE = {"Recommendation": 1000, "Opinion": 100, "Order": 100}


def read(node: Node, text: str) -> list[Reference]:
    """References of one parsed stretch; several where Assembly texts are listed."""
    tokens = {token.type: token for token in node.tokens()}
    if "INT" in tokens:
        return _assembly(node, text)
    parts: dict[str, Part] = {}
    flaws: list[Malformed] = []
    for kind in ("DECLARATION", "DATE_NEXT"):
        date = _read.date(tokens[kind]) or _echr_dates.date(tokens[kind]) if kind in tokens else None
        if date:
            parts["date"] = date
    if "MINISTERS" in tokens:
        id_ = _ministers(tokens, parts, flaws)
    else:
        id_ = next(read_one(tokens[kind], parts) for kind, read_one in _READERS.items() if kind in tokens)
    if "VENICE" in tokens:
        flaws.extend(_short_number(tokens["VENICE"]))
    return [Reference(NAME, id_, Span(0, len(text)), text, parts, _read.pinpoint(node), tuple(flaws), _canonical(id_))]


def settle(references: list[Reference], document: Document) -> list[Reference]:
    """A recommendation or paper that does not name the Assembly is its own in a text that does, if no other body’s."""
    unnamed = [each for each in references if each.family == NAME and "unnamed" in each.parts]
    if unnamed and _parliamentary.is_named(document.text):
        text = document.text
        unnamed = [each for each in unnamed if _outsiders.outside(text, 0, each.span.start, each.span.end)]
    dropped = set(map(id, unnamed))
    return [each for each in references if id(each) not in dropped]


def _meeting(token: Tok, parts: dict[str, Part]) -> str:
    found = _read.inner(token, r"[0-9]{1,4}\s*(?:bis|ter)?")
    if found is None:
        raise ValueError(f"not a meeting's number: {token.text!r}")
    parts["meeting"] = Part(re.sub(r"\s", "", str(found.value)), found.span)
    return f"CM/Del {parts['meeting'].value}"


def _treaty(token: Tok, parts: dict[str, Part]) -> str:
    found = _read.inner(token, r"([0-9]{1,3})$")
    if found is None or not isinstance(found.value, int):
        raise ValueError(f"not a treaty's number: {token.text!r}")
    parts["number"] = found
    return f"{'CETS' if found.value > _LAST_ETS else 'ETS'} {found.value}"


def _venice(token: Tok, _: dict[str, Part]) -> str:
    """The Commission writes three digits."""
    found = re.fullmatch(r"(.*\))([0-9]{1,3})(.*)", re.sub(r"\s", "", token.text))
    if found is None:
        raise ValueError(f"not a Venice Commission number: {token.text!r}")
    return f"{found[1]}{int(found[2]):03d}{found[3]}"


def _short_number(token: Tok) -> Iterator[Malformed]:
    found = re.search(r"\)\s*([0-9]{1,2})(?![0-9])", token.text)
    if found:
        yield Malformed(
            "number-digits", Span(token.start + found.start(1), token.start + found.end(1)), f"{int(found[1]):03d}"
        )


def _committee(token: Tok, parts: dict[str, Part]) -> str:
    """CPT, ECRI and the others: each as it writes itself, the CPT with spaces, the others without."""
    found = re.fullmatch(r"(.*?)[ ]?\(([0-9]{2,4})\)[ ]?([0-9]{1,3})(.*)", token.text)
    if found is None:
        raise ValueError(f"not a committee's number: {token.text!r}")
    parts["year"] = Part(int(found[2]), Span(token.start + found.start(2), token.start + found.end(2)))
    parts["number"] = Part(int(found[3]), Span(token.start + found.start(3), token.start + found.end(3)))
    if found[1].startswith("CPT"):
        return f"{found[1]} ({found[2]}) {int(found[3])}"
    if found[1].casefold().startswith("greco ") and " Rep" in found[1]:
        return f"GRECO {found[1][6:]} ({found[2]}) {int(found[3])}{found[4].strip()}"
    number = found[3] if found[1].startswith(("ACFC", "AS/")) else int(found[3])  # these write noughts in front
    return f"{found[1]}({found[2]}){number}{found[4]}"


def _paper(token: Tok, parts: dict[str, Part]) -> str:
    """A document of the Assembly. One that does not name it is the Assembly's where the text does."""
    found = _read.inner(token, r"[0-9]{4,5}")
    if found is None:
        raise ValueError(f"not a document's number: {token.text!r}")
    parts["number"] = found
    if token.text.startswith("Doc"):
        parts["unnamed"] = found
    return f"PACE Doc. {found.value}"


def _old_resolution(token: Tok, parts: dict[str, Part]) -> str:
    found = re.search(r"\(([0-9]{2})\)\s*([0-9]{1,3})$", token.text)
    if found is None:
        raise ValueError(f"not a resolution's number: {token.text!r}")
    parts["year"] = Part(int(found[1]), Span(token.start + found.start(1), token.start + found.end(1)))
    parts["number"] = Part(int(found[2]), Span(token.start + found.start(2), token.start + found.end(2)))
    return f"Resolution ({found[1]}) {int(found[2])}"


def canonical(id: str) -> str:  # noqa: A002 - DESIGN calls it id
    """The id, with the words that belong before a number alone."""
    return _canonical(id) or id


def links(id: str) -> list[str]:  # noqa: A002
    """The treaty office's page of a treaty, the Venice Commission's of an opinion; the others give no address."""
    found = re.fullmatch(r"C?ETS ([0-9]+)", id)
    if found:
        return [f"https://www.coe.int/en/web/conventions/full-list?module=treaty-detail&treatynum={int(found[1]):03d}"]
    if re.fullmatch(r"CDL-AD\([0-9]{4}\)[0-9]{3}", id):
        return [f"https://www.venice.coe.int/webforms/documents/?pdf={id}-e"]
    return []


def issuer(id: str) -> str | None:  # noqa: A002
    """Whose number it is, by what the number looks like."""
    return next((name for pattern, name in _ISSUERS if re.match(pattern, id)), None)


_ISSUERS = (
    (r"C?ETS ", "Council of Europe"),
    (r"PACE ", "Parliamentary Assembly"),
    (r"CM[/(]|R \(|Re[cs]|DH", "Committee of Ministers"),
    (r"CDL", "Venice Commission"),
    (r"CPT", "European Committee for the Prevention of Torture"),
    (r"CRI\(", "European Commission against Racism and Intolerance"),
    (r"GRECO|Greco", "Group of States against Corruption"),
    (r"GRETA", "Group of Experts on Action against Trafficking in Human Beings"),
    (r"GREVIO", "Group of Experts on Action against Violence against Women and Domestic Violence"),
    (r"CommDH", "Commissioner for Human Rights"),
    (r"ACFC", "Advisory Committee on the Framework Convention for the Protection of National Minorities"),
    (r"CCJE", "Consultative Council of European Judges"),
    (r"AS/", "Parliamentary Assembly"),
    (r"CEPEJ", "European Commission for the Efficiency of Justice"),
    (r"MONEYVAL", "MONEYVAL"),
)


def _canonical(id_: str) -> str | None:
    treaty = re.fullmatch(r"(C?ETS) ([0-9]+)", id_)
    if treaty:
        return f"{treaty[1]} No. {int(treaty[2]):03d}"
    meeting = re.fullmatch(r"CM/Del ([0-9]+)(bis|ter)?", id_)
    if meeting:
        suffix = meeting[2] or ("th" if meeting[1][-2:] in {"11", "12", "13"} else _ORDINAL.get(meeting[1][-1], "th"))
        return f"{meeting[1]}{suffix} meeting of the Ministers’ Deputies"
    return id_


def _ministers(tokens: dict[str, Tok], parts: dict[str, Part], flaws: list[Malformed]) -> str:
    token = tokens["MINISTERS"]
    if token.text.startswith("CM/Notes/"):
        return token.text
    found = _MINISTERS.fullmatch(token.text)
    if found is None:
        raise ValueError(f"not a Committee of Ministers number: {token.text!r}")
    suffix = found[5] or ""
    at = token.start
    parts["series"] = Part(found[1], Span(at, at + found.end(1)))
    parts["year"] = Part(int(found[2]), Span(at + found.start(2), at + found.end(2)))
    if "BIS" in tokens:
        bis = tokens["BIS"]
        suffix, place = _read.trimmed(bis)
        flaws.append(Malformed("number-spacing", Span(bis.start, place.start), ""))
    parts["number"] = Part(f"{int(found[4])}{suffix}", Span(at + found.start(4), at + found.end(4)))
    series = found[1].replace("DEL", "Del").replace("DEC", "Dec").replace("Res DH", "ResDH")
    if series.casefold() == found[1].casefold() and series != found[1]:
        flaws.append(Malformed("letter-case", parts["series"].span, series))
    tail = " ".join(found[6].split())
    gap = " " if tail and not tail.startswith(("/", "-")) else ""
    return _prefixed(series, found[2], f"{found[3]}{int(found[4])}{suffix}{gap}{tail}")


def _prefixed(series: str, year: str, number: str) -> str:
    """The id under the prefix that the series had in that year."""
    bare = series.removeprefix("CM/")
    if bare in ("Rec", "Res", "ResDH", "ResAP", "ResChS", "ResCMN") and len(year) == 4:
        series = f"CM/{bare}" if int(year) >= _PREFIXED_SINCE else bare
    return f"{series}({year}){number}"


def _recommendation(token: Tok, parts: dict[str, Part]) -> str:
    found = re.search(r"(R|Rec|Res)\.?\s*\(([0-9]{2,4})\)\s*([0-9]{1,3})$", token.text)
    if found is None:
        raise ValueError(f"not a recommendation's number: {token.text!r}")
    parts["year"] = Part(int(found[2]), Span(token.start + found.start(2), token.start + found.end(2)))
    parts["number"] = Part(int(found[3]), Span(token.start + found.start(3), token.start + found.end(3)))
    number = str(int(found[3]))
    if found[1] == "R" and (len(found[2]) == 2 or found[2].startswith("19")):
        return f"R ({found[2][-2:]}) {number}"
    return _prefixed("Rec" if found[1] == "R" else found[1], found[2], number)


_READERS: dict[str, Callable[[Tok, dict[str, Part]], str]] = {
    "MEETING": _meeting,
    "RECOMMENDATION": _recommendation,
    "TREATY_SERIES": _treaty,
    "VENICE": _venice,
    "COMMITTEE": _committee,
    "ASSEMBLY_PAPER": _paper,
    "OLD_RESOLUTION": _old_resolution,
}


def _title_and_date(tokens: list[Tok]) -> dict[str, Part]:
    out: dict[str, Part] = {}
    for token in tokens:
        if token.type == "TITLE":
            title = _read.inner(token, r"[\u201c\"](.*)[\u201d\"]")
            if title:
                out["title"] = Part(_read.one_line(str(title.value)), title.span)
        elif token.type == "DATE_NEXT":
            date = _read.date(token) or _echr_dates.date(token)
            if date:
                out["date"] = date
    return out


def _assembly(node: Node, text: str) -> list[Reference]:
    tokens = list(node.tokens())
    lead = next(token for token in tokens if token.type in {"PACE_LEAD", "KIND"})
    word = re.search(r"(?i)(r[eé]solution|recomm[ae]ndation|opinion|order|avis|directive)s?\b", lead.text)
    kind = _KINDS.get(word[1].lower(), word[1].capitalize()) if word else "Resolution"
    alone = lead.type == "KIND" and not any(token.type == "OF_ASSEMBLY" for token in tokens)
    if alone and kind == "Resolution":
        return []  # resolutions are everybody's: those of bodies that the words around them name
    shared = _title_and_date(tokens)
    numbers = [token for token in tokens if token.type == "INT"]
    years = [token for token in tokens if token.type == "YEAR_PAREN"]
    out = []
    for number, year in zip(numbers, years, strict=True):
        value, place = _read.trimmed(number)
        inner = _read.inner(year, r"[0-9]{4}")
        if inner is None:
            raise ValueError(f"no year in {year.text!r}")
        if alone and int(value) < _LEAST_ALONE[kind]:
            continue
        parts = {**shared, "kind": Part(kind, _read.trimmed(lead)[1]), "number": Part(int(value), place), "year": inner}
        if alone:
            parts["unnamed"] = parts["number"]
        span = Span(0, len(text)) if len(numbers) == 1 else Span(place.start, year.start + len(year.text))
        id_ = f"PACE {kind} {int(value)} ({inner.value})"
        out.append(Reference(NAME, id_, span, text[span.start : span.end], parts, _read.pinpoint(node), (), id_))
    return out
