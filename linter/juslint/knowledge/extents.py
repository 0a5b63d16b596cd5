"""Between which years a number falls, by the lowest and highest numbers of years that are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def between(extents: Sequence[tuple[int, int, int]], number: int) -> tuple[int | None, int | None]:
    """The years between which a number falls; `extents` are years with their lowest and highest known numbers."""
    return (
        max((year for year, low, _ in extents if low <= number), default=None),
        min((year for year, _, high in extents if high >= number), default=None),
    )


def widest(extents: Mapping[int, tuple[int, int]], last: int) -> dict[int, tuple[int, int | None]]:
    """For each year from the number after the year before to the number before the year after.

    Only years that begin inside coverage (up to number `last`) count; the last of them is open.
    """
    years = sorted(year for year, (low, _) in extents.items() if low <= last)
    out: dict[int, tuple[int, int | None]] = {}
    for position, year in enumerate(years):
        first = extents[years[position - 1]][1] + 1 if position else 1
        end = extents[years[position + 1]][0] - 1 if position + 1 < len(years) else None
        out[year] = (first, end)
    return out
