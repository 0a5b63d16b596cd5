"""Acts of the European Union and their place in its Official Journal: from what a text says to id, year and addresses.

`Council Directive 2000/43/EC`, `directive 2000/43/CE`, `Regulation (EC) No. 883/2004` → `Directive 2000/43/EC`,
`Regulation (EC) No 883/2004`. The institution is no part of the id, and the language makes none either.

Source: EUR-Lex on CELEX numbers and on the European Legislation Identifier; Interinstitutional Style Guide.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.document import Span
from juslint.reference import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from juslint.parsing.tree import Tok

SPOKEN_OF = re.compile(
    r"European\s+(?:Union|Communit|Economic)|\b(?:EU|EEC|EC|UE|CEE)\b|Union\s+européenne|Communautés?\s+européenne"
)
_KINDS = {
    "directive": "Directive", "regulation": "Regulation", "decision": "Decision", "règlement": "Regulation",
    "décision": "Decision", "décision-cadre": "Framework Decision", "joint action": "Joint Action",
    "common position": "Common Position", "position commune": "Common Position", "action commune": "Joint Action",
}  # fmt: skip
_QUALIFIED = ("Framework", "Implementing", "Delegated")
_FRENCH_QUALIFIED = {"d'exécution": "Implementing", "d’exécution": "Implementing", "délégué": "Delegated"}
_ENGLISH = {"CE": "EC", "UE": "EU", "CEE": "EEC", "JAI": "JHA", "PESC": "CFSP", "EURATOM": "Euratom"}
_KIND = re.compile(
    r"(?P<kind>directive|regulation|decision|règlement|décision-cadre|décision|joint action|common position"
    r"|positions? commune|actions? commune)s?(?P<after>\s+(?:d['’]exécution|déléguée?))?\s",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?:\((?P<basis>[A-Za-z, ]+)\)\s*)?(?:n\S*?\s*)?(?P<number>[0-9]+/[0-9]+)(?:/(?P<tail>[A-Za-z]+))?$", re.IGNORECASE
)
_SERIAL_SINCE = 2015  # from this year all acts are numbered in one series, the year first, with no sign
_CENTURY = 50


class Act(NamedTuple):
    """One act that a token names: id, number and its place; `bare` where nothing beside it says it is the Union's."""

    id: str
    number: Part
    bare: bool


def acts(tokens: Iterable[Tok]) -> Iterator[Act]:
    """The acts of a list. What the first says of its kind, and of its basis, holds for those that follow."""
    kind = basis = tail = ""
    for token in tokens:
        text = " ".join(token.text.split())
        named = _KIND.search(f"{text} ")
        if named:
            kind = _kind(text, named)
            basis = tail = ""
        found = _NUMBER.search(text)
        place = re.search(r"[0-9]+/[0-9]+", token.text)
        if found is None or place is None:
            return
        if found["basis"] or found["tail"]:
            basis = ", ".join(_ENGLISH.get(one, one) for one in re.split(r",\s*", found["basis"] or ""))
            tail = _ENGLISH.get((found["tail"] or "").upper(), found["tail"] or "")
        number = Part(found["number"], Span(token.start + place.start(), token.start + place.end()))
        yield Act(_named(kind, basis, found["number"], tail), number, not basis and not tail)


def _kind(text: str, named: re.Match[str]) -> str:
    word = re.sub(r"^(positions?|actions?) commune", lambda one: f"{one[1].rstrip('s')} commune", named["kind"].lower())
    kind = _KINDS[word]
    before = text[: named.start()].title()
    qualified = next((one for one in _QUALIFIED if one in before and not kind.startswith(one)), None)
    after = (named["after"] or "").strip().removesuffix("e") if named["after"] else ""
    return f"{qualified or _FRENCH_QUALIFIED.get(after, '')} {kind}".strip()


def _named(kind: str, basis: str, number: str, tail: str) -> str:
    if tail:
        return f"{kind} {number}/{tail}"
    first = int(number.partition("/")[0])
    if not basis:
        return f"{kind} No {number}" if kind == "Regulation" else f"{kind} {number}"
    plain = _SERIAL_SINCE <= first <= 2099 or kind.endswith(("Directive", "Decision"))
    return f"{kind} ({basis}) {'' if plain else 'No '}{number}"


class Numbered(NamedTuple):
    """What an act's number says: its CELEX letter, its year and its number in that year."""

    letter: str
    kind: str
    year: int
    serial: int


_ID = re.compile(
    r"(?P<kind>(?:(?:Framework|Implementing|Delegated) )?"
    r"(?:Directive|Regulation|Decision|Joint Action|Common Position)) "
    r"(?:\([^)]+\) )?(?P<sign>No )?(?P<first>[0-9]+)/(?P<second>[0-9]+)(?:/[A-Za-z]+)?"
)
_LETTERS = {"Directive": "L", "Regulation": "R", "Decision": "D", "Action": "E", "Position": "E"}


def numbered(id_: str) -> Numbered | None:
    """The year and number of an act, from its id; None where it is no act, or the two cannot be told apart."""
    found = _ID.fullmatch(id_)
    if found is None:
        return None
    first, second = found["first"], found["second"]
    year_first = not found["sign"] and not (found["kind"].endswith("Regulation") and int(first) < _SERIAL_SINCE)
    if year_first and len(first) not in (2, 4):
        year_first = False
    year, serial = (first, second) if year_first else (second, first)
    if len(year) not in (2, 4):
        return None
    full = int(year) + (0 if len(year) == 4 else 1900 if int(year) >= _CENTURY else 2000)
    letter = "F" if found["kind"].startswith("Framework") else _LETTERS[found["kind"].rpartition(" ")[2]]
    return Numbered(letter, found["kind"], full, int(serial))


def addresses(id_: str) -> list[str]:
    """EUR-Lex's pages of an act or a CELEX number: by its identifier where that is one of the plain kinds, by CELEX."""
    celex = id_ if re.fullmatch(r"[356](?:19|20)[0-9]{2}[A-Z].*", id_) else None
    act = numbered(id_)
    out = []
    if act is not None:
        celex = f"3{act.year}{act.letter}{act.serial:04d}"
        short = {"Directive": "dir", "Regulation": "reg"}.get(act.kind)
        if short:
            out.append(f"https://eur-lex.europa.eu/eli/{short}/{act.year}/{act.serial}/oj")
    if celex:
        out.append(f"https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:{celex}")
    return out


_JOURNAL = re.compile(
    r"^(?:\[?(?P<first>(?:19|20)[0-9]{2})\]?\s)?.*?\s(?:(?P<second>(?:19|20)[0-9]{2})(?:,?\s|/))?"
    r"(?:n\S*\s?)?(?P<letter>[LC]),?\s?(?:n\S*\s?)?"
    r"(?P<number>(?:19|20)[0-9]{2}/[0-9]+|[0-9]{1,3}[A-Z]?)(?P<rest>.*)$",
    re.IGNORECASE,
)


def journal(token: Tok, parts: dict[str, Part]) -> str | None:
    """A place in the Official Journal, with the year where the text gives it."""
    found = _JOURNAL.match(" ".join(token.text.split()))
    if found is None:
        return None
    rest = found["rest"]
    dated = re.search(r"(?:19|20)[0-9]{2}", re.sub(r"pp?\..*$", "", rest))
    year = found["first"] or found["second"] or (dated[0] if dated else None)
    page = re.search(r"(?:pp?\.\s?|^/)([0-9]+)", rest)
    parts["series"] = Part(f"OJ {found['letter']}", Span(token.start, token.start + len(token.text)))
    if re.search(r"(?:19|20)[0-9]{2}/[LC]\s", token.text) and page:
        return f"OJ {year}/{found['letter']} {found['number']}/{page[1]}"
    new = "/" in found["number"]
    when, where = f"{year} " if year and not new else "", f", p. {page[1]}" if page else ""
    return f"OJ {when}{found['letter']} {found['number']}{where}"
