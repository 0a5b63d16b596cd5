"""Whose number a number in words is: what the words around it say, weighed by the form of the number.

The order of evidence: the body named with the number; "of the X" behind it; what only one body's numbers can be; the
subject of its sentence; the date behind it; the same number elsewhere in the text; the document's own issuing body.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from juslint.families import _organs
from juslint.families._numbering import agreement, dated, form, known_form, known_session, possible
from juslint.structure.bodies import by_stem

if TYPE_CHECKING:
    from collections.abc import Callable, Set

    from juslint.reference import Reference


_EARLY, _SINCE = 100, 1970  # the Security Council reached its hundredth resolution in 1953


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that can speak for a body: the one named with the number, the words around, the issuer, other mentions.

    `home`: the bodies that the text names in full, or that its own symbol is of.
    """

    reference: Reference
    said: _organs.Stems
    around: _organs.Around
    issuer: _organs.Stems
    seen: str | None
    home: Set[str]

    @property
    def kind(self) -> str:
        """`resolution`, `decision` or `statement`."""
        return str(self.reference.parts["kind"].value)

    @property
    def owners(self) -> list[_organs.Stems]:
        """Whose resolution "its resolution" is: the subject of the sentence, or of the document."""
        around = self.around
        return [around.before, around.subject_after, self.issuer, around.nearest] if around.its else []


def owner(evidence: Evidence) -> str | None:
    """The stem of the body whose number it is, `other` for one that is not claimed; None where nothing decides."""
    shape = form(evidence.reference.parts)
    if shape == "coded":
        return _of_conference(evidence)
    if _is_misnamed(evidence):
        meant = (stem for stem in principal() if possible(stem, evidence.kind, evidence.reference.parts))
        if stem := next(meant, None):
            return stem
    match shape:
        case "year":
            return _with_year(evidence)
        case "yearless":
            return _without_year(evidence)
        case "roman":
            return _of_roman_session(evidence)
        case "year/":
            return _by_year(evidence)
        case _:
            return _by_session(evidence)


def _of_conference(evidence: Evidence) -> str:
    """`1/CP.21`: the code tells the conference."""
    found = (stem for stem in by_stem() if possible(stem, evidence.kind, evidence.reference.parts))
    return next(found, "other")


def _is_misnamed(evidence: Evidence) -> bool:
    """Whether the body named in full right before the number cannot have given it ("Security Council resolution 60/1").

    A short name can be meant for a body that is not known here, and a number without its year is complete by its name.
    """
    said, parts, kind = evidence.said, evidence.reference.parts, evidence.kind
    if len(said) != 1 or said == _organs.OTHER or said[0] not in principal() or form(parts) == "yearless":
        return False
    if kind == "statement" or any(possible(said[0], one, parts) for one in (kind, "resolution", "decision")):
        return False
    return form(parts) == "session" or not known_form(said[0], kind, parts)


def _choose(evidence: Evidence, stems: _organs.Stems) -> str | None:
    """The body that a name means by the form of the number and by what the text names; None where none fits."""
    if stems == _organs.OTHER:
        return "other"
    kind, parts = evidence.kind, evidence.reference.parts
    fits = [stem for stem in stems if possible(stem, kind, parts)]
    if len(stems) > 1:
        fits = [stem for stem in fits if stem in evidence.home or stem in principal()]
    narrower: list[Callable[[str], bool]] = [lambda stem: dated(stem, kind, parts)]
    hints = (evidence.issuer, evidence.around.before, evidence.around.nearest)
    narrower.extend(hint.__contains__ for hint in hints if len(hint) == 1)
    for narrow in [*narrower, evidence.home.__contains__]:
        fits = [stem for stem in fits if narrow(stem)] or fits
    return fits[0] if fits else None


def _with_year(evidence: Evidence) -> str:
    """`822 (1993)`: the Security Council, unless the Parliamentary Assembly is named."""
    said, after = evidence.said, evidence.around.after
    if evidence.kind != "resolution" or said == _organs.OTHER:
        return "other"  # the Security Council numbers no decisions
    if not said and (after == _organs.OTHER or (not after and _is_early(evidence))):
        return "other"
    owners = () if said else evidence.owners[:2]
    if ("PACE",) in (said, after, *owners) or ("PACE" in said and "PACE" in evidence.home):
        return "PACE"
    return "S"


def _is_early(evidence: Evidence) -> bool:
    """Whether a number is one of the Security Council's first years and its year is not, with nothing to name it.

    Every board begins its year with resolution 1; a slip of the pen does not go so far.
    """
    parts, around = evidence.reference.parts, evidence.around
    number, year = parts["number"].value, parts["year"].value
    early = isinstance(number, int) and number <= _EARLY and isinstance(year, int) and year >= _SINCE
    return early and ("S",) not in {around.before, around.nearest, evidence.issuer}


def _without_year(evidence: Evidence) -> str | None:
    """`822` alone: a resolution of the Security Council only where that body is named."""
    around, said = evidence.around, evidence.said
    free = not said or "S" in said
    its = around.its and free and ("S",) in (around.before, evidence.issuer)
    own = evidence.issuer == ("S",) and free and (around.before in {(), _organs.OTHER} or "S" in around.before)
    sure = said == ("S",) or around.after == ("S",) or its or own
    return "S" if sure and evidence.kind == "resolution" else None


def _of_roman_session(evidence: Evidence) -> str:
    """`217 A (III)`: the General Assembly to 1975, the Economic and Social Council to 1977, few others.

    The running number tells these two apart almost always; in a misprinted one the date does, then the words around.
    """
    parts, kind = evidence.reference.parts, evidence.kind
    for stems in (evidence.said, evidence.around.after):
        if len(stems) == 1:
            return stems[0]
        if stems:
            usual = (stem for stem in principal() if stem in stems and known_form(stem, kind, parts))
            return _choose(evidence, stems) or next(usual, "other")
    owners = [_choose(evidence, hint) for hint in evidence.owners if hint]
    if owners and owners[0] not in {None, "A", "E"}:
        return str(owners[0])
    agreeing = {organ: agreement(organ, kind, parts) for organ in ("A", "E")}
    if agreeing["A"] != agreeing["E"]:
        return max(agreeing, key=agreeing.__getitem__)
    if not any(agreeing.values()) and (organ := _other_roman(evidence)):
        return organ
    for stems in (*evidence.owners, evidence.issuer):
        usual = (stem for stem in ("A", "E") if stem in stems)
        if organ := _choose(evidence, stems) or next(usual, None):
            return organ
    return evidence.seen or "A"


def _other_roman(evidence: Evidence) -> str | None:
    """A body named near by that numbers so, for a number that neither of the usual two can have given."""
    parts, kind, around = evidence.reference.parts, evidence.kind, evidence.around
    near = [stems[0] for stems in (around.before, around.nearest, evidence.issuer) if len(stems) == 1]
    others = [stem for stem in sorted(evidence.home) if stem not in {"A", "E"} and known_form(stem, kind, parts)]
    beyond = not known_session("A", kind, parts) and len(others) == 1
    hints = [evidence.seen or "other", *near, *(others if beyond else ())]
    return next((stem for stem in hints if stem not in {"A", "other"} and known_form(stem, kind, parts)), None)


def _by_year(evidence: Evidence) -> str:
    """`2005/80`: the Economic and Social Council, one of its commissions, or the board of a programme.

    A statement by its year is one of the Security Council's President.
    """
    if evidence.kind == "statement":
        return "S"
    around = evidence.around
    for stems in (evidence.said, around.after):
        if stems:
            if organ := _choose(evidence, stems):
                return organ
            if len(stems) == 1 and known_form(stems[0], evidence.kind, evidence.reference.parts):
                return stems[0]
            if stems is evidence.said or len(stems) > 1:
                return "other"
    for stems in evidence.owners:
        if organ := _choose(evidence, stems):
            return organ
    if evidence.seen:
        return evidence.seen
    hints = (_choose(evidence, stems) for stems in (around.before, evidence.issuer, around.nearest))
    return next((organ for organ in hints if organ in principal()), "E")


def _by_session(evidence: Evidence) -> str | None:
    """`60/1`, `5/1`, `S-17/1`, `XII/5`: the General Assembly, the Human Rights Council, or a body that is named."""
    parts, kind, said, around = evidence.reference.parts, evidence.kind, evidence.said, evidence.around
    if said:
        organ = _choose(evidence, said)
        return organ if organ or len(said) > 1 else said[0]
    if around.after and (organ := _choose(evidence, around.after)):
        return organ
    if len(around.after) > 1 and not set(around.after) & set(principal()):
        return "other"
    open_ = [organ for organ in principal() if possible(organ, kind, parts)]
    by_date = [organ for organ in open_ if dated(organ, kind, parts)]
    for position, stems in enumerate(evidence.owners):
        if position == len(evidence.owners[:2]) and evidence.seen in open_:
            return evidence.seen  # the text names the body of this number elsewhere: that weighs more than its issuer
        organ = _choose(evidence, stems)
        if organ and organ != "other" and (not by_date or organ in by_date or dated(organ, kind, parts)):
            return organ
    if not open_:
        named = (_choose(evidence, stems) for stems in (around.before, evidence.issuer, around.nearest))
        return evidence.seen or next((organ for organ in named if organ), "other")
    if len(open_) == 1 and open_ == ["A"]:
        return "A"
    if len(by_date) == 1:
        return by_date[0]
    hints = (_choose(evidence, stems) for stems in (around.before, evidence.issuer, around.nearest))
    return next((organ for organ in (evidence.seen, *hints) if organ in open_), None)


@cache
def principal() -> tuple[str, ...]:
    """The bodies whose numbers stand without a name in texts of others, the likeliest first."""
    alone = [stem for stem, body in by_stem().items() if body.alone]
    return tuple(sorted(alone, key=lambda stem: (stem.count("/"), stem)))
