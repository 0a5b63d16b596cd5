"""How surely a reference to a resolution is to one of the body that its id names.

The scanner gives every number a body, from the words before it or, failing them, from the words around. A rule that
accuses must know which of the two it was: numbers such as 67/9 or 2013/1 are given by commissions and boards too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.families._numbering import form
from juslint.rules._council import paragraph_of
from juslint.structure.issuing import issuing_body

if TYPE_CHECKING:
    from juslint.reference import Reference
    from juslint.rules import Context


class Body(NamedTuple):
    """A body by the stem of its symbols: its name, and what it may be called where the text names it in full."""

    name: str
    full: re.Pattern[str]
    short: re.Pattern[str]


def _body(name: str, full: str, short: str) -> Body:
    spaced = full.replace(" ", r"\s+")
    return Body(name, re.compile(rf"\b(?:{spaced})\b"), re.compile(rf"\b(?:{short})\b"))


BODIES = {
    "A": _body("General Assembly", "General Assembly|UNGA", "Assembly|GA"),
    "S": _body("Security Council", "Security Council|UNSCR?", "Council|SC"),
    "E": _body("Economic and Social Council", "Economic and Social Council|ECOSOC", "Council"),
    "A/HRC": _body("Human Rights Council", "Human Rights Council|UNHRC|HRC", "Council"),
    "E/CN.4": _body("Commission on Human Rights", "Commission on Human Rights|Human Rights Commission", "Commission"),
}
FORMS = {  # how each numbers, as `families._numbering.form` says it
    "S": {"year", "yearless"},
    "A": {"session", "roman", "yearless"},
    "A/HRC": {"session", "yearless"},
    "E": {"year/", "roman", "yearless"},
    "E/CN.4": {"year/", "roman", "yearless"},
}
_ANY = re.compile(
    r"\b(?:[A-Z][a-z]+\s+(?:(?:and|on|of|for)\s+)?(?:the\s+)?){0,3}"
    r"(?:Council|Assembly|(?:Sub-?)?Commission|Conference|Committee|Board|Union|Congress|Parliament|Agency|Authority)\b"
    r"(?:\s+on\s+Human\s+Rights)?"
)
_MOST_OF_OTHERS = {"resolution": 60, "decision": 300}  # of a session of any body but the General Assembly
_REACH = 4000  # characters to either side of a number: a text without paragraphs is one
_ITS_ACT = re.compile(r"(?:[’']s)?[^.;,]{0,40}?\s+(?:resolution|decision)s?\b")


def organ_of(reference: Reference) -> str | None:
    """The stem of the body's symbols: `A`, `S`, `A/HRC`."""
    organ = reference.parts.get("organ")
    return str(organ.value) if organ is not None else None


def lead(reference: Reference, context: Context) -> str:
    """The words before the number that name the body, or the stem of a symbol; empty where there are none."""
    organ, kind = reference.parts.get("organ"), reference.parts.get("kind")
    if organ is None or kind is None or organ.span.start != kind.span.start:
        return ""
    words = context.document.text[organ.span.start : organ.span.end]
    return "" if re.search("[0-9]", words) and "/" not in words[:4] else " ".join(words.split())


def is_named(reference: Reference, context: Context) -> bool:
    """Whether the words before the number, or its symbol, name the body whose number it is taken for.

    "Council resolution 5/1" does where the text names the body in full elsewhere.
    """
    organ, words = organ_of(reference), lead(reference, context)
    body = BODIES.get(organ or "")
    if body is None or not words:
        return False
    if words == organ or body.full.search(words):
        return True
    return body.short.search(words) is not None and body.full.search(context.document.text) is not None


def is_alone(reference: Reference, context: Context) -> bool:
    """Whether the paragraph names no other body that may number so, and this one is named or has issued the text."""
    body = BODIES.get(organ_of(reference) or "")
    if body is None:
        return False
    document = context.document
    paragraph = paragraph_of(document, reference.span)
    start, end = max(paragraph.start, reference.span.start - _REACH), min(paragraph.end, reference.span.end + _REACH)
    short = re.compile(rf"(?:[Tt]he\s+)?(?:{body.short.pattern})")
    names = list(_ANY.finditer(document.text, start, end))
    others = [name for name in names if not (body.full.search(name[0]) or short.fullmatch(name[0]))]
    if issuing_body(document) == body.name:  # its own texts speak of committees without citing them
        return not any(_ITS_ACT.match(document.text, name.end()) for name in others)
    return bool(names) and not others


def is_formed(reference: Reference) -> bool:
    """Whether the number has a form that its body uses; statements and bodies that are not here always have."""
    organ, kind = organ_of(reference), reference.text_of("kind")
    if kind == "statement" or organ not in FORMS or "number" not in reference.parts:
        return True
    return form(reference.parts) in FORMS[organ]


def is_sure(reference: Reference, context: Context) -> bool:
    """Whether the reference surely is to a number of the body that its id names, in a form that this body uses."""
    if not is_formed(reference):
        return False
    return is_named(reference, context) or is_only(reference) or is_alone(reference, context)


def is_only(reference: Reference) -> bool:
    """Whether a number by session is so high that only the General Assembly can have given it."""
    session, number = reference.text_of("session") or "", reference.number_of("number") or 0
    least = _MOST_OF_OTHERS.get(reference.text_of("kind") or "")
    return organ_of(reference) == "A" and session.isdigit() and least is not None and number > least
