"""One judgment under two places in the reports that differ by a slip."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from juslint.document import Span
from juslint.knowledge import normalise_title
from juslint.rules import Rule, _agreement, _core
from juslint.rules._agreement import Told, Wording
from juslint.rules._places import Place
from juslint.rules._sources import Mention
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.finding import Finding
    from juslint.reference import Reference
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

_MOST = 100  # mentions of one name that are compared
_SURE = 3  # numbers of a citation of which two suffice
_PARTY = 3  # words of a party less than this; letters of each more
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
    yield from _other_parties(judgments)
    for places in judgments.values():
        for form in dict.fromkeys(form for cited in places for form in cited.by_form):
            fitting = [cited for cited in places if form in cited.by_form]
            said = [cited.by_form[form] for cited in fitting]
            ids = list(dict.fromkeys(one.value for one in said))
            if len(ids) == 2 and _slipped(*ids, parallel=_parallel(fitting, form, ids)):
                yield from _agreement.findings(RULE, said, str.__eq__, _WORDING)


def _other_parties(judgments: dict[str, list[_Cited]]) -> Iterator[Finding]:
    """One place in the reports under two names that have one party in common, and another one each."""
    named: dict[str, dict[str, list[Told[str]]]] = defaultdict(lambda: defaultdict(list))
    for name, places in judgments.items():
        for told in (one for cited in places for one in cited.by_form.values()):
            named[told.value][name].append(told)
    for names in named.values():
        pairs = [_parties(name) for name in names]
        if len(pairs) != 2 or not _one_other(*pairs):
            continue
        said = [one._replace(value=_shown(name)) for name, places in names.items() for one in places]
        yield from _agreement.findings(RULE, said, str.__eq__, _NAMES)


def _parties(name: str) -> tuple[str, str]:
    first, _, second = re.sub(r" vs? ", " v ", name).partition(" v ")
    return first, second


def _one_other(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether just one side differs, each with words of its own in full."""
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(differing) != 1 or not all((*one, *other)):
        return False
    left, right = (each.split() for each in differing[0])
    short = any(a.startswith(b) or b.startswith(a) for a in left for b in right)
    return not short and max(len(left), len(right)) < _PARTY and min(map(len, (*left, *right))) > _PARTY


def _shown(name: str) -> str:
    return " v ".join(each.title() for each in _parties(name))


_NAMES: Wording[str] = Wording(" (the same place in the reports). Check the parties at the source.")
_WORDING: Wording[str] = Wording(" (the same judgment). Check it at the source and use one.")


def _cited(context: Context) -> Iterator[tuple[str, _Cited]]:
    """The judgments of national courts that a text cites by name; citations in a row belong to one name."""
    text = context.document.text
    last: tuple[str, _Cited, int] | None = None
    for reference in context.references:
        if reference.family != "court" or reference.id is None:
            continue
        if reference.text_of("court"):
            yield from _of_world_court(reference, context)
            continue
        title = reference.parts.get("title")
        place = _core.core(context.document, reference)
        if title is not None:  # the name in front is no number
            behind = text[title.span.end : place.end]
            place = Span(place.end - len(behind.lstrip(" ,\n*_")), place.end)
        start = place.start
        told = Told(Mention(context, reference), reference.id, Place(context.document, place))
        form = re.sub(r"[0-9]+", "0", reference.id)
        if last is not None and start - last[2] < _SURE and not text[last[2] : start].strip(" ,;"):
            last[1].by_form.setdefault(form, told)
            last = (*last[:2], reference.span.end)
            continue
        name = normalise_title(str(title.value)) if title is not None else ""
        last = None
        if len(name) >= _LEAST:
            last = (name, _Cited({form: told}), reference.span.end)
            yield last[:2]


def _of_world_court(reference: Reference, context: Context) -> Iterator[tuple[str, _Cited]]:
    """A judgment of the World Court in its reports, under the title and kind that stand in front."""
    title, kind = reference.text_of("title"), reference.text_of("kind")
    if title and kind and reference.id and "Reports" in reference.id:
        place = Place(context.document, reference.parts["year"].span if "year" in reference.parts else reference.span)
        name = normalise_title(title)
        if len(name) >= _LEAST:
            yield f"{name}|{kind}", _Cited({"icj": Told(Mention(context, reference), reference.id, place)})


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
    pairs = [pair for pair in zip(numbers, others, strict=False) if pair[0] != pair[1]]
    if len(numbers) != len(others) or len(pairs) != 1:
        return False
    left, right = pairs[0]
    if parallel:
        return True
    year = len(left) == len(right) == 4 and left[:2] in {"18", "19", "20"}
    if year and len(numbers) == _SURE - 1:  # another page of one year may be another judgment
        return any(len(number) > 1 for number, same in zip(numbers, others, strict=True) if number == same)
    near = likeness.slip(left, right) or (len(left) > 1 and sorted(left) == sorted(right))
    return len(numbers) >= _SURE and (year or near)
