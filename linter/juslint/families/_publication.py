"""Imprints and titles of books as written: place, publisher, edition, volume, year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.reference import Part

if TYPE_CHECKING:
    from juslint.families._prose import Text

PUBLISHER = re.compile(
    r"\b(?:Press(?:es)?|Publish\w*|Publications?|Verlag|Books?|[EÉ]ditions?|[EÉ]diteurs?|UP|OUP|CUP|PUF|Oxford"
    r"|Cambridge|Sons|Academi\w+|Akademi\w+|Allen Lane|Ashgate|Blackwell|Brill|Bruylant|Butterworths?"
    r"|Clarendon|Dalloz|Earthscan|Elgar|Elsevier|Faber|Fayard|Gallimard|Greenwood|Grotius|Harper\w*|Hart"
    r"|Hurst|Intersentia|Kluwer|Knopf|LGDJ|LexisNexis|Longmans?|Macmillan|Methuen|Mohr|Nauka|Nijhoff|Nomos"
    r"|Norton|Palgrave|Pedone|Penguin|Praeger|Random House|Routledge|SAGE|Sage|Seuil"
    r"|Simon (?:&|and) Schuster|Sirey|Springer|Stevens|Sweet (?:&|and) Maxwell|Tauris|Transaction|Wiley"
    r"|Zed)\b"
)
_NUMBERED = (
    r"(?:[0-9]{1,2}(?:st|nd|rd|th)|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Rr]ev(?:ised|\.)|[Uu]pdated|[Ee]nlarged)"
)
_EDITION = re.compile(
    rf"{_NUMBERED}(?:\s+(?:and|&)\s+{_NUMBERED})?(?:\s+{_NUMBERED})?\s+(?:ed(?:ition|n)?\b\.?)", re.IGNORECASE
)
_TITLE_END = re.compile(
    rf",\s+(?:(?P<edition>{_EDITION.pattern})|[Vv]ol(?:s?\.|ume)\s+(?P<volume>[0-9IVXLC]{{1,5}}))\s*$", re.IGNORECASE
)
_YEAR = re.compile(r"((?:1[5-9]|20)[0-9]{2})(?:[-\u2010-\u2013][0-9]{2,4})?\W*$")
_WITH_IMPRINT = re.compile(r"(?P<title>.+?)[.,]\s+(?P<imprint>[^.,:]+(?:,\s[^.,:]+)?:\s+[^:]+)$", re.DOTALL)


def title(view: Text, span: Span, parts: dict[str, Part]) -> None:
    """The title in `span`, and the edition and volume that stand at its end."""
    start, end = span
    while (tail := _TITLE_END.search(view.text, start, end)) is not None:
        name = "edition" if tail["edition"] else "volume"
        parts[name] = view.part(*tail.span(name))
        end = tail.start()
    parts["title"] = view.part(start, end)


def imprint(view: Text, span: Span, parts: dict[str, Part]) -> None:
    """Place, publisher, edition and year in `span`, which is without its parentheses."""
    found = _YEAR.search(view.text, *span)
    if found is None:
        return
    parts["year"] = Part(int(found[1]), Span(*found.span(1)))
    start, end = span.start, found.start()
    edition = _EDITION.match(view.text, start, end)
    if edition:
        parts["edition"] = view.part(*edition.span())
        start = edition.end()
    start, end = _stripped(view.text, start, end)
    if start >= end:
        return
    cut = max(view.text.rfind(",", start, end), view.text.rfind(": ", start, end))
    sides = [(start, end)] if cut < 0 else [(start, cut), (cut + 1, end)]
    if len(sides) == 2 and PUBLISHER.search(view.text, *sides[0]) and not PUBLISHER.search(view.text, *sides[1]):
        sides.reverse()
    parts["publisher"] = view.part(*sides[-1])
    if len(sides) == 2:
        parts["place"] = view.part(*sides[0])


def apart(text: str, span: Span) -> tuple[Span, Span] | None:
    """Title and imprint of `Title. Place: Publisher, year`."""
    found = _WITH_IMPRINT.match(text, *span)
    return (Span(*found.span("title")), Span(*found.span("imprint"))) if found else None


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,\t\r\n\u00a0":
        start += 1
    while start < end and text[end - 1] in " ,\t\r\n\u00a0":
        end -= 1
    return start, end
