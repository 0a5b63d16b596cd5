"""Reading files: one module per input format. A module defines

* `NAME`: what the format is called;
* `SUFFIXES`: the endings of its files, in lower case, with the dot;
* `LANGUAGES`: what the Language Server Protocol calls it;
* `read(path, source) -> Document`: the text of a file, already decoded, as a document. It takes any text at all, in
  linear time, and raises nothing;
* `ITALICS`, if the format has italics that can be typed: what opens and what closes them;
* `write(text, source, place) -> str`, if text is not written as it reads: how `text` is written in place of
  `source[place]`; and `write_target(target) -> str | None`, the same of a link's target, None where it cannot be.

Modules are found by walking this folder; a file with an ending that none of them names is read as plain text.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from juslint.reading._decode import ReadError, decode
from juslint.units import units

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from juslint.document import Document, Span

__all__ = ["MAX_BYTES", "MAX_LINE_BYTES", "ReadError", "content", "decode", "format_of", "formats", "read", "suffixes"]

# Larger files, and lines that no person has written, are data, not texts; the limits bound memory and time.
MAX_BYTES = 100_000_000
MAX_LINE_BYTES = 10_000_000


@cache
def formats() -> dict[str, ModuleType]:
    """Every format's module by the endings of its files. ValueError where two modules name one ending."""
    found: dict[str, ModuleType] = {}
    for module in units(__name__):
        for suffix in module.SUFFIXES:
            if suffix in found:
                raise ValueError(f"reading modules {found[suffix].__name__} and {module.__name__} share {suffix!r}")
            found[suffix] = module
    return found


def suffixes() -> frozenset[str]:
    """The endings that the formats name, in lower case, with the dot."""
    return frozenset(formats())


def read(path: str, data: bytes | None = None) -> Document:
    """The document in a file; `data` is its content where the caller has it already (standard input, an editor).

    ReadError, with one line that does not name the path, where there is no text to be had.
    """
    if data is None:
        data = content(path)
    if len(data) > MAX_BYTES:
        raise ReadError(f"is larger than {MAX_BYTES // 1_000_000} MB: split it into parts")
    source, _ = decode(data)
    if len(data) > MAX_LINE_BYTES:
        _refuse_long_lines(data)
    return read_text(path, source)


def read_text(path: str, source: str) -> Document:
    """The document that a text is, which is already decoded: an editor's, of what is not saved yet."""
    module = format_of(path) or formats()[".txt"]
    document: Document = module.read(path, source)
    return document


def format_of(path: str) -> ModuleType | None:
    """The format that the ending of a file names; None where it names none."""
    return formats().get(Path(path).suffix.lower())


def written(document: Document, text: str, place: Span) -> str:
    """How `text` is written in the file's format in place of `source[place]`."""
    write: Callable[[str, str, Span], str] | None = getattr(format_of(document.path), "write", None)
    return text if write is None else write(text, document.source, place)


def written_target(document: Document, target: str) -> str | None:
    """How the target of a link, or a part of it, is written in the file's format; None where it cannot be written."""
    write: Callable[[str], str | None] | None = getattr(format_of(document.path), "write_target", None)
    return target if write is None else write(target)


def _refuse_long_lines(data: bytes) -> None:
    for number, line in enumerate(data.split(b"\n"), 1):
        if len(line) > MAX_LINE_BYTES:
            sizes = f"{len(line) / 1_000_000:.1f} MB, more than {MAX_LINE_BYTES // 1_000_000}"
            raise ReadError(f"has a line of {sizes} (line {number}), which is no text: break it into paragraphs")


def content(path: str) -> bytes:
    """The bytes of a file, up to what is more than a text may have. ReadError as `read` has it."""
    try:
        with Path(path).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ReadError("does not exist: check the name and the folder") from None
    except IsADirectoryError:
        raise ReadError("is a folder, not a file: name the files in it") from None
    except PermissionError:
        raise ReadError("may not be read: ask for permission to read it") from None
    except (OSError, ValueError) as error:
        raise ReadError(f"cannot be read: {getattr(error, 'strerror', None) or error}") from None
