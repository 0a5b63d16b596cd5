"""A work whose author or date stands in one text and is missing in another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.finding import Finding
from juslint.knowledge import normalise_title
from juslint.rules import Rule, _people
from juslint.rules._places import PlacesOf, listed, related
from juslint.rules._sources import Mention, Source, sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.rules import Context

RULE = Rule(
    name="incomplete-mention",
    severity="warning",
    summary="A reference leaves out the author or the date that another reference to the same work gives.",
    why=(
        "The first reference to a work is the one that readers find it by. What a full reference elsewhere gives "
        "can be given here as well; without it the two look like two works."
    ),
    source=(
        "United Nations Editorial Manual, Footnotes and other references: the first reference is full, later ones "
        "in the same text may be short. Only the first reference in each text is therefore looked at."
    ),
    wrong=(
        (
            '"Report on war crimes in the occupied territories of the Republic of Azerbaijan and the Republic of '
            "Armenia's "
            'responsibility", A/74/676-S/2020/90, annex.\n\n'
            'Malcolm N. Shaw, "Report on war crimes in the occupied territories of the Republic of Azerbaijan '
            "and the Republic of Armenia's responsibility\", A/74/676-S/2020/90, annex.\n"
        ),
    ),
    right=(
        (
            'Malcolm N. Shaw, "Report on war crimes in the occupied territories of the Republic of Azerbaijan '
            "and the Republic of Armenia's responsibility\", A/74/676-S/2020/90, annex.\n\n"
            '"Report on war crimes in the occupied territories of the Republic of Azerbaijan and the Republic of '
            "Armenia's "
            'responsibility", A/74/676-S/2020/90, annex.\n'
        ),
    ),
)

_FAMILIES = frozenset({"report", "article", "statement", "chapter"})
_SENTENCE = 400  # characters before a mention that may name its author


def check_workspace(contexts: Sequence[Context]) -> Iterator[Finding]:
    """A finding for each fact that the first mention in a text lacks and a full mention has."""
    for source in sources(contexts):
        mentions = [one for one in source.mentions if one.reference.family in _FAMILIES and _titled(one)]
        if len(mentions) < 2:
            continue
        firsts: dict[str, Mention] = {}
        for mention in mentions:
            firsts.setdefault(mention.context.document.path, mention)
        having = {part: [one for one in mentions if _has(one, part)] for part in ("author", "date")}
        families = {part: {one.reference.family for one in full} for part, full in having.items()}
        for mention in firsts.values():
            for part, full in having.items():
                if not full or _has(mention, part) or families[part] != {mention.reference.family}:
                    continue
                if part == "date" or not _named_before(mention, full[0]):
                    yield _finding(source, mention, part, full)


def _finding(source: Source, mention: Mention, part: str, full: Sequence[Mention]) -> Finding:
    document = mention.context.document
    fact = _fact(full[0], part)
    entry = source.entry
    known = ""
    if entry is not None and part == "author" and entry.people():
        known = f" The knowledge base has {' and '.join(entry.people())}."
    elif entry is not None and part == "date" and entry.date():
        others = [f"; {one['date']} is that of the {one['what']}" for one in entry.data.get("other-dates", ())]
        known = f" The knowledge base has {entry.date()}{''.join(others)}."
    return Finding(
        RULE.name,
        RULE.severity,
        document.path,
        mention.reference.span,
        f"no {part} here; {fact} in {listed(PlacesOf(full, Mention.place), document)}{source.because()}: "
        f"add it here or leave it out there.{known}",
        related((one.place(part), f"{part}: {_fact(one, part)}") for one in full),
        None,
        mention.reference.id,
    )


def _titled(mention: Mention) -> bool:
    return "title" in mention.reference.parts


def _has(mention: Mention, part: str) -> bool:
    """Whether the mention gives the fact. The year of a book that holds the work is not its date."""
    parts = mention.reference.parts
    return part in parts or (part == "date" and "year" in parts and "container" not in parts)


def _named_before(mention: Mention, full: Mention) -> bool:
    """Whether the sentence that the mention stands in has the author: `Smith was clear ("Title", 3 May 2011)`."""
    text, start = mention.context.document.text, mention.reference.span.start
    before = normalise_title(text[max(0, start - _SENTENCE) : start].rpartition("\n\n")[2])
    names = [normalise_title(name).split() for name in _people.names(full.reference, "author")]
    return any(name and re.search(rf"\b{re.escape(name[-1])}s?\b", before) for name in names)


def _fact(mention: Mention, part: str) -> str:
    if part == "author":
        return " and ".join(_people.names(mention.reference, "author"))
    date = mention.reference.date_of()
    return f"dated {date or mention.reference.text_of('year')}"
