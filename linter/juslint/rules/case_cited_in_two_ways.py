"""One case that a text cites under two writings of its name, or in two volumes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.finding import Finding
from juslint.knowledge.case_names import take_apart
from juslint.rules import Rule, _case_reports
from juslint.rules._places import Place, listed, related

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="case-cited-in-two-ways",
    severity="info",
    summary="One case is cited under two names, or in two volumes, in one text.",
    why="A reader who meets two writings of a name, or two volumes, looks for two cases.",
    source="European Court of Human Rights, note on the mode of citation.",
    wrong=(
        (
            "See Fatullayev v. Azerbaijan, no. 40984/07, § 87, 22 April 2010.\n\n"
            "See also Fatullaev v. Azerbaijan, no. 40984/07, § 100, 22 April 2010.\n"
        ),
    ),
    right=(
        (
            "See Fatullayev v. Azerbaijan, no. 40984/07, § 87, 22 April 2010.\n\n"
            "See also Fatullayev v. Azerbaijan (App. No. 40984/07), § 100.\n"
        ),
        (
            "See *Güler and Others v. Turkey*, no. 1234/05, § 3, 3 May 2010.\n\n"
            "See also *Güler et autres c. Turquie*, no 1234/05, § 4, 3 mai 2010.\n"
        ),
    ),
    yields_to=("case-name", "case-report"),
)


def check_document(context: Context) -> Iterator[Finding]:
    """A finding at each mention that has not the reading that most mentions of the case have."""
    cited: dict[str, list[Reference]] = {}
    for reference in context.references:
        if reference.family == "echr" and reference.id and "name" in reference.parts and reference.within is None:
            cited.setdefault(reference.id, []).append(reference)
    for mentions in cited.values():
        if len(mentions) > 1:
            yield from _compared(mentions, "name", _name, context)
            yield from _compared(mentions, "report", _report, context)


def _name(reference: Reference) -> str | None:
    """The applicant as written; nothing of a name in French, or without its respondent."""
    name = " ".join((reference.text_of("name") or "").split())
    return take_apart(name).applicant.casefold() if " v. " in name else None


def _report(reference: Reference) -> str | None:
    """The volume, where it is said."""
    said = _case_reports.volume(reference.text_of("report") or "")
    return str(said) if said is not None and (said.part or said.number) else None


def _compared(
    mentions: Sequence[Reference], part: str, value: Callable[[Reference], str | None], context: Context
) -> Iterator[Finding]:
    readings: dict[str, list[Reference]] = {}
    for mention in mentions:
        said = value(mention)
        if said:
            readings.setdefault(said, []).append(mention)
    if len(readings) < 2 or (part == "report" and len({str(one.date_of()) for one in mentions}) > 1):
        return
    written, usual = max(readings.items(), key=lambda reading: len(reading[1]))
    places = [Place(context.document, one.parts[part].span) for one in usual]
    for mention in mentions:
        if value(mention) in {None, "", written}:
            continue
        span = mention.parts[part].span
        yield Finding(
            RULE.name,
            RULE.severity,
            context.document.path,
            span,
            f"{Place(context.document, span).text()} here; {places[0].text()} in {listed(places, context.document)} "
            f"for the same case: write it one way",
            related((place, "written so here") for place in places),
            None,
            mention.id,
        )
