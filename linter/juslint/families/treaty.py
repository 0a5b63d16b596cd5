"""Treaties and other instruments: in words, and by their place in the Treaty Series of the United Nations or the
League.

Parts in words: `title` (str, without the year), `year` (int) or `date` (Date). Parts in a series: `series` (`UNTS` or
`LNTS`), `volume`, `number`, `page` (int). The id of a name is a key made of the name; a place has the id `UNTS
999/14668`, or `UNTS 999 p. 171` where no registration number is given. "the Convention" alone is nothing.

Resolutions, reports and judgments name instruments in every other line without citing them: there only a place in a
series is a reference. A letter, or a text with no masthead, stands on the instruments that it names.

Source: UN Editorial Manual, footnotes; Multilateral Treaties Deposited with the Secretary-General; OSCOLA.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Document, Span
from juslint.families import _names, _prose
from juslint.reference import Part, Reference
from juslint.structure.issuing import issuing_body

if TYPE_CHECKING:
    from juslint.families._prose import Found, Text

NAME = "treaty"
ORDER = 90

_HEAD = re.compile(
    r"\b(?:Convention|Covenant|Protocol|Treaty|Charter|Statute|Agreement|Declaration|Act|UNTS|LNTS|U\.N\.T\.S|L\.N\.T\.S)"
)
_HEADS = r"(?:Conventions?|Covenants?|Protocols?|Treaty|Charter|Statute|Agreement)"
_CUT = re.compile(
    r",?\s+(?:and|or)\s+(?:(?:International|European|American|African|Optional|Additional|Vienna|Geneva|Hague|United\s+Nations)\s+)*"
    rf"(?:{_HEADS}|Member|Governments?|Security\s+Council(?!\s+of)|General\s+Assembly|Human\s+Rights\s+(?:Council|Committee)|Chapters?|Articles?)\b"
    r"|,?\s+(?:of|on|in)\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_ONE_WORD = re.compile(rf"(?:\S+\s+)*?{_HEADS}\s+(?:[a-z]+\s+)*(\S+)")
_TOO_GENERAL = re.compile(
    r"(?:Courts?|Tribunals?|Organi[sz]ation|Agency|Council|Assembly|Authority|Commission|Committee|States?|Parties|Party|Articles?|Government"
    r"|Convention|Covenant|Protocol|Union|University|Chapter|Part|School|Bank|Fund|Women|Children|Platforms)"
)


def assemble(document: Document, references: tuple[Reference, ...]) -> list[Reference]:
    """The treaties of a document that no title of another source contains."""
    if not _HEAD.search(document.text):
        return []
    view = _prose.Text(document, references)
    out = []
    by_name = _stands_on_names(document)
    for found in _prose.search("treaty", document.text):
        tokens = {token.type: token for token in found.node.tokens()}
        if "SERIES_NAME" in tokens or "SHORT_SERIES" in tokens:
            reference = _series(view, found)
        else:
            reference = _named(view, found) if by_name else None
        if reference and view.fits(reference.span):
            out.append(reference)
    return out


def _stands_on_names(document: Document) -> bool:
    head = document.masthead
    is_letter = head is not None and (head.letter is not None or head.closing_items is not None)
    return is_letter or (head is None and issuing_body(document) is None)


def _named(view: Text, found: Found) -> Reference | None:
    parts: dict[str, Part] = {}
    start, end = found.start, found.end
    for token in found.node.tokens():
        span = found.span_of(token)
        match token.type:
            case "YEAR_BEFORE":
                parts["year"] = Part(int(token.text.strip()), span)
            case "NAMED" | "GENERIC" | "GENEVA":
                parts["title"] = view.part(span.start, span.end)
                cut = _CUT.search(view.text, span.start, span.end)
                if cut:
                    end = cut.start()
                    parts["title"] = view.part(span.start, end)
                    break
            case "PROTOCOL_ON":
                parts["title"] = view.part(parts["title"].span.start, span.end)
            case "WHEN":
                written = _prose.date(found, token)
                year = re.search(r"[0-9]{4}$", token.text)
                if written:
                    parts["date"] = written
                elif year and "year" not in parts:
                    parts["year"] = Part(int(year[0]), Span(span.end - 4, span.end))
    title = str(parts["title"].value)
    paragraph = view.paragraph(start)
    if _says_nothing(title) or end > paragraph.end or view.text[end : end + 1].isalpha():
        return None
    return view.reference(NAME, f"treaty:{_names.office(title)}", Span(start, end), parts)


def _says_nothing(title: str) -> bool:
    """Whether a name ends in one capitalised word that does not tell which treaty: "Charter of the University"."""
    if re.search(r"\sfor\s+the\s+State", title):
        return True
    found = _ONE_WORD.fullmatch(title)
    return found is not None and (
        _TOO_GENERAL.fullmatch(found[1]) is not None
        or re.search(r"\b(?:Charter|Statute|Agreement)\s+(?:of|for)\b", title) is not None
    )


def _series(view: Text, found: Found) -> Reference | None:
    text = view.text[found.start : found.end]
    series = "LNTS" if re.search(r"League|L\.?N\.?T\.?S", text) else "UNTS"
    parts: dict[str, Part] = {"series": Part(series, Span(found.start, found.end))}
    for token in found.node.tokens():
        numbers = [
            Part(int(one[0]), Span(found.start + token.start + one.start(), found.start + token.start + one.end()))
            for one in re.finditer(r"[0-9]+", token.text)
        ]
        match token.type:
            case "SERIES_VOLUME":
                parts["volume"] = numbers[0]
            case "SERIES_NUMBER":
                parts["number"] = numbers[0]
            case "SERIES_PAGE":
                parts["page"] = numbers[0]
            case "SHORT_SERIES":
                parts["volume"], parts["page"] = numbers[0], numbers[-1]
    volume = parts["volume"].value
    tail = f"/{parts['number'].value}" if "number" in parts else f" p. {parts['page'].value}"
    return view.reference(NAME, f"{series} {volume}{tail}", Span(found.start, found.end), parts)
