"""Cases of the European Court cited again: `Handyside, § 49`, `Handyside, cited above, § 49`, `Kudła (cited above)`.

Such a mention has the id of the full citation, the last before it with that name, else the first behind it; none where
the text has no full citation. A family of its own, because it names no source without the other citation.

Parts: `name` (str, as written), `cited` (str: `cited above`, where it says so), `full` (the name in the full citation).

Source: the Court's note on the mode of citation of its case-law (October 2022).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import combining, normalize

from juslint.document import Span
from juslint.families import _echr_names, _prose, echr
from juslint.families._shelf import Shelf
from juslint.parsing import prefilter_engine
from juslint.reference import Part, Reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from juslint.document import Document

NAME = _echr_names.SHORT
ORDER = echr.ORDER + 1
SHELF = Shelf("European Court of Human Rights", 20, "name", "legal_case")

_CITED = (
    r"(?:\(|\b)(?:(?:both|all|as)\s+)?"
    r"(?P<cited>cited\s+above|above-cited|cited\s+earlier|pr[ée]cit[ée]e?s?|op\.\s*cit\.)"
)
_NUMBERS = r"[0-9]+[a-z]?(?:(?:\s*[-\u2010-\u2013]\s*|\s)[0-9]+\b(?!\s[A-Z]))?(?:\s+in\s+fine)?"
_LIST = rf"{_NUMBERS}(?:(?:,\s*|,?\s+(?:and|et)\s+){_NUMBERS})*"
_PINPOINT = (
    rf"(?P<pinpoint>(?:(?:pp?\.\s*{_LIST}(?:,\s+|\s+and\s+)(?=\u00a7|para))?(?:\u00a7{{1,2}}|paras?\.|paragraphs?)\s*{_LIST}"
    rf"|pp?\.\s*{_LIST})(?:\s+et\s+(?:seq|suiv|s)\.|\s+ff?\b\.?)?)"
)
_ABOVE = re.compile(
    rf"(?:\s+(?:judge?ment|case|decision|arr\u00eat))?,?\s*{_CITED}\)?(?:(?:,|\s)\s*(?:at\s+)?{_PINPOINT})?"
)
_WORD = r"[A-Z\u00c0-\u00de\u0100-\u024f][\w.'\u2019-]*"
_FORM = r"[a-z]{1,3}[A-Z]\w*|(?:[a-z]\.){2,4}"  # of a company: mbH, eG, a.s., d.o.o.
_UNKNOWN = re.compile(
    rf"(?<![\w.'\u2019-]){_WORD}(?:,?\s+(?:{_WORD}|{_FORM}|and|of|the|de|van|der|von|et|v\.))*(?:\s+\([Nn]o\.?\s?[0-9]+\))?$"
)
_ENDING = re.compile(r"\s+(?:and|et)\s+(?:[Oo]thers|[Aa]utres)$|\s*[(\[][^)\]]*[)\]]")
_MENTION = prefilter_engine.rare(
    r"cited\s+above|above-cited|cited\s+earlier|pr(?:e|\x{e9})cit(?:e|\x{e9})|op\.\s*cit\."
)
_SIGN = prefilter_engine.Pattern(r"\x{a7}|paras?\.|paragraphs?\b")
_BETWEEN = re.compile(r"(?:\s+(?:judge?ment|case))?,?\s+\(?$")
_REST = re.compile(rf"(?:\s+(?:judge?ment|case))?,?\s+\(?{_PINPOINT}")
_CAPITALS = re.compile(r"(?<![\w.'\u2019-])(?=[^\W\d_])\w")
_HYPHENS = re.compile("[-\u2010\u2011]")
_LEAD = 24  # characters in front of "cited above" that belong to it: " judgment, (all "
_REACH = 120  # characters before "cited above" that can be the name
_SHORTEST = 4  # letters of a name that counts without "cited above"


class _Full(NamedTuple):
    """A full citation: the place where it begins, its id and name."""

    start: int
    id: str | None
    name: str


def assemble(document: Document, references: tuple[Reference, ...]) -> list[Reference]:
    """The short forms of a document, outside the references found so far."""
    known = _known(references)
    if not known and next(_prose.anchors(_MENTION, document.text), None) is None:
        return []
    ends = sorted((each.span.start, each.span.end) for each in references)
    found: dict[int, Reference] = {}
    begins: list[int] = []  # of those found, which do not overlap, in order
    for each in (*_cited(document.text, known), *_with_paragraph(document.text, known, ends)):
        at = bisect_left(ends, (each.span.start, 0))
        if (at and ends[at - 1][1] > each.span.start) or (at < len(ends) and ends[at][0] < each.span.end):
            continue
        place = bisect_left(begins, each.span.end)
        if not place or found[begins[place - 1]].span.end <= each.span.start:
            begins.insert(place, each.span.start)
            found[each.span.start] = each
    return list(found.values())


def settle(references: list[Reference], _document: Document) -> list[Reference]:
    """Names with a respondent that are "cited above", with the id of the full citation."""
    known = _known(references)
    return [_resolved(each, known) if each.family == NAME and each.id is None else each for each in references]


def _known(references: Iterable[Reference]) -> dict[str, list[_Full]]:
    """The full citations by each form in which their name may be repeated."""
    known: dict[str, list[_Full]] = {}
    for each in references:
        name = each.text_of("name")
        if each.family != echr.NAME or name is None:
            continue
        party = re.split(r"\s+[vc]\.\s+", name)[0]
        full = _Full(each.span.start, each.id, name)
        for form in {_folded(name), _folded(party), _folded(_ENDING.sub("", party))}:
            known.setdefault(form, []).append(full)
    return known


def _folded(name: str) -> str:
    """A name as it is compared: in `Stanciulescu`, `Stănciulescu` and `Al Skeini`, `Al-Skeini` one and the same."""
    plain = "".join(one for one in normalize("NFKD", name.replace("\u2019", "'")) if not combining(one))
    return " ".join(_HYPHENS.sub(" ", plain).split()).casefold()


def _cited(text: str, known: dict[str, list[_Full]]) -> Iterator[Reference]:
    """`Handyside (cited above, § 49)`: the longest known name in front, else the words with capitals."""
    for mention in _prose.anchors(_MENTION, text):
        found = _ABOVE.search(text, max(0, mention.start - _LEAD), mention.end)
        found = found and _ABOVE.match(text, found.start())
        if found is None:
            continue
        before = text[max(0, found.start() - _REACH) : found.start()]
        words = [each.start() for each in re.finditer(r"(?<![\w'\u2019.-])\w", before)]
        start = next((at for at in words if _folded(before[at:]) in known), None)
        if start is None:
            unknown = _UNKNOWN.search(before)
            if unknown is None:
                continue
            start = unknown.start()
            lead = _echr_names.lead_in(before[start:])
            start += lead
            if start >= len(before) or not _echr_names.is_party(before[start:]):
                continue
        yield _reference(text, found.start() - len(before) + start, found, known)


def _with_paragraph(text: str, known: dict[str, list[_Full]], taken: list[tuple[int, int]]) -> Iterator[Reference]:
    """`Handyside, § 49`: only names that the text has in full, the longest in front of a paragraph's sign."""
    longest = max((len(name) for name in known), default=0) + _REACH // 4
    for sign in _prose.anchors(_SIGN, text) if known else ():
        at = bisect_left(taken, (sign.start, len(text))) - 1
        if at >= 0 and taken[at][1] > sign.start:
            continue
        lead = _BETWEEN.search(text[max(0, sign.start - longest) : sign.start])
        if lead is None:
            continue
        before = lead.string[: lead.start()]
        starts = [each.start() for each in _CAPITALS.finditer(before)]
        start = next((one for one in starts if len(before) - one >= _SHORTEST and _folded(before[one:]) in known), None)
        found = _REST.match(text, sign.start - len(lead[0])) if start is not None else None
        if found is not None and start is not None:
            yield _reference(text, sign.start - len(lead.string) + start, found, known)


def _reference(text: str, start: int, found: re.Match[str], known: dict[str, list[_Full]]) -> Reference:
    span = Span(start, found.end() - (found[0].endswith(")") and "(" not in found[0]))
    parts = {"name": Part(" ".join(text[start : found.start()].split()), Span(start, found.start()))}
    groups = found.groupdict()
    if groups.get("cited"):
        parts["cited"] = Part(" ".join(groups["cited"].split()), Span(*found.span("cited")))
    pinpoint = None
    if groups.get("pinpoint"):
        pinpoint = Part(" ".join(groups["pinpoint"].split()), Span(*found.span("pinpoint")))
    return _resolved(Reference(NAME, None, span, text[span.start : span.end], parts, pinpoint), known)


def _resolved(reference: Reference, known: dict[str, list[_Full]]) -> Reference:
    """The reference with the id of the last full citation before it, else of the first behind it."""
    name = _folded(reference.text_of("name") or "")
    candidates = known.get(name) or known.get(name.removeprefix("the "), [])
    if not candidates:
        return reference
    before = bisect_left(candidates, reference.span.start, key=lambda each: each.start)
    full = candidates[max(0, before - 1)]
    parts = {**reference.parts, "full": Part(full.name, reference.parts["name"].span)}
    return replace(reference, id=full.id, parts=parts)
