"""The server in a thread, behind pipes, with what a client needs of a process: for what is asked of the server alone.

It starts at once, where a process takes two seconds of work. Life and death of the process are in `test_robust.py`.
"""

from __future__ import annotations

import io
import os
import subprocess
import threading

from juslint.lsp.server import Server


class Here:
    """A running server. It ends when its input does, or when it is told so."""

    def __init__(self):
        (requests, ours), (mine, answers) = os.pipe(), os.pipe()
        self.stdin, self.stdout, self.stderr = os.fdopen(ours, "wb"), os.fdopen(mine, "rb"), io.BytesIO()
        self._requests, self._answers = os.fdopen(requests, "rb"), os.fdopen(answers, "wb")
        self._server = Server(self._leave)
        self._status: int | None = None
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self):
        with self._answers, self._requests:
            self._server.start_io(self._requests, self._answers)
            self._server._analysis.shutdown(cancel_futures=True)
        if self._status is None:
            self._status = 1

    def _leave(self, status):
        self._status = status
        self._server._stop_event.set()

    def poll(self):
        return None if self._thread.is_alive() else self._status

    def kill(self):
        self.stdin.close()

    def wait(self, seconds):
        self._thread.join(seconds)
        if self._thread.is_alive():
            raise subprocess.TimeoutExpired("the server in a thread", seconds)
        return self._status
