"""One judgment of the European Court under two application numbers that differ by a slip."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from juslint.finding import Finding
from juslint.rules import Rule
from juslint.rules._case_evidence import names
from juslint.rules._case_names import Likeness, best
from juslint.rules._places import Place, listed, related

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.knowledge import Knowledge
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="inconsistent-number",
    severity="error",
    summary="One judgment of the European Court stands under different application numbers.",
    why=(
        "The application number is what a reader looks a judgment up by. Where the same name and date stand with two "
        "numbers that differ in one digit, one of the two leads to another case or to none."
    ),
    source="European Court of Human Rights, note on the mode of citation: name, number, paragraph, date or report.",
    wrong=(
        (
            "See Ilgar Mammadov v. Azerbaijan, no. 15172/13, § 99, 22 May 2014.\n\n"
            "Again Ilgar Mammadov v. Azerbaijan, no. 15172/14, § 101, 22 May 2014.\n"
        ),
    ),
    right=(
        (
            "See Ilgar Mammadov v. Azerbaijan, no. 15172/13, § 99, 22 May 2014, and Ilgar Mammadov v. Azerbaijan, "
            "no. 15172/13, § 101, 22 May 2014.\n"
        ),
        (
            "See Mammadov v. Azerbaijan, no. 4641/05, 11 January 2007, and Mammadov v. Azerbaijan, no. 4641/06, "
            "17 December 2009.\n"
        ),
    ),
)
_MOST = 200  # mentions of one name and date that are compared: bounds the work on hostile texts


def check_workspace(contexts: Sequence[Context]) -> Iterator[Finding]:
    """A finding at each mention whose number fewer mentions bear, or that stands later where as many do."""
    cited: dict[tuple[str, str], list[tuple[Place, Reference]]] = defaultdict(list)
    for context in contexts:
        for reference in context.references:
            name, date = reference.text_of("name"), reference.date_of()
            if reference.family == "echr" and name and date and date.day and "applications" in reference.parts:
                place = Place(context.document, reference.parts["applications"].span)
                cited[name.casefold(), date.iso()].append((place, reference))
    for mentions in cited.values():
        if len({reference.id for _, reference in mentions}) > 1:
            yield from _compared(mentions[:_MOST], contexts[0].knowledge)


def _compared(mentions: list[tuple[Place, Reference]], knowledge: Knowledge) -> Iterator[Finding]:
    by_number = {
        number: [place for place, _ in group] for number, group in groupby(sorted(mentions, key=_number), key=_number)
    }
    order = {number: position for position, number in enumerate(dict.fromkeys(map(_number, mentions)))}
    standing = sorted(by_number, key=lambda number: (-len(by_number[number]), order[number]))
    name = mentions[0][1].text_of("name") or ""
    known = [number for number in standing if _is_of(name, number, knowledge)]
    if len(known) > 1:
        return  # two cases of one name, decided on one day
    right = known[0] if known else standing[0]
    for number in standing:
        if number == right or not _slip(number, right):
            continue
        for place in by_number[number]:
            others = by_number[right]
            prefers = f" The knowledge base has {right}." if known else ""
            yield Finding(
                rule=RULE.name,
                severity=RULE.severity,
                path=place.document.path,
                span=place.span,
                message=f"no. {number} here; no. {right} in {listed(others, place.document)} (same name and date)."
                f"{prefers} Check the number and use one.",
                related=related((other, f"no. {right} here") for other in others),
                reference_id=number,
            )


def _is_of(name: str, number: str, knowledge: Knowledge) -> bool:
    """Whether the number is known as that of a case of this name."""
    cases = knowledge.cases.of(number)
    if not cases:
        return knowledge.resolve(number).entry is not None
    return best(name, names(cases))[0] >= Likeness.PART


def _number(mention: tuple[Place, Reference]) -> str:
    return mention[1].id or ""


def _slip(one: str, other: str) -> bool:
    """Whether two numbers differ by one digit, one digit too many, or two neighbours that changed places."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    return OSA.distance(one, other) == 1
