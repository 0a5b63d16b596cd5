"""One passage of one source that is quoted in different words."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.finding import Edit, Finding, Fix
from juslint.rules import Rule, _quoted
from juslint.rules._places import Place, related, where
from juslint.rules._sources import sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.rules import Context
    from juslint.rules._quoted import Quoted

RULE = Rule(
    name="inconsistent-quotation",
    severity="warning",
    summary="The same passage of the same source is quoted in different words.",
    why="A quotation is exact. Where a passage is quoted twice and a word differs, one of the two is not.",
    source=(
        "United Nations Editorial Manual, Quotations: a quotation must correspond to the original in wording. Only "
        "quotations of eight words and more are compared, which leave nothing out and carry the same reference."
    ),
    wrong=(
        (
            "It deplored “the loss of civilian life and the destruction of homes in the whole region” (S/RES/822 "
            "(1993)).\n\n"
            "The Council spoke of “the loss of human life and the destruction of homes in the whole region” (S/RES/822 "
            "(1993)).\n"
        ),
    ),
    right=(
        (
            "It deplored “the loss of civilian life and the destruction of homes in the whole region” (S/RES/822 "
            "(1993)).\n\n"
            "The Council spoke of “the loss of civilian life and the destruction of homes” (S/RES/822 (1993)).\n"
        ),
    ),
)
_SENTENCE = re.compile(r"[.;][)\]\"”’\u2070-\u2079\u00b2\u00b3\u00b90-9]*\s")
_CONTRAST = re.compile(
    r"\b(?:whereas|while|but|instead|rather|originally?|amend\w*|revis\w*|correct\w*|replac\w*|chang\w*|version|draft"
    r"|translat\w*|reads?|differ\w*|compare|contrast)\b",
    re.IGNORECASE,
)
_BUCKET = 20  # quotations with the same four words that are compared


def check_workspace(contexts: Sequence[Context]) -> Iterator[Finding]:
    """A finding at each quotation that differs in a word or two from an earlier one of the same passage."""
    names = {id(one.reference): number for number, source in enumerate(sources(contexts)) for one in source.mentions}
    buckets: dict[tuple[object, ...], list[Quoted]] = defaultdict(list)
    for context in contexts:
        for one in _quoted.quoted(context):
            source: object = names.get(id(one.reference), one.reference.id)
            seen: set[int] = set()
            for key in _quoted.keys(one):
                for other in buckets[source, key]:
                    if id(other) not in seen:
                        seen.add(id(other))
                        yield from _compared(one, other)
                if len(buckets[source, key]) < _BUCKET:
                    buckets[source, key].append(one)


def _compared(one: Quoted, other: Quoted) -> Iterator[Finding]:
    if one.context is other.context and _compares(one, other):
        return  # the text itself compares two versions
    if one.reference.pinpoint and other.reference.pinpoint:
        pinpoints = {
            " ".join(str(each.reference.pinpoint.value).split()) for each in (one, other) if each.reference.pinpoint
        }
        if len(pinpoints) > 1:
            return  # two passages may be much alike
    pairs = _quoted.differing(one, other)
    if not pairs:
        return
    place = Place(other.context.document, other.span)
    told = " and ".join(
        f"“{mine}” here, “{theirs}” there" if mine and theirs else _left_out(mine, theirs) for mine, theirs in pairs
    )
    yield Finding(
        RULE.name,
        RULE.severity,
        one.context.document.path,
        one.span,
        f"the same passage is quoted otherwise in {where(place, one.context.document)}: {told}. "
        "Check the words at the source",
        related([(place, "quoted here")]),
        None,
        one.reference.id,
        alternatives=_as_there(one, other, where(place, one.context.document)),
    )


def _as_there(one: Quoted, other: Quoted, place: str) -> tuple[Fix, ...]:
    """The words of the other quotation, where both begin and end alike."""
    if one.words[0] != other.words[0] or one.words[-1] != other.words[-1]:
        return ()
    words = " ".join(other.context.document.text[slice(*other.span)].split())
    return (Fix(f"quote it as in {place}", safe=False, edits=(Edit(one.span, words),)),)


def _left_out(mine: str, theirs: str) -> str:
    return f"“{mine}” only here" if mine else f"“{theirs}” only there"


def _compares(one: Quoted, other: Quoted) -> bool:
    """Whether one sentence, or a paragraph that speaks of versions, holds both."""
    text = one.context.document.text
    between = text[min(one.span.end, other.span.end) : max(one.span.start, other.span.start)]
    return "\n\n" not in between and (not _SENTENCE.search(between) or bool(_CONTRAST.search(between)))
