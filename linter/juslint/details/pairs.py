"""Two details of a text that may be one, differently written: like values, or other values in the same surroundings.

Of the two, the odd one is said once in the whole text. What speaks for one thing is what both surroundings share that
the text hardly says elsewhere; what speaks against it is another date, symbol, address or page range in each of them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from juslint.dates import MONTH_WORDS
from juslint.details.words import COMMON, SMALL
from juslint.words.states import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_SHUNNED = SMALL | COMMON | MONTH_WORDS | STATES
STRONG = ("date", "code", "url", "range", "ordinal", "month")
_RARE = 5  # segments that say what ties two of them
_SIDE = 18  # details on either side that are looked at
_CLOSE = 8  # details on either side that tell apart
_NEARBY = 12  # details between a detail and what ties it
_RUN = 12  # neighbours that are compared
_LONG = 6  # letters of a name that is compared with others that begin alike
_BUCKET = 12  # like values that are compared
_REPEATED = 40  # places of a detail that the other is compared with
_MOST, _MORE = 8_000, 2  # pairs of one kind that a text is looked at for, and further ones for each of its segments


class Pair:
    """A detail that is said once, and another one that it may be a slip of, with what their surroundings share."""

    def __init__(self, details: Details, odd: Detail, rival: Detail) -> None:
        self.details, self.odd, self.rival = details, odd, rival
        self.left, self.right = details.segments[odd.segment], details.segments[rival.segment]

    @property
    def sides(self) -> tuple[tuple[list[Detail], Detail], tuple[list[Detail], Detail]]:
        """Each with its segment."""
        return (self.left, self.odd), (self.right, self.rival)

    @cached_property
    def before(self) -> list[Detail]:
        """The same details right before both, in order."""
        end, other = front(self.left, self.odd), front(self.right, self.rival)
        size, most = 0, min(_RUN, end, other)
        while size < most and self.left[end - 1 - size].value == self.right[other - 1 - size].value:
            size += 1
        return self.left[end - size : end]

    @cached_property
    def behind(self) -> list[Detail]:
        """The same details right behind both."""
        start, other = self.odd.at + 1, self.rival.at + 1
        size, most = 0, min(_RUN, len(self.left) - start, len(self.right) - other)
        while size < most and self.left[start + size].value == self.right[other + size].value:
            size += 1
        return self.left[start : start + size]

    @property
    def touches(self) -> bool:
        """Whether there is something `before` or `behind`: most pairs have neither, and this is told soon."""
        start, other = self.odd.at + 1, self.rival.at + 1
        if start < len(self.left) and other < len(self.right) and self.left[start].value == self.right[other].value:
            return True
        end, other = front(self.left, self.odd), front(self.right, self.rival)
        return bool(end and other) and self.left[end - 1].value == self.right[other - 1].value

    def is_framed(self, least: int) -> bool:
        """Whether so many details, no more than `_RUN`, are the same `before` and `behind` together: told soon."""
        left, right = self.left, self.right
        size, at, other = 0, self.odd.at + 1, self.rival.at + 1
        most = min(least, len(left) - at, len(right) - other)
        while size < most and left[at + size].value == right[other + size].value:
            size += 1
        if size >= least:
            return True
        at, other = front(left, self.odd), front(right, self.rival)
        most = min(at, other)
        while size < least and most and left[at - 1].value == right[other - 1].value:
            size, at, other, most = size + 1, at - 1, other - 1, most - 1
        return size >= least

    @cached_property
    def _around(self) -> tuple[dict[tuple[str, str], Detail], dict[tuple[str, str], Detail]]:
        ours = self.left[max(0, self.odd.at - _SIDE) : self.odd.at + _SIDE + 1]
        theirs = self.right[max(0, self.rival.at - _SIDE) : self.rival.at + _SIDE + 1]
        return (
            {one.key: one for one in reversed(ours) if one is not self.odd},
            {one.key: one for one in reversed(theirs) if one is not self.rival},
        )

    @cached_property
    def _common(self) -> dict[tuple[str, str], int]:
        """What both surroundings have, and how far from the two details it stands."""
        ours, theirs = self._around
        told = self.details.told
        noted = (told[self.odd.segment] & theirs.keys()) | (told[self.rival.segment] & ours.keys())
        found = {} if self.linked else {key: _NEARBY for key in noted if key[0] in {"code", "url"}}
        for key in ours.keys() & theirs.keys():
            found[key] = max(abs(ours[key].at - self.odd.at), abs(theirs[key].at - self.rival.at))
        return {key: found[key] for key in sorted(found)}

    @cached_property
    def shared(self) -> float:
        """The weight of the words that both surroundings have, by their nearness."""
        return self.details.surroundings.shared(self.odd, self.rival)

    @cached_property
    def strong(self) -> list[str]:
        """Dates, symbols and addresses that both surroundings have, and few others."""
        found = self._common.items()
        return [key[1] for key, far in found if key[0] in STRONG and self._rare(key) and far <= _NEARBY]

    @cached_property
    def names(self) -> list[str]:
        """Names that both surroundings have, and few others."""
        return [
            key[1]
            for key in self._common
            if key[0] == "name" and self._rare(key) and key[1] not in _SHUNNED and len(key[1]) > 1
        ]

    @cached_property
    def words(self) -> list[str]:
        """Long words that both surroundings have, and few others."""
        return [key[1] for key in self._common if key[0] == "word" and self._rare(key) and len(key[1]) > 4]

    @cached_property
    def years(self) -> list[str]:
        """Years and numbers that both have close by."""
        return [key[1] for key, far in self._common.items() if key[0] in {"year", "number"} and far <= _CLOSE]

    @cached_property
    def telling(self) -> list[Detail]:
        """Those of the same neighbours that say what is spoken of."""
        return [one for one in (*self.before, *self.behind) if self.tells(one)]

    @property
    def weight(self) -> float:
        """How much ties the two beside dates and symbols."""
        return len(self.names) + len(self.words) / 2

    @property
    def linked(self) -> bool:
        """Whether one stands in the note that the other's sentence calls, or to which the other's note points."""
        details, one, other = self.details, self.odd.segment, self.rival.segment
        apart = details.in_note[one] != details.in_note[other]
        pointed = (details.points[one] & details.notes[other]) | (details.points[other] & details.notes[one])
        return (apart and bool(details.notes[one] & details.notes[other])) or (
            bool(pointed) and details.in_note[one] and details.in_note[other]
        )

    @property
    def told_apart(self) -> bool:
        """Whether each stands close to a date, symbol, address, range or year that the other has not.

        The year of a day, which stands above it in a chronology, is no other one.
        """
        ours, theirs = (
            {key: one for key, one in around.items() if key[0] != "year" or key[1] != own.value[:4]}
            for around, own in zip(self._around, (self.odd, self.rival), strict=True)
        )
        for kind in (*STRONG, "year"):
            close = _CLOSE if kind != "year" else 6
            mine = any(
                key[0] == kind and key not in theirs and abs(one.at - self.odd.at) <= close for key, one in ours.items()
            )
            other = any(
                key[0] == kind and key not in ours and abs(one.at - self.rival.at) <= close
                for key, one in theirs.items()
            )
            if mine and other:
                return True
        return any(self._bound(kind) for kind in ("code", "date"))

    def tells(self, one: Detail) -> bool:
        """Whether a detail says what is spoken of."""
        if one.kind in {"name", "word"}:
            return self._rare(one.key) and len(one.value) > 3 and one.value not in SMALL | MONTH_WORDS
        return one.kind != "number" or len(one.value) > 1

    def _bound(self, kind: str) -> bool:
        """Whether right beside each stands another one, though both may be named further off, as in lists."""
        ours = {
            one.value
            for one in self.left[max(0, self.odd.at - 3) : self.odd.at + 4]
            if one.kind == kind and one is not self.odd
        }
        theirs = {
            one.value
            for one in self.right[max(0, self.rival.at - 3) : self.rival.at + 4]
            if one.kind == kind and one is not self.rival
        }
        return bool(ours and theirs and not ours & theirs)

    def _rare(self, key: tuple[str, str]) -> bool:
        return self.details.among[key] <= _RARE


def front(segment: list[Detail], one: Detail) -> int:
    """Where that ends which stands in front of a detail: of a name, of its initials; of a year, of the page meant."""
    at = one.at
    while one.kind == "name" and at and len(segment[at - 1].value) == 1 and segment[at].gap.strip("-") in {".", ". "}:
        at -= 1
    paged = one.kind == "year" and one.gap == " (" and at and segment[at - 1].kind in {"number", "range"}
    if paged and segment[at - 1].gap == ", ":
        at -= 1
    return at


def pairs(details: Details) -> Iterator[Pair]:
    """The pairs of a text that are worth a look: each odd detail with each place of the other.

    Names are compared in English alone, where each has one form. Of a text that is nothing but like values, the first
    few thousand pairs of each kind are looked at: real texts have two for each segment.
    """
    most = _MOST + _MORE * len(details.segments)
    looked: Counter[str] = Counter()
    for pair in _pairs(details):
        kind = pair.odd.kind
        if looked[kind] < most:
            looked[kind] += 1
            yield pair


def _pairs(details: Details) -> Iterator[Pair]:
    for kind, first, second in (*_alike(details), *_in_like_places(details)):
        one, other = sorted((details.places[kind, first], details.places[kind, second]), key=len)
        if len(other) > _REPEATED:
            continue
        if len(other) == 1 and one[0].start < other[0].start:
            one, other = other, one
        if kind == "code" and len(other) == 1 and _are_swapped(one[0], other[0]):
            yield Pair(details, one[0], other[0])
        apart = [rival for rival in other if _is_apart(details, one[0], rival)]
        if len(apart) == len(other) or (kind in {"date", "code"} and len(apart) > 1):  # one may be beside
            yield from (Pair(details, one[0], rival) for rival in other if rival.segment != one[0].segment)
            if (
                len(other) == 1 and other[0].segment != one[0].segment
            ):  # of two that are said once, either may be the odd one, and the later rather
                yield Pair(details, other[0], one[0])


def _are_swapped(one: Detail, other: Detail) -> bool:
    """Whether of two symbols of one sentence, not named in one breath, one has digits of the other swapped."""
    far = abs(one.at - other.at) >= _SIDE
    return one.segment == other.segment and far and sorted(one.value) == sorted(other.value)


def odd_one(details: Details, found: Sequence[Detail]) -> tuple[Detail, Detail] | None:
    """Of details of two values the one that stands once, with one of the others; of two that do, the later."""
    last = [one for one in found if one.value == found[-1].value]
    rest = [one for one in found if one.value != found[-1].value]
    odd, usual = (last, rest) if len(last) <= len(rest) else (rest, last)
    if len(odd) != 1 or len({one.value for one in rest}) != 1 or details.are_told_together(odd[0], usual[0]):
        return None
    return odd[0], usual[0]


def _is_apart(details: Details, one: Detail, other: Detail) -> bool:
    """Whether two are not named in one breath, or one after the other, as two things are; a name may be misspelt."""
    if one.kind == "name":
        return one.segment != other.segment or abs(one.at - other.at) > _CLOSE
    if one.kind == "date":  # one sentence may tell again of what the last one told
        return one.segment != other.segment and not details.are_listed_together(one, other)
    return not details.are_told_together(one, other)


def _alike(details: Details) -> Iterator[tuple[str, str, str]]:
    """Pairs of values that have most of their signs in common."""
    near: dict[str | tuple[str, str], list[str]] = defaultdict(list)  # by a key; of no name, with its kind
    for kind, value in details.places:
        if kind == "name":
            for key in _name_keys(value) if details.is_english else ():
                near[key].append(value)
        elif kind != "word":
            for key in _keys(kind, value):
                near[kind, key].append(value)
    like = ((key, values) for key, values in near.items() if len(values) > 1)
    yield from _couples(details, (("name" if isinstance(key, str) else key[0], values) for key, values in like))


def _in_like_places(details: Details) -> Iterator[tuple[str, str, str]]:
    """Pairs of values that have the same two neighbours."""
    found: dict[tuple[str, int, str, str], list[str]] = defaultdict(list)
    kinds = {"number", "year", "range", "ordinal", *(("name",) if details.is_english else ())}
    among = details.among  # a name beside another one that the text hardly says elsewhere is looked at for that alone
    for segment in details.segments:
        values = [one.value for one in segment]
        last = len(values) - 1
        for at, one in enumerate(segment):
            kind = one.kind
            if kind not in kinds:
                continue
            value = values[at]
            if 0 < at < last:
                found[kind, 0, values[at - 1], values[at + 1]].append(value)
            if at > 1:
                found[kind, 1, values[at - 2], values[at - 1]].append(value)
            if at < last:
                if at + 1 < last:
                    found[kind, 2, values[at + 1], values[at + 2]].append(value)
                behind = segment[at + 1]
                if among[behind.key] <= _RARE if kind == behind.kind == "name" else _is_volume(one, behind):
                    found[kind, 3, values[at + 1], ""].append(value)
            if at and kind == segment[at - 1].kind == "name" and among[segment[at - 1].key] <= _RARE:
                found[kind, 4, values[at - 1], ""].append(value)
    yield from _couples(details, ((kind, values) for (kind, *_), values in found.items() if len(values) > 1))


def _is_volume(one: Detail, behind: Detail) -> bool:
    return one.kind == "number" and behind.kind == "year"


def _couples(details: Details, groups: Iterator[tuple[str, Sequence[str]]]) -> Iterator[tuple[str, str, str]]:
    """Each two of the values of a group of which the text says one but once."""
    seen: set[tuple[str, str, str]] = set()
    places = details.places
    for kind, values in groups:
        unique = list(dict.fromkeys(values))
        if not 2 <= len(unique) <= _BUCKET:
            continue
        once = [len(places[kind, value]) == 1 for value in unique]
        if True not in once:
            continue
        for number, first in enumerate(unique):
            for place, second in enumerate(unique[number + 1 :], number + 1):
                if not (once[number] or once[place]):
                    continue
                key = (kind, first, second) if first < second else (kind, second, first)
                if key not in seen:
                    seen.add(key)
                    yield key


@lru_cache(maxsize=8_000)
def _name_keys(value: str) -> tuple[str, ...]:
    return tuple(_keys("name", value))


def _keys(kind: str, value: str) -> Iterator[str]:
    """What two values share that differ by a slip."""
    if kind == "date":
        year, month, day = value.split("-")
        yield from (f"{year}-{month}", f"{year}--{day}", f"{month}-{day}")
        if day <= "12":  # 5 April, 4 May
            yield f"{year} {'-'.join(sorted((month, day)))}"
    elif kind == "month":
        yield from value.split("-")
    elif kind == "code":
        yield from (f"{value[: found.start()]}*{value[found.end() :]}" for found in re.finditer(r"[0-9]+", value))
    elif kind == "name" and len(value) > 3:
        yield value
        yield from (value[:at] + value[at + 1 :] for at in range(len(value)))
        yield f"{''.join(sorted(value))} "
        if len(value) > _LONG:
            yield f"{value[:3]} "
    elif kind == "range":
        first, last = value.split("-")
        yield from (f"{first}-", f"-{last}")
    elif kind == "ordinal" and len(value) > 3:
        yield f"{len(value)}{value[-2:]}"
        yield "".join(sorted(value))
    elif (kind == "number" and len(value) > 2) or kind == "year":
        yield "".join(sorted(value))
