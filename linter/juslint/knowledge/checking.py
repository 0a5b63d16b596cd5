"""The care for the knowledge base itself: `juslint kb check`.

Whatever part of a base is asked for, the whole base is read, for duplicates and series show only there; what is told
is told of the files that were asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from juslint import _data
from juslint.knowledge import consistency, index, schemas
from juslint.knowledge.faults import File
from juslint.knowledge.layout import KINDS, kind_of, place
from juslint.knowledge.yaml_tree import Damage, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


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


def check(paths: Sequence[Path] = ()) -> list[KbError]:
    """All errors of the files and folders named, in order of place; of the shipped base where none is named.

    FileNotFoundError where a path does not exist.
    """
    asked: dict[Path, Path] = {}
    errors: list[KbError] = []
    roots: dict[Path, None] = {}
    for path in _named(paths or [_data.data_folder("kb")]):
        whole = path.resolve()
        placed = place(whole)
        if placed is None or path.suffix != ".yaml":
            errors.append(_unplaced(path))
            continue
        asked[whole] = path
        roots[placed[0]] = None
    for root in roots:
        found = _base(root, asked)
        errors += [KbError(str(asked[file]), *place_and_words) for file, place_and_words in found if file in asked]
    return sorted(set(errors))


def _named(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            for file in sorted(path.rglob("*.y*ml")):
                if file.is_file() and not any(part.startswith(".") for part in file.relative_to(path).parts):
                    yield file
        elif path.is_file():
            yield path
        else:
            raise FileNotFoundError(f"{path}: no such file or folder")


def _unplaced(path: Path) -> KbError:
    places = ", ".join(kind.pattern for kind in KINDS)
    return KbError(str(path), 1, 1, "place", f"no kind of file lies here: the places are {places}")


def _base(root: Path, asked: Iterable[Path]) -> Iterator[tuple[Path, tuple[int, int, str, str]]]:
    """Errors of one base as file and (line, column, rule, message)."""
    files = {name for name, _ in index.files(root)}
    files |= {file.relative_to(root).as_posix() for file in asked if file.is_relative_to(root)}
    sound: list[File] = []
    for name in sorted(files):
        path = PurePosixPath(name)
        kind = kind_of(path)
        if kind is None:
            continue
        data = (root / name).read_bytes()
        if data.startswith(b"\xef\xbb\xbf"):
            yield (
                root / name,
                (1, 1, "encoding", "the file begins with a byte order mark: save it as UTF-8 without one"),
            )
        try:
            tree = read(data)
        except Damage as damage:
            yield root / name, (damage.line, damage.column, damage.rule, damage.message)
            continue
        malformed = list(schemas.errors(kind.name, tree))
        yield from ((root / name, (error.line, error.column, "schema", error.message)) for error in malformed)
        if not malformed:
            sound.append(File(path, kind, tree))
    for error in consistency.errors(sound, _inherited(root)):
        yield root / str(error.path), (error.line, error.column, error.rule, error.message)


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
