"""Compiled grammars and the bodies: from the wheel, from the user's cache folder, or compiled now and kept there."""

from __future__ import annotations

import json
import zlib
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from juslint import _data
from juslint.parsing.parser import Parser

if TYPE_CHECKING:
    from pathlib import Path

    from juslint.parsing.parser import Tables

_VERSION = 6  # of the tables' layout


@cache
def parsers() -> dict[str, Parser]:
    """A parser for every grammar that has a start rule, by the grammar's name, in order of name."""
    grammars = cast("dict[str, Tables]", loaded()["grammars"])
    return {name: Parser(tables) for name, tables in grammars.items()}


def bodies() -> list[dict[str, Any]]:
    """The bodies of the knowledge base, one row each (`body_names.collect`)."""
    return cast("list[dict[str, Any]]", loaded()["bodies"])


def build(destination: Path) -> None:
    """Compile all grammars into `destination/grammars.json` (for the wheel's build)."""
    destination.mkdir(parents=True, exist_ok=True)
    (destination / "grammars.json").write_text(_compile(_data.data_folder("grammar")), encoding="utf-8")


@cache
def loaded() -> dict[str, Any]:
    """What was compiled: `grammars` by name, and `bodies`."""
    shipped = _data.compiled_file("grammars.json")
    if shipped is not None:
        with suppress(OSError, ValueError):  # damaged: what it was compiled from is shipped too
            return cast("dict[str, Any]", json.loads(shipped.read_text(encoding="utf-8")))
    folder = _data.data_folder("grammar")
    file = _data.cache_folder() / f"grammars-{_fingerprint(folder)}.json"
    with suppress(OSError, ValueError, KeyError, TypeError):
        checksum, _, body = (file.read_bytes() if file.is_file() else b"").partition(b"\n")  # a pipe is waited for
        if int(checksum, 16) == zlib.crc32(body):
            return cast("dict[str, Any]", json.loads(body))
    written = _compile(folder)
    with suppress(OSError):  # a cache that cannot be written costs time, nothing else
        body = written.encode()
        _replace(file, b"%08x\n" % zlib.crc32(body) + body)
    return cast("dict[str, Any]", json.loads(written))


def _compile(folder: Path) -> str:
    from juslint.parsing import body_names  # noqa: PLC0415
    from juslint.parsing.compiling import compile_grammar  # noqa: PLC0415 - imports lark, which a warm run does without

    grammars = {
        path.stem: compile_grammar(path) for path in sorted(folder.glob("*.lark")) if path.name != "common.lark"
    }
    rows = body_names.collect(_data.data_folder("kb") / "bodies")
    kept = {"version": _VERSION, "grammars": grammars, "bodies": rows, "complete": True}
    return json.dumps(kept, ensure_ascii=False)


def _fingerprint(folder: Path) -> str:
    """Changes with any grammar or body and with the compiler: all are small, so their contents are read."""
    import hashlib  # noqa: PLC0415 - an installed juslint does without

    digest = hashlib.sha256(str(_VERSION).encode())
    here = _data_free_sources()
    named = sorted((_data.data_folder("kb") / "bodies").glob("*.yaml"))
    for path in [*sorted(folder.glob("*.lark")), *named, *here]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:24]


def _data_free_sources() -> list[Path]:
    from pathlib import Path  # noqa: PLC0415

    here = Path(__file__).parent
    names = ("compiling.py", "digits.py", "prefilter.py", "firsts.py", "openings.py", "body_names.py")
    return [here / name for name in names]


def _replace(file: Path, content: bytes) -> None:
    from juslint import writing  # noqa: PLC0415 - not for a warm run

    file.parent.mkdir(parents=True, exist_ok=True)
    writing.replace(file, content)  # in one step: another run reads the old file or the new one
    for old in file.parent.glob("grammars-*.json"):
        if old != file:
            old.unlink(missing_ok=True)
