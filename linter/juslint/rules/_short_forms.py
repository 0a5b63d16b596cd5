"""Short forms whose title is one word off: `Barros, Aland Islands Dispute, 301`, of The Aland Islands Question.

A short form is a family name that a full citation has, a title, and then a page, a note or the end: no imprint. Its
title is that of a work by the same person from its beginning (or that of its subtitle), but for one word, and the text
has it nowhere else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from juslint.document import Span
from juslint.families import _names
from juslint.knowledge import normalise_title
from juslint.rules import _people

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from juslint.reference import Reference
    from juslint.rules import Context

_FAMILIES = frozenset({"book", "chapter", "article", "report"})
_OPEN = r"[\"\u201c\u2018'*_]{0,2}"
_SHORT = re.compile(
    rf"(?:['\u2019]s)?,?\s+{_OPEN}(?P<title>[A-Z\u00c0-\u024f][\w\u2019'-]*(?:[,:]?\s[\w\u2019'\u2013/-]+){{1,14}}?)[,.]?[\"\u201d\u2019'*_]{{0,2}}[,.]?"
    r"(?=\s(?:pp?\.\s?)?[0-9]{1,4}\b(?!\s?\()|\s\(n\.?\s[0-9]|,?\s(?:supra|note|op\.\scit)|\s*$|\.\s|;)",
    re.MULTILINE,
)
_IMPRINT = re.compile(r"[^;\n]{0,60}?\([^()]*[0-9]{4}\)|[^;\n0-9]{0,60}?\b(?:19|20)[0-9]{2}\b")
_ARTICLES = frozenset({"the", "a", "an", "le", "la", "les", "der", "die", "das"})
_SMALL = frozenset("of on for the and to in a an by from with de la du des et at as its".split())  # noqa: SIM905
_LETTERS = 4  # of each of the two words
_HEAD = re.compile(r"\w+")
_MOST = 300  # places of a name that are looked at
_OWN = 100  # works of one name, and names that begin alike, that are looked at


class Near(NamedTuple):
    """A title one word off: what it says, what the work's says, where that word stands, and the work."""

    said: str
    meant: str
    place: Span
    work: Reference


def near(context: Context) -> Iterator[Near]:
    """The short forms of a text that are one word off the title of the one work that they can mean."""
    text = context.document.text
    works = _works(context.references)
    if not works:
        return
    folded = ""
    for number, name in enumerate(_named(text, works)):
        if number == _MOST:
            return
        own = works[text[slice(*name)]]
        if len(own) > _OWN or any(work.span.start <= name.start < work.span.end for work in own):
            continue
        short = _SHORT.match(text, name.end, min(len(text), name.end + 160))
        if short is None or _IMPRINT.match(text, short.end("title")):
            continue
        title = Span(*short.span("title"))
        folded = folded or f" {normalise_title.__wrapped__(text)} "  # a whole text is not kept
        if folded.count(f" {normalise_title(text[slice(*title)])} ") > 1:
            continue
        fitting = [one for work in own if (one := _one_off(text, title, work)) is not None]
        if len({one.meant for one in fitting}) == 1 and not any(_begins(text[slice(*title)], work) for work in own):
            yield fitting[0]


def _named(text: str, works: Iterable[str]) -> Iterator[Span]:
    """The places of names in a text, the longest where two begin alike; looked up by their first words."""
    behind: dict[str, list[str]] = defaultdict(list)
    for name in sorted(works, key=len, reverse=True):
        head = _HEAD.match(name)
        if head:
            behind[head[0]].append(name)
    end = 0
    for word in _HEAD.finditer(text):
        start = word.start()
        for name in behind.get(word[0], ())[:_OWN] if start >= end else ():
            if text.startswith(name, start) and not re.match(r"\w", text[start + len(name) : start + len(name) + 1]):
                end = start + len(name)
                yield Span(start, end)
                break


def _works(references: Sequence[Reference]) -> dict[str, list[Reference]]:
    """The works by the family names of their first people."""
    works: dict[str, list[Reference]] = defaultdict(list)
    for one in references:
        names = _people.names(one, "author", "editor") if one.family in _FAMILIES and one.text_of("title") else ()
        for name in names:
            family = _names.family(name)
            if family != name and len(family) > 2:
                works[family].append(one)
    return works


def _words(title: str) -> list[str]:
    words = normalise_title(title).split()
    return words[1:] if words and words[0] in _ARTICLES else words


def _heads(work: Reference) -> list[list[str]]:
    """The words of a title, and those of its subtitle."""
    whole = work.text_of("title") or ""
    return [_words(whole), *(_words(part) for part in whole.split(": ")[1:])]


def _begins(short: str, work: Reference) -> bool:
    """Whether a short title stands in that of the work as it is."""
    return f" {' '.join(_words(short))} " in f" {normalise_title(work.text_of('title') or '')} "


def _one_off(text: str, title: Span, work: Reference) -> Near | None:
    said = _words(text[slice(*title)])
    for head in _heads(work):
        window = head[: len(said)]
        differing = [(a, b) for a, b in zip(said, window, strict=False) if a != b]
        shared = [word for word in said if word in window and word not in _SMALL]
        if len(window) != len(said) or len(differing) != 1 or not shared:
            continue
        wrong, right = differing[0]
        if min(len(wrong), len(right)) < _LETTERS or not (wrong.isalpha() and right.isalpha()):
            continue
        if wrong.rstrip("s") == right.rstrip("s"):
            continue
        at = re.search(rf"(?<!\w){re.escape(wrong)}(?!\w)", text[slice(*title)], re.IGNORECASE)
        if at:
            return Near(at[0], right, Span(title.start + at.start(), title.start + at.end()), work)
    return None
