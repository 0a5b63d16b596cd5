"""Resolutions, decisions and presidential statements of United Nations bodies, as symbols and in words.

Parts: `organ` (str, the stem of the body's resolution symbols), `kind` (`resolution`, `decision`, `statement`),
`number` (int), `year` (int, of the Security Council's and the Economic and Social Council's numbers), `session` (str:
`60`, `XXI`, `S-17`), `letter` (str), `code` (str: `CP` of 1/CP.21), `date` (Date), `list` (the words that open a
list, where it is a member of one).
A number whose body the text leaves open has no id.

Source: United Nations Editorial Manual, "System of identification"; research.un.org/en/docs/ga/resolutions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from juslint.document import Span
from juslint.families import _numbering, _organs, _parliamentary, _read, _settle
from juslint.families._shelf import Shelf
from juslint.parsing.tree import Node
from juslint.reference import Malformed, Part, Reference

if TYPE_CHECKING:
    from juslint.document import Document
    from juslint.knowledge import Knowledge
    from juslint.parsing.tree import Tok

NAME = "un-resolution"
ORDER = 10
SHELF = Shelf(
    "United Nations",
    10,
    type="document",
    bodies=("Security Council", "General Assembly", "Human Rights Council", "Economic and Social Council"),
    by_series=True,
)

_KINDS = {
    "res": "resolution", "rés": "resolution", "рез": "resolution", "dec": "decision", "déc": "decision",
    "реш": "decision", "pre": "statement", "prs": "statement",
}  # fmt: skip
_KIND = re.compile(r"(?:\b|(?<=\s))(res|rés|рез|dec|déc|реш|pres)[\w’'. ]*", re.IGNORECASE)
_HUNDRED = 100  # smaller numbers are as soon of members, of days or of pages
_SEVERAL = re.compile(
    r"(?:r[eé]solutions|resoluciones|d[eé]cisions|decisiones|statements|резолюци(?:и|ях|ям|ями)|решения)\b",
    re.IGNORECASE,
)
_RUNNING = re.compile(r"(A/RES/([0-9]+)(?: [A-Z])?) \(([^)]+)\)")
_LAST_ECONOMIC = 2200  # the running numbers of the Economic and Social Council ended below
_MEMBERS = {"number", "yearless", "bracket_year", "arabic_session", "dashed"}


@dataclass(slots=True)
class _Member:
    """One number of a list while it is read."""

    parts: dict[str, Part] = field(default_factory=dict)
    start: int = -1
    end: int = -1
    flaw: Malformed | None = None
    pinpoint: Part | None = None
    followed: bool = False  # by a further letter of the same number, to which a date behind belongs too


def read(node: Node, text: str) -> list[Reference]:
    """References of one parsed stretch, one a member of a list."""
    body = next(child for child in node.children if isinstance(child, Node))
    if body.name == "symbol":
        return _symbol(body, text)
    return _phrase(body, text) if body.name == "phrase" else _references(_member(body), text, {}, None, named=False)


def canonical(id: str) -> str:  # noqa: A002 - DESIGN calls it id
    """The id is the symbol."""
    return id


def links(id: str) -> list[str]:  # noqa: A002
    """The text's page at the United Nations' own symbol resolver."""
    return [f"https://docs.un.org/en/{quote(id, safe='/().-')}"]


def settle(references: list[Reference], document: Document) -> list[Reference]:
    """Give bare numbers their body, and leave out those that the words around them do not make a reference."""
    return _settle.settle(references, document)


def identify(reference: Reference, knowledge: Knowledge, text: str) -> Reference | None:
    """What the knowledge base knows of a number: the year of `resolution 822`, and `48/180` behind `48/18O`."""
    assembly = _parliamentary.meant(reference, knowledge, text)
    if assembly is not None:
        return assembly
    parts, number = reference.parts, reference.number_of("number")
    if reference.id is None and number and reference.text_of("organ") == "S" and "session" not in parts:
        year = knowledge.security_council_year(number) if reference.text_of("kind") == "resolution" else None
        return replace(reference, id=f"S/RES/{number} ({year})") if year else reference
    if meant := _of_its_session(reference, knowledge):
        return meant
    letter = parts.get("letter")
    if reference.id is None or letter is None or letter.value != "O" or letter.span.start != parts["number"].span.end:
        return None
    zero = f"{reference.id.removesuffix(' O')}0"
    if knowledge.resolve(zero).entry is None or knowledge.resolve(reference.id).entry is not None:
        return None
    flaws = (*reference.flaws, Malformed("look-alike-letter", letter.span, "0"))
    return replace(reference, id=zero, canonical=zero, flaws=flaws)


def _of_its_session(reference: Reference, knowledge: Knowledge) -> Reference | None:
    """`2321 (XXIII)` of the General Assembly by its own session, XXII, unless a date speaks for another number."""
    found = _RUNNING.fullmatch(reference.id or "")
    if found is None or (reference.parts["organ"].span == reference.span and int(found[2]) <= _LAST_ECONOMIC):
        return None
    session = knowledge.assembly_session_named(int(found[2]))
    meant = f"{found[1]} ({session})"
    entry, date = knowledge.resolve(meant).entry, reference.date_of()
    if session in {None, found[3]} or (date is not None and not (entry and date in entry.dates())):
        return None
    return replace(reference, id=meant, canonical=meant)


def _symbol(node: Node, text: str) -> list[Reference]:
    head = next(node.tokens())
    stem = re.sub(r"\s", "", head.text)
    organ, kind = stem.removesuffix("/").rsplit("/", 1) if head.type != "STATEMENT" else ("S", "PRST")
    shared = {
        "organ": Part(organ, Span(head.start, head.start + len(organ))),
        "kind": Part(_KINDS[kind[:3].lower()], Span(head.start, head.start + len(head.text))),
    }
    if head.type == "STATEMENT":
        year, number = _read.inner(head, r"([0-9]{4})/"), _read.inner(head, r"([0-9]+)$")
        parts = shared | {key: part for key, part in (("year", year), ("number", number)) if part}
        return [Reference(NAME, stem, Span(0, len(text)), text, parts, _read.pinpoint(node), (), stem)]
    inner = next((child for child in node.children if isinstance(child, Node) and child.name in _MEMBERS), node)
    members = _member(inner)
    members[-1].pinpoint = _read.pinpoint(node)
    if not kind.isupper():
        place = Span(head.start + len(organ) + 1, head.start + len(organ) + 1 + len(kind))
        members[0].flaw = members[0].flaw or Malformed("letter-case", place, kind.upper())
    return _references(members, text, shared, 0, named=True)


def _phrase(node: Node, text: str) -> list[Reference]:
    lead = next(token for token in node.tokens() if token.type == "LEAD")
    words, place = _read.trimmed(lead)
    kind, organ, opens_list = _said(lead.text)
    shared = {"kind": Part(kind, place)}
    if organ:
        shared["organ"] = Part(organ, place)
    if opens_list:
        shared["list"] = Part(_read.one_line(words), place)
    members = _kept(_members(node), several=opens_list and organ is not None and _organs.stems(organ) == ("S",))
    made = _references(members, text, shared, lead.start if len(members) == 1 else None, named=False)
    before = next((token for token in node.tokens() if token.type == "PINPOINT_OF"), None)
    if before and made[0].pinpoint is None:
        pin = re.sub(r",?\s+(?:of|to|in)(?:\s+\S+)?\s*$", "", before.text)
        pinpoint = Part(_read.one_line(pin), Span(before.start, before.start + len(pin)))
        made[0] = replace(made[0], pinpoint=pinpoint)
    return made


def _kept(members: list[_Member], *, several: bool) -> list[_Member]:
    """The members without numbers that are none of the list: "resolution 822 (1993), 15 members".

    A number without year or session is a member behind others of its kind alone, and of `several` of the Security
    Council: "Security Council resolutions 822, 853, 874 and 884".
    """
    bare = [_numbering.form(member.parts) == "yearless" for member in members]
    if several and all(bare) and all(int(str(member.parts["number"].value)) >= _HUNDRED for member in members):
        return members
    return [member for at, member in enumerate(members) if at == 0 or not bare[at]]


@lru_cache(maxsize=4096)
def _said(lead: str) -> tuple[str, str | None, bool]:
    """Kind and body that the words in front of a number name, and whether they open a list; few words recur always."""
    word = _KIND.search(lead)
    kind = _KINDS[word[1].lower()[:3]] if word else "resolution"
    organ = (word and _organs.named(lead[: word.start()])) or _organs.named(lead)
    return kind, organ, _SEVERAL.search(lead) is not None


def _members(phrase: Node) -> list[_Member]:
    out: list[_Member] = []
    for child in phrase.children:
        if not isinstance(child, Node):
            continue
        if child.name in _MEMBERS:
            out.extend(_member(child))
        elif child.name == "date":
            _date(next(child.tokens()), out[-1])
        elif child.name == "pinpoint":
            out[-1].pinpoint = _read.pinpoint_of(child)
    return out


def _date(token: Tok, member: _Member) -> None:
    date = _read.date(token)
    if date:
        member.parts["date"] = date


def _member(node: Node) -> list[_Member]:
    """The members that one number makes: `55/5 B and C` makes two."""
    member = _Member()
    letters: list[Part] = []
    for token in node.tokens():
        text, place = _read.trimmed(token)
        if token.type == "OF_DATE":
            _date(token, member)
            continue
        if token.type in {"SC_HEAD", "NUMBERED_HEAD", "PIN_FIRST", "PIN_NEXT"}:
            continue
        if token.type in {"LETTER", "NEXT_LETTER", "BEHIND"}:
            letters.append(Part(text[-1], Span(place.end - 1, place.end)))
            if token.type == "BEHIND":
                wrong = Span(member.parts["number"].span.end, place.end)
                member.flaw = Malformed("letter-behind", wrong, f" {text[-1]} ({member.parts['session'].value})")
        else:
            member.flaw = _number(token, text, place, member.parts)
        member.start = place.start if member.start < 0 else member.start
        member.end = place.end
    if member.flaw and member.flaw.kind == "arabic-session":
        member.flaw = Malformed("arabic-session", Span(member.start, member.end), None)
    if not letters:
        return [member]
    out = []
    for index, letter in enumerate(letters):
        parts, last = {**member.parts, "letter": letter}, index == len(letters) - 1
        start = letter.span.start if index else member.start
        end = member.end if len(letters) == 1 else letter.span.end
        out.append(replace(member, parts=parts, start=start, end=end, followed=not last))
    return out


def _number(token: Tok, text: str, place: Span, parts: dict[str, Part]) -> Malformed | None:
    """What a token of a number adds to its parts; the flaw that it has."""
    if token.type == "INT":
        parts["number"] = Part(int(text), place)
        return None
    if token.type == "CODED":
        parts |= _coded(token)
        return None
    if token.type in {"SLASHED", "BARE_SLASHED", "ROMAN_SLASHED", "DASHED_NUMBER"}:
        return _slashed(token, parts)
    return _bracket(token, text, place, parts)


def _bracket(token: Tok, text: str, place: Span, parts: dict[str, Part]) -> Malformed | None:
    """What stands behind a number in brackets or behind a slash: a year, a Roman session, or a damaged one."""
    if token.type in {"ROMAN_PAREN", "ARABIC_PAREN"}:
        parts["session"] = Part(text.strip("()"), place)
        return Malformed("arabic-session", place, None) if token.type == "ARABIC_PAREN" else None
    year = _read.inner(token, r"[0-9]{4}")
    if year is None:
        raise ValueError(f"no year in {token.text!r}")
    parts["year"] = year
    wrong = Span(parts["number"].span.end, token.start + len(token.text))
    return None if token.type == "YEAR_PAREN" else Malformed("resolution-year", wrong, f" ({year.value})")


def _coded(token: Tok) -> dict[str, Part]:
    """Number, conference and session of `1/CP.21`."""
    patterns = {"number": r"([0-9]+)/", "code": r"/([A-Z]+)", "session": r"\.([0-9]+)$"}
    found = ((key, _read.inner(token, pattern)) for key, pattern in patterns.items())
    return {key: part for key, part in found if part is not None}


def _slashed(token: Tok, parts: dict[str, Part]) -> Malformed | None:
    """A session and a number, or the damaged `822/1993` and `44-25`."""
    found = re.match(r"[\s,;]*((?:E?S-)?[0-9]+|(?:SS\.)?[IVXLC]+)\s*([/-])\s*([0-9]+)", token.text)
    if found is None:
        raise ValueError(f"not a session and number: {token.text!r}")
    first, mark, second = (
        Part(found[group], Span(token.start + found.start(group), token.start + found.end(group)))
        for group in (1, 2, 3)
    )
    if found[1].isdigit() and len(found[3]) == 4 and 1946 <= int(found[3]) <= 2099:
        parts["number"], parts["year"] = Part(int(found[1]), first.span), Part(int(found[3]), second.span)
        return Malformed("resolution-year", Span(first.span.end, second.span.end), f" ({found[3]})")
    year = found[1].isdigit() and len(found[1]) == 4
    parts["year" if year else "session"] = Part(int(found[1]), first.span) if year else first
    parts["number"] = Part(int(found[3]), second.span)
    return Malformed("dash-for-slash", mark.span, "/") if mark.value == "-" else None


def _references(
    members: list[_Member], text: str, shared: dict[str, Part], start: int | None, *, named: bool
) -> list[Reference]:
    """References of members. `start`: where the only one begins, if not at its number; `named`: a symbol names it."""
    out = []
    for member in members:
        parts = {**shared, **member.parts}
        ends = [part.span.end for part in (parts.get("date"), member.pinpoint) if part and part.span.end > member.end]
        end = member.end if member.followed else max([member.end, *ends])
        end += text.startswith(")", end)  # of a date in brackets
        span = Span(member.start if start is None else start, end)
        id_ = _numbering.name(str(parts["organ"].value), str(parts["kind"].value), parts) if named else None
        flaws = (member.flaw,) if member.flaw else ()
        out.append(Reference(NAME, id_, span, text[span.start : span.end], parts, member.pinpoint, flaws, id_))
    return out
