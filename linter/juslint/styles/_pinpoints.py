"""Pinpoints by their meaning: `§§ 60-62 and 87`, `paras. 60–62 and 87` and `paras 60–62 and 87` are one."""

from __future__ import annotations

import re
from typing import NamedTuple

_UNIT = re.compile(
    r"(?:at\s+)?(?:(?P<para>!?\u00a7{1,3}|paras?\b\.?|(?P<spelled>paragraphs?)\b)|(?P<page>pp?\b\.?|pages?\b))\s*",
    re.IGNORECASE,
)
_NUMBER = r"[0-9]{1,4}(?:[a-z]\b|bis|ter)?(?: ?\([a-z0-9]{1,4}\))*"
_ITEM = re.compile(
    rf"(?P<first>{_NUMBER})(?:\s*[-\u00ad\u2010-\u2014]\s*(?P<last>{_NUMBER}))?"
    r"(?P<more>\s+in fine\b|\s+et seq\.|\s?ff\b\.?)?"
)
_JOIN = re.compile(r"(?:\s*(?P<comma>,)\s*(?P<oxford>and\s+)?|\s+(?P<word>and|to)\s+)")


class Group(NamedTuple):
    """Numbers of one unit, `para` or `page`.

    `items`: first, last or "", and what follows ("et seq."); `joins`: the words between them; `spelled`: the text
    writes "paragraph" in full.
    """

    unit: str
    items: tuple[tuple[str, str, str], ...]
    joins: tuple[str, ...]
    spelled: bool

    @property
    def several(self) -> bool:
        """Whether it names more than one place."""
        return len(self.items) > 1 or any(last or more in ("et seq.", "ff") for _, last, more in self.items)


class Form(NamedTuple):
    """How a style writes: words for one place and for several, and the dash of a range."""

    para: tuple[str, str]
    page: tuple[str, str]
    dash: str
    spelled: bool = False  # "paragraph" may stand


STRASBOURG = Form(("\u00a7", "\u00a7\u00a7"), ("p.", "pp."), "-")
UN = Form(("para.", "paras."), ("p.", "pp."), "\u2013", spelled=True)
OSCOLA = Form(("para", "paras"), ("p", "pp"), "\u2013")


def read(text: str) -> tuple[Group, ...] | None:
    """The groups of a pinpoint; None where it holds anything else (`annex`, `sect. III`)."""
    found, end = ahead(text)
    return found if found and end == len(text) else None


def ahead(text: str) -> tuple[tuple[Group, ...], int]:
    """The groups with which a text begins, and where they end."""
    groups: list[Group] = []
    at = end = 0
    while unit := _UNIT.match(text, at):
        at = unit.end()
        items: list[tuple[str, str, str]] = []
        joins: list[str] = []
        while item := _ITEM.match(text, at):
            items.append((_close(item["first"]), _close(item["last"] or ""), " ".join((item["more"] or "").split())))
            at = item.end()
            join = _JOIN.match(text, at)
            if join is None or _ITEM.match(text, join.end()) is None:
                break
            joins.append(" to " if join["word"] == "to" else " and " if join["oxford"] or join["word"] else ", ")
            at = join.end()
        if not items:
            break
        end = at
        groups.append(Group("page" if unit["page"] else "para", tuple(items), tuple(joins), bool(unit["spelled"])))
        between = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+").match(text, at)
        if between is None:
            break
        at = between.end()
    return tuple(groups), end


def meaning(text: str) -> object:
    """What two writings of one pinpoint share."""
    groups = read(text)
    return text if groups is None else [(group.unit, group.items) for group in groups]


def write(groups: tuple[Group, ...], form: Form) -> str:
    """The pinpoint in a style's form."""
    return ", ".join(_group(group, form) for group in groups)


def _group(group: Group, form: Form) -> str:
    if group.spelled and form.spelled:
        unit = "paragraphs" if group.several else "paragraph"
    else:
        unit = (form.para if group.unit == "para" else form.page)[group.several]
    shown = [f"{first}{form.dash}{last}" if last else first for first, last, _ in group.items]
    numbers = shown[0] + _more(group.items[0][2])
    for join, number, item in zip(group.joins, shown[1:], group.items[1:], strict=True):
        numbers += join + number + _more(item[2])
    return f"{unit} {numbers}"


def _more(words: str) -> str:
    return f" {words}" if words else ""


def _close(number: str) -> str:
    return number.replace(" (", "(")
