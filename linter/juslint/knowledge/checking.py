"""The care for the knowledge base itself: `juslint kb check`.

Whatever part of a base is asked for, the whole base is read, for duplicates and series show only there; what is told
is told of the files that were asked for.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from juslint import _data
from juslint.knowledge import consistency, file_checks, index, schemas
from juslint.knowledge.faults import File
from juslint.knowledge.layout import KINDS, kind_of, place
from juslint.knowledge.yaml_tree import content, read_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from juslint.knowledge.file_checks import Place

_OTHERS = (".md", ".toml")  # what may lie beside the files of a base


@dataclass(frozen=True, slots=True, order=True)
class KbError:
    """One thing that is wrong in one file; line and column are one-based, columns in code points."""

    path: str
    line: int
    column: int
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column} {self.rule} {self.message}"


def check(paths: Sequence[Path] = (), since: str | None = None) -> list[KbError]:
    """All errors of the files and folders named, in order of place; of the shipped base where none is named.

    `since`: a git revision; only files that differ from it are asked for. FileNotFoundError where a path does not
    exist, GitError where git cannot say what changed.
    """
    asked: dict[Path, Path] = {}
    errors: list[KbError] = []
    roots: dict[Path, None] = {}
    for path in named(paths or [_data.data_folder("kb")], since):
        wrong = file_checks.misplaced(path)
        if wrong is not None:
            errors.append(KbError(str(path), *wrong))
        whole = Path(os.path.realpath(path))  # pathlib raises no OSError of links in a circle
        placed = place(whole)
        if placed is not None and path.suffix == ".yaml":
            asked[whole] = path
            roots[placed[0]] = None
    for root in roots:
        found = _base(root, asked)
        errors += [KbError(str(asked[file]), *place_and_words) for file, place_and_words in found if file in asked]
    return sorted(set(errors))


def named(paths: Iterable[Path], since: str | None = None) -> list[Path]:
    """The files that paths name: of a folder all that lie where a knowledge base has files, hidden ones aside.

    Errors as `check` has them.
    """
    paths = tuple(paths)
    files = [file for path in paths for file in _below(path)]
    if since is None:
        return files
    from juslint import git  # noqa: PLC0415 - only where it is asked for

    known = git.changes((*paths, *files), since)
    return [file for file in files if known[git.checkout(file)].touched(file)]


def _below(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        if not path.is_file():
            raise FileNotFoundError(f"{path}: no such file or folder")
        yield path
        return
    for file in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if hidden or (file.is_dir() and file.suffix != ".yaml"):
            continue
        if file.suffix in (".yaml", ".yml") or (file.suffix not in _OTHERS and _has_place(file)):
            yield file


def _has_place(file: Path) -> bool:
    """Whether a file of another name than `.yaml` lies where only files of that name lie."""
    return any(
        kind.holds(PurePosixPath(*file.with_suffix(".yaml").parts[-kind.depth :])) for kind in KINDS if kind.depth > 1
    )


def _base(root: Path, asked: Iterable[Path]) -> Iterator[tuple[Path, Place]]:
    """Errors of one base, each with its file."""
    files = {name for name, _ in index.files(root)}
    files |= {file.relative_to(root).as_posix() for file in asked if file.is_relative_to(root)}
    sound: list[File] = []
    damaged: set[PurePosixPath] = set()
    for name in sorted(files):
        path = PurePosixPath(name)
        kind = kind_of(path)
        if kind is None:
            continue
        try:
            data = content(root / name)
        except OSError as error:
            damaged.add(path)
            yield root / name, (1, 1, "unreadable", f"the file cannot be read: {error.strerror}")
            continue
        yield from ((root / name, found) for found in file_checks.bytes_of(data))
        tree, damages = read_all(data)
        yield from ((root / name, (one.line, one.column, one.rule, one.message)) for one in damages)
        told = {(one.line, one.column) for one in damages}
        malformed = [] if tree is None else [e for e in schemas.errors(kind.name, tree) if e[:2] not in told]
        yield from ((root / name, (error.line, error.column, "schema", error.message)) for error in malformed)
        yield from ((root / name, found) for found in file_checks.values(data, tree))
        if tree is None or malformed or damages:
            damaged.add(path)
        else:
            sound.append(File(path, kind, tree))
    for fault in consistency.errors(sound, _inherited(root), damaged):
        yield root / str(fault.path), (fault.line, fault.column, fault.rule, fault.message)


def _inherited(root: Path) -> dict[str, tuple[str, str]]:
    """How the shipped base names rows, for a base of the user's own that only adds some."""
    if root == _data.data_folder("kb").resolve():
        return {}
    from juslint.knowledge.base import Knowledge  # noqa: PLC0415 - only for bases other than the shipped one
    from juslint.knowledge.series import KnowledgeError  # noqa: PLC0415

    try:
        return Knowledge.open().row_folders()
    except KnowledgeError:
        return {}
