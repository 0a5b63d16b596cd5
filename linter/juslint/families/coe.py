"""Council of Europe acts: Parliamentary Assembly, Committee of Ministers, treaty series, Venice Commission.

Parts: `series` (str), `number` (int or str), `year` (int), `date` (Date), `title` (str), `meeting` (str, a meeting of
the Ministers' Deputies, `471bis`). A meeting alone has the id `CM/Del 471bis`, an alias of the text adopted there.

Source: assembly.coe.int and wcd.coe.int pages; the treaty office's list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.families import _read
from juslint.reference import Malformed, Part, Reference

if TYPE_CHECKING:
    from collections.abc import Callable

    from juslint.parsing.tree import Node, Tok

NAME = "coe"
ORDER = 34

_LAST_ETS = 193  # the European Treaty Series ended with 2003; its numbers run on in the Council of Europe Treaty Series
_ORDINAL = {"1": "st", "2": "nd", "3": "rd"}
_MINISTERS = re.compile(r"(CM/[A-Za-z/]*?|CM|ResDH|DH)\s*\(([0-9]{2,4})\)\s*([0-9]{1,4})(bis|ter)?(.*)", re.DOTALL)


def read(node: Node, text: str) -> list[Reference]:
    """References of one parsed stretch; several where Assembly texts are listed."""
    tokens = {token.type: token for token in node.tokens()}
    if "INT" in tokens:
        return _assembly(node, text)
    parts: dict[str, Part] = {}
    flaws: list[Malformed] = []
    for kind in ("DECLARATION", "DATE_NEXT"):
        date = _read.date(tokens[kind]) if kind in tokens else None
        if date:
            parts["date"] = date
    if "MINISTERS" in tokens:
        id_ = _ministers(tokens, parts, flaws)
    else:
        id_ = next(read_one(tokens[kind], parts) for kind, read_one in _READERS.items() if kind in tokens)
    return [Reference(NAME, id_, Span(0, len(text)), text, parts, _read.pinpoint(node), tuple(flaws), _canonical(id_))]


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
    new = token.text.startswith(("CETS", "STCE", "Council")) or found.value > _LAST_ETS
    return f"{'CETS' if new else 'ETS'} {found.value}"


def _venice(token: Tok, _: dict[str, Part]) -> str:
    return re.sub(r"\s", "", token.text)


def canonical(id: str) -> str:  # noqa: A002 - DESIGN calls it id
    """The id, with the words that belong before a number alone."""
    return _canonical(id) or id


def links(id: str) -> list[str]:  # noqa: A002
    """The treaty office's page of a treaty; no other series has an address that its number gives."""
    found = re.fullmatch(r"C?ETS ([0-9]+)", id)
    if found is None:
        return []
    return [f"https://www.coe.int/en/web/conventions/full-list?module=treaty-detail&treatynum={int(found[1]):03d}"]


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
    found = _MINISTERS.fullmatch(token.text)
    if found is None:
        raise ValueError(f"not a Committee of Ministers number: {token.text!r}")
    suffix = found[4] or ""
    at = token.start
    parts["series"] = Part(found[1], Span(at, at + found.end(1)))
    parts["year"] = Part(int(found[2]), Span(at + found.start(2), at + found.end(2)))
    if "BIS" in tokens:
        bis = tokens["BIS"]
        suffix, place = _read.trimmed(bis)
        flaws.append(Malformed("number-spacing", Span(bis.start, place.start), ""))
    parts["number"] = Part(f"{int(found[3])}{suffix}", Span(at + found.start(3), at + found.end(3)))
    series = found[1].replace("DEL", "Del").replace("DEC", "Dec")
    if series != found[1]:
        flaws.append(Malformed("letter-case", parts["series"].span, series))
    tail = " ".join(found[5].split())
    gap = " " if tail and not tail.startswith(("/", "-")) else ""
    return f"{series}({found[2]}){int(found[3])}{suffix}{gap}{tail}"


def _recommendation(token: Tok, parts: dict[str, Part]) -> str:
    found = re.search(r"(R|Rec|Res)\s*\(([0-9]{2,4})\)\s*([0-9]{1,3})$", token.text)
    if found is None:
        raise ValueError(f"not a recommendation's number: {token.text!r}")
    parts["year"] = Part(int(found[2]), Span(token.start + found.start(2), token.start + found.end(2)))
    parts["number"] = Part(int(found[3]), Span(token.start + found.start(3), token.start + found.end(3)))
    return f"R ({found[2]}) {found[3]}" if found[1] == "R" else f"{found[1]}({found[2]}){found[3]}"


_READERS: dict[str, Callable[[Tok, dict[str, Part]], str]] = {
    "MEETING": _meeting,
    "RECOMMENDATION": _recommendation,
    "TREATY_SERIES": _treaty,
    "VENICE": _venice,
}


def _assembly(node: Node, text: str) -> list[Reference]:
    tokens = list(node.tokens())
    lead = next(token for token in tokens if token.type in {"PACE_LEAD", "KIND"})
    word = re.search(r"(?i)(resolution|recommendation|opinion|order)", lead.text)
    kind = word[1].capitalize() if word else "Resolution"
    shared: dict[str, Part] = {}
    for token in tokens:
        if token.type == "TITLE":
            title = _read.inner(token, r"[\u201c\"](.*)[\u201d\"]")
            if title:
                shared["title"] = Part(_read.one_line(str(title.value)), title.span)
        elif token.type == "DATE_NEXT":
            date = _read.date(token)
            if date:
                shared["date"] = date
    numbers = [token for token in tokens if token.type == "INT"]
    years = [token for token in tokens if token.type == "YEAR_PAREN"]
    out = []
    for number, year in zip(numbers, years, strict=True):
        value, place = _read.trimmed(number)
        inner = _read.inner(year, r"[0-9]{4}")
        if inner is None:
            raise ValueError(f"no year in {year.text!r}")
        parts = {**shared, "kind": Part(kind, _read.trimmed(lead)[1]), "number": Part(int(value), place), "year": inner}
        span = Span(0, len(text)) if len(numbers) == 1 else Span(place.start, year.start + len(year.text))
        id_ = f"PACE {kind} {int(value)} ({inner.value})"
        out.append(Reference(NAME, id_, span, text[span.start : span.end], parts, _read.pinpoint(node), (), id_))
    return out
