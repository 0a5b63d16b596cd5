"""What decides, besides a text itself, what is found in it: this code, its grammars and libraries, the knowledge base.

Where any of it changes, everything that was remembered is of another name and is not found.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from juslint import __version__, _data

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.knowledge import Knowledge

FORMAT = "1"  # of the records
_LIBRARIES = ("google_re2-", "lark-", "lxml-", "markdown_it_py-", "rapidfuzz-")  # as their installed folders begin
_FRESH = 2_000_000_000  # nanoseconds, as the index of the knowledge base has it
_YEAR = datetime.datetime.now(tz=datetime.UTC).year  # some rules ask what may have happened by now


def identity(knowledge: Knowledge) -> bytes:
    """A digest of it."""
    digest = _of_code()
    for layer in knowledge.layers:  # in the order in which they win
        digest.update(b"\1")
        for path, content in layer.ask("SELECT path, hash FROM files ORDER BY path"):
            digest.update(f"{path}\0{content}\0".encode("utf-8", "surrogateescape"))
    return digest.digest()


def of_files(bases: Sequence[Path]) -> bytes | None:
    """A digest of the same, by the size and time of the files of the knowledge base: nothing is opened.

    `bases` are the user's own. None where one of its files was changed just now, and may be changed again within one
    tick of the clock, or where a folder cannot be read.
    """
    digest = _of_code()
    now = time.time_ns()
    try:
        compiled = _data.compiled_file("kb.sqlite")
        places: list[Path] = [] if compiled else [_data.data_folder("kb")]
        stamps = [_stamp("", compiled.stat())] if compiled else []
        for base in (*places, *bases):
            stamps.append(_Stamp(str(base), 0, 0))
            stamps += sorted(_yaml(base))
    except (OSError, ValueError):  # a name that no folder can have
        return None
    if any(now - stamp.mtime < _FRESH for stamp in stamps):
        return None
    digest.update(repr(stamps).encode("utf-8", "surrogatepass"))
    return digest.digest()


class _Stamp(NamedTuple):
    """A file's path, its size in bytes and time of change in nanoseconds."""

    path: str
    size: int
    mtime: int


def _stamp(path: str, status: os.stat_result) -> _Stamp:
    return _Stamp(path, status.st_size, status.st_mtime_ns)


def _yaml(base: Path) -> Iterator[_Stamp]:
    """The files under a folder that a knowledge base may be made of; folders are not entered through links."""
    folders = [os.fspath(base)]
    while folders:
        with os.scandir(folders.pop()) as found:
            for item in found:
                if item.name.endswith(".yaml"):
                    yield _stamp(item.path, item.stat())
                elif not item.name.startswith(".") and item.is_dir(follow_symlinks=False):
                    folders.append(item.path)


def _of_code() -> hashlib._Hash:
    digest = hashlib.sha256("\0".join((FORMAT, __version__, sys.version, str(_YEAR))).encode())
    for line in (*_code(), *_libraries()):
        digest.update(line.encode("utf-8", "surrogateescape") + b"\0")
    return digest


def _code() -> Iterator[str]:
    """The files of the package and the grammars: by the installer's list of them, else by size and time."""
    package = Path(_data.__file__).parent
    if not _data.in_checkout():
        listed = package.parent / f"juslint-{__version__}.dist-info" / "RECORD"
        if listed.is_file():
            yield hashlib.sha256(listed.read_bytes()).hexdigest()
            return
    for top in (package, _data.data_folder("grammar")):
        for folder, folders, names in os.walk(top):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            for name in sorted(names):
                status = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 - hundreds of files, each start
                yield f"{name} {status.st_size} {status.st_mtime_ns}"


def _libraries() -> Iterator[str]:
    """The names of their installed folders, which have the versions in them."""
    for folder in dict.fromkeys(sys.path):
        try:
            names = os.listdir(folder or os.curdir)  # noqa: PTH208 - as above
        except OSError:
            continue
        yield from sorted(name for name in names if name.startswith(_LIBRARIES) and name.endswith(".dist-info"))
