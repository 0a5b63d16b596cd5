"""The body of every number in words, and which bare numbers are references at all (docs/ids.md).

Where nothing decides the body (`_owners`), the reference has no id, and no rule guesses.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.families import _organs, _outsiders
from juslint.families._numbering import form, known_form, name, possible
from juslint.families._owners import Evidence, owner
from juslint.reference import Part, Reference
from juslint.structure.bodies import by_stem
from juslint.structure.issuing import issuing_body

if TYPE_CHECKING:
    from juslint.document import Document

FAMILY = "un-resolution"
_OF = re.compile(r"\s+of\s+(?:its|the|their|that)?\s*")
_GAP = 500  # characters between two members of one list, titles included
_SEPARATOR = re.compile(
    r"\s*(?:[,;]|,?\s*(?:and|or|to|as well as|[-\u2013]))?\s*(?:(?:in|also|its|of)\s+)*", re.IGNORECASE
)
_HEAD = re.compile(r"[\s#*]*+")
_MARKS = 80  # characters of such a head
_BLANK = re.compile(r"\s*+")
_TITLE = re.compile(r"[*]*\.[*]*(?:\s*\S|\s*$)|\s{1,6}[A-Z]")
_HEAD_FORMS = {"session", "year/", "roman"}
_RANGE = re.compile(r"\s*(?:to|through|[-\u2013])\s*[0-9]")
_JOINED = re.compile(r"(?:,|;|\band|\bor)\s*(?:(?:in|its|also)\s+)*$")
_FOLLOWED = re.compile(
    r"\s*(?:,?\s*(?:on|entitled|concerning|regarding|by|in\s+which|adopted|annex)\b|,?\s+(?:and|as)\b|[,;.](?:\s|$))"
)
_TITLED = re.compile(r"\s*,?\s*(?:on|entitled)\s")
_OPENED = re.compile(
    r"\bresolutions\b[^;]{0,250}\b(?:including|in particular|notably|especially|particularly|namely|such as)[\s,:]+$"
)


def settle(references: list[Reference], document: Document) -> list[Reference]:
    """All references, those of this family settled, bare numbers that are none left out."""
    if not any(reference.family == FAMILY for reference in references):
        return references
    issuer, mentions = _issuer(document), _organs.Mentions(document.text)
    home = mentions.named | set(issuer) | _of_masthead(document)
    starts = document.paragraph_starts
    known: dict[str, str] = {}
    out: list[Reference] = []
    previous: Reference | None = None
    for position, each in enumerate(references):
        if each.family != FAMILY or each.id is not None:
            out.append(each)
            _remember(each, known)
            continue
        index = bisect_right(starts, each.span.start) - 1
        paragraph = document.paragraphs[index] if index >= 0 else Span(0, len(document.text))
        reference = each if "kind" in each.parts else _carried(each, previous, document.text, paragraph.start)
        settled = None
        if reference is None:
            settled = _heading(each, document.text, paragraph, issuer)
        else:
            end = _list_end(references, position)
            lead = _lead_start(reference, each)
            around = mentions.around(paragraph.start, lead, each.span, end)
            said = _organs.stems(str(reference.parts["organ"].value)) if "organ" in reference.parts else ()
            if form(reference.parts) == "yearless" and _RANGE.match(document.text, end):
                continue  # "resolutions 1 to 2813" names none of them
            unsaid = not said and (len(around.after) != 1 or around.after == _organs.OTHER)
            if (around.foreign and not said) or (
                unsaid and _outsiders.outside(document.text, paragraph.start, lead, end)
            ):
                continue
            seen = known.get(_number(reference)) or _of_list(reference, previous)
            settled = _settled(Evidence(reference, said, around, issuer, seen, home))
        if settled is not None:
            _remember(settled, known)
            previous = settled
            out.append(settled)
    return _with_pinpoints([_known_later(reference, known) for reference in out], document.text)


def _issuer(document: Document) -> _organs.Stems:
    stems = _organs.stems(issuing_body(document) or "")
    return () if stems == _organs.OTHER else stems


def _of_masthead(document: Document) -> set[str]:
    """The bodies to whose documents the text's own symbol belongs."""
    symbol = document.masthead.symbol.text if document.masthead and document.masthead.symbol else ""
    return {stem for stem, body in by_stem().items() if symbol and body.symbol and symbol.startswith(body.symbol)}


def _of_list(reference: Reference, previous: Reference | None) -> str | None:
    """The body of the member before it in the same list, where it can be the reference's too."""
    if previous is None or previous.id is None or previous.parts["kind"].span != reference.parts["kind"].span:
        return None
    organ = str(previous.parts["organ"].value)
    return organ if possible(organ, str(reference.parts["kind"].value), reference.parts) else None


def _lead_start(reference: Reference, written: Reference) -> int:
    """Where the words before the number begin, if they stand with it."""
    start = reference.parts["kind"].span.start
    return start if "kind" in written.parts and start <= written.span.start else written.span.start


def _with_pinpoints(references: list[Reference], text: str) -> list[Reference]:
    """`its resolution 65/250, section II of its resolution 66/236`: a place goes with the number that it is of."""
    out = list(references)
    for index in range(len(out) - 1, 0, -1):
        last, reference = out[index - 1], out[index]
        pin = last.pinpoint
        if pin is None or reference.pinpoint or not last.family == reference.family == FAMILY:
            continue
        if pin.span.end == last.span.end and _OF.fullmatch(text[last.span.end : reference.span.start]):
            end = last.span.start + len(text[last.span.start : pin.span.start].rstrip(" ,\r\n"))
            span = Span(last.span.start, end)
            out[index - 1] = replace(last, span=span, text=text[slice(*span)], pinpoint=None)
            out[index] = replace(reference, pinpoint=pin)
    return out


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
    return Reference(  # every number passes here, and `replace` takes twice as long
        family,
        id_,
        reference.span,
        reference.text,
        parts,
        reference.pinpoint,
        reference.flaws,
        canonical=id_,
        within=reference.within,
    )


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
    if shape == "coded":
        return replace(reference, parts={"kind": Part("decision", reference.span), **reference.parts})
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
    titled = gap.rstrip().endswith("and") and _TITLED.match(text, reference.span.end) is not None
    if not (adjacent or is_dated or listed or titled or shape in {"year", "roman"}):
        return None
    shared = {key: previous.parts[key] for key in ("organ", "kind", "list") if key in previous.parts}
    return replace(reference, parts={**shared, **reference.parts})


def _heading(reference: Reference, text: str, paragraph: Span, issuer: _organs.Stems) -> Reference | None:
    """`74/298. Title`, or a paragraph of its own: a resolution's own number at the head of its text."""
    start, end = reference.span
    if start - paragraph.start > _MARKS or not _HEAD.fullmatch(text, paragraph.start, start):
        return None
    titled = _TITLE.match(text, end, paragraph.end)
    if not titled and not _BLANK.fullmatch(text, end, paragraph.end):
        return None
    shape = form(reference.parts)
    if len(issuer) != 1 or shape not in _HEAD_FORMS:
        return None
    fits = known_form if shape == "roman" and titled else possible  # the session may be a misprint
    for kind in ("resolution", "decision"):
        parts = {**reference.parts, "kind": Part(kind, reference.span)}
        if fits(issuer[0], kind, parts):
            return _named(replace(reference, parts=parts), issuer[0])
    return None


def _settled(evidence: Evidence) -> Reference | None:
    """The reference with its id; without one where nothing decides; None where it is another body's or no number."""
    reference, organ = evidence.reference, owner(evidence)
    shape = form(reference.parts)
    if organ == "other" or (organ is None and shape == "yearless") or (organ == "PACE" and shape != "year"):
        return None
    return reference if organ is None else _named(reference, organ)
