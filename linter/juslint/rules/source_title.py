"""Titles that are not spelled as the source spells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.finding import Edit, Finding, Fix
from juslint.knowledge import normalise_title
from juslint.rules import Rule
from juslint.rules._entries import entry_of, is_listed, origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.knowledge import Entry
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="source-title",
    severity="warning",
    summary="A title that is not spelled as the source spells it.",
    why=(
        "A title is quoted, not written anew: the spelling of a name in it is the author's, even where the text around "
        "it uses another one."
    ),
    source="The knowledge base: the title on the source, other right forms of it, and misspellings that were seen.",
    wrong=("Gerard Libaridian, “An Armenian perspective on Khojaly”, 28 February 2014.\n",),
    right=(
        "Gerard Libaridian, “An Armenian perspective on Khojali”, 28 February 2014.\n",
        "Thomas de Waal, *Black Garden* (New York University Press, 2013), p. 184.\n",
    ),
)
_NEAR = 85  # likeness from 0 to 100 of two spellings of one title


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A title in which words are spelled otherwise; one with other, more or fewer words is left alone."""
    part = reference.parts.get("name" if reference.family == "echr" else "title")
    entry = entry_of(reference, context)
    if part is None or not isinstance(part.value, str) or entry is None or entry.kind in {"treaty", "resolutions"}:
        return
    if is_listed(entry, context):
        return  # the rule case-name compares these
    meant = _meant(part.value, entry)
    if meant is None:
        return
    words = _others(part.value, meant)
    written = context.document.text[part.span.start : part.span.end]
    proper = written
    for wrong, right in words:
        proper = proper.replace(wrong, right)
    fix = None
    if normalise_title(proper) == normalise_title(meant):
        fix = Fix(f"write {', '.join(right for _, right in words)}", safe=False, edits=(Edit(part.span, proper),))
    said = ", ".join(f"{wrong} for {right}" for wrong, right in words) or f"“{part.value}”"
    yield Finding(
        rule=RULE.name,
        severity=RULE.severity,
        path=context.document.path,
        span=part.span,
        message=f"{said} here; the title is “{meant}” in {origin(entry, 'title')}",
        fix=fix,
        reference_id=reference.id,
    )


def _meant(title: str, entry: Entry) -> str | None:
    """The title that a misspelt one is meant for; None where it is right, or not surely meant for one."""
    own = entry.text("title")
    right: list[str] = [*([own] if own else ()), *(alias.value for alias in entry.aliases("title"))]
    forms = [form for one in right for form in (one, one.partition(": ")[0])]
    whole = normalise_title(title)
    if own is None or any(normalise_title(form) == whole for form in forms):
        return None
    if any(normalise_title(wrong.value) == whole for wrong in entry.misspellings("title")):
        return own
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    for form in forms:
        known = normalise_title(form)
        if len(known.split()) == len(whole.split()) and fuzz.ratio(known, whole) >= _NEAR:
            return form
    return None


def _others(title: str, meant: str) -> list[tuple[str, str]]:
    """The words that differ, each with the right one; none where the titles cannot be laid side by side."""
    here, there = title.split(), meant.split()
    if len(here) != len(there):
        return []
    return [
        (one.strip(".,:;“”\"'"), other.strip(".,:;“”\"'"))
        for one, other in zip(here, there, strict=True)
        if normalise_title(one) != normalise_title(other)
    ]
