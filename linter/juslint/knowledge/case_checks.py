"""Checks of the European Court's cases: order, dates, and documents that stand twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.knowledge.faults import fault, impossible
from juslint.knowledge.row_checks import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.knowledge.faults import Fault, File
    from juslint.knowledge.yaml_tree import Node

UNDATED = "undated"
FIRST_YEAR = 1955  # in which the first applications came in


def lodged(number: str) -> int:
    """The year in which an application came in: that of `40984/07` is 2007."""
    year = int(number[-2:])
    return year + (1900 if year >= FIRST_YEAR % 100 else 2000)


def documents(files: Sequence[File]) -> Iterator[Fault]:
    """The files of all years: each is of its year, each row in its order, each item of HUDOC once."""
    items: dict[int, str] = {}
    for file in files:
        before: tuple[str, int, int, int] = ("", 0, 0, 0)
        for node, row in rows_of(file):
            number = row["number"]
            here = (row.get("date", ""), lodged(number), int(number[:-3]), row.get("item", 0))
            if here < before:
                yield fault(file, node, "order", f"{number} stands too late: rows are in order of date and number")
            before = max(before, here)
            yield from _dated(file, node, row.get("date", ""), number)
            for name in {"item", "item-fr"} & row.keys():
                place = f"{file.path.stem}:{node.line} {name}"
                if items.setdefault(row[name], place) != place:
                    message = f"001-{row[name]} stands also at {items[row[name]]}"
                    yield fault(file, node.at([name]), "duplicate-id", message)
            if number in row.get("joined", ()):
                yield fault(file, node.at(["joined"]), "repetition", f"{number} is the row's own number")


def _dated(file: File, node: Node, date: str, number: str) -> Iterator[Fault]:
    if date and impossible(date):
        yield fault(file, node.at(["date"]), "date", f"{date} is not in the calendar")
    elif date and int(date[:4]) < lodged(number):
        yield fault(file, node.at(["date"]), "date", f"dated {date}, but application {number} came in later")
    if file.path.stem != (date[:4] or UNDATED):
        yield fault(file, node.at(["date"]), "place", f"this row belongs in {date[:4] or UNDATED}.yaml")


def states(file: File) -> Iterator[Fault]:
    """Respondent States in order of code, each once."""
    before = ""
    for node, row in rows_of(file):
        if row["code"] <= before:
            yield fault(file, node.at(["code"]), "order", f"{row['code']} stands after {before}")
        before = max(before, row["code"])
