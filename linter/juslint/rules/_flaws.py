"""What rules say of a form that is not right: the flaws that a family's grammar found in a reference."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from juslint.document import Span
from juslint.finding import Edit, Finding, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from juslint.document import Document
    from juslint.reference import Malformed, Reference
    from juslint.rules import Context, Rule


class Kind(NamedTuple):
    """One kind of flaw: how grave it is, and the rule of form that it breaks, as the beginning of a message."""

    severity: Severity
    says: str


def findings(rule: Rule, reference: Reference, context: Context, kinds: Mapping[str, Kind]) -> Iterator[Finding]:
    """A finding for each flaw of these kinds, with the expected form and a safe fix where there is one right form."""
    document = context.document
    for flaw in reference.flaws:
        kind = kinds.get(flaw.kind)
        if kind is None or in_speech(document, reference.span):
            continue
        place = token(document, flaw.span, reference.span)
        proper = _mended(document.text, place, reference.flaws) if flaw.expected is not None else None
        written = " ".join(document.text[place.start : place.end].split())
        yield Finding(
            rule=rule.name,
            severity=kind.severity,
            path=document.path,
            span=place,
            message=f"{kind.says}: {written} here" + (f"; write {proper}" if proper else ""),
            fix=Fix(f"write {proper}", safe=True, edits=(Edit(flaw.span, flaw.expected),))
            if proper and flaw.expected is not None
            else None,
            reference_id=reference.id,
        )


def token(document: Document, span: Span, within: Span) -> Span:
    """`span` with the characters that touch it, up to white space, and not beyond `within`: something to be seen."""
    start, end = span
    while start > within.start and not document.text[start - 1].isspace():
        start -= 1
    while end < within.end and not document.text[end].isspace():
        end += 1
    while end > span.end and document.text[end - 1] in ",;:":
        end -= 1
    return Span(start, end)


def in_speech(document: Document, span: Span) -> bool:
    """Whether `span` is a part of something quoted: what another text says is left as it says it."""
    return any(quoted.covers(span) and quoted != span for quoted in document.quotations_by_place.at(span))


def _mended(text: str, place: Span, flaws: tuple[Malformed, ...]) -> str:
    """`text[place]` with all its flaws mended, on one line."""
    out, position = "", place.start
    for flaw in sorted(flaws, key=lambda flaw: flaw.span):
        if flaw.expected is not None and place.covers(flaw.span) and flaw.span.start >= position:
            out += text[position : flaw.span.start] + flaw.expected
            position = flaw.span.end
    return " ".join((out + text[position : place.end]).split())
