"""What decides, besides a text itself, what is found in it: this code, its grammars and libraries, the knowledge base.

Where any of it changes, everything that was remembered is of another name and is not found.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from juslint import __version__, _data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.knowledge import Knowledge

FORMAT = "1"  # of the records
_LIBRARIES = ("google_re2-", "lark-", "lxml-", "markdown_it_py-", "rapidfuzz-")  # as their installed folders begin
_YEAR = datetime.datetime.now(tz=datetime.UTC).year  # some rules ask what may have happened by now


def identity(knowledge: Knowledge) -> bytes:
    """A digest of it."""
    digest = hashlib.sha256("\0".join((FORMAT, __version__, sys.version, str(_YEAR))).encode())
    for line in (*_code(), *_libraries()):
        digest.update(line.encode("utf-8", "surrogateescape") + b"\0")
    for layer in knowledge.layers:  # in the order in which they win
        digest.update(b"\1")
        for path, content in layer.ask("SELECT path, hash FROM files ORDER BY path"):
            digest.update(f"{path}\0{content}\0".encode("utf-8", "surrogateescape"))
    return digest.digest()


def _code() -> Iterator[str]:
    """The files of the package and the grammars: by the installer's list of them, else by size and time."""
    package = Path(_data.__file__).parent
    if not _data.in_checkout():
        listed = next(package.parent.glob(f"juslint-{__version__}.dist-info/RECORD"), None)
        if listed is not None:
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
