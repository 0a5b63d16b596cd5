"""Two references that are word for word the same but for one word."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.finding import Edit, Finding, Fix
from juslint.rules import Rule, _twins
from juslint.rules._places import Place, listed, related

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.rules import Context
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
    yields_to=(
        "inconsistent-author",
        "inconsistent-date",
        "inconsistent-edition",
        "inconsistent-symbol",
        "inconsistent-url",
        "inconsistent-volume",
    ),
)
_MOST = 12  # different ways to cite one title that are compared


def check_workspace(contexts: Sequence[Context]) -> Iterator[Finding]:
    """A finding at each word that is otherwise in more, or in the first, of the references that are the same."""
    titles: dict[str, dict[tuple[str, ...], list[Twin]]] = defaultdict(lambda: defaultdict(list))
    for context in contexts:
        for twin in _twins.twins(context):
            titles[twin.title][twin.form()].append(twin)
    for forms in titles.values():
        groups = list(forms.values())[:_MOST]
        for number, first in enumerate(groups):
            for second in groups[number + 1 :]:
                yield from _of_two(first, second)


def _of_two(first: list[Twin], second: list[Twin]) -> Iterator[Finding]:
    usual, odd = (second, first) if len(second) > len(first) else (first, second)
    for twin in odd:
        pairs = [(other, pair) for other in usual if (pair := _twins.differing(twin, other))]
        if not pairs:
            continue
        document = twin.context.document
        own, better = pairs[0][1]
        places = [Place(other.context.document, pair[1].span) for other, pair in pairs]
        fix = Fix(f"write {better.said}", safe=False, edits=(Edit(own.span, better.said),))
        sure = len(usual) > len(odd)
        yield Finding(
            RULE.name,
            RULE.severity,
            document.path,
            own.span,
            f"{own.said} here; {better.said} in {listed(places, document)} "
            "(taken for one source: same title and all other words). Check it at the source and use one.",
            related((place, f"{better.said} here") for place in places),
            fix if sure else None,
            alternatives=() if sure else (fix,),
        )
