"""Regular expressions that are compiled once on a machine, not once in a run.

Python compiles an expression anew in every process; that took half of a short run. What its compiler makes is a list of
numbers: it is kept in the cache folder, for one version of Python and its engine. The engine itself checks such a list
before it takes it. An expression whose list is missing, damaged or refused is compiled as ever.
"""

from __future__ import annotations

import atexit
import marshal
import os
import re
import sys
import zlib
from array import array
from contextlib import contextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from juslint import _data

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST = 4000  # expressions kept; where there are more, those of other versions of juslint are among them
_DAMAGE = (OSError, ValueError, EOFError, TypeError, RuntimeError, OverflowError, IndexError)
_engine: Any = getattr(re, "_compiler", None)  # private: where it looks different, nothing is kept
_sre: Any = getattr(_engine, "_sre", None)


class _Kept(NamedTuple):
    """What `_sre.compile` takes besides the pattern; `code` as the bytes of 32-bit numbers."""

    flags: int
    code: bytes
    groups: int
    names: dict[str, int]


_used: dict[tuple[str, int], _Kept] = {}
_fresh: list[str] = []
_ordinary: Any = getattr(_engine, "compile", None)
_importing: list[None] = []  # one for each `while_importing` that is open


def compile(pattern: str, flags: int = 0) -> re.Pattern[str]:  # noqa: A001 - it stands for re.compile
    """What `re.compile` gives. re.error where the pattern is none."""
    key = pattern, int(flags)
    kept = _stored().get(key) or _used.get(key)
    if kept is not None:
        with suppress(*_DAMAGE):
            made = _made(pattern, _Kept(*kept))
            _used[key] = kept
            return made
    if _sre is None or sys.implementation.name != "cpython":
        return re.compile(pattern, flags)
    _used[key] = fresh = _compiled(pattern, int(flags))
    if not _fresh:
        atexit.register(_store)
    _fresh.append(pattern)
    return _made(pattern, fresh)


@contextmanager
def while_importing() -> Iterator[None]:
    """While modules of juslint are imported, `re.compile` is `compile`: what they compile then depends on no text."""
    _importing.append(None)
    if _sre is not None:
        _engine.compile = _compile_for_re
    try:
        yield
    finally:
        _importing.pop()
        if not _importing and _sre is not None:
            _engine.compile = _ordinary


def _compile_for_re(pattern: Any, flags: int = 0) -> Any:
    return _ordinary(pattern, flags) if flags & re.DEBUG or not isinstance(pattern, str) else compile(pattern, flags)


def _compiled(pattern: str, flags: int) -> _Kept:
    parsed = _engine._parser.parse(pattern, flags)  # noqa: SLF001 - the steps of re._compiler.compile
    code = _engine._code(parsed, flags)  # noqa: SLF001
    state = parsed.state
    return _Kept(flags | state.flags, array("I", code).tobytes(), state.groups, dict(state.groupdict))


def _made(pattern: str, kept: _Kept) -> re.Pattern[str]:
    code = array("I", kept.code).tolist()
    names: list[str | None] = [None] * kept.groups
    for name, index in kept.names.items():
        names[index] = name
    found: re.Pattern[str] = _sre.compile(pattern, kept.flags, code, kept.groups - 1, kept.names, tuple(names))
    return found


def _file() -> Path:
    return _data.cache_folder() / f"patterns-{sys.implementation.cache_tag}-{_sre.MAGIC}-{sys.hexversion:x}"


@cache
def _stored() -> dict[tuple[str, int], _Kept]:
    """The lists of the cache folder; none where its file is missing or damaged."""
    with suppress(*_DAMAGE, AttributeError):
        file = _file()
        written = file.read_bytes() if file.is_file() else b""  # a pipe would be waited for
        if zlib.crc32(written[4:]) == int.from_bytes(written[:4], "big"):
            found: dict[tuple[str, int], _Kept] = marshal.loads(written[4:])  # noqa: S302 - numbers, checked
            return found
    return {}


def _store() -> None:
    """Keep what this run compiled, beside what was there. A cache that cannot be written costs time, nothing else."""
    import tempfile  # noqa: PLC0415 - a run that compiled nothing does without

    _stored.cache_clear()  # another run may have added some
    every = {**_stored(), **_used}
    chosen = every if len(every) <= _MOST else _used
    written = marshal.dumps({key: tuple(kept) for key, kept in chosen.items()})
    with suppress(OSError):
        folder = _data.cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, prefix="patterns-", suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(zlib.crc32(written).to_bytes(4, "big") + written)
            os.replace(name, _file())  # noqa: PTH105 - atomic: another run reads the old file or the new one
        except OSError:  # a full disk, say
            os.unlink(name)  # noqa: PTH108
            raise
