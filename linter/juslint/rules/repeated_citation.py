"""A source that is cited in full again, in a text that uses short forms."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.document import Placed
from juslint.finding import Finding, Related
from juslint.rules import Rule, _notes
from juslint.rules._places import Place, where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="repeated-citation",
    severity="info",
    summary="A source is cited in full again, where the text uses short forms.",
    why="A reader takes a full reference for a new source. One that was cited before is known by its short form.",
    source=(
        "United Nations Editorial Manual, Footnotes and other references: a first reference is full, later ones are "
        "short. Only notes are looked at, and only in texts that have at least two short forms."
    ),
    wrong=(
        (
            "One.[^1] Two.[^2] Three.[^3] Four.[^4]\n\n"
            "[^1]: Antonio Cassese, *Self-Determination of Peoples* (Cambridge, Cambridge University Press, 1995).\n"
            "[^2]: Ibid., p. 40.\n"
            "[^3]: Cassese, note 1 above, p. 60.\n"
            "[^4]: Antonio Cassese, *Self-Determination of Peoples* (Cambridge, Cambridge University Press, 1995).\n"
        ),
    ),
    right=(
        (
            "One.[^1] Two.[^2]\n\n"
            "[^1]: Antonio Cassese, *Self-Determination of Peoples* (Cambridge, Cambridge University Press, 1995).\n"
            "[^2]: Antonio Cassese, *Self-Determination of Peoples* (Cambridge, Cambridge University Press, 1995).\n"
        ),
    ),
)

_FULL = {
    "book": {"publisher", "year"},
    "article": {"container"},
    "chapter": {"container"},
}
_SHORT_FORMS = 2


def check_document(context: Context) -> Iterator[Finding]:
    """A finding at each full citation in a note whose source an earlier note has cited in full."""
    notes = _notes.Notes(context.document)
    short = len(list(_notes.same(notes))) + len(list(_notes.pointers(notes))) + len(list(_notes.repeated(notes)))
    if short < _SHORT_FORMS:
        return
    cited: dict[str, list[Reference]] = defaultdict(list)
    chapters = Placed((one.span, one.span) for one in context.references if one.family == "chapter")
    for reference in context.references:
        needed = _FULL.get(reference.family)
        if needed is None or not needed <= reference.parts.keys() or notes.around(reference.span.start) is None:
            continue
        around = chapters.at(reference.span)
        if reference.id and not any(span != reference.span and span.covers(reference.span) for span in around):
            cited[reference.id].append(reference)
    for first, *again in cited.values():
        for reference in again:
            if notes.around(first.span.start) == notes.around(reference.span.start):
                continue
            place = where(Place(context.document, first.span), context.document)
            yield Finding(
                RULE.name,
                RULE.severity,
                context.document.path,
                reference.span,
                f"cited in full already in note {notes.around(first.span.start)} ({place}): "
                "the text uses short forms elsewhere",
                (Related(context.document.path, first.span, "in full here"),),
                None,
                reference.id,
            )
