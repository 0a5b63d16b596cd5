"""Progress of long work, in the editor's own bar; whoever cancels it there ends the work."""

from __future__ import annotations

import itertools
import time
from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from juslint.lsp.server import Server

_MANY = 20  # fewer files than this are read before anyone would see a bar
_PAUSE = 0.1  # seconds between two reports


class Progress:
    """Reports how far the reading of files is."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._numbers = itertools.count(1)
        self._cancelled: set[str] = set()

    def cancel(self, token: object) -> None:
        """The user has ended the work."""
        self._cancelled.add(str(token))

    async def over(self, paths: Sequence[str]) -> AsyncIterator[str]:
        """The paths, with a report now and then; they end where the user cancels."""
        window = self._server.desk.capabilities.window
        if len(paths) < _MANY or not (window and window.work_done_progress):
            for path in paths:
                yield path
            return
        token, bar = f"juslint-{next(self._numbers)}", self._server.work_done_progress
        await bar.create_async(token)
        bar.begin(token, types.WorkDoneProgressBegin("juslint: reading texts", cancellable=True, percentage=0))
        last = time.monotonic()
        for number, path in enumerate(paths):
            if token in self._cancelled:
                break
            if time.monotonic() - last > _PAUSE:
                last = time.monotonic()
                said, share = f"{number} of {len(paths)}", 100 * number // len(paths)
                bar.report(token, types.WorkDoneProgressReport(message=said, percentage=share, cancellable=True))
            yield path
        bar.end(token, types.WorkDoneProgressEnd())
