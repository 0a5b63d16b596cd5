"""Citations by author and year that the text's own list of references does not have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.finding import Edit, Finding, Fix, Related
from juslint.knowledge import normalise_title
from juslint.rules import Rule, _entries_listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.document import Document
    from juslint.rules import Context
    from juslint.rules._entries_listed import Entry, Listed

RULE = Rule(
    name="author-date",
    severity="warning",
    summary="The list of references has the author, and not of this year.",
    why=(
        "Readers find what “(Rakhimov 2013)” means by name and year alone. Where the list has that author with another "
        "year only, either the year is mistyped or the work is missing from the list."
    ),
    source=(
        "Chicago Manual of Style, 17th edition, 15.5: what is cited in the text must agree exactly with the list of "
        "references in name and year. Only texts are looked at of which nearly all such citations agree."
    ),
    wrong=(
        (
            "Three studies speak of it (Hearn 2009; Pak 2014; Yusupova 2019). Hearn (2008, p. 5) was the first.\n\n"
            "## References\n\n"
            "Hearn, J. 2009. *Handbook of Small Tributaries*. London: Causeway Press.\n\n"
            "Pak, M. 2014. “Custom on the Isfara.” *Water Journal* 30 (2): 11–28.\n\n"
            "Yusupova, D. 2019. “Evaporation.” *Water Journal* 35 (1): 77–90.\n"
        ),
    ),
    right=(
        (
            "Three studies speak of it (Hearn 2009; Pak 2014; Yusupova 2019). Hearn (2009, p. 5) was the first.\n\n"
            "## References\n\n"
            "Hearn, J. 2009. *Handbook of Small Tributaries*. London: Causeway Press.\n\n"
            "Pak, M. 2014. “Custom on the Isfara.” *Water Journal* 30 (2): 11–28.\n\n"
            "Yusupova, D. 2019. “Evaporation.” *Water Journal* 35 (1): 77–90.\n"
        ),
    ),
)
_LEAST = 3  # citations that agree with the list
_SHARE = 4  # of so many citations one may not
_TITLE, _LONGEST = 2, 400  # words and characters of a title
_DATED = re.compile(r"[*_\"\u201d\u2019']{0,2}\s\((?P<year>(?:1[6-9]|20)[0-9]{2})(?=[,:)])")


def check_document(context: Context) -> Iterator[Finding]:
    """A finding at each year that the list has not for whom the text names, or for the title in front of it."""
    document = context.document
    within = _entries_listed.section(document)
    listed = _entries_listed.entries(document, within) if within else []
    if within is None or len(listed) < _LEAST:
        return
    index = _entries_listed.Listed(listed)
    agree = 0
    odd: list[tuple[str, str, Span, list[Entry]]] = []
    for one in _entries_listed.cited(document, within):
        known = index.cited_as(one)
        if any(_entries_listed.has_year(entry, one.year) for entry in known):
            agree += 1
        elif known:
            odd.append((one.said, one.year, one.place, known))
    spoken = {place for _, _, place, _ in odd}
    odd += [each for each in _of_titles(document, index, within) if each[2] not in spoken]
    if agree < _LEAST or len(odd) * _SHARE > agree + len(odd):
        return
    for said, year, place, known in odd:
        yield _finding(document, said, year, place, known)


def _of_titles(document: Document, index: Listed, within: Span) -> Iterator[tuple[str, str, Span, list[Entry]]]:
    """`Siam Mapped (1996)`, where the list has that title with another year."""
    dated: list[tuple[Span, Span, str]] = []
    for span in sorted({*document.emphases, *document.quotations}):
        found = _DATED.match(document.text, span.end)
        if found is not None and span.end - span.start <= _LONGEST and not within.covers(span):
            title = normalise_title(document.text[slice(*span)])
            if len(title.split()) >= _TITLE:
                dated.append((span, Span(*found.span("year")), title))
    titled = index.titled(list(dict.fromkeys(title for _, _, title in dated)))
    for span, place, title in dated:
        year, known = document.text[slice(*place)], titled[title]
        if known and not any(_entries_listed.has_year(entry, year) for entry in known):
            yield " ".join(document.text[slice(*span)].split()), year, place, known


def _finding(document: Document, said: str, year: str, place: Span, known: list[Entry]) -> Finding:
    years = list(dict.fromkeys(entry.year for entry in known))
    fixes = tuple(Fix(f"write {one}", safe=False, edits=(Edit(place, one),)) for one in years[:3])
    only = fixes[0] if len(fixes) == 1 else None
    return Finding(
        RULE.name,
        RULE.severity,
        document.path,
        place,
        f"{said} {year} here; the list of references has {' and '.join(years[:4])}, not {year}. "
        "Check the year, or add the work to the list.",
        tuple(Related(document.path, entry.span, f"of {entry.year}") for entry in known[:4]),
        only,
        alternatives=() if only else fixes,
    )
