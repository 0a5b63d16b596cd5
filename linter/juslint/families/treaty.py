"""Treaties and other instruments: in words, and by their place in the Treaty Series of the United Nations or the
League.

Parts in words: `title` (str, without the year), `year` (int) or `date` (Date). Parts in a series: `series` (`UNTS` or
`LNTS`), `volume`, `number`, `page` (int). The id of a name is a key made of the name; a place has the id `UNTS
999/14668`, or `UNTS 999 p. 171` where no registration number is given. "the Convention" alone is nothing.

A convention of the International Labour Organization has the id `ILO Convention No. 169`.

Resolutions, reports and judgments name instruments in every other line without citing them: there only a place in a
series is a reference. A letter, or a text with no masthead, stands on the instruments that it names.

Source: UN Editorial Manual, footnotes; Multilateral Treaties Deposited with the Secretary-General; OSCOLA.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.dates import MONTH
from juslint.document import Document, Span
from juslint.families import _names, _prose
from juslint.families._shelf import Shelf
from juslint.parsing import prefilter_engine
from juslint.reference import Part, Reference
from juslint.sought import Sought
from juslint.structure.issuing import issuing_body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.families._prose import Found, Text
    from juslint.knowledge import Knowledge
    from juslint.parsing.tree import Tok

NAME = "treaty"
ORDER = 90
SHELF = Shelf("Treaties", 50, "name", "treaty")

_OPENING = (
    r"Convention|Covenant|Protocol|Treaty|Charter|Statute|Agreement|Declaration|Act|UNTS|LNTS|[UL]\.[^!-~]?N\.|RTNU|RTSDN|Recueil"
    r"|convention|C[0-9]{2}"
)
_MENTION = prefilter_engine.rare(rf"{_OPENING}|N\.[^!-~]?T\.")
_HEAD = Sought(
    r"\b(?:Convention|Covenant|Protocol|Treaty|Charter|Statute|Agreement|Declaration|Act|UNTS|LNTS|[UL]\.\s?N\.\s?T\.\s?S|RTNU|RTSDN|Recueil)|\b[Cc]onvention|Treaty\s+Series|\bC[01]?[0-9]{2}\b",
    _OPENING,
)
_HEADS = r"(?:Conventions?|Covenants?|Protocols?|Treaty|Charter|Statute|Agreement)"
_CUT = re.compile(
    r",?\s+(?:and|or)\s+(?:(?:International|European|American|African|Optional|Additional|Vienna|Geneva|Hague|United\s+Nations)\s+)*"
    rf"(?:{_HEADS}|Member|Governments?|Security\s+Council(?!\s+of)|General\s+Assembly|Human\s+Rights\s+(?:Council|Committee)|Chapters?|Articles?)\b"
    rf"|,?\s+(?:of|on|in)\s+{MONTH}\b|\s+(?:Articles?|Arts?|Chapter|Part|Section|Annex)$"
)
_LABOUR = re.compile(r"\bILO\b|International\s+Labour|\bOIT\b|internationale\s+du\s+travail")
_LAST_LABOUR = 192
_IBID = 700  # characters after a place in a series in which "Ibid., vol. 1249, No. 20378" goes on from it
_CASE_LAW = 3  # European Court cases in a text from which it is one of the Court's own, or cites as they do
_SERIES_NAMES = ("UNTS", "LNTS", "RTNU", "RTSDN", "Recueil")
_SERIES_PATTERNS = (re.compile(r"Treaty\s+Series"), re.compile(r"N\.\s?T\.\s?S"))  # each begins with plain letters
_OF_A_JUDGMENT = (  # headings of the European Court's judgments, and how they call the parties
    (
        ("RELEVANT", "FACTS", "LAW", "CIRCUMSTANCES", "VIOLATION", "CADRE", "DROIT", "FAIT", "TEXTES"),
        re.compile(
            r"^\W*(?:[A-Z0-9]{1,4}\.\s+)?(?:RELEVANT\s+(?:[A-Z]+,?\s+){1,4}(?:LAW|PRACTICE|MATERIALS?|TEXTS?|INSTRUMENTS?|FRAMEWORK|DOCUMENTS?)"
            r"|THE\s+(?:FACTS|LAW|CIRCUMSTANCES\s+OF\s+THE\s+CASE)|AS\s+TO\s+THE\s+(?:FACTS|LAW)|ALLEGED\s+VIOLATION"
            r"|(?:LE\s+)?(?:CADRE|DROIT)\s+(?:JURIDIQUE|INTERNE|INTERNATIONAL|EUROP[EÉ]EN)|EN\s+(?:FAIT|DROIT)|TEXTES\s+(?:INTERNATIONAUX|PERTINENTS))\b",
            re.MULTILINE,
        ),
    ),
    (
        ("Convention",),
        re.compile(r"\bof\s+the\s+Convention\s+(?:for\s+the\s+Protection|has\s+been\s+violated|had\s+been\s+violated)"),
    ),
    (("applicant",), re.compile(r"\bthe\s+applicants?\s+(?:complained|submitted|alleged|argued|relied)\b")),
    (
        ("requérant",),
        re.compile(r"\b(?:le|la|les)\s+requérante?s?\s+(?:se\s+pla[iî]|soutien|all[eè]gu|invoqu|dénonc)"),
    ),
)
_ONE_WORD = re.compile(rf"(?:\S+\s+)*?{_HEADS}\s+(?:[a-z]+\s+)*(\S+)")
_TOO_GENERAL = re.compile(
    r"(?:Courts?|Tribunals?|Organi[sz]ation|Agency|Council|Assembly|Authority|Commission|Committee|States?|Parties|Party|Articles?|Government"
    r"|Convention|Covenant|Protocol|Union|University|Chapter|Part|School|Bank|Fund|Women|Children|Platforms)"
)
_PLACE = r"[0-9]{1,3}(?:\.[0-9]{1,2}|(?:bis|ter)\b)?(?:\s?\([0-9a-z]{1,4}\)){0,3}"
_ARTICLE = re.compile(  # art. 6 § 1 (c), arts. 8–11, article 5, paragraph 3
    rf",\s+(?P<pinpoint>(?:[Aa]rts?\.|[Aa]rts?|[Aa]rticles?)\s+{_PLACE}"
    rf"(?:\s?[-\u2010-\u2013]\s?{_PLACE}|(?:,\s+|\s+and\s+|\s+&\s+){_PLACE}(?![\w/]|\s+[A-Z]))*"
    rf"(?:(?:\s?\u00a7{{1,2}}|,\s+para(?:s?\.|graphs?)?)\s?{_PLACE}(?:\s?[-\u2010-\u2013]\s?{_PLACE})?)?)(?![\w/])"
)


def assemble(document: Document, references: tuple[Reference, ...]) -> list[Reference]:
    """The treaties of a document that no title of another source contains."""
    if prefilter_engine.Finder(document.text, _MENTION).search(0) is None:
        return []
    by_name = _stands_on_names(document, references)
    if not (_HEAD.search(document.text) if by_name else _names_series(document.text)):
        return []
    view = _prose.Text(document, references)
    out: list[Reference] = []
    series: Reference | None = None  # the last place in a treaty series, which "Ibid." may go on from
    for found in _prose.search("treaty", document.text):
        tokens = {token.type: token for token in found.node.tokens()}
        new: list[Reference] = []
        if "IBID" in tokens and (series is None or found.start - series.span.end > _IBID):
            continue
        if {"SERIES_NAME", "SHORT_SERIES", "SERIES_BEHIND", "PLACE", "IBID"} & tokens.keys():
            series = _series(view, found, series if "IBID" in tokens else None)
            new = [series]
        elif by_name and "LABOUR_SHORT" in tokens:
            new = _labour_short(view, found) if _LABOUR.search(document.text) else []
        elif by_name and "LABOUR" in tokens:
            new = _labour(view, found)
        elif by_name:
            named = _named(view, found)
            new = [named] if named else []
        out.extend(reference for reference in new if view.fits(reference.span))
    return out


def identify(reference: Reference, knowledge: Knowledge, text: str) -> Reference | None:  # noqa: ARG001
    """A place in a series stays the id, though the treaty that stands there is known: texts cite the place."""
    return reference if "series" in reference.parts else None


def links(id: str) -> list[str]:  # noqa: A002 - DESIGN calls it id
    """The Treaty Collection's scan of a treaty or of its volume; the Labour Organization's page of a convention."""
    place = re.fullmatch(r"(UNTS|LNTS) ([0-9]+)(?:/([0-9]+)| p\. [0-9]+)", id)
    if place:
        league = "LON/" if place[1] == "LNTS" else ""
        file = f"volume-{place[2]}-I-{place[3]}-English" if place[3] and not league else f"v{place[2]}"
        return [f"https://treaties.un.org/doc/Publication/UNTS/{league}Volume%20{place[2]}/{file}.pdf"]
    labour = re.fullmatch(r"ILO Convention No\. ([0-9]+)", id)
    if labour:
        code = f"C{int(labour[1]):03d}"
        return [f"https://normlex.ilo.org/dyn/nrmlx_en/f?p=NORMLEXPUB:12100:0::NO::P12100_ILO_CODE:{code}"]
    return []


def issuer(id: str) -> str | None:  # noqa: A002
    """In whose series, or under whose number, it stands."""
    series = {"UNTS": "United Nations Treaty Series", "LNTS": "League of Nations Treaty Series"}
    return "International Labour Organization" if id.startswith("ILO ") else series.get(id[:4])


def _stands_on_names(document: Document, references: tuple[Reference, ...]) -> bool:
    """Whether a text cites the instruments that it names. One that cites much case-law is a judgment, or like one.

    Bare numbers are no case-law yet: national courts number their cases likewise.
    """
    head = document.masthead
    if head is not None:
        return head.letter is not None or head.closing_items is not None
    cases = sum(reference.family == "echr" and "unlabelled" not in reference.parts for reference in references)
    return cases < _CASE_LAW and issuing_body(document) is None and not _is_judgment(document.text)


def _names_series(text: str) -> bool:
    """Whether a text names a treaty series."""
    return any(name in text for name in _SERIES_NAMES) or any(pattern.search(text) for pattern in _SERIES_PATTERNS)


def _is_judgment(text: str) -> bool:
    """Whether a text speaks as a judgment of the European Court does."""
    return any(
        pattern.search(text) is not None
        for words, pattern in _OF_A_JUDGMENT
        if any(word in text for word in words)  # most texts have none, which is found out much faster
    )


_LABOUR_NUMBER = re.compile(r"(?:[Nn]os?\.?|n[°º]s?|,|and|et)\s*([0-9]{1,3})\b")


def _labour(view: Text, found: Found) -> list[Reference]:
    """Conventions of the International Labour Organization, by number; several where they stand in a list."""
    numbers = list(_LABOUR_NUMBER.finditer(view.text, found.start, found.end))
    whole = Span(found.start, found.end)
    out = []
    for number in numbers:
        place = Span(*number.span(1))
        parts = {"series": Part("ILO", whole), "number": Part(int(number[1]), place)}
        out.append(view.reference(NAME, f"ILO Convention No. {int(number[1])}", place if numbers[1:] else whole, parts))
    return out


def _labour_short(view: Text, found: Found) -> list[Reference]:
    """`C182`, as the Organization itself says for short."""
    span = Span(found.start, found.end)
    number = int(view.text[found.start + 1 : found.end])
    if not 1 <= number <= _LAST_LABOUR or view.text[found.end : found.end + 1] in ("/", "-"):
        return []
    place = Span(found.start + 1, found.end)
    parts = {"series": Part("ILO", Span(found.start, place.start)), "number": Part(number, place)}
    return [view.reference(NAME, f"ILO Convention No. {number}", span, parts)]


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
    if _says_nothing(title) or end > paragraph.end or view.text[end : end + 1].isalpha() or _numbered(view, end):
        return None
    return view.reference(NAME, f"treaty:{_names.office(title)}", *_with_articles(view, Span(start, end), parts))


def _with_articles(view: Text, span: Span, parts: dict[str, Part]) -> tuple[Span, dict[str, Part], Part | None]:
    """Span, parts and pinpoint of a treaty, with the articles behind it."""
    behind = _ARTICLE.match(view.text, span.end, view.paragraph(span.start).end)
    if behind is None or not view.fits(Span(span.start, behind.end())):
        return span, parts, None
    return Span(span.start, behind.end()), parts, view.part(*behind.span("pinpoint"))


def _numbered(view: Text, end: int) -> bool:
    """Whether the treaty's number stands right behind its name, and is its reference: "… (ETS No. 112)"."""
    lead = _BEFORE_NUMBER.match(view.text, end)
    number = view.beginning_at(lead.end()) if lead else None
    treaty = number is not None and re.fullmatch(r"C?ETS [0-9]+", number.id or "") is not None
    return treaty or _SERIES_BEHIND.match(view.text, end) is not None


_BEFORE_NUMBER = re.compile(r",?\s*[(\[]?\s*")
_SERIES_BEHIND = re.compile(
    r",?\s*[(\[]?\s*(?:[0-9]{1,4}\s+[UL]\.?\s?N\.?\s?T\.?\s?S|(?:UNTS|LNTS)\b|(?:United\s+Nations|League\s+of\s+Nations|UN),?\s+Treaty\s+Series)"
)


def _says_nothing(title: str) -> bool:
    """Whether a name ends in one capitalised word that does not tell which treaty: "Charter of the University"."""
    if re.search(r"\sfor\s+the\s+State", title):
        return True
    found = _ONE_WORD.fullmatch(title)
    return found is not None and (
        _TOO_GENERAL.fullmatch(found[1]) is not None
        or re.search(r"\b(?:Charter|Statute|Agreement)\s+(?:of|for)\b", title) is not None
    )


def _series(view: Text, found: Found, before: Reference | None) -> Reference:
    """A place in a treaty series; of the same series as the place `before` where it says "Ibid."."""
    text = view.text[found.start : found.end]
    said = text if _WHOSE.search(text) else view.text[max(0, found.start - _NEAR) : found.end]
    series = (before and before.text_of("series")) or ("LNTS" if _LEAGUE.search(said) else "UNTS")
    parts: dict[str, Part] = {"series": Part(series, Span(found.start, found.end))}
    for token in found.node.tokens():
        numbers = list(_numbers(token, found.start))
        match token.type:
            case "SERIES_VOLUME":
                parts["volume"] = numbers[0]
            case "SERIES_NUMBER":
                parts["number"] = _range(numbers)
            case "SERIES_PAGE":
                parts["page"] = numbers[0]
            case "SHORT_SERIES" | "SERIES_BEHIND":
                parts["volume"], parts["page"] = numbers[0], numbers[-1]
            case "PLACE":
                parts["volume"], parts["number" if "/" in token.text else "page"] = numbers[0], _range(numbers[1:])
    volume = parts["volume"].value
    tail = f"/{parts['number'].value}" if "number" in parts else f" p. {parts['page'].value}"
    named = any(token.type == "SERIES_BEHIND" for token in found.node.tokens())
    span = Span(parts["volume"].span.start if named else found.start, found.end)
    return view.reference(NAME, f"{series} {volume}{tail}", span, parts)


_NEAR = 150  # characters in front of a series without a name in which its publisher is named
_WHOSE = re.compile(r"Nations|U\.?\s?N|NU|L\.?\s?N")
_LEAGUE = re.compile(r"League|L\.?\s?N\.?\s?T\.?\s?S|Société\s+des|RTSDN|SOCIÉTÉ")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def _numbers(token: Tok, start: int) -> Iterator[Part]:
    """The numbers in a token of a parse that begins at `start`."""
    for one in re.finditer(r"[0-9]+|\b[IVXLC]+\b(?!-)", token.text):
        value = int(one[0]) if one[0].isdigit() else _arabic(one[0])
        yield Part(value, Span(start + token.start + one.start(), start + token.start + one.end()))


def _range(numbers: list[Part]) -> Part:
    """One number, or the first and last of several treaties that are cited together: `970-973`."""
    if len(numbers) == 1:
        return numbers[0]
    return Part(f"{numbers[0].value}-{numbers[-1].value}", Span(numbers[0].span.start, numbers[-1].span.end))


def _arabic(roman: str) -> int:
    """A Roman number as the League wrote its volumes: `CLXXXIX` is 189."""
    values = [_ROMAN[letter] for letter in roman]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))
