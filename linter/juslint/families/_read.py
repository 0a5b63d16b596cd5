"""Helpers that family modules share for turning parse trees into parts of references."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.document import Span
from juslint.reference import Part

if TYPE_CHECKING:
    from juslint.parsing.tree import Node, Tok

_SEPARATOR = re.compile(r"[\s,;]+")


def trimmed(token: Tok) -> tuple[str, Span]:
    """A token's text and span without the separators in front of it and the white space behind it."""
    _, text, start = token
    if text[:1].isalnum() and not text[-1].isspace():  # most have neither
        return text, Span(start, start + len(text))
    found = _SEPARATOR.match(text)
    skip = found.end() if found else 0
    text = text[skip:].rstrip()
    return text, Span(start + skip, start + skip + len(text))


def one_line(text: str) -> str:
    """The text with every run of white space, line breaks included, made one space."""
    return " ".join(text.split())


def inner(token: Tok, pattern: str) -> Part | None:
    """The first match of `pattern` (its group 1 if it has one) inside a token; a whole number becomes an int."""
    found = re.search(pattern, token.text)
    if found is None:
        return None
    group = 1 if found.re.groups else 0
    value = found[group]
    return Part(
        int(value) if value.isascii() and value.isdigit() else value,
        Span(token.start + found.start(group), token.start + found.end(group)),
    )


DATE = re.compile(
    r"[0-9]{1,2}(?:st|nd|rd|th)?(?:\s*[-\u2013]\s*[0-9]{1,2}|\s+(?:and|to)\s+[0-9]{1,2})?(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+[0-9]{4}"
    r"|[A-Z][a-z]+\s+[0-9]{1,2}(?:st|nd|rd|th)?,?\s+[0-9]{4}|[A-Z][a-z]+\s+[0-9]{4}"
)

SHORT_DATE = re.compile(
    r"[A-Z][a-z]{2,3}\.?\s+[0-9]{1,2},\s+[0-9]{4}|[0-9]{1,2}\s+[A-Z][a-z]{2,3}\.?\s+[0-9]{4}"
)  # as the Bluebook abbreviates months: `Mar. 24, 1997`


def date(token: Tok) -> Part | None:
    """The date inside a token; None where it holds none or an impossible one (`31 June 2010`)."""
    found = DATE.search(token.text) or SHORT_DATE.search(token.text)
    value = Date.parse(found[0]) if found else None
    if found is None or value is None:
        return None
    return Part(value, Span(token.start + found.start(), token.start + found.end()))


def pinpoint(node: Node) -> Part | None:
    """The pinpoint of a parsed reference: its text on one line, and its place without the comma in front."""
    found = next(node.nodes("pinpoint"), None)
    return None if found is None else pinpoint_of(found)


def pinpoint_of(node: Node) -> Part:
    """The part that a `pinpoint` node makes."""
    tokens = list(node.tokens())
    text, first = trimmed(tokens[0])
    shown = text + "".join([token.text for token in tokens[1:]])
    return Part(one_line(shown), Span(first.start, tokens[-1].start + len(tokens[-1].text)))
