"""Addresses of web pages in running text.

Parts: `url` (str, as meant: without the line break that broke it). The id is the address without scheme, `www.`, empty
fragment and closing slash, so that the variants of one address are one source; an address of a United Nations document
has the document's id, and the document stands inside it as a reference of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from juslint.document import Span
from juslint.families._shelf import Shelf
from juslint.reference import Malformed, Part, Reference

if TYPE_CHECKING:
    from juslint.document import Document
    from juslint.parsing.tree import Node

NAME = "web-page"
ORDER = 40
RARE = True
SHELF = Shelf("Press, statements and web pages", 80, "author", "webpage")

_RESOLVER = re.compile(
    r"(?:https?://)?(?:www\.)?(?:undocs\.org|docs\.un\.org)/(?:(?:ar|en|es|fr|ru|zh)/)?(?P<symbol>[^?#]+)",
    re.IGNORECASE,
)
_LIBRARY_FILE = re.compile(
    r"(?:https?://)?digitallibrary\.un\.org/record/[0-9]+/files/(?P<symbol>[A-Z]+_[^/?#]+?)-[A-Z]{2}\.pdf",
    re.IGNORECASE,
)
_QUERY = re.compile(  # older and other resolvers: `view_doc.asp?symbol=A/RES/60/1`, `Get?Open&DS=A/RES/60/1&Lang=E`
    r"(?:https?://)?(?:[\w-]+\.)*(?:un|undocs|ohchr)\.org/[^?#]*\?(?:[^#]*&)?(?:final)?(?:symbol(?:no)?|DS|si?|m)="
    r"(?:(?:ar|en|es|fr|ru|zh)(?:/|%2F))?(?P<symbol>[^&#]+)",
    re.IGNORECASE,
)


def read(node: Node, text: str) -> list[Reference]:
    """One address."""
    token = next(node.tokens())
    flaws = []
    if token.type == "BROKEN":
        for gap in re.finditer(r"\s+", text):
            flaws.append(Malformed("url-broken", Span(gap.start(), gap.end()), ""))  # noqa: PERF401
    written = re.sub(r"\s+", "", text)
    if len(written) < 8 or "." not in written:
        return []
    span = Span(0, len(text))
    return [Reference(NAME, identity(written), span, text, {"url": Part(written, span)}, None, tuple(flaws), None)]


def canonical(id: str) -> str:  # noqa: A002 - DESIGN calls it id
    """An address with its scheme."""
    return f"https://{id}"


def links(id: str) -> list[str]:  # noqa: A002
    """The address itself."""
    return [f"https://{id}"]


def identity(url: str) -> str:
    """What the variants of one address have in common; the symbol or number for a United Nations document."""
    document = un_document(url)
    if document:
        return document[0]
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", url.strip(), flags=re.IGNORECASE)
    host, slash, path = bare.partition("/")
    return (host.casefold() + slash + re.sub(r"#$", "", path)).rstrip("/")


def settle(references: list[Reference], document: Document) -> list[Reference]:
    """An address is not broken by a line end where a link ends with the line."""
    from juslint.scan import parsed  # noqa: PLC0415 - scan imports the families

    out: list[Reference] = []
    ends = sorted({link.span.end for link in document.links})
    for reference in references:
        after = bisect_right(ends, reference.span.start)
        end = ends[after] if after < len(ends) else reference.span.end
        if reference.family == NAME and reference.flaws and end < reference.span.end:
            whole = document.text[reference.span.start : end].rstrip()
            out += (each.shifted(reference.span.start) for each in parsed(whole))
        else:
            out.append(reference)
    return out


@lru_cache(maxsize=1 << 14)
def un_document(url: str) -> tuple[str, str, Span] | None:
    """Family's id, family and place in `url` of the United Nations document that an address names, or None."""
    found = _QUERY.match(url) or _RESOLVER.match(url) or _LIBRARY_FILE.match(url)
    if found is None:
        return None
    from juslint.scan import parsed  # noqa: PLC0415 - scan imports the families

    written = unquote(found["symbol"])
    if found.re is _LIBRARY_FILE:
        written = written.replace("_", "/").replace("--", "-")
    symbol = " ".join(written.rstrip("/.,; ").split())
    references = parsed(symbol)
    if not references or references[0].id is None or references[0].span != Span(0, len(symbol)):
        return None
    return references[0].id, references[0].family, Span(*found.span("symbol"))


def assemble(document: Document, references: tuple[Reference, ...]) -> list[Reference]:
    """The documents that addresses of the United Nations' resolvers name, as references inside them."""
    out = []
    for reference in references:
        if reference.family != NAME or reference.flaws:
            continue
        found = un_document(reference.text)
        if found:
            start = reference.span.start
            span = Span(start + found[2].start, start + found[2].end)
            words = document.text[span.start : span.end]
            out.append(Reference(found[1], found[0], span, words, canonical=found[0]))
    return out
