"""Settings that were once found to follow their schema, so that most runs need not ask.

The library that tells takes a tenth of a second to import. What is kept is the checksum of schema and settings, one a
line, in the user's cache folder. A line that is damaged is no such checksum, and the settings are asked about again; a
folder that cannot be written costs time, nothing else.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from typing import TYPE_CHECKING

from juslint import _data

if TYPE_CHECKING:
    from pathlib import Path

_MOST = 100_000  # bytes of the file: more than a thousand settings


def _file() -> Path:
    return _data.cache_folder() / "approved-settings"


def checksum(schema: bytes, settings: object) -> bytes:
    """What stands for settings, made of plain values, under one form of the schema."""
    return hashlib.sha256(schema + b"\0" + repr(settings).encode("utf-8", "surrogatepass")).hexdigest().encode()


def is_known(which: bytes) -> bool:
    """Whether settings were found sound before."""
    with suppress(OSError):
        return which in _file().read_bytes().split(b"\n")
    return False


def note(which: bytes) -> None:
    """Remember that settings are sound."""
    file = _file()
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        full = file.is_file() and file.stat().st_size > _MOST
        with file.open("wb" if full else "ab") as out:
            out.write(b"\n" + which + b"\n")
