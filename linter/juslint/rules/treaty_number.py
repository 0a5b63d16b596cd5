"""Treaties with the number or the volume of another treaty."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.finding import Edit, Finding, Fix
from juslint.knowledge.normalise import normalise_title
from juslint.rules import Rule, _flaws

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.knowledge import Entry
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="treaty-number",
    severity="warning",
    summary="A treaty with a number of the European Treaty Series, or a volume of the UN’s, that is another’s.",
    why="A treaty is found by its number, or its volume and page. Where name and number are of two, one is a slip.",
    source="Treaty Office of the Council of Europe; UK Treaties Online, with places in the UN Treaty Series.",
    wrong=(
        "See the European Cultural Convention (ETS No. 24).\n",
        "See the International Covenant on Civil and Political Rights, 993 UNTS 171.\n",
    ),
    right=(
        "See the European Cultural Convention (ETS No. 18).\n",
        "See the International Covenant on Civil and Political Rights, 999 UNTS 171.\n",
        "See the Additional Protocol to the European Convention on Extradition (ETS No. 86).\n",
        "Unlike the European Cultural Convention, the European Convention on Extradition (ETS No. 24) is applied.\n",
    ),
)
_BETWEEN = re.compile(
    r"[\"”’*_]*,?\s*(?:\((?:(?:the|hereinafter|“)[^()]{0,50}|[A-Z]{2,8})\),?\s*)?"
    r"(?:(?:(?:of|signed|adopted|done|concluded|opened for signature)\s+)*"
    r"(?:(?:at|in|on)\s+[A-Z]?[a-z ]{0,12},?\s*)?(?:on\s+)?"
    r"(?:[0-9]{1,2}\s+)?(?:[A-Z][a-z]+\s+)?(?:1[89]|20)[0-9]{2}\b[,;]?\s*)?[\[(]?(?:in:?\s+|see\s+)?"
)
_PART_OF_NAME = re.compile(r"\b(?:to|amending|under|supplementing|revising|implementing|replacing)\s+(?:the\s+)?$")
_OWN = re.compile(r"(?:^|[.;:,(\"“]\s*|\b(?:the|The|of|see|See|and|in|In|1[89][0-9]{2}|20[0-9]{2})\s+)$")
_NEAR = 320  # characters in front of a number in which the treaty's name stands
_WORDS = 3  # that a name has at least


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A number or volume behind the full title of a treaty of another number or volume."""
    if _flaws.in_speech(context.document, reference.span):
        return
    if reference.family == "coe" and re.fullmatch(r"C?ETS [0-9]+", reference.id or ""):
        named = _named(reference, context)
        if named is not None and re.fullmatch(r"C?ETS [0-9]+", named.id) and named.id != reference.id:
            written = reference.parts["number"].span
            proper = named.id.rpartition(" ")[2].zfill(written.end - written.start)
            yield _finding(reference, context, f"{_title(named)} is {_number(named.id)}", "number", proper)
    elif reference.family == "treaty" and reference.text_of("series") == "UNTS" and "volume" in reference.parts:
        named = _named(reference, context)
        volume = named.data.get("volume") if named is not None else None
        if named is not None and volume is not None and volume != reference.number_of("volume"):
            message = f"{_title(named)} is in volume {volume} of the United Nations Treaty Series"
            yield _finding(reference, context, message, "volume", str(volume))


def _named(reference: Reference, context: Context) -> Entry | None:
    """The one treaty whose full title stands right in front of a number; None where it is a part of a longer name."""
    start = reference.span.start
    before = context.document.text[max(0, start - _NEAR) : start]
    before = before[before.rfind("\n\n") + 1 :]
    ends = _ends(before)
    for at in [found.start() for found in re.finditer(r"\b[A-Z]", before)] if ends else ():
        for end in ends:
            title = " ".join(before[at:end].split())
            if len(title.split()) < _WORDS:
                continue
            found = [entry for entry in context.knowledge.by_name(title) if _is_titled(entry, title)]
            if found:
                sure = len(found) == 1 and _OWN.search(before[:at]) and not _PART_OF_NAME.search(before[:at])
                return found[0] if sure else None
    return None


def _ends(before: str) -> list[int]:
    """Where the name may end, the longest first: at the ends of words behind which nothing but a date stands."""
    ends = [found.end() for found in re.finditer(r"\w+", before)]
    return [end for end in reversed(ends) if _BETWEEN.fullmatch(before[end:])]


def _is_titled(entry: Entry, title: str) -> bool:
    return not entry.data.get("unverified") and normalise_title(entry.text("title") or "") == normalise_title(title)


def _title(entry: Entry) -> str:
    return f"the {entry.text('title')}"


def _number(entry_id: str) -> str:
    series, _, number = entry_id.rpartition(" ")
    return f"{series} No. {int(number):03d}"


def _finding(reference: Reference, context: Context, message: str, part: str, proper: str) -> Finding:
    place = reference.parts[part]
    return Finding(
        rule=RULE.name,
        severity=RULE.severity,
        path=context.document.path,
        span=reference.span,
        message=message,
        fix=Fix(f"write {proper}", safe=False, edits=(Edit(place.span, proper),)),
        reference_id=reference.id,
    )
