"""The body of every number in words, and which bare numbers are references at all (DESIGN §4).

The order of evidence: the body named with the number; what only one body's numbers can be; "of the X" behind it; the
subject of its sentence; the date behind it; the same number elsewhere in the text; the document's own issuing body.
Where nothing decides, the reference has no id, and no rule guesses.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from juslint.families import _organs
from juslint.families._numbering import dated, form, name, possible
from juslint.reference import Part
from juslint.structure.issuing import issuing_body

if TYPE_CHECKING:
    from juslint.document import Document
    from juslint.reference import Reference

FAMILY = "un-resolution"
_GAP = 500  # characters between two members of one list, titles included
_SEPARATOR = re.compile(
    r"\s*(?:[,;]|,?\s*(?:and|or|to|as well as|[-\u2013]))?\s*(?:(?:in|also|its|of)\s+)*", re.IGNORECASE
)
_BLANK = re.compile(r"\s*")
_RANGE = re.compile(r"\s*(?:to|through|[-\u2013])\s*[0-9]")
_JOINED = re.compile(r"(?:,|;|\band|\bor)\s*(?:(?:in|its|also)\s+)*$")
_FOLLOWED = re.compile(
    r"\s*(?:,?\s*(?:on|entitled|concerning|regarding|by|in\s+which|adopted|annex)\b|,?\s+(?:and|as)\b|[,;.](?:\s|$))"
)
_OPENED = re.compile(
    r"\bresolutions\b[^;]{0,250}\b(?:including|in particular|notably|especially|particularly|namely|such as)[\s,:]+$"
)
_ISSUERS = {
    "General Assembly": "A",
    "Security Council": "S",
    "Economic and Social Council": "E",
    "Human Rights Council": "A/HRC",
    "Commission on Human Rights": "E/CN.4",
    "Parliamentary Assembly": "PACE",
    "United Nations Environment Assembly": "UNEP/EA",
}
_HEADS = {"A": {"session", "roman"}, "A/HRC": {"session"}, "E": {"year/", "roman"}}  # forms in headings of the body
_NO_ARITHMETIC = {"other", "E/CN.3", "E/CN.5", "E/CN.6", "E/CN.7", "E/CN.15"}  # sessions of these are not known here
_SHORT = {"council": "A/HRC", "assembly": "A"}  # what they mean before a number by session


@dataclass(frozen=True, slots=True)
class _Evidence:
    """All that can speak for a body: the one named with the number, the words around, the issuer, other mentions."""

    reference: Reference
    said: str | None
    around: _organs.Around
    issuer: str | None
    seen: str | None

    @property
    def after(self) -> str | None:
        """The body named behind; of one that this family does not know, a number with a year in brackets is none."""
        return None if self.around.after == "other" and form(self.reference.parts) == "year" else self.around.after

    @property
    def owners(self) -> list[str | None]:
        """Whose resolution "its resolution" is: the subject of the sentence, or of the document."""
        around = self.around
        return [around.before, around.subject_after, self.issuer, around.nearest] if around.its else []


def settle(references: list[Reference], document: Document) -> list[Reference]:
    """All references, those of this family settled, bare numbers that are none left out."""
    issuer = _ISSUERS.get(issuing_body(document) or "")
    starts = [span.start for span in document.paragraphs]
    known: dict[str, str] = {}
    out: list[Reference] = []
    previous: Reference | None = None
    for position, each in enumerate(references):
        if each.family != FAMILY or each.id is not None:
            out.append(each)
            _remember(each, known)
            continue
        index = bisect_right(starts, each.span.start) - 1
        paragraph = starts[index] if index >= 0 else 0
        reference = each if "kind" in each.parts else _carried(each, previous, document.text, paragraph)
        settled = None
        if reference is None:
            settled = _heading(each, document.text, paragraph, issuer)
        else:
            end = _list_end(references, position)
            around = _organs.around(document.text, paragraph, each.span.start, end)
            said = str(reference.parts["organ"].value) if "organ" in reference.parts else None
            if form(reference.parts) == "yearless" and _RANGE.match(document.text, end):
                continue  # "resolutions 1 to 2813" names none of them
            settled = _settled(_Evidence(reference, said, around, issuer, known.get(_number(reference))))
        if settled is not None:
            _remember(settled, known)
            previous = settled
            out.append(settled)
    return [_known_later(reference, known) for reference in out]


def _remember(reference: Reference, known: dict[str, str]) -> None:
    organ = reference.parts.get("organ")
    if organ and reference.id and reference.family == FAMILY:
        known.setdefault(_number(reference), str(organ.value))


def _number(reference: Reference) -> str:
    return "/".join(str(reference.parts[key].value) for key in ("year", "session", "number") if key in reference.parts)


def _known_later(reference: Reference, known: dict[str, str]) -> Reference:
    """A number whose body only a later mention of the same number tells."""
    if reference.family != FAMILY or reference.id is not None or "organ" in reference.parts:
        return reference
    organ = known.get(_number(reference))
    return reference if organ is None else _named(reference, organ)


def _named(reference: Reference, organ: str) -> Reference:
    parts = {**reference.parts, "organ": reference.parts.get("organ", Part(organ, reference.span))}
    parts["organ"] = Part(organ, parts["organ"].span)
    id_ = name(organ, str(parts["kind"].value), parts)
    family = "coe" if organ == "PACE" else reference.family
    return replace(reference, parts=parts, id=id_, canonical=id_, family=family)


def _list_end(references: list[Reference], position: int) -> int:
    """Where the list ends that the reference is a member of: "of the X" behind it is said of all."""
    kind = references[position].parts.get("kind")
    while kind and position + 1 < len(references) and references[position + 1].parts.get("kind") == kind:
        position += 1
    return references[position].span.end


def _carried(reference: Reference, previous: Reference | None, text: str, paragraph: int) -> Reference | None:
    """A bare number as a further member of the list before it; None where it is none.

    `2525 (XXIV) of 5 December 1969` is unmistakable even where the words before it are on a page that is not here.
    """
    shape, is_dated = form(reference.parts), "date" in reference.parts
    before = text[max(paragraph, reference.span.start - _GAP) : reference.span.start]
    opened = _OPENED.search(before)
    if opened and shape == "year" and _organs.same_sentence(opened[0]):
        lead = {"kind": Part("resolution", reference.span), "list": Part("resolutions", reference.span)}
        return replace(reference, parts={**lead, **reference.parts})
    if previous is None or previous.span.end > reference.span.start or previous.span.start < paragraph:
        roman = re.search("[IVX]", str(reference.parts["session"].value)) if shape == "roman" else None
        if not (roman and is_dated):
            return None
        return replace(reference, parts={"kind": Part("resolution", reference.span), **reference.parts})
    gap = text[previous.span.end : reference.span.start]
    if len(gap) > _GAP or form(previous.parts) != shape or not _JOINED.search(gap) or not _organs.same_sentence(gap):
        return None
    adjacent = _SEPARATOR.fullmatch(gap) is not None
    listed = "list" in previous.parts and _FOLLOWED.match(text, reference.span.end) is not None
    if not (adjacent or is_dated or listed or shape in {"year", "roman"}):
        return None
    shared = {key: previous.parts[key] for key in ("organ", "kind", "list") if key in previous.parts}
    return replace(reference, parts={**shared, **reference.parts})


def _heading(reference: Reference, text: str, paragraph: int, issuer: str | None) -> Reference | None:
    """`74/298. Title`: a resolution's own number at the head of its text."""
    end = reference.span.end
    blank = _BLANK.match(text, paragraph, reference.span.start)
    if blank is None or blank.end() < reference.span.start or not re.match(r"\.\s*\S", text[end : end + 4]):
        return None
    if issuer is None or form(reference.parts) not in _HEADS.get(issuer, ()) or not possible(issuer, reference.parts):
        return None
    kind = Part("resolution", reference.span)
    return _named(replace(reference, parts={**reference.parts, "kind": kind}), issuer)


def _settled(evidence: _Evidence) -> Reference | None:
    """The reference with its id; without one where nothing decides; None where it is another body's or no number."""
    reference = evidence.reference
    shape = form(reference.parts)
    match shape:
        case "year":
            organ: str | None = _with_year(evidence)
        case "yearless":
            organ = _without_year(evidence)
        case "roman":
            organ = _of_roman_session(evidence)
        case "year/":
            organ = _by_year(evidence)
        case _:
            organ = _by_session(evidence)
    if organ == "other" or (organ is None and shape == "yearless") or (organ == "PACE" and shape != "year"):
        return None
    return reference if organ is None else _named(reference, organ)


def _with_year(evidence: _Evidence) -> str:
    """`822 (1993)`: the Security Council, unless the Parliamentary Assembly is named."""
    named = {evidence.said, evidence.after}
    if evidence.reference.parts["kind"].value != "resolution":
        return "other"  # the Security Council numbers no decisions
    if "PACE" in named or (evidence.said is None and "PACE" in evidence.owners[:2]):
        return "PACE"
    return "other" if "other" in named else "S"


def _without_year(evidence: _Evidence) -> str | None:
    """`822` alone: a resolution of the Security Council only where that body is named."""
    around, said = evidence.around, evidence.said
    its = around.its and around.before == "S" and said in {None, "council"}
    own = evidence.issuer == "S" and around.before in {None, "S", "council"} and said in {None, "council"}
    sure = said == "S" or evidence.after == "S" or its or own
    return "S" if sure and evidence.reference.parts["kind"].value == "resolution" else None


def _of_roman_session(evidence: _Evidence) -> str:
    """`217 A (III)`: the General Assembly to 1975, the Economic and Social Council to 1977, few others."""
    meant = {"assembly": "A", "council": "E", "commission": "other"}
    for hint in [evidence.said, evidence.after, *evidence.owners, evidence.issuer]:
        organ = meant.get(hint or "", hint)
        if organ is not None and organ in {"A", "E", "T", "E/CN.4", "other"}:
            return organ
    return evidence.seen or "A"


def _by_year(evidence: _Evidence) -> str:
    """`2005/80`: the Economic and Social Council, the Commission on Human Rights or its Sub-Commission.

    A statement by its year is one of the Security Council's President.
    """
    if evidence.reference.parts["kind"].value == "statement":
        return "S"
    year = evidence.reference.number_of("year") or 0
    meant = {"council": "E", "commission": "E/CN.4" if year <= 2006 else "other"}
    around = evidence.around
    hints = [evidence.said, evidence.after, *evidence.owners, evidence.seen]
    for hint in [*hints, around.before, evidence.issuer, around.nearest]:
        organ = meant.get(hint or "", hint)
        if organ is not None and organ in {"E", "E/CN.4", "E/CN.4/Sub.2", "other"}:
            return organ
    return "E"


def _by_session(evidence: _Evidence) -> str | None:
    """`60/1`, `5/1`, `S-17/1`: the General Assembly, the Human Rights Council or the Environment Assembly."""
    parts, said = evidence.reference.parts, evidence.said
    open_ = [organ for organ in ("A", "A/HRC", "UNEP/EA") if possible(organ, parts)]
    if said is not None and said not in {"council", "assembly", "commission"}:
        return said
    if said == "council":
        return "A/HRC"
    if said == "assembly":
        return next((organ for organ in ("A", "UNEP/EA") if organ in open_), None)
    if open_ in ([], ["A"]):
        return "A" if open_ else "other"
    by_date = [organ for organ in open_ if dated(organ, parts)]
    for hint in [evidence.after, *evidence.owners]:
        organ = _SHORT.get(hint or "", hint)
        if organ in _NO_ARITHMETIC or (organ in open_ and (not by_date or organ in by_date)):
            return organ
    if len(by_date) == 1:
        return by_date[0]
    around = evidence.around
    hints = [evidence.seen, around.before, evidence.issuer, around.nearest]
    meant = (_SHORT.get(hint or "", hint) for hint in hints)
    return next((organ for organ in meant if organ in open_), None)
