"""What prose families share: the text with its bounds, what is taken already, and the longest parse from one place.

A prose family finds cheap anchors, takes the few places where a reference can begin, and parses from each. The work is
linear in the text: windows around anchors do not overlap by more than a constant.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import Date
from juslint.document import Document, Span
from juslint.families import _read
from juslint.parsing import prefilter_engine, store
from juslint.parsing.parser import ParseFailure
from juslint.parsing.prefilter_engine import Pattern
from juslint.reference import Part, Reference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from juslint.parsing.tree import Node, Tok

LONGEST = 1500  # characters of one reference in prose, titles and addresses included
_ACCESS = re.compile(
    r"(?:[,.]?\s+\(?(?:(?:which\s+)?(?:is\s+)?[Aa]vailable|[Aa]ccessible|[Aa]ccessed)\s+(?:online\s+)?(?:at|from|on|via):?|,?\s+at|,|:)?"
    r"\s*\(?(?:<\s?)?"
)
_CLOSE = re.compile(r"\s?>")
_STOPPED = re.compile(r"\.\s+")  # between a reference and an address that fills the rest of the paragraph
_BEHIND_ADDRESS = re.compile(r"\s*(?:[.;)\]]|$|[(\[]?(?:[Ll]ast\s+)?(?:[Aa]ccessed|[Rr]etrieved|[Vv]isited))")
_DAY = r"(?:[0-9]{1,2}\s+[A-Z][a-z]{2,8}\.?\s+|[A-Z][a-z]{2,8}\.?\s+[0-9]{1,2},\s+)(?:19|20)[0-9]{2}"
_ENDINGS = (  # what may stand behind a reference, by part
    (
        "accessed",
        re.compile(
            rf"[,;.]?\s*[(\[]?(?:[Ll]ast\s+|[Dd]ate\s+)?"
            r"(?:[Aa]ccessed|[Vv]isited|[Vv]iewed|[Rr]etrieved|[Cc]onsulted|[Cc]hecked)"
            rf"(?:\s+on)?:?\s+({_DAY})(?:\s*[)\]])?"
        ),
    ),
    ("doi", re.compile(r"[,;.]?\s+(?:doi|DOI):?\s*(10\.[0-9]{4,9}/[^\s\"<>]*[^\s\"<>.,;)])")),
    (
        "number",
        re.compile(r"[,;.]?\s+(?:AI\s+)?(?:Index(?:\s+[Nn]o\.?)?:?\s+)?([A-Z]{3}\s?[0-9]{2}/[0-9]{1,5}/[0-9]{2,4})\b"),
    ),
    ("isbn", re.compile(r"[,;.]?\s+\(?ISBN(?:-1[03])?:?\s*([0-9][0-9 \u2010-\u2013-]{8,15}[0-9Xx])\b\)?")),
)
_DOI_ADDRESS = re.compile(r"^(?:https?://)?(?:dx\.)?doi\.org/(10\.[0-9]{4,9}/\S+)$")
_TO_SYMBOL = re.compile(r"\s*\(\s*|,?\s+(?:UN|U\.N\.|United Nations)\s+[Dd]oc(?:ument|\.)?\s+")
_TAILS = 5  # an address, an access date, a DOI, an ISBN, an index number
_QUOTES = "\"'\u2018"
_SPACE = re.compile(r"\s*")
_OPEN = re.compile(r"\b(?:of|the|to|from|and|for|addressed)\s*$")  # how a line ends that is not the last
_HEADLESS = re.compile(r"(?:of|to|from|addressed|and|for)\s")  # how a line begins that is not the first


class Found(NamedTuple):
    """A parse and where it stands in the document."""

    node: Node
    start: int
    end: int

    def span_of(self, token: Tok) -> Span:
        """Where a token's words stand in the document, without separators at either end."""
        inside = _read.trimmed(token)[1]
        return Span(self.start + inside.start, self.start + inside.end)


class Text:
    """A document as prose families see it, with the references found so far. All positions are the document's."""

    def __init__(self, document: Document, references: Sequence[Reference]) -> None:
        self.document = document
        self.text = document.text
        self._references = references
        self._emphases = sorted(document.emphases)
        self._finders: dict[str, prefilter_engine.Finder] = {}

    @cached_property
    def _outer(self) -> list[Reference]:
        """The references that stand in no other one; most families find nothing to ask about them."""
        outer: list[Reference] = []
        end = 0
        for reference in self._references:
            if not outer or reference.span.start >= end:
                outer.append(reference)
                end = reference.span.end
        return outer

    @cached_property
    def _begins(self) -> list[int]:
        return [reference.span.start for reference in self._outer]

    @cached_property
    def _ends(self) -> list[int]:
        return [reference.span.end for reference in self._outer]

    def first(self, grammar: str, position: int) -> int:
        """The first place at or behind a position from which `longest` may find something; the end where none is left.

        Positions go forwards. One pass over the text costs less than to try a few places, but tells nothing of a
        grammar that begins at the edge of a word (`\\b`): `longest` sees an edge wherever it is asked to begin.
        """
        finder = self._finders.get(grammar)
        if finder is None:
            finder = self._finders[grammar] = prefilter_engine.Finder(self.text, _pattern(grammar))
        found = finder.start(position)
        return len(self.text) if found is None else found

    def paragraph(self, position: int) -> Span:
        """The paragraph around a position, or the stretch between two; the whole text where no paragraphs are known."""
        starts = self.document.paragraph_starts
        index = bisect_right(starts, position) - 1
        after = starts[index + 1] if index + 1 < len(starts) else len(self.text)
        if index < 0:
            return Span(0, after)
        span = self.document.paragraphs[index]
        return span if position < span.end else Span(span.end, after)

    def end_of_window(self, start: int) -> int:
        """How far a reference that begins at `start` may go."""
        return min(self.paragraph(start).end, start + LONGEST)

    def end_of_lines(self, start: int) -> int:
        """The same, where a heading may be cut into lines: on through paragraphs that go on in lower case."""
        end = self.paragraph(start).end
        while end < len(self.text) and end - start < LONGEST:
            head = _SPACE.match(self.text, end)
            following = self.paragraph(head.end() if head else end)
            open_ = _OPEN.search(self.text[max(start, end - 12) : end]) or _HEADLESS.match(self.text, *following)
            if not open_ or following.end <= end:
                break
            end = following.end
        return min(end, start + LONGEST)

    def inside(self, span: Span) -> list[Reference]:
        """The outermost references so far that share a character with the span, in reading order."""
        return self._outer[bisect_right(self._ends, span.start) : bisect_left(self._begins, span.end)]

    def fits(self, span: Span) -> bool:
        """Whether the span cuts no reference and lies in none; one of the same span counts as lying in it."""
        return all(span.covers(one.span) and one.span != span for one in self.inside(span))

    def beginning_at(self, position: int) -> Reference | None:
        """The outermost reference that begins at a position."""
        index = bisect_left(self._begins, position)
        return self._outer[index] if index < len(self._begins) and self._begins[index] == position else None

    def emphasised(self, span: Span) -> Span | None:
        """The first italic or bold stretch that begins in the span and ends in it; else None."""
        index = bisect_left(self._emphases, (span.start, span.start))
        while index < len(self._emphases) and self._emphases[index].start < span.end:
            if self._emphases[index].end <= span.end:
                return self._emphases[index]
            index += 1
        return None

    @property
    def emphases(self) -> Sequence[Span]:
        """All italic or bold stretches, in reading order."""
        return self._emphases

    def address(self, end: int) -> tuple[int, Part] | None:
        """The address that "available at" or a comma brings in at `end`: the end behind it, and the part."""
        lead = _ACCESS.match(self.text, end)
        found = self.beginning_at(lead.end()) if lead else None
        if found is None and (stop := _STOPPED.match(self.text, end)):
            found, lead = self.beginning_at(stop.end()), None
            if found is not None and not _BEHIND_ADDRESS.match(
                self.text, found.span.end, self.paragraph(max(0, end - 1)).end
            ):
                return None
        if found is None or found.family != "web-page" or not self.paragraph(max(0, end - 1)).covers(found.span):
            return None
        last = found.span.end
        if lead is not None and lead[0].rstrip().endswith("<") and (close := _CLOSE.match(self.text, last)):
            last = close.end()
        if lead is not None and "(" in lead[0] and self.text[last : last + 1] == ")":
            last += 1
        return last, found.parts.get("url") or Part(found.text, found.span)

    def tail(self, end: int, parts: dict[str, Part]) -> int:
        """Note the address, access date, DOI and ISBN behind `end`, in whatever order; where they end."""
        for _ in range(_TAILS):
            found = self.address(end) if "url" not in parts else None
            if found:
                end, parts["url"] = found
                self._doi_of_address(found[1], parts)
                continue
            closing = next((one for name, one in _ENDINGS if name not in parts and one.match(self.text, end)), None)
            match = closing.match(self.text, end) if closing else None
            if closing is None or match is None or match.end() > self.paragraph(max(0, end - 1)).end:
                break
            name = next(name for name, one in _ENDINGS if one is closing)
            span = Span(*match.span(1))
            value = (
                Date.parse(match[1]) if name == "accessed" else re.sub(r"\s", " " if name == "number" else "", match[1])
            )
            if value is None:
                break
            end, parts[name] = match.end(), Part(value, span)
        return end

    def _doi_of_address(self, url: Part, parts: dict[str, Part]) -> None:
        found = _DOI_ADDRESS.search(str(url.value))
        if found and len(str(url.value)) == url.span.end - url.span.start:
            parts["doi"] = Part(found[1], Span(url.span.start + found.start(1), url.span.start + found.end(1)))

    def symbol(self, end: int) -> tuple[int, Part] | None:
        """The document symbol in parentheses or behind "UN Doc.", right behind `end`: where it ends, and the part."""
        lead = _TO_SYMBOL.match(self.text, end)
        found = self.beginning_at(lead.end()) if lead else None
        if lead is None or found is None or found.family != "un-symbol" or found.id is None:
            return None
        if "(" not in lead[0]:
            return found.span.end, Part(found.id, found.span)
        close = re.compile(r"\s*\)").match(self.text, found.span.end)
        return (close.end(), Part(found.id, found.span)) if close else None

    def reference(
        self,
        family: str,
        id_: str | None,
        span: Span,
        parts: dict[str, Part],
        pinpoint: Part | None = None,
    ) -> Reference:
        """A new reference of this text."""
        return Reference(family, id_, span, self.text[span.start : span.end], parts, pinpoint)

    def part(self, start: int, end: int) -> Part:
        """The words between two positions on one line, as a part."""
        words = self.text[start:end]
        first = start + len(words) - len(words.lstrip())
        last = start + len(words.rstrip())
        return Part(_read.one_line(words), Span(first, last))


def anchors(pattern: Pattern, text: str, *, inside_words: bool = False) -> Iterator[Span]:
    """Every match of an RE2 pattern that does not begin inside a word, left to right, leftmost and longest.

    `inside_words`: also those that do, as a mark behind the last word of a title.
    In these patterns no class is Unicode's; the scanner has made special spaces plain.
    """
    yield from _matches(pattern, text, lambda first: not inside_words and (first.isalnum() or first in _QUOTES))


def _matches(pattern: Pattern, text: str, is_glued: Callable[[str], bool]) -> Iterator[Span]:
    """Matches left to right; behind a letter or digit none whose first character `is_glued` to it."""
    finder = prefilter_engine.Finder(text, pattern)
    position = 0
    while (found := finder.search(position)) is not None:
        start, end = found
        if start and text[start - 1].isalnum() and is_glued(text[start]):
            position = start + 1
        else:
            position = max(end, start + 1)
            yield Span(start, end)


def longest(grammar: str, text: str, start: int, end: int) -> Found | None:
    """The longest parse by a grammar of a stretch that begins at `start` and ends by `end`."""
    stretch = _pattern(grammar).head(text[start:end])
    return _parsed(grammar, stretch, start) if stretch else None


def search(grammar: str, text: str) -> Iterator[Found]:
    """Every parse by a grammar in a text, left to right, each as long as can be, none overlapping."""
    for start, end in _matches(_pattern(grammar), text, lambda _: True):
        parsed = _parsed(grammar, text[start:end], start)
        if parsed:
            yield parsed


def _parsed(grammar: str, stretch: str, start: int) -> Found | None:
    """A parse of a stretch, or of as much as the grammar takes of it: a known name ends where a longer one goes on."""
    parser = store.parsers()[grammar]
    node = parser.parse(stretch)
    if isinstance(node, ParseFailure) and node.position:
        stretch = stretch[: node.position]
        node = parser.parse(stretch)
    return None if isinstance(node, ParseFailure) else Found(node, start, start + len(stretch))


@cache
def _pattern(grammar: str) -> Pattern:
    tables = store.parsers()[grammar].tables
    return Pattern(tables["prefilter"], tuple(map(Pattern, tables["openings"])))


def pinpoint(found: Found) -> Part | None:
    """The pinpoint of a parse, with its place in the document."""
    part = _read.pinpoint(found.node)
    return part and Part(part.value, Span(part.span.start + found.start, part.span.end + found.start))


def date(found: Found, token: Tok) -> Part | None:
    """The date in a token of a parse, with its place in the document."""
    part = _read.date(token)
    return part and Part(part.value, Span(part.span.start + found.start, part.span.end + found.start))
