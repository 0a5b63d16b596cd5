"""Findings to the editor, when they have changed: sent to one that takes them, announced to one that fetches them."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from juslint.lsp import base_files
from juslint.lsp.features import diagnostics

if TYPE_CHECKING:
    from juslint.lsp.desk import Desk, View
    from juslint.lsp.server import Server

_LOG = logging.getLogger(__name__)


class Publisher:
    """Works through what has changed, one round after the other; what changes meanwhile is the next round's."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._dirty: dict[str, None] = {}
        self._bases: dict[str, bool] = {}
        self._wake = asyncio.Event()
        self._sent: dict[str, tuple[object, list[types.Diagnostic]]] = {}
        self._told: set[str] = set()

    def changed(self, path: str) -> None:
        """A text has changed, or what holds for it."""
        self._dirty[path] = None
        self._wake.set()

    def base_changed(self, path: str, *, saved: bool) -> None:
        """A file of a knowledge base has changed; where it is saved the whole base is looked at."""
        self._bases[path] = saved or self._bases.get(path, False)
        self._wake.set()

    def gone(self, path: str) -> None:
        """A text is no longer open: its findings go, unless the next round finds them again on the disk."""
        if path in self._sent and not self._pulls():
            self._send(path, None, [])
        self._sent.pop(path, None)

    async def run(self) -> None:
        """Publish until the session ends. A fault of juslint is told on standard error and ends one round only."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            dirty, self._dirty = self._dirty, {}
            bases, self._bases = self._bases, {}
            try:
                for path in dirty:
                    await self._publish(path)
                for path, saved in bases.items():
                    await self._publish_base(path, saved=saved)
                self._tell_faults()
            except Exception:
                _LOG.exception("publishing findings failed")

    async def _publish(self, path: str) -> None:
        """First what the text says by itself, then what it says beside the others, once those are read."""
        work, desk = self._server.work, self._server.desk
        missing = await work(desk.analyser.missing, path)
        if missing and not self._pulls():
            self._take(await work(_reports, desk, path, desk.analyser.alone))
        async for other in self._server.bar.over(missing):
            await work(desk.analyser.member, other)  # one by one: what the user asks meanwhile comes between
        await work(desk.analyser.leave_out, missing)
        others = await work(_reports, desk, path, desk.analyser.findings)
        self._take(others, changed=path)
        if missing and self._pulls():
            self._server.refresh_pulled()
        root, there = desk.analyser.latest.root_of(path), {one for one, _, _ in others}
        for one in [
            one for one in self._sent if one not in there and root and desk.analyser.latest.root_of(one) == root
        ]:
            self.gone(one)  # deleted on the disk

    def _take(self, reports: list[tuple[str, object, list[types.Diagnostic]]], changed: str | None = None) -> None:
        """Send what differs from what the editor has; first that of the text that changed."""
        desk, news = self._server.desk, False
        for path, text, found in sorted(reports, key=lambda report: report[0] != changed):
            known = self._sent.get(path)
            if path not in desk.uris and desk.analyser.latest.root_of(path) is None:
                continue  # closed meanwhile
            if known is not None and known[1] == found and (known[0] is text or path not in desk.uris):
                continue
            news = news or (path != changed and (known[1] if known else []) != found)
            self._sent[path] = (text, found)
            if not self._pulls() and (known is not None or found or path in desk.uris):
                self._send(path, getattr(text, "version", None), found)
        if news and self._pulls():
            self._server.refresh_pulled()

    async def _publish_base(self, path: str, *, saved: bool) -> None:
        desk = self._server.desk
        text = desk.bases.get(path)
        if text is None:
            return
        found = await self._server.work(base_files.near, path, text)
        if not found and saved:
            whole = await asyncio.get_running_loop().run_in_executor(None, base_files.whole, path, text)
            found = whole if desk.bases.get(path) is text else found
        self._send(path, text.version, found)

    def _send(self, path: str, version: int | None, found: list[types.Diagnostic]) -> None:
        params = types.PublishDiagnosticsParams(self._server.desk.uri(path), found, version)
        self._server.text_document_publish_diagnostics(params)

    def _pulls(self) -> bool:
        text = self._server.desk.capabilities.text_document
        return bool(text and text.diagnostic)

    def _tell_faults(self) -> None:
        """Say once what of the settings cannot be used, and mark it in its file as long as it is so."""
        analyser = self._server.desk.analyser
        faults = {**analyser.latest.settings.faults, **analyser.faults}
        for message in faults:
            if message not in self._told:
                warning = types.ShowMessageParams(types.MessageType.Warning, f"juslint: {message}")
                self._server.window_show_message(warning)
        marked = {file for file in faults.values() if file and Path(file).is_file()}
        for file in {one for one in self._told if Path(one).is_file()} - marked:
            self._send(file, None, [])
        for file in marked:
            self._send(file, None, [diagnostics.of_settings(one) for one, at in faults.items() if at == file])
        self._told = {*faults, *marked}


def _reports(desk: Desk, path: str, findings: object) -> list[tuple[str, object, list[types.Diagnostic]]]:
    """Path, text and diagnostics of each document of a root."""
    assert callable(findings)
    found = findings(path)
    views: dict[str, View] = {}
    for one in found:
        member = desk.analyser.member(one)
        if member is not None:
            views[one] = diagnostics.view_of(desk, one, member)
    return [
        (one, views[one].text, diagnostics.reported(views[one], views, some))
        for one, some in found.items()
        if one in views
    ]
