"""Application numbers and ECLIs of the European Court that are not formed as the Court forms them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.rules import Rule, _flaws

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.finding import Finding
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="malformed-application-number",
    severity="warning",
    summary="An application number or ECLI of the European Court that is not formed as the Court forms it.",
    why=(
        "The Court's database knows a case by a number, a slash and two digits of its year. With four digits, or "
        "with a digit missing from the ECLI, the case is not found."
    ),
    source="European Court of Human Rights, note on the mode of citation, and its own list of 21,000 references.",
    wrong=(
        "See Fatullayev v. Azerbaijan, no. 40984/2007, § 87, 22 April 2010.\n",
        "See ECLI:CE:ECHR:2010:0422JUD4098407.\n",
    ),
    right=(
        "See Fatullayev v. Azerbaijan, no. 40984/07, § 87, 22 April 2010.\n",
        "See ECLI:CE:ECHR:2010:0422JUD004098407.\n",
    ),
)
_KINDS = {
    "application-number": _flaws.Kind("warning", "the year in an application number has two digits"),
    "ecli": _flaws.Kind(
        "error", "an ECLI of the Court ends in nine digits: the application number padded to seven, and the year"
    ),
}


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """Every flaw of this kind, with its mend."""
    if reference.family == "echr":
        yield from _flaws.findings(RULE, reference, context, _KINDS)
