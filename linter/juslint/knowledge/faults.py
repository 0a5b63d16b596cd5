"""What the checks of a knowledge base look at, and what they say."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import today

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from juslint.knowledge.layout import Kind
    from juslint.knowledge.yaml_tree import Node

_DAYS = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})(?:/(?P<last>\d{2}))?)?)?")


class File(NamedTuple):
    """One file of the base, sound in form; `path` begins at the top of the base."""

    path: PurePosixPath
    kind: Kind
    tree: Node


class Fault(NamedTuple):
    """One thing that is wrong; line and column are one-based."""

    path: PurePosixPath
    line: int
    column: int
    rule: str
    message: str


def fault(file: File, node: Node, rule: str, message: str) -> Fault:
    """A fault at a node of a file."""
    return Fault(file.path, node.line, node.column, rule, message)


def impossible(date: object) -> bool:
    """Whether a date of the schema's form (`1993-04-30`, `1993-04`, `1993`, `2016-10-18/19`) is not in the calendar."""
    found = _DAYS.fullmatch(str(date))
    if found is None:
        return True
    year, month, day, last = (int(part) if part else None for part in found.groups())
    try:
        first = datetime.date(year or 0, 1 if month is None else month, 1 if day is None else day)
        return last is not None and first.replace(day=last) <= first
    except ValueError:
        return True


def ahead(date: object) -> bool:
    """Whether a date of that form has not come yet. A near year or month may: imprints run ahead."""
    if impossible(date):
        return False
    year, month, day, _ = (int(part) if part else None for part in _DAYS.fullmatch(str(date)).groups())  # type: ignore[union-attr]
    slack = datetime.timedelta(days=1 if day else 366)  # somewhere it is tomorrow already
    return datetime.date(year or 1, month or 1, day or 1) - slack > today()
