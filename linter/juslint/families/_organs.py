"""Which bodies the words around a number name.

A body goes by its stem, the first letters of its acts' symbols: `A`, `S`, `E`, `A/HRC`, `E/CN.7`, `UNEP/EA`; `other` is
a body whose acts this family does not claim. A short name ("the Council") is the name of several bodies: the form
of the number tells which, and what the text names in full. All names are those of `kb/bodies`.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from juslint import patterns
from juslint.sought import GAP, Sought
from juslint.structure.bodies import all_bodies, by_stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from juslint.document import Span

Stems = tuple[str, ...]

OTHER: Stems = ("other",)
_REACH = 600  # characters of its paragraph in front of a number that may name its body
_BEFORE = 80  # characters in front of the words of a number in which a body or "its" stands
_FAR = 2000  # characters in which the body named last still counts for something
_SENTENCE = re.compile(r"[.!?][\"”’)\]]*\s+(?=[A-Z“\"(])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Nos?|paras?|arts?|pp?|chap|sect|Add|Corr|Rev|[Vv]ol|Mr|Ms|Mrs|Dr|v|ibid|cf|al)|\b[A-Z])\.\s+$"
)
_LONGEST_ABBREVIATION = 8  # characters in front of its full stop
_ITS = re.compile(r"\b(?:its|their)\s+(?:own\s+|previous\s+|relevant\s+|[a-z]+\s+)?$")
_THE = re.compile(r",\s+the\s")  # what `_subject_after` needs, and finds slowly
_UNCLAIMED = ("Conference", "Commission", "Committee", "Board", "Meeting", "General Conference")
_NOUNS = (
    "Assembly|Council|Commission|Conference|Committee|Board|Congress|Meeting|Parliament|Senate|House|Duma|Union|League"
    "|Organisation|Organization|Federation|Agency|Authority|Forum|Knesset|Majlis|Association|Court|Tribunal|Bank|Republic"
)
_NOUNS_BEFORE = f"{_NOUNS}|Cabinet|Government|Ministry|Presidium|Soviet|FIFA|WHO|EU|OSCE|WHA|ICAO|ILO"
_UNKNOWN_BEFORE = re.compile(rf"\b(?:[A-Z][\w’'-]+\s+)*(?:{_NOUNS_BEFORE})(?:[’']s)?\s+$")
_ENDS_BEFORE = tuple(_NOUNS_BEFORE.split("|"))
_UNKNOWN_AFTER = re.compile(
    rf"\s*,?\s*(?:of|by|adopted\s+(?:by|at))\s+the\s+(?:[A-Z][\w’'-]+\s+(?:(?:of|on|for|the|and|de)\s+){{0,3}}){{0,6}}(?:{_NOUNS})\b"
)


class Around(NamedTuple):
    """What the words around a number say: bodies behind and in front of it, and whether it is "its"."""

    after: Stems
    subject_after: Stems
    before: Stems
    nearest: Stems
    its: bool
    foreign: bool  # right behind a body or in front of one that is not known


class _Mention(NamedTuple):
    start: int
    end: int
    stems: Stems
    adjective: bool  # "Council resolution": whose resolution, but not who acts


class Mentions:
    """All the bodies that a text names, in its order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._all = [
            _Mention(found.start(), found.end(), stems(found[0]), bool(_adjective().match(text, found.end())))
            for found in _bodies().finditer(text)
        ]
        self._starts = [mention.start for mention in self._all]
        self.named = {stem for mention in self._all if len(mention.stems) == 1 for stem in mention.stems}

    def around(self, paragraph_start: int, lead: int, number: Span, last: int) -> Around:
        """Look around a number, no further back than the paragraph's start.

        `lead` is where the words before it begin, `last` where the list that it is a member of ends.
        """
        start, end = number
        text = self._text
        head = text[max(paragraph_start, start - _REACH) : start]
        sentence = start - len(head) + _sentence_start(head)
        after = _after().match(text, last, last + 200)
        subject = _subject_after().match(text, last, last + 240) if _THE.search(text, last, last + 240) else None
        low = max(paragraph_start, lead - _BEFORE)
        lead_in = text[low:lead]
        around = start - len(head), start
        return Around(
            after=stems(after["name"]) if after else (),
            subject_after=stems(subject["name"]) if subject else (),
            before=self._last(sentence, start, acting=True),
            nearest=self._last(*around) or self._last(max(0, start - _FAR), start),
            its=("its" in lead_in or "their" in lead_in) and _ITS.search(text, low, lead) is not None,
            foreign=bool(
                (_may_be_unknown(lead_in) and _UNKNOWN_BEFORE.search(text, low, lead))
                or (not after and _UNKNOWN_AFTER.match(text, end, end + 200))
            ),
        )

    def _last(self, low: int, high: int, *, acting: bool = False) -> Stems:
        index = bisect_right(self._starts, high) - 1
        passive: Stems = ()
        while index >= 0 and self._all[index].start >= low:
            mention = self._all[index]
            if mention.end <= high:
                if not (acting and mention.adjective):
                    return mention.stems
                passive = passive or mention.stems
            index -= 1
        return passive


def _may_be_unknown(lead_in: str) -> bool:
    """Whether the last word can end the name of a body that is not known: most words cannot, and the name is long."""
    return lead_in.rstrip().removesuffix("’s").removesuffix("'s").endswith(_ENDS_BEFORE)


@lru_cache(maxsize=4096)
def stems(name: str) -> Stems:
    """The stems of the bodies that go by a name as written, or a stem itself; `OTHER` where it is no known name."""
    joined = re.sub(r"[’']s$", "", " ".join(name.split()).removeprefix("the "))
    if joined in by_stem():
        return (joined,)
    table = _names()
    for written in (joined, joined.removeprefix("United Nations "), joined.removeprefix("UN ")):
        if written in table:
            return table[written]
    return OTHER


def named(text: str) -> str | None:
    """The name of the first body that a lead ("Human Rights Council resolutions") names, on one line."""
    found = _any().search(text)
    return " ".join(found[0].split()) if found else None


def same_sentence(gap: str) -> bool:
    """Whether a gap between two references holds no sentence end."""
    return _sentence_start(gap) == 0


def _sentence_start(text: str) -> int:
    place = len(text)
    while (place := max(text.rfind(mark, 0, place) for mark in ".!?")) >= 0:
        found = _SENTENCE.match(text, place)
        if found and not _ABBREVIATED.search(text, max(0, place - _LONGEST_ABBREVIATION), found.end()):
            return found.end()
    return 0


@cache
def _names() -> dict[str, Stems]:
    table: dict[str, Stems] = {}
    for body in all_bodies():
        for name in (*body.names, *body.foreign):
            table[name] = (body.stem,) if body.stem else OTHER
    for body in all_bodies():
        for name in body.short:
            table[name] = (*table.get(name, ()), *((body.stem,) if body.stem else ()))
    return dict.fromkeys(_UNCLAIMED, OTHER) | table


@cache
def _any_name() -> str:
    return _pattern(_names())


def _pattern(names: Iterable[str]) -> str:
    """Any of the names, the longest that fits, their common beginnings written once: most words end it at a letter."""
    return _branches(sorted(set(names)))


def _branches(names: Sequence[str]) -> str:
    """The same of names in order, none twice."""
    shared = os.path.commonprefix([names[0], names[-1]])  # noqa: RUF071 - of any strings, whatever its name says
    rest = [name[len(shared) :] for name in names]
    ways = [_branches(list(group)) for _, group in groupby(filter(None, rest), key=itemgetter(0))]
    either = "|".join(ways)
    if not rest[0]:
        either = f"(?:{either})?" if ways else ""
    elif ways[1:]:
        either = f"(?:{either})"
    return re.escape(shared).replace(r"\ ", r"\s+") + either


@cache
def _any() -> re.Pattern[str]:
    return patterns.compile(rf"\b(?:{_any_name()})(?!\w)")


@cache
def _bodies() -> Sought:
    """Names in running text: of one word only behind "the", and no abbreviations."""
    long = [name for name in _names() if " " in name or "-" in name]
    short = {name for body in all_bodies() for name in body.short if " " not in name}
    return Sought(
        rf"\b(?:{_pattern(long)}|(?<=\b[Tt]he\s)(?:{_pattern(short)}))\b"
        r"(?!\s+of\s+Europe)(?!\s*[’']s?\s+(?:Group|Office))",
        _pattern([*long, *short]).replace(r"\s", GAP),
    )


@cache
def _adjective() -> re.Pattern[str]:
    return patterns.compile(r"\s+(?:draft\s+)?(?:resolution|decision|statement|agreed\s+conclusion)s?\b")


@cache
def _after() -> re.Pattern[str]:
    joints = r"(?:of|by|from|at|du|de\s+la|de|del|adopted\s+(?:[^.;]{0,40}?\s)?by)"
    return patterns.compile(
        rf"\s*,?\s*(?:{joints}\s+(?:the\s+)?|de\s+l[’']|(?=[А-Я]))(?:its\s+)?(?P<name>(?:United\s+Nations\s+)?(?:{_any_name()}))(?!\w)"
    )


@cache
def _subject_after() -> re.Pattern[str]:
    return patterns.compile(rf"(?:\s*\([^()]{{0,80}}\))?[^.;:]{{0,110}}?,\s+the\s+(?P<name>(?:{_any_name()}))(?!\w)")
