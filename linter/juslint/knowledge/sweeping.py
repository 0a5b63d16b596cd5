"""What is of no more use in the cache folder: indexes of knowledge bases that are gone, and what killed runs left.

Without this a cache grows by an index for each folder that a base ever lay in, such as the temporary ones of tests.
"""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import suppress
from pathlib import Path

from juslint.knowledge.index import DamagedIndex, read_only

_LEFT = 3600  # seconds: what is younger may be of a run that is still writing


def sweep(folder: Path) -> None:
    """Take away what no run will read. What cannot be taken away stays."""
    for file in folder.glob("kb-*.sqlite"):
        if _is_idle(file):
            with suppress(OSError):
                file.unlink()
    now = time.time()
    for pattern in ("kb-*.tmp", "kb-*.tmp-journal", ".grammars-*.tmp", "patterns-*.tmp"):
        for file in folder.glob(pattern):
            with suppress(OSError):
                if now - file.stat().st_mtime > _LEFT:
                    file.unlink()


def _is_idle(file: Path) -> bool:
    """Whether it is the index of a folder that is no more. Of one that cannot be read nothing is known."""
    try:
        connection = read_only(file)
    except (DamagedIndex, OSError):
        return False
    try:
        (said,) = connection.execute("SELECT value FROM meta WHERE key = 'fingerprint'").fetchone()
        return not Path(json.loads(said)[0]).exists()
    except (sqlite3.Error, OSError, ValueError, TypeError, LookupError):
        return False
    finally:
        connection.close()
