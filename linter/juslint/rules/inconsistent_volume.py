"""One article or paper in different volumes, or under different numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.knowledge import normalise_title
from juslint.rules import Rule, _agreement, _works
from juslint.rules._agreement import Told, Wording
from juslint.rules._sources import sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.finding import Finding
    from juslint.rules import Context

RULE = Rule(
    name="inconsistent-volume",
    severity="warning",
    summary="One article stands in different volumes or issues.",
    why="A journal is looked up by its volume. With another one the reader opens another year and finds nothing.",
    source=(
        "United Nations Editorial Manual, Footnotes and other references: an article is cited with volume, number and "
        "date. One fact alone is compared: where volume and year and pages differ, there are two articles."
    ),
    wrong=(
        (
            'See Bruno Simma, "NATO, the UN and the use of force: legal aspects", *European Journal of International '
            "Law*, vol. 10, No. 1 (1999), pp. 1–22.\n\n"
            'See Bruno Simma, "NATO, the UN and the use of force: legal aspects", *European Journal of International '
            "Law*, vol. 11, No. 1 (1999), pp. 1–22.\n"
        ),
    ),
    right=(
        (
            'See James Crawford, "The work of the Commission on responsibility, part one", *European Journal of '
            'International Law*, vol. 10 (1999), p. 435, and James Crawford, "The work of the Commission on '
            'responsibility, part two", *European Journal of International Law*, vol. 11 (2000), p. 12.\n'
        ),
    ),
)

_FAMILIES = frozenset({"article", "report"})
_PARTS = {"volume": "vol.", "number": "No."}


def check_workspace(contexts: Sequence[Context]) -> Iterator[Finding]:
    """A finding at each volume or number that is not the one that should stand."""
    for source in sources(contexts):
        mentions = [one for one in source.mentions if one.reference.family in _FAMILIES]
        for part, label in _PARTS.items():
            said = [Told(one, value, one.place(part)) for one in mentions if (value := one.reference.text_of(part))]
            yield from _agreement.findings(
                RULE,
                said,
                _agree,
                Wording(f"{source.because()}. Check it at the source and use one.", f"{label} {{}}".format),
            )


def _agree(one: str, other: str) -> bool:
    """Whether both are one volume or number; index numbers, `EUR 54/001/2000`, that are no slip are of two papers."""
    if normalise_title(one) == normalise_title(other):
        return True
    return "/" in one and "/" in other and not _works.slipped_symbol(one, other)
