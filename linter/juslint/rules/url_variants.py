"""One page with `http://` in one place and `https://`, or with and without `www.`, in another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.finding import Edit, Finding, Fix, SourceEdit
from juslint.knowledge import normalise_url
from juslint.rules import Rule
from juslint.rules._addresses import Address, addresses, variant
from juslint.rules._places import PlacesOf, listed, related
from juslint.rules._sources import IDENTIFIED, sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from juslint.rules import Context

RULE = Rule(
    name="url-variants",
    severity="warning",
    summary="One page is cited both with http:// and with https://, or both with and without www.",
    why=(
        "Variants of one address look like two sources to a reader, to a search and to a reference manager, and "
        "the older one works only as long as the site redirects it."
    ),
    source="United Nations Editorial Manual, Footnotes and other references: an electronic source has one address.",
    wrong=(
        (
            "See https://justiceforkhojaly.org/content/countries-organizations.\n\n"
            "See also http://justiceforkhojaly.org/content/countries-organizations.\n"
        ),
        (
            "See https://justiceforkhojaly.org/content/countries-organizations.\n\n"
            "See also https://www.justiceforkhojaly.org/content/countries-organizations.\n"
        ),
    ),
    right=(
        (
            "See https://justiceforkhojaly.org/content/countries-organizations.\n\n"
            "See also justiceforkhojaly.org/content/countries-organizations.\n"
        ),
        (
            "See https://justiceforkhojaly.org/content/countries-organizations.\n\n"
            "See also http://www.justiceforkhojaly.org/.\n"
        ),
    ),
)

_HEAD = re.compile(r"(?P<scheme>https?://)?(?P<www>www\.)?", re.IGNORECASE)


def check_workspace(contexts: Sequence[Context]) -> Iterator[Finding]:
    """A finding for each text that has the older or rarer variant of an address."""
    for source in sources(contexts):
        if source.mentions[0].reference.family in IDENTIFIED:
            continue
        for page in _pages(addresses(source.mentions)):
            yield from _of_scheme(page)
            yield from _of_host(page)


def _pages(found: Iterable[Address]) -> Iterator[list[Address]]:
    """The addresses of a source that differ in scheme, host or a slip only."""
    pages: list[list[Address]] = []
    for address in found:
        one, url = normalise_url(address.url), address.url
        page = next((p for p in pages[:50] if normalise_url(p[0].url) == one or variant(p[0].url, url)), None)
        if page is None:
            pages.append([address])
        else:
            page.append(address)
    yield from (page for page in pages if len(page) > 1)


def _of_scheme(page: Sequence[Address]) -> Iterator[Finding]:
    old = [one for one in page if one.scheme() == "http"]
    new = [one for one in page if one.scheme() == "https"]
    bare = [one for one in page if not _HEAD.match(one.url)["scheme"]]  # type: ignore[index]
    if not old or not new:
        return
    hidden = {id(one) for one in bare}
    rest = [one for one in bare if one.scheme() != "http"]
    for first, group in _by_text(old):
        document = first.mention.context.document
        said = f"https:// in {listed(PlacesOf(new, Address.place), document)}"
        said += f" and no scheme in {listed(PlacesOf(rest, Address.place), document)}" if rest else ""
        edits = [edit for one in group for edit in _edits(one, "http://", "https://")]
        how = "leads to" if id(first) in hidden else "has"
        yield _finding(first, f"{how} http:// here, {said}", page, "https://", edits)


def _of_host(page: Sequence[Address]) -> Iterator[Finding]:
    with_www = [one for one in page if _HEAD.match(one.url)["www"]]  # type: ignore[index]
    # an address without a scheme needs its www. to be seen as one
    without = [one for one in page if (head := _HEAD.match(one.url)) and head["scheme"] and not head["www"]]
    if not with_www or not without:
        return
    few, many = sorted((without, with_www), key=len)
    names = {True: "www.", False: "no www."}
    for first, _ in _by_text(few):
        document = first.mention.context.document
        said = f"{names[many is with_www]} in {listed(PlacesOf(many, Address.place), document)}"
        yield _finding(first, f"has {names[few is with_www]} here, {said}", page, names[many is with_www], [])


def _finding(
    first: Address, said: str, page: Iterable[Address], better: str, edits: Sequence[Edit | SourceEdit]
) -> Finding:
    return Finding(
        RULE.name,
        RULE.severity,
        first.mention.context.document.path,
        first.span,
        f"the address of one page {said}: write it one way",
        related((one.place(), f"the address is {_shown(one)} here") for one in page if one is not first),
        Fix(f"write {better}", safe=False, edits=tuple(edits)) if edits else None,
        first.mention.reference.id,
    )


def _shown(address: Address) -> str:
    link = address.link
    return address.url if link is None or link.target == address.url else f"{address.url}, linked to {link.target},"


def _by_text(found: Iterable[Address]) -> Iterator[tuple[Address, list[Address]]]:
    groups: dict[str, list[Address]] = {}
    for address in found:
        groups.setdefault(address.mention.context.document.path, []).append(address)
    yield from ((group[0], group) for group in groups.values())


def _edits(address: Address, old: str, new: str) -> Iterator[Edit | SourceEdit]:
    """Where the address, and the target of its link, begin with `old`."""
    if address.url.lower().startswith(old):
        yield Edit(Span(address.span.start, address.span.start + len(old)), new)
    link = address.link
    if link and link.target.lower().startswith(old):
        document = address.mention.context.document
        start = link.target_source.start
        shown = document.offsets.to_source(link.span)
        if not (shown.start <= start < shown.end):  # in <https://…> text and target are one
            yield SourceEdit(Span(start, start + len(old)), new)
