"""Numbers of acts and cases that are not written as their issuers write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.rules import Rule, _flaws

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.finding import Finding
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="malformed-act",
    severity="warning",
    summary="The number of a Council of Europe or OSCE document, or of a case, not written as its issuer writes it.",
    why="Documents and cases are looked up by these numbers, in which spaces, hyphens and capitals count.",
    source=(
        "Numbers on the pages of the Committee of Ministers, `CM/Del/Dec(2010)1084`, `CM/Del/Concl(92)471bis`; case "
        "numbers of the criminal tribunals, `IT-94-1-A`."
    ),
    wrong=(
        "Declaration of 11 March 1992, CM/Del/Concl(92)471 bis.\n",
        "See CM/Del/DEC(2010)1084.\n",
        "See ICC 01/04-01/06.\n",
    ),
    right=(
        "Declaration of 11 March 1992, CM/Del/Concl(92)471bis.\n",
        "See CM/Del/Dec(2010)1084.\n",
        "See IT-94-1-A, ICC-01/04-01/06 and CDL-AD(2010)001.\n",
        "The declaration was adopted at the 471bis meeting of the Ministers’ Deputies.\n",
    ),
    yields_to=("inconsistent-form",),
)
_KINDS = {
    "number-spacing": _flaws.Kind("warning", "no space stands inside the number of a Council of Europe document"),
    "letter-case": _flaws.Kind("warning", "the series of a Council of Europe document has fixed capitals"),
    "case-number": _flaws.Kind("warning", "the parts of a case number are joined by hyphens"),
    "year-digits": _flaws.Kind("info", "the OSCE writes the year of a decision with two digits"),
    "number-digits": _flaws.Kind("info", "the Venice Commission numbers its opinions with three digits"),
}


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """Every flaw of this kind, with its mend."""
    if reference.family in ("coe", "court", "other"):
        yield from _flaws.findings(RULE, reference, context, _KINDS)
