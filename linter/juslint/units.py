"""The units of a folder (families, rules, readers, styles, an editor's features): every module that is not private."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

from juslint import patterns

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType


def units(package: str) -> Iterator[ModuleType]:
    """Import every unit of a package, named in full, in order of name."""
    for info in pkgutil.iter_modules(importlib.import_module(package).__path__):
        if not info.name.startswith("_"):
            with patterns.while_importing():
                module = importlib.import_module(f"{package}.{info.name}")
            yield module
