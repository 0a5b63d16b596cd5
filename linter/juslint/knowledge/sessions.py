"""Sessions of United Nations bodies: their names, the years in which they sit, and the numbers that they gave.

Source: citation-facts of the United Nations Editorial Manual ("System of identification"); research.un.org/en/docs/ga.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.structure import numerals

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NAME = re.compile(r"(?P<kind>E?S-)?(?P<number>[1-9][0-9]{0,3})")
LAST_RUNNING = 3541  # the last resolution of the thirtieth session: from the next on, numbers begin anew


class Numbers(NamedTuple):
    """Lowest and highest resolution number that is attested for a session; `session` is `21`, `S-6`, `ES-5`."""

    session: str
    first: int
    last: int


def roman(session: str) -> str:
    """The name of a session in Roman numerals: `21` is `XXI`, `S-6` is `S-VI`. ValueError where it names no session."""
    found = NAME.fullmatch(session)
    if found is None:
        raise ValueError(f"not a session: {session!r}")
    return f"{found['kind'] or ''}{numerals.roman(int(found['number']))}"


def arabic(session: str) -> str:
    """The inverse of `roman`; a name that is already in digits stays. ValueError where it names no session."""
    mark = "ES-" if session.startswith("ES-") else "S-" if session.startswith("S-") else ""
    letters = session.removeprefix(mark)
    if letters.isdigit():
        return session
    number = numerals.arabic(letters)
    if number is None or roman(f"{mark}{number}") != session:
        raise ValueError(f"not a session: {session!r}")
    return f"{mark}{number}"


def order(session: str) -> tuple[str, int]:
    """Sorts session names: regular ones first, then special and emergency ones, each by number."""
    found = NAME.fullmatch(session)
    if found is None:
        raise ValueError(f"not a session: {session!r}")
    return {"": "", "S-": "S", "ES-": "T"}[found["kind"] or ""], int(found["number"])


def years(body: str, session: str) -> tuple[int, int] | None:
    """First and last calendar year in which a session can have adopted anything; None where arithmetic does not tell.

    `body` is the body's folder: `general-assembly`, `human-rights-council`. The General Assembly opens its Nth regular
    session in September of 1945 + N; the Human Rights Council holds three regular sessions a year since 2006.
    """
    if not session.isdigit():
        return None
    number = int(session)
    if body == "general-assembly":
        return 1945 + number, 1945 + number + (number > 1)
    if body == "human-rights-council":
        return 2006 + (number - 1) // 3, 2006 + (number - 1) // 3
    return None


def regular_bounds(known: Iterable[Numbers], number: int) -> tuple[int, int] | None:
    """The first and last regular session that can have given a running number (1 to 3541), else None.

    `known`: attested numbers. One that lies between those of two sessions can be of either.
    """
    if not 1 <= number <= LAST_RUNNING:
        return None
    regular = sorted((int(one.session), one.first, one.last) for one in known if one.session.isdigit())
    low = max((session for session, first, _ in regular if first <= number), default=1)
    high = min((session for session, _, last in regular if number <= last), default=0)
    return (low, high) if low <= high else None


def session_of(known: Iterable[Numbers], number: int) -> str | None:
    """The session of which a running number surely is, special ones among them, as `21`, `S-6`, `ES-5`; else None."""
    found = [one.session for one in known if one.first <= number <= one.last]
    return found[0] if len(found) == 1 else None


def attested(facts: Mapping[str, Mapping[str, object]]) -> list[Numbers]:
    """The attested running numbers of the first thirty regular sessions and the special ones of their time."""
    out = []
    for session, fact in facts.items():
        first, last = fact.get("first-number"), fact.get("last-number")
        if isinstance(first, int) and isinstance(last, int):
            out.append(Numbers(session, first, last))
    return out
