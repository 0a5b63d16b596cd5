"""Words that announce an address or a source, with nothing behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.finding import Finding
from juslint.rules import Rule
from juslint.rules._council import paragraph_of
from juslint.sought import GAP, Sought

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.document import Document
    from juslint.rules import Context

RULE = Rule(
    name="missing-locator",
    severity="error",
    summary="Words that announce an address or a source, with nothing behind them.",
    why=(
        "Links get lost when a text is copied from page to page. What is left, such as “available from and”, promises "
        "the reader a source and gives none."
    ),
    source="Letters as newspapers and news sites print them, with their links stripped.",
    wrong=(
        (
            "Human Rights Watch placed responsibility with the forces (available from and\n\nIndeed, the overall view "
            "is clear.\n"
        ),
        "The report is available at .\n",
        "The report (see ) was not discussed.\n",
    ),
    right=(
        "The report is available from the Secretariat and at the United Nations library.\n",
        "The report is available at <https://www.un.org/>.\n",
        "The report is available from and through the Secretariat.\n",
        "The full text is available at:\n\nhttps://www.un.org/\n",
        "That is the only source from which it is available.\n",
    ),
)
_ANNOUNCED = Sought(
    r"(?P<lead>[(,;]\s*)?\b(?:available|accessible|accessed|found|retrieved|downloadable|obtainable)\s+(?:online\s+)?(?:from|at|via|under)(?P<rest>"
    r"(?P<colon>:)?(?P<gap>\s*)(?P<and>\band\b\s*(?:(?:from|at)\b\s*)?)?(?P<stop>[.,;)\]]|$)?)",
    rf"(?i)(?:[(,;]{GAP}*)?(?:available|accessible|accessed|found|retrieved|downloadable|obtainable){GAP}+(?:online|from|at|via|under)",
    re.IGNORECASE,
)
_EMPTY = Sought(
    r"\(\s*[Ss]ee(?:\s+also)?(?:\s+at)?\s*[:,]?\s*\)|\b[Ss]ee(?:\s+also)?\s+\(\s*\)|\bavailable\s+\(\s*\)",
    rf"\({GAP}*[Ss]ee|(?:[Ss]ee(?:{GAP}+also)?|available){GAP}+\({GAP}*\)",
)
_ADDRESS = re.compile(r"\s*[<(\[*_\-•]*\s*(?:https?:|www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)+/)", re.IGNORECASE)


def check_document(context: Context) -> Iterator[Finding]:
    """“Available from”, “see (” and the like, where the sentence, the bracket or the paragraph ends behind them."""
    document = context.document
    places = [Span(*found.span()) for found in _EMPTY.finditer(document.text)]
    places += [span for found in _ANNOUNCED.finditer(document.text) if (span := _nothing_behind(found, document))]
    for span in sorted(places):
        if any(span.start <= link.span.start <= span.end for link in document.links_by_place.at(span)):
            continue
        words = " ".join(document.text[span.start : span.end].split())
        yield Finding(
            rule=RULE.name,
            severity=RULE.severity,
            path=document.path,
            span=span,
            message=f"“{words}” announces where a source is found, and nothing follows: add it or take the words out",
        )


def _nothing_behind(found: re.Match[str], document: Document) -> Span | None:
    """The words that announce something, where nothing comes; None where something may come.

    A full stop right behind the word may end a sentence such as “the place that it is available from.”; it counts
    behind white space, or where a bracket or comma leads the words in. At the end of a paragraph only “and” counts, for
    the address often stands in the next one.
    """
    start = found.end("lead") if found["lead"] else found.start()
    end = found.end("and") if found["and"] else found.end("gap")
    text = document.text
    whole = Span(start, start + len(text[start:end].rstrip()))
    if found["stop"]:
        stranded = not found["gap"] and not found["and"] and not found["lead"]
        if found["stop"] == "," and not found["gap"] and not found["and"]:
            return None  # available from, among others, the Secretariat
        return None if stranded else Span(start, found.end("stop"))
    ends = paragraph_of(document, whole).end
    if found["and"] and not text[end:ends].strip() and not _ADDRESS.match(text, end):
        return whole
    return None
