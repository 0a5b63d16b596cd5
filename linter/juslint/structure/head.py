"""The masthead of a United Nations document, and the closing request of a letter.

The head ends with the document's own title, or before the first paragraph of running text. Only whole lines count in
it, so that a sentence that mentions a session is none. What the layout leaves open is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.document import Span
from juslint.masthead import Dated, Heading, Items, Masthead, Ordinal
from juslint.structure import agenda
from juslint.structure.ordinals import ordinal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ORGANS = (
    "General Assembly", "Security Council", "Economic and Social Council", "Human Rights Council",
    "Trusteeship Council", "Commission on Human Rights",
    "Conference on Disarmament", "Peacebuilding Commission", "Secretariat",
)  # fmt: skip
_ORGAN = "|".join(ORGANS)
_ORGANS_LINE = re.compile(rf"(?:(?:{_ORGAN})\s*)+", re.IGNORECASE)
_NUMBERED = re.compile(
    rf"(?:(?:{_ORGAN})\s*(?:[—–-]\s*)?)?(?P<words>[A-Z][A-Za-z]+(?:[ ‑–-]{{1,3}}[a-z]+){{0,3}})\s+"
    r"(?P<what>[Ss]ession|[Yy]ear)"
)
_ITEMS_LINE = re.compile(rf"Agenda\s+items?\s+(?P<list>{agenda.LIST})\s*[*†]{{0,3}}", re.IGNORECASE)
_DATE = r"[0-9]{1,2}\s+[A-Z][a-z]{2,8}\s+[0-9]{4}"
_DISTRIBUTED = re.compile(
    rf"\bDistr\.?\s?:?\s*(?:General|Limited|Restricted)\s+(?:[A-Z]{{1,5}}/\S{{1,60}}\s+)?(?P<date>{_DATE})\b",
    re.IGNORECASE,
)
_SYMBOL = re.compile(
    r"[A-Z]{1,6}(?:/[A-Z0-9][\w.]*(?:\([\w ]{1,9}\))?\*?){1,8}(?:\s?\([0-9]{4}\))?(?:[-–][AS]/\S{3,30})?\*?"
)
_LETTERS = re.compile(r"(?:Identical\s+letters|Letters?|Notes?\s+verbales?)\s+dated\s", re.IGNORECASE)
_LETTER = re.compile(rf"{_LETTERS.pattern}\s*(?P<date>{_DATE})\s+from\b", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:Resolution|Decision)s?\s+adopted\s|Resolution\s+[0-9]{1,4}\s|Report\s|Note\s+by\s", re.IGNORECASE
)
_OPENING = re.compile(r"The\s+[A-Z][A-Za-z ]{5,60},?")
_FURNITURE = re.compile(
    rf"Distr\.?\b.*|Original\s?:.*|General|English|United Nations|<!--.*-->|[\W_]+|[A-Z]|[0-9][0-9–-].*|{_DATE}",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\bcirculat\w{1,4}\s[^.]{0,200}?\bunder\s+(?:its\s+)?(?:agenda\s+)?items?\s+(?P<list>" + agenda.LIST + ")",
    re.IGNORECASE,
)
_PARAGRAPHS = 60  # no masthead has more
_RUNNING = 250  # characters: a longer paragraph that is not set in bold is running text
_CLOSING_PARAGRAPHS = 40  # before the end of the text; further up only in a text whose title is that of a letter


def masthead(text: str, paragraphs: Sequence[Span], emphases: Sequence[Span]) -> Masthead | None:
    """What the head and the closing request say; None where there is nothing of either."""
    stretches, title = _head(text, paragraphs, emphases)
    end = title.start if title else stretches[-1].end if stretches else 0
    lines = list(_lines(text, stretches))
    letter = _LETTER.match(text, title.start, title.end) if title else None
    numbered = [number for line in lines if (number := _numbered(text, line))]
    listed = _items(text, stretches)
    found = Masthead(
        organs=tuple(_organs(text, lines)),
        session=next((number for what, number in numbered if what == "session"), None),
        council_year=next((number for what, number in numbered if what == "year"), None),
        items=listed,
        titles=_titles(text, stretches, listed, title, emphases),
        distributed=_dated(_DISTRIBUTED.search(text, 0, end)),
        letter=_dated(letter),
        symbol=next((Heading(text[s.start : s.end], s) for s in lines if _is_symbol(text[s.start : s.end])), None),
        closing_items=_closing(text, paragraphs, is_letter=bool(title and _LETTERS.match(text, title.start))),
    )
    certain = (found.session, found.council_year, found.items, found.distributed, found.letter, found.symbol)
    return found if any(certain) or found.closing_items else None


def _head(text: str, paragraphs: Sequence[Span], emphases: Sequence[Span]) -> tuple[list[Span], Span | None]:
    """The paragraphs of the head, those in bold cut into their bold stretches, and the title that ends it, if any."""
    head: list[Span] = []
    for span in paragraphs[:_PARAGRAPHS]:
        bold = _bold(span, emphases)
        if _LETTERS.match(text, span.start) or _TITLE.match(text, span.start):
            return head, span
        if (not bold and span.end - span.start > _RUNNING) or _OPENING.fullmatch(text, span.start, span.end):
            return head, None
        head += bold or [span]
    # a text without running text near its beginning has no head that could be told from the rest
    return (head, None) if len(paragraphs) <= _PARAGRAPHS else ([], None)


def _bold(span: Span, emphases: Sequence[Span]) -> list[Span]:
    """The stretches in bold of a paragraph that consists of nothing else; of those in one another, the outermost."""
    inside: list[Span] = []
    for each in sorted((each for each in emphases if span.covers(each)), key=lambda each: (each.start, -each.end)):
        if not inside or each.start >= inside[-1].end:
            inside.append(each)
    covered = sum(each.end - each.start + 1 for each in inside)
    return inside if covered >= span.end - span.start else []


def _lines(text: str, stretches: Sequence[Span]) -> Iterator[Span]:
    for stretch in stretches:
        start = stretch.start
        for raw in text[stretch.start : stretch.end].split("\n"):
            if words := raw.strip():
                first = start + raw.index(words[0])
                yield Span(first, first + len(words))
            start += len(raw) + 1


def _organs(text: str, lines: Sequence[Span]) -> Iterator[Heading]:
    seen: set[str] = set()
    for line in lines:
        if not _ORGANS_LINE.fullmatch(text, line.start, line.end):
            continue
        for found in re.compile(_ORGAN, re.IGNORECASE).finditer(text, line.start, line.end):
            name = found.group().casefold()
            if name not in seen:
                seen.add(name)
                yield Heading(next(organ for organ in ORGANS if organ.casefold() == name), Span(*found.span()))


def _numbered(text: str, line: Span) -> tuple[str, Ordinal] | None:
    """`session` or `year` and its number, where the line says nothing else."""
    found = _NUMBERED.fullmatch(text, line.start, line.end)
    number = ordinal(found["words"]) if found else None
    if found is None or number is None:
        return None
    return found["what"].lower(), Ordinal(number, Span(found.start("words"), found.end()))


def _items(text: str, stretches: Sequence[Span]) -> Items | None:
    for stretch in stretches:
        start = text.find("genda item", stretch.start, stretch.end) - 1
        if start < stretch.start or text[stretch.start : start].rsplit("\n", 1)[-1].strip():
            continue
        found = _ITEMS_LINE.match(text, start, stretch.end)
        rest = text[found.end() : stretch.end].split("\n", 1)[0].strip() if found else ""
        if found and not rest:
            return agenda.items(text, Span(*found.span("list")))
    return None


def _titles(
    text: str, stretches: Sequence[Span], listed: Items | None, title: Span | None, emphases: Sequence[Span]
) -> tuple[Heading, ...]:
    """The titles between the list of items and a title that shows where they end."""
    if listed is None or title is None or text[title.start : title.end].lower().startswith(("report", "note by")):
        return ()
    between = [span for span in stretches if span.start >= listed.span.end]
    own = [span for span in between if not _is_furniture(text, span)]
    return agenda.titles(text, own, len(listed.numbers), emphases)


def _is_furniture(text: str, span: Span) -> bool:
    """Whether a stretch of the head is a part of it other than the title of an item."""
    return all(
        _ORGANS_LINE.fullmatch(text, line.start, line.end)
        or _numbered(text, line)
        or _FURNITURE.fullmatch(text, line.start, line.end)
        or _is_symbol(text[line.start : line.end])
        for line in _lines(text, [span])
    )


def _is_symbol(words: str) -> bool:
    return any(char.isdigit() for char in words) and _SYMBOL.fullmatch(words) is not None


def _dated(found: re.Match[str] | None) -> Dated | None:
    date = Date.parse(found["date"]) if found else None
    return Dated(date, Span(*found.span("date"))) if found and date else None


def _closing(text: str, paragraphs: Sequence[Span], *, is_letter: bool) -> Items | None:
    """The items in the request for circulation: in a letter the first, as annexes may follow; else near the end."""
    if not paragraphs:
        return None
    start = 0 if is_letter else paragraphs[max(0, len(paragraphs) - _CLOSING_PARAGRAPHS)].start
    found = _CLOSING.search(text, start)
    return agenda.items(text, Span(*found.span("list"))) if found else None
