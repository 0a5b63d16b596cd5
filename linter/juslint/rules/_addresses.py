"""The addresses that texts give for sources, and what an address says of the document behind it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from juslint.document import Span
from juslint.knowledge import normalise_url
from juslint.rules._places import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from juslint.document import Link
    from juslint.rules._sources import Mention

_SCHEME = re.compile(r"(https?)://", re.IGNORECASE)
_LANGUAGE = re.compile(
    r"/(?:ar|de|en|eng|es|fr|fre|it|pt|ru|tr|uk|zh|az|hy|ka|[a-z]{2}-[a-z]{2})(?=/|$)", re.IGNORECASE
)
_SUFFIX = re.compile(r"\.(?:html?|pdf|docx?|aspx?|php)$", re.IGNORECASE)
_SYMBOL = re.compile(
    r"(?:(?:https?:)?//)?(?:www\.)?(?:"
    r"(?:undocs\.org|docs\.un\.org)/(?:(?:ar|en|es|fr|ru|zh)/)?(?P<path>[A-Z][^?#]*)"
    r"|un\.org/(?:en/ga/search|ga/search|Docs/journal/asp|docs)/[^?#]*\?(?:[^#]*&)?(?:symbol|m)=(?P<query>[^&#]+))",
    re.IGNORECASE,
)
_APPLICATION = re.compile(
    r"(?:https?:)?//hudoc\.echr\.coe\.int/[^#]*#\{.{0,20}?appno.{0,10}?(?P<number>[0-9]{1,5}/[0-9]{2})", re.IGNORECASE
)
_TREATY = re.compile(
    r"(?:https?:)?//(?:www\.)?(?:coe\.int/[a-z]{2}/web/conventions/\S*treaty/|conventions\.coe\.int/\S*NT=)0*(?P<number>[0-9]{1,3})\b",
    re.IGNORECASE,
)


class Address(NamedTuple):
    """An address as written; `link` where it is, or stands under, a link of the markup."""

    mention: Mention
    url: str
    span: Span
    link: Link | None

    def place(self) -> Place:
        """Where it stands."""
        return Place(self.mention.context.document, self.span)

    def scheme(self) -> str | None:
        """`http` or `https`, of the link's target where the text leaves it out; None where nothing says it."""
        found = _SCHEME.match(self.url) or (self.link and _SCHEME.match(self.link.target))
        return found[1].lower() if found else None


def addresses(mentions: Iterable[Mention]) -> Iterator[Address]:
    """Every address in the mentions of a source, each once: that of a letter, not again as the page inside it."""
    seen: set[tuple[str, Span]] = set()
    for mention in mentions:
        part = mention.reference.parts.get("url")
        document = mention.context.document
        if part is None or not isinstance(part.value, str) or (document.path, part.span) in seen:
            continue
        seen.add((document.path, part.span))
        link = next((one for one in document.links_by_place.at(part.span) if one.span.overlaps(part.span)), None)
        yield Address(mention, part.value, part.span, link)


def variant(one: str, other: str) -> bool:
    """Whether two different addresses are surely meant for one page: same site, nearly the same path.

    Other languages, other file formats, other queries and pages above one another are pages of their own.
    """
    left, right = (normalise_url(each).partition("#")[0] for each in (one, other))
    host, _, path = left.partition("/")
    other_host, _, other_path = right.partition("/")
    if host != other_host or left.partition("?")[0] == right.partition("?")[0]:
        return False
    plain = [_SUFFIX.sub("", _LANGUAGE.sub("", f"/{each}").partition("?")[0]).strip("/") for each in (path, other_path)]
    if plain[0] == plain[1] or plain[0].startswith(f"{plain[1]}/") or plain[1].startswith(f"{plain[0]}/"):
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    return plain[0].count("/") == plain[1].count("/") and fuzz.ratio(*plain) >= 85


@lru_cache(maxsize=4096)
def named_document(url: str) -> str | None:
    """The id of the document that an address names in so many words, in the form of DESIGN's ids; else None."""
    url = url.strip()
    if found := _APPLICATION.match(unquote(url)):
        return found["number"]
    if found := _TREATY.match(url):
        return f"{'CETS' if int(found['number']) > 193 else 'ETS'} {found['number']}"
    found = _SYMBOL.match(url)
    if found is None:
        return None
    from juslint.scan import scan_text  # noqa: PLC0415 - pulls in the grammars

    written = " ".join(unquote(found["path"] or found["query"]).rstrip("/.,; ").split())
    references = scan_text(written)
    if len(references) != 1 or references[0].span != Span(0, len(written)):
        return None
    return references[0].id
