"""Official Records whose session or year is another than that of the symbol behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.finding import Finding
from juslint.rules import Rule
from juslint.sought import GAP, Sought
from juslint.structure.ordinals import ordinal

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from juslint.rules import Context

RULE = Rule(
    name="records-session",
    severity="warning",
    summary="Official Records of another session or year than the symbol that stands with them.",
    why=(
        "A supplement to the Official Records is of one session, and its symbol carries the number of that session, or "
        "of the year. Where the two differ, one is that of another report."
    ),
    source=(
        "United Nations Editorial Manual, footnotes to Official Records; the Nth year of the Security Council is "
        "1945 + N."
    ),
    wrong=(
        "Official Records of the General Assembly, Sixty-fourth Session, Supplement No. 41 (A/65/41).\n",
        "Official Records of the Economic and Social Council, 2004, Supplement No. 3 (E/2005/23).\n",
        "Official Records of the Security Council, Fifty-first Year, Supplement for July, August and September 1995.\n",
    ),
    right=(
        "Official Records of the General Assembly, Sixty-fifth Session, Supplement No. 41 (A/65/41).\n",
        "Official Records of the General Assembly, Twenty-second Session, Supplement No. 14 (A/6714).\n",
        "Official Records of the General Assembly, Tenth Special Session, Supplement No. 4 (A/S-10/4).\n",
        "Official Records of the Economic and Social Council, 2005, Supplement No. 3 (E/2005/23).\n",
        "Official Records of the Security Council, Fiftieth Year, Supplement for July, August and September 1995.\n",
        "Official Records of the General Assembly, Sixty-fourth Session, Supplement No. 41, and A/65/41.\n",
    ),
)
_OF = r"\b(?:Official\s+)?Records\s+of\s+the\s+"
_WORDS = r"(?P<said>[A-Z][a-z]+(?:\s?[-‑–]\s?[a-z]+)?)"
_SUPPLEMENT = r"[,.]\s+Supplement\s+No\.\s*[0-9]{1,3}\s?[A-Z]?[*_]*"
_YEAR = "(?:19|20)[0-9]{2}"
_OPENING = f"(?:Official{GAP}+)?Records{GAP}+of{GAP}+the{GAP}+"
_ASSEMBLY = Sought(
    rf"{_OF}General\s+Assembly,\s+{_WORDS}\s+[Ss]ession{_SUPPLEMENT}\s*\(A/(?P<symbol>[0-9]{{2,3}})/[0-9]+",
    _OPENING + "General",
)
_ECONOMIC = Sought(
    rf"{_OF}Economic\s+and\s+Social\s+Council,\s+(?P<said>{_YEAR}){_SUPPLEMENT}\s*\(E/(?P<symbol>{_YEAR})/[0-9]+",
    _OPENING + "Economic",
)
_COUNCIL = Sought(
    rf"{_OF}Security\s+Council,\s+{_WORDS}\s+[Yy]ear,\s+Supplement\s+for\s+[A-Z][A-Za-z, ]{{2,50}}\s"
    rf"(?P<symbol>{_YEAR})\b",
    _OPENING + "Security",
)
_FIRST = 1945  # the year before the Security Council's first


def check_document(context: Context) -> Iterator[Finding]:
    """Words against symbol, where both say it."""
    text = context.document.text
    for found in _ASSEMBLY.finditer(text):
        session, written = ordinal(found["said"]), int(found["symbol"])
        if session is not None and session != written:
            yield _finding(context, found, f"session {session} here, and a symbol of session {written}")
    for found in _ECONOMIC.finditer(text):
        if found["said"] != found["symbol"]:
            yield _finding(context, found, f"of {found['said']} here, and a symbol of {found['symbol']}")
    for found in _COUNCIL.finditer(text):
        year, written = ordinal(found["said"]), int(found["symbol"])
        if year is not None and _FIRST + year != written:
            its = f"year {year} of the Security Council is {_FIRST + year}"
            yield _finding(context, found, f"{its}, and {written} is its year {written - _FIRST}")


def _finding(context: Context, found: re.Match[str], said: str) -> Finding:
    span = Span(found.start("said"), found.end())
    return Finding(RULE.name, RULE.severity, context.document.path, span, f"{said}: check which of the two is meant")
