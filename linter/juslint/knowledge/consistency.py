"""What a schema cannot see: whether the entries of a knowledge base agree with themselves and with each other."""

from __future__ import annotations

from collections import defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from juslint.knowledge import case_checks, collisions, entry_checks, parse_back, row_checks
from juslint.knowledge.compiling import comment_entries, entry_of, listed_entries, row_entries
from juslint.knowledge.faults import Fault, File, fault

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from juslint.knowledge.entry import Entry

_FACTS = {
    "symbols": row_checks.symbols,
    "sessions": row_checks.sessions,
    "agenda-items": row_checks.agenda,
    "meetings": row_checks.meetings,
    "respondents": case_checks.states,
}


def errors(
    files: Sequence[File], inherited: Mapping[str, tuple[str, str]], damaged: Collection[PurePosixPath] = ()
) -> Iterator[Fault]:
    """All faults of one base whose files are sound in form.

    `inherited`: folder of rows to numbering and id template, as other bases state them. `damaged`: files whose form is
    wrong; nothing is called missing that may stand in them.
    """
    folders: dict[str, list[File]] = defaultdict(list)
    authored: list[tuple[File, Entry]] = []
    rows: list[tuple[File, Entry]] = []
    cases: list[File] = []
    for file in files:
        if file.kind.name == "resolutions":
            folders[str(file.path.parent)].append(file)
        elif file.kind.name in ("general-comments", "treaties", "cases"):
            yield from _listed(file, rows)
        elif file.kind.name == "case-documents":
            cases.append(file)
        elif file.kind.name in _FACTS:
            yield from _FACTS[file.kind.name](file)
        else:
            authored.append((file, entry_of(file.path, file.kind, file.tree)))
    yield from case_checks.documents(cases)
    numbering = dict(inherited)
    for file, entry in authored:
        yield from entry_checks.errors(file, entry)
        yield from parse_back.authored(file, entry)
        yield from _coverage(file, entry, folders, {str(path.parent) for path in damaged})
        series = (one for one in entry.data.get("series", ()) if "folder" in one)
        numbering |= {one["folder"]: (one["numbering"], one["id"]) for one in series}
    unsure = any(path.parent == PurePosixPath("bodies") for path in damaged)
    for folder, members in folders.items():
        if folder in numbering or not unsure:
            yield from _rows(members, numbering.get(folder), rows)
    yield from collisions.errors(authored, rows)
    if not damaged:
        yield from _members(authored, {entry.id for _, entry in (*authored, *rows)})


def _listed(file: File, rows: list[tuple[File, Entry]]) -> Iterator[Fault]:
    """A file whose rows are named on their own; its entries are added to `rows`."""
    if file.kind.name == "general-comments":
        entries = list(comment_entries(file.path, file.kind, file.tree))
        yield from row_checks.comments(file)
        yield from parse_back.rows(file, [entry for entry in entries if "/" in entry.id])
    else:
        entries = list(listed_entries(file.path, file.kind, file.tree))
        yield from row_checks.listed(file)
        if file.kind.family != "treaty":
            yield from parse_back.rows(file, entries)
    rows += [(file, entry) for entry in entries]


def _coverage(
    file: File, entry: Entry, folders: Mapping[str, Sequence[File]], damaged: Collection[str]
) -> Iterator[Fault]:
    for position, series in enumerate(entry.data.get("series", ())):
        if "coverage" in series and series.get("folder") not in damaged:
            yield from row_checks.coverage(file, position, series, folders.get(series.get("folder", ""), ()))


def _rows(members: Sequence[File], series: tuple[str, str] | None, rows: list[tuple[File, Entry]]) -> Iterator[Fault]:
    """The files of one series; their entries are added to `rows`."""
    if series is None:
        folder = members[0].path.parent
        yield fault(members[0], members[0].tree, "place", f"no series of a body in bodies/ names the folder {folder}")
        return
    numbering, template = series
    yield from row_checks.resolutions(members, numbering)
    for file in members:
        if row_checks.is_named(file, numbering):
            entries = [entry for _, _, entry in row_entries(file.path, file.kind, file.tree, template)]
            rows += [(file, entry) for entry in entries]
            yield from parse_back.rows(file, entries)


def _members(authored: Sequence[tuple[File, Entry]], known: set[str]) -> Iterator[Fault]:
    for file, entry in authored:
        for position, member in enumerate(entry.data.get("members", ())):
            if member not in known:
                yield fault(file, file.tree.at(["members", position]), "unknown-id", f"no entry has the id {member!r}")
