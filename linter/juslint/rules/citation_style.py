"""A citation that is not in the chosen house style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint import styles
from juslint.document import Span
from juslint.finding import Finding, Fix
from juslint.rules import ANY_STYLE, Rule
from juslint.styles import _checked, _edits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.document import Document
    from juslint.reference import Reference
    from juslint.rules import Context
    from juslint.styles import Rendered

RULE = Rule(
    name="citation-style",
    severity="info",
    summary="A citation is not in the chosen house style.",
    why=(
        "A text that is written for one house is returned until its citations are in that house's style. The style is "
        "chosen with `--style`, or `style` in the configuration; without one this rule does not run. It looks at the "
        "form alone, and leaves what a style leaves free. Facts that the style asks for and the text does not give "
        "are offered as unsafe fixes, where the knowledge base knows them for sure."
    ),
    source=(
        "European Court of Human Rights, note on the mode of citation (October 2022); United Nations Editorial Manual, "
        "identification of resolutions, footnotes; OSCOLA, 4th edition (2012)."
    ),
    wrong=(
        "See *Fatullayev v. Azerbaijan* (Application No. 40984/07), judgment of 22 April 2010, para. 87.\n",
        "See *Balogh v Hungary* App no 47940/99 (ECtHR, 20 July 2004), paras 28–30.\n",
    ),
    right=(
        "See *Fatullayev v. Azerbaijan*, no. 40984/07, § 87, 22 April 2010.\n",
        "See *Kudła v. Poland* [GC], no. 30210/96, §§ 92-94, ECHR 2000-XI.\n",
    ),
    style=ANY_STYLE,
)


def check_style(context: Context, style: str) -> Iterator[Finding]:
    """A finding for each citation in another form, and one where it lacks a fact that the style wants.

    Words that are quoted stay as they are, and what belongs to the citation in front (`UN Doc A/RES/60/1`).
    """
    if style not in styles.modules():
        return
    document = context.document
    marks = _edits.italics(document.path, style)
    end = -1
    for reference in context.references:
        if reference.span.start < end or any(
            place.covers(reference.span) for place in document.quotations_by_place.at(reference.span)
        ):
            continue
        source = styles.source(reference, document, context.knowledge)
        shown = _checked.restyled(source, style)
        full = _checked.restyled(source, style, complete=True)
        if shown is not None:
            end = reference.span.end + shown.tail
            fix = Fix(f"write it in the style {style}", True, _edits.edits(document, reference, shown, marks))
            if fix.edits:
                yield _finding(document, reference, shown, _message(document, reference, shown, style), fix)
        if full is not None and full.added:
            end = reference.span.end + full.tail
            facts = " and ".join(full.added)
            fix = Fix(f"add {facts}", False, _edits.edits(document, reference, full, marks))
            yield _finding(document, reference, full, f"the style {style} wants {facts} here: “{full.text}”", fix)


def _message(document: Document, reference: Reference, shown: Rendered, style: str) -> str:
    written = document.text[reference.span.start : reference.span.end + shown.tail]
    if _checked.plain(written) == _checked.plain(shown.text):
        return f"in the style {style} the name of a case stands in italics"
    return f"in the style {style} this is “{_checked.plain(shown.text)}”"


def _finding(document: Document, reference: Reference, shown: Rendered, message: str, fix: Fix) -> Finding:
    span = Span(reference.span.start, reference.span.end + shown.tail)
    return Finding(RULE.name, RULE.severity, document.path, span, message, fix=fix, reference_id=reference.id)
