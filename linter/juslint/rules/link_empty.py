"""Links that lead nowhere."""

from __future__ import annotations

import importlib
import re
from typing import TYPE_CHECKING

from juslint.finding import Finding, Fix, SourceEdit
from juslint.rules import Rule
from juslint.rules._overlaps import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.document import Document
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
_NOTE = re.compile(r"(?:fn|_?ftn(?:ref)?|note|footnote|cite|ref)\W?\w*")
_LABEL = re.compile(r"[\[(]?[0-9a-z]{1,4}[\])]\.?|[\u2190\u2191\u21a9^]\ufe0e?")  # a way back to the mark of a note
_NAMED = re.compile(r"\b(?:id|name)\s{0,4}=\s{0,4}[\"']?([^\s\"'<>]{1,200})|\{#([^\s{}]{1,200})\}")


def check_document(context: Context) -> Iterator[Finding]:
    """A finding for each link on a reference whose target is empty, or an anchor that the text does not have."""
    document = context.document
    at = At(context.references)
    anchors: set[str] | None = None
    for link in document.links:
        target = link.target.strip()
        if target and not target.startswith("#"):
            continue
        reference = next(iter((*at.inside(link.span), *at.around(link.span))), None)
        if reference is None:
            continue
        if not _EMPTY.fullmatch(target):
            if _LABEL.fullmatch(document.text[slice(*link.span)].strip()):
                continue
            anchors = _anchors(document) if anchors is None else anchors
            if target[1:] in anchors or _slug(target[1:]) in anchors or _NOTE.fullmatch(target[1:]):
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


def _anchors(document: Document) -> set[str]:
    """What an anchor in the text can lead to: the names that it gives, and its headings."""
    named = {next(filter(None, found)) for found in _NAMED.findall(document.source)}
    return named | {_slug(document.text[span.start : span.end]) for span in document.headings}


def _slug(words: str) -> str:
    return re.sub(r"[^\w]+", "-", words.casefold()).strip("-")
