"""One judgment under two places in the reports that differ by a slip."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from juslint.knowledge import normalise_title
from juslint.rules import Rule, _agreement, _core, _likeness
from juslint.rules._agreement import Told, Wording
from juslint.rules._places import Place
from juslint.rules._sources import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.finding import Finding
    from juslint.rules import Context

RULE = Rule(
    name="inconsistent-report",
    severity="warning",
    summary="One national judgment stands at two places of one series of reports, or under two neutral citations.",
    why=(
        "A judgment is looked up by the volume and page of the report. With one digit changed the reader opens another "
        "case, and the two citations look like two judgments."
    ),
    source=(
        "OSCOLA, 2.1; The Bluebook, rule 10: name, volume, report, page, year. Citations behind one name are compared "
        "where all but one number is the same, or where another citation of the judgment is the same."
    ),
    wrong=(
        ("See Hamdan v. Rumsfeld, 548 U.S. 557, 630 (2006).\n\nSee Hamdan v. Rumsfeld, 548 U.S. 575, 631 (2006).\n"),
        (
            "See Huang v Secretary of State for the Home Department [2007] UKHL 11, [2007] 2 AC 167.\n\n"
            "See Huang v Secretary of State for the Home Department [2007] UKHL 12, [2007] 2 AC 167.\n"
        ),
    ),
    right=(
        (
            "See Brown v. Board of Education, 347 U.S. 483 (1954), and Brown v. Board of Education, 349 U.S. 294 "
            "(1955).\n"
        ),
    ),
)

_NAME = re.compile(
    r"(?P<name>[A-Z\u00c0-\u024f][\w.\u2019'&-]*(?:,?\s(?:[A-Z(\u00c0-\u024f][\w.\u2019'&()-]*|of|the|for|and|de|ex|parte|in|&))*"
    r"\s[*_]{0,2}vs?\.?[*_]{0,2}\s[A-Z\u00c0-\u024f][\w.\u2019'&-]*"
    r"(?:,?\s(?:[A-Z(\u00c0-\u024f][\w.\u2019'&()-]*|of|the|for|and|de|ex|parte|in|&))*)[*_]{0,2},?\s$"
)
_BEFORE = 240  # characters in which the name stands
_MOST = 100  # mentions of one name that are compared
_SURE = 3  # numbers of a citation of which two suffice
_LEAST = 10  # characters of a folded name


class _Cited(NamedTuple):
    """A judgment as one place cites it: all its citations by their form, digits left out."""

    by_form: dict[str, Told[str]]


def check_workspace(contexts: Sequence[Context]) -> Iterator[Finding]:
    """A finding at each citation that is not the usual one of its judgment."""
    judgments: dict[str, list[_Cited]] = defaultdict(list)
    for context in contexts:
        for name, cited in _cited(context):
            if len(judgments[name]) < _MOST:
                judgments[name].append(cited)
    for places in judgments.values():
        for form in dict.fromkeys(form for cited in places for form in cited.by_form):
            fitting = [cited for cited in places if form in cited.by_form]
            said = [cited.by_form[form] for cited in fitting]
            ids = list(dict.fromkeys(one.value for one in said))
            if len(ids) == 2 and _slipped(*ids, parallel=_parallel(fitting, form, ids)):
                yield from _agreement.findings(RULE, said, str.__eq__, _WORDING)


_WORDING: Wording[str] = Wording(" (the same judgment). Check it at the source and use one.")


def _cited(context: Context) -> Iterator[tuple[str, _Cited]]:
    """The judgments of national courts that a text cites by name; citations in a row belong to one name."""
    text = context.document.text
    last: tuple[str, _Cited, int] | None = None
    for reference in context.references:
        if reference.family != "court" or reference.id is None or reference.text_of("court"):
            continue
        start = reference.span.start
        told = Told(
            Mention(context, reference), reference.id, Place(context.document, _core.core(context.document, reference))
        )
        form = re.sub(r"[0-9]+", "0", reference.id)
        if last is not None and start - last[2] < _SURE and not text[last[2] : start].strip(" ,;"):
            last[1].by_form.setdefault(form, told)
            last = (*last[:2], reference.span.end)
            continue
        before = text[max(0, start - _BEFORE) : start].rpartition("\n\n")[2]
        found = _NAME.search(before)
        name = normalise_title(re.sub(r"^(?:See|In|Cf\.?|But|As|And)\s(?:also\s)?", "", found["name"])) if found else ""
        last = None
        if len(name) >= _LEAST:
            last = (name, _Cited({form: told}), reference.span.end)
            yield last[:2]


def _parallel(places: Sequence[_Cited], form: str, ids: Sequence[str]) -> bool:
    """Whether places that differ in one citation have another one in common."""
    left, right = (
        {
            one.value
            for cited in places
            if cited.by_form[form].value == name
            for other, one in cited.by_form.items()
            if other != form
        }
        for name in ids
    )
    return bool(left & right)


def _slipped(one: str, other: str, *, parallel: bool) -> bool:
    """Whether just one number differs, and the others (or a parallel citation) leave no doubt."""
    numbers, others = (re.findall(r"[0-9]+", each) for each in (one, other))
    pairs = [pair for pair in zip(numbers, others, strict=True) if pair[0] != pair[1]]
    if len(pairs) != 1:
        return False
    left, right = pairs[0]
    if parallel:
        return True
    year = len(left) == len(right) == 4 and left[:2] in {"18", "19", "20"}
    near = _likeness.slip(left, right) or (len(left) > 1 and sorted(left) == sorted(right))
    return len(numbers) >= _SURE and (year or near)
