"""Addresses that a line end, a space or the sentence around them has broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.finding import Edit, Finding, Fix, Related
from juslint.knowledge import normalise_url
from juslint.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="broken-url",
    severity="error",
    summary="An address is broken by a line end or a space.",
    why=(
        "Only what stands before the break becomes a link or is copied, and that leads elsewhere or nowhere. It "
        "happens when a column of print, or a PDF file, is turned into text."
    ),
    source="RFC 3986, appendix C: white space within an address is no part of it, and is taken out of copies.",
    wrong=("See www.hrw.org/news/1997/\n03/23/response-armenian-government-letter-town-khojaly-nagorno-karabakh.\n",),
    right=(
        "Available at www.hrw.org/news/1997/03/23/response-armenian-government-letter-town-khojaly-nagorno-karabakh.\n",
        "Available at https://justiceforkhojaly.org/\nThe page is in English.\n",
    ),
)


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """One finding for an address, however often it is broken."""
    gaps = [flaw for flaw in reference.flaws if flaw.kind == "url-broken"]
    punctuation = [flaw for flaw in reference.flaws if flaw.kind == "url-punctuation"]
    if reference.family != "web-page" or not (gaps or punctuation):
        return
    text = context.document.text
    whole = reference.text_of("url") or reference.text
    elsewhere = _elsewhere(whole, context)
    hyphen = any(text[gap.span.start - 1] == "-" for gap in gaps)
    advice = f"write {whole}" if gaps else "leave it out"
    if elsewhere:
        advice += f", as in line {_line(context, elsewhere.span)}"
    elif hyphen:
        advice += "; check whether the hyphen at the break belongs to the address"
    words = [text[gap.span.start : gap.span.end] for gap in gaps]
    what = (
        f"the address is broken by a {'line end' if any(chr(10) in one for one in words) else 'space'}"
        if gaps
        else "the address ends in punctuation that is not its own"
    )
    edits = tuple(Edit(Span(*flaw.span), flaw.expected or "") for flaw in (*gaps, *punctuation))
    related = (Related(context.document.path, elsewhere.span, "the whole address"),) if elsewhere else ()
    yield Finding(
        RULE.name,
        RULE.severity if gaps else "warning",
        context.document.path,
        reference.span,
        f"{what}: {advice}",
        related,
        Fix("join the address" if gaps else "leave the punctuation out", safe=bool(elsewhere), edits=edits),
        reference.id,
    )


def _elsewhere(whole: str, context: Context) -> Reference | None:
    """A place in the same text where the address stands unbroken."""
    return context.once(_unbroken).get(normalise_url(whole))


def _unbroken(context: Context) -> dict[str, Reference]:
    """The first place of each address that stands in the text without a flaw."""
    found: dict[str, Reference] = {}
    for one in context.references:
        if one.family == "web-page" and not one.flaws:
            found.setdefault(normalise_url(one.text), one)
    return found


def _line(context: Context, span: Span) -> int:
    return context.document.line_column(context.document.offsets.to_source(span).start)[0]
