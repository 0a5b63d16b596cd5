"""Imprints and titles of books as written: place, publisher, edition, volume, year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.families import _names
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
    r"|Universit\w+|(?:Printing|Stationery) Office|HMSO"
    r"|Westview|Oceana|Transnational|Viking|Beck|Duncker|Polity|Verso|Zed)\b"
)
OFFICIAL = re.compile(r"\b(?:Printing Office|Stationery Office|HMSO|GPO|Publications? Office|Government)\b")
_NUMBERED = (
    r"(?:[0-9]{1,2}(?:st|nd|rd|th)|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Rr]ev(?:ised|\.)|[Uu]pdated|[Ee]nlarged)"
)
_EDITION = re.compile(
    rf"{_NUMBERED}(?:\s+(?:and|&)\s+{_NUMBERED})?(?:\s+{_NUMBERED})?\s+(?:ed(?:ition|n)?\b\.?)|(?:reissued?|reprint(?:ed)?)\b",
    re.IGNORECASE,
)
_TITLE_END = re.compile(
    rf"[,.]\s+(?:(?P<edition>{_EDITION.pattern})|[Vv]ol(?:s?\.|ume)\s+(?P<volume>[0-9IVXLC]{{1,5}}))\s*$", re.IGNORECASE
)
_YEAR = re.compile(r"((?:1[5-9]|20)[0-9]{2})(?:[-\u2010-\u2013][0-9]{2,4})?\W*$")
_TRANSLATED = re.compile(
    r",\s+(?:trans(?:l)?\.|tr\.|translated\s+by)(?:\s+(?:and|&)\s+ed(?:ited\s+by|\.))?\s+(?P<translator>[A-Z\u00c0-\u017f][^,;()]{2,80})$"
)
_CAPITAL = re.compile(
    r"Washington,?\s+D\.?\s?C\.?|New\s+York,\s+N\.?Y\.?|Cambridge,\s+M(?:ass\.|A)"
)  # a place with a comma
_VOLUME = re.compile(r"\b[Vv]ol(?:s?\.?|ume)\s+([0-9IVXLC]{1,5})\b")
_TRANSLATOR = re.compile(
    r"\b(?:trans(?:l)?\.|tr\.|translated\s+by)(?:\s+(?:and|&)\s+ed(?:ited\s+by|\.))?\s+([A-Z\u00c0-\u017f][^,;()]{2,80}?)\s*(?=,|\(|$)"
)
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s(?:[0-9]{1,2},\s)?[0-9]{4}")
TOWN = re.compile(  # where books come out most: between a title and a publisher nothing else tells a place
    r"Amsterdam|Ankara|Baku|Basel|Berlin|Bern|Boston|Brussels|Budapest|Cambridge|Chicago|Copenhagen|Dordrecht|Dublin"
    r"|Edinburgh|Geneva|Helsinki|Istanbul|Kiev|Kyiv|Leiden|Lisbon|London|Madrid|Milan|Moscow|Munich|New\s+Delhi"
    r"|New\s+Haven|New\s+York|Nicosia|Oslo|Oxford|Paris|Philadelphia|Prague|Princeton|Rome|Stockholm|Strasbourg"
    r"|Tbilisi|The\s+Hague|Tokyo|Toronto|Vienna|Warsaw|Washington(?:,\s+D\.?\s?C\.?)?|Yerevan|Zurich"
)
_BARE_IMPRINT = (  # Title, Place, Publisher, year · Title, Publisher, year
    re.compile(rf"(?P<title>.+),\s+(?P<imprint>(?:{TOWN.pattern}),\s+[^,]+,\s+[0-9-]+)$", re.DOTALL),
    re.compile(r"(?P<title>.+),\s+(?P<imprint>[^,]+,\s+[0-9-]+)$", re.DOTALL),
)
_WITH_IMPRINT = re.compile(r"(?P<title>.+?)[.,]\s+(?P<imprint>[^.,:]+(?:,\s[^.,:]+)?:\s+[^:]+)$", re.DOTALL)


def title(view: Text, span: Span, parts: dict[str, Part]) -> None:
    """The title in `span`, and the edition and volume that stand at its end."""
    start, end = span
    while (tail := _TITLE_END.search(view.text, start, end) or _TRANSLATED.search(view.text, start, end)) is not None:
        name = next(name for name, value in tail.groupdict().items() if value)
        parts[name] = view.part(*tail.span(name))
        end = tail.start()
    parts["title"] = view.part(start, end)


def extras(view: Text, span: Span, parts: dict[str, Part]) -> bool:
    """Edition, volume and translator in a stretch behind a title; whether there is any."""
    known = len(parts)
    for pattern, name in ((_EDITION, "edition"), (_VOLUME, "volume"), (_TRANSLATOR, "translator")):
        found = pattern.search(view.text, *span)
        if found:
            parts[name] = view.part(*found.span(pattern.groups))
    return len(parts) > known


def imprint(view: Text, span: Span, parts: dict[str, Part]) -> None:
    """Place, publisher, edition and year in `span`, which is without its parentheses."""
    found = _YEAR.search(view.text, *span)
    if found is None or _MONTH.search(view.text, *span):
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
    if _CAPITAL.fullmatch(view.text, start, end):
        parts["place"] = view.part(start, end)
        return
    cut = max(view.text.rfind(",", start, end), view.text.rfind(": ", start, end))
    sides = [(start, end)] if cut < 0 else [(start, cut), (cut + 1, end)]
    if len(sides) == 2 and PUBLISHER.search(view.text, *sides[0]) and not PUBLISHER.search(view.text, *sides[1]):
        sides.reverse()
    parts["publisher"] = view.part(*sides[-1])
    if len(sides) == 2:
        parts["place"] = view.part(*sides[0])


def is_own(author: Part | None, parts: dict[str, Part]) -> bool:
    """Whether a body has published its report itself: no publishing house. What it names alone is then the place."""
    if author is None or not isinstance(author.value, tuple) or not _names.is_body(author):
        return False
    publisher = str(parts["publisher"].value) if "publisher" in parts else ""
    if publisher and "place" not in parts and publisher not in author.value and not PUBLISHER.search(publisher):
        parts["place"], publisher = parts.pop("publisher"), ""  # (New York, 1992)
    return publisher in author.value or not PUBLISHER.search(publisher) or OFFICIAL.search(publisher) is not None


def is_place_alone(parts: dict[str, Part]) -> bool:
    """Whether what was taken for the title is the place, so that the title was taken for a name."""
    return "place" not in parts and "title" in parts and TOWN.fullmatch(str(parts["title"].value)) is not None


def apart(text: str, span: Span) -> tuple[Span, Span] | None:
    """Title and imprint of `Title. Place: Publisher, year` or `Title, Place, Publisher, year`."""
    patterns = (_WITH_IMPRINT, *_BARE_IMPRINT)
    found = next((found for one in patterns if (found := one.match(text, *span))), None)
    return (Span(*found.span("title")), Span(*found.span("imprint"))) if found else None


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,\t\r\n\u00a0":
        start += 1
    while start < end and text[end - 1] in " ,\t\r\n\u00a0":
        end -= 1
    return start, end
