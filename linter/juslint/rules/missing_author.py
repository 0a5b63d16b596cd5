"""Works that are cited without their authors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.finding import Edit, Finding, Fix
from juslint.knowledge import normalise_title
from juslint.rules import Rule
from juslint.rules._entries import entry_of, joined, origin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.knowledge import Entry
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="missing-author",
    severity="warning",
    summary="A work with known authors is cited without them.",
    why="A report or an article without its author is hard to find, and its weight cannot be judged.",
    source=(
        "United Nations Editorial Manual, footnotes: the author's name comes first; the names are the knowledge base's."
    ),
    wrong=(
        (
            "“Report on war crimes in the occupied territories of the Republic of Azerbaijan and the Republic of "
            "Armenia’s responsibility”, A/74/676-S/2020/90, annex.\n"
        ),
    ),
    right=(
        (
            "Malcolm Shaw and Naomi Hart, “Report on war crimes in the occupied territories of the Republic of "
            "Azerbaijan and the Republic of Armenia’s responsibility”, A/74/676-S/2020/90, annex.\n"
        ),
        "See A/74/676-S/2020/90, annex.\n",
    ),
)
_WORKS = frozenset({"book", "chapter", "article", "report"})
_BEFORE = 160  # characters in front of a title in which its author may be named in the sentence


def check_workspace(contexts: Sequence[Context]) -> Iterator[Finding]:
    """The first mention in each text of a work whose authors are named nowhere."""
    named = {  # where one mention names the author and another does not, `incomplete-mention` speaks
        entry.id
        for context in contexts
        for reference in context.references
        if "author" in reference.parts and (entry := entry_of(reference, context)) is not None
    }
    for context in contexts:
        seen: set[str] = set()
        for reference in context.references:
            entry = entry_of(reference, context)
            if reference.family not in _WORKS or "title" not in reference.parts or entry is None or entry.id in seen:
                continue
            if not entry.people() or entry.id in named or _named(entry, reference, context):
                continue
            seen.add(entry.id)
            names = joined(entry.people())
            start = reference.parts["title"].span.start
            start -= context.document.text[start - 1 : start] in ('"', "“", "*", "_")
            yield Finding(
                rule=RULE.name,
                severity=RULE.severity,
                path=context.document.path,
                span=reference.span,
                message=f"no author here; {origin(entry, 'author')} names {names}",
                fix=Fix(f"write {names}", safe=False, edits=(Edit(Span(start, start), f"{names}, "),)),
                reference_id=reference.id,
            )


def _edited(context: Context) -> set[str | None]:
    """The ids of references that name an editor."""
    return {each.id for each in context.references if "editor" in each.parts}


def _named(entry: Entry, reference: Reference, context: Context) -> bool:
    """Whether the text names an author: in a mention of the work, in its title, or in the words before it."""
    if reference.id in context.once(_edited):
        return True
    start, end = reference.span
    around = normalise_title(context.document.text[max(0, start - _BEFORE) : end])
    return any(normalise_title(name) in around for name in entry.surnames())
