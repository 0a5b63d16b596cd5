"""Symbols whose session or year cannot be: before the series began, or not yet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import today
from juslint.finding import Edit, Finding, Fix
from juslint.rules import Rule
from juslint.rules._core import core

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="symbol-number",
    severity="error",
    summary="A symbol with a session or year that its series cannot have.",
    why=(
        "The documents of the Security Council are numbered by year since 1994 and ran on before; those of the General "
        "Assembly are numbered by session since 1976. A symbol that breaks this names no document."
    ),
    source="research.un.org/en/docs/symbols; the Council's last running numbers are of 1993 (S/26576 of October 1993).",
    wrong=(
        "See S/1992/25.\n",
        "See S/18/462.\n",
        "See A/2023/695.\n",
        "See A/112/695, annex.\n",
        "See S/PRST/1993/4.\n",
    ),
    right=(
        "See S/2018/462, S/1994/25 and S/26576.\n",
        "See A/77/695, A/AC.109/2019/L.18 and E/2001/25.\n",
        "See S/96/Rev.7, A/99/Add.1 and A/2023 of 1951.\n",
        "See S/PRST/1994/4.\n",
    ),
)


class _Fault(NamedTuple):
    """What cannot be in a symbol, and the proper symbol where only one comes into question."""

    message: str
    proper: str | None = None


def _old_council_year(found: re.Match[str]) -> _Fault | None:
    year = int(found[1])
    if year >= 1994:
        return _future(year, f"S/{year}")
    return _Fault(
        f"the Security Council numbers its documents by year since 1994; those of {year} have one running number, "
        "such as S/26576"
    )


def _statement_year(found: re.Match[str]) -> _Fault | None:
    year = int(found[1])
    if year >= 1994:
        return _future(year, f"S/PRST/{year}")
    return _Fault(
        "presidential statements of the Security Council have a series of their own since 1994; "
        f"those of {year} have an ordinary number, such as S/26463"
    )


def _short_council_year(found: re.Match[str]) -> _Fault | None:
    short = int(found[1])
    if re.fullmatch("(?:19|20)[0-9]{2}", found[2]):
        return None  # an office's own number of a letter: S/45/2003
    full = 1900 + short if short >= 94 else 2000 + short
    known = full <= today().year
    return _Fault(
        "the year in the symbol of a Security Council document has four digits"
        + (f": S/{full}/{found[2]}" if known else ""),
        f"S/{full}/{found[2]}" if known else None,
    )


def _year_for_session(found: re.Match[str]) -> _Fault:
    year = int(found[1])
    sessions = f"; {year} lies in sessions {year - 1946} and {year - 1945}" if year >= 1976 else ""
    return _Fault(f"a General Assembly symbol has the number of the session, not the year {year}{sessions}")


def _coming_session(found: re.Match[str]) -> _Fault | None:
    opens = 1945 + int(found[1])
    if opens <= today().year + 1:
        return None
    return _Fault(f"session {found[1]} of the General Assembly opens in {opens}")


def _future(year: int, symbol: str) -> _Fault | None:
    return _Fault(f"{symbol} is of a year that has not begun") if year > today().year else None


_TESTS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Fault | None]], ...] = (
    (re.compile(r"(?:A/[^-]+-)?S/((?:19|20)[0-9]{2})/[0-9]+(?![0-9])"), _old_council_year),
    (re.compile(r"S/PRST/((?:19|20)[0-9]{2})/[0-9]+(?![0-9])"), _statement_year),
    (re.compile(r"S/([0-9]{2})/([0-9]+)(?![0-9])"), _short_council_year),
    (re.compile(r"A/((?:19[4-9]|20[0-9])[0-9])/[0-9]+(?![0-9])"), _year_for_session),
    (re.compile(r"A/(?:C\.[1-6]/|RES/|DEC/|BUR/)?([0-9]{2,3})/(?:L\.|PV\.|INF/)?[0-9]+(?![0-9])"), _coming_session),
)


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A symbol, or a resolution by its symbol, with a session or year that cannot be."""
    symbol = reference.id
    if symbol is None or reference.family not in {"un-symbol", "un-resolution"} or "/" not in reference.text[:2]:
        return  # a number in words may be another body's
    for pattern, fault_of in _TESTS:
        found = pattern.match(symbol)
        fault = fault_of(found) if found else None
        if fault is None:
            continue
        span = core(context.document, reference)
        fix = None
        if fault.proper is not None and context.document.text[span.start : span.end] == symbol:
            fix = Fix(f"write {fault.proper}", safe=False, edits=(Edit(span, fault.proper),))
        yield Finding(
            rule=RULE.name,
            severity=RULE.severity,
            path=context.document.path,
            span=span,
            message=fault.message,
            fix=fix,
            reference_id=symbol,
        )
        return
