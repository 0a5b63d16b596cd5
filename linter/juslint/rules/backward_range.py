"""Pages or paragraphs from a higher number to a lower one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.finding import Finding
from juslint.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="backward-range",
    severity="warning",
    summary="A range of pages or paragraphs runs backwards.",
    why="In “pp. 231–214” one of the two numbers is mistyped, and a reader cannot tell which.",
    source="juslint's own. A second number with fewer digits, as in “121–4”, is a short form and is not looked at.",
    wrong=(
        (
            "See Malcolm N. Shaw, *International Law*, 7th ed. (Cambridge, Cambridge University Press, 2014), "
            "pp. 231–214.\n"
        ),
    ),
    right=(
        (
            "See Malcolm N. Shaw, *International Law*, 7th ed. (Cambridge, Cambridge University Press, 2014), "
            "pp. 213–214, 231–4.\n"
        ),
    ),
)

_RANGE = re.compile(
    r"(?<![0-9A-Za-z./-])([0-9]{1,4})\s?[-\u2010-\u2015]\s?([0-9]{1,4})(?![0-9A-Za-z/]|[-\u2010-\u2015])"
)
_MEANT = re.compile(r"pp?\.|paras?\.|pages?|paragraphs?|§|[0-9]", re.IGNORECASE)


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A finding at each such range in the pinpoint and the pages of a reference."""
    text = context.document.text
    for part in (reference.pinpoint, reference.parts.get("pages")):
        if part is None or not _MEANT.match(text, part.span.start):
            continue
        for found in _RANGE.finditer(text, *part.span):
            low, high = found[1], found[2]
            if len(low) == len(high) and int(low) > int(high):
                yield Finding(
                    RULE.name,
                    RULE.severity,
                    context.document.path,
                    Span(*found.span()),
                    f"{low} comes after {high}: check both numbers at the source",
                    reference_id=reference.id,
                )
