"""The year in a citation that a court gives to its own judgment, against the day of the judgment right beside it.

`Judgment of 30 June 2022, M.A., C-72/22 PPU, EU:C:2022:505`, `[2005] EWHC 1089 (Ch) (judgment of 27 May 2005)`. A
neutral citation, an ECLI and the yearly volume of an international court are of the year of the judgment; reports of
others, `[2005] Ch 397`, may be of a later one. Nothing but the name and number of the case stands between the two; what
a court cites, continues or upholds is of another year.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.details.words import LOCATORS
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_BETWEEN, _BEFORE = 16, 10  # details between day and citation, and before the day, where it is said what is of it
_LOOKED = 40  # characters before and behind a year that make it one of a citation
_SHORT = 3  # letters of what a full stop cuts short: `v.`, `No.`
_DECIDED = frozenset("judgment judgement order decision opinion ruling".split())  # noqa: SIM905
_NAMING = frozenset(  # the words beside the name and number of a case
    """in the case cases joined no nos v and others of merits jurisdiction court grand chamber
    provisional measures preliminary objections para paras paragraph paragraphs p at""".split()  # noqa: SIM905
)
_OPINION = frozenset({"opinion", "advocate"})  # of which the judgment is of another day
_COURTS = (  # of neutral citations; `UKHRR` and `NZLR` are reports
    r"EW(?:CA|HC|COP|FC)|UK(?:SC|HL|PC|UT|FTT|EAT|SIAC|IPT)|NI(?:QB|KB|CA|Ch|Fam)|CS[IO]H|HCJAC|HCA|FCA(?:FC)?|NSW(?:SC|CA|CCA)"
    r"|VSCA?|QSC|QCA|WASCA?|SASCA?|SCC|CCJ|IE(?:SC|HC|CA)|NZ(?:SC|CA|HC)|ZA(?:CC|SCA)|SG(?:CA|HC)|HK(?:CFA|CA|CFI)|KE(?:SC|CA|HC)"
)
_COURT = re.compile(rf"[12][0-9]{{3}}\]\s(?:{_COURTS})\b")
_FRONT = re.compile(r"\b(?:ECLI:[A-Z]{2}:[A-Z0-9]{1,7}|EU:[CTF]):\Z")
_NUMBERED = re.compile(r"[12][0-9]{3}:[A-Z0-9]")
_VOLUMES = (  # of the judgments of a year: what stands before it and how it goes on
    (
        re.compile(r"\b(?:I\.?\s?C\.?\s?J\.?|ITLOS|I\.T\.L\.O\.S\.)\sRep(?:orts|\.)\s\Z"),
        re.compile(r"[12][0-9]{3}(?!\w|\s?[-\u2013/]\s?[0-9])"),
    ),
    (
        re.compile(r"\b(?:ECHR|Reports of Judgments and Decisions)\s\Z"),
        re.compile(r"[12][0-9]{3}[-\u2011\u2013][IVX]{1,5}\b"),
    ),
)


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each year of a citation with that of the day beside it; of two, the later place first."""
    for segment in dict.fromkeys(date.segment for date in details.of("date")):
        for one in details.segments[segment]:
            cited = _cited(details.document.text, one)
            day = cited and _day(details.document.text, details.segments[segment], one)
            if cited and day and _may_be_slip(cited.value, day.value):
                yield (cited, day) if cited.start > day.start else (day, cited)


def _cited(text: str, one: Detail) -> Detail | None:
    """The year of a citation that is of the year of the judgment."""
    if one.kind not in {"year", "code"} or one.said[:2] not in {"19", "20"}:
        return None
    front, behind = text[max(0, one.start - _LOOKED) : one.start], text[one.start : one.start + _LOOKED]
    neutral = front.endswith("[") and _COURT.match(behind)
    ecli = _NUMBERED.match(behind) and _FRONT.search(front)
    volume = one.kind == "year" and any(name.search(front) and end.match(behind) for name, end in _VOLUMES)
    return _year(one, one.said[:4]) if neutral or ecli or volume else None


def _day(text: str, segment: Sequence[Detail], one: Detail) -> Detail | None:
    """The year of the day that is surely of the judgment: right before its citation, or in brackets behind it."""
    before = _reach(segment, one.at, -1)
    if before is not None and _is_of_judgment(segment, before):
        return _year(before, before.value[:4])
    behind = _reach(segment, one.at, 1)
    opinion = any(each.value in _OPINION for each in segment[max(0, one.at - _BETWEEN) : one.at])
    if opinion or behind is None or not _is_of_judgment(segment, behind, one.at):
        return None
    opened = "".join(each.gap for each in segment[one.at + 1 : behind.at + 1])
    closed = text[behind.start + len(behind.said) :][:1] == ")"
    return _year(behind, behind.value[:4]) if closed and opened.count("(") > opened.count(")") else None


def _reach(segment: Sequence[Detail], at: int, step: int) -> Detail | None:
    """The next day in one direction, where nothing but the name and number of a case stands between."""
    last = segment[at]
    for number in range(at + step, at + step * _BETWEEN, step):
        if not 0 <= number < len(segment):
            return None
        each = segment[number]
        first, second = (each, last) if step < 0 else (last, each)
        stop = re.search(r"[.!?:]\S?\s", second.gap) and len(first.said) > _SHORT and first.value not in LOCATORS
        told = step < 0 and each.kind == "date" and second.gap.startswith(": ")  # of April 9th, 1949: I.C.J. Reports
        if ";" in second.gap or (stop and not told):
            return None
        if each.kind == "date":
            return each
        naming = each.value in _NAMING or (step > 0 and each.value in _DECIDED)
        if (each.kind == "word" and not naming) or each.kind in {"month", "day", "url"} or each.value in _OPINION:
            return None
        if each.value[:4] != segment[at].value[:4] and (each.kind == "year" or _NUMBERED.match(each.value)):
            return None  # [2004] EWCA Civ 12, [2005] UKHL 3
        last = each
    return None


def _is_of_judgment(segment: Sequence[Detail], day: Detail, least: int = 0) -> bool:
    """Whether it is said that a day is that of a judgment: `judgment of the Supreme Court of 20 December 2019`."""
    if (
        day.gap not in {" ", ", "}
        or not day.at
        or (day.gap == " " and segment[day.at - 1].value not in {"of", "dated"})
    ):
        return False
    for each in reversed(segment[max(least, day.at - _BEFORE) : day.at]):
        if each.value in _DECIDED:
            return True
        if each.kind == "date" or (each.kind == "word" and each.value not in _NAMING | {"dated"}):
            return False
    return False


def _may_be_slip(one: str, other: str) -> bool:
    near = abs(int(one) - int(other)) == 1
    return one != other and (near or likeness.like_numbers(one, other))


def _year(one: Detail, year: str) -> Detail | None:
    """The year of a day or citation, where it is written, and does not stand above a list of days."""
    at = one.said.rfind(year) if one.kind == "date" else 0
    if at < 0:
        return None
    return one._replace(kind="year", value=year, key=("year", year), said=year, start=one.start + at)
