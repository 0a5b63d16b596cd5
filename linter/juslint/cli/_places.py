"""Paths as a person reads them."""

from __future__ import annotations

import os


def relative(path: str) -> str:
    """A path from here where it lies below, else whole."""
    try:
        near = os.path.relpath(path)
    except ValueError:  # another drive
        return path
    return path if near.startswith("..") else near
