"""Which running numbers of its Roman sessions the Economic and Social Council gave."""

from __future__ import annotations

from juslint.structure.bodies import by_stem
from juslint.structure.numerals import arabic

_LEEWAY = 150  # wide: the first numbers of its sessions are about right, and a number that may be its is no slip


def may_be_economic(number: int, session: str) -> bool:
    """Whether the Economic and Social Council may have given the number in its session of that name."""
    at = arabic(session)
    if at is None:
        return False
    running = (one for one in by_stem()["E"].series if one.kind == "resolution" and one.first_numbers)
    return number <= _LEEWAY or any(one.ran(number, at, _LEEWAY) for one in running)
