"""Which running numbers of its Roman sessions the Economic and Social Council gave."""

from __future__ import annotations

from juslint.knowledge.sessions import arabic

_ECONOMIC = (  # sessions of the Economic and Social Council, and about which number each began with
    (1, 1), (5, 99), (7, 118), (8, 183), (10, 265), (14, 400), (15, 461), (18, 505), (24, 641), (30, 755), (36, 957),
    (40, 1089), (43, 1227), (46, 1383), (48, 1461), (50, 1551), (52, 1626), (54, 1722), (56, 1807), (58, 1893),
    (60, 1976), (63, 2070),
)  # fmt: skip
_LEEWAY = 150


def may_be_economic(number: int, session: str) -> bool:
    """Whether the Economic and Social Council may have given the number in its session of that name."""
    try:
        written = arabic(session)
    except ValueError:
        return True
    if not written.isdigit():
        return False
    at = int(written)
    low = max((first for one, first in _ECONOMIC if one <= at), default=1)
    high = min((first for one, first in _ECONOMIC if one > at), default=2200)
    return low - _LEEWAY <= number <= high + _LEEWAY or number <= _LEEWAY
