"""Links that lead nowhere."""

from __future__ import annotations

import importlib
import re
from typing import TYPE_CHECKING

from juslint.finding import Finding, Fix, SourceEdit
from juslint.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.document import Document, Link
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="link-empty",
    severity="error",
    summary="A link on a reference leads nowhere.",
    why=(
        "A link says that a click opens the source. A target that is empty or only `#` is what a conversion leaves "
        "behind when the real address was lost; the reader stays where he is."
    ),
    source="juslint's own; the addresses in the mend are those of the issuing bodies' own document services.",
    wrong=("See [A/75/357-S/2020/948](#).\n", "See [resolution 822 (1993) of the Security Council]().\n"),
    right=(
        "See [A/75/357-S/2020/948](https://docs.un.org/en/A/75/357).\n",
        "See [above](#).\n",
        "See [A/75/357-S/2020/948](#list-of-documents).\n\n## List of documents\n\nA/75/357-S/2020/948\n",
    ),
)

_EMPTY = re.compile(r"#?|#top", re.IGNORECASE)


def check_document(context: Context) -> Iterator[Finding]:
    """A finding for each link on a reference whose target is empty, or an anchor that the text does not have."""
    document = context.document
    for link in document.links:
        target = link.target.strip()
        if target and not target.startswith("#"):
            continue
        reference = _reference(context, link)
        if reference is None or not (_EMPTY.fullmatch(target) or _lost(document, target[1:])):
            continue
        address = _official(reference, context)
        nowhere = "is empty" if not target else f'is only "{target}"'
        fix = (
            Fix(f"link to {address}", safe=False, edits=(SourceEdit(link.target_source, address),)) if address else None
        )
        yield Finding(
            RULE.name,
            RULE.severity,
            document.path,
            link.span,
            f"the link on {' '.join(reference.text.split())} leads nowhere: its target {nowhere}"
            f"{f'; the document is at {address}' if address else ''}",
            (),
            fix,
            reference.id,
        )


def _reference(context: Context, link: Link) -> Reference | None:
    """The reference that the link's text is, or holds; the first one where it holds several."""
    inside = (one for one in context.references if one.span.start < link.span.end and link.span.start < one.span.end)
    return next((one for one in inside if link.span.covers(one.span) or one.span.covers(link.span)), None)


def _official(reference: Reference, context: Context) -> str | None:
    """The address of the source at the body that issued it."""
    if reference.id is None:
        return None
    entry = context.knowledge.resolve(reference.id).entry
    if entry is not None and entry.urls():
        return entry.urls()[0]
    name = f"juslint.families.{reference.family.replace('-', '_')}"
    links = importlib.import_module(name).links(reference.id)
    return str(links[0]) if links else None


def _lost(document: Document, anchor: str) -> bool:
    """Whether no anchor or heading of this name is in the text."""
    if re.search(
        rf"(?:\bid|\bname)\s*=\s*[\"']?{re.escape(anchor)}[\"'\s>]|\{{#{re.escape(anchor)}\}}", document.source
    ):
        return False
    slugs = {_slug(document.text[span.start : span.end]) for span in document.headings}
    return _slug(anchor) not in slugs and not re.fullmatch(r"(?:fn|_ftn|note|footnote|cite|ref)\W?\w*", anchor)


def _slug(words: str) -> str:
    return re.sub(r"[^\w]+", "-", words.casefold()).strip("-")
