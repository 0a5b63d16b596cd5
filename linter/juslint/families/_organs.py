"""Which body a bare number belongs to: from the words around it, then the document's own issuing body.

A body is named by a short key, the stem of its resolutions' symbols: `A`, `S`, `E`, `A/HRC`, `E/CN.4`, `E/CN.7`, `T`,
`UNEP/EA`, `PACE`; `other` is a body whose numbers this family does not claim. "The Council" and "the Assembly"
alone are `council` and `assembly`: the form of the number tells which.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_NAMES = {
    "United Nations Environment Assembly": "UNEP/EA",
    "Environment Assembly": "UNEP/EA",
    "Parliamentary Assembly": "PACE",
    "World Health Assembly": "other",
    "General Assembly": "A",
    "UNGA": "A",
    "Security Council": "S",
    "UNSC": "S",
    "Economic and Social Council": "E",
    "ECOSOC": "E",
    "Human Rights Council": "A/HRC",
    "UNHRC": "A/HRC",
    "HRC": "A/HRC",
    "Trusteeship Council": "T",
    "Peace and Security Council": "other",
    "Governing Council": "other",
    "Council of Europe": "other",
    "Sub-Commission on Prevention of Discrimination and Protection of Minorities": "E/CN.4/Sub.2",
    "Sub-Commission on the Promotion and Protection of Human Rights": "E/CN.4/Sub.2",
    "Sub-Commission": "E/CN.4/Sub.2",
    "Subcommission": "E/CN.4/Sub.2",
    "Commission on Human Rights": "E/CN.4",
    "Human Rights Commission": "E/CN.4",
    "Commission on Narcotic Drugs": "E/CN.7",
    "Commission on Crime Prevention and Criminal Justice": "E/CN.15",
    "Commission on the Status of Women": "E/CN.6",
    "Statistical Commission": "E/CN.3",
    "Commission for Social Development": "E/CN.5",
    "Conference of the Parties": "other",
    "General Conference": "other",
    "Executive Board": "other",
    "European Parliament": "other",
    "African Union": "other",
    "Commission": "commission",
    "Conference": "other",
    "Committee": "other",
    "Board": "other",
    "Meeting": "other",
    "Assembly": "assembly",
    "Council": "council",
    "GA": "A",
    "SC": "S",
}
_ALL = re.compile(r"\b(?:" + "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in _NAMES) + r")\b")
_NAME = _ALL.pattern.removeprefix(r"\b").removesuffix(r"\b")
_BODIES = re.compile(  # in running text "Council" alone means a body only behind "the"
    r"\b(?:(?:United\s+Nations\s+)?Environment\s+Assembly|(?:Parliamentary|General|World\s+Health)\s+Assembly"
    r"|(?:Security|Economic\s+and\s+Social|Human\s+Rights|Trusteeship|Governing)\s+Council|Conference\s+of\s+the"
    r"\s+Parties|Commission\s+for\s+Social\s+Development"
    r"|Commission\s+on\s+(?:Human\s+Rights|Narcotic\s+Drugs|Crime\s+Prevention\s+and\s+Criminal\s+Justice|the\s+Status\s+of"
    r"\s+Women)|Executive\s+Board|Statistical\s+Commission|(?<=\bthe\s)(?:Assembly|Council|Commission))\b"
    r"(?!\s+of\s+Europe)(?!\s*[’']s?\s+(?:Group|Office))"
)
_AFTER = re.compile(
    rf"\s*,?\s*(?:of|by|adopted\s+by|from)\s+(?:the\s+)?(?P<name>(?:United\s+Nations\s+)?{_NAME})\b"
)
_SUBJECT_AFTER = re.compile(rf"[^.;:]{{0,60}}?,\s+the\s+(?P<name>{_NAME})\b")
_SENTENCE = re.compile(r"[.!?][\"”’)\]]*\s+(?=[A-Z“\"(])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Nos?|paras?|arts?|pp?|chap|sect|Add|Corr|Rev|[Vv]ol|Mr|Ms|Mrs|Dr|v|ibid|cf|al)|\b[A-Z])\.\s+$"
)


class Around(NamedTuple):
    """What the words around a number say: bodies behind and in front of it, and whether it is "its"."""

    after: str | None
    subject_after: str | None
    before: str | None
    nearest: str | None
    its: bool


def key(name: str) -> str:
    """The key of a body's name as written. KeyError where it is no known name."""
    joined = " ".join(name.split()).removeprefix("the ")
    return _NAMES.get(joined) or _NAMES[joined.removeprefix("United Nations ")]


def named(text: str) -> str | None:
    """The key of the first body that a lead ("Human Rights Council resolutions") names."""
    found = _ALL.search(text)
    return key(found[0]) if found else None


def around(text: str, paragraph_start: int, start: int, end: int) -> Around:
    """Look around `text[start:end]`, no further back than the paragraph's start."""
    head = text[max(paragraph_start, start - 600) : start]
    sentence = head[_sentence_start(head) :]
    after = _AFTER.match(text, end, end + 160)
    subject = _SUBJECT_AFTER.match(text, end, end + 160)
    return Around(
        after=key(after["name"]) if after else None,
        subject_after=key(subject["name"]) if subject else None,
        before=_last(sentence),
        nearest=_last(head) or _last(text[max(0, start - 2000) : start]),
        its=bool(re.search(r"\b(?:its|their)\s+(?:own\s+|previous\s+|relevant\s+|[a-z]+\s+)?$", head)),
    )


def same_sentence(gap: str) -> bool:
    """Whether a gap between two references holds no sentence end."""
    return _sentence_start(gap) == 0


def _sentence_start(text: str) -> int:
    start = 0
    for found in _SENTENCE.finditer(text):
        if not _ABBREVIATED.search(text[: found.end()]):
            start = found.end()
    return start


def _last(text: str) -> str | None:
    names = [found[0] for found in _BODIES.finditer(text)]
    return key(names[-1]) if names else None
