"""A source under two short titles, or a short title in another form than that which the text gave it."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.finding import Edit, Finding, Fix, Related
from juslint.knowledge import normalise_title
from juslint.rules import Rule, _short_forms, _short_titles
from juslint.rules._places import Place, where
from juslint.rules._sources import IDENTIFIED, PROSE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.document import Document, Span
    from juslint.reference import Reference
    from juslint.rules import Context
    from juslint.rules._short_forms import Near
    from juslint.rules._short_titles import Short

RULE = Rule(
    name="inconsistent-short-title",
    severity="warning",
    summary="A short title stands in another form than the text has given it, or than the work's own title has.",
    why=(
        "A reader who meets “the Kosovo Rapport” after a text has promised to say “Kosovo Report” asks whether that is "
        "another source, and a search for the short title misses the place."
    ),
    source=(
        "The Bluebook, rule 4.2 (b): a short title that is introduced by “hereinafter” is used consistently. OSCOLA, "
        "1.2.1, likewise. One word that is misspelt, or in the plural, is spoken of; shorter forms are not."
    ),
    wrong=(
        (
            "The commission reported in 2000 (hereinafter “Kosovo Report”). The Kosovo Report was much read. In the "
            "Kosovo Rapport the commission speaks of legitimacy.\n"
        ),
        (
            "James Barros, *The Aland Islands Question: Its Settlement* (New Haven, Yale University Press, 1968), "
            "p. 112.\n\n"
            "Barros, *Aland Islands Dispute*, 301.\n"
        ),
    ),
    right=(
        (
            "James Barros, *The Aland Islands Question: Its Settlement* (New Haven, Yale University Press, 1968), "
            "p. 112.\n\n"
            "Barros, *Aland Islands Question*, 301.\n"
        ),
        (
            "The commission reported in 2000 (hereinafter “Kosovo Report”). The Kosovo Report was much read. In the "
            "Report the commission speaks of legitimacy.\n"
        ),
        (
            "The commissions reported (the “First Kosovo Report” and the “Second Kosovo Report”). The First Kosovo "
            "Report was much read, the Second Kosovo Report was not.\n"
        ),
    ),
    yields_to=("unexplained-short-form",),
)
_GAP = 40  # characters between a source and its short title


def check_document(context: Context) -> Iterator[Finding]:
    """A finding at each other form, and at each second short title of one source."""
    document = context.document
    shorts = _short_titles.defined(document)
    for near in _short_titles.near(document, shorts):
        yield _finding(document, near.span, near.short, "defined")
    yield from _twice(shorts, context)
    for one in _short_forms.near(context):
        yield _one_off(one, context.document)


def _one_off(near: Near, document: Document) -> Finding:
    title = near.work.text_of("title") or ""
    written = near.work.parts["title"].span
    found = re.search(rf"(?<!\w){re.escape(near.meant)}(?!\w)", document.text[slice(*written)], re.IGNORECASE)
    right = found[0] if found else near.meant
    place = where(Place(document, near.work.span), document)
    return Finding(
        RULE.name,
        RULE.severity,
        document.path,
        near.place,
        f"{near.said} here; the work is {' '.join(title.split())} in {place}. Check the title at the source.",
        (Related(document.path, near.work.span, "cited in full here"),),
        Fix(f"write {right}", safe=False, edits=(Edit(near.place, right),)),
    )


def _twice(shorts: list[Short], context: Context) -> Iterator[Finding]:
    """A source that is cited in full twice, each time with a short title of its own."""
    first: dict[str, list[Short]] = defaultdict(list)
    for short in shorts:
        source = _before(short, context) if short.announced else None
        if source is not None and source.id is not None:
            first[source.id].append(short)
    for defined in first.values():
        for short in defined[1:]:
            if normalise_title(short.said) != normalise_title(defined[0].said):
                yield _finding(context.document, short.place, defined[0], "called so first")


def _before(short: Short, context: Context) -> Reference | None:
    """The source right before a short title."""
    text = context.document.text
    ends = [
        one
        for one in context.references
        if one.family in PROSE | IDENTIFIED
        and one.span.end <= short.whole.start <= one.span.end + _GAP
        and not text[one.span.end : short.whole.start].strip(" ,.)\n*")
    ]
    return max(ends, key=lambda one: one.span.end - one.span.start, default=None)


def _finding(document: Document, span: Span, short: Short, how: str) -> Finding:
    said = " ".join(document.text[slice(*span)].split())
    place = where(Place(document, short.place), document)
    return Finding(
        RULE.name,
        RULE.severity,
        document.path,
        span,
        f"{said} here; {short.said} in {place}, where it is {how}: use one short title throughout",
        (Related(document.path, short.place, f"{how}: {short.said}"),),
        Fix(f"write {short.said}", safe=False, edits=(Edit(span, short.said),)),
    )
