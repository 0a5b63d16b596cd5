"""Addresses of documents that the text does not name, where it names a document like it that has no address."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.finding import Edit, Finding, Fix
from juslint.rules import Rule, _spelt_numbers, _spelt_words
from juslint.rules._overlaps import At
from juslint.rules._places import Place, listed, related
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

    from juslint.reference import Reference
    from juslint.rules import Context
    from juslint.rules._spelt_numbers import Spelt

RULE = Rule(
    name="unnamed-target",
    severity="warning",
    summary="An address leads to a document that the text does not name, but for a digit.",
    why=(
        "A text made from a printed letter has its addresses in a row below each page. One whose document is named "
        "nowhere, where a document of nearly the same number is named without an address, shows that one of the two "
        "is mistyped."
    ),
    source=(
        "juslint's own. Documents behind addresses of undocs.org and docs.un.org are compared by their ids; of others "
        "what their path spells behind the words or signs that stand before the number in the text, and the words of a "
        "title."
    ),
    wrong=(
        "The mandate was renewed (see S/2018/426, para. 32).\n\nhttps://undocs.org/en/S/2018/462\n",
        "The Council recalled resolution 835 (1993).\n\nhttps://undocs.org/en/S/RES/853%20(1993)\n",
        "The award is in RIAA, vol. XXVIII, p. 331, https://legal.example.org/riaa/vol_XXVII/331.pdf.\n",
    ),
    right=(
        "The mandate was renewed (see S/2018/462, para. 32).\n\nhttps://undocs.org/en/S/2018/462\n",
        "The mandate was renewed (see S/2018/462, para. 32).\n\nhttps://undocs.org/en/S/2018/463\n",
        "See S/2018/426 and S/2018/462.\n\nhttps://undocs.org/en/S/2018/462\n",
    ),
    yields_to=("council-resolution-year",),
)
_NEAR = 60  # characters between a symbol and its address
_APART = re.compile(  # what stands between two that are two
    r"[.;\]\u2022]\s|\n\s*\n|\b(?:see|also|and|cf|compare|reply|answer|respons|corr|add|amend|supersed|annex)",
    re.IGNORECASE,
)
_COMPARED = frozenset({"un-symbol", "un-resolution"})


def check_document(context: Context) -> Iterator[Finding]:
    """A finding at the name of each such document, or at the address where the document is named more than once."""
    named, addressed = _documents(context)
    lost, found = named.keys() - addressed.keys(), addressed.keys() - named.keys()
    alike = [(one, other) for one in sorted(lost) for other in sorted(found) if _slip(one, other)]
    spoken: list[Span] = []
    for one, other in alike:
        if sum(one in pair or other in pair for pair in alike) == 1:
            spoken += (each.span for each in (*named[one], *addressed[other]))
            yield _finding(context, (one, other), named[one], addressed[other])
    for name, address in _beside(context, lost, found, named, addressed):
        if not any(span.overlaps(name.span) or span.overlaps(address.span) for span in spoken):
            spoken += (name.span, address.span)
            yield _contradicted(context, name, address)
    document = context.document
    for spelt in (*_spelt_numbers.spelt_otherwise(document), *_spelt_words.spelt_otherwise(document)):
        if not any(span.overlaps(spelt.place) or span.overlaps(spelt.address) for span in spoken):
            yield _spelt(context, spelt)


def _beside(
    context: Context,
    lost: Set[str],
    found: Set[str],
    named: dict[str, list[Reference]],
    addressed: dict[str, list[Reference]],
) -> Iterator[tuple[Reference, Reference]]:
    """Documents of one series, one named right before the address of the other: `A/HRC/47/30, 12 May 2021, <…/13>`.

    The text names the other one nowhere, and has no address of the first.
    """
    names = {one.span.end: (name, one) for name in lost if len(named[name]) == 1 for one in named[name]}
    text = context.document.text
    for name in sorted(found):
        for address in addressed[name]:
            ends = range(max(0, address.span.start - _NEAR), address.span.start)
            near = [names[end] for end in reversed(ends) if end in names]
            if not near or not _series(name) or _series(near[0][0]) != _series(name):
                continue
            between = text[near[0][1].span.end : address.span.start]
            if not _APART.search(between):
                yield near[0][1], address
                break


def _series(name: str) -> str:
    """A symbol without its last number; empty where it has none."""
    head, _, last = name.rpartition("/")
    return head if last.isdigit() else ""


def _contradicted(context: Context, name: Reference, address: Reference) -> Finding:
    """At a name beside the address of another document."""
    return Finding(
        RULE.name,
        RULE.severity,
        context.document.path,
        name.span,
        f"{name.id} here, where the address is that of {address.id}, which the text does not name. "
        "Check which is meant.",
        related([(Place(context.document, address.span), f"the address of {address.id}")]),
        reference_id=name.id,
    )


def _spelt(context: Context, spelt: Spelt) -> Finding:
    """At a number, or at the link whose text has it."""
    document = context.document
    return Finding(
        RULE.name,
        RULE.severity,
        document.path,
        spelt.place,
        f"{' '.join(spelt.said.split())} here, where the address has {spelt.spelt}. Check which is meant.",
        related([(Place(document, spelt.address), f"the address has {spelt.spelt}")]),
    )


def _documents(context: Context) -> tuple[dict[str, list[Reference]], dict[str, list[Reference]]]:
    """The documents that the text names, and those to which it has an address: by id, each with its references."""
    at = At([one for one in context.references if one.family == "web-page"])
    named: dict[str, list[Reference]] = defaultdict(list)
    addressed: dict[str, list[Reference]] = defaultdict(list)
    for reference in context.references:
        if reference.family in _COMPARED and reference.id:
            found = addressed if at.around(reference.span) else named
            for name in _halves(reference.id):
                found[name].append(reference)
    return named, addressed


def _halves(name: str) -> Iterable[str]:
    """The id, and of a joint symbol each of its parts."""
    return dict.fromkeys((name, *re.split(r"-(?=[SE]/)", name)))


def _slip(one: str, other: str) -> tuple[str, str] | None:
    """The one number in which two ids differ as by a slip; None where they differ otherwise."""
    differing = likeness.differing_digits(one, other)
    return differing if differing and likeness.slipped_number(*differing) else None


def _finding(context: Context, names: tuple[str, str], named: list[Reference], addressed: list[Reference]) -> Finding:
    """At the only name, else at the address. `names`: the ids of what is named and of what is behind the address."""
    document = context.document
    at_name = len(named) == 1
    odd, others = (named[0], addressed) if at_name else (addressed[0], named)
    one, other = names if at_name else names[::-1]
    places = [Place(document, each.span) for each in others]
    where = listed(places, document)
    said = (
        f"{one} here, to which no address leads; {where} has the address of {other}, which the text does not name."
        if at_name
        else f"the address of {one}, which the text does not name; {where} names {other}, to which no address leads."
    )
    wrong, right = _slip(one, other) or ("", "")
    digits = list(re.finditer(rf"(?<![0-9]){wrong}(?![0-9])", odd.text))
    fixes = [
        Fix(f"write {right}", safe=False, edits=(Edit(Span(*(odd.span.start + at for at in found.span())), right),))
        for found in digits
        if len(digits) == 1
    ]
    return Finding(
        RULE.name,
        RULE.severity,
        document.path,
        odd.span,
        f"{said} Check which is meant.",
        related((place, f"{other} here") for place in places),
        reference_id=odd.id,
        alternatives=tuple(fixes),
    )
