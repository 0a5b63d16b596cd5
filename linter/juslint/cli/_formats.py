"""Output formats, found by walking a folder: one module each, named as the format is."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


def names(package: ModuleType) -> list[str]:
    """The formats of a package, without importing them."""
    modules = (info for info in pkgutil.iter_modules(package.__path__) if not info.ispkg)
    return sorted(info.name.replace("_", "-") for info in modules if not info.name.startswith("_"))


def module(package: ModuleType, name: str) -> ModuleType:
    """The module of a format that `names` gave."""
    return importlib.import_module(f"{package.__name__}.{name.replace('-', '_')}")
