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
from juslint.structure.ordinals import ordinal

if TYPE_CHECKING:
    from collections.abc import Callable

    from juslint.document import Document
    from juslint.parsing.tree import Node, Tok

NAME = "other"
ORDER = 36


def read(node: Node, text: str) -> list[Reference]:
    """One reference."""
    tokens = {token.type: token for token in node.tokens()}
    parts = _surroundings(tokens)
    id_ = next((read_one(tokens[kind], parts) for kind, read_one in _READERS.items() if kind in tokens), None)
    if id_ is None:
        return []
    if "COMMUNICATION" in tokens and "CSCE_LEAD" not in tokens:
        parts["unnamed"] = parts["number"]
    return [Reference(NAME, id_, Span(0, len(text)), text, parts, _read.pinpoint(node), (), None)]


def _surroundings(tokens: dict[str, Tok]) -> dict[str, Part]:
    """Date, subject and place, as far as they are given."""
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
    return parts


def _resolution(token: Tok, parts: dict[str, Part]) -> str | None:
    number = _read.inner(token, r"[0-9]+/[0-9]+.*$")
    if number is None:
        return None
    written = re.sub(r"[\u2010-\u2013]", "-", str(number.value))
    parts["number"] = Part(written, number.span)
    return f"OIC {written}"


def _communique(token: Tok, parts: dict[str, Part]) -> str | None:
    found = re.search(r"the\s+([a-z0-9-]+)\s+.*?(Islamic\s+Summit|Foreign\s+Ministers)", token.text, re.DOTALL)
    session = ordinal(found[1]) if found else None
    if found is None or session is None:
        return None
    parts["session"] = Part(session, Span(token.start + found.start(1), token.start + found.end(1)))
    body = "Islamic Summit" if "Summit" in found[2] else "Council of Foreign Ministers"
    return f"OIC final communiqué {body} {session}"


def _communication(token: Tok, parts: dict[str, Part]) -> str | None:
    number = _read.inner(token, r"[0-9]+$")
    if number is None:
        return None
    parts["number"] = Part(str(number.value), number.span)
    return f"CSCE Communication No. {number.value}"


def _decision(token: Tok, _: dict[str, Part]) -> str:
    return f"OSCE {token.text}"


_READERS: dict[str, Callable[[Tok, dict[str, Part]], str | None]] = {
    "OIC_NUMBER": _resolution,
    "COMMUNIQUE": _communique,
    "COMMUNICATION": _communication,
    "OSCE": _decision,
}


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
