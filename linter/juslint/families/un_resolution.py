"""Resolutions, decisions and presidential statements of United Nations bodies, as symbols and in words.

Parts: `organ` (str, the stem of the body's resolution symbols), `kind` (`resolution`, `decision`, `statement`), `number`
(int), `year` (int, of the Security Council's and the Economic and Social Council's numbers), `session` (str: `60`,
`XXI`, `S-17`), `letter` (str), `date` (Date). A number whose body the text leaves open has no id.

Source: United Nations Editorial Manual, "System of identification"; research.un.org/en/docs/ga/resolutions.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from juslint.document import Span
from juslint.families import _organs, _read, _settle
from juslint.reference import Malformed, Part, Reference

if TYPE_CHECKING:
    from juslint.document import Document
    from juslint.parsing.tree import Node, Tok

NAME = "un-resolution"
ORDER = 10

_KINDS = {"res": "resolution", "dec": "decision", "pre": "statement", "prs": "statement"}


def read(node: Node, text: str) -> list[Reference]:
    """References of one parsed stretch, one a member of a list."""
    body = node.children[0]
    if body.name == "symbol":  # type: ignore[union-attr]
        return _symbol(body, text)  # type: ignore[arg-type]
    if body.name == "bare":  # type: ignore[union-attr]
        return _finish(_numbers(body), body, text, {}, None)  # type: ignore[arg-type]
    return _phrase(body, text)  # type: ignore[arg-type]


def canonical(id: str) -> str:  # noqa: A002 - DESIGN calls it id
    """The id is the symbol."""
    return id


def links(id: str) -> list[str]:  # noqa: A002
    """The text's page at the United Nations' own symbol resolver."""
    return [f"https://docs.un.org/en/{quote(id, safe='/().-')}"]


def settle(references: list[Reference], document: Document) -> list[Reference]:
    """Give bare numbers their body, and leave out those that the words around them do not make a reference."""
    return _settle.settle(references, document)


def _symbol(node: Node, text: str) -> list[Reference]:
    head: Tok = node.children[0]  # type: ignore[assignment]
    stem = re.sub(r"\s", "", head.text)
    if head.type == "STATEMENT":
        year, number = (int(part) for part in stem.split("/")[2:])
        parts = {
            "organ": Part("S", Span(0, 1)),
            "kind": Part("statement", Span(2, 6)),
            "year": _read.inner(head, r"/\s*([0-9]{4})/"),
            "number": _read.inner(head, r"([0-9]+)$"),
        }
        kept = {name: part for name, part in parts.items() if part}
        id_ = f"S/PRST/{year}/{number}"
        return [Reference(NAME, id_, Span(0, len(text)), text, kept, _read.pinpoint(node), (), id_)]
    organ, kind = stem.strip("/").rsplit("/", 1)
    shared = {
        "organ": Part(organ, Span(head.start, head.start + len(organ))),
        "kind": Part(_KINDS[kind[:3].lower()], Span(head.start, head.start + len(head.text))),
    }
    members = _numbers(node)
    return _finish(members, node, text, shared, 0)


def _phrase(node: Node, text: str) -> list[Reference]:
    lead = next(token for token in node.tokens() if token.type == "LEAD")
    organ = _organs.named(lead.text)
    word = re.search(r"(?i)\b(res|dec|pres)[a-z. ]*", lead.text)
    plain, place = _read.trimmed(lead)
    shared = {"kind": Part(_KINDS[word[1].lower()[:3]] if word else "resolution", place)}
    if organ:
        shared["organ"] = Part(organ, place)
    members = _numbers(node)
    before = next((token for token in node.tokens() if token.type == "PINPOINT_OF"), None)
    made = _finish(members, node, text, shared, lead.start if len(members) == 1 else None)
    if before and made and made[0].pinpoint is None:
        pin = re.sub(r"\s+(?:of|to|in)(?:\s+\S+)?\s*$", "", before.text)
        made[0] = replace(made[0], pinpoint=Part(_read.one_line(pin), Span(before.start, before.start + len(pin))))
    if re.search(r"(?i)(?:resolutions|decisions|statements)\b", plain):
        made = [replace(each, parts={**each.parts, "list": Part("list", place)}) for each in made]
    return made


def _numbers(node: Node) -> list[dict[str, Part | Malformed | Span]]:
    """The members of a phrase in order, each a table of its parts; `flaw` and `place` beside them."""
    out: list[dict[str, Part | Malformed | Span]] = []
    children = node.children if node.name in {"phrase", "symbol"} else (node,)
    for child in children:
        name = getattr(child, "name", "")
        if name in {"number", "bare", "yearless", "bracket_year", "arabic_session", "dashed"}:
            out.extend(_member(child))  # type: ignore[arg-type]
        elif name == "date" and out:
            date = _read.date(next(child.tokens()))  # type: ignore[union-attr]
            if date:
                out[-1]["date"] = date
        elif name == "pinpoint" and out:
            out[-1]["pinpoint"] = _read.pinpoint_of(child)  # type: ignore[arg-type]
    if node.name == "symbol" and not out:
        out.extend(_member(node))
    return out


def _member(node: Node) -> list[dict[str, Part | Malformed | Span]]:
    member: dict[str, Part | Malformed | Span] = {}
    letters: list[Part] = []
    start, end = -1, -1
    for token in node.tokens():
        if token.type in {"LEAD", "SC_HEAD", "NUMBERED_HEAD", "PIN_FIRST", "PIN_NEXT", "_SEP"}:
            continue
        text, place = _read.trimmed(token)
        start = place.start if start < 0 else start
        match token.type:
            case "INT":
                member["number"] = Part(int(text), place)
            case "YEAR_PAREN" | "BRACKET_YEAR" | "SLASH_YEAR":
                member["year"] = _read.inner(token, r"[0-9]{4}") or Part("", place)
            case "ROMAN_PAREN" | "ARABIC_PAREN":
                member["session"] = Part(re.sub(r"[()\s]", "", text), place)
            case "SLASHED" | "BARE_SLASHED" | "DASHED_NUMBER":
                _slashed(token, member)
            case "LETTER" | "NEXT_LETTER":
                letters.append(Part(text[-1], Span(place.end - 1, place.end)))
            case "OF_DATE":
                date = _read.date(token)
                if date:
                    member["date"] = date
                    end = place.end
                continue
        end = place.end
    flaw = _flaw(node, member, Span(start, end))
    if flaw:
        member["flaw"] = flaw
    member["place"] = Span(start, end)
    if not letters:
        return [member]
    later = [{**member, "letter": letter, "place": letter.span} for letter in letters[1:]]
    first_end = letters[0].span.end if later and "session" in member and "(" not in str(member["session"]) else end
    first = {**member, "letter": letters[0], "place": Span(start, first_end if later else end)}
    if later:
        first["place"] = Span(start, letters[0].span.end)
    return [first, *later]


def _slashed(token: Tok, member: dict[str, Part | Malformed | Span]) -> None:
    found = re.match(r"[\s,;]*((?:E?S-)?[0-9]+)\s*[/-]\s*([0-9]+)", token.text)
    if found is None:
        raise ValueError(f"not a session and number: {token.text!r}")
    first, second = found[1], found[2]
    one = Span(token.start + found.start(1), token.start + found.end(1))
    two = Span(token.start + found.start(2), token.start + found.end(2))
    if first.isdigit() and 1946 <= int(second) <= 2099 and len(second) == 4:  # 822/1993: a number and its year
        member["number"], member["year"] = Part(int(first), one), Part(int(second), two)
        member["slash_year"] = Span(one.end, two.end)
        return
    year = first.isdigit() and len(first) == 4
    member["year" if year else "session"] = Part(int(first) if year else first, one)
    member["number"] = Part(int(second), two)
    member["slashed"] = Span(one.start, two.end)


def _flaw(node: Node, member: dict[str, Part | Malformed | Span], place: Span) -> Malformed | None:
    year, number = member.get("year"), member.get("number")
    if isinstance(year, Part) and isinstance(number, Part):
        for token in node.tokens():
            if token.type in {"BRACKET_YEAR", "SLASH_YEAR"}:
                return Malformed("resolution-year", Span(number.span.end, token.start + len(token.text)), f" ({year.value})")
        gap = member.get("slash_year")
        if isinstance(gap, Span):
            return Malformed("resolution-year", gap, f" ({year.value})")
    if node.name == "arabic_session":
        return Malformed("arabic-session", place, None)
    if node.name == "dashed":
        dash = next(node.tokens())
        at = dash.start + dash.text.index("-")
        return Malformed("dash-for-slash", Span(at, at + 1), "/")
    return None


def _finish(
    members: list[dict[str, Part | Malformed | Span]],
    node: Node,
    text: str,
    shared: dict[str, Part],
    start: int | None,
) -> list[Reference]:
    out = []
    for member in members:
        place, flaw, pin = member["place"], member.get("flaw"), member.get("pinpoint")
        if not isinstance(place, Span):
            raise TypeError("a member has no place")
        parts = {
            **shared,
            **{
                name: part
                for name, part in member.items()
                if isinstance(part, Part) and name in {"number", "year", "session", "letter", "date"}
            },
        }
        pinpoint = pin if isinstance(pin, Part) else None
        if pinpoint is None and len(members) == 1:
            pinpoint = _read.pinpoint(node)
        end = place.end
        date = parts.get("date")
        if date and date.span.start >= place.end:
            end = date.span.end
        if pinpoint and pinpoint.span.start >= end:
            end = pinpoint.span.end
        span = Span(place.start if start is None else start, end)
        flaws = (flaw,) if isinstance(flaw, Malformed) else ()
        organ, kind = parts.get("organ"), parts.get("kind")
        name = None
        if organ and kind and node.name == "symbol":
            name = _settle.name(str(organ.value), str(kind.value), parts)
        out.append(Reference(NAME, name, span, text[span.start : span.end], parts, pinpoint, flaws, name))
    return out
