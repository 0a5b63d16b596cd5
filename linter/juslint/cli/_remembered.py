"""Runs of `check` that were done before, on the same texts with all the same: what they found is said again."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING, overload

from juslint import files, reading
from juslint.config import ConfigError
from juslint.memory import runs, store

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from juslint.config import Settings
    from juslint.document import Document
    from juslint.finding import Finding
    from juslint.memory.runs import Asked, Found
    from juslint.rules import Context


def asked(paths: Sequence[str], settings: Settings, kb: Sequence[Path]) -> Asked | None:
    """What a run is asked; None where it reads standard input or something is wrong, which the run itself will say."""
    try:
        named, failed = files.expand(paths or ["."], reading.suffixes, settings)
        if failed or not named or files.STDIN in named:
            return None
        bases = dict.fromkeys((*(base for path in named for base in settings.for_path(path).kb), *kb))
        return runs.asked(named, settings, tuple(bases))
    except ConfigError:
        return None


def recall(run: Asked) -> Found | None:
    """What was found when the same was asked before."""
    with closing(store.Store(store.file())) as kept:
        return runs.recall(kept, run)


def remember(
    run: Asked, name: bytes, documents: Mapping[str, Document], references: Mapping[str, int], found: Sequence[Finding]
) -> None:
    """Keep what a run found. `name` is that of what decides the findings in one text (`Loaded.identity`)."""
    with closing(store.Store(store.file())) as kept:
        runs.remember(kept, run, name, documents, references, found)


class Later(Sequence["Context"]):
    """The texts with their references, gathered only where a format asks for them."""

    def __init__(self, gather: Callable[[], Sequence[Context]]) -> None:
        self._gather = gather
        self._gathered: Sequence[Context] | None = None

    @overload
    def __getitem__(self, at: int) -> Context: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Context]: ...
    def __getitem__(self, at: int | slice) -> Context | Sequence[Context]:
        return self._all()[at]

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> Sequence[Context]:
        if self._gathered is None:
            self._gathered = self._gather()
        return self._gathered
