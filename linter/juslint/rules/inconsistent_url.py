"""One source at two addresses that are nearly the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.finding import Finding
from juslint.knowledge import normalise_url
from juslint.rules import Rule, _readings
from juslint.rules._addresses import Address, addresses, variant
from juslint.rules._places import listed, related
from juslint.rules._sources import IDENTIFIED, Source, sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.rules import Context

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
    for source in sources(contexts):
        if source.mentions[0].reference.family not in IDENTIFIED:
            yield from _of_source(source)


def _of_source(source: Source) -> Iterator[Finding]:
    written = list(addresses(source.mentions))
    found = _readings.readings([(one.mention, one) for one in written], _same)
    if len(found) < 2:
        return
    known = {normalise_url(url) for url in source.entry.urls()} if source.entry else set()
    preferred = normalise_url(source.entry.urls()[0]) if known and source.entry else None
    right = _readings.standing(found, (lambda one: normalise_url(one.url) == preferred) if preferred else None)
    base = right or found[0]
    for reading in found:
        if reading is base or not variant(reading.value.url, base.value.url):
            continue
        both = {normalise_url(one.value.url) for one in (reading, base)} <= known
        for address in (one for one in written if _same(one, reading.value)):
            document = address.mention.context.document
            others = [one for one in written if _same(one, base.value)]
            rest = [one for one in written if one is not address]
            advice = (
                "Both are known to lead there: choose one." if both else "Check which of them leads there and use it."
            )
            yield Finding(
                RULE.name,
                "warning" if both else RULE.severity,
                document.path,
                address.span,
                f"the address is {address.url} here; {base.value.url} in "
                f"{listed([one.place() for one in others], document)}{source.because()}. {advice}",
                related((one.place(), f"the address is {one.url} here") for one in rest),
                None,
                address.mention.reference.id,
            )


def _same(one: Address, other: Address) -> bool:
    return normalise_url(one.url) == normalise_url(other.url)
