"""Whether a bare number is a court's: "C-130/90", "Series C No. 4", "Communication 250/2002" are much else besides.

A bare number counts where the text speaks of its court or cites it otherwise, or is nothing but the number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.families import _world_court

if TYPE_CHECKING:
    from collections.abc import Iterable

    from juslint.reference import Reference

_AMERICAN = re.compile(r"Inter-?\s?American|I/A\s+Court|\bIAC(?:t|our)?t?HR\b|\bIACHR\b|\bIACommHR\b|interaméricaine")
_UNION = re.compile(
    r"Court\s+of\s+Justice|General\s+Court|Court\s+of\s+First\s+Instance|CJEU|\bECJ\b|\bCJUE\b|\bCJCE\b|Cour\s+de\s+justice"
    r"|Luxembourg|Advocate\s+General|[Pp]reliminary\s+ruling|\bv\.?\s+(?:Commission|Council)\b|[Cc]ases?\s+[CTF]-|ECR\b"
    r"|EU:[CTF]:"
)
_AFRICAN = re.compile(r"African\s+Commission|ACHPR|ACmHPR|Commission\s+africaine|\bAfr\.\s+Comm")
_SPOKEN_OF = {"ICJ": _world_court.NAMED, "PCIJ": _world_court.NAMED, "CJEU": _UNION, "ACHPR": _AFRICAN}
_SPOKEN_OF |= {"IACtHR": _AMERICAN, "IACHR": _AMERICAN}
_ALIKE = dict.fromkeys(("IACtHR", "IACHR"), ("IACtHR", "IACHR"))  # where one is cited, the other is meant too
_NEAR = {"ACHPR": (300, 80)}  # treaty bodies number communications likewise: the Commission is named close by


class Text:
    """A text and which courts it speaks of; nothing is searched before it is asked."""

    def __init__(self, text: str, references: Iterable[Reference] = ()) -> None:
        self._text = text
        sure = (reference.text_of("court") for reference in references if "bare" not in reference.parts)
        self._spoken: dict[str, bool] = {}
        for court in sure:
            if court and court not in _NEAR:
                self._spoken |= dict.fromkeys(_ALIKE.get(court, (court,)), True)

    def allows(self, reference: Reference) -> bool:
        """Whether a reference is surely its court's: it is not bare, or the text speaks of that court."""
        if "bare" not in reference.parts or reference.text == self._text.strip():
            return True
        court = reference.text_of("court") or ""
        if court in _NEAR:
            before, behind = _NEAR[court]
            around = self._text[max(0, reference.span.start - before) : reference.span.end + behind]
            return _SPOKEN_OF[court].search(around) is not None
        if court not in self._spoken:
            self._spoken[court] = _SPOKEN_OF[court].search(self._text) is not None
        return self._spoken[court]
