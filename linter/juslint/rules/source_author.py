"""References whose author or editor is not named as the source names them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.document import Placed, Span
from juslint.finding import Edit, Finding, Fix, Related
from juslint.knowledge import normalise_title
from juslint.rules import Rule, _people
from juslint.rules._entries import entry_of, joined, origin
from juslint.rules._flaws import in_speech

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.finding import Severity
    from juslint.knowledge import Entry
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="source-author",
    severity="error",
    summary="An author or editor who is not named as the source names them.",
    why=(
        "Catalogues and courts look a work up under its author. One letter in a family name is enough to find nothing, "
        "and a name left out is a person whose work goes unnamed."
    ),
    source=(
        "The knowledge base: the names on the source, other names of the same people, and misspellings that were seen."
    ),
    wrong=(
        (
            "Markar Malkonian, *My Brother’s Road: An American’s Fateful Journey to Armenia* (I.B. Tauris, 2005), p. "
            "213.\n"
        ),
        "Jirair Libaridian, “An Armenian perspective on Khojali”, 28 February 2014.\n",
    ),
    right=(
        (
            "Markar Melkonian, *My Brother’s Road: An American’s Fateful Journey to Armenia* (I.B. Tauris, 2005), p. "
            "213.\n"
        ),
        "Gerard Libaridian, “An Armenian perspective on Khojali”, 28 February 2014.\n",
        "T. de Waal, *Black Garden: Armenia and Azerbaijan through Peace and War* (New York University Press, 2013).\n",
    ),
    yields_to=("inconsistent-author",),
)
_MORE = re.compile(r",?\s*(?:et\s+al\b|and\s+others\b)")
_NEAR = 85  # likeness from 0 to 100 of two spellings of one name
_WORKS = frozenset({"book", "chapter", "article", "report"})


class _Said(NamedTuple):
    """A name that is not the source's, who is meant, and what to say of it."""

    name: str
    proper: str
    severity: Severity
    message: str


def check_document(context: Context) -> Iterator[Finding]:
    """Names in references, and the same names where the text around them uses them."""
    text = context.document.text
    for reference in context.references:
        entry = entry_of(reference, context)
        for field in ("author", "editor"):
            part = reference.parts.get(field)
            if entry is None or part is None or not entry.people(field):
                continue
            for said in _other_names(_people.names(reference, field), entry, field):
                place = _place(text, said.name, part.span)
                yield _finding(context, place or part.span, said, reference, fixable=place is not None)
                if " " in said.name:
                    yield from _elsewhere(context, said, reference, part.span)
            yield from _left_out(context, reference, entry, field)


def _other_names(names: tuple[str, ...], entry: Entry, field: str) -> Iterator[_Said]:
    people, aliases = entry.people(field), [variant.value for variant in entry.aliases(field)]
    for name in names:
        if any(_people.same(name, person) for person in people):
            continue
        meant = next((person for person in people if _near(name, person)), None)
        if meant is None:
            continue
        here = f"{name} here; {origin(entry, field)} has {meant}"
        if any(_people.same(name, alias) for alias in aliases):
            if meant in entry.surnames(field):
                continue  # an organization that spells its name in two ways
            yield _Said(name, meant, "warning", f"{here} (both are names of one {field})")
        else:
            yield _Said(name, meant, RULE.severity, here)


def _near(name: str, person: str) -> bool:
    """Whether a name can be a misspelling of a person's: in the family name, or a little of the whole."""
    if _people.alike((name,), (person,)):
        return True
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    return fuzz.ratio(normalise_title(name), normalise_title(person)) >= _NEAR


def _finding(context: Context, span: Span, said: _Said, reference: Reference, *, fixable: bool) -> Finding:
    fix = Fix(f"write {said.proper}", safe=False, edits=(Edit(span, said.proper),)) if fixable else None
    path = context.document.path
    outside = not reference.span.covers(span)
    related = (Related(path, reference.span, "the reference whose author this is"),) if outside else ()
    return Finding(RULE.name, said.severity, path, span, said.message, related, fix, reference.id)


def _elsewhere(context: Context, said: _Said, reference: Reference, part: Span) -> Iterator[Finding]:
    """The same name in the running text: there it is surely the same person. Quoted words are left alone."""
    for found in _spaced(said.name).finditer(context.document.text):
        span = Span(*found.span())
        inside = any(other.span.covers(span) for other in context.once(_authored).at(span))
        if not (inside or span.overlaps(part) or in_speech(context.document, span)):
            yield _finding(context, span, said, reference, fixable=True)


def _authored(context: Context) -> Placed[Reference]:
    """The references that name an author, by where they stand."""
    return Placed((one.span, one) for one in context.references if "author" in one.parts)


def _left_out(context: Context, reference: Reference, entry: Entry, field: str) -> Iterator[Finding]:
    """Authors of whom the reference names some and not all, and does not say that there are more."""
    part, people = reference.parts[field], entry.people(field)
    names = _people.names(reference, field)
    missing = [person for person in people if not any(_people.alike((name,), (person,)) for name in names)]
    text = context.document.text
    if reference.family not in _WORKS or not missing or len(missing) == len(people):
        return
    written = text[part.span.start : part.span.end]
    if _MORE.search(written) or _MORE.match(text, part.span.end) or all(" " not in name for name in names):
        return
    fix = None
    if len(names) == 1 and _place(text, names[0], part.span) == part.span:
        fix = Fix(f"add {joined(missing)}", safe=False, edits=(Edit(part.span, joined([written, *missing])),))
    yield Finding(
        rule=RULE.name,
        severity="warning",
        path=context.document.path,
        span=part.span,
        message=f"{joined(names)} here; {origin(entry, field)} names {joined(people)}",
        fix=fix,
        reference_id=reference.id,
    )


def _place(text: str, name: str, within: Span) -> Span | None:
    found = _spaced(name).search(text, *within)
    return Span(*found.span()) if found else None


def _spaced(name: str) -> re.Pattern[str]:
    """The name with any white space between its words, line ends included."""
    return re.compile(r"\b" + r"\s+".join(map(re.escape, name.split())) + r"\b")
