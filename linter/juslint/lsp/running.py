"""Starting the server, and ending it for good: threads that wait for an editor that is gone hold nothing up."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import os
import sys
from threading import Event
from typing import NoReturn

from pygls.io_ import run_async

from juslint.lsp.server import Server

_COLLECTING = (100_000, 50, 50)  # texts are many small objects that live long: looking through them often is in vain
_LOG = logging.getLogger("juslint")


def over_stdio() -> None:
    """Serve one editor on standard input and output, until it ends or says so."""
    gc.set_threshold(*_COLLECTING)
    _log()
    stdout, sys.stdout = sys.stdout, sys.stderr  # what anything prints by mistake is no message
    Server(_leave).start_io(sys.stdin.buffer, stdout.buffer)
    _leave(1)  # the editor is gone without a word


def over_tcp(host: str, port: int) -> None:
    """Serve one editor on a port of this computer; the server ends with the connection."""
    gc.set_threshold(*_COLLECTING)
    _log()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_listen(host, port))
    _leave(0)


async def _listen(host: str, port: int) -> None:
    done = asyncio.Event()
    taken: list[bool] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if taken:
            writer.close()  # one editor, one server
            return
        taken.append(True)
        server = Server(lambda _: done.set())
        server.protocol.set_writer(writer)
        with contextlib.suppress(ConnectionError):
            await run_async(Event(), reader, server.protocol, _LOG, server.report_server_error)
        done.set()

    listening = await asyncio.start_server(serve, host, port)
    for socket in listening.sockets:
        print(f"juslint: listening on {host}:{socket.getsockname()[1]}", file=sys.stderr, flush=True)
    await done.wait()


def _log() -> None:
    logging.basicConfig(stream=sys.stderr, level=logging.ERROR, format="juslint: %(message)s")


def _leave(status: int) -> NoReturn:
    """End the process without waiting for the thread that reads standard input."""
    for stream in (sys.__stdout__, sys.__stderr__):
        with contextlib.suppress(Exception):
            if stream is not None:
                stream.flush()
    os._exit(status)
