"""Numbered texts of other organizations: OIC resolutions and communiqués, CSCE communications, OSCE decisions, acts of
the European Union and their place in its Official Journal, African Union, World Health Assembly, IAEA, UNESCO.

Parts: `series` (str), `number` (str), `date` (Date), `subject` (str), `place` (str). An act of the Union has the id
`Directive 2000/43/EC`, `Regulation (EU) 2016/679`, `Regulation (EC) No 883/2004`, in whichever language it is named and
without the institution; a place in the Official Journal `OJ 2016 L 119, p. 1`.

Source: documents of the organizations as cited in United Nations letters; EUR-Lex.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.families import _echr_dates, _read, _union_acts
from juslint.families._shelf import Shelf
from juslint.reference import Malformed, Part, Reference
from juslint.structure.ordinals import ordinal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from juslint.document import Document
    from juslint.parsing.tree import Node, Tok

NAME = "other"
ORDER = 36
RARE = True
SHELF = Shelf("Other organizations and laws", 55, type="document")


def read(node: Node, text: str) -> list[Reference]:
    """One reference."""
    tokens = {token.type: token for token in node.tokens()}
    parts = _surroundings(tokens)
    if "UNION_ACT" in tokens or "UNION_SHORT" in tokens:
        return _acts(node, parts, text)
    id_ = next((read_one(tokens[kind], parts) for kind, read_one in _READERS.items() if kind in tokens), None)
    if id_ is None:
        return []
    if "COMMUNICATION" in tokens and "CSCE_LEAD" not in tokens:
        parts["unnamed"] = parts["number"]
    flaws = tuple(_long_years(tokens["OSCE"])) if "OSCE" in tokens else ()
    return [Reference(NAME, id_, Span(0, len(text)), text, parts, _read.pinpoint(node), flaws, None)]


def _acts(node: Node, shared: dict[str, Part], text: str) -> list[Reference]:
    """The acts of a list; a single one with the words around its number."""
    found = list(_union_acts.acts([token for token in node.tokens() if token.type.startswith("UNION_")]))
    out = []
    for act in found:
        parts = {"number": act.number, **shared} | ({"bare": act.number} if act.bare else {})
        span = Span(0, len(text))
        if found[1:]:
            tail = _TAIL.match(text, act.number.span.end)
            span = Span(0 if act is found[0] else act.number.span.start, tail.end() if tail else act.number.span.end)
        out.append(Reference(NAME, act.id, span, text[slice(*span)], parts, _read.pinpoint(node)))
    return out


_TAIL = re.compile(r"(?:/[A-Za-z]+)?")


def _surroundings(tokens: dict[str, Tok]) -> dict[str, Part]:
    """Date, subject and place, as far as they are given."""
    parts: dict[str, Part] = {}
    for kind in ("DATE_NEXT", "ACT_DATE"):
        date = _read.date(tokens[kind]) or _echr_dates.date(tokens[kind]) if kind in tokens else None
        if date:
            parts["date"] = date
    for kind, key, lead in (("SUBJECT", "subject", r"^\s*on\s+"), ("PLACE", "place", r"^,\s*")):
        if kind in tokens:
            value, place = _read.trimmed(tokens[kind])
            skip = len(value) - len(re.sub(lead, "", value))
            parts[key] = Part(_read.one_line(value[skip:]), Span(place.start + skip, place.end))
    return parts


def _resolution(token: Tok, parts: dict[str, Part]) -> str | None:
    number = _read.inner(token, r"[0-9]+/[0-9]+.*$")
    if number is None:
        return None
    written = re.sub(r"[\u2010-\u2013]", "-", str(number.value))
    parts["number"] = Part(written, number.span)
    return f"OIC {written}"


def _communique(token: Tok, parts: dict[str, Part]) -> str | None:
    found = re.search(r"the\s+([a-z0-9-]+)\s+.*?(Islamic\s+Summit|Foreign\s+Ministers)", token.text, re.DOTALL)
    session = ordinal(found[1]) if found else None
    if found is None or session is None:
        return None
    parts["session"] = Part(session, Span(token.start + found.start(1), token.start + found.end(1)))
    body = "Islamic Summit" if "Summit" in found[2] else "Council of Foreign Ministers"
    return f"OIC final communiqué {body} {session}"


def _communication(token: Tok, parts: dict[str, Part]) -> str | None:
    number = _read.inner(token, r"[0-9]+$")
    if number is None:
        return None
    parts["number"] = Part(str(number.value), number.span)
    return f"CSCE Communication No. {number.value}"


def _decision(token: Tok, _: dict[str, Part]) -> str:
    return _two_digits(token.text)


def _long_years(token: Tok) -> Iterator[Malformed]:
    for found in re.finditer(r"/((?:19|20)[0-9]{2})(?=$|/)", token.text):
        yield Malformed("year-digits", Span(token.start + found.start(1), token.start + found.end(1)), found[1][2:])


def _two_digits(number: str) -> str:
    """`MC.DEC/3/2003` as the OSCE writes it: `MC.DEC/3/03`."""
    return re.sub(r"/(?:19|20)([0-9]{2})(?=$|/)", r"/\1", number)


def _celex(token: Tok, parts: dict[str, Part]) -> str | None:
    found = _read.inner(token, r"[356](?:19|20)[0-9]{2}\S+$")
    if found is None:
        return None
    parts["number"] = found
    return str(found.value)


def _plain(token: Tok, parts: dict[str, Part]) -> str:
    """A number that is its own name, without spaces: `WHA73.1`, `Assembly/AU/Dec.416(XIX)`."""
    number = re.sub(r"\s", "", token.text)
    parts["number"] = Part(number, Span(token.start, token.start + len(token.text)))
    return number


def _unesco(token: Tok, parts: dict[str, Part]) -> str:
    found = re.fullmatch(r"([0-9]+)\s?(C|EX)/(Res|Dec)[a-z.]*\s?([0-9]+)", token.text)
    if found is None:
        raise ValueError(f"not a UNESCO number: {token.text!r}")
    kind = "Resolution" if found[3] == "Res" else "Decision"
    parts["number"] = Part(f"{found[1]} {found[2]}/{kind} {found[4]}", Span(token.start, token.start + len(token.text)))
    return str(parts["number"].value)


_READERS: dict[str, Callable[[Tok, dict[str, Part]], str | None]] = {
    "OIC_NUMBER": _resolution,
    "COMMUNIQUE": _communique,
    "COMMUNICATION": _communication,
    "OSCE": _decision,
    "CELEX": _celex,
    "JOURNAL": _union_acts.journal,
    "AFRICAN": _plain,
    "HEALTH": _plain,
    "ATOMIC": _plain,
    "UNESCO": _unesco,
}


def settle(references: list[Reference], document: Document) -> list[Reference]:
    """Only what is surely of these bodies; and acts of the Union that are named for short, under their full names.

    A "Communication No. 5" is the Conference's only where the Conference is named; treaty bodies have them too.
    A "Regulation No 1612/68" is the Union's in a text that speaks of it; States number regulations likewise.
    """
    mine = [reference for reference in references if reference.family == NAME]
    if not any({"unnamed", "bare"} & reference.parts.keys() for reference in mine):
        return references
    full = {_short(one.id): one.id for one in mine if one.id is not None and "bare" not in one.parts}
    union = any("bare" in one.parts for one in mine) and _union_acts.SPOKEN_OF.search(document.text) is not None
    out = []
    for reference in references:
        if reference.family == NAME and "bare" in reference.parts:
            known = full.get(_short(reference.id))
            old = reference.text.count("Regulation") and _OLD.search(reference.id or "")
            if known:
                out.append(replace(reference, id=known))
            elif union and old:
                out.append(reference)
        elif reference.family != NAME or "unnamed" not in reference.parts or _conference_named(reference, document):
            out.append(reference)
    return out


_OLD = re.compile(r"No [0-9]+/(?:5[89]|[6-9][0-9])$")


def _short(id_: str | None) -> tuple[str, str]:
    """What an act's id and a short form of it have in common: kind and number."""
    found = re.fullmatch(r"(.*?(?:Directive|Regulation|Decision)).*?([0-9]+/[0-9]+).*", id_ or "")
    return (found[1], found[2]) if found else (id_ or "", "")


def _conference_named(reference: Reference, document: Document) -> bool:
    return _CONFERENCE.search(document.text, max(0, reference.span.start - 300), reference.span.start) is not None


def canonical(id: str) -> str:  # noqa: A002 - DESIGN calls it id
    """The id is the name."""
    return id


def links(id: str) -> list[str]:  # noqa: A002
    """EUR-Lex's pages of acts and CELEX numbers, and the resolutions of the World Health Assembly."""
    health = re.fullmatch(r"WHA([0-9]+)\.([0-9]+)", id)
    if health and int(health[1]) >= _HEALTH_SINCE:
        session, number = health.groups()
        return [f"https://apps.who.int/gb/ebwha/pdf_files/WHA{session}/A{session}_R{number}-en.pdf"]
    return _union_acts.addresses(id)


def issuer(id: str) -> str | None:  # noqa: A002
    """The organization whose number it is, by what the number looks like."""
    return next((name for pattern, name in _ISSUERS if pattern.match(id)), None)


_HEALTH_SINCE = 70  # from this session the resolutions lie where this address says
_CONFERENCE = re.compile(r"Conference\s+on\s+Security\s+and\s+Co-?operation|CSCE")
_ISSUERS = tuple(
    (re.compile(pattern), name)
    for pattern, name in (
        (r"OIC ", "Organization of Islamic Cooperation"),
        (r"CSCE ", "Conference on Security and Cooperation in Europe"),
        (r"(?:MC|PC|FSC|CIO|SEC|ODIHR|HCNM)[.(]", "Organization for Security and Cooperation in Europe"),
        (r"WHA|EB[0-9]", "World Health Organization"),
        (r"GC\(|GOV/|INFCIRC/", "International Atomic Energy Agency"),
        (r"[0-9]+ (?:C|EX)/", "United Nations Educational, Scientific and Cultural Organization"),
        (r"Assembly/AU|EX\.CL/|PSC/", "African Union"),
        (r"AHG/|CM/(?:Dec|Res)\.", "Organization of African Unity"),
        (r"6(?:19|20)[0-9]{2}[CT]", "Court of Justice of the European Union"),
        (r"OJ |[35](?:19|20)[0-9]{2}[A-Z]", "European Union"),
        (r"(?:[A-Z][a-z]+ )*(?:Directive|Regulation|Decision|Action|Position) ", "European Union"),
    )
)
