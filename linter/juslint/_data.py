"""Where the data folders lie: in the wheel beside the package, in a checkout at its top."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_WHEEL = _PACKAGE / "_data"


def in_checkout() -> bool:
    """Whether the package runs from a checkout, where data files may change under it."""
    return not _WHEEL.is_dir()


def data_folder(name: str) -> Path:
    """The folder `kb`, `grammar` or `schemas`. FileNotFoundError where the installation lacks it."""
    folder = (_PACKAGE.parents[1] if in_checkout() else _WHEEL) / name
    if not folder.is_dir():
        raise FileNotFoundError(f"juslint's own folder {name!r} is missing at {folder}: reinstall juslint")
    return folder


def compiled_file(name: str) -> Path | None:
    """A file compiled when the wheel was built; None in a checkout, which compiles into the cache folder."""
    file = _WHEEL / "compiled" / name
    return file if file.is_file() else None


def cache_folder() -> Path:
    """The user's cache folder for juslint: `JUSLINT_CACHE`, else the platform's place. It may not exist yet."""
    named = os.environ.get("JUSLINT_CACHE")
    if named:
        return Path(named)
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "juslint" / "Cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "juslint"
