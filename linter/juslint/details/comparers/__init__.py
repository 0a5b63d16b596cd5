"""The ways to tell that one of two details is a slip of the other: one module each.

Each has `pairs(details)`, which yields the odd detail and its rival. One that holds in English alone, whose names
have one form, says `ENGLISH_ONLY = True`. Nothing else is edited to add one: modules are found by walking this folder.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from juslint.units import units

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from juslint.details.text import Details
    from juslint.details.tokens import Detail


def compare(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """What surely is a slip, with its rival, comparer by comparer in order of name."""
    for comparer in _comparers():
        if details.is_english or not getattr(comparer, "ENGLISH_ONLY", False):
            yield from comparer.pairs(details)


@cache
def _comparers() -> tuple[ModuleType, ...]:
    return tuple(units(__name__))
