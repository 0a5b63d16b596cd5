"""Two references that are word for word the same but for one word."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.finding import Edit, Finding, Fix
from juslint.rules import Rule, _alike, _sentences, _twins, _unlike
from juslint.rules._places import Place, listed, related

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.rules import Context
    from juslint.rules._sentences import Unit, Word
    from juslint.rules._twins import Twin

RULE = Rule(
    name="inconsistent-citation",
    severity="warning",
    summary="Two references to one title differ in a single word: a name, a date, a number, an address.",
    why=(
        "A reference that is copied and retyped differs from the first one where a finger slipped. Where author, title "
        "and all else are the same, one of the two leads astray."
    ),
    source=(
        "juslint's own. It speaks where no other rule speaks of the same word. Titles under which something appears "
        "every year are not compared by year."
    ),
    wrong=(
        (
            'Fuad Zarbiyev, "Le discours interprétatif en droit international" (PhD thesis, Graduate Institute, '
            "Geneva, 2009), p. 44.\n\n"
            'Fuad Zarbiyev, "Le discours interprétatif en droit international" (PhD thesis, Graduate Institute, '
            "Geneva, 2006), p. 45.\n"
        ),
    ),
    right=(
        (
            'Fuad Zarbiyev, "Le discours interprétatif en droit international" (PhD thesis, Graduate Institute, '
            "Geneva, 2009), p. 44.\n\n"
            'Fuad Zarbiyev, "Le discours interprétatif en droit international" (PhD thesis, Graduate Institute, '
            "Geneva, 2009), p. 45.\n"
        ),
    ),
    generality=1,
)
_OTHERS = 40  # places that a finding names, at most
_MOST = 12  # different ways to cite one title that are compared


def check_workspace(contexts: Sequence[Context]) -> Iterator[Finding]:
    """A finding at each word that is otherwise in more, or in the first, of the references that are the same."""
    spoken: set[tuple[str, int]] = set()
    twins: list[Twin] = []
    units: list[Unit] = []
    for context in contexts:  # of each text both at once: a project's texts are not all at hand
        twins += _twins.twins(context)
        units += _sentences.units(context)
    for own, usual, sure in (*_of_titles(twins), *_of_units(units)):
        ends = [(place.document.path, place.span.end) for place in (own, *usual)]
        if not spoken.isdisjoint(ends[:1]):
            continue
        spoken.update(ends)
        yield _finding(own, usual, sure=sure)


def _of_titles(twins: Sequence[Twin]) -> Iterator[tuple[Place, list[Place], bool]]:
    """What differs around one title: the odd place, the usual ones, and whether these are more."""
    titles: dict[str, dict[tuple[str, ...], list[Twin]]] = defaultdict(lambda: defaultdict(list))
    for twin in twins:
        titles[twin.title][twin.form()].append(twin)
    for forms in titles.values():
        groups = list(forms.values())[:_MOST]
        for number, first in enumerate(groups):
            for second in groups[number + 1 :]:
                usual, odd = (second, first) if len(second) > len(first) else (first, second)
                for twin in odd:
                    pairs = [(other, pair) for other in usual[:_OTHERS] if (pair := _twins.differing(twin, other))]
                    places = [Place(other.context.document, pair[1].span) for other, pair in pairs]
                    if pairs:
                        yield Place(twin.context.document, pairs[0][1][0].span), places, len(usual) > len(odd)


def _of_units(units: Sequence[Unit]) -> Iterator[tuple[Place, list[Place], bool]]:
    """The same of whole sentences, notes and list items: the odd place is that which differs from the most."""
    against: dict[tuple[str, int], dict[tuple[str, int], Place]] = defaultdict(dict)
    places: dict[tuple[str, int], Place] = {}
    for first, second, couple in _alike.couples(_sentences.grouped(units), _unlike.is_slip):
        rights = _places(second[:_MOST], couple.other)
        for left in _places(first[:_MOST], couple.one):
            for right in rights:
                keys = [(place.document.path, place.span.start) for place in (left, right)]
                places |= dict(zip(keys, (left, right), strict=True))
                against[keys[0]][keys[1]] = right
                against[keys[1]][keys[0]] = left
    order = {key: number for number, key in enumerate(places)}
    done: set[tuple[str, int]] = set()
    for key in sorted(places, key=lambda key: (-len(against[key]), -order[key])):
        others = {other: place for other, place in against[key].items() if other not in done}
        if others:
            done.add(key)
            yield places[key], list(others.values()), len(others) > 1


def _places(units: Sequence[Unit], words: Sequence[Word]) -> list[Place]:
    """Where some words of the first of these units stand in each of them, which are word for word the same."""
    at = next(number for number, one in enumerate(units[0].words) if one.start == words[0].start)
    return [Place(unit.context.document, unit.span(at, at + len(words) - 1)) for unit in units]


def _finding(own: Place, usual: Sequence[Place], *, sure: bool) -> Finding:
    document = own.document
    said, better = (" ".join(place.text().split()) for place in (own, usual[0]))
    fix = Fix(f"write {better}", safe=False, edits=(Edit(own.span, better),))
    return Finding(
        RULE.name,
        RULE.severity,
        document.path,
        own.span,
        f"{said} here; {better} in {listed(usual, document)} "
        "(taken for one source: same title and all other words). Check it at the source and use one.",
        related((place, f"{better} here") for place in usual),
        fix if sure else None,
        alternatives=() if sure else (fix,),
    )
