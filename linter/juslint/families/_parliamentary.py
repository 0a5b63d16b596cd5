"""Whether a resolution with a year is the Parliamentary Assembly's, where the text does not say so beside the number.

The Security Council and the Assembly both write `1787 (2011)`. In a text that names the Assembly, or in a paragraph
that names the Council of Europe, a number that cannot be the Council's of that year, and can be the Assembly's, is the
Assembly's.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.reference import Part
from juslint.sought import Sought

if TYPE_CHECKING:
    from juslint.knowledge import Knowledge
    from juslint.reference import Reference

RESOLUTIONS = "coe/parliamentary-assembly/resolutions"
_NAMED = Sought(
    r"Parliamentary\s+Assembly|\bPACE\b|Assemblée\s+parlementaire|\bAPCE\b|Consultative\s+Assembly\s+of\s+the\s+Council\s+of\s+Europe",
    "Parliamentary|PACE|Assemblée|APCE|Consultative",
)
_COUNCIL = re.compile(r"Security\s+Council|Council\s+resolution|\bUNSC", re.IGNORECASE)
_SLIP = 2  # years by which a year may be mistyped and the number still be the Assembly's rather than the Council's
_BEFORE = 400  # characters before a number in which the body is named that the text speaks of
_WITH_YEAR = re.compile(r"\b([0-9]{1,4})\s*\(((?:19|20)[0-9]{2})\)")
_EUROPE = re.compile(r"Council\s+of\s+Europe|Conseil\s+de\s+l['\u2019]Europe")
_CLOSE = 200  # characters around a number in which the Council of Europe is named
_NEAR = 60  # characters around a number in which its body is named


def meant(reference: Reference, knowledge: Knowledge, text: str) -> Reference | None:
    """The reference as the Assembly's; None where it is the Security Council's, or nothing decides."""
    number, year = reference.number_of("number"), reference.number_of("year")
    if number is None or year is None or reference.id != f"S/RES/{number} ({year})":
        return None
    if not is_named(text) and not _is_of_europe(reference, text):
        return None
    if reference.text_of("kind") != "resolution" or knowledge.security_council_year(number) == year:
        return None
    before = text[max(0, reference.span.start - _NEAR) : reference.span.start].rpartition("\n\n")[2]
    around = before + text[reference.span.start : reference.span.end + _NEAR].partition("\n\n")[0]
    if reference.text.startswith("S/") or _COUNCIL.search(around) or not possible(knowledge, number, year):
        return None
    if _council_spoken_of(reference, text) or _beside_the_councils(around, knowledge):
        return None
    id_ = f"PACE Resolution {number} ({year})"
    parts = {**reference.parts, "organ": Part("PACE", Span(*reference.parts["number"].span))}
    return replace(reference, family="coe", id=id_, canonical=id_, parts=parts)


@lru_cache(maxsize=1)
def is_named(text: str) -> bool:
    """Whether a text names the Assembly; asked for each of its resolutions."""
    return _NAMED.search(text) is not None


def _is_of_europe(reference: Reference, text: str) -> bool:
    """Whether the paragraph names the Council of Europe close by."""
    before = text[max(0, reference.span.start - _CLOSE) : reference.span.start].rpartition("\n\n")[2]
    around = before + text[reference.span.start : reference.span.end + _CLOSE].partition("\n\n")[0]
    return _EUROPE.search(around) is not None


def possible(knowledge: Knowledge, number: int, year: int) -> bool:
    """Whether the known resolutions of the Assembly around a number leave room for the year, or for one close to it."""
    first, last = knowledge.running_years(RESOLUTIONS, number)
    return first is not None and first - _SLIP <= year and (last is None or year <= last + _SLIP)


def _council_spoken_of(reference: Reference, text: str) -> bool:
    """Whether the Security Council is the last of the two bodies that the words before the number name."""
    before = text[max(0, reference.span.start - _BEFORE) : reference.span.start]
    council, assembly = (
        max((one.end() for one in body.finditer(before)), default=0) for body in (_COUNCIL, _NAMED.pattern)
    )
    return council > assembly


def _beside_the_councils(around: str, knowledge: Knowledge) -> bool:
    """Whether a number close by is surely the Council's: those of a list are of one body."""
    return any(knowledge.security_council_year(int(one[1])) == int(one[2]) for one in _WITH_YEAR.finditer(around))
