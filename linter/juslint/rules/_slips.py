"""Numbers that one slip makes of another: a digit changed, left out or put in, two swapped, or the next one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from juslint.dates import Date
    from juslint.knowledge import Knowledge

_NAME = re.compile(
    r"(?P<head>[A-Z][A-Z./0-9-]*/(?:RES|DEC|PRST)/(?:(?P<part>[0-9]{1,4})/)?)(?P<number>[0-9]{1,4})"
    r"(?P<letter> [A-Z])?(?P<year> \([0-9]{4}\))?(?P<tail> \([A-Z-]+\))?"
)
_MOST = 2  # numbers that are worth naming; where more fit, none of them is


def near(number: int) -> list[int]:
    """All whole numbers above zero that are one slip away, in order."""
    text = str(number)
    cuts = range(len(text))
    found = {text[:at] + text[at + 1] + text[at] + text[at + 2 :] for at in cuts[:-1]}
    found |= {text[:at] + text[at + 1 :] for at in cuts}
    found |= {text[:at] + digit + text[at + 1 :] for at in cuts for digit in "0123456789"}
    found |= {text[:at] + digit + text[at:] for at in range(len(text) + 1) for digit in "0123456789"}
    numbers = {int(one) for one in found if one and one[0] != "0"} | {number - 1, number + 1}
    return sorted(one for one in numbers if one > 0 and one != number)


def adopted_on(name: str, date: Date, knowledge: Knowledge) -> list[str]:
    """The ids one slip away from a resolution's, of its number or else its session, that were adopted on a day."""
    found = _NAME.fullmatch(name)
    if found is None or date.day is None or date.last is not None:
        return []
    head, letter, part = found["head"], found["letter"] or "", found["part"]
    tail = f" ({date.year})" if found["year"] else found["tail"] or ""
    numbers = [f"{head}{number}{letter}{tail}" for number in near(int(found["number"]))]
    sessions = [
        f"{head.removesuffix(part + '/')}{session}/{found['number']}{letter}"
        for session in (near(int(part)) if part else ())
    ]
    for names in (sessions, numbers):
        known = {one for layer in knowledge.layers for one in layer.having(names)}  # at once: of many, hardly any
        fitting = [one for one in names if one in known and knowledge.adopted(one) == date]
        if fitting:
            return fitting if len(fitting) <= _MOST else []
    return []


def of_council_year(number: int, year: int, knowledge: Knowledge) -> list[int]:
    """Numbers one slip away that are Security Council resolutions of a year."""
    fitting = [one for one in near(number) if knowledge.security_council_year(one) == year]
    return fitting if len(fitting) <= _MOST else []
