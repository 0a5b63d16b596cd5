"""Text to references: spans by RE2, each parsed by its family's grammar; then prose around them, then context.

Stage 1 finds spans with one regular expression derived from the grammars (leftmost, longest). Stage 2 parses each span
with the grammars in the families' order until one accepts it. Parses are remembered by the text of the span.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from juslint import families
from juslint.document import Document, Span
from juslint.parsing import prefilter_engine, store
from juslint.parsing.parser import ParseFailure
from juslint.units import units

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from juslint.knowledge import Knowledge
    from juslint.parsing.parser import Parser
    from juslint.parsing.tree import Node
    from juslint.reference import Reference

LONGEST = 4096  # characters of one reference: bounds the work of stage 2 on hostile input
_RETRIES = 8  # how often a span is tried again, shorter or from its next word
_CUTS = 3  # how often a span is cut where its parse stops
_GAP = re.compile(r"\s+")
_SPACES = "\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_IDEOGRAPH = r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"  # these are written with no space between words
_WORD_BEFORE = re.compile(rf"(?!{_IDEOGRAPH})[\w/\-.\u2013=@#%]")
_SUPERSCRIPTS = "\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079"  # footnote marks


@cache
def modules() -> tuple[ModuleType, ...]:
    """All family modules, in the order in which they may claim a span. ValueError where two share a name."""
    found = list(units(families.__name__))
    names = [module.NAME for module in found]
    if len(set(names)) != len(names):
        raise ValueError(f"two family modules share a name: {sorted(names)}")
    return tuple(sorted(found, key=lambda module: (module.ORDER, module.NAME)))


def scan(document: Document, knowledge: Knowledge | None = None) -> tuple[Reference, ...]:
    """Every reference of a document, in reading order; one that holds others stands before them.

    With a knowledge base, a reference that surely means one of its entries bears the entry's id. Grammars and families
    see plain spaces for special ones, character for character, so that spans are the same.
    """
    written = document.text
    if (plain := _with_plain_spaces(written)) != written:
        document = replace(document, text=plain)
    found = sorted(_identifiers(document.text), key=_place)
    for module in modules():
        assemble = getattr(module, "assemble", None)
        if assemble is not None and (made := assemble(document, tuple(found))):
            found = sorted([*found, *made], key=_place)
    for module in modules():
        settle = getattr(module, "settle", None)
        if settle is not None:
            found = settle(found, document)
    if knowledge is not None:
        found = [_identified(reference, knowledge, document.text) for reference in found]
    if document.text != written:
        found = [replace(reference, text=written[slice(*reference.span)]) for reference in found]
    return _nested(sorted(found, key=_place))


def _with_plain_spaces(text: str) -> str:
    for space in _SPACES:
        text = text.replace(space, " ")
    return text


def _identified(reference: Reference, knowledge: Knowledge, text: str) -> Reference:
    """The reference under the id of the entry that it surely means; its family may know more ways to tell."""
    identify = _identifiers_by_family().get(reference.family)
    if identify is not None and (found := identify(reference, knowledge, text)) is not None:
        return found
    entry = knowledge.identify(reference)
    return reference if entry is None or entry.id == reference.id else replace(reference, id=entry.id)


@cache
def _identifiers_by_family() -> dict[str, Callable[[Reference, Knowledge, str], Reference | None]]:
    return {module.NAME: module.identify for module in modules() if hasattr(module, "identify")}


def _nested(references: list[Reference]) -> tuple[Reference, ...]:
    """The references with `within` set on those that stand inside another one."""
    out: list[Reference] = []
    around: list[Reference] = []
    for reference in references:
        while around and around[-1].span.end <= reference.span.start:
            around.pop()
        inside = around and around[-1].span.covers(reference.span)
        out.append(replace(reference, within=around[-1].span) if inside else reference)
        around.append(reference)
    return tuple(out)


def scan_text(text: str, knowledge: Knowledge | None = None) -> tuple[Reference, ...]:
    """The references of a bare text, taken as one paragraph."""
    return scan(Document(path="", source=text, text=text, paragraphs=(Span(0, len(text)),)), knowledge)


def _place(reference: Reference) -> tuple[int, int]:
    return reference.span.start, -reference.span.end


def _identifiers(text: str) -> list[Reference]:
    """References found in `text` by the grammars alone. What no grammar reads is searched again from its next word."""
    finder = prefilter_engine.Finder(text, *(reader.prefilter for reader in _readers()))
    out: list[Reference] = []
    position = tries = 0
    while (found := _next_span(finder, text, position)) is not None:
        start, end = found
        references: tuple[Reference, ...] = ()
        if end - start <= LONGEST:
            references, end = _read_span(finder, text, found)
        out.extend(reference.shifted(start) for reference in references)
        tries = 0 if references else tries + 1
        position = end if references or tries > _RETRIES else _next_word(text, start, end)
        tries = 0 if position >= end else tries
    return out


def _read_span(finder: prefilter_engine.Finder, text: str, span: Span) -> tuple[tuple[Reference, ...], int]:
    """The references of a span and its end: where a parse stops short, of the longest span that ends there."""
    start, end = span
    beginning = finder.beginning_at(start)
    for _ in range(_CUTS):
        references, stopped = tried(text[start:end], beginning)
        shorter = finder.match(start, min(start + stopped, end - 1)) if stopped else None
        shorter = _at_edge(finder, text, start, shorter)
        if shorter is None:
            return (references, end) if references else _read_shorter(finder, text, span)
        end = shorter
    return _read_shorter(finder, text, span)


def _read_shorter(finder: prefilter_engine.Finder, text: str, span: Span) -> tuple[tuple[Reference, ...], int]:
    """What another family reads at the start of a span that its own family refuses: `Case T-85/09` before a name."""
    for end in finder.ends(span.start, span.end)[1:]:
        edge = _at_edge(finder, text, span.start, end)
        references = parsed(text[span.start : edge]) if edge is not None else ()
        if references and edge is not None:
            return references, edge
    return (), span.end


def _next_span(finder: prefilter_engine.Finder, text: str, position: int) -> Span | None:
    """The next candidate that begins and ends at the edge of a word."""
    while (found := finder.search(position)) is not None:
        start, end = found
        if start and _WORD_BEFORE.match(text, start - 1):
            position = start + 1
            continue
        if end - start > LONGEST:  # a long list goes on as the next span
            end = finder.match(start, start + LONGEST) or end
        edge = _at_edge(finder, text, start, end)
        if edge is not None:
            return Span(start, edge)
        position = start + 1
    return None


def _at_edge(finder: prefilter_engine.Finder, text: str, start: int, end: int | None) -> int | None:
    """The end of the longest match up to `end` that ends where a word does."""
    for _ in range(_RETRIES):
        if end is None or end >= len(text) or not _ends_badly(text, end):
            return end
        end = finder.match(start, end - 1)
    return None


def _next_word(text: str, start: int, end: int) -> int:
    space = _GAP.search(text, start, end)
    return space.end() if space else end


def _ends_badly(text: str, end: int) -> bool:
    """Whether a word goes on behind the span: a letter or digit glued to one, or a slash with more behind it."""
    last, following = text[end - 1], text[end]
    if following == "/":
        return end + 1 < len(text) and text[end + 1].isalnum() and last.isalnum()
    goes_on = following.isalnum() and not re.match(_IDEOGRAPH, following)
    return last.isalnum() and (goes_on or following == "_") and following not in _SUPERSCRIPTS


class _Reader(NamedTuple):
    """A family that reads spans: the expression of its grammar, the parser, and what makes references of a parse."""

    prefilter: prefilter_engine.Pattern
    parser: Parser
    read: Callable[[Node, str], list[Reference]]


@cache
def _readers() -> tuple[_Reader, ...]:
    found = []
    for module in modules():
        if hasattr(module, "read"):
            parser = store.parsers()[module.__name__.rsplit(".", 1)[-1]]
            tables = parser.tables
            sought = prefilter_engine.rare if getattr(module, "RARE", False) else prefilter_engine.Pattern
            narrow, *wide = tables["openings"]
            openings = (sought(narrow), *map(prefilter_engine.Pattern, wide))
            found.append(_Reader(prefilter_engine.Pattern(tables["prefilter"], openings), parser, module.read))
    return tuple(found)


def parsed(text: str) -> tuple[Reference, ...]:
    """The references that `text` as a whole is, before context settles them; empty where no family reads it."""
    return tried(text).references


class Tried(NamedTuple):
    """What the grammars make of a stretch as a whole; if nothing, where the furthest parse stopped.

    That is 0 where a grammar takes it all, and its family makes nothing of it.
    """

    references: tuple[Reference, ...]
    stopped: int


@lru_cache(maxsize=1 << 16)
def tried(text: str, among: tuple[int, ...] | None = None) -> Tried:
    """What a text as a whole is; remembered, as texts repeat themselves.

    `among`: which of the readers can match where it stands, if that is known; it is most often one, so why ask all?
    """
    stops = []
    encoded = prefilter_engine.encoded(text)
    readers = _readers() if among is None else [_readers()[index] for index in among]
    alone = len(readers) == 1
    for reader in readers:
        # Where others may read it too, to ask costs less than to try the grammar and fail.
        if not alone and not reader.prefilter.takes(encoded):
            continue
        tree = reader.parser.parse(text)
        if isinstance(tree, ParseFailure):
            stopped = tree.position
        elif references := reader.read(tree, text):
            return Tried(tuple(references), 0)
        else:
            stopped = 0
        if not alone or reader.prefilter.takes(encoded):
            stops.append(stopped)
    return Tried((), max(stops, default=0) if all(stops) else 0)
