"""The server: it keeps the texts, lets the features answer in the analyser's thread, and publishes findings."""

from __future__ import annotations

import asyncio
import logging
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from juslint import __version__, reading
from juslint.lsp import base_files, features
from juslint.lsp.analysis import Analyser
from juslint.lsp.desk import Desk, endings, file_of, path_of, rewritten
from juslint.lsp.progress import Progress
from juslint.lsp.protocol import Protocol
from juslint.lsp.publishing import Publisher
from juslint.lsp.settings import Settings, Wishes
from juslint.lsp.texts import Text
from juslint.units import units

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

T = TypeVar("T")
_LOG = logging.getLogger(__name__)
_WATCHED = ("**/juslint.toml", "**/pyproject.toml", "**/*.yaml", "**/*.yml")
_PARENT = 1.0  # seconds between looks at the process that started the server


class Server(LanguageServer):
    """One session with one editor."""

    def __init__(self, leave: Callable[[int], None]) -> None:
        """`leave` ends the process with a status."""
        super().__init__("juslint", __version__, protocol_cls=Protocol)
        self.desk = Desk(Analyser())
        self.bar = Progress(self)
        self.publisher = Publisher(self)
        self._leave = leave
        self._asked_to_end = False
        self._analysis = ThreadPoolExecutor(1, "analysis")
        self._tasks: set[asyncio.Task[Any]] = set()
        self._wishes = Wishes()
        for module in units(features.__name__):
            for method, offer in module.ANSWERS.items():
                self._offer(method, *offer)
        self._listen()

    def _offer(self, method: str, options: Any, answer: Callable[[Desk, Any], Any]) -> None:
        async def handler(params: Any) -> Any:
            return await self.work(answer, self.desk, params)

        self.feature(method, options)(handler)

    def _listen(self) -> None:
        """What the editor tells of itself and of the files."""
        heard: dict[str, Callable[[Any], object]] = {
            types.INITIALIZE: self._begin,
            types.INITIALIZED: lambda _: self.start(self._begun()),
            types.TEXT_DOCUMENT_DID_SAVE: lambda params: self._saved(params.text_document.uri),
            types.WORKSPACE_DID_CHANGE_WATCHED_FILES: lambda params: self._touched([c.uri for c in params.changes]),
            types.WORKSPACE_DID_CHANGE_CONFIGURATION: lambda params: self.start(self._configured(params.settings)),
            types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: lambda params: self._folders(params.event),
            types.WINDOW_WORK_DONE_PROGRESS_CANCEL: lambda params: self.bar.cancel(params.token),
            types.SHUTDOWN: lambda _: self._shut(),
        }
        for method, hear in heard.items():
            self._hear(method, hear)

    def _hear(self, method: str, hear: Callable[[Any], object]) -> None:
        def handler(params: Any = None) -> None:
            hear(params)

        self.feature(method)(handler)

    async def work(self, function: Callable[..., T], *arguments: Any) -> T:
        """Run a function in the analyser's thread; what is cancelled while it waits does not run."""
        return await asyncio.get_running_loop().run_in_executor(
            self._analysis, self.desk.analyser.run, function, *arguments
        )

    def start(self, task: Coroutine[Any, Any, Any]) -> None:
        """Let a coroutine run by itself; a fault in it is told on standard error."""

        def finished(done: asyncio.Task[Any]) -> None:
            self._tasks.discard(done)
            if not done.cancelled() and done.exception() is not None:
                _LOG.error("a task failed", exc_info=done.exception())

        running = asyncio.ensure_future(task)
        self._tasks.add(running)
        running.add_done_callback(finished)

    def report_server_error(self, error: Exception, source: object) -> None:  # noqa: ARG002 - pygls's interface
        """Say on standard error what went wrong; requests have had their answer."""
        _LOG.error("%s: %s", type(error).__name__, error)

    # ---- the session ----

    def _begin(self, params: types.InitializeParams) -> None:
        encoding = str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding))
        folders = [folder.uri for folder in params.workspace_folders or ()]
        alone = params.root_uri or (uris.from_fs_path(params.root_path) if params.root_path else None)
        roots = [path for uri in folders or filter(None, [alone]) if (path := file_of(uri))]
        self.desk.capabilities = params.capabilities
        self._update(roots=tuple(map(Path, roots)), encoding=encoding)
        self._wish(params.initialization_options)
        if params.process_id is not None:
            self.start(self._watch_parent(params.process_id))

    def _watches(self) -> bool:
        """Whether the editor tells what changes on the disk."""
        workspace = self.desk.capabilities.workspace
        watching = workspace and workspace.did_change_watched_files
        return bool(watching and watching.dynamic_registration)

    async def _begun(self) -> None:
        self.start(self.publisher.run())
        if self._watches():
            endings = ",".join(sorted(suffix[1:] for suffix in reading.formats()))
            watchers = [types.FileSystemWatcher(pattern) for pattern in (*_WATCHED, f"**/*.{{{endings}}}")]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            registration = types.Registration("juslint-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            self.client_register_capability(types.RegistrationParams([registration]), lambda _: None)
        await self._configured(None)

    def _shut(self) -> None:
        self._asked_to_end = True

    def end(self) -> None:
        """The editor is done with the server, or gone."""
        self._leave(0 if self._asked_to_end else 1)

    async def _watch_parent(self, process: int) -> None:
        """End with the process that started the server, if it can be seen at all (it may be in another container)."""
        if os.name == "nt" or not _alive(process):
            return
        while _alive(process):
            await asyncio.sleep(_PARENT)
        self.end()

    # ---- settings ----

    def _update(self, **changes: Any) -> None:
        self.desk.analyser.latest = replace(self.desk.analyser.latest, **changes)

    def _wish(self, data: object) -> None:
        self._wishes, faults = Wishes.of(data)
        for fault in faults:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, f"juslint: {fault}"))
        self._anew()

    async def _configured(self, data: object) -> None:
        """Take over the editor's settings: those that it sent, or those that it has when asked."""
        workspace = self.desk.capabilities.workspace
        if workspace and workspace.configuration:
            asked = types.ConfigurationParams([types.ConfigurationItem(section="juslint")])
            answers = await self.workspace_configuration_async(asked)
            data = answers[0] if answers else None
        if data is not None:
            self._wish(data)
        self._everything()

    def _anew(self, *, knowledge: bool = False) -> None:
        """Settings or files have changed: read the settings again, and look at the files again."""
        self._update(settings=Settings(self._wishes, self.desk.analyser.latest.roots))
        self._analysis.submit(self.desk.analyser.refresh, knowledge=knowledge)

    def _everything(self) -> None:
        for path in self.desk.analyser.latest.tops():
            self.publisher.changed(path)

    def _folders(self, event: types.WorkspaceFoldersChangeEvent) -> None:
        gone = {file_of(folder.uri) for folder in event.removed}
        kept = [root for root in self.desk.analyser.latest.roots if str(root) not in gone]
        new = [Path(path) for folder in event.added if (path := file_of(folder.uri))]
        self._update(roots=(*kept, *(root for root in new if root not in kept)))
        self._anew()
        self._everything()

    # ---- texts ----

    def opened(self, item: types.TextDocumentItem) -> None:
        """A text is in the editor's hands from now on."""
        path = path_of(item.uri, item.language_id)
        text = Text.of(item.text, self.desk.analyser.latest.encoding, item.version)
        if Path(path).suffix.lower() in {".yaml", ".yml"}:
            if base_files.holds(path, self.desk.analyser.latest):
                self.desk.uris = {**self.desk.uris, path: item.uri}  # never in place: another thread reads it
                self.desk.bases = {**self.desk.bases, path: text}
                self.publisher.base_changed(path, saved=True)
        elif Path(path).suffix.lower() in reading.formats() or item.language_id in endings():
            self.desk.uris = {**self.desk.uris, path: item.uri}
            self._keep(path, text)

    def changed(self, params: types.DidChangeTextDocumentParams) -> None:
        """A text is changed."""
        path, version = self.desk.path(params.text_document.uri), params.text_document.version
        texts = self.desk.bases if path in self.desk.bases else self.desk.analyser.latest.opened
        text = texts.get(path)
        if text is None:
            return
        for change in params.content_changes:
            ends = rewritten(getattr(change, "range", None))
            text = text.changed(text.span(*ends) if ends else None, change.text, version)
        if path in self.desk.bases:
            self.desk.bases = {**self.desk.bases, path: text}
            self.publisher.base_changed(path, saved=False)
        else:
            self._keep(path, text)

    def closed(self, uri: str) -> None:
        """A text is the disk's again."""
        path = self.desk.path(uri)
        if path not in self.desk.uris:
            return
        self.publisher.gone(path)
        self.desk.uris = {one: known for one, known in self.desk.uris.items() if one != path}
        self.desk.bases = {one: text for one, text in self.desk.bases.items() if one != path}
        opened = {one: text for one, text in self.desk.analyser.latest.opened.items() if one != path}
        self._update(opened=opened)
        self._analysis.submit(self.desk.analyser.run, self.desk.analyser.forget_closed)
        if self.desk.analyser.latest.root_of(path) is not None:
            self.publisher.changed(path)

    def _keep(self, path: str, text: Text) -> None:
        self._update(opened={**self.desk.analyser.latest.opened, path: text})
        self.publisher.changed(path)

    def _saved(self, uri: str) -> None:
        path = self.desk.path(uri)
        if path in self.desk.bases:
            self.publisher.base_changed(path, saved=True)
        self._touched([uri])
        if not self._watches():
            self._analysis.submit(self.desk.analyser.refresh)

    def _touched(self, touched: list[str]) -> None:
        """Files have changed on the disk."""
        names = {Path(path).name for uri in touched if (path := file_of(uri))}
        settings = {"juslint.toml", "pyproject.toml"} & names
        knowledge = any(name.endswith((".yaml", ".yml")) for name in names)
        closed = any(file_of(uri) not in self.desk.analyser.latest.opened for uri in touched)
        if settings or knowledge or closed:
            self._anew(knowledge=knowledge)
            self._everything()

    def refresh_pulled(self) -> None:
        """Ask an editor that fetches findings to do so again."""
        workspace = self.desk.capabilities.workspace
        if workspace and workspace.diagnostics and workspace.diagnostics.refresh_support:
            self.workspace_diagnostic_refresh(None, lambda _: None)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
