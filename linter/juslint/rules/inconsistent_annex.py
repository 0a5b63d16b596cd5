"""An annex of which the text says another date or number than the list, or that the list has not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.finding import Edit, Finding, Fix, Related
from juslint.rules import Rule, _annexes, _letters
from juslint.rules._places import Place, where
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.document import Document, Span
    from juslint.rules import Context
    from juslint.rules._annexes import Entry, Listed, Pointer

RULE = Rule(
    name="inconsistent-annex",
    severity="warning",
    summary="The text and the list of annexes disagree on an annex.",
    why=(
        "A submission is read with its annexes beside it. Where the text gives a letter another date than the list of "
        "annexes, or names an annex that the list has not, the reader does not know whether the right paper lies there."
    ),
    source=(
        "European Court of Human Rights, Rules of Court, Rule 47: documents are listed in order by date, numbered "
        "consecutively and identified clearly. Lists that start at 1 and leave nothing out are looked at, and dates "
        "only where they are a slip apart."
    ),
    wrong=(
        (
            "The applicant wrote to the Ministry of Justice on 12 March 2015 (Exhibit 1).\n\n"
            "Exhibit 1: Letter to the Ministry of Justice, 13 March 2015\n"
            "Exhibit 2: Reply of the Ministry of Justice, 2 April 2015\n"
        ),
        (
            "The Ministry of Justice replied (Annex 3).\n\n"
            "Annex 1: Letter to the Ministry of Justice, 12 March 2015\n"
            "Annex 2: Reply of the Ministry of Justice, 2 April 2015\n"
        ),
    ),
    right=(
        (
            "The applicant wrote to the Ministry of Justice on 12 March 2015 (Exhibit 1).\n\n"
            "Exhibit 1: Letter to the Ministry of Justice, 12 March 2015\n"
            "Exhibit 2: Reply of the Ministry of Justice, 2 April 2015\n"
        ),
        (
            "The applicant was arrested on 12 March 2015 (Exhibit 1).\n\n"
            "Exhibit 1: Record of the arrest, 13 March 2015\n"
            "Exhibit 2: Decision of the Yasamal District Court, 15 March 2015\n"
        ),
    ),
    yields_to=("inconsistent-date", "impossible-date"),
)


def check_document(context: Context) -> Iterator[Finding]:
    """A finding at each pointer whose annex is listed otherwise or not at all."""
    document = context.document
    for listed in _annexes.lists(document):
        for pointer in listed.pointers:
            if not 0 < pointer.number <= len(listed.entries):
                yield _missing(document, listed, pointer)
                continue
            entry = listed.entries[pointer.number - 1]
            for own, other in _differing(document.text, pointer, entry):
                yield _finding(document, own, other)


def _differing(text: str, pointer: Pointer, entry: Entry) -> Iterator[tuple[Span, Span]]:
    """The date or number of the text and that of the list, where one is the other with a slip."""
    listed = _annexes.day(text, entry.said)
    if pointer.date and listed and _annexes.wrote(text, pointer, entry):
        dates = [_annexes.parsed(text, span) for span in (pointer.date, listed)]
        if dates[0] and dates[1] and dates[0] != dates[1] and _letters.slipped_date(dates[0], dates[1]):
            yield pointer.date, listed
    code = _annexes.code(text, *entry.said)
    if pointer.code and code:
        said = [text[slice(*span)] for span in (pointer.code, code)]
        if said[0] != said[1] and (likeness.slip(*said) or len({re.sub(r"[0-9]", "0", one) for one in said}) == 1):
            yield pointer.code, code


def _missing(document: Document, listed: Listed, pointer: Pointer) -> Finding:
    last = listed.entries[-1]
    place = where(Place(document, last.span), document)
    return Finding(
        RULE.name,
        RULE.severity,
        document.path,
        pointer.span,
        f"there is no {listed.noun} {pointer.number}: the list ends with {last.number} in {place}",
        (Related(document.path, last.span, "the list ends here"),),
    )


def _finding(document: Document, own: Span, other: Span) -> Finding:
    said, listed = (" ".join(document.text[slice(*span)].split()) for span in (own, other))
    place = where(Place(document, other), document)
    return Finding(
        RULE.name,
        RULE.severity,
        document.path,
        own,
        f"{said} here; {listed} in {place}, where the annex is listed. Look at the annex and use what it says.",
        (Related(document.path, other, f"{listed} here"),),
        None,
        alternatives=(Fix(f"write {listed}", safe=False, edits=(Edit(own, listed),)),),
    )
