"""What a person types for a field, as the value that the schema of its kind wants there.

`2016` is a year where whole numbers may stand, `Jane Smith; John Brown` are two people or two names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.knowledge import new_sources, schemas
from juslint.knowledge.faults import ahead, impossible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.knowledge.yaml_writing import Value

_DATES = frozenset({"issued", "cited-date", "adopted"})


def value(text: str, name: str, kind: str, *, of_row: bool = False) -> Value:
    """The first reading of a text that the schema allows; the text itself where it allows none."""
    readings = (one for one in _readings(text) if schemas.wrong_value(kind, name, one, of_row=of_row) is None)
    return next(readings, text)


def fault(text: str, name: str, kind: str, *, of_row: bool = False) -> str | None:
    """What is wrong with a text as the value of a field, in one line; None where it will do."""
    found = value(text, name, kind, of_row=of_row)
    wrong = schemas.wrong_value(kind, name, found, of_row=of_row)
    if wrong is None and name in _DATES:
        if impossible(found):
            return f"{found} is not in the calendar"
        if ahead(found):
            return f"{found} has not come yet"
    return wrong


def several(text: str) -> tuple[str, ...]:
    """The texts of a list that is written with semicolons."""
    return tuple(one.strip() for one in text.split(";") if one.strip())


def _readings(text: str) -> Iterator[Value]:
    if text.isdecimal() and text.isascii():
        yield int(text)
    yield text
    yield [new_sources.person(one) for one in several(text)]
    yield list(several(text))
