"""Checks of bulk tables: order, the arithmetic of series, and whether what coverage claims is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from juslint.knowledge import sessions as sessions_
from juslint.knowledge.faults import ahead, fault, impossible
from juslint.knowledge.symbols import Symbols

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from juslint.knowledge.faults import Fault, File
    from juslint.knowledge.yaml_tree import Node


_NATURAL = re.compile(r"([^0-9]*)([0-9]*)")


def rows_of(file: File, name: str = "rows") -> list[tuple[Node, Any]]:
    """The rows of a file, each as node and plain value."""
    found = file.tree.at([name])
    return [(node, node.plain()) for node in found.value] if isinstance(found.value, list) else []


def is_named(file: File, numbering: str) -> bool:
    """Whether a file of rows is named as its numbering asks: `1993`, or a session `21`, `S-6`, `ES-10`."""
    stem = file.path.stem
    return bool(sessions_.NAME.fullmatch(stem)) if "session" in numbering else stem.isdigit()


def resolutions(files: Sequence[File], numbering: str) -> Iterator[Fault]:
    """The files of one series. Where numbers never begin anew (`running`), numbers and days rise together."""
    here, day = (0, ""), ""
    for file in files:
        if not is_named(file, numbering):
            yield fault(file, file.tree, "place", f"the file is named by its year or session, not {file.path.stem!r}")
    running = numbering == "running"
    named = (file for file in files if is_named(file, numbering))
    for file in sorted(named, key=lambda file: sessions_.order(file.path.stem)):
        here, day = (here, day) if running else ((0, ""), "")
        allowed = _years(file, numbering)
        for node, row in rows_of(file):
            before, here = here, (row["number"], row.get("letter", ""))
            yield from _order(file, node, before, here)
            here = max(before, here)
            yield from _dates(file, node, row, allowed)
            adopted = row.get("adopted")
            if running and adopted and not impossible(adopted):
                if adopted < day:
                    message = f"number {row['number']} was adopted {adopted}, an earlier number {day}"
                    yield fault(file, node.at(["adopted"]), "date", message)
                day = max(day, adopted)


def _order(file: File, node: Node, before: tuple[int, str], here: tuple[int, str]) -> Iterator[Fault]:
    number, last = (f"{one[0]} {one[1]}".rstrip() for one in (here, before))
    if here == before:
        yield fault(file, node.at(["number"]), "duplicate-id", f"number {number} stands twice")
    elif here < before:
        message = f"number {number} stands after {last}: rows are in order of number"
        yield fault(file, node.at(["number"]), "order", message)


def _dates(file: File, node: Node, row: Any, allowed: tuple[int, int] | None) -> Iterator[Fault]:
    """Dates that are none, or are of another year than the file's."""
    for name in ("adopted", "cited-date"):
        date = row.get(name)
        if date is None:
            continue
        if impossible(date):
            yield fault(file, node.at([name]), "date", f"{date} is not in the calendar")
        elif ahead(date):
            yield fault(file, node.at([name]), "date", f"{date} has not come yet")
        elif allowed and not allowed[0] <= int(date[:4]) <= allowed[1]:
            yield fault(file, node.at([name]), "date", f"adopted {date}, but the file is of {file.path.stem}")


def _years(file: File, numbering: str) -> tuple[int, int] | None:
    """The years of which dates in a file can be. A session that numbers by year may begin late in the year before."""
    stem = file.path.stem
    if "session" in numbering:
        return sessions_.years(file.path.parts[1], stem)
    return int(stem) - (numbering == "year"), int(stem)


def comments(file: File) -> Iterator[Fault]:
    """General comments of one committee in order of number."""
    before = 0
    for node, row in rows_of(file):
        if row["number"] < before:
            yield fault(file, node.at(["number"]), "order", f"number {row['number']} stands after {before}")
        before = max(before, row["number"])


def listed(file: File) -> Iterator[Fault]:
    """Treaties or cases with an id in every row: each once, in natural order, on days that exist."""
    before: list[tuple[str, int]] = []
    for node, row in rows_of(file):
        here = [(text, int(digits or 0)) for text, digits in _NATURAL.findall(row["id"])]
        if here == before:
            yield fault(file, node.at(["id"]), "duplicate-id", f"{row['id']} stands twice")
        elif here < before:
            yield fault(file, node.at(["id"]), "order", f"{row['id']} stands too late: rows are in order of id")
        before = max(before, here)
        if "issued" in row and impossible(row["issued"]):
            yield fault(file, node.at(["issued"]), "date", f"{row['issued']} is not in the calendar")
        elif "issued" in row and ahead(row["issued"]):
            yield fault(file, node.at(["issued"]), "date", f"{row['issued']} has not come yet")


def meetings(file: File) -> Iterator[Fault]:
    """The meetings of each year, in order and without a number in two years."""
    year, last = 0, 0
    for node, row in rows_of(file):
        if row["year"] <= year:
            yield fault(
                file, node.at(["year"]), "order", f"{row['year']} stands after {year}: rows are in order of year"
            )
        if not last < row["first"] <= row["last"]:
            message = f"meetings {row['first']} to {row['last']} of {row['year']}, after {last} in the year before"
            yield fault(file, node.at(["first"]), "number", message)
        year, last = row["year"], row["last"]


def coverage(body: File, position: int, series: Mapping[str, Any], files: Sequence[File]) -> Iterator[Fault]:
    """Whether a series holds every number that its body says it holds."""
    claim = series["coverage"]
    node = body.tree.at(["series", position, "coverage"])
    if "complete" in claim:
        yield from _complete(body, node, claim["complete"], files)
        return
    unknown = set(claim.get("unknown", ()))
    rows = {row["number"]: row for file in files for _, row in rows_of(file)}
    missing = sorted(set(range(claim["first"], claim["last"] + 1)) - unknown - rows.keys())
    if missing:
        shown = ", ".join(map(str, missing[:5])) + (", …" if len(missing) > 5 else "")
        yield fault(
            body, node, "coverage", f"{len(missing)} of the numbers claimed have no row in {series['folder']}: {shown}"
        )
    for number in sorted(unknown & rows.keys()):
        yield fault(body, node.at(["unknown"]), "coverage", f"{number} is called unknown but has a row")
    last = rows.get(claim["last"], {}).get("adopted")
    if last and claim.get("through", last) < last:
        yield fault(body, node.at(["through"]), "coverage", f"number {claim['last']} was adopted later, on {last}")


def _complete(body: File, node: Node, parts: Sequence[int], files: Sequence[File]) -> Iterator[Fault]:
    """Whether the years or sessions that are called complete have every number from 1 to their highest."""
    have = {file.path.stem: {row["number"] for _, row in rows_of(file)} for file in files}
    for part in parts:
        numbers = have.get(str(part), set())
        missing = sorted(set(range(1, max(numbers, default=1) + 1)) - numbers)
        if missing:
            yield fault(
                body, node.at(["complete"]), "coverage", f"{part} is called complete, but has no row {missing[0]}"
            )


def sessions(file: File) -> Iterator[Fault]:
    """Sessions in order, and years that the arithmetic of the body's sessions allows."""
    body = file.path.parts[1]
    for group in ("regular", "special", "emergency"):
        for position, (node, row) in enumerate(rows_of(file, group), 1):
            if row["number"] != position:
                yield fault(
                    file, node.at(["number"]), "order", f"session {position} is expected here, not {row['number']}"
                )
            allowed = sessions_.years(body, str(row["number"])) if group == "regular" else None
            if allowed and row.get("year", allowed[0]) != allowed[0]:
                message = f"session {row['number']} opens in {allowed[0]}, not {row['year']}"
                yield fault(file, node.at(["year"]), "date", message)
            if row.get("first-number", 1) > row.get("last-number", row.get("first-number", 1)):
                yield fault(file, node.at(["first-number"]), "number", "the first number is above the last")
            opened = row.get("opened")
            if opened and (impossible(opened) or int(opened[:4]) != row.get("year", int(opened[:4]))):
                yield fault(
                    file, node.at(["opened"]), "date", f"opened {opened} does not fit the year {row.get('year')}"
                )


def agenda(file: File) -> Iterator[Fault]:
    """Agenda items in order of session and item, each once."""
    before = (0, 0)
    for node, row in rows_of(file):
        here = (row["session"], row["item"])
        if here == before:
            yield fault(file, node, "duplicate-id", f"item {here[1]} of session {here[0]} stands twice")
        elif here < before:
            yield fault(file, node, "order", "rows are in order of session and item")
        before = max(before, here)


def symbols(file: File) -> Iterator[Fault]:
    """Beginnings of symbols in order, each once, and each the longest that fits its examples."""
    rows = rows_of(file)
    table = Symbols({row["prefix"]: row for _, row in rows}, (), lambda _body, _session: None)
    before = ""
    for node, row in rows:
        prefix = row["prefix"]
        if prefix == before:
            yield fault(file, node.at(["prefix"]), "duplicate-id", f"{prefix} stands twice")
        elif prefix < before:
            yield fault(file, node.at(["prefix"]), "order", f"{prefix} stands after {before}: sort by prefix")
        before = prefix
        for position, example in enumerate(row.get("examples", ())):
            found = table.prefix_of(example)
            if found != prefix:
                message = f"{example} begins with {found}, not {prefix}" if found else f"{example} begins otherwise"
                yield fault(file, node.at(["examples", position]), "example", message)
