"""References that stand in a text word for word alike but for one word, whatever family could read them.

A long title, in quotation marks or italics or between a name and an imprint, holds them together. What stands before it
back to a bracket or the end of a sentence (who wrote it), and behind it up to the page that is meant (where and when it
appeared), is compared.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from juslint import dates
from juslint.document import Span
from juslint.families import _names
from juslint.knowledge import normalise_title, normalise_url
from juslint.rules import _works
from juslint.words import likeness
from juslint.words import recurring as recurrence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.rules import Context

_LEAST, _LONGEST, _WORDS = 20, 250, 3  # characters and words of a title
_BEFORE, _BEHIND = 120, 320  # characters
_SHARED = 3  # words besides the title that must be the same
_TOKEN = re.compile(r"https?://\S+|www\.\S+|[^\s,;:()\[\]\"“”‘’'<>]+(?:['’][^\s,;:()\[\]\"“”]+)*")
_BOUND = re.compile(r"[;:(\[\n]|\.\s(?=[A-Z])|[.”\"]\s{1,3}$")
_BOUND_PLAIN = re.compile(r"[;(]|\n\s*\n|(?<=[a-z0-9)]{4})\.\s|^[0-9\u00b2\u00b3\u00b9\u2070-\u2079]+\s", re.MULTILINE)
_NAMES = re.compile(  # who wrote it, at the end of what stands before the title
    r"(?:(?:[A-Z\u00c0-\u024f@][\w.'’/@-]*|of|the|and|et|for|de|du|van|von|der|la|al|el|on|in|&|eds?\.|others)"
    r"(?:[\s,()]+|$))+$"
)
_ROLE = re.compile(r"\((?:eds?|dir|hrsg|coord|comp|trans)\.?\)", re.IGNORECASE)
_SIGNAL = re.compile(r"^(?:(?:see|also|cf\.?|compare|in|the|and|e\.g\.?|quoted|contra|accord)[\s,]+)+", re.IGNORECASE)
_POINTED = re.compile(
    r"[,.]?\s*\(?(?:at\s+[0-9]|(?:at\s+)?\b(?:pp?|paras?|sects?|chaps?|arts?|annex|nn?|§+|accessed|visited|consulted|last)\b)",
    re.IGNORECASE,
)
_END = re.compile(r";|(?<=[a-z0-9)]{4})\.\s+(?=[A-Z“\"])|\.?\s*\n\s*\n|\.\s*$")
_BARE = re.compile(r"(?<=\)),?\s+[0-9]+(?:[-\u2013][0-9]+)?\s*$")  # (New York: Press, 2003), 12
_INNER = re.compile(r"(\b[0-9]+),\s[0-9]+(?:[-\u2013][0-9]+)?(?=\s\((?:1[89]|20)[0-9]{2}\))")
YEAR = re.compile(r"(?:1[89]|20)[0-9]{2}")
MONTHS = frozenset(name.casefold() for name in dates.MONTHS)


_SINGLE = re.compile(  # 'Title' (2012)
    r"['\u2018](?<![\w'\u2019].)(?P<title>[A-Z\u00c0-\u024f][^'\u2018\u2019\n]{15,250}(?:['\u2019][a-z][^'\u2018\u2019\n]{0,100}){0,3})"
    r"['\u2019](?=,?\s+[(\w*])"
)
_IMPRINT = re.compile(r"\((?<=\s\()(?=[^()\n]{3,120}(?:1[89]|20)[0-9]{2}\))")  # begins with what is soon found
_BRACKET = re.compile(r"[()]")
_SPLIT = re.compile(r",\s+")


class Token(NamedTuple):
    """A word of a reference, as it is compared, and where it stands."""

    said: str
    word: str
    span: Span


class Twin(NamedTuple):
    """A title with the words around it."""

    context: Context
    title: str
    lead: tuple[Token, ...]
    tail: tuple[Token, ...]

    def form(self) -> tuple[str, ...]:
        """What is the same wherever nothing differs."""
        return (*sorted(one.word for one in self.lead), "", *(one.word for one in self.tail))


def twins(context: Context) -> Iterator[Twin]:
    """The long titles of a text, with what stands around them."""
    document = context.document
    marked = {*document.quotations, *document.emphases}
    single = {Span(*found.span("title")) for found in _SINGLE.finditer(document.text)}
    starts = sorted({*marked, *single, *_plain(document.text, marked | single)})
    for span in starts:
        if not _LEAST <= span.end - span.start <= _LONGEST:
            continue
        title = normalise_title(document.text[slice(*span)])
        if len(title) < _LEAST or len(title.split()) < _WORDS:
            continue
        tail = _tail(document.text, span.end)
        if any(YEAR.fullmatch(one.word) or "/" in one.word for one in tail):
            yield Twin(context, title, _lead(document.text, span.start), tail)


def _plain(text: str, marked: set[Span]) -> Iterator[Span]:
    """Titles that nothing sets apart: from the comma behind a name to the bracket of an imprint."""
    ends = {span.end for span in marked} | {span.end + 1 for span in marked}
    for found in _IMPRINT.finditer(text):
        end = found.start() - 1
        low = max(0, end - _LONGEST)
        bounds = [*_BOUND_PLAIN.finditer(text, low, end)]
        start = bounds[-1].end() if bounds else low
        comma = _SPLIT.search(text, start, end)
        if comma and end not in ends and not re.search(r"[\"“”]", text[start:end]):
            yield Span(comma.end(), end)


def differing(one: Twin, other: Twin) -> tuple[Token, Token] | None:
    """The one word in which two references to one title differ by a slip; None where nothing or more differs."""
    leads, tails = _pairs(one.lead, other.lead), _ordered(one.tail, other.tail)
    if leads is None or tails is None or len(leads) + len(tails) != 1:
        return None
    shared = len(one.lead) + len(one.tail) - 1
    pair = (leads + tails)[0]
    needed = _SHARED if one.lead or _is_address(pair[0]) else _SHARED + 1
    if shared < needed or (leads and not _is_name(*pair)):
        return None
    return pair if leads or _is_slip(*pair, one) else None


def _ordered(one: tuple[Token, ...], other: tuple[Token, ...]) -> list[tuple[Token, Token]] | None:
    if len(one) != len(other):
        return None
    return [(a, b) for a, b in zip(one, other, strict=True) if a.word != b.word]


def _pairs(one: tuple[Token, ...], other: tuple[Token, ...]) -> list[tuple[Token, Token]] | None:
    """The same of names, in any order: a bibliography puts the family name first."""
    found = _ordered(one, other)
    if found is None or len(found) < 2:
        return found
    by_word = [sorted(each, key=lambda token: token.word) for each in (one, other)]
    return _ordered(tuple(by_word[0]), tuple(by_word[1]))


def _is_name(one: Token, other: Token) -> bool:
    if not one.said[:1].isupper() or not other.said[:1].isupper() or not (one.word.isalpha() and other.word.isalpha()):
        return False
    return likeness.misspelt(one.word, other.word) or (
        min(len(one.word), len(other.word)) > 2 and likeness.slip(one.word, other.word)
    )


def _is_slip(one: Token, other: Token, twin: Twin) -> bool:
    """Whether two words behind a title can be one, mistyped: a date, a year, a number, a symbol, an address, a name."""
    words = [one.word, other.word]
    months = set(words) <= MONTHS
    at_one_address = any(_is_address(token) for token in twin.tail)
    dated = sum(token.word in MONTHS for token in twin.tail) == 1
    if all(YEAR.fullmatch(word) for word in words):
        return at_one_address or not (recurrence.recurs(twin.title) or _may_recur(twin))
    if months or (dated and all(word.isdigit() and len(word) <= 2 for word in words)):
        named = bool(twin.lead) or any("/" in token.word for token in twin.tail)
        recurring = recurrence.recurs(twin.title) or _works.title_key_of(twin.title) is None
        recurring = recurring or (_of_body(twin) and recurrence.is_headline(twin.title))
        return at_one_address or (named and not recurring)
    if _is_address(one) and _is_address(other):
        return likeness.slip(normalise_url(one.said), normalise_url(other.said))
    digits = [re.findall(r"[0-9]+", word) for word in words]
    if len(digits[0]) == len(digits[1]) and digits[0] != digits[1]:
        pairs = [pair for pair in zip(*digits, strict=True) if pair[0] != pair[1]]
        same = re.sub(r"[0-9]+", "0", words[0]) == re.sub(r"[0-9]+", "0", words[1])
        return same and len(pairs) == 1 and likeness.slipped_number(*pairs[0])
    return _is_name(one, other) and len(one.word) > 4


def _may_recur(twin: Twin) -> bool:
    """Whether a body wrote it, which may do so again next year, and no number says which one it is."""
    numbers = [
        one.word for one in twin.tail if len(one.word) > 1 and one.word.isdigit() and not YEAR.fullmatch(one.word)
    ]
    return not numbers and _of_body(twin)


def _of_body(twin: Twin) -> bool:
    who = " ".join(token.said for token in twin.lead)
    return len(twin.lead) < 2 or _names.family(who) == who


def _is_address(token: Token) -> bool:
    return token.said.startswith(("http", "www"))


def _lead(text: str, end: int) -> tuple[Token, ...]:
    start = max(0, end - _BEFORE)
    words = text[start : end - 1] if text[end - 1 : end] in "\"“‘'" else text[start:end]
    words = _ROLE.sub(lambda role: " " * len(role[0]), words)
    bounds = list(_BOUND.finditer(words.rstrip()))
    low = bounds[-1].end() if bounds else 0
    names = _NAMES.search(words, low)
    if names is None:
        return ()
    signal = _SIGNAL.match(words[names.start() :])
    first = names.start() + (signal.end() if signal else 0)
    tokens = list(_tokens(words[first:], start + first))
    while tokens and tokens[0].said[:1].islower() and len(tokens[0].said) > 1:
        del tokens[0]
    return tuple(tokens)


def _tail(text: str, start: int) -> tuple[Token, ...]:
    words = text[start : start + _BEHIND]
    stop = _END.search(words)
    words = words[: stop.start()] if stop else words
    pointed = _POINTED.search(words)
    words = words[: pointed.start()] if pointed else words
    depth = 0
    for sign in _BRACKET.finditer(words):
        depth += 1 if sign[0] == "(" else -1
        if depth < 0:
            words = words[: sign.start()]
            break
    words = _BARE.sub("", words)
    inner = _INNER.search(words)
    if inner is None:
        return tuple(_tokens(words, start))
    first = inner.end(1)
    return (*_tokens(words[:first], start), *_tokens(words[inner.end() :], start + inner.end()))


def _tokens(words: str, start: int) -> Iterator[Token]:
    for found in _TOKEN.finditer(words):
        said = found[0].rstrip(".,;")
        word = said if "/" in said else normalise_title(said)
        if word:
            yield Token(said, word, Span(start + found.start(), start + found.start() + len(said)))
