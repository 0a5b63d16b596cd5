"""Addresses that are known not to be those of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.finding import Edit, Finding, Fix
from juslint.knowledge import same_url
from juslint.rules import Rule
from juslint.rules._addresses import variant
from juslint.rules._entries import entry_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.knowledge import Entry
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="source-address",
    severity="warning",
    summary="An address that differs in a few characters from the known address of the page.",
    why=(
        "Hyphens, letters and digits get lost when an address is copied out of a printed page or a PDF. The address "
        "still looks right, but it leads nowhere."
    ),
    source="The knowledge base: addresses of the source, and misspellings of them that were seen.",
    wrong=("See http://carnegieendowment.org/2012/02/24/president-interview-andtragicanniversary/9vpa.\n",),
    right=(
        "See https://carnegieendowment.org/2012/02/24/president-interview-and-tragic-anniversary/9vpa.\n",
        "See http://carnegieendowment.org/2012/02/24/president-interview-and-tragic-anniversary/9vpa#top.\n",
        "See http://carnegieeurope.eu/publications/?fa=47283.\n",
        "See http://carnegieendowment.org/2012/03/01/other-article/9vpb.\n",
    ),
)


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """An address in a reference, where it is a misspelling of the source's or surely meant for it."""
    part, entry = reference.parts.get("url"), entry_of(reference, context)
    if part is None or not isinstance(part.value, str) or entry is None or _inside_another(reference, context):
        return
    preferred = _meant(part.value, entry)
    if preferred is None:
        return
    scheme, separator, _ = part.value.partition("://")
    proper = preferred
    if not separator:  # the text leaves schemes out
        proper = preferred.partition("://")[2]
    elif preferred.partition("://")[0] != scheme and entry.misspellings("URL") == ():
        proper = f"{scheme}://{preferred.partition('://')[2]}"
    yield Finding(
        rule=RULE.name,
        severity=RULE.severity,
        path=context.document.path,
        span=part.span,
        message=f"the address of this page is {preferred}; here {_difference(part.value, preferred)}",
        fix=Fix(f"write {proper}", safe=False, edits=(Edit(part.span, proper),)),
        reference_id=reference.id,
    )


def _meant(url: str, entry: Entry) -> str | None:
    """The known address that a wrong one is meant for; None where it is right, or another page's."""
    known = entry.urls()
    if not known or any(same_url(url.partition("#")[0], one) for one in known):
        return None
    if any(same_url(url, wrong.value) for wrong in entry.misspellings("URL")):
        return known[0]
    return next((one for one in known if variant(url, one)), None)


def _difference(url: str, preferred: str) -> str:
    """What stands in the wrong address where the two differ, in the whole words of the path."""
    here, there = (one.partition("://")[2] or one for one in (url, preferred))
    wrong = [piece for piece in here.split("/") if piece not in there.split("/")]
    return f"it has {'/'.join(wrong)}" if wrong else "it is another one"


def _inside_another(reference: Reference, context: Context) -> bool:
    """Whether a reference around this one has the same address as a part, and speaks for it."""
    return reference.within is not None and any(
        other.span == reference.within and "url" in other.parts and other.id == reference.id
        for other in context.references
    )
