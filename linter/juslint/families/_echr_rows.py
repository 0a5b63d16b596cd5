"""Cases of the European Court that begin with something else than a name: a bare number, a row of a list, a judgment
with nothing but its report.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.families import _echr_names, _read
from juslint.parsing.tree import Tok
from juslint.reference import Part

if TYPE_CHECKING:
    from collections.abc import Collection

_HEADS = {"BARE_NUMBER", "ROW_NUMBER", "LISTED"}
_ROW = re.compile(r"([0-9]+/[0-9]{2})[\s|]+(.+?)(?=[\s|]*(?:[0-9]{2}[/.][0-9]{2}[/.][0-9]{4})?$)", re.DOTALL)
_IN_SERIES = re.compile(r"Series [AB].*", re.DOTALL)


def take(token: Tok, parts: dict[str, Part]) -> None:
    """Put what such a token says among the parts: `unlabelled`, `listed`, `name`, `kind`, `report`."""
    value, span = _read.trimmed(token)
    if token.type == "LISTED":
        _take_row(token, parts)
    elif token.type == "ROW_NUMBER":
        parts["listed"] = Part(value, span)
    elif token.type == "REPORTED_JUDGMENT":
        parts["kind"] = Part("judgment", span)
        if found := _IN_SERIES.search(token.text):
            place = Span(token.start + found.start(), token.start + found.end())
            parts["report"] = Part(_read.one_line(found[0]), place)
    else:
        parts["unlabelled"] = Part("no.", span)


def _take_row(token: Tok, parts: dict[str, Part]) -> None:
    """The name behind a number that begins a row. Its days say nothing: they may be of the application."""
    found = _ROW.match(token.text)
    if found is None:
        return
    parts["listed"] = Part(found[1], Span(token.start, token.start + found.end(1)))
    parts["name"] = _echr_names.name(Tok(token.type, found[2], token.start + found.start(2)))


def next_row(token: Tok, case: Collection[Tok]) -> Tok | None:
    """The token with which the next row of a list begins, if `token`, behind those of `case`, is one: `48195/17 X
    07/07/2022 60990/14`.
    """
    skip = len(token.text) - len(token.text.lstrip())
    if token.type == "LISTED_NEXT":
        return Tok("LISTED", token.text[skip:], token.start + skip)
    types = [each.type for each in case]
    if token.type != "FIRST_NUMBER" or not token.text[skip].isdigit():
        return None
    is_row = bool(types) and types[0] in _HEADS and "DATED" in types
    return Tok("ROW_NUMBER", token.text[skip:], token.start + skip) if is_row else None
