"""Application numbers of the European Court as its Registry writes them: `40984/07`, `5577-5583/72`, `P16-2018-001`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.reference import Malformed, Part

if TYPE_CHECKING:
    from juslint.parsing.tree import Tok

NUMBER = re.compile(r"([0-9]{1,6})(?:[-\u2010-\u2013]([0-9]{1,6}))?\s*[/\u2044]\s*([0-9]{4}|[0-9]{2})")
ADVISORY = re.compile(r"P16[- ][0-9]{4}[- ][0-9]{3}")
TOKENS = {"LABELLED_NUMBER", "FIRST_NUMBER", "NEXT_NUMBER", "UNLABELLED", "BARE_NUMBER", "ADVISORY", "ADVISORY_NEXT"}
TOKENS |= {"LISTED", "ROW_NUMBER", "GLUED"}
_BEFORE_DAY = re.compile(r"([0-9]{1,6})()/([0-9]{2})")  # a day may follow: `25/01/2018`, `/0414 June 2011`


def applications(tokens: list[Tok], flaws: list[Malformed]) -> Part | None:
    """All numbers that the tokens of a case hold, what is wrong with them goes into `flaws`."""
    numbers: list[str] = []
    places: list[Span] = []
    for token in tokens:
        if token.type not in TOKENS:
            continue
        for found in _written(token):
            here = Span(token.start + found.start(), token.start + found.end())
            if found.re is ADVISORY:
                numbers.append(found[0].replace(" ", "-"))
            else:
                numbers += _application(found, here, flaws)
            places.append(here)
    return Part(tuple(numbers), Span(places[0].start, places[-1].end)) if numbers else None


def _written(token: Tok) -> list[re.Match[str]]:
    if token.type in {"LISTED", "GLUED"}:
        return [found] if (found := _BEFORE_DAY.search(token.text)) else []
    return list((ADVISORY if token.type.startswith("ADVISORY") else NUMBER).finditer(token.text))


def _application(found: re.Match[str], here: Span, flaws: list[Malformed]) -> list[str]:
    """The number; of several that follow each other (`5577-5583/72`, `16064-66/90`) the first and the last."""
    number, last, year = found.groups()
    short = year[-2:]
    serials = [number] if not last else [number, number[: max(0, len(number) - len(last))] + last]
    proper = [f"{int(serial)}/{short}" for serial in serials]
    if len(year) == 4:
        flaws.append(Malformed("application-number", here, proper[0]))
    return proper


def digits(token: Tok) -> Span:
    """Where the digits of a number that cannot be an application's stand: `21463/9`, `44574-98`."""
    found = re.search(r"[0-9].*", token.text)
    return Span(token.start + (found.start() if found else 0), token.start + len(token.text))
