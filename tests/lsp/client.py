"""A language client of a few lines: JSON-RPC over the standard input and output of a server."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from pathlib import Path

PACKAGE = str(Path(__import__("juslint").__file__).resolve().parents[1])
FULL = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True},
        "rename": {"prepareSupport": True},
        "codeAction": {"resolveSupport": {"properties": ["edit"]}},
    },
    "workspace": {"workspaceEdit": {"documentChanges": True}, "configuration": False},
}


def process(*arguments):
    """A real server process."""
    environment = {**os.environ}
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, [PACKAGE, environment.get("PYTHONPATH")]))
    command = [sys.executable, "-m", "juslint", "server", *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment)


class Client:
    """Sends requests and notifications, and keeps what the server sends by itself."""

    def __init__(self, process):
        self.process = process
        self.number = 0
        self.answers: dict[object, dict] = {}
        self.asked: list[dict] = []
        self.replies: dict[str, object] = {}
        self.diagnostics: dict[str, list[dict]] = {}
        self.versions: dict[str, int | None] = {}
        self.heard: list[dict] = []
        self.arrived = threading.Condition()
        self.errors: queue.Queue[bytes] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=self._errors, daemon=True).start()

    def _errors(self):
        for line in self.process.stderr:
            self.errors.put(line)

    def _read(self):
        stream = self.process.stdout
        while True:
            size = 0
            while line := stream.readline().strip():
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    size = int(value)
            if not size:
                break
            self._take(json.loads(stream.read(size)))
        with self.arrived:
            self.arrived.notify_all()

    def _take(self, message):
        with self.arrived:
            if "method" in message and "id" in message:
                self.asked.append(message)
                self.send({"jsonrpc": "2.0", "id": message["id"], "result": self.replies.get(message["method"])})
            elif "method" in message:
                self.heard.append(message)
                if message["method"] == "textDocument/publishDiagnostics":
                    params = message["params"]
                    self.diagnostics[params["uri"]] = params["diagnostics"]
                    self.versions[params["uri"]] = params.get("version")
            else:
                self.answers[message["id"]] = message
            self.arrived.notify_all()

    def raw(self, data: bytes):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message):
        body = json.dumps(message).encode()
        self.raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def notify(self, method, params=None):
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def post(self, method, params=None):
        self.number += 1
        self.send({"jsonrpc": "2.0", "id": self.number, "method": method, "params": params})
        return self.number

    def wait(self, ready, seconds=30.0):
        end = time.monotonic() + seconds
        with self.arrived:
            while not ready():
                left = end - time.monotonic()
                if left <= 0 or (self.process.poll() is not None and not ready()):
                    said = b"".join(self.errors.queue).decode()
                    raise AssertionError(f"the server did not answer (status {self.process.poll()}): {said}")
                self.arrived.wait(min(left, 0.2))

    def answer(self, number):
        self.wait(lambda: number in self.answers)
        return self.answers.pop(number)

    def ask(self, method, params=None):
        answer = self.answer(self.post(method, params))
        assert "error" not in answer, answer
        return answer["result"]

    def begin(self, root=None, capabilities=None, options=None, roots=None):
        folders = [str(one) for one in roots or ([root] if root else [])]
        result = self.ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": Path(folders[0]).as_uri() if folders else None,
                "capabilities": FULL if capabilities is None else capabilities,
                "initializationOptions": options,
                "workspaceFolders": [{"uri": Path(one).as_uri(), "name": Path(one).name} for one in folders] or None,
            },
        )
        self.notify("initialized", {})
        return result

    def open(self, path, text, language="markdown", version=1):
        uri = path if isinstance(path, str) else path.as_uri()
        item = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})
        return uri

    def change(self, uri, version, *changes):
        document = {"uri": uri, "version": version}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": list(changes)})

    def findings(self, uri, version=None, at_least=0):
        def ready():
            known = uri in self.diagnostics and len(self.diagnostics[uri]) >= at_least
            return known and (version is None or self.versions[uri] == version)

        self.wait(ready)
        return self.diagnostics[uri]

    def end(self):
        if self.process.poll() is None:
            self.ask("shutdown")
            self.notify("exit")
        return self.process.wait(20)
