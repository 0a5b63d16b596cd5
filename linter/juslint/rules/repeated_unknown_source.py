"""A source that the texts cite again and again, and that no knowledge base knows."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from juslint.finding import Finding
from juslint.rules import Rule, _sources
from juslint.rules._places import related

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from juslint.knowledge import Knowledge
    from juslint.rules import Context
    from juslint.rules._sources import Mention

_FARMER = (
    "Jane Q. Farmer, *Rivers and Frontiers: A Study of Boundary Commissions* (Oxford, Oxford University Press, 1988)"
)
RULE = Rule(
    name="repeated-unknown-source",
    severity="info",
    summary="A source is cited again and again, and is not in your knowledge base.",
    why=(
        "With an entry of its own, every later citation of it is checked against the same facts. The rule speaks only "
        "where the configuration or --kb names a knowledge base of your own, and once for each source: of books, "
        "chapters, articles, reports and letters that are cited in three places or in two texts. The message has the "
        "command that makes the entry."
    ),
    source="The texts of the run and the knowledge bases that it uses; nothing else is asked.",
    wrong=(f"One.[^1] Two.[^2] Three.[^3]\n\n[^1]: {_FARMER}, p. 12.\n[^2]: {_FARMER}, p. 40.\n[^3]: {_FARMER}.\n",),
    right=(f"One.[^1] Two.[^2]\n\n[^1]: {_FARMER}, p. 12.\n[^2]: {_FARMER}, p. 40.\n",),
    own_base=True,
)

_FAMILIES = frozenset({"book", "chapter", "article", "report", "letter"})
_PLACES = 3
_TEXTS = 2
_TRIED = 4  # citations of one source that are read once more


def check_workspace(contexts: Sequence[Context]) -> Iterator[Finding]:
    """A finding at the first mention of each such source."""
    for mentions in _unknown(contexts):
        texts = {mention.context.document.path for mention in mentions}
        if len(mentions) < _PLACES and len(texts) < _TEXTS:
            continue
        mentions.sort(key=lambda one: (one.context.document.path, one.reference.span))
        citation = _citation(mentions)
        if citation is None:
            continue
        first, *others = mentions
        times = f"{len(mentions)} times" + (f" in {len(texts)} texts" if len(texts) > 1 else "")
        base = shlex.quote(_near(first.context.knowledge.layers[0].root))
        yield Finding(
            RULE.name,
            RULE.severity,
            first.context.document.path,
            first.reference.span,
            f"cited {times}, and not in your knowledge base; to add it: "
            f"juslint kb new --kb {base} {shlex.quote(citation)}",
            related((mention.place(), "cited here") for mention in others),
            None,
            first.reference.id,
        )


def _unknown(contexts: Sequence[Context]) -> Iterator[list[Mention]]:
    """The mentions of each source of which no mention is of an entry."""
    from juslint.authorities import Groups  # noqa: PLC0415 - few users have a base of their own

    groups = Groups(_sources.sources(contexts))
    found: dict[str, list[Mention]] = {}
    known = set()
    for mention in (_sources.Mention(context, reference) for context in contexts for reference in context.references):
        reference, knowledge = mention.reference, mention.context.knowledge
        if reference.family not in _sources.PROSE or reference.id is None:
            continue
        name = groups.of(reference, knowledge)
        if knowledge.resolve(reference.id).status != "not-covered":
            known.add(name)
        if _counts(mention):
            found.setdefault(name, []).append(mention)
    yield from (mentions for name, mentions in found.items() if name not in known)


def _counts(mention: Mention) -> bool:
    """Whether a mention is a citation of its own: not a book in a chapter, not the heading of the text itself."""
    reference = mention.reference
    return reference.family in _FAMILIES and reference.within is None and "own" not in reference.parts


def _citation(mentions: Sequence[Mention]) -> str | None:
    """The mention that says most of those from which `kb new` makes an entry, on one line; None where none does."""
    fullest = sorted(mentions, key=lambda one: -len(one.reference.parts.keys() - {"pages"}))
    texts = dict.fromkeys(text for one in fullest for text in (_plain(one), _marked(one)))
    knowledge = mentions[0].context.knowledge
    return next((text for text in list(texts)[:_TRIED] if _is_read(text, knowledge)), None)


def _plain(mention: Mention) -> str:
    return " ".join(mention.reference.text.split())


def _marked(mention: Mention) -> str:
    """The mention with asterisks around what stands in italics, without which a title may not be known as one."""
    document, span = mention.context.document, mention.reference.span
    text, at = "", span.start
    for one in document.emphases_by_place.at(span):
        if span.covers(one) and one.start >= at:
            text += f"{document.text[at : one.start]}*{document.text[one.start : one.end]}*"
            at = one.end
    return " ".join((text + document.text[at : span.end]).split())


def _is_read(text: str, knowledge: Knowledge) -> bool:
    """Whether `kb new` would make an entry of a citation, or asks for no more than a field that is not said."""
    from juslint.knowledge import new_entry  # noqa: PLC0415 - few texts come so far

    head = new_entry.Head((text,), "2000-01-01")
    try:
        reference = new_entry.only_reference(text, knowledge)
        if reference.family not in _FAMILIES:
            return False
        new_entry.made(reference, knowledge, knowledge.layers[0].root, head)
    except new_entry.Wanting:
        return True
    except new_entry.Refused:
        return False
    return True


def _near(folder: Path) -> str:
    """A folder from the one that one stands in, where it lies below; else as it is."""
    from juslint.reporting._exchange import relative  # noqa: PLC0415 - as above

    return relative(str(folder))
