"""One work under titles that differ by a slip."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.knowledge import normalise_title
from juslint.rules import Rule, _agreement, _likeness
from juslint.rules._agreement import Told, Wording
from juslint.rules._sources import sources

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
            _agree,
            Wording(f"{source.because()}. Check the title at the source and use one.", "entitled {}".format),
        )


def _agree(one: str, other: str) -> bool:
    """Whether both can be one title: the same words, in British or American spelling, or more than a slip apart.

    A subtitle may be missing.
    """
    left, right = (_SPELLING.sub(r"is\1", normalise_title(title)) for title in (one, other))
    return left == right or left.startswith(f"{right} ") or right.startswith(f"{left} ") or not _slip(one, other)


def _slip(one: str, other: str) -> bool:
    return _likeness.one_title(one, other, words=1)
