"""Short forms, `Handyside, cited above`, of which the text has no full citation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.families import _echr_names
from juslint.finding import Edit, Finding, Fix, Related
from juslint.knowledge.case_names import folded, take_apart
from juslint.rules import Rule, _flaws
from juslint.rules._case_names import Likeness, likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="unexplained-short-form",
    severity="warning",
    summary="A case is “cited above”, but the text cites it nowhere in full.",
    why=(
        "Whoever reads “cited above” looks for the full citation, with the number and the date. Where paragraphs were "
        "moved or left out it may be gone, or come only later."
    ),
    source="European Court of Human Rights, note on the mode of citation: in full first, then the name alone.",
    wrong=(
        (
            "See Handyside v. the United Kingdom, 7 December 1976, § 49, Series A no. 24, and Marckx v. Belgium, "
            "13 June 1979, § 31, Series A no. 31. It held otherwise in Airey (cited above, § 26).\n"
        ),
        (
            "See Handyside v. the United Kingdom, 7 December 1976, § 49, Series A no. 24, and Marckx v. Belgium, "
            "13 June 1979, § 31, Series A no. 31. See also Handysyde, cited above, § 50.\n"
        ),
    ),
    right=(
        (
            "See Handyside v. the United Kingdom, 7 December 1976, § 49, Series A no. 24, and Marckx v. Belgium, "
            "13 June 1979, § 31, Series A no. 31. See also Handyside, cited above, § 50.\n"
        ),
        "As the Court held in Airey (cited above, § 26), this is so.\n",
    ),
)
_NEAR = (Likeness.PART, Likeness.MISSPELT, Likeness.DAMAGED)
_LEAST = 2  # full citations that a text must have: an excerpt may have lost them
_SHARE = 0.5  # of the short forms of a text, those that must be explained: of others the text is an excerpt
_PROSE = re.compile(r"(?<!\S)(?!others|autres|against|contre)[a-z]{5,}")
_MOST = 200  # names that are compared: bounds the work on hostile texts


def check_document(context: Context) -> Iterator[Finding]:
    """A finding at each short form whose name no full citation bears, and softly where that comes only later."""
    shorts = [each for each in context.references if each.family == "echr-short" and "cited" in each.parts]
    full = [each for each in context.references if _is_full(each)]
    if len(full) < _LEAST or not shorts:
        return
    names = {folded(take_apart(str(each.parts["name"].value)).applicant): each for each in reversed(full)}
    words = {word for name in names for word in name.split()}
    lost = [each for each in shorts if not _is_explained(each, words)]
    if len(lost) > _SHARE * len(shorts) and len(shorts) > 1:
        return
    for short in lost[:_MOST]:
        if not _flaws.in_speech(context.document, short.span):
            yield _lost(short, list(names.values())[:_MOST], context)
    yield from _later(shorts, full, context)


def _is_full(reference: Reference) -> bool:
    return reference.family == "echr" and "name" in reference.parts and reference.id is not None


def _is_explained(short: Reference, words: set[str]) -> bool:
    """Whether the text has its full citation, or one with a word of its name; or it is no case that is cited above."""
    name = short.text_of("name") or ""
    own = folded(take_apart(name).applicant).split()
    if short.id is not None or not own or not _echr_names.is_party(name) or _PROSE.search(name):
        return True
    return any(word in words for word in own)


def _lost(short: Reference, full: Sequence[Reference], context: Context) -> Finding:
    said = short.text_of("name") or ""
    near = [each for each in full if likeness(said, each.text_of("name") or "") in _NEAR]
    message = f"“{said}, {short.text_of('cited')}”: no full citation of this case in the text"
    related: tuple[Related, ...] = ()
    fix = None
    if len({each.id for each in near}) == 1:
        name = near[0].text_of("name") or ""
        proper = name if take_apart(said).respondent else take_apart(name).applicant
        message += f"; is {proper} meant?"
        fix = Fix(f"write {proper}", safe=False, edits=(Edit(short.parts["name"].span, proper),))
        related = (Related(context.document.path, near[0].span, "the full citation"),)
    return Finding(
        RULE.name, RULE.severity, context.document.path, short.parts["name"].span, message, related, fix, short.id
    )


def _later(shorts: Sequence[Reference], full: Sequence[Reference], context: Context) -> Iterator[Finding]:
    """Short forms before the first full citation of their case."""
    first: dict[str, Reference] = {}
    for each in full:
        first.setdefault(each.id or "", each)
    for short in shorts:
        there = first.get(short.id or "")
        if there is None or there.span.start < short.span.start:
            continue
        line = context.document.line_column(context.document.offsets.to_source(there.span).start)[0]
        yield Finding(
            RULE.name,
            "info",
            context.document.path,
            short.span,
            f"“{short.text_of('cited')}”, but the full citation comes only in line {line}",
            (Related(context.document.path, there.span, "the full citation"),),
            None,
            short.id,
        )
