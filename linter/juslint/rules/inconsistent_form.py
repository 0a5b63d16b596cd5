"""One symbol written in two ways."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.finding import Edit, Finding, Fix
from juslint.rules import Rule
from juslint.rules._places import Place, listed, related
from juslint.rules._sources import Mention, sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.rules import Context

RULE = Rule(
    name="inconsistent-form",
    severity="warning",
    summary="One symbol is written in two ways.",
    why=(
        "Whoever searches a text, or a database, for a symbol finds only the form that was typed. A dash in place "
        "of a hyphen, or a space before `bis`, hides the other mentions."
    ),
    source=(
        "United Nations Editorial Manual, Footnotes and other references: citations join the two symbols of a "
        "document by a hyphen (mastheads print a dash). Council of Europe: CM/Del/Concl(92)471bis, without a space."
    ),
    wrong=(
        "See A/74/676–S/2020/90, annex.\n\nThe report (A/74/676-S/2020/90, annex) says more.\n",
        "See CM/Del/Concl(92)471bis.\n\nThe Deputies concluded it (CM/Del/Concl(92)471 bis).\n",
    ),
    right=(
        "See A/74/676-S/2020/90, annex.\n\nThe report (A/74/676-S/2020/90, annex) says more.\n",
        "See S/RES/822 (1993).\n\nThe Council decided so in its resolution 822 (1993).\n",
    ),
)

_BIS = re.compile(r"[0-9]{1,4}(?P<gap>[ \u00a0\u202f]{0,3})(?:bis|ter)\b")
_DASHES = {"\u2013": "a dash", "\u2014": "a long dash", "-": "a hyphen", "\u2010": "a hyphen", "\u2011": "a hyphen"}


def check_workspace(contexts: Sequence[Context]) -> Iterator[Finding]:
    """A finding at each mention in the form that is not the usual one, where the texts have the usual one too."""
    for source in sources(contexts):
        if source.mentions[0].reference.family not in {"un-symbol", "coe"}:
            continue
        forms: dict[str, list[tuple[Mention, Span, str]]] = {}
        for mention in source.mentions:
            written = _form(mention)
            if written is not None:
                forms.setdefault(written[0], []).append((mention, *written[1:]))
        if len(forms) < 2:
            continue  # without a look at the texts: few sources of an archive are written in two ways
        cited = {name: [one for one in found if not _stands_alone(one[0])] for name, found in forms.items()}
        forms = {name: found for name, found in cited.items() if found}
        for name, found in forms.items():
            usual = "no space" if "space" in name else "a hyphen"
            if name != usual and usual in forms:
                others = [each.place() for each, _, _ in forms[usual]]
                for mention, span, better in found:
                    finding = _finding(mention, span, better, f"{name} here, with {usual} in ", others)
                    good = ((each.place(), f"written with {usual}") for each, _, _ in forms[usual])
                    same = ((each.place(), f"written with {name}") for each, _, _ in found if each is not mention)
                    yield replace(finding, related=related(chain(good, same)))


def _form(mention: Mention) -> tuple[str, Span, str] | None:
    """The name of the form, the place that shows it, and what usually stands there."""
    reference, begin = mention.reference, mention.reference.span.start
    separator = reference.parts.get("separator")
    if separator is not None:
        written = reference.text[separator.span.start - begin : separator.span.end - begin].strip()
        return (_DASHES[written], separator.span, "-") if written in _DASHES else None
    number = reference.parts.get("number")
    found = _BIS.match(reference.text, number.span.start - begin) if number else None
    if found is None:
        return None
    return "a space" if found["gap"] else "no space", Span(found.start("gap") + begin, found.end("gap") + begin), ""


def _finding(mention: Mention, span: Span, better: str, said: str, others: Sequence[Place]) -> Finding:
    document = mention.context.document
    pinpoint, series = mention.reference.pinpoint, mention.reference.parts.get("series")
    start = series.span.start if series else mention.reference.span.start
    end = pinpoint.span.start if pinpoint else mention.reference.span.end
    return Finding(
        RULE.name,
        RULE.severity,
        document.path,
        Span(start, start + len(document.text[start:end].rstrip(" ,\n\t"))),
        f"{mention.reference.id} is written with {said}{listed(others, document)}: write it one way",
        fix=Fix(f"write it with {'a hyphen' if better else 'no space'}", safe=True, edits=(Edit(span, better),)),
        reference_id=mention.reference.id,
    )


def _stands_alone(mention: Mention) -> bool:
    """Whether nothing else stands on its line, as in mastheads and page headers, which print a dash."""
    text, span = mention.context.document.text, mention.reference.span
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return text[start : end if end >= 0 else len(text)].strip(" \t*") == text[span.start : span.end]
