"""Pages or paragraphs from a higher number to a lower one: of a reference, and of any text behind `pp.` or a volume.

Where the text has a run with one of the two numbers that goes forward, and the other is as by a slip, it is named.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Placed, Span
from juslint.finding import Finding
from juslint.rules import Rule
from juslint.rules._places import Place, listed, related
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="backward-range",
    severity="warning",
    summary="A range of pages or paragraphs runs backwards.",
    why="In `pp. 231–214` one of the two numbers is mistyped, and a reader cannot tell which.",
    source="juslint's own. A second number with fewer digits, as in “121–4”, is a short form and is not looked at.",
    wrong=(
        (
            "See Malcolm N. Shaw, *International Law*, 7th ed. (Cambridge, Cambridge University Press, 2014), "
            "pp. 231–214.\n"
        ),
        "She lists the buildings, plot by plot (pp. 83–47).\n",
    ),
    right=(
        (
            "See Malcolm N. Shaw, *International Law*, 7th ed. (Cambridge, Cambridge University Press, 2014), "
            "pp. 213–214, 231–4.\n"
        ),
    ),
)

_RANGE = re.compile(
    r"(?<![0-9A-Za-z./-])([0-9]{1,4})\s?[-\u2010-\u2015]\s?([0-9]{1,4})(?![0-9A-Za-z/]|[-\u2010-\u2015])"
)
_MEANT = re.compile(r"pp?\.|paras?\.|pages?|paragraphs?|§|[0-9]", re.IGNORECASE)
_BEFORE = 6  # characters before a dash in which a number and what stands before it are
_FEW = 20  # backward ranges of a text, to each of which all others are compared
_RUNS = re.compile(  # in any text; of `pp. 9–3` the first may be a chapter
    r"(?:\b[Pp](?:p\.|ages)\s?|[0-9]{1,3}\s\([12][0-9]{3}\)[,:]\s(?:pp\.\s?)?)"
    r"(?P<low>[0-9]{2,4})\s?[-\u2010-\u2015]{1,2}\s?(?P<high>[0-9]{2,4})(?![0-9A-Za-z/]|[-\u2010-\u2015]|[.:][0-9])"
)
_DASHED = re.compile(r"[-\u2010-\u2015]{1,2}\s?(?P<high>[0-9]{2,4})(?![0-9])")  # in each run, told sooner
_LOW = re.compile(r"(?<![0-9])(?P<low>[0-9]{2,4})\s?\Z")
_ANY = re.compile(
    r"(?<![0-9A-Za-z./-])(?P<low>[0-9]{2,4})(?:\s?[-\u2010-\u2015]{1,2}\s?|\sto\s)(?P<high>[0-9]{2,4})(?![0-9A-Za-z/-])"
)


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A finding at each such range in the pinpoint and the pages of a reference."""
    text = context.document.text
    for part in (reference.pinpoint, reference.parts.get("pages")):
        if part is None or not _MEANT.match(text, part.span.start):
            continue
        for found in _RANGE.finditer(text, *part.span):
            low, high = found[1], found[2]
            if len(low) == len(high) and int(low) > int(high):
                yield Finding(
                    RULE.name,
                    RULE.severity,
                    context.document.path,
                    Span(*found.span()),
                    f"{low} comes after {high}: check both numbers at the source",
                    reference_id=reference.id,
                )


def check_document(context: Context) -> Iterator[Finding]:
    """A finding at each such range of pages that stands in no reference."""
    document = context.document
    if not _has_backward(document.text):
        return
    backward = [one for one in _RUNS.finditer(document.text) if _is_backward(one)]
    if not backward:
        return
    runs = [*_ANY.finditer(document.text)] if len(backward) <= _FEW else []
    spoken = Placed(
        (part.span, reference.id)
        for reference in context.references
        for part in (reference.pinpoint, reference.parts.get("pages"))
        if part is not None and _MEANT.match(document.text, part.span.start)
    )
    for one in backward:
        span = _span(one)
        if spoken.overlap(span):
            continue
        places = [Place(document, _span(each)) for each in _meant(one, runs)]
        elsewhere = f" ({document.text[slice(*places[0].span)]} in {listed(places, document)})" if places else ""
        yield Finding(
            RULE.name,
            RULE.severity,
            document.path,
            span,
            f"{one['low']} comes after {one['high']}{elsewhere}: check both numbers at the source",
            related((place, "the other way here") for place in places),
        )


def _span(run: re.Match[str]) -> Span:
    return Span(run.start("low"), run.end("high"))


def _has_backward(text: str) -> bool:
    """Whether two numbers with a dash between them run backwards anywhere: in most texts none do."""
    for found in _DASHED.finditer(text):
        high = found["high"]
        low = _LOW.search(text, max(0, found.start() - _BEFORE), found.start())
        if low is not None and len(low["low"]) == len(high) and int(low["low"]) > int(high):
            return True
    return False


def _is_backward(run: re.Match[str]) -> bool:
    return len(run["low"]) == len(run["high"]) and int(run["low"]) > int(run["high"])


def _meant(run: re.Match[str], runs: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The forward runs with one number of a backward one, if all have the same numbers."""
    found = [
        each
        for each in runs
        if len(each["low"]) == len(each["high"]) == len(run["low"])
        and each["low"] < each["high"]
        and any(
            each[same] == run[same] and likeness.like_numbers(each[other], run[other])
            for same, other in (("low", "high"), ("high", "low"))
        )
    ]
    return found if len({(each["low"], each["high"]) for each in found}) == 1 else []
