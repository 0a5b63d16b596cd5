"""Checks of bulk tables: order, the arithmetic of series, and whether what coverage claims is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from juslint.knowledge.faults import fault, impossible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from juslint.knowledge.faults import Fault, File
    from juslint.knowledge.yaml_tree import Node


def rows_of(file: File, name: str = "rows") -> list[tuple[Node, Any]]:
    """The rows of a file, each as node and plain value."""
    found = file.tree.at([name])
    return [(node, node.plain()) for node in found.value] if isinstance(found.value, list) else []


def resolutions(files: Sequence[File], running: bool) -> Iterator[Fault]:
    """The files of one series. `running`: its numbers never begin anew, so that numbers and days rise together."""
    number, day = 0, ""
    for file in sorted(files, key=lambda file: int(file.path.stem) if file.path.stem.isdigit() else 0):
        if not file.path.stem.isdigit():
            yield fault(file, file.tree, "place", f"the file is named by its year or session, not {file.path.stem!r}")
            continue
        if not running:
            number, day = 0, ""
        for node, row in rows_of(file):
            at = node.at(["number"])
            if row["number"] == number:
                yield fault(file, at, "duplicate-id", f"number {number} stands twice")
            elif row["number"] < number:
                yield fault(
                    file, at, "order", f"number {row['number']} stands after {number}: rows are in order of number"
                )
            number = max(number, row["number"])
            adopted = row.get("adopted")
            if adopted is None:
                continue
            yield from _adopted(file, node.at(["adopted"]), row, day, running)
            day = max(day, adopted) if not impossible(adopted) else day


def _adopted(file: File, at: Node, row: Any, before: str, running: bool) -> Iterator[Fault]:
    adopted = row["adopted"]
    if impossible(adopted):
        yield fault(file, at, "date", f"{adopted} is not in the calendar")
    elif running and adopted[:4] != file.path.stem:
        yield fault(file, at, "date", f"adopted {adopted}, but the file is of {file.path.stem}")
    elif running and adopted < before:
        yield fault(file, at, "date", f"number {row['number']} was adopted {adopted}, an earlier number {before}")


def coverage(body: File, position: int, series: Mapping[str, Any], files: Sequence[File]) -> Iterator[Fault]:
    """Whether a series holds every number that its body says it holds."""
    claim = series["coverage"]
    node = body.tree.at(["series", position, "coverage"])
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


def sessions(file: File) -> Iterator[Fault]:
    """Sessions in order, and years that the General Assembly's arithmetic allows: the Nth opens in 1945 + N."""
    for group in ("regular", "special", "emergency"):
        for position, (node, row) in enumerate(rows_of(file, group), 1):
            if row["number"] != position:
                yield fault(
                    file, node.at(["number"]), "order", f"session {position} is expected here, not {row['number']}"
                )
            if group == "regular" and row.get("year", 1945 + row["number"]) != 1945 + row["number"]:
                message = f"session {row['number']} opens in {1945 + row['number']}, not {row['year']}"
                yield fault(file, node.at(["year"]), "date", message)
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
