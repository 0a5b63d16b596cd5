"""One source at two addresses that are nearly the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.finding import Edit, Finding, Fix
from juslint.knowledge import normalise_url
from juslint.rules import Rule, _near_addresses, _readings
from juslint.rules._addresses import Address, addresses, variant
from juslint.rules._places import Place, listed, related
from juslint.rules._sources import IDENTIFIED, Source, sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.document import Document
    from juslint.rules import Context
    from juslint.rules._near_addresses import At

RULE = Rule(
    name="inconsistent-url",
    severity="error",
    summary="One source stands at two addresses that are nearly the same.",
    why=(
        "Two addresses of one page that differ in a word or a digit are seldom both right, and a reader who "
        "follows the other one finds nothing. Where both lead there, one of them is enough."
    ),
    source=(
        "United Nations Editorial Manual, Footnotes and other references: the address of an electronic source must "
        "be exact. Addresses on different sites, in different languages or formats are not compared."
    ),
    wrong=(
        (
            "Letter dated 23 March 1997 from the Executive Director of Human Rights Watch/Helsinki addressed to "
            "the Minister for Foreign Affairs of Armenia, available at "
            "https://www.hrw.org/news/1997/03/23/response-armenian-government-letter-town-khojaly-nagorno-karabakh.\n\n"
            "Letter dated 23 March 1997 from the Executive Director of Human Rights Watch/Helsinki addressed to "
            "the Minister for Foreign Affairs of Armenia, available at "
            "https://www.hrw.org/news/1997/03/23/response-armenian-government-letter-to-town-khojaly-nagorno-karabakh.\n"
        ),
    ),
    right=(
        (
            "See https://www.hrw.org/news/1997/03/23/response-armenian-government-letter-town-khojaly-nagorno-karabakh "
            "and http://hrw.org/english/docs/1997/03/24/azerba16933.htm.\n"
        ),
        (
            "See https://justiceforkhojaly.org/content/international-recognition-0 and "
            "https://justiceforkhojaly.org/content/countries-organizations.\n"
        ),
    ),
)


def check_workspace(contexts: Sequence[Context]) -> Iterator[Finding]:
    """A finding at each address that is not the usual one."""
    spoken: set[tuple[str, int]] = set()
    for source in sources(contexts):
        if source.mentions[0].reference.family not in IDENTIFIED:
            for finding in _of_source(source):
                spoken.add((finding.path, finding.span.start))
                spoken.update((one.path, one.span.start) for one in finding.related)
                yield finding
    for context in contexts:
        for odd, usual in _near_addresses.pairs(context.document):
            if (context.document.path, odd.span.start) not in spoken:
                spoken.add((context.document.path, odd.span.start))
                yield _beside_one_title(context.document, odd, usual)


def _beside_one_title(document: Document, odd: At, usual: Sequence[At]) -> Finding:
    places = [Place(document, one.span) for one in usual]
    titles = sorted(odd.titles & usual[0].titles, key=lambda one: (len(one), one))
    why = f"both stand beside “{titles[-1]}”" if titles else "all else in the two is the same"
    other_site = odd.site != usual[0].site and odd.url.partition("/")[2] != usual[0].url.partition("/")[2]
    if other_site:
        why = "the names of the two sites differ by a letter"
    fix = Fix(f"write {usual[0].written}", safe=False, edits=(Edit(odd.span, usual[0].written),))
    return Finding(
        RULE.name,
        RULE.severity,
        document.path,
        odd.span,
        f"the address is {odd.written} here; {usual[0].written} in {listed(places, document)} ({why}). "
        "Check which of them leads there and use it.",
        related((place, f"the address is {usual[0].written} here") for place in places),
        None,
        alternatives=() if odd.hidden or other_site or usual[0].written[:4] != odd.written[:4] else (fix,),
    )


def _of_source(source: Source) -> Iterator[Finding]:
    pages: dict[str, list[Address]] = {}
    for address in addresses(source.mentions):
        pages.setdefault(normalise_url(address.url), []).append(address)
    if len(pages) < 2:
        return
    known = [normalise_url(url) for url in source.entry.urls()] if source.entry else []
    found = [_readings.Reading(page, [one.mention for one in written]) for page, written in pages.items()]
    right = _readings.standing(found, (lambda page: page == known[0]) if known else None)
    base = (right or found[0]).value
    for page, written in pages.items():
        if page == base or not variant(page, base):
            continue
        both = {page, base} <= set(known)
        for address in written:
            yield _finding(address, pages[base], source, both=both)


def _finding(address: Address, others: Sequence[Address], source: Source, *, both: bool) -> Finding:
    """`both`: the knowledge base has both addresses."""
    document = address.mention.context.document
    every = (one for one in addresses(source.mentions) if one.place() != address.place())
    advice = "Both are known to lead there: choose one." if both else "Check which of them leads there and use it."
    return Finding(
        RULE.name,
        "warning" if both else RULE.severity,
        document.path,
        address.span,
        f"the address is {address.url} here; {others[0].url} in "
        f"{listed([one.place() for one in others], document)}{source.because()}. {advice}",
        related((one.place(), f"the address is {one.url} here") for one in every),
        None,
        address.mention.reference.id,
        alternatives=(Fix(f"write {others[0].url}", safe=False, edits=(Edit(address.span, others[0].url),)),),
    )
