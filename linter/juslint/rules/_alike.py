"""Two citations, anywhere in sentences, notes or list items, word for word alike but for one word or part.

No family need have read them and no title need be marked. A citation is what two units of text (a sentence, a note, a
list item) have in common around a difference: it begins where the units part or where one begins, and ends at the page
that is meant or where prose goes on. Whether the difference is a slip is for `_unlike` to say.
"""

from __future__ import annotations

import heapq
import itertools
import re
from collections import OrderedDict
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from juslint.rules._cuts import SEED, Cut, seeds_of, telling
from juslint.rules._sentences import LEAST, LETTERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from juslint.rules._sentences import Unit, Word

SHARED = 6  # words that two citations share
_FORMS = 8  # different units under one seed that are compared
_PART = 4  # words of a publisher
_MANY = 4  # times that there are more seeds in all than shared ones, where these are sorted and not picked out
_AT_HAND = 2_000  # units whose words are kept while others are compared with them
_MARK = re.compile(r"[():\"“”]")
_OF = frozenset({"of", "for", "on", "to", "against", "with", "from", "concerning", "relating"})
_NEAR = 24  # units that a unit is compared with: those that share most with it
_SIGNALS = frozenset("see in cf compare also and but the a as according at by for per of".split())  # noqa: SIM905


class Couple(NamedTuple):
    """Two citations: the shared words before the difference, what differs in each, the shared words behind."""

    before: tuple[Word, ...]
    one: tuple[Word, ...]
    other: tuple[Word, ...]
    behind: tuple[Word, ...]


class Found(NamedTuple):
    """What differs between two groups of units that are the same within each group, the earlier group first."""

    first: Sequence[Unit]
    second: Sequence[Unit]
    couple: Couple


def couples(groups: Sequence[Sequence[Unit]], are_wanted: Callable[[Couple], bool]) -> list[Found]:
    """The wanted ones of what differs between groups, in the order of the later groups, and within groups.

    Those that are like one another are compared one after the other: what was cut is mostly at hand.
    """
    near, repeating = _near(groups)
    cut = _Cuts(groups)
    found: list[tuple[int, int, Couple]] = []
    for number in _by_likeness([best for best, _ in near]):
        for other in near[number][1]:
            between = _between(cut.of(other), cut.of(number))
            found += ((number, other, couple) for couple in between if are_wanted(couple))
    found.sort(key=itemgetter(0, 1))
    within: list[Found] = []
    for number in repeating:
        own = groups[number][:1]
        within += (Found(own, own, couple) for couple in _between(cut.of(number), cut.of(number)) if are_wanted(couple))
    return [*(Found(groups[other], groups[number], couple) for number, other, couple in found), *within]


def _by_likeness(best: Sequence[int | None]) -> Iterator[int]:
    """The numbers of all groups, each soon behind the earlier one that is most like it."""
    later: dict[int | None, list[int]] = {}
    for number in range(len(best) - 1, -1, -1):
        later.setdefault(best[number], []).append(number)
    stack = later.get(None, [])
    while stack:
        yield (number := stack.pop())
        stack += later.get(number, ())


def _near(groups: Sequence[Sequence[Unit]]) -> tuple[list[tuple[int | None, list[int]]], list[int]]:
    """By group the earlier one that has most in common with it, and all that it is compared with.

    Besides the groups that say some words twice.
    """
    seen = _Seen()
    near: list[tuple[int | None, list[int]]] = []
    repeating: list[int] = []
    for number, group in enumerate(groups):
        form = group[0].form
        seeds = seeds_of(form)
        near.append(seen.near(seeds.values()))
        seen.add(telling(form, seeds), number)
        if len(form) >= 2 * LEAST and len(set(seeds.values())) < len(seeds):
            repeating.append(number)
    return near, repeating


class _Cuts:
    """Where groups of units can be cut: of those that were asked for last."""

    def __init__(self, groups: Sequence[Sequence[Unit]]) -> None:
        self._groups = groups
        self._known: OrderedDict[int, Cut] = OrderedDict()

    def of(self, number: int) -> Cut:
        """Those of one group."""
        found = self._known.get(number)
        if found is not None:
            self._known.move_to_end(number)
            return found
        found = self._known[number] = Cut(self._groups[number][0])
        if len(self._known) > _AT_HAND:
            self._known.popitem(last=False)
        return found


class _Seen:
    """The numbers of the first groups in which a seed stands; of most seeds there is one, and no list is kept."""

    def __init__(self) -> None:
        self._groups: dict[int, int | list[int]] = {}

    def near(self, seeds: Iterable[int]) -> tuple[int | None, list[int]]:
        """The first of the groups that have most of the seeds, and the groups that have many, in their order."""
        found: dict[int, int] = {}
        for seed in seeds:
            same = self._groups.get(seed)
            if same is not None:
                for number in (same,) if isinstance(same, int) else same:
                    found[number] = found.get(number, 0) + 1
        if not found:
            return None, []
        many = found if len(found) <= _NEAR else heapq.nlargest(_NEAR, found, key=found.__getitem__)
        return max(found, key=found.__getitem__), sorted(many)

    def add(self, seeds: Iterable[int], number: int) -> None:
        """Say that a group has these seeds, each named once."""
        for seed in seeds:
            same = self._groups.setdefault(seed, number)
            if isinstance(same, list):
                if len(same) < _FORMS:
                    same.append(number)
            elif same != number:
                self._groups[seed] = [same, number]


def _between(one: Cut, other: Cut) -> Iterator[Couple]:
    """The couples of two units, or of one with itself."""
    left, right = one.form, other.form
    ends: dict[int, int] = {}  # where the last run ends, by how far it stands apart in the two
    places = one.places
    shared = places.keys() & other.places.keys()
    seeds: Iterable[int] = other.seeds
    if len(shared) * _MANY <= len(other.seeds):
        seeds = sorted(itertools.chain.from_iterable(map(other.places.__getitem__, shared)))
    told = 0  # where the last run ends, where all of it has but one place
    for at in seeds:
        if at < told or (seed := other.seeds[at]) not in shared:
            continue
        for start in places[seed][:3]:
            if (one is other and start >= at) or at < ends.get(start - at, 0):
                continue
            run = _run(left, right, start, at)
            ends[start - at] = run[1] + run[2]
            if one.is_plain:
                told = run[1] + run[2] - SEED + 1
            if _may_differ(one, other, run):
                yield from _couples(one, other, run)


def _run(left: Sequence[str], right: Sequence[str], i: int, j: int) -> tuple[int, int, int]:
    """The longest run of the same words through two places: its start in each, and its length."""
    low = 0
    while i - low > 0 and j - low > 0 and left[i - low - 1] == right[j - low - 1]:
        low += 1
    return i - low, j - low, low + _same(left, right, i, j)


def _same(left: Sequence[str], right: Sequence[str], i: int, j: int) -> int:
    """How many words are the same from two places on."""
    count = 0
    for one, other in zip(left[i:], right[j:], strict=False):
        if one != other:
            break
        count += 1
    return count


def _may_differ(one: Cut, other: Cut, run: tuple[int, int, int]) -> bool:
    """Whether enough words are the same around a difference at one end of a run for the two to be one citation.

    Most runs are a few common words; this is told without a look at the words as they stand.
    """
    start, first, size = run
    left, right = one.form, other.form
    end, last = start + size, first + size
    own = one.letters(start, end)
    if size >= SHARED and own >= LETTERS and one.is_dated(start, end + _PART) and not one.is_barred(start, end):
        return True
    ahead, there = left[end + 1 : end + _PART + 1], right[last + 1 : last + _PART + 1]
    for m, n in () if set(ahead).isdisjoint(there) else itertools.product(range(len(ahead)), range(len(there))):
        if ahead[m] == there[n]:
            more = _same(left, right, end + m + 1, last + n + 1)
            far = end + m + 1 + more
            enough = size + more >= SHARED and own + one.letters(far - more, far) >= LETTERS
            if enough and one.is_dated(start, far) and not one.is_barred(start, end):
                return True
    low = 0
    while min(start, first) - low > 1 and left[start - low - 2] == right[first - low - 2]:
        low += 1
    near = start - low - 1
    return near >= 0 and size + low >= SHARED and own + one.letters(near, start) >= LETTERS and one.is_dated(near, end)


def _couples(one: Cut, other: Cut, run: tuple[int, int, int]) -> Iterator[Couple]:
    start, first, size = run
    size = one.pointed(start, size)
    if size < SEED:
        return
    left, right = one.words, other.words
    end, last = start + size, first + size
    ends = one.closed(end) or other.closed(last)
    begins = _begins(left, start, right, first)
    if begins and not ends:
        for m, n in _sizes(left, end, right, last):
            more = _same(one.form, other.form, end + m, last + n)
            if not more and (m, n) != (1, 1):
                continue
            more = one.pointed(end + m, more)
            least = 1 if m == n else 2
            if (m == n == 1 or more >= least) and (one.closed(end + m + more) or other.closed(last + n + more)):
                behind = tuple(left[end + m : end + m + more])
                yield Couple(tuple(left[start:end]), tuple(left[end : end + m]), tuple(right[last : last + n]), behind)
                return
    if start and first and ends and not begins:
        low = 0
        while min(start, first) - low > 1 and one.form[start - low - 2] == other.form[first - low - 2]:
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
