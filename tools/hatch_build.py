"""The wheel's build: compile the knowledge base and the grammars once, so that a user's first run starts fast.

The compiled files go into the wheel as `juslint/_data/compiled/`. An editable install compiles into the user's cache
instead, and again whenever the checkout changes.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileHook(BuildHookInterface):  # type: ignore[type-arg]
    """Found by hatchling, which loads this file by its path."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into a folder that lasts until the wheel is written."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "linter"))
        from juslint import knowledge  # noqa: PLC0415 - it is on the path only now
        from juslint.parsing import store  # noqa: PLC0415

        self._folder = tempfile.TemporaryDirectory(prefix="juslint-build-")
        compiled = Path(self._folder.name)
        knowledge.build(compiled / "kb.sqlite")
        store.build(compiled)
        for file in sorted(compiled.iterdir()):
            build_data["force_include"][str(file)] = f"juslint/_data/compiled/{file.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Leave nothing behind."""
        if version != "editable":
            self._folder.cleanup()
