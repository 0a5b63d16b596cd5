"""The body of every number in words, and which bare numbers are references at all (DESIGN §4).

The order of evidence: the body named with the number; what only one body's numbers can be; "of the X" behind it; the
subject of its sentence; the date behind it; the same number earlier in the text; the document's own issuing body.
Where nothing decides, the reference has no id, and no rule guesses.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from juslint.families import _organs
from juslint.reference import Part, Reference
from juslint.structure.issuing import issuing_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from juslint.document import Document, Span

FAMILY = "un-resolution"
_LAST_COUNCIL_SESSION = 66  # the Human Rights Council holds three regular sessions a year; its 63rd was in late 2026
_MOST_COUNCIL_NUMBERS = 60  # no session of the Human Rights Council adopted more resolutions
_FIRST_SLASHED_SESSION = 31  # the General Assembly numbers by session since 1976
_GAP = 500  # characters between two members of one list, titles included
_SEPARATOR = re.compile(r"\s*(?:[,;]|,?\s*(?:and|or|to|as well as|[-\u2013]))?\s*(?:(?:in|also|its|of)\s+)*", re.IGNORECASE)
_FOLLOWED = re.compile(r"\s*(?:,?\s*(?:on|entitled|concerning|regarding|by|in\s+which|adopted|annex)\b|,?\s+(?:and|as)\b|[,;.](?:\s|$))")
_ISSUERS = {
    "General Assembly": "A",
    "Security Council": "S",
    "Economic and Social Council": "E",
    "Human Rights Council": "A/HRC",
    "Commission on Human Rights": "E/CN.4",
    "Parliamentary Assembly": "PACE",
    "United Nations Environment Assembly": "UNEP/EA",
}
_SYMBOL_KIND = {"resolution": "RES", "decision": "DEC", "statement": "PRST"}


def name(organ: str, kind: str, parts: Mapping[str, Part]) -> str | None:
    """The id of a number of this body; None where the parts do not make one."""
    number, year, session, letter = (parts.get(key) for key in ("number", "year", "session", "letter"))
    if number is None:
        return None
    tail = f" {letter.value}" if letter else ""
    what = _SYMBOL_KIND[kind]
    if organ == "PACE":
        return f"PACE {kind.capitalize()} {number.value} ({year.value})" if year else None
    if organ == "UNEP/EA":
        return f"UNEP/EA.{session.value}/{what.capitalize()}.{number.value}" if session else None
    if organ == "S":
        return f"S/{what}/{number.value} ({year.value})" if year else None
    if session and re.fullmatch(r"(?:E?S-)?[IVXLC]+", str(session.value)):
        return f"{organ}/{what}/{number.value}{tail} ({session.value})"
    if session and not year and _arabic(session, number):
        return f"{organ}/{what}/{number.value}{tail} ({_roman(int(str(session.value)))})"
    first = year or session
    return f"{organ}/{what}/{first.value}/{number.value}{tail}" if first else None


def settle(references: list[Reference], document: Document) -> list[Reference]:
    """All references, those of this family settled, bare numbers that are none left out."""
    issuer = _ISSUERS.get(issuing_body(document) or "")
    starts = [span.start for span in document.paragraphs]
    known: dict[str, str] = {}
    out: list[Reference] = []
    previous: Reference | None = None
    for number, reference in enumerate(references):
        if reference.family != FAMILY or reference.id is not None:
            out.append(reference)
            if reference.family == FAMILY:
                _remember(reference, known)
            continue
        index = bisect_right(starts, reference.span.start) - 1
        start = starts[index] if index >= 0 else 0
        if "kind" not in reference.parts:
            carried = _carried(reference, previous, document.text, start)
            if carried is None:
                heading = _heading(reference, document.text, start, issuer)
                if heading:
                    out.append(heading)
                    previous = heading
                continue
            reference = carried  # noqa: PLW2901
        settled = _settled(reference, document.text, start, _list_end(references, number), issuer, known)
        if settled is None:
            continue
        _remember(settled, known)
        previous = settled
        out.append(settled)
    return [_known_later(reference, known) for reference in out]


def _known_later(reference: Reference, known: dict[str, str]) -> Reference:
    """A number whose body only a later mention of the same number tells."""
    if reference.family != FAMILY or reference.id is not None or "number" not in reference.parts:
        return reference
    organ = known.get(_number_key(reference))
    if organ is None or "organ" in reference.parts:
        return reference
    parts = {**reference.parts, "organ": Part(organ, reference.span)}
    id_ = name(organ, str(parts["kind"].value), parts)
    return replace(reference, parts=parts, id=id_, canonical=id_)


def _remember(reference: Reference, known: dict[str, str]) -> None:
    organ = reference.parts.get("organ")
    if organ and reference.id:
        known.setdefault(_number_key(reference), str(organ.value))


def _list_end(references: list[Reference], number: int) -> int:
    """Where the list ends that the reference at `number` is a member of: "of the X" behind it is said of all."""
    kind = references[number].parts.get("kind")
    while number + 1 < len(references) and kind is not None and references[number + 1].parts.get("kind") == kind:
        number += 1
    return references[number].span.end


def _number_key(reference: Reference) -> str:
    return "/".join(str(reference.parts[key].value) for key in ("year", "session", "number") if key in reference.parts)


def _carried(reference: Reference, previous: Reference | None, text: str, paragraph: int) -> Reference | None:
    """A bare number as a further member of the list before it; None where it is none.

    `2525 (XXIV) of 5 December 1969` is unmistakable even where the words before it are on a page that is not here.
    """
    if previous is None or previous.span.end > reference.span.start or previous.span.start < paragraph:
        if _form(reference.parts) == "roman" and "date" in reference.parts and not _arabic(reference.parts["session"], reference.parts["number"]):
            return replace(reference, parts={"kind": Part("resolution", reference.span), **reference.parts})
        return None
    gap = text[previous.span.end : reference.span.start]
    if len(gap) > _GAP or not _organs.same_sentence(gap):
        return None
    adjacent = _SEPARATOR.fullmatch(gap) is not None
    listed = "list" in previous.parts
    same_form = _form(previous.parts) == _form(reference.parts)
    joined = re.search(r"(?:,|;|\band|\bor)\s*(?:(?:in|its|also)\s+)*$", gap) is not None
    dated = "date" in reference.parts
    strong = _form(reference.parts) in {"year", "roman"}
    followed = _FOLLOWED.match(text, reference.span.end) is not None
    if not (same_form and joined and (adjacent or dated or strong or (listed and followed))):
        return None
    shared = {key: previous.parts[key] for key in ("organ", "kind", "list") if key in previous.parts}
    return replace(reference, parts={**shared, **reference.parts})


def _heading(reference: Reference, text: str, paragraph: int, issuer: str | None) -> Reference | None:
    """`74/298. Title`: a resolution's own number at the head of its text."""
    at_head = not text[paragraph : reference.span.start].strip()
    if issuer is None or not at_head or not re.match(r"\.\s*\S", text[reference.span.end : reference.span.end + 4]):
        return None
    form = _form(reference.parts)
    if {"A": form in {"session", "roman"}, "A/HRC": form == "session", "E": form in {"year/", "roman"}}.get(issuer):
        parts = {
            **reference.parts,
            "organ": Part(issuer, reference.span),
            "kind": Part("resolution", reference.span),
        }
        id_ = name(issuer, "resolution", parts)
        return replace(reference, parts=parts, id=id_, canonical=id_) if _possible(issuer, reference.parts) else None
    return None


def _form(parts: Mapping[str, Part]) -> str:
    if "session" in parts:
        if _arabic(parts["session"], parts["number"]):
            return "roman"
        return "roman" if re.search(r"[IVXLC]", str(parts["session"].value).replace("ES-", "").replace("S-", "")) else "session"
    if "year" in parts:
        return "year" if parts["number"].span.start < parts["year"].span.start else "year/"
    return "yearless"


def _settled(
    reference: Reference, text: str, paragraph: int, end: int, issuer: str | None, known: dict[str, str]
) -> Reference | None:
    parts = reference.parts
    kind = str(parts["kind"].value)
    said = str(parts["organ"].value) if "organ" in parts else None
    organ = _decide(reference, said, _organs.around(text, paragraph, reference.span.start, end), issuer, known)
    if organ == "other" or (organ is None and _form(parts) == "yearless"):
        return None
    if organ is None:
        return reference
    if organ == "PACE" and _form(parts) != "year":
        return None
    full = {**parts, "organ": Part(organ, parts["organ"].span if "organ" in parts else reference.span)}
    id_ = name(organ, kind, full)
    family = "coe" if organ == "PACE" else reference.family
    return replace(reference, parts=full, id=id_, canonical=_words(organ, kind, full) or id_, family=family)


def _words(organ: str, kind: str, parts: Mapping[str, Part]) -> str | None:
    """How the number is written in words; None where the symbol serves."""
    return None if organ not in {"S"} or kind != "resolution" or "year" not in parts else name(organ, kind, parts)


def _decide(
    reference: Reference, said: str | None, around: _organs.Around, issuer: str | None, known: dict[str, str]
) -> str | None:
    parts, form = reference.parts, _form(reference.parts)
    after = None if around.after in {None, "other"} and form == "year" else around.after
    hints = [said, after]
    if around.its:
        hints += [around.before, around.subject_after, issuer, around.nearest]
    match form:
        case "year":
            named = {hint for hint in (said, after) if hint}
            if named & {"PACE"}:
                return "PACE"
            return "S" if "other" not in named or said in {"council", "S"} else "other"
        case "yearless":
            sure = said == "S" or (after == "S") or (said in {None, "council"} and around.its and around.before == "S")
            return "S" if sure and reference.parts["kind"].value == "resolution" else None
        case "roman":
            for hint in [*hints, issuer]:
                if hint in {"A", "assembly"}:
                    return "A"
                if hint in {"E", "council"}:
                    return "E"
                if hint in {"T", "E/CN.4", "other"}:
                    return hint
                if hint == "commission":
                    return "other"
            return known.get(_number_key(reference), "A")
        case "year/":
            return _by_year(parts, hints, around, issuer, known.get(_number_key(reference)))
    return _by_session(reference, hints, around, issuer, known.get(_number_key(reference)))


def _by_year(
    parts: Mapping[str, Part], hints: list[str | None], around: _organs.Around, issuer: str | None, seen: str | None
) -> str | None:
    """`2005/80`: the Economic and Social Council, the Commission on Human Rights or its Sub-Commission."""
    year = parts["year"].value
    for hint in [*hints, seen, around.before, issuer, around.nearest]:
        if hint in {"E", "council"}:
            return "E"
        if hint in {"E/CN.4", "E/CN.4/Sub.2", "other"}:
            return hint
        if hint == "commission":
            return "E/CN.4" if isinstance(year, int) and year <= 2006 else "other"
    return "E"


def _by_session(
    reference: Reference, hints: list[str | None], around: _organs.Around, issuer: str | None, seen: str | None
) -> str | None:
    """`60/1`, `5/1`, `S-17/1`: the General Assembly, the Human Rights Council or the Environment Assembly."""
    parts = reference.parts
    first = hints[0]
    if first in {"A/HRC", "UNEP/EA", "other", "T"}:
        return first
    if first == "A" or (first == "assembly" and _possible("A", parts)):
        return "A"
    if first == "council":
        return "A/HRC"
    possible = [organ for organ in ("A", "A/HRC", "UNEP/EA") if _possible(organ, parts)]
    if first == "assembly":
        return "UNEP/EA" if "UNEP/EA" in possible else None
    if possible == ["A"]:
        return "A"
    dated = [organ for organ in possible if _dated(organ, parts)]
    for hint in [hints[1], *hints[2:]]:
        organ = {"council": "A/HRC", "assembly": "A"}.get(hint or "", hint)
        if organ in possible and (not dated or organ in dated):
            return organ
        if organ == "other":
            return "other"
    if len(dated) == 1:
        return dated[0]
    for hint in (seen, around.before, issuer, around.nearest):
        organ = {"council": "A/HRC", "assembly": "A"}.get(hint or "", hint)
        if organ in possible:
            return organ
    return None


def _possible(organ: str, parts: Mapping[str, Part]) -> bool:
    session, number = str(parts["session"].value) if "session" in parts else "", parts["number"].value
    if organ in {"E", "S"} or not isinstance(number, int):
        return True
    if session.startswith("ES-") or "letter" in parts:
        return organ == "A"
    if session.startswith("S-"):
        return organ in {"A", "A/HRC"} and number <= (30 if organ == "A" else 4)
    if not session.isdigit():
        return organ == "A"
    if organ == "A":
        return int(session) >= _FIRST_SLASHED_SESSION
    if organ == "A/HRC":
        return int(session) <= _LAST_COUNCIL_SESSION and number <= _MOST_COUNCIL_NUMBERS
    return int(session) <= 8 and number <= 30


def _dated(organ: str, parts: Mapping[str, Part]) -> bool:
    """Whether the date behind the number falls in the years of this session of the body."""
    date = parts.get("date")
    session = str(parts["session"].value)
    if date is None or not session.isdigit():
        return False
    year = getattr(date.value, "year", 0)
    if organ == "A":
        return year - 1945 in {int(session), int(session) + 1}
    if organ == "A/HRC":
        return year == 2006 + (int(session) - 1) // 3
    return False


def _arabic(session: Part, number: Part) -> bool:
    """Whether a numeric session stands behind its number, as in the damaged `9 (1)` for `9 (I)`."""
    return session.span.start > number.span.start and str(session.value).isdigit()


def _roman(number: int) -> str:
    out = ""
    for value, letters in ((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            out += letters
            number -= value
    return out


def place_of(reference: Reference) -> Span:
    """The span of the number itself, for rules that speak of it."""
    return reference.parts["number"].span if "number" in reference.parts else reference.span
