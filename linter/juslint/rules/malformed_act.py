"""Numbers of Council of Europe acts that are not written as the Council writes them."""

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
    summary="The number of a Council of Europe document that is not written as the Council writes it.",
    why="The documents of the Committee of Ministers are looked up by this number, in which spaces and capitals count.",
    source="Numbers on the pages of the Committee of Ministers: `CM/Del/Dec(2010)1084`, `CM/Del/Concl(92)471bis`.",
    wrong=("Declaration of 11 March 1992, CM/Del/Concl(92)471 bis.\n", "See CM/Del/DEC(2010)1084.\n"),
    right=(
        "Declaration of 11 March 1992, CM/Del/Concl(92)471bis.\n",
        "See CM/Del/Dec(2010)1084.\n",
        "The declaration was adopted at the 471bis meeting of the Ministers’ Deputies.\n",
    ),
    yields_to=("inconsistent-form",),
)
_KINDS = {
    "number-spacing": _flaws.Kind("warning", "no space stands inside the number of a Council of Europe document"),
    "letter-case": _flaws.Kind("warning", "the series of a Council of Europe document has fixed capitals"),
}


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """Every flaw of this kind, with its mend."""
    if reference.family == "coe":
        yield from _flaws.findings(RULE, reference, context, _KINDS)
