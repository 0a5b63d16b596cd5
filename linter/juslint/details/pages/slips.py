"""How two pages, or two runs of pages, differ where one is the other with a slip.

A run may have another first or last page, or both are other ones in the same way: `pp. 44–46`, `pp. 54–56`.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from juslint.details.pages.places import PagePlace

_BUCKET = 12  # like pages of one kind
_PASSAGE = 0.4  # part of a run that is hardly a passage of it
_FINAL = frozenset({"last digit", "only digit"})  # in which pages of one passage differ


class Slip(NamedTuple):
    """The kind of slip, and where: in a `page`, in the `first` or `last` one of a run, or in `both`."""

    kind: str
    where: str


def kind_of_slip(one: int, other: int) -> str | None:
    """How two pages differ, where they differ by a slip."""
    left, right = str(one), str(other)
    if len(left) != len(right):
        return "digit more" if likeness.slip(left, right) else None
    if likeness.is_swapped(left, right):
        return "swapped"
    differing = [at for at, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    if len(differing) == 1:
        if differing[0] == len(left) - 1:
            return "last digit" if len(left) > 1 else "only digit"
        return "first digits of three" if len(left) > 2 else "first digits"
    return "mixed" if differing and sorted(left) == sorted(right) else None


def difference(one: PagePlace, other: PagePlace) -> Slip | None:
    """How two places differ; of a run that may be a passage of the other, and of two that follow one another, none."""
    if (one.last is None) != (other.last is None):
        return None
    first = kind_of_slip(one.first, other.first)
    if one.last is None or other.last is None:
        return Slip(first, "page") if first else None
    last = kind_of_slip(one.last, other.last)
    if one.first == other.first or one.last == other.last:
        slip, where = (last, "last") if one.first == other.first else (first, "first")
        return Slip(slip, where) if slip and (slip != "last digit" or part(one, other) >= _PASSAGE) else None
    both = first is not None and first not in _FINAL and (last is not None or _length(one) == _length(other))
    return Slip(first or "", "both") if both else None


def part(one: PagePlace, other: PagePlace) -> float:
    """How much of the longer run the shorter one is."""
    few, many = sorted((_length(one), _length(other)))
    return max(0.0, few / many) if many else 1.0


def _length(one: PagePlace) -> int:
    return (one.last or one.first) - one.first


def alike(pages: Iterable[PagePlace]) -> Iterator[tuple[PagePlace, PagePlace]]:
    """Pairs of pages that differ by a slip, the later first; of many like ones the first."""
    near: dict[tuple[object, ...], list[PagePlace]] = defaultdict(list)
    for one in pages:
        for key in _keys(one):
            if len(near[key]) < _BUCKET:
                near[key].append(one)
    seen = set()
    for same in near.values():
        for one, other in combinations(same, 2):
            key = one.detail.start, other.detail.start
            if key not in seen and difference(one, other):
                seen.add(key)
                yield other, one


def _keys(one: PagePlace) -> Iterator[tuple[object, ...]]:
    """Under which a page has one in common with each that differs from it by a slip."""
    if one.last is None:
        yield from _slips(one.first)
        return
    yield "first", one.first
    yield "last", one.last
    for key in _slips(one.first):
        yield "length", _length(one), key
    yield "mixed", *(("".join(sorted(str(page)))) for page in (one.first, one.last))


def _slips(page: int) -> Iterator[tuple[object, ...]]:
    said = str(page)
    yield "mixed", "".join(sorted(said))
    yield "more", said
    for at in range(len(said)):
        yield said[:at], said[at + 1 :]
        yield "more", said[:at] + said[at + 1 :]
