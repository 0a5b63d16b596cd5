"""One article or chapter on different pages, and pages that are not among those on which it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.finding import Finding
from juslint.rules import Rule, _agreement, _listed_pages, _pages
from juslint.rules._agreement import Told, Wording
from juslint.rules._places import Place, listed, related
from juslint.rules._sources import sources
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.rules import Context
    from juslint.rules._pages import Pages
    from juslint.rules._sources import Source

RULE = Rule(
    name="inconsistent-pages",
    severity="warning",
    summary="An article stands on different pages, or is cited at a page that it has not.",
    why="A reader opens the journal at the page that the reference names. Two digits exchanged lead to another text.",
    source=(
        "United Nations Editorial Manual, Footnotes and other references: an article is cited with its pages. A short "
        "range may be the passage that is meant; only a page behind the volume and long ranges are taken for all pages."
    ),
    wrong=(
        (
            "See Eyal Benvenisti, 'Sovereigns as Trustees of Humanity: On the Accountability of States to Foreign "
            "Stakeholders' (2013) 107 American Journal of International Law 295.\n\n"
            "See Eyal Benvenisti, 'Sovereigns as Trustees of Humanity: On the Accountability of States to Foreign "
            "Stakeholders' (2013) 107 American Journal of International Law 259.\n"
        ),
        (
            'See Christine Gray, "The use of force and the international legal order", in Malcolm D. Evans (ed.), '
            "*International Law*, 4th ed. (Oxford, Oxford University Press, 2014), pp. 618–648, at p. 652.\n"
        ),
    ),
    right=(
        (
            'See Christine Gray, "The use of force and the international legal order", in Malcolm D. Evans (ed.), '
            "*International Law*, 4th ed. (Oxford, Oxford University Press, 2014), pp. 618–648, at p. 625.\n"
        ),
    ),
)

_NEAR = 2  # pages by which the last one may be miscounted


def check_document(context: Context) -> Iterator[Finding]:
    """A finding at each page that is not among those which the same reference gives."""
    for reference in context.references:
        whole = _pages.extent(reference, context.document)
        meant = _pages.pointed(reference, context.document)
        if whole and meant and whole.span != meant.span and _outside(meant, whole):
            yield Finding(
                RULE.name,
                RULE.severity,
                context.document.path,
                meant.span,
                f"{meant.words()} is not among {whole.words()}, on which it stands: check both at the source",
                related([(Place(context.document, whole.span), f"{whole.words()} here")]),
                reference_id=reference.id,
            )
    document = context.document
    for one in _listed_pages.outside(document):
        whole_words = f"pp. {one.first}–{one.last}"
        yield Finding(
            RULE.name,
            RULE.severity,
            document.path,
            one.place,
            f"p. {one.page} is not among {whole_words}, on which it stands by the list of references: "
            "check both at the source",
            related([(Place(document, one.whole), f"{whole_words} here")]),
        )


def check_workspace(contexts: Sequence[Context]) -> Iterator[Finding]:
    """A finding at each mention whose pages are not those that should stand, or not among those that others give."""
    for source in sources(contexts):
        whole = [
            Told(one, pages, Place(one.context.document, pages.span))
            for one in source.mentions
            if (pages := _pages.extent(one.reference, one.context.document))
        ]
        advice = f"{source.because()}. Check the pages at the source and use them."
        wording: Wording[Pages] = Wording(advice, _pages.Pages.words, _pages.Pages.numbers)
        yield from _agreement.findings(RULE, whole, lambda one, other: not _other(one, other), wording)
        yield from _beyond(source, whole)


def _beyond(source: Source, whole: Sequence[Told[Pages]]) -> Iterator[Finding]:
    """Pages of a mention that are outside all the ranges that others give."""
    ranges = [one for one in whole if one.value.last]
    if not ranges:
        return
    for mention in source.mentions:
        document = mention.context.document
        meant = _pages.pointed(mention.reference, document)
        own = _pages.extent(mention.reference, document)
        if meant is None or own is not None or not all(_outside(meant, one.value) for one in ranges):
            continue
        places = [one.place for one in ranges]
        yield Finding(
            RULE.name,
            RULE.severity,
            document.path,
            meant.span,
            f"{meant.words()} is not among {ranges[0].value.words()}, on which it stands by {listed(places, document)}"
            f"{source.because()}: check both at the source",
            related((one.place, f"{one.value.words()} here") for one in ranges),
            None,
            mention.reference.id,
        )


def _outside(meant: Pages, whole: Pages) -> bool:
    if meant.last is not None and meant.last < meant.first:
        return False  # backward-range speaks of it
    return meant.first < whole.first or (whole.last is not None and meant.first > whole.last)


def _other(one: Pages, other: Pages) -> bool:
    """Whether two can not both be all the pages: another first page, or another last one as by a slip."""
    if one.last is None or other.last is None:
        single, rest = sorted((one, other), key=lambda pages: pages.last is not None)
        if 1 in (one.first, other.first):
            return False  # from the front page inwards
        return single.first != rest.first if rest.last is None else not rest.first <= single.first <= rest.last
    if (one.first, one.last) == (other.first, other.last):
        return False
    nested = (one.first <= other.first and other.last <= one.last) or (
        other.first <= one.first and one.last <= other.last
    )
    if one.first == other.first or one.last == other.last:
        return abs(one.last - other.last) + abs(one.first - other.first) > _NEAR or likeness.slip(
            f"{one.first}-{one.last}", f"{other.first}-{other.last}"
        )
    return not nested
