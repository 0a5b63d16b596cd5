"""Decisions of national courts, by report or neutral citation, and laws of the United States by their numbers.

References are of the families `court` and `other`. Parts: `year` (int) where the form has one, and `title` (str), the
name of the case in front. The id is the citation as its own style writes it, without pages inside:
`[1998] UKHL 41`, `347 U.S. 483 (1954)`, `BVerfGE 39, 1`, `Pub. L. 102-511`, `22 U.S.C. § 5812`.

An Act by title and year is none: `State Immunity Act 1978` does not say whose it is.

Source: OSCOLA, 4th edition, 2.1; The Bluebook, rules 10 and 12.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.families import _national_names, _read
from juslint.reference import Part, Reference

if TYPE_CHECKING:
    from juslint.document import Document
    from juslint.parsing.tree import Node

NAME = "national"
ORDER = 38
RARE = True

_YEAR = re.compile(r"[\[(]?((?:1[789]|20)[0-9]{2})[\])]?")
_AMERICAN = re.compile(r"([0-9]+) (\S.*?) ([0-9]+)(?:, [0-9].*?)? \((.*)\)")
_SECTIONS = re.compile(r"\u00a7\u00a7 ?([0-9]+[A-Za-z]*(?:\([A-Za-z0-9]+\))*)")  # of several, the first
_OTHERS = {"PUBLIC_LAW", "CODE"}


def read(node: Node, text: str) -> list[Reference]:
    """One reference."""
    token = next(node.tokens())
    written = _read.one_line(token.text)
    kind = token.type
    parts: dict[str, Part] = {}
    year = _YEAR.search(token.text) if kind in {"NEUTRAL", "CANADIAN", "LAW_REPORT"} else None
    if kind in {"SUPREME", "FEDERAL"}:
        year = list(_YEAR.finditer(token.text))[-1]
    if year is not None:
        parts["year"] = Part(int(year[1]), Span(token.start + year.start(1), token.start + year.end(1)))
    found = next(node.nodes("pinpoint"), None)
    pinpoint = None if found is None else _read.pinpoint_of(found)
    family = "other" if kind in _OTHERS else "court"
    return [Reference(family, _id(kind, written), Span(0, len(text)), text, parts, pinpoint)]


def settle(references: list[Reference], document: Document) -> list[Reference]:
    """The decisions from the names of their cases on."""
    if not any(_is_mine(one) for one in references):
        return references
    out: list[Reference] = []
    text, emphases = document.text, sorted(document.emphases)
    starts = document.paragraph_starts
    floor = 0
    for reference in sorted(references, key=lambda one: (one.span.start, -one.span.end)):
        span = reference.span
        if _is_mine(reference) and span.start >= floor:
            head = bisect_left(starts, span.start + 1) - 1
            low = max(floor, starts[head] if head >= 0 else 0)
            near = emphases[bisect_left(emphases, Span(max(0, low - 1), low)) : bisect_left(emphases, span)]
            named = _national_names.name(text, low, span.start, near)
            if named is not None:
                title = Part(_read.one_line(text[slice(*named)]), named)
                whole = Span(named.start, span.end)
                parts = {"title": title, **reference.parts}
                reference = replace(reference, span=whole, text=text[slice(*whole)], parts=parts)  # noqa: PLW2901
        out.append(reference)
        floor = max(floor, span.end)
    return out


def _is_mine(reference: Reference) -> bool:
    return reference.family == "court" and "court" not in reference.parts


def _id(kind: str, written: str) -> str:
    """The citation without the page that it points to, in one spelling."""
    plain = re.sub(r"[\u2010-\u2013]", "-", written)
    if kind in {"SUPREME", "FEDERAL"} and (found := _AMERICAN.fullmatch(plain)):
        reports = found[2].replace(". ", ".").replace("F.Supp", "F. Supp").replace("S.Ct", "S. Ct")
        return f"{found[1]} {reports} {found[3]} ({found[4]})"
    if kind == "GERMAN":
        return re.sub(r" \([^()]*\)$", "", plain)
    if kind == "PUBLIC_LAW":
        return f"Pub. L. {plain.split()[-1]}"
    if kind == "CODE":
        number, sections = re.split(r"\s*U\.?\s?S\.?\s?C\.(?:A\.)?\s*(?=\u00a7)", plain)
        several = _SECTIONS.match(sections)
        return f"{number} U.S.C. \u00a7 {several[1] if several else sections[1:].lstrip()}"
    return plain
