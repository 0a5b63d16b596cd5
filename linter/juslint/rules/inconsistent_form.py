"""One symbol written in two ways."""

from __future__ import annotations

import re
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
            written = None if _stands_alone(mention) else _form(mention)
            if written is not None:
                forms.setdefault(written[0], []).append((mention, *written[1:]))
        for name, found in forms.items():
            usual = "no space" if "space" in name else "a hyphen"
            if name != usual and usual in forms:
                for mention, span, better in found:
                    yield _finding(mention, span, better, name, forms)


def _form(mention: Mention) -> tuple[str, Span, str] | None:
    """The name of the form, the place that shows it, and what usually stands there."""
    reference, text = mention.reference, mention.context.document.text
    separator = reference.parts.get("separator")
    if separator is not None:
        written = text[separator.span.start : separator.span.end].strip()
        return (_DASHES[written], separator.span, "-") if written in _DASHES else None
    number = reference.parts.get("number")
    found = _BIS.match(text, number.span.start) if number else None
    if found is None:
        return None
    return "a space" if found["gap"] else "no space", Span(*found.span("gap")), ""


def _finding(
    mention: Mention, span: Span, better: str, name: str, forms: dict[str, list[tuple[Mention, Span, str]]]
) -> Finding:
    document = mention.context.document
    others = [(each.place(), form) for form, found in forms.items() if form != name for each, _, _ in found]
    same = [(each.place(), name) for each, _, _ in forms[name] if each is not mention]
    place = Place(document, mention.reference.span)
    said = f"{others[0][1]} in {listed([each for each, _ in others], document)}"
    return Finding(
        RULE.name,
        RULE.severity,
        document.path,
        mention.reference.span,
        f"{mention.reference.id} is written with {name} here, with {said}: write it one way",
        related((each, f"written with {form}") for each, form in (*others, *same) if each != place),
        Fix(f"write it with {'a hyphen' if better else 'no space'}", safe=True, edits=(Edit(span, better),)),
        mention.reference.id,
    )


def _stands_alone(mention: Mention) -> bool:
    """Whether nothing else stands on its line, as in mastheads and page headers, which print a dash."""
    text, span = mention.context.document.text, mention.reference.span
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return text[start : end if end >= 0 else len(text)].strip(" \t*") == text[span.start : span.end]
