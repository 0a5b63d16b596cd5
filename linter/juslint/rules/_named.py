"""Names of authors in running text that are written as those of the references but for a slip in the family name."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from juslint.document import Span
from juslint.knowledge import normalise_title
from juslint.rules import _likeness, _people
from juslint.rules._places import Place
from juslint.rules._sources import PROSE, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.rules import Context

_WORD = re.compile(r"[A-Z\u00c0-\u024f][\w-]+")
_GIVEN, _FAMILY = 4, 6  # letters of a given name, and of the family name that may be misspelt
_MOST = 500  # names that are looked for: bounds the work


class Named(NamedTuple):
    """A name as the text has it, where, and the mention with the name that is meant."""

    said: str
    place: Place
    meant: str
    mention: Mention


def misspelt(contexts: Sequence[Context]) -> Iterator[Named]:
    """The full names in running text whose family name is that of an author with the same given names, with a slip."""
    authors: dict[tuple[str, ...], dict[str, tuple[str, Mention]]] = {}
    for context in contexts:
        for reference in context.references:
            names = _people.names(reference, "author", "editor") if reference.family in PROSE else ()
            for name in names:
                words = normalise_title(name).split()
                fitting = len(words) in {2, 3} and len(words[0]) >= _GIVEN and len(words[-1]) >= _FAMILY
                if fitting and "," not in name and len(authors) < _MOST:
                    authors.setdefault(tuple(words[:-1]), {}).setdefault(words[-1], (name, Mention(context, reference)))
    if authors:
        for context in contexts:
            yield from _of(context, authors)


def _of(context: Context, authors: dict[tuple[str, ...], dict[str, tuple[str, Mention]]]) -> Iterator[Named]:
    text = context.document.text
    found = [(normalise_title(one[0]), *one.span()) for one in _WORD.finditer(text)]
    taken = _running(context)
    for number, (_, start, _) in enumerate(found):
        for size in (2, 3):
            run = found[number : number + size]
            known = authors.get(tuple(word for word, _, _ in run[:-1])) if len(run) == size else None
            if not known or run[-1][0] in known:
                continue
            span = Span(start, run[-1][2])
            near = [one for family, one in known.items() if _slip(family, run[-1][0])]
            alone = all(not text[one[2] : other[1]].strip() for one, other in pairwise(run))
            if len(near) == 1 and alone and not _inside(taken, span):
                yield Named(text[start : span.end], Place(context.document, span), *near[0])


def _slip(one: str, other: str) -> bool:
    """Whether a letter inside the name is another; `Mammadov` and `Mammadova` are two people."""
    ends = one.startswith(other) or other.startswith(one)
    return not ends and min(len(one), len(other)) >= _FAMILY - 1 and _likeness.slip(one, other)


def _running(context: Context) -> list[Span]:
    """Where the references stand, those within another one left out."""
    found: list[Span] = []
    for one in context.references:
        if one.family in PROSE and (not found or one.span.start >= found[-1].end):
            found.append(one.span)
    return found


def _inside(taken: list[Span], span: Span) -> bool:
    at = bisect_left(taken, span.end, key=lambda one: one.start)
    return bool(at) and taken[at - 1].overlaps(span)
