"""A progress bar for work that takes long, on a terminal only."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.progress import Progress

T = TypeVar("T")
_PATIENCE = 1.0  # seconds of silence that nobody minds


def watched(results: Iterable[T], total: int, what: str = "reading") -> Iterator[T]:
    """The results, as they come, with a bar on standard error from when they have taken longer than a moment.

    `what` stands before the bar.
    """
    if total < 2 or not sys.stderr.isatty():
        yield from results
        return
    start = time.monotonic()
    bar: Progress | None = None
    try:
        for done, result in enumerate(results, 1):
            if bar is None and time.monotonic() - start > _PATIENCE:
                bar = _bar()
                task = bar.add_task(what, total=total)
                bar.start()
            if bar is not None:
                bar.update(task, completed=done)
            yield result
    finally:
        if bar is not None:
            bar.stop()


def _bar() -> Progress:
    from rich.console import Console  # noqa: PLC0415 - the screen is only needed for long work
    from rich.progress import Progress  # noqa: PLC0415

    return Progress(console=Console(stderr=True), transient=True)
