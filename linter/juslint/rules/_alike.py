"""Two citations, anywhere in sentences, notes or list items, word for word alike but for one word or part.

No family need have read them and no title need be marked. A citation is what two units of text (a sentence, a note, a
list item) have in common around a difference: it begins where the units part or where one begins, and ends at the page
that is meant or where prose goes on. Whether the difference is a slip is for `_unlike` to say.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from juslint.document import Span
from juslint.knowledge import normalise_title
from juslint.sought import GAP, Sought

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from juslint.rules import Context

_LEAST, _SHARED = 7, 6  # words of a unit; words that two citations share
_LETTERS = 30  # characters in the words that they share
_LONGEST = 160  # words of a unit
_SEED = 4  # words that must follow one another in both
_FORMS = 8  # different units under one seed that are compared
_PART = 4  # words of a publisher
_DATED = re.compile(r"\b(?:1[89]|20)[0-9]{2}\b|https?://")
_CUT = Sought(
    r"\n\s*\n|;\s"
    r"|^[ \t]*(?:\[\^?\w{1,5}\]:?|[0-9]{1,3}[.)]?|[\u00b9\u00b2\u00b3\u2070-\u2079]+)[ \t]+"
    r"(?=[A-Z\"“‘'*_\[@\u00c0-\u024f])"
    r"|(?<=[a-z0-9)\"”’/]{4})\.[\"”’]?\s+(?=[A-Z\"“‘\u00c0-\u024f])|[)\"”]\.\s+(?=[A-Z\"“‘\u00c0-\u024f])|(?<=[0-9])\.\n",
    rf"[\n;.]{GAP}|\.[\"”’]{GAP}|[)\"”]\.{GAP}|(?m:^)[ \t]*[\[0-9\x{{b9}}\x{{b2}}\x{{b3}}\x{{2070}}-\x{{2079}}]",
    re.MULTILINE,
)
_WORD = re.compile(r"https?://[^\s<>\"“”]+|www\.[^\s<>\"“”]+|[^\s,;:()\[\]\"“”‘’'<>*]+(?:['’][^\s,;:()\[\]\"“”‘’'*]+)*")
_NUMBER = re.compile(r"[0-9]|[ivxlc]+$")
_CLOSED = re.compile(r"[),:]")
_MARK = re.compile(r"[():\"“”]")
_POINTERS = frozenset("p pp at para paras sect section chap art annex note n nn paragraph".split())  # noqa: SIM905
_OWNER = re.compile(r"['\u2019]s?$")  # Cerrato's "Title", and Cerrato, "Title"
_OF = frozenset({"of", "for", "on", "to", "against", "with", "from", "concerning", "relating"})
_ACCESS = frozenset("accessed visited consulted last retrieved emphasis".split())  # noqa: SIM905
_NEAR = 24  # units that a unit is compared with: those that share most with it
_AGAIN = re.compile(r"re(?:print|issue|vise)|transl|orig|first|new")  # another printing of the same book
_SIGNALS = frozenset("see in cf compare also and but the a as according at by for per of".split())  # noqa: SIM905
_JOINING = frozenset("of and in on for the no vol volume number de des und et ed eds edn".split())  # noqa: SIM905


class Word(NamedTuple):
    """A word as it stands and as it is compared, where it stands, and what stands between it and the one before."""

    said: str
    word: str
    span: Span
    gap: str


class Unit(NamedTuple):
    """A sentence, note or list item that may hold a citation."""

    context: Context
    words: tuple[Word, ...]

    def form(self) -> tuple[str, ...]:
        """What is the same wherever nothing differs."""
        return tuple(one.word for one in self.words)


class Couple(NamedTuple):
    """Two citations: the shared words before the difference, what differs in each, the shared words behind."""

    before: tuple[Word, ...]
    one: tuple[Word, ...]
    other: tuple[Word, ...]
    behind: tuple[Word, ...]


def units(context: Context) -> Iterator[Unit]:
    """The units of a text that name a year or an address."""
    text = context.document.text
    cuts = [found.span() for found in _CUT.finditer(text)]
    for (_, low), (high, _) in itertools.pairwise([(0, 0), *cuts, (len(text), 0)]):
        if high - low < _LETTERS or not _DATED.search(text, low, high):
            continue
        if "\u00a9" in text[low:high]:
            continue
        words = tuple(itertools.islice(_words(text, low, high), _LONGEST))
        if len(words) >= _LEAST:
            yield Unit(context, words)


def couples(groups: Sequence[Sequence[Unit]]) -> Iterator[tuple[Sequence[Unit], Sequence[Unit], Couple]]:
    """What differs between groups of units that are the same within each group, the earlier group first."""
    seen: dict[int, list[int]] = defaultdict(list)
    cut: list[_Cut] = []
    for number, group in enumerate(groups):
        cut.append(_cut(group[0]))
        seeds = cut[number].places
        near = Counter(itertools.chain.from_iterable(seen[seed] for seed, places in seeds.items() for _ in places))
        for seed in seeds:
            if len(seen[seed]) < _FORMS:
                seen[seed].append(number)
        for other in sorted(other for other, _ in near.most_common(_NEAR)):
            for couple in _between(cut[other], cut[number]):
                yield groups[other], group, couple
    for group, own in zip(groups, cut, strict=True):
        for couple in _between(own, own):
            yield group[:1], group[:1], couple


class _Cut(NamedTuple):
    """The words of a unit, and where each few of them stand that follow one another: these by their hashes.

    Two that share a hash by chance are told apart when they are compared.
    """

    words: tuple[Word, ...]
    places: dict[int, list[int]]


def _cut(unit: Unit) -> _Cut:
    form = unit.form()
    places: dict[int, list[int]] = {}
    for at, seed in enumerate(zip(*(form[first:] for first in range(_SEED)), strict=False)):
        places.setdefault(hash(seed), []).append(at)
    return _Cut(unit.words, places)


def _between(one: _Cut, other: _Cut) -> Iterator[Couple]:
    """The couples of two units, or of one with itself."""
    left, right = one.words, other.words
    if one is other and (len(left) < 2 * _LEAST or len(one.places) == len(left) - _SEED + 1):
        return
    shared = one.places.keys() & other.places.keys()
    ends: dict[int, int] = {}  # where the last run ends, by how far it stands apart in the two
    for at, seed in sorted((place, each) for each in shared for place in other.places[each]):
        for start in one.places[seed][:3]:
            if (one is other and start >= at) or at < ends.get(start - at, 0):
                continue
            run = _run(left, right, start, at)
            ends[start - at] = run[1] + run[2]
            yield from _couples(left, right, run)


def _run(left: Sequence[Word], right: Sequence[Word], i: int, j: int) -> tuple[int, int, int]:
    """The longest run of the same words through two places: its start in each, and its length."""
    low = 0
    while i - low > 0 and j - low > 0 and left[i - low - 1].word == right[j - low - 1].word:
        low += 1
    return i - low, j - low, low + _same(left, right, i, j)


def _same(left: Sequence[Word], right: Sequence[Word], i: int, j: int) -> int:
    count = 0
    while i + count < len(left) and j + count < len(right) and left[i + count].word == right[j + count].word:
        count += 1
    return count


def _couples(left: Sequence[Word], right: Sequence[Word], run: tuple[int, int, int]) -> Iterator[Couple]:
    start, first, size = run
    size = _pointed(left, start, size)
    if size < _SEED:
        return
    end, last = start + size, first + size
    if _begins(left, start, right, first) and not _ends(left, end, right, last):
        for m, n in _sizes(left, end, right, last):
            more = _same(left, right, end + m, last + n)
            if not more and (m, n) != (1, 1):
                continue
            more = _pointed(left, end + m, more)
            if (m == n == 1 or more >= (1 if m == n else 2)) and _ends(left, end + m + more, right, last + n + more):
                behind = tuple(left[end + m : end + m + more])
                yield Couple(tuple(left[start:end]), tuple(left[end : end + m]), tuple(right[last : last + n]), behind)
                return
    if start and first and _ends(left, end, right, last) and not _begins(left, start, right, first):
        low = 0
        while min(start, first) - low > 1 and left[start - low - 2].word == right[first - low - 2].word:
            low += 1
        if _begins(left, start - low - 1, right, first - low - 1):
            before = tuple(left[start - low - 1 : start - 1])
            yield Couple(before, (left[start - 1],), (right[first - 1],), tuple(left[start:end]))


def _sizes(left: Sequence[Word], end: int, right: Sequence[Word], last: int) -> Iterator[tuple[int, int]]:
    """How many words differ: one, or all of one part of an imprint or title."""
    yield 1, 1
    for m in range(1, _part(left, end) + 1):
        for n in range(1, _part(right, last) + 1):
            if (m, n) != (1, 1):
                yield m, n


def _part(words: Sequence[Word], at: int) -> int:
    """How many words from a place on can be one part: no bracket, colon or quotation mark between them."""
    most = min(_PART, len(words) - 1 - at)
    return next((size for size in range(1, most) if _MARK.search(words[at + size].gap)), most)


def _pointed(words: Sequence[Word], start: int, size: int) -> int:
    """The size up to the page that is meant or the day of a visit."""
    for at in range(start, start + size):
        if _stops(words, at):
            return at - start
    return size


def _stops(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.word in _ACCESS:
        return True
    return word.word in _POINTERS and at + 1 < len(words) and words[at + 1].word[:1].isalnum() and _page(words[at + 1])


def _page(word: Word) -> bool:
    """Whether it is a page or paragraph that is meant; `A4` of a newspaper is where the article stands."""
    return _NUMBER.match(word.said) is not None


def _begins(left: Sequence[Word], i: int, right: Sequence[Word], j: int) -> bool:
    """Whether the shared words begin a citation in both, whatever stands before them."""
    if i == 0 or j == 0:
        return True
    one, other = left[i - 1], right[j - 1]
    if i > 1 and j > 1 and left[i - 2].word == right[j - 2].word and len(one.word) > 3:
        return False
    if _within(left, i) and _within(right, j):
        return False
    if {one.word, other.word} & _SIGNALS or one.said[0].islower() or other.said[0].islower():
        return True
    if one.said[0].isdigit() != other.said[0].isdigit():
        return True
    short = min(one.word, other.word, key=len)
    return len(short) == 1 and one.word[0] == other.word[0]


def _within(words: Sequence[Word], at: int) -> bool:
    """Whether a title goes on at a place, as behind `Law for` and `the Prosecution of`; not `a summary by`."""
    ahead = words[at - 2].said[0].isupper() if at > 1 else False
    joined = all(word.gap == " " for word in words[at - 1 : at + 1])
    return ahead and joined and words[at - 1].said in _OF


def _ends(left: Sequence[Word], i: int, right: Sequence[Word], j: int) -> bool:
    """Whether a citation ends before these places: with its unit, at a page, or in prose."""
    return _closed(left, i) or _closed(right, j)


def _closed(words: Sequence[Word], at: int) -> bool:
    if at >= len(words) or _stops(words, at):
        return True
    word = words[at]
    if word.said[0].islower() and word.word.isalpha():
        if _AGAIN.match(word.word):
            return False
        return word.word not in _JOINING and not word.gap.strip(' \n.)]"”,')
    if word.said[0].isdigit() and not word.word.startswith(("19", "20", "18")):
        named = at + 1 < len(words) and words[at + 1].said[0].isupper() and words[at + 1].gap == " "
        return _CLOSED.search(word.gap) is not None and _page(word) and not named  # not: (1997) 8 EJIL; 5 May
    return False


def _words(text: str, low: int, high: int) -> Iterator[Word]:
    last = low
    for found in _WORD.finditer(text, low, high):
        raw = found[0]
        said, word = _read(raw)
        if word:
            start = found.start() + raw.index(said)
            gap, last = text[last:start], start + len(said)
            yield Word(said, word, Span(start, last), gap)


@lru_cache(maxsize=50_000)
def _read(raw: str) -> tuple[str, str]:
    """A word without the signs around it, and as it is compared."""
    said = raw.rstrip(".,;)_").lstrip("_")
    return said, said if "/" in said else normalise_title(_OWNER.sub("", said))


def grouped(found: Iterable[Unit]) -> list[list[Unit]]:
    """Units that are word for word the same, together."""
    groups: dict[tuple[str, ...], list[Unit]] = {}
    for unit in found:
        groups.setdefault(unit.form(), []).append(unit)
    return list(groups.values())
