"""How a year is given to something: `his article of 1993`, `signed in 1979`, `(London, 1913)`, `the 1992 Protocol`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.details.words import DATED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from juslint.details.tokens import Detail

_BRACKET, _VERB = 8, 12  # details of a bracket, and back to a verb that says how a year is given
GIVEN = frozenset(  # how a year is given to what appears, is made or decided once
    """published appeared printed issued dated signed concluded adopted enacted passed promulgated opened decided
    delivered given written edited compiled entitled titled described reported completed authored based""".split()  # noqa: SIM905
)
WORKS = DATED | frozenset(  # what is of a year
    """article thesis dissertation book monograph paper study essay chap survey handbook textbook collection ed
    catalogue novel film life biography diary lecture commentary play series map printing note manual dictionary history
    account work vol observation pamphlet leaflet brochure anthology convention charter constitution code statute
    request application petition""".split()  # noqa: SIM905
)
_SPANNING = frozenset("from to until till since by before after between during through around about".split())  # noqa: SIM905
_NUMBERED = frozenset("resolution resolutions no nos number decision decisions recommendation".split())  # noqa: SIM905
_OWNERS = frozenset({"the", "his", "her", "its", "their"})


def is_in_front(segment: Sequence[Detail], one: Detail) -> bool:
    """Whether a year stands in front of what it is of: `the 1992 Almaty Protocol`."""
    behind = segment[one.at + 1 : one.at + 2]
    owned = one.at > 0 and segment[one.at - 1].value in _OWNERS
    return one.kind == "year" and bool(behind) and behind[0].gap == " " and owned


def form(segment: Sequence[Detail], one: Detail, *, listed: bool) -> str | None:
    """How a year is given."""
    before = segment[one.at - 1] if one.at else None
    if is_in_front(segment, one):
        return "front" if any(each.value in WORKS for each in segment[one.at + 1 : one.at + 6]) else None
    if before is None:
        return "listed" if listed else ""
    if before.value in _SPANNING or _is_numbered(segment, one):
        return None
    if before.value in {"of", "dated"} and one.gap == " ":
        return "of" if _is_of_work(segment, one) else ""
    if before.value in {"in", "on"}:
        given = any(each.value in GIVEN for each in segment[max(0, one.at - _VERB) : one.at])
        behind = segment[one.at + 1 : one.at + 2]
        given = given or (bool(behind) and behind[0].value == "that" and behind[0].gap == " ")  # held in 1950 that
        return before.value if given or one.gap == ", " else ""
    if is_bracketed(segment, one):
        return "bracket"
    return "listed" if listed else "comma" if one.gap == ", " else ""


def _is_of_work(segment: Sequence[Detail], one: Detail) -> bool:
    """Whether what is `of` a year is what has a year of its own: a name, a work, a judgment, and no session."""
    noun = segment[one.at - 2] if one.at > 1 else None
    if noun is None or noun.kind == "name" or segment[one.at - 1].value == "dated":
        return noun is not None
    return noun.value in WORKS or noun.value == "is" or noun.kind in {"code", "number"}


def _is_numbered(segment: Sequence[Detail], one: Detail) -> bool:
    """Whether it is a number, or the year of one: `resolution 1683`, `resolution 2317 (2016)`."""
    before = segment[max(0, one.at - 2) : one.at] if one.kind == "year" else []
    return any(each.value in _NUMBERED for each in (before if one.gap == " (" else before[-1:]))


def is_bracketed(segment: Sequence[Detail], one: Detail) -> bool:
    """Whether it stands in brackets, which opened shortly before."""
    for each in reversed(segment[max(0, one.at - _BRACKET) : one.at + 1]):
        if ")" in each.gap.rpartition("(")[2] or "]" in each.gap.rpartition("[")[2]:
            return False
        if "(" in each.gap or "[" in each.gap:
            return True
    return False
