"""Addresses that end in `#`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.finding import Edit, Finding, Fix, SourceEdit
from juslint.rules import Rule
from juslint.rules._overlaps import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.rules import Context

RULE = Rule(
    name="empty-fragment",
    severity="warning",
    summary="An address ends in an empty fragment, `#`.",
    why=(
        "The `#` is left over from a click on the page that the address was copied from. It leads to the same "
        "page, and makes one address look like two."
    ),
    source="RFC 3986, section 3.5: a fragment names a part of what the address leads to; an empty one names nothing.",
    wrong=(
        "See https://www.hrw.org/news/1997/03/23/response-armenian-government-letter-town-khojaly-nagorno-karabakh#.\n",
        "See [the letter](https://www.hrw.org/english/docs/1997/03/24/azerba16933.htm#).\n",
    ),
    right=("See https://www.hrw.org/english/docs/1997/03/24/azerba16933.htm#page.\n", "See [the list](#).\n"),
)


def check_document(context: Context) -> Iterator[Finding]:
    """One finding for an address and the target of its link together."""
    document = context.document
    told: set[Span] = set()
    at_place = At(context.references)
    for link in document.links:
        target = link.target.strip()
        shown = document.text[link.span.start : link.span.end]
        if len(target) < 2 or not target.endswith("#"):
            continue
        told |= {one.span for one in (*at_place.inside(link.span), *at_place.around(link.span))}
        edits: list[Edit | SourceEdit] = []
        place = document.offsets.to_source(link.span)
        if not (place.start <= link.target_source.start < place.end):  # in <https://…> text and target are one
            end = link.target_source.start + link.target.rstrip().rfind("#")
            edits.append(SourceEdit(Span(end, end + 1), ""))
        both = shown.rstrip().endswith("#")
        if both:
            at = link.span.start + len(shown.rstrip()) - 1
            edits.append(Edit(Span(at, at + 1), ""))
        where = (
            "the address and the target of its link end" if both and len(edits) > 1 else "the target of the link ends"
        )
        yield _finding(context, link.span, where if len(edits) > 1 or not both else "the address ends", edits)
    for reference in context.references:
        if reference.family != "web-page" or not reference.text.endswith("#"):
            continue
        following = document.text[reference.span.end : reference.span.end + 1]
        goes_on = following in {"{", "[", "/", "!", "<"}  # addresses of HUDOC, and others with a query in the fragment
        if not goes_on and reference.span not in told:
            at = reference.span.end - 1
            yield _finding(context, reference.span, "the address ends", [Edit(Span(at, at + 1), "")])


def _finding(context: Context, span: Span, where: str, edits: list[Edit | SourceEdit]) -> Finding:
    return Finding(
        RULE.name,
        RULE.severity,
        context.document.path,
        span,
        f"{where} in an empty fragment: leave the # out",
        fix=Fix("leave the # out", safe=True, edits=tuple(edits)),
    )
