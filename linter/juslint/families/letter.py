"""Letters and notes verbales.

Parts: `date` (Date), `sender` and `recipient` (str, on one line, without article), `symbol` (str, the document that
carries the letter), `number` (str, of a note verbale), `url` (str), `own` ("title", where the letter is the heading of
the text itself). A mention counts only where it says more than a date; a reply, a cable or a note counts where it fills
an item of a list. The id is made of date, sender and recipient,
or of date and symbol where only these are said; a mention of several letters with several dates has neither date nor
id.

Source: UN Editorial Manual, footnotes; mastheads of UN documents.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.document import Document, Span
from juslint.families import _correspondence, _names, _prose, _segments
from juslint.families._shelf import Shelf
from juslint.parsing import prefilter_engine
from juslint.reference import Part, Reference

if TYPE_CHECKING:
    from juslint.families._prose import Found, Text
    from juslint.parsing.tree import Tok

NAME = "letter"
ORDER = 50
SHELF = Shelf("Letters", 70, "date", "personal_communication")

_ANCHOR = prefilter_engine.rare(
    r"(?:(?:[Ii]dentical|IDENTICAL|[Jj]oint)[\s\x{a0}]+)?(?:[Ll]etters?|LETTERS?|[Nn]otes?[\s\x{a0}]+[Vv]erbales?|NOTES?[\s\x{a0}]+VERBALES?)"
    r"[\s\x{a0}]+(?:dated|of[\s\x{a0}]+(?:[0-9]{1,2}|(?:the[\s\x{a0}]+)?[A-Z][A-Za-z.-]*)|from|addressed|to|DATED|FROM|[Nn]o\.?[\s\x{a0}]*[0-9A-Z][0-9A-Za-z/.-]*)\b"
)
_LISTED = prefilter_engine.rare(
    r"(?:Reply|Answer|Response|Cable|Cablegram|Telegram|Memorandum|Note|E-?mail|Message|Despatch|Dispatch)"
    r"[\s\x{a0}]+(?:of|from|by|to)[\s\x{a0}]+(?:the[\s\x{a0}]+)?[A-Z]"
)
_DATE = re.compile(
    r"(?:[0-9]{1,2}(?:st|nd|rd|th)?\s*(?:[-\u2013]|to|and)\s*)?[0-9]{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9},?\s+[0-9]{4}"
    r"|[A-Z][a-z]+\.?\s+[0-9]{1,2},?\s+[0-9]{4}|[0-9]{1,2}\s+[A-Z][a-z]+\.\s+[0-9]{4}"
)
_PAREN_DATE = re.compile(r"\s+\([^()]*[0-9]{4}\)")  # closes a letter whose people bear titles
_LEAD = re.compile(r"[\s,]*(?:(?:from|by|of)|(?P<to>addressed\s+to|to))\s+(?:the\s+)?", re.IGNORECASE)
_KIND = re.compile(  # a letter of intent
    r"(?:Intent|Credence|Attorney|Agreement|Understanding|Comfort|Assurances?|Support|Recommendation|Resignation|Invitation"
    r"|Introduction|Appointment|Transmittal|Credit|Marque|Protest|Acceptance|Allegation|Appeal)s?(?:\s.*)?"
)
_ADDRESSED = re.compile(r"\s+addressed\s+to\s+(?:the\s+)?", re.IGNORECASE)
_TO = re.compile(
    r"\s+to\s+(?!(?:the\s+)?(?:United\s+Nations|UN|UNESCO|International|European|African|Organi[sz]ation|League|OSCE"
    r"|Council\s+of\s+Europe)\b)(?:the\s+)?"
)
_CLAUSE = re.compile(
    r",\s+(?:the|in|on|of|his|her|their|and|[A-Z])(?![^,]*(?:\sand\s|\saddressed\s))|\s+(?:I|On|In|Upon|We|It)(?:\s|$)"
)
_AROUND = 100  # characters of quotation marks and the like around a letter that fills its paragraph
_SAYS = re.compile(r"\w|;")


def assemble(document: Document, references: tuple[Reference, ...]) -> list[Reference]:
    """The letters of a document, with the addresses and symbols behind them."""
    view = _prose.Text(document, references)
    out: list[Reference] = []
    floor = 0
    listed = {anchor for anchor in _prose.anchors(_LISTED, view.text) if _segments.is_item(view, anchor.start)}
    for anchor in sorted({*_prose.anchors(_ANCHOR, view.text), *listed}):
        if anchor.start < floor:
            continue
        found = _prose.longest("letter", view.text, anchor.start, view.end_of_lines(anchor.start))
        reference = found and _letter(view, found)
        if reference and anchor in listed and not _segments.fills_item(view, reference.span):
            continue
        if reference and view.fits(reference.span):
            out.append(reference)
            floor = reference.span.end
    for span, parts in _correspondence.told(view):
        if view.fits(span) and not any(one.span.overlaps(span) for one in out):
            out.append(view.reference(NAME, _id(parts), span, parts))
    return sorted(out, key=lambda one: one.span)


def _letter(view: Text, found: Found) -> Reference | None:
    parts: dict[str, Part] = {}
    end, dated = _said(view, found, parts)
    if not dated:
        return None
    behind = view.symbol(end)
    if behind:
        end, parts["symbol"] = behind
    end = view.tail(end, parts)
    behind = None if "sender" in parts else _correspondence.writer(view, found.start, end)
    if behind:
        end, parts["sender"] = behind
    if not parts.keys() & {"sender", "recipient", "symbol", "url"}:
        return None
    if "sender" in parts and _KIND.fullmatch(str(parts["sender"].value)):
        return None
    span = Span(found.start, end)
    if _is_title(view, span):
        parts["own"] = Part("title", span)
    return view.reference(NAME, _id(parts), span, parts)


def _said(view: Text, found: Found, parts: dict[str, Part]) -> tuple[int, bool]:
    """Note date and people; where they end, and whether there is a date."""
    end, dated = found.start, False
    for token in found.node.tokens():
        stop = found.start + token.start + len(token.text)
        if token.type == "NUMBER":
            number = re.search(r"\S+$", token.text.removeprefix("No."))
            if number:
                start = found.start + token.start + len(token.text) - len(number[0])
                parts["number"] = view.part(start, stop)
        elif token.type == "DATED":
            dated = _one_date(found, token, parts)
        elif token.type in {"FROM", "TO"}:
            end = _people(view, Span(found.start + token.start, stop), parts)
            if end < stop and not _PAREN_DATE.match(view.text, stop):
                break
        end = stop
    return end, dated


def _one_date(found: Found, token: Tok, parts: dict[str, Part]) -> bool:
    """Note the date, where there is but one; whether what is written is a date at all."""
    dates = list(_DATE.finditer(token.text))
    values = [Date.parse(date[0]) for date in dates]
    if len(values) == 1 and values[0] is not None:
        at = found.start + token.start
        parts["date"] = Part(values[0], Span(at + dates[0].start(), at + dates[0].end()))
    return bool(values) and all(values)


def _people(view: Text, span: Span, parts: dict[str, Part]) -> int:
    """Sender and recipient in one run of words, and where the run ends once cut to these."""
    words = view.text[span.start : span.end]
    lead = _LEAD.match(words)
    first = lead.end() if lead else 0
    start, body = span.start + first, words[first:]
    if lead and lead["to"]:
        cut = _CLAUSE.search(body)
        last = start + (cut.start() if cut else len(body))
        parts["recipient"] = view.part(start, last)
        return last
    between = _ADDRESSED.search(body) or _last(body)
    cut = _CLAUSE.search(body, between.end() if between else 0)
    last = start + (cut.start() if cut else len(body))
    sender = body[: between.start() if between else last - start].rstrip(" ,")
    parts["sender"] = view.part(start, start + len(sender))
    if between:
        parts["recipient"] = view.part(start + between.end(), last)
    return last


def _last(body: str) -> re.Match[str] | None:
    found = list(_TO.finditer(body))
    return found[-1] if found else None


def _id(parts: dict[str, Part]) -> str | None:
    date = parts.get("date")
    if date is None or not isinstance(date.value, Date):
        return None
    if "sender" not in parts and "recipient" not in parts and "symbol" in parts:
        return f"letter:{date.value.iso()}|{parts['symbol'].value}"
    sides = [_names.office(str(parts[side].value)) if side in parts else "" for side in ("sender", "recipient")]
    return "|".join([f"letter:{date.value.iso()}", *sides])


def _is_title(view: Text, span: Span) -> bool:
    """Whether the letter fills a paragraph or heading that is no note, quotation marks and the like aside."""
    if not view.text[span.start].isupper() or any(
        note.span.covers(span) for note in view.document.notes_by_place.at(span)
    ):
        return False
    start, end = view.paragraph(span.start).start, view.paragraph(span.end - 1).end
    if span.start - start > _AROUND or end - span.end > _AROUND:
        return False
    if _SAYS.search(view.text, start, span.start) or _SAYS.search(view.text, span.end, end):
        return False
    return not view.text[span.end : end].rstrip().endswith(".")
