"""Numbered texts of other organizations: OIC resolutions and communiqués, CSCE communications, OSCE decisions.

Parts: `series` (str), `number` (str), `date` (Date), `subject` (str), `place` (str).

Source: documents of the organizations as cited in United Nations letters.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.families import _read
from juslint.reference import Part, Reference

if TYPE_CHECKING:
    from juslint.document import Document
    from juslint.parsing.tree import Node

NAME = "other"
ORDER = 6

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
).split()


def read(node: Node, text: str) -> list[Reference]:
    """One reference."""
    tokens = {token.type: token for token in node.tokens()}
    parts: dict[str, Part] = {}
    if "DATE_NEXT" in tokens:
        date = _read.date(tokens["DATE_NEXT"])
        if date:
            parts["date"] = date
    for kind, key, lead in (("SUBJECT", "subject", r"^\s*on\s+"), ("PLACE", "place", r"^,\s*")):
        if kind in tokens:
            value, place = _read.trimmed(tokens[kind])
            skip = len(value) - len(re.sub(lead, "", value))
            parts[key] = Part(_read.one_line(value[skip:]), Span(place.start + skip, place.end))
    if "OIC_NUMBER" in tokens:
        number = _read.inner(tokens["OIC_NUMBER"], r"[0-9]+/[0-9]+.*$")
        if number is None:
            return []
        parts["number"] = Part(re.sub(r"[\u2010-\u2013]", "-", str(number.value)), number.span)
        id_ = f"OIC {parts['number'].value}"
    elif "COMMUNIQUE" in tokens:
        token = tokens["COMMUNIQUE"]
        found = re.search(r"the\s+([a-z0-9-]+)\s+.*?(Islamic\s+Summit|Foreign\s+Ministers)", token.text, re.DOTALL)
        ordinal = found[1] if found else ""
        session = _ORDINALS.index(ordinal) + 1 if ordinal in _ORDINALS else int(re.sub(r"\D", "", ordinal) or 0)
        body = "Islamic Summit" if found and "Summit" in found[2] else "Council of Foreign Ministers"
        parts["session"] = Part(session or ordinal, Span(token.start, token.start + len(token.text)))
        id_ = f"OIC final communiqué {body} {session or ordinal}"
    elif "COMMUNICATION" in tokens:
        number = _read.inner(tokens["COMMUNICATION"], r"[0-9]+$")
        if number is None:
            return []
        parts["number"] = Part(str(number.value), number.span)
        if "CSCE_LEAD" not in tokens:
            parts["unnamed"] = Part("communication", number.span)
        id_ = f"CSCE Communication No. {number.value}"
    else:
        id_ = f"OSCE {tokens['OSCE'].text}"
    return [Reference(NAME, id_, Span(0, len(text)), text, parts, _read.pinpoint(node), (), None)]


def settle(references: list[Reference], document: Document) -> list[Reference]:
    """A "Communication No. 5" is the Conference's only where the Conference is named; treaty bodies have them too."""
    csce = re.compile(r"Conference\s+on\s+Security\s+and\s+Co-?operation|CSCE")
    return [
        reference
        for reference in references
        if reference.family != NAME
        or "unnamed" not in reference.parts
        or csce.search(document.text, max(0, reference.span.start - 300), reference.span.start)
    ]


def canonical(id: str) -> str:  # noqa: A002 - DESIGN calls it id
    """The id is the name."""
    return id


def links(id: str) -> list[str]:  # noqa: A002, ARG001
    """None of these series has an address that its number gives."""
    return []
