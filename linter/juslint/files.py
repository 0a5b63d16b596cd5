"""Which files a command line names: files, folders, patterns."""

from __future__ import annotations

import glob
import os
import stat
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

from juslint.config import matches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from juslint.config import Settings

STDIN = "-"
_PACKAGES = {"node_modules", "site-packages", "__pycache__"}


def expand(
    paths: Sequence[str], suffixes: Callable[[], frozenset[str]], settings: Settings
) -> tuple[list[str], list[tuple[str, str]]]:
    """The files to read, each once, in order of naming and of name; and what could not be looked into (path, why).

    A folder stands for the files below it with one of the `suffixes` (lower case, with the dot); what is hidden, what
    package managers have put there, and what the settings exclude are left out. A file named by itself is always read.
    `-` is standard input.
    """
    files: dict[str, str] = {}
    failed: list[tuple[str, str]] = []
    for path in paths:
        for named in _globbed(path):
            if named != STDIN and Path(named).is_dir():
                found = list(_below(named, suffixes(), settings, failed))
            else:
                found = [named]
            for file in found:
                files.setdefault(file if file == STDIN else os.path.realpath(file), file)
    return list(files.values()), failed


def _globbed(path: str) -> list[str]:
    """The pattern's files, where `path` is one that the shell left as it was; else the path itself."""
    if path == STDIN or os.path.lexists(path) or not glob.has_magic(path):
        return [path if path == STDIN else str(Path(path))]
    return sorted(file for file in _matching(path) if not _never_ends(Path(file))) or [path]


def _matching(pattern: str) -> Iterator[str]:
    """What a pattern matches. `**` does not go through links to folders, as those in a circle never end."""
    parts = Path(pattern).parts
    if "**" not in parts:
        yield from glob.iglob(pattern)  # noqa: PTH207 - the pattern may be absolute
        return
    first = parts.index("**")
    for root in glob.iglob(str(Path(*parts[:first]))) if first else [""]:  # noqa: PTH207
        for here, folders, names in os.walk(root or os.curdir):
            above = Path(os.path.relpath(here, root or os.curdir)).parts
            folders[:] = [name for name in folders if not os.path.islink(os.path.join(here, name))]  # noqa: PTH114, PTH118
            for name in (*names, *(folders if parts[-1] != "**" else ())):
                if _fits((*above, name), parts[first:]):
                    yield os.path.join(root, *above, name)  # noqa: PTH118 - as it was written


def _fits(names: Sequence[str], pattern: Sequence[str]) -> bool:
    """Whether a way below a folder is one that a pattern means; what is hidden only where the pattern says so."""
    ends = {0}  # how many names the pattern's beginning takes
    for part in pattern:
        if part == "**":
            hidden = [at for at, name in enumerate(names) if name.startswith(".")]
            ends = {end for at in ends for end in range(at, next((h for h in hidden if h >= at), len(names)) + 1)}
        else:
            ends = {
                at + 1
                for at in ends
                if at < len(names)
                and (part.startswith(".") or not names[at].startswith("."))
                and fnmatch(names[at], part)
            }
    return len(names) in ends


def _below(folder: str, suffixes: frozenset[str], settings: Settings, failed: list[tuple[str, str]]) -> Iterator[str]:
    def fail(error: OSError) -> None:
        failed.append((str(Path(error.filename)), error.strerror or str(error)))

    for here, folders, names in os.walk(folder, onerror=fail):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and not _is_of_packages(Path(here, name))
            and not _excluded(Path(here, name), settings)
        )
        for name in sorted(names):
            file = Path(here, name)
            if file.suffix.lower() not in suffixes or name.startswith(".") or _excluded(file, settings):
                continue
            if not _never_ends(file):
                yield str(file)


def _is_of_packages(folder: Path) -> bool:
    return folder.name in _PACKAGES or os.path.isfile(folder / "pyvenv.cfg")  # noqa: PTH113 - raises nothing


def _never_ends(file: Path) -> bool:
    """Whether a name in a folder is that of a pipe, socket or device, which would be waited for; not of a dead link."""
    try:
        mode = file.stat().st_mode
    except OSError:
        return False  # the reader says what is wrong with it
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _excluded(path: Path, settings: Settings) -> bool:
    config = settings.for_path(str(path))
    return any(matches(pattern, path, config.folder) for pattern in config.exclude)
