"""Statements, press releases, speeches and interviews that are cited with a date.

Parts: `issuer` (str), `title` (str: what it is, with its subject), `date` (Date), `url` (str). A mention in running
text counts where it says in one breath what, whose and of which date; else an address must follow, or the statement
must fill a note or an item of a list. Of an interview, `container` or `place` say where it appeared or was held.

Source: UN Editorial Manual, footnotes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.document import Document, Span
from juslint.families import _names, _prose, _publication, _segments
from juslint.families._shelf import Shelf
from juslint.parsing import prefilter_engine

if TYPE_CHECKING:
    from juslint.families._prose import Found, Text
    from juslint.reference import Part, Reference

NAME = "statement"
ORDER = 74
SHELF = Shelf("Press, statements and web pages", 80, "author")

_ANCHOR = prefilter_engine.rare(r"(?:[Ss]tatement|[Ii]nterview|[Rr]emarks|[Ss]peech|[Pp]ress\s+[Rr]elease)\b")
_BACK = 200  # characters of an issuer
_AFTER = 400  # characters up to the date
_FIRST = re.compile(
    r"Press\s+Release,\s+(?P<issuer>[^,]+),\s+(?P<title>.+?)(?:,\s+(?:(?:UN|U\.N\.)\s+)?(?:[Pp]ress\s+[Rr]elease\s+)?(?:[Nn]o\.\s+)?"
    r"(?P<number>[A-Z0-9/-]*[0-9][A-Z0-9/-]*))?\s*",
    re.DOTALL,
)
_ISSUED = re.compile(r"\s+(?:by|of|from|with|(?:issued|made|delivered)\s+by)\s+(?:the\s+)?[A-Z\u00c0-\u017f]")
_PLEADING = re.compile(  # of the parties to a case, and what is no speech
    r"[Ss]tatement\s+of\s+(?:the\s+)?(?:Defen[cs]e|Claims?|Counterclaims?|Facts|Case|Principles?|Reasons|Purpose|Intent|Objections?|Reply"
    r"|Rejoinder|Accounts?|Interests?|Grounds|Opposition|Understanding|Values|Work)\b"
)
_TOLD = re.compile(r",?\s*on\s")
_COUNCIL = re.compile(r"\bCouncil\b|\bits\s+President\b")


def assemble(document: Document, references: tuple[Reference, ...]) -> list[Reference]:
    """The statements of a document."""
    view = _prose.Text(document, references)
    out: list[Reference] = []
    floor = 0
    for anchor in _prose.anchors(_ANCHOR, view.text):
        if anchor.start < floor:
            continue
        first = view.first("statement", max(floor, anchor.start - _BACK))
        if first == len(view.text):
            break
        if first > anchor.start:
            continue
        limit = min(view.paragraph(anchor.start).end, anchor.end + _AFTER)
        for start in _segments.starts(view, floor, anchor.start, _BACK):
            if start.position < first:
                continue
            found = _prose.longest("statement", view.text, start.position, limit)
            if found is None or not (start.strong or _said_in_full(found) or _leads_to_address(view, found)):
                continue
            reference = _read(view, found)
            if reference and view.fits(reference.span):
                out.append(reference)
                floor = reference.span.end
                break
    return out


def _read(view: Text, found: Found) -> Reference | None:
    parts: dict[str, Part] = {}
    words: list[Span] = []
    for token in found.node.tokens():
        span = found.span_of(token)
        if token.type == "ISSUER":
            parts["issuer"] = view.part(span.start, span.end - 1)  # without its comma
        elif token.type == "RELEASE_FIRST":
            words += _release(view, span, parts)
        elif token.type == "DATED":
            date = _prose.date(found, token)
            if date is None:
                return None
            parts["date"] = date
        elif token.type != "OFFICE_OF":
            words.append(span)
        if token.type == "BY":
            words[-1] = _speaker(view, span, parts)
    parts["title"] = view.part(words[0].start, words[-1].end)
    end = view.tail(found.end, parts)
    if _PLEADING.search(str(parts["title"].value)) or not _counts(view, found, end, parts):
        return None
    date_value = parts["date"].value
    if "issuer" not in parts or not isinstance(date_value, Date):
        return None
    id_ = f"statement:{date_value.iso()}|{_names.office(str(parts['issuer'].value))}"
    return view.reference(NAME, id_, Span(found.start, end), parts)


def _counts(view: Text, found: Found, end: int, parts: dict[str, Part]) -> bool:
    """Whether it says enough by itself, or fills an item of a list; an office behind the name only does in a list."""
    if _segments.fills_item(view, Span(found.start, end)):
        return True
    if any(token.type == "OFFICE_OF" for token in found.node.tokens()):
        return False
    return "url" in parts or _said_in_full(found)


def _speaker(view: Text, span: Span, parts: dict[str, Part]) -> Span:
    """Note who issued it, or was interviewed; the words of the title up to there."""
    lead = re.match(r"(?:attributable\s+to|\w+(?:\s+by)?)\s+(?:the\s+)?", view.text[slice(*span)])
    who = Span(span.start + (lead.end() if lead else 0), span.end)
    if lead and lead[0].startswith("with"):
        who = _interviewed(view, who, parts)
        span = Span(span.start, who.end)
    parts.setdefault("issuer", view.part(*who))
    return span


def _release(view: Text, span: Span, parts: dict[str, Part]) -> list[Span]:
    """Note issuer and number of `Press Release, Security Council, Title, U.N. Press Release SC/5600`; the title."""
    found = _FIRST.fullmatch(view.text, *span)
    if found is None:
        return [span]
    parts["issuer"] = view.part(*found.span("issuer"))
    if found["number"]:
        parts["number"] = view.part(*found.span("number"))
    return [Span(*found.span("title"))]


def _leads_to_address(view: Text, found: Found) -> bool:
    """Whether an address stands right behind what somebody said: `the statement made by X on 5 May 2010 (https://…)`."""
    tokens = {token.type: token.text for token in found.node.tokens()}
    issued = _ISSUED.match(tokens.get("BY", ""))
    return issued is not None and "DATED" in tokens and view.address(found.end) is not None


def _said_in_full(found: Found) -> bool:
    """Whether the words say what, whose and when by themselves: `statement by the Minister of Justice of 5 May 2010`.

    "… on 5 May 2010" tells a story; the Security Council's President is cited by symbol.
    """
    tokens = {token.type: token.text for token in found.node.tokens()}
    if not {"KIND", "BY", "DATED"} <= tokens.keys() or _TOLD.match(tokens["DATED"]):
        return False
    return _ISSUED.match(tokens["BY"]) is not None and not _COUNCIL.search(tokens["BY"])


def _interviewed(view: Text, span: Span, parts: dict[str, Part]) -> Span:
    """The person alone in `Leyla Yunus, Deutsche Welle`, or `Jane Roe, Director of X, in Geneva`; notes the others.

    What is no office is where the interview appeared.
    """
    pieces = list(re.finditer(r"[^,]+", view.text[slice(*span)]))
    inside = re.search(r"\s+in\s+(?=[A-Z])", pieces[0][0])
    if inside and not pieces[1:]:  # with Jane Roe in Der Spiegel
        parts["container"] = view.part(span.start + inside.end(), span.end)
        return Span(span.start, span.start + inside.start())
    for piece in pieces[1:]:
        words = piece[0].strip()
        place = re.match(r"in\s+", words)
        start = span.start + piece.end() - len(piece[0].lstrip()) + (place.end() if place else 0)
        if place:
            parts["place"] = view.part(start, span.end)
            break
        if not re.search(r"\b[a-z]", words):
            name = "place" if _publication.TOWN.fullmatch(words) else "container"
            parts[name] = view.part(start, span.start + piece.end())
    return Span(span.start, span.start + pieces[0].end())
