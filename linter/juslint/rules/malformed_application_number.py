"""Application numbers and ECLIs of the European Court that are not formed as the Court forms them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.rules import Rule, _flaws
from juslint.rules._case_words import finding, number_span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.document import Span
    from juslint.finding import Finding
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="malformed-application-number",
    severity="warning",
    summary="An application number or ECLI of the European Court that is not formed as the Court forms it.",
    why=(
        "The Court's database knows a case by a number of one to five digits, a slash and two digits of its year, from "
        "55 on. With four digits, or with a digit missing from the ECLI, the case is not found."
    ),
    source="European Court of Human Rights, note on the mode of citation, and its own list of 21,000 references.",
    wrong=(
        "See Fatullayev v. Azerbaijan, no. 40984/2007, § 87, 22 April 2010.\n",
        "See ECLI:CE:ECHR:2010:0422JUD4098407.\n",
        "See Ruiz v. Spain, no. 123456/09, § 3.\n",
        "See Ruiz v. Spain, no. 12345/47, § 3.\n",
    ),
    right=(
        "See Fatullayev v. Azerbaijan, no. 40984/07, § 87, 22 April 2010.\n",
        "See ECLI:CE:ECHR:2010:0422JUD004098407.\n",
        "By judgment no. 15894/2005 the Court of Cassation dismissed the appeal.\n",
    ),
    yields_to=("case-number",),
)
_MOST = 99999
_FIRST_YEARS = range(40, 55)  # the first applications came in in 1955; these two digits are of no year before 2040
_LABELLED = re.compile(r"^\W*(?:app|req|besch|ricors|demand|ba\u015fv|\u0436\u0430\u043b\u043e\u0431)", re.IGNORECASE)
_PARTIES = re.compile(r"\s(?:v|c|vs|versus|against|contre|gegen)\.?\s", re.IGNORECASE)  # a ministry's circular has none
_AFRICAN = re.compile(r"(?<![0-9])0[0-9]{2}/20[0-9]{2}(?![0-9])")  # as the African Court numbers applications
_KINDS = {
    "application-number": _flaws.Kind("warning", "an application number ends in a slash and two digits of its year"),
    "ecli": _flaws.Kind(
        "error", "an ECLI of the Court ends in nine digits: the application number padded to seven, and the year"
    ),
}


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """Every flaw of this kind, with its mend."""
    if reference.family != "echr":
        return
    if "ecli" in reference.parts or _is_of_the_court(reference, context):
        yield from _flaws.findings(RULE, reference, context, _KINDS)
    part = reference.parts.get("applications")
    if part is None or "name" not in reference.parts or not isinstance(part.value, tuple):
        return
    for number in map(str, part.value):
        serial, _, year = number.partition("/")
        span = number_span(reference, number, context)
        if span is None or not (serial.isdecimal() and year.isdecimal()) or not _digits_only(span, context):
            continue
        if int(serial) > _MOST:
            message = f"an application number has one to five digits before the slash: {number} here"
        elif int(year) in _FIRST_YEARS:
            message = f"no application is of the year {year}, the first are of 1955: {number} here"
        else:
            continue
        yield finding(RULE, "error", span, message, reference, context)


def _is_of_the_court(reference: Reference, context: Context) -> bool:
    """Whether a number of an unusual form is surely an application's, and not that of a file of another court."""
    if _AFRICAN.search(reference.text):
        return False
    if _PARTIES.search(reference.text_of("name") or "") or _LABELLED.match(reference.text):
        return True
    return bool(context.knowledge.cases.of(reference.id or ""))


def _digits_only(span: Span, context: Context) -> bool:
    """Whether the number has a year of two digits: one of four is spoken of already."""
    return span.end - span.start <= len("123456/00 ") and context.document.text[span.end - 3] in "/\u2044 "
