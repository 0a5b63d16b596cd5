"""Which pages behind an article or chapter are its own, and which are those that are meant.

`pages` is the work's own extent or first page, as in CSL; the pinpoint is the place inside it. A style that gives the
first page says so by its form (`99 AJIL 55, 65`); elsewhere a single page is the one that is meant, and a range is the
work's own where it is long or stands in a list of works, which gives no others.

Source: Chicago Manual of Style, 17th edition, 14.147 and 14.171; UN Editorial Manual, footnotes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.dates import Date

if TYPE_CHECKING:
    from juslint.document import Span
    from juslint.families._prose import Text
    from juslint.reference import Part

LISTED = frozenset({"INVERTED", "INITIALS_LAST"})  # family names first, as only lists of works have them
LONG = 7  # pages between first and last of a range that is no mere passage
_RANGE = re.compile(r"(?P<first>[0-9]{1,5})(?:\s?[-\u2010-\u2015]\s?(?P<last>[0-9]{1,5}))?$")
_SIGN = re.compile(r"pp?\.?\s*$")
_SIGNED = re.compile(r"(?:pp?\.?\s*)?(?=[0-9])")
_AT = re.compile(
    r",\s+(?:at|esp\.|especially|here)\s+(?P<pages>(?:pp?\.\s*)?[0-9]{1,5}(?:\s?[-\u2010-\u2013]\s?[0-9]{1,5})?)\b(?![/.]\w)"
)


def settle(view: Text, parts: dict[str, Part], pinpoint: Part | None, *, listed: bool) -> Part | None:
    """The pinpoint, once what is the work's own has become `pages`; `listed`: in a list of works."""
    if _is_in_paper(parts):
        return pinpoint
    part = parts.get("pages")
    if part is None and pinpoint is not None:
        digits = _SIGNED.match(str(pinpoint.value))
        if digits and _is_whole(str(pinpoint.value)[digits.end() :], listed=listed):
            sign = _SIGNED.match(view.text, *pinpoint.span)
            parts["pages"] = view.part(sign.end() if sign else pinpoint.span.start, pinpoint.span.end)
            return None
    elif part is not None and pinpoint is None and not _is_whole(str(part.value), listed=listed):
        del parts["pages"]
        sign = _SIGN.search(view.text, part.span.start - 5, part.span.start)
        return view.part(sign.start() if sign else part.span.start, part.span.end)
    return pinpoint


def of_chapter(view: Text, parts: dict[str, Part], pinpoint: Part | None, lead: str) -> Part | None:
    """The same for a chapter; `lead` is the kind of people in front of it, by the grammar `persons`."""
    return pinpoint if "pages" in parts else settle(view, parts, pinpoint, listed=lead in LISTED)


def behind(view: Text, end: int) -> tuple[int, Part] | None:
    """The pages that are meant, behind all pages: `, at p. 350`; and where they end."""
    found = _AT.match(view.text, end, view.paragraph(max(0, end - 1)).end)
    return (found.end(), view.part(*found.span("pages"))) if found else None


def split(view: Text, span: Span) -> tuple[Part, Part | None]:
    """First page and pinpoint of `55, 65–67`, each as a part."""
    comma = view.text.find(",", *span)
    if comma < 0:
        return view.part(*span), None
    return view.part(span.start, comma), view.part(comma + 1, span.end)


def _is_whole(words: str, *, listed: bool) -> bool:
    found = _RANGE.match(words)
    if found is None:
        return False
    first, last = found["first"], found["last"]
    if last is None:
        return listed
    last = first[: max(0, len(first) - len(last))] + last  # 345–67
    return listed or int(last) - int(first) >= LONG


def _is_in_paper(parts: dict[str, Part]) -> bool:
    date = parts["date"].value if "date" in parts else None
    return isinstance(date, Date) and bool(date.day) and not parts.keys() & {"volume", "number"}
