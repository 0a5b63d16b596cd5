"""Places of a text that give a year to something, and what each says of what it is: a work, a law, a judgment.

`*The Price of Silence* (2017)`, `his article of 1993`, `signed at Hamburg in 1979`, `Princeton University Press, 1913`.
What a year is given to stands before it, back to the last other year; in an entry of a list, a note or a row of a table
it is all of that, as far as no other year stands between.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar, cast

from juslint.details.rarity import stem, tells
from juslint.details.tokens import TIMES
from juslint.details.words import ACCESS, COMMON, LOCATORS, SMALL
from juslint.details.years.cited_works import begins_with_author, is_inverted
from juslint.details.years.forms import GIVEN, form, is_bracketed, is_in_front
from juslint.knowledge import normalise_title
from juslint.words.states import STATES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from juslint.details.text import Details
    from juslint.details.tokens import Detail
    from juslint.document import Span

T = TypeVar("T")

_start = attrgetter("start")
_BEFORE, _BEHIND = 20, 8  # details in which it is said what a year is of
_ENTRY, _LINE, _SMALL = 45, 16, 0.5  # details of an entry, of a short line, and how many of its words are small
_NAMED, _OPENING = 10, 6  # details of an entry that name it, and of these the ones that may stand in brackets
_READ, _NUMBERS = 4, 4  # details before a day of access, and beside a year
_TITLE, _SHORT, _LATIN = 8, 2, "\u024f"  # letters of a title, and of a short name that says nothing; the last Latin one
_SENTENCE = re.compile(r"[.?!][)\"\u201d\u2019]?\s")
_STOP = re.compile(r"[.;)]")
_STOP_OR_BRACKET = re.compile(r"[.;()]")
_ABOUT, _ABOUT_WORK = frozenset({"review", "translation"}), 20  # what is about a work, and in so many details of a year
_FINITE = frozenset("was were is are has have had did does he she they it".split())  # noqa: SIM905 - a line is no entry


@dataclass(eq=False)
class Told:
    """A year, or the day or month of one, with the words of what it is given to, by their beginnings.

    `listed` says whether that is a whole entry, note or row. `form` is how the year is given: `of`, `in`, `on`,
    `front`, `bracket`, `comma`, `listed`; empty where nothing is said to be of it, None where it surely is of something
    else. `named` are those of the words by which it is known: its author and title. `titles` are folded, `quoted` are
    those in quotation marks. `own` says whether the same year stands there again, as in an address or a symbol; `days`
    are all days and months there, and
    `behind` is the number of the detail right behind the last title before the year.
    """

    when: Detail
    segment: Sequence[Detail]
    listed: bool
    form: str | None
    words: Mapping[str, Detail]
    named: frozenset[str]
    titles: tuple[str, ...]
    quoted: frozenset[str]
    numbers: frozenset[str]
    days: frozenset[str]
    own: bool
    behind: int

    def __post_init__(self) -> None:
        self._made: dict[Callable[[Told], object], object] = {}
        self.year = self.when.value[:4]
        self.day = self.when.value[4:]  # as far as it is told: `-05-17`, `-05`

    def once(self, make: Callable[[Told], T]) -> T:
        """What `make`, a function of a module, says of this year; worked out once, whatever is compared with it."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("T", self._made[make])

    @cached_property
    def following_names(self) -> frozenset[tuple[str, str]]:
        """Each two telling words of which one is a name, and which follow one another, small words between aside."""
        found = set()
        last: Detail | None = None
        for one in self.segment:
            if one.value in SMALL and last is not None:
                continue
            told = says(one) and one.value not in GIVEN
            if last is not None and told and "name" in {one.kind, last.kind} and not _STOP_OR_BRACKET.search(one.gap):
                found.add((stem(last), stem(one)))
            last = one if told else None
        return frozenset(both for both in found if both[0] in self.words and both[1] in self.words)

    @cached_property
    def own_names(self) -> frozenset[str]:
        """Those of the words that are names which few bear, and begin no sentence."""
        names = (both for both in self.words.items() if both[1].kind == "name" and not is_common(both[1]))
        return frozenset(said for said, each in names if not begins_sentence(self.segment, each))

    @cached_property
    def is_about_work(self) -> bool:
        """Whether something is of a work, `review of`, near its year."""
        at = self.when.at
        near = self.segment[max(0, at - _ABOUT_WORK) : at + _ABOUT_WORK + 2]
        return any(
            one.value in _ABOUT and behind.value == "of" and abs(one.at - at) <= _ABOUT_WORK
            for one, behind in pairwise(near)
        )


def told(details: Details) -> Iterator[Told]:
    """All times that have a year, in the order of the text; those of segments in other languages aside."""
    quoted = frozenset(details.document.quotations)
    spans = sorted({*quoted, *details.document.emphases})
    starts = [span.start for span in spans]
    every: dict[int, list[Detail]] = defaultdict(list)  # by segment
    for one in chain.from_iterable(map(details.of, sorted(TIMES))):
        if one.value[:1] != "-":
            every[one.segment].append(one)
    for number in sorted(every):
        segment, times = details.segments[number], sorted(every[number], key=lambda one: one.at)
        if _is_of_other_script(segment):
            continue
        inside = spans[bisect_left(starts, segment[0].start - 2) : bisect_right(starts, segment[-1].start)]
        titled = bool(inside) and details.is_entry(number)  # a title of any language
        if details.is_foreign(number) and not titled:
            continue
        small = sum(one.value in SMALL for one in segment)
        said = any(one.value in _FINITE for one in segment)
        line = len(segment) <= _LINE and small <= _SMALL * len(segment) and not said
        entry = line or details.in_note[number] or details.is_entry(number) or begins_with_author(segment, inside)
        entry = entry or is_inverted(segment)
        listed = len(segment) <= _ENTRY and entry
        for one in times:
            ending = any(one.at < each.at and _ends_title(segment, one, each) for each in times)
            if not ending and not any(each.value in ACCESS for each in segment[max(0, one.at - _READ) : one.at]):
                yield _told(details, segment, one, {span: span in quoted for span in inside}, listed=listed)


def says(one: Detail) -> bool:
    """Whether it can say what a year is of: as elsewhere, and short names in capitals, as of a body or journal."""
    return tells(one) or one.kind == "code" or (one.kind == "name" and one.said.isupper() and len(one.said) > _SHORT)


def is_common(one: Detail) -> bool:
    """Whether a name is that of a State, a court or an office, which many things bear."""
    return _is_common(one.value)


@lru_cache(maxsize=20_000)
def _is_common(value: str) -> bool:
    return value in STATES or value in SMALL or all(part in COMMON for part in re.split(r"[ -]", value))


def begins_sentence(segment: Sequence[Detail], one: Detail) -> bool:
    """Whether a sentence begins with a detail, behind the mark of a note too."""
    at, gap = one.at, one.gap
    while at and segment[at - 1].said.isdigit() and not segment[at - 1].said.isascii():  # \u00b9
        at, gap = at - 1, segment[at - 1].gap + gap
    if not at or not one.said[:1].isupper() or not _SENTENCE.search(gap):
        return not at
    last = segment[at - 1]
    return last.kind not in {"name", "word"} or (last.kind == "word" and len(last.said) > _SHORT + 1)


def _is_of_other_script(segment: Sequence[Detail]) -> bool:
    words = [each.value for each in segment if each.kind in {"name", "word"}]
    return sum(value[:1] > _LATIN for value in words) * 2 > len(words)


def _told(
    details: Details, segment: Sequence[Detail], one: Detail, spans: Mapping[Span, bool], *, listed: bool
) -> Told:
    how = form(segment, one, listed=listed)
    listed = listed and how not in {"of", "in", "on", "front"}
    said = _subject(segment, one, spans, listed=listed)
    words: dict[str, Detail] = {}
    for each in sorted(said, key=lambda each: -abs(each.at - one.at)):  # the nearest place of each
        if says(each):
            words[stem(each)] = each
    near = [span for span in spans if said and said[0].start <= span.end and span.start <= said[-1].start]
    titles = {span: normalise_title(details.document.text[slice(*span)]) for span in near}
    titles = {span: title for span, title in titles.items() if len(title) >= _TITLE and " " in title}
    own = any(
        one.value[:4] in each.said
        and (each.kind in {"url", "code"} or (each.kind in {"year", "month", "range"} and each in said))
        for each in segment[max(0, one.at - _BEFORE) : one.at + _BEFORE + 1]
        if each.at != one.at
    )
    return Told(
        when=one,
        segment=segment,
        listed=listed,
        form=how,
        words=words,
        named=_named(segment, one, said, near[0].end if near else 0, listed=listed),
        titles=tuple(titles.values()),
        quoted=frozenset(title for span, title in titles.items() if spans[span]),
        numbers=_numbers(segment, one),
        days=frozenset(each.value[4:] for each in (*said, one) if each.kind in {"date", "month"}),
        own=own,
        behind=bisect_left(segment, max((span.end for span in titles if span.end <= one.start), default=0), key=_start),
    )


def _named(segment: Sequence[Detail], one: Detail, said: Sequence[Detail], end: int, *, listed: bool) -> frozenset[str]:
    """The words by which something is known: of an entry, those up to the end of its title, or the first ones."""
    if not listed:
        return frozenset(map(stem, said))
    found = {
        stem(each)
        for number, each in enumerate(said)
        if each.start < end or number < _OPENING or (number < _NAMED and not is_bracketed(segment, each))
    }
    if one.at and segment[one.at - 1].kind == "name" and one.gap in {" (", " "}:
        found.add(stem(segment[one.at - 1]))  # Morrison (2011), (Morrison 2011)
    return frozenset(found)


def _subject(segment: Sequence[Detail], one: Detail, spans: Iterable[Span], *, listed: bool) -> list[Detail]:
    """What stands before a year, in its sentence; of an entry, and of a year in front, what stands behind it too.

    A title counts as one detail: its author stands before it, however long it is. A year with which it ends is part of
    it: `The Massacre of 1984 (Nairobi, 2007)`.
    """
    before: list[Detail] = []
    inside = {each.at for span in spans for each in _within(segment, span)} if not listed else set()
    left = _ENTRY if listed else _BEFORE
    for each in reversed(segment[max(0, one.at - _ENTRY) : one.at]):
        left -= each.at not in inside
        if left < 0 or (_is_other(each, one) and not _ends_title(segment, each, one)):
            break
        before.append(each)
        if not listed and begins_sentence(segment, each):
            break
    return [*reversed(before), *_behind(segment, one, listed=listed)]


def _ends_title(segment: Sequence[Detail], each: Detail, one: Detail) -> bool:
    """Whether a year stands right before the bracket with place, publisher and another year."""
    imprint = segment[each.at + 1 : one.at]
    opened = bool(imprint) and imprint[0].kind == "name" and imprint[0].gap == " (" and imprint[-1].kind == "name"
    return opened and each.kind == "year" and "(" not in each.gap and not any(")" in named.gap for named in imprint[1:])


def _within(segment: Sequence[Detail], span: Span) -> Sequence[Detail]:
    """The details of a title, the first aside."""
    return segment[bisect_left(segment, span.start, key=_start) + 1 : bisect_left(segment, span.end, key=_start)]


def _behind(segment: Sequence[Detail], one: Detail, *, listed: bool) -> Iterator[Detail]:
    front = listed or one.at < _SHORT + 1 or is_in_front(segment, one)
    if not front and segment[one.at - 1].value != "of":
        return
    for each in segment[one.at + 1 : one.at + 1 + (_ENTRY if listed else _BEHIND)]:
        names = each.kind in {"name", "code"} or each.value in SMALL or each.value == "v"
        if _is_other(each, one) or (front and not listed and _STOP.search(each.gap)) or not (front or names):
            return  # the judgment of 5 June 2008, Manneh v. The Gambia, ordered
        yield each


def _is_other(each: Detail, one: Detail) -> bool:
    return each.kind in TIMES and each.value[:4] != one.value[:4]


def _numbers(segment: Sequence[Detail], one: Detail) -> frozenset[str]:
    """The numbers and symbols right beside a year, pages aside: of a volume, a report, a case."""
    found = set()
    for each in segment[max(0, one.at - _NUMBERS) : one.at + _NUMBERS]:
        paged = each.at and segment[each.at - 1].value in LOCATORS
        apart = each.at > one.at and ("," in each.gap or ".." in each.gap)
        if each.at != one.at and (each.kind == "code" or (each.kind == "number" and not paged and not apart)):
            found.add(each.value)
    return frozenset(found)
