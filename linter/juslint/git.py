"""What git knows of a checkout: which lines changed since a revision, and what files were at one.

Git is only asked to read. Paths come between NUL bytes, so that any name is safe; nothing that a checkout holds is run:
no hooks, no external diff, no text conversion, no file-system monitor.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SAFE = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false")
_DIFF = ("diff", "--no-ext-diff", "--no-textconv", "--no-color", "--no-relative", "--ignore-submodules", "-M")
_HUNK = re.compile(rb"@@ -\d+(?:,(?P<gone>\d+))? \+(?P<first>\d+)(?:,(?P<come>\d+))? @@")
Lines = frozenset[int]


class GitError(Exception):
    """Why git cannot say it; the message is one line."""


def checkout(path: Path) -> Path:
    """The top folder of the checkout in which a file or folder lies. GitError where it lies in none."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - a link in a checkout is a file of that checkout
    top = next((folder for folder in (whole, *whole.parents) if (folder / ".git").exists()), None)
    if top is None:
        raise GitError(f"{path} is not in a git checkout")
    return top


def commit(top: Path, revision: str) -> str:
    """The commit that a revision (`main`, `HEAD~2`, `v1.0`) names. GitError where there is none."""
    try:
        out = _run(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except GitError as error:
        if error.args[0]:
            raise
        raise GitError(f"git knows no revision {revision!r} in {top}") from None
    return out.decode().strip()


class Changes:
    """The files of one checkout that differ from a revision, staged or not, and their changed lines."""

    def __init__(self, top: Path, revision: str) -> None:
        since = commit(top, revision)
        self._top = top
        self._tracked = {_path(top, name) for name in _names(_run(top, "ls-files", "-z"))}
        self._lines: dict[Path, Lines | None] = {}
        for name, whole in _numbers(_run(top, *_DIFF, "--numstat", "-z", since, "--")):
            self._lines[_path(top, name)] = None if whole or b"\n" in name else frozenset()
        prefixes = ("--src-prefix=a/", "--dst-prefix=b/")
        for name, lines in _hunks(_run(top, *_DIFF, "--unified=0", *prefixes, since, "--")):
            file = _path(top, name)
            if self._lines.get(file) is not None:
                self._lines[file] = lines

    def lines(self, path: Path) -> Lines | None:
        """The one-based lines of a file that changed; None: all of it, as of a file that git does not track."""
        whole = Path(os.path.abspath(path))  # noqa: PTH100 - as in `checkout`
        return self._lines.get(whole, frozenset()) if whole in self._tracked else None

    def touched(self, path: Path) -> bool:
        """Whether anything in a file changed, its name included."""
        whole = Path(os.path.abspath(path))  # noqa: PTH100 - as in `checkout`
        return whole not in self._tracked or whole in self._lines

    def gone(self) -> list[Path]:
        """Files that the revision has and the checkout has no more."""
        return sorted(file for file in self._lines if not file.exists())


def changes(paths: Iterable[Path], revision: str) -> dict[Path, Changes]:
    """The changes of every checkout in which one of the paths lies, by its top folder. GitError where one has none."""
    tops: dict[Path, None] = {}
    known: dict[Path, Path] = {}
    for path in paths:
        parent = path if path.is_dir() else path.parent
        if parent not in known:
            known[parent] = checkout(path)
        tops[known[parent]] = None
    return {top: Changes(top, revision) for top in tops}


def export(top: Path, revision: str, under: str, folder: Path) -> None:
    """Write the `.yaml` files that lie under a folder of the checkout at a revision into `folder`, as plain files.

    `under` is counted from the top, with slashes; empty for all.
    """
    below = ("--", f"{under}/") if under else ()
    listed = _names(_run(top, "ls-tree", "-r", "-z", "--full-tree", commit(top, revision), *below))
    blobs = [record.split(b"\t", 1) for record in listed]
    wanted = [
        (name, about.split()[2])
        for about, name in blobs
        if about.startswith(b"100") and name.endswith(b".yaml")  # plain files, no links
    ]
    answer = _run(top, "cat-file", "--batch", give=b"\n".join(blob for _, blob in wanted) + b"\n" if wanted else b"")
    position = 0
    for name, _ in wanted:
        begin = answer.index(b"\n", position) + 1
        end = begin + int(answer[position : begin - 1].split()[2])
        file = _path(folder, name.removeprefix(os.fsencode(f"{under}/" if under else "")))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(answer[begin:end])
        position = end + 1


def _run(top: Path, *arguments: str, give: bytes = b"") -> bytes:
    command = ("git", "-C", str(top), *_SAFE, *arguments)
    import subprocess  # noqa: PLC0415 - most runs ask git nothing

    try:
        done = subprocess.run(command, input=give, capture_output=True, check=False)  # noqa: S603 - no shell
    except OSError as error:
        raise GitError(f"git cannot be run: {error.strerror}") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitError(f"git: {said[0].removeprefix('fatal: ')}" if said else "")
    return done.stdout


def _path(top: Path, name: bytes) -> Path:
    return top / os.fsdecode(name)


def _names(out: bytes) -> list[bytes]:
    return [name for name in out.split(b"\0") if name]


def _numbers(out: bytes) -> Iterator[tuple[bytes, bool]]:
    """Paths of `--numstat -z`, of a renamed file the new one, each with whether it counts as binary."""
    fields = iter(out.split(b"\0"))
    for field in fields:
        if not field:
            continue
        counts, _, name = field.rpartition(b"\t")
        if not name:
            next(fields)
            name = next(fields)
        yield name, counts.startswith(b"-")


def _hunks(out: bytes) -> Iterator[tuple[bytes, Lines]]:
    """Paths and changed lines of a patch without context."""
    name: bytes | None = None
    lines: set[int] = set()
    skip = 0  # lines of a hunk: what they hold is no header, whatever it looks like
    for line in out.split(b"\n"):
        if skip:
            skip -= not line.startswith(b"\\")
            continue
        if line.startswith(b"diff --git "):
            if name is not None:
                yield name, frozenset(lines)
            name, lines = None, set()
        elif line.startswith(b"+++ b/"):
            name = line[6:].removesuffix(b"\t")
        else:
            found = _HUNK.match(line)
            if found:
                come = int(found["come"] or 1)
                skip = int(found["gone"] or 1) + come
                lines.update(range(int(found["first"]), int(found["first"]) + come))
    if name is not None:
        yield name, frozenset(lines)
