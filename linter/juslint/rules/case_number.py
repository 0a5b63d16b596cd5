"""Application numbers of the European Court that are not those of the case that is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.rules import Rule
from juslint.rules._case_evidence import is_slip, meant
from juslint.rules._case_names import Likeness
from juslint.rules._case_words import described, finding, number_span, origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.finding import Finding, Severity
    from juslint.knowledge.cases import Case
    from juslint.reference import Reference
    from juslint.rules import Context
    from juslint.rules._case_evidence import Meant

RULE = Rule(
    name="case-number",
    severity="error",
    summary="An application number that is not that of the case that is named.",
    why=(
        "The number is what a reader types into the Court's database. With two digits changed it leads to another "
        "case, or to none, while the name beside it still looks right."
    ),
    source="The knowledge base: numbers, names, dates and volumes of the Court's judgments and decisions (HUDOC).",
    wrong=(
        "See Fatullayev v. Azerbaijan, no. 40894/07, § 87, 22 April 2010.\n",
        "See Labita v. Italy [GC], no. 26772/75, § 119, ECHR 2000-IV.\n",
    ),
    right=(
        "See Fatullayev v. Azerbaijan, no. 40984/07, § 87, 22 April 2010.\n",
        "See Fatullayev v. Azerbaijan (no. 2), no. 32734/11, § 8, 7 April 2011.\n",
        "See Chiragov and Others v. Armenia [GC], no. 13216/05, § 96, ECHR 2015.\n",
    ),
    yields_to=("inconsistent-number",),
)
_WHOLE = 4  # letters of a name that tells a case: `X`, `A.B.` do not


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A first number that is another case's or none's; a further one that is a slip of one of the case's."""
    found = meant(reference, context.knowledge)
    part = reference.parts.get("applications")
    if found is None or part is None or not isinstance(part.value, tuple):
        return
    numbers = tuple(map(str, part.value))
    if found.numbered is False:
        yield from _first(numbers[0], found, reference, context)
    elif found.numbered and found.named:
        yield from _further(numbers, found, reference, context)


def _first(number: str, found: Meant, reference: Reference, context: Context) -> Iterator[Finding]:
    span = number_span(reference, number, context)
    if span is None or not found.named:
        return
    meant_by = (found.dated or found.reported or found.cases)[0]
    near = _slips(number, found.cases)
    tells = len("".join(letter for letter in found.spelled.partition(" v")[0] if letter.isalpha())) >= _WHOLE
    known = context.knowledge.cases.of(number)
    spoken = bool(found.day or found.reported)
    if not near and not (spoken and tells and found.name is Likeness.SAME and found.day is not False):
        return
    severity: Severity = "error" if near or known else "warning"
    proper = near[0] if len(near) == 1 else meant_by.id
    theirs = f"; no. {number} is {known[0].name}" if known else ""
    which = f", {described(meant_by)}," if found.dated or found.reported else ""
    message = f"no. {number} here; {meant_by.name}{which} is no. {proper} ({origin(meant_by)}){theirs}"
    yield finding(RULE, severity, span, message, reference, context, proper)


def _further(numbers: tuple[str, ...], found: Meant, reference: Reference, context: Context) -> Iterator[Finding]:
    """Numbers behind the first that no document of the case bears, and that are one slip from one that it does."""
    all_of = {one for case in found.cases for one in case.applications}
    for number in numbers[1:]:
        if number in all_of or context.knowledge.cases.of(number):
            continue
        near = [one for one in _slips(number, found.cases) if one not in numbers]
        span = number_span(reference, number, context)
        if len(near) != 1 or span is None:
            continue
        case = next(case for case in found.cases if near[0] in case.applications)
        message = f"no. {number} here; {case.name} joins no. {near[0]}, and not this one ({origin(case)})"
        yield finding(RULE, RULE.severity, span, message, reference, context, near[0])


def _slips(number: str, cases: tuple[Case, ...]) -> list[str]:
    """The numbers of these cases that a slip makes of this one."""
    all_of = dict.fromkeys(one for case in cases for one in case.applications)
    return [one for one in all_of if is_slip(number, one)]
