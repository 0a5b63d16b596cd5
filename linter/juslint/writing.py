"""Writing a file whole or not at all: into a neighbour first, which then takes its place in one step."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path


def replace(target: Path, content: bytes, status: os.stat_result | None = None, *, expected: bool = False) -> None:
    """Put `content` into the file at `target`, with mode and owner of `status` where that is given. OSError.

    `expected`: only where the file still is the one that `status` tells of, so that nothing newer is lost. The
    neighbour is hidden and ends in `.tmp`, so that no run takes it for a text where the power went at the worst moment;
    whoever fails takes it away again.
    """
    import tempfile  # noqa: PLC0415 - most runs write nothing

    handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if status is None:
            Path(name).chmod(0o666 & ~_umask())
        else:
            Path(name).chmod(stat.S_IMODE(status.st_mode))
            with suppress(OSError, AttributeError):  # only the owner of both may, and only where files have owners
                os.chown(name, status.st_uid, status.st_gid)
        if expected:
            _refuse_newer(target, status)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def real(file: Path) -> Path:
    """Where a file is behind all links; of links in a circle one of them, of which pathlib raises no OSError."""
    return Path(os.path.realpath(file))


def put(file: Path, content: bytes) -> None:
    """Put `content` into a file that the user names for output, as the file itself is: a pipe or device too. OSError.

    What was there stays where the disk is full or the folder may not be written.
    """
    target = real(file)
    try:
        status = target.stat()
    except FileNotFoundError:
        status = None
    if status is not None and not stat.S_ISREG(status.st_mode):
        with target.open("wb") as out:
            out.write(content)
        return
    if status is not None and not os.access(target, os.W_OK):
        raise PermissionError(13, os.strerror(13), str(file))
    if not os.access(target.parent, os.W_OK) and status is not None:
        target.write_bytes(content)  # there is no room for a neighbour
        return
    replace(target, content, status)


def _refuse_newer(target: Path, known: os.stat_result | None) -> None:
    now = target.stat()
    same = known is not None and os.path.samestat(now, known)
    if not same or (now.st_size, now.st_mtime_ns) != (known.st_size, known.st_mtime_ns):  # type: ignore[union-attr]
        raise OSError(errno.EBUSY, "the file changed while it was being written")


def _umask() -> int:
    """What the user's new files may not be open to; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
