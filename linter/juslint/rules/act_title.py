"""Numbers of the Council of Europe with the subject of another text behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.finding import Finding
from juslint.knowledge.keys import subject_key
from juslint.rules import Rule, _flaws

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.knowledge import Entry
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="act-title",
    severity="warning",
    summary="A recommendation or resolution of the Council of Europe that is said to be on what another one is on.",
    why="Number and subject name one text twice. Where they are of two texts, one of them is a slip.",
    source="Subjects under which three judgments of the European Court of Human Rights, or more, cite the text.",
    wrong=("See Recommendation Rec(2003)22 on the European Prison Rules.\n",),
    right=(
        "See Recommendation Rec(2006)2 on the European Prison Rules.\n",
        "See Recommendation No. R (87) 3 of 12 February 1987 on the European Prison Rules.\n",
        "See Recommendation Rec(2003)22 on conditional release (parole).\n",
        "See Recommendation Rec(2003)22 on early release.\n",
        "See Recommendations Rec(2003)22 and Rec(2006)2 on the European Prison Rules.\n",
    ),
)
_BEHIND = re.compile(r"[”\")]?,?\s+(?:on|concerning|regarding|entitled)\s+[“\"]?(?=(?P<words>[^.;:()”\"]{5,200}))")
_ALIKE = 60  # likeness from 0 to 100 above which two subjects may be one in other words
_IN_A_LIST = re.compile(r"(?:\band|,|\bor|&)\s+(?:(?:CM/)?Rec|R|Recommendation(?:\s+No\.)?|Resolution)?\s*$")


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """The subject right behind a number, where it surely is another text's and not this one's."""
    if reference.family != "coe" or reference.id is None or _flaws.in_speech(context.document, reference.span):
        return
    text = context.document.text
    own = context.knowledge.resolve(reference.id).entry
    behind = _BEHIND.match(text, reference.span.end)
    subject = own.text("subject") or own.text("title") if own is not None else None
    if own is None or subject is None or behind is None:
        return
    if _IN_A_LIST.search(text, max(0, reference.span.start - 30), reference.span.start):
        return
    words = [found.end() for found in re.finditer(r"\w+", behind["words"])]
    for end in reversed(words):
        said = " ".join(behind["words"][:end].split())
        others = context.knowledge.keyed("subject", subject_key(said))
        if others:
            if own.id not in {one.id for one in others} and not _alike(subject, said):
                start = behind.start("words")
                yield _finding(reference, context, subject, Span(start, start + end), others)
            return


def _alike(one: str, other: str) -> bool:
    from rapidfuzz import fuzz  # noqa: PLC0415

    return fuzz.token_set_ratio(subject_key(one), subject_key(other)) >= _ALIKE


def _finding(reference: Reference, context: Context, subject: str, place: Span, others: tuple[Entry, ...]) -> Finding:
    said = " ".join(context.document.text[slice(*place)].split())
    return Finding(
        rule=RULE.name,
        severity=RULE.severity,
        path=context.document.path,
        span=place,
        message=f"{reference.id} is on {subject}; on {said} there is {' and '.join(one.id for one in others)}",
        reference_id=reference.id,
    )
