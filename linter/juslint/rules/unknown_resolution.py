"""Resolutions with a number that the knowledge base knows not to exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.finding import Finding
from juslint.rules import Rule, _council
from juslint.rules._core import core

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="unknown-resolution",
    severity="error",
    summary="A resolution with a number that does not exist in its year or series.",
    why=(
        "For some series the knowledge base holds every number up to a stated day. A number inside that range that it "
        "does not have was never given; most often a digit is wrong."
    ),
    source=(
        "The coverage that each series of the knowledge base states; Security Council resolutions to January 2026, its "
        "presidential statements from 1997 to 2021 but for 2000."
    ),
    wrong=("The Security Council adopted resolution 2900 (2019).\n", "See S/RES/2671 (2019).\n"),
    right=(
        "The Security Council adopted resolutions 2503 (2019) and 2671 (2022).\n",
        "The Security Council adopted resolution 2950 (2027).\n",
        "See Resolution 2900 (2019) of the Parliamentary Assembly of the Council of Europe.\n",
        "See General Assembly resolution 74/999.\n",
        "See S/PRST/2015/9 and S/PRST/2025/99.\n",
    ),
)


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A number that its year or series surely does not have. A number of another year is another rule's matter."""
    message = _of_council(reference, context) or _of_series(reference, context)
    if message is not None:
        yield Finding(
            rule=RULE.name,
            severity=RULE.severity,
            path=context.document.path,
            span=core(context.document, reference),
            message=message,
            reference_id=reference.id,
        )


def _of_council(reference: Reference, context: Context) -> str | None:
    """Numbers of which no year is known, in a year of which all numbers are known."""
    number, year = reference.number_of("number"), reference.number_of("year")
    if number is None or year is None or context.knowledge.security_council_year(number) is not None:
        return None
    numbers = context.knowledge.security_council_range(year)
    if numbers is None or numbers[1] is None or numbers[0] <= number <= numbers[1]:
        return None
    if not _council.is_resolution(reference, context):
        return None
    return f"there is no Security Council resolution {number} of {year}{_council.years_of(context.knowledge, year)}"


def _of_series(reference: Reference, context: Context) -> str | None:
    """Numbers inside the coverage of another series that the knowledge base does not have."""
    if reference.id is None or reference.id.startswith("S/RES/"):
        return None
    if context.knowledge.resolve(reference.id).status != "absent":
        return None
    series = next(one for one in context.knowledge.series() if one.pattern().fullmatch(reference.id))
    year = reference.number_of("year")
    if series.complete is not None:
        return f"there is no {reference.id}: all numbers of {year} of this series are known"
    return (
        f"there is no {reference.id}: the numbers {series.first} to {series.last} of this series are all known"
        f"{f', to {series.through}' if series.through else ''}"
    )
