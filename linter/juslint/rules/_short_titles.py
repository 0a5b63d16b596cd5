"""Short titles that a text gives its sources, `(hereinafter "Kosovo Report")`, and near forms of them elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.document import Span
from juslint.knowledge import normalise_title
from juslint.words import likeness
from juslint.words.states import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.document import Document

_NAME = r"[A-Z\u00c0-\u024f][\w.\u2019'/&-]*(?:,?\s[\w.\u2019'/&-]+){1,6}"
_HEREINAFTER = r"(?:hereinafter|hereafter|henceforth)(?:\s(?:referred\sto\sas|called|cited\sas|the))?[,:]?\s(?:the\s)?"
_DEFINED = re.compile(
    rf"[(\[](?:(?:{_HEREINAFTER})[*_]{{0,2}}[\"\u201c\u2018']?[*_]{{0,2}}(?P<one>{_NAME}?)[*_]{{0,2}}[\"\u201d\u2019']?[*_]{{0,2}}"
    rf"|(?:the\s)?[\"\u201c](?:the\s)?(?P<two>{_NAME}?)[\"\u201d])[)\]]"
)
_WORD = re.compile(r"[\w\u2019'/&-]+")
_HEADS = frozenset(  # what a text has one of under a name
    "report memorandum note letter study opinion survey commentary handbook paper statement article book manual".split()  # noqa: SIM905
)
_TRANSLATED = {"report": ("rapport", "bericht", "informe"), "opinion": ("avis",), "study": ("etude",)}
_SEVERAL = re.compile(
    r"\b(?:two|three|four|both|all|several|these|those|other|many|various|such|previous|earlier|later|annual)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s+(?:of|on|for|by|from|I|II|[0-9]|[A-Z][a-z])")
_SMALL = frozenset("of on for the and to in de la du des et".split())  # noqa: SIM905
_LEAST = 4  # letters of a word that may be misspelt
_MOST, _PLACES = 60, 500  # definitions and places of a word that are looked at: bounds the work on hostile texts


class Short(NamedTuple):
    """A short title: its words, where it stands, where its definition does, and whether that says `hereinafter`."""

    words: tuple[str, ...]
    said: str
    place: Span
    whole: Span
    announced: bool


class Near(NamedTuple):
    """Another form of a short title and where it stands."""

    short: Short
    span: Span


def defined(document: Document) -> list[Short]:
    """The short titles of two words or more that a text defines, in its order."""
    found: list[Short] = []
    for match in _DEFINED.finditer(document.text):
        group = "one" if match["one"] else "two"
        words = tuple(one[0] for one in _WORD.finditer(match[group]))
        named = group == "one" or all(word[:1].isupper() or word in _SMALL for word in words)  # else it is quoted
        if len(words) > 1 and named and len(found) < _MOST:
            found.append(
                Short(
                    words, " ".join(match[group].split()), Span(*match.span(group)), Span(*match.span()), group == "one"
                )
            )
    return found


def near(document: Document, shorts: list[Short]) -> Iterator[Near]:
    """The places where one word of a short title is misspelt or in the plural, fewer than those of the short title."""
    if not shorts:
        return
    words = [(one[0], one.span()) for one in _WORD.finditer(document.text)]
    places: dict[str, list[int]] = {}
    for number, (word, _) in enumerate(words):
        places.setdefault(word, []).append(number)
    known = {tuple(word.casefold() for word in short.words) for short in shorts}
    for short in {short.words: short for short in reversed(shorts)}.values():
        said = sum(_reads(words, at, short.words) for at in places.get(short.words[0], ())[:_PLACES])
        found = [near for near in _of(document, short, words, places) if _fits(near, document, known)]
        if len(found) <= said:
            yield from found


def _reads(words: list[tuple[str, tuple[int, int]]], at: int, wanted: tuple[str, ...]) -> bool:
    return tuple(word for word, _ in words[at : at + len(wanted)]) == wanted


def _of(
    document: Document, short: Short, words: list[tuple[str, tuple[int, int]]], places: dict[str, list[int]]
) -> Iterator[Near]:
    """The places that have all words of a short title but one, and that one in another form."""
    size = len(short.words)
    for anchor, odd in ((0, range(1, size)), (size - 1, range(size - 1))):
        for at in places.get(short.words[anchor], ())[:_PLACES]:
            start = at - anchor
            if start < 0 or start + size > len(words):
                continue
            differing = [n for n in range(size) if words[start + n][0] != short.words[n]]
            if len(differing) != 1 or differing[0] not in odd or (anchor and differing[0] > 0):
                continue
            span = Span(words[start][1][0], words[start + size - 1][1][1])
            if _one_phrase(document.text[slice(*span)]) and _form(
                short.words[differing[0]], words[start + differing[0]][0]
            ):
                yield Near(short, span)


def _one_phrase(text: str) -> bool:
    return not re.search(r"[.,;:()\[\]\"\u201c\u201d]|\n\s*\n", text)


def _form(one: str, other: str) -> bool:
    """Whether a word is another one misspelt, or the plural of a kind of text."""
    left, right = normalise_title(one), normalise_title(other)
    if one[:1].isupper() != other[:1].isupper() or min(len(left), len(right)) < _LEAST or {left, right} & STATES:
        return False
    if right == f"{left}s":
        return left in _HEADS
    if left in {right, f"{right}s"} or not (left.isalpha() and right.isalpha()):
        return False
    return likeness.misspelt(left, right) or right in _TRANSLATED.get(left, ())


def _fits(near: Near, document: Document, known: set[tuple[str, ...]]) -> bool:
    """Whether the form surely stands for the short title: not defined itself, not a part of a longer name."""
    text, (start, end) = document.text, near.span
    said = tuple(one[0].casefold() for one in _WORD.finditer(text[start:end]))
    if said in known or _SEVERAL.search(text[max(0, start - 24) : start]) or _GOES_ON.match(text, end):
        return False
    before = re.search(r"([\w\u2019'-]+)\s+$", text[max(0, start - 40) : start])
    return not (before and before[1][:1].isupper() and before[1] not in {"The", "See", "In", "As", "But", "This", "Cf"})
