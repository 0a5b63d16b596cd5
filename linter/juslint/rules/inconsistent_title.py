"""One work under titles that differ by a slip."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.knowledge import normalise_title, normalise_url
from juslint.rules import Rule, _agreement, _works
from juslint.rules._agreement import Told, Wording
from juslint.rules._sources import sources
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.finding import Finding
    from juslint.rules import Context

RULE = Rule(
    name="inconsistent-title",
    severity="warning",
    summary="One work stands under titles that differ in a word.",
    why=(
        "A title that is copied by hand loses or changes words. A reader who looks for the words finds nothing, and "
        "the two references look like two works."
    ),
    source=(
        "United Nations Editorial Manual, Footnotes and other references: a title is given as it stands on the title "
        "page. Capitals, punctuation and a subtitle that is left out are no difference; numbers make another work."
    ),
    wrong=(
        (
            "See Vicken Cheterian, *War and Peace in the Caucasus: Ethnic Conflict and the New Geopolitics* (London, "
            "Hurst, 2008), p. 118.\n\n"
            "See Vicken Cheterian, *War and Peace in the Caucasus: Ethnic Conflicts and the New Geopolitics* (London, "
            "Hurst, 2008), p. 120.\n"
        ),
    ),
    right=(
        (
            "See Vicken Cheterian, *War and Peace in the Caucasus: Ethnic Conflict and the New Geopolitics* (London, "
            "Hurst, 2008), p. 118.\n\n"
            "See Vicken Cheterian, *War and Peace in the Caucasus* (London, Hurst, 2008), p. 120.\n"
        ),
    ),
)

_SPELLING = re.compile(r"iz(e|ed|es|er|ers|ing|ation|ations)\b")  # organized, organised
_PAGE = 25  # characters of an address that leads to one page
_FAMILIES = frozenset({"book", "chapter", "article", "report", "statement"})


def check_workspace(contexts: Sequence[Context]) -> Iterator[Finding]:
    """A finding at each title that is not the one that should stand."""
    for source in sources(contexts):
        said = [
            Told(one, " ".join(title.split()), one.place("title"))
            for one in source.mentions
            if one.reference.family in _FAMILIES and (title := one.reference.text_of("title"))
        ]
        if source.entry is not None or len({one.reference.family for one, *_ in said}) != 1:
            continue  # the rule source-title speaks of what the knowledge base has
        yield from _agreement.findings(
            RULE,
            said,
            _equal if _one_page(said) else _agree,
            Wording(f"{source.because()}. Check the title at the source and use one.", "entitled {}".format),
        )


def _agree(one: str, other: str) -> bool:
    """Whether both can be one title: the same words, in British or American spelling, or more than a slip apart.

    A subtitle may be missing.
    """
    left, right = (_SPELLING.sub(r"is\1", normalise_title(title)) for title in (one, other))
    return left == right or left.startswith(f"{right} ") or right.startswith(f"{left} ") or not _slip(one, other)


def _one_page(said: Sequence[Told[str]]) -> bool:
    """Whether all stand at one address, on one day, and differ in one word, be it a number."""
    references = [one.mention.reference for one in said]
    pages = {normalise_url(one.text_of("url") or "") for one in references}
    alone = len(pages) == 1 and len(next(iter(pages))) >= _PAGE and len({one.value for one in said}) == 2
    others = [one for one in references if one.text_of("title") != references[0].text_of("title")]
    return alone and all(_works.one_word_apart(references[0], one) for one in others)


def _equal(one: str, other: str) -> bool:
    return normalise_title(one) == normalise_title(other)


def _slip(one: str, other: str) -> bool:
    return likeness.one_title(one, other, words=1)
