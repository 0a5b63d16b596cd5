"""Names of cases in front of a national citation: `Abbott v. Abbott, 560 U.S. 1` · `Re Snowden [1970] Ch 700`.

Source: OSCOLA, 4th edition, 2.1; The Bluebook, rule 10.2.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_BACK = 200  # characters of a name
_CAPITAL = r"(?:[A-Z\u00c0-\u017f]|d[eu][A-Z])[\w.'\u2019&/-]*"
_WORD = rf"(?:{_CAPITAL}|[0-9]{{1,4}}|&)"
_LITTLE = r"of|the|for|and|de|la|du|van|von|der|den|al|el|ex|rel\.|et|al\.|plc|others?"
_SMALL = rf"(?:{_LITTLE}|parte|p|on|behalf|in|to)"
_COMPANY = (
    r",\s(?:Inc|Ltd|LLC|L\.L\.C|PLC|plc|Co|Corp|S\.?A|N\.?A|L\.?P|LLP|AG|GmbH|N\.?V|B\.?V|Limited|et\sal|ex\sp)\b\.?"
)
_BRACKETS = r"\s\([^()]{1,40}\)"
_PARTY = rf"{_CAPITAL}(?:\s(?:{_WORD}|{_SMALL})(?![\w])|{_COMPANY}|{_BRACKETS})*"
_VERSUS = re.compile(r"\sv\.?\s")
_SECOND = re.compile(rf"{_PARTY}(?:,\s(?:No\.?|Nos\.)\s[0-9/ -]+|,\sex\s(?:p|parte|rel\.?)\.?\s{_PARTY})?,?\s+")
_FIRST = re.compile(rf"{_CAPITAL}(?:\s(?:{_WORD}|{_LITTLE})(?![\w])|{_COMPANY}|{_BRACKETS})*$")
_REPORTED = re.compile(r",?\s[\[(](?:1[89]|20)[0-9]{2}[\])]")  # another citation of the same decision
_ALONE = re.compile(rf"(?:In\sre|Re|Ex\sparte|Matter\sof)\s{_PARTY},?\s+$")
_LEAD = re.compile(
    r"(?:(?:[Ss]ee(?:,?\s+(?:e\.g\.|also|generally))?|[Ii]n|[Bb]ut|[Cc]f\.|[Ee]\.g\.|[Aa]ccord|[Cc]ompare|[Cc]ontra|[Aa]nd|[Aa]lso"
    r"|As|Under|Since|Both|Like|Unlike|Following|Applying|Citing|Quoting|From|By|The|Thus|With|Case),?\s+(?:of\s+|the\s+)*)+"
)
_SENTENCE_END = re.compile(r"[\w)\]][a-z]{5,}\.\s+(?=[A-Z])|[\])0-9]\.\s+(?=[A-Z])")


def name(text: str, floor: int, at: int, emphases: Sequence[Span]) -> Span | None:
    """Where the name stands that ends in front of a citation at `at`; `emphases`: those that may be the name's."""
    low = max(floor, at - _BACK)
    plain = text[low:at].replace("\n", " ")
    versus = list(_VERSUS.finditer(plain))
    if not versus:
        alone = _ALONE.search(plain)
        return _span(plain, low, alone.start(), len(plain)) if alone else None
    last = versus[-1]
    if _SECOND.fullmatch(plain, last.end()) is None:
        return None
    italics = next((one for one in emphases if one.start <= low + last.start() < one.end <= at), None)
    if italics is not None and italics.start >= low:
        lead = _LEAD.match(plain, italics.start - low, last.start())
        return _span(plain, low, lead.end() if lead else italics.start - low, len(plain))
    ends = list(_SENTENCE_END.finditer(plain, 0, last.start()))
    first = ends[-1].end() if ends else 0
    found = _FIRST.search(plain, first, last.start())
    if found is None:
        return None
    lead = _LEAD.match(plain, found.start(), last.start())
    start = lead.end() if lead else found.start()
    return _span(plain, low, start, len(plain)) if plain[start : start + 1].isalnum() else None


def _span(plain: str, low: int, start: int, end: int) -> Span:
    reported = _REPORTED.search(plain, start, end)
    return Span(low + start, low + start + len(plain[start : reported.start() if reported else end].rstrip(" ,")))
