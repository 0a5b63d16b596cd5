"""Addresses that are known not to be those of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from juslint.document import Placed
from juslint.finding import Edit, Finding, Fix, SourceEdit
from juslint.knowledge import same_url
from juslint.rules import Rule
from juslint.rules._addresses import variant
from juslint.rules._entries import entry_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.document import Span
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


class _Wrong(NamedTuple):
    """An address, where it stands, and the known one that it is meant for."""

    span: Span
    url: str
    preferred: str


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """An address in a reference, where it is a misspelling of the source's or surely meant for it."""
    part, entry = reference.parts.get("url"), entry_of(reference, context)
    if part is None or not isinstance(part.value, str) or entry is None or _inside_another(reference, context):
        return
    preferred = _meant(part.value, entry)
    if preferred is None:
        return
    document = context.document
    proper = preferred if "://" in part.value else preferred.partition("://")[2]  # the text leaves schemes out
    edits: list[Edit | SourceEdit] = [Edit(part.span, proper)]
    written = document.offsets.to_source(part.span)
    edits += (
        SourceEdit(link.target_source, preferred)
        for link in document.links_by_place.at(part.span)
        if link.span.overlaps(part.span)
        and same_url(link.target, part.value)
        and not link.target_source.overlaps(written)
    )
    yield _finding(context, _Wrong(part.span, part.value, preferred), reference.id, edits)


def check_document(context: Context) -> Iterator[Finding]:
    """The targets of links whose text is not itself an address."""
    for link in context.document.links:
        entries = context.knowledge.by_url(link.target)
        preferred = _meant(link.target, entries[0]) if len(entries) == 1 else None
        if preferred is None:
            continue
        if not any(other.span.overlaps(link.span) for other in context.once(_addresses).at(link.span)):
            edits = [SourceEdit(link.target_source, preferred)]
            yield _finding(context, _Wrong(link.span, link.target, preferred), entries[0].id, edits)


def _finding(context: Context, wrong: _Wrong, source: str | None, edits: Sequence[Edit | SourceEdit]) -> Finding:
    return Finding(
        rule=RULE.name,
        severity=RULE.severity,
        path=context.document.path,
        span=wrong.span,
        message=f"the address of this page is {wrong.preferred}; here {_difference(wrong.url, wrong.preferred)}",
        fix=Fix(f"write {wrong.preferred}", safe=False, edits=tuple(edits)),
        reference_id=source,
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
        other.span == reference.within and other.id == reference.id
        for other in context.once(_addresses).at(reference.within)
    )


def _addresses(context: Context) -> Placed[Reference]:
    """The references with an address, by where they stand."""
    return Placed((one.span, one) for one in context.references if "url" in one.parts)
