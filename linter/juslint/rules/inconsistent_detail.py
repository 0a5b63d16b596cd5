"""A date, number, name or quoted word that the text says once, where it says another of the same thing elsewhere."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.details import comparers, two_things
from juslint.details.dates import miscounted as counted_days
from juslint.details.dates import named_days
from juslint.details.dates import ties as date_ties
from juslint.details.order import in_order
from juslint.details.pairs import Pair
from juslint.details.text import Details
from juslint.finding import Edit, Finding, Fix
from juslint.rules import Rule
from juslint.rules._places import Place, listed, related

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.details.tokens import Detail
    from juslint.rules import Context

RULE = Rule(
    name="inconsistent-detail",
    severity="warning",
    summary="A date, symbol, number, name or quoted word differs from what the text says of the same thing elsewhere.",
    why=(
        "Most mentions of a source are short: 'his letter of 6 May', 'Padelford, Question', 'the 8389th meeting'. "
        "Where one is mistyped, readers look for a letter, a person or a meeting that does not exist."
    ),
    source=(
        "juslint's own. It compares what no other rule has read: what is said once with what is like it, where both "
        "surroundings share names, dates, symbols or notes that the text has hardly elsewhere, and nothing tells "
        "them apart."
    ),
    wrong=(
        (
            "The Commission's note verbale No. GH/NY/LOS/27 of 11 February 2020 was not answered.\n\n"
            "In note verbale No. GH/NY/LOS/72 of 11 February 2020 it had asked for a survey.\n"
        ),
        (
            "The Rapporteurs called it “an altogether exceptional solution, a last resort”.\n\n"
            "Later writers repeat the words “an altogether exceptional remedy, a last resort”.\n"
        ),
        (
            "Norman J. Padelford and K. Gösta A. Andersson, “The Aaland Islands Question” (1939), p. 465.\n\n"
            "Padleford and Andersson, “The Aaland Islands Question”, p. 474.\n"
        ),
    ),
    right=(
        (
            "The Commission's note verbale No. GH/NY/LOS/27 of 11 February 2020 was not answered.\n\n"
            "In note verbale No. GH/NY/LOS/72 of 30 April 2020 it had asked for a survey.\n"
        ),
        (
            "Byrne wrote to Mollerup on 2 September 1968 from São Tomé.\n\n"
            "Byrne wrote to Mollerup on 21 September 1968 from São Tomé.\n"
        ),
    ),
    generality=2,
)


_LARGEST = 2_000_000  # characters of a text that is compared with itself in its details
_PAGES = frozenset({"range", "pages"})
_SHOWN = 200  # places of a word that a finding counts


def check_document(context: Context) -> Iterator[Finding]:
    """A finding at each detail that is surely a slip of another."""
    if len(context.document.text) > _LARGEST:
        return
    found = Details(context)
    try:
        yield from _all(found)
    finally:
        found.let_go()


def _all(found: Details) -> Iterator[Finding]:
    slips = list(comparers.compare(found))
    spoken: set[int] = set()
    against: dict[int, list[Detail]] = defaultdict(list)
    for odd, rival in slips:
        against[odd.start].append(rival)
    for one, other in slips:
        odd, rival = in_order(found, one, other)
        if odd.start not in spoken and not two_things.are_two(found, odd, rival):
            spoken |= {odd.start, rival.start}
            bare = rival.kind in {"number", "year"}  # which elsewhere says other things
            same = against[odd.start] if bare else found.places[rival.key]
            yield _finding(found, odd, rival, same)
    for counted in counted_days.wrong(found):
        if spoken.isdisjoint((counted.day.start, counted.origin.start)):
            spoken.add(counted.day.start)
            yield _counted(found, counted)


def _finding(found: Details, odd: Detail, rival: Detail, same: Sequence[Detail]) -> Finding:
    document = found.document
    others = [Place(document, one.span) for one in same[:_SHOWN] if one.key == rival.key and one.start != odd.start]
    first = [Place(document, rival.span), *(place for place in others if place.span != rival.span)]
    better = named_days.written(rival, odd)
    said, other = (_told(found, one) for one in (odd, rival))
    fix = Fix(f"write {better}", safe=False, edits=(Edit(odd.span, better),))
    return Finding(
        RULE.name,
        RULE.severity,
        document.path,
        odd.span,
        f"{said} here; {other} in {listed(first, document)}, "
        f"it seems of the same thing{_because(found, odd, rival)}. Check which is meant.",
        related((place, f"{other} here") for place in first),
        None,
        alternatives=() if _is_outside(odd, rival) else (fix,),
    )


def _is_outside(odd: Detail, rival: Detail) -> bool:
    """Whether a page is none of those of its work, which cannot be written in its place."""
    if odd.kind == rival.kind == "range":
        return not set(odd.value.split("-")) & set(rival.value.split("-"))
    return odd.kind != rival.kind and not _PAGES.isdisjoint((odd.kind, rival.kind))


def _counted(found: Details, counted: counted_days.Counted) -> Finding:
    """Of a day that the text counts from another one."""
    document, day, origin = found.document, counted.day, counted.origin
    days = "a day" if abs(counted.later) == 1 else f"{abs(counted.later)} days"
    far = f"{days} {'after' if counted.later > 0 else 'before'}"
    right = Date.from_iso(counted.right.isoformat())
    place = Place(document, origin.span)
    return Finding(
        RULE.name,
        RULE.severity,
        document.path,
        day.span,
        f"{day.said} here, {far} {origin.said} in {listed([place], document)} as the text counts: "
        f"that would be {right}. Check which is meant.",
        related([(place, f"{origin.said} here")]),
    )


def _told(found: Details, one: Detail) -> str:
    """What a finding calls it: a page `p. 37`."""
    before = found.segments[one.segment][max(0, one.at - 1) : one.at]
    is_page = one.kind == "number" and any(each.value == "p" for each in before)
    said = " ".join(one.said.split())  # a day may stand on two lines
    return f"p. {said}" if is_page else said


def _because(found: Details, odd: Detail, rival: Detail) -> str:
    """The words beside both days that say most."""
    if odd.kind not in {"date", "month"}:
        return ""
    words = date_ties.in_common(Pair(found, odd, rival))
    return f" ({', '.join(f'“{word}”' for word in words)} beside both)" if words else ""
