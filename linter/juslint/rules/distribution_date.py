"""Reports that bear the date on which the document that carries them was given out."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.finding import Finding
from juslint.rules import Rule
from juslint.rules._entries import entry_of
from juslint.rules._places import Place, related

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from juslint.finding import Related
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="distribution-date",
    severity="warning",
    summary="A report is dated by the day on which the document that carries it was distributed.",
    why=(
        "A document of the United Nations bears two dates: that of the letter or report itself, and the day on which "
        "it was distributed. Where one reference gives the one and another the other, the same text looks like two."
    ),
    source="Mastheads of United Nations documents; the entry of the source names both dates.",
    wrong=(
        (
            "“Report on war crimes in the occupied territories of the Republic of Azerbaijan and the Republic of "
            "Armenia’s responsibility”, A/74/676-S/2020/90, annex (7 February 2020).\n"
        ),
    ),
    right=(
        (
            "“Report on war crimes in the occupied territories of the Republic of Azerbaijan and the Republic of "
            "Armenia’s responsibility”, A/74/676-S/2020/90, annex (3 February 2020).\n"
        ),
        (
            "“Report on war crimes in the occupied territories of the Republic of Azerbaijan and the Republic of "
            "Armenia’s responsibility”, A/74/676-S/2020/90, annex.\n"
        ),
    ),
)


def check_workspace(contexts: Sequence[Context]) -> Iterator[Finding]:
    """A finding at each mention with the date of distribution, with the mentions that have another date or none."""
    mentions: dict[str | None, list[tuple[Context, Reference]]] = defaultdict(list)
    for context in contexts:
        for reference in context.references:
            mentions[reference.id].append((context, reference))
    for context in contexts:
        for reference in context.references:
            part, date, entry = reference.parts.get("date"), reference.date_of(), entry_of(reference, context)
            if part is None or date is None or entry is None or entry.text("symbol") is None:
                continue
            issued, others = entry.date(), entry.data.get("other-dates", ())
            if issued is None or not others or not date.day or not date.agrees(issued):
                continue
            own = "; ".join(f"the {other['what']} is of {Date.from_iso(str(other['date']))}" for other in others)
            yield Finding(
                rule=RULE.name,
                severity=RULE.severity,
                path=context.document.path,
                span=part.span,
                message=f"{date} is the day on which {entry.text('symbol')} was distributed; {own}",
                related=_otherwise(mentions[entry.id], date),
                reference_id=reference.id,
            )


def _otherwise(mentions: Iterable[tuple[Context, Reference]], date: Date) -> tuple[Related, ...]:
    """The other mentions of the source that give another date or none."""
    return related(
        (Place(context.document, other.span), f"dated {other.date_of()} here" if other.date_of() else "no date here")
        for context, other in mentions
        if "title" in other.parts and other.date_of() != date
    )
