"""Sessions with a server: in a thread of this process, or in a process of its own where that is the point."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from lsp.client import Client, process
from lsp.draft import OTHER, TEXT
from lsp.here import Here


@pytest.fixture(scope="session", autouse=True)
def _prepared(prepared_cache):
    """No client waits while an index is made."""


@contextmanager
def starting(server):
    """A function that starts a server; whatever the test did, it is gone afterwards."""
    clients = []

    def begin(*arguments):
        clients.append(Client(server(*arguments)))
        return clients[-1]

    try:
        yield begin
    finally:
        for client in clients:
            if client.process.poll() is None:
                client.process.kill()
            client.process.wait(20)


@pytest.fixture
def start():
    with starting(Here) as begin:
        yield begin


@pytest.fixture
def start_process():
    with starting(process) as begin:
        yield begin


def on_a_folder(client, folder):
    client.begin(root=folder)
    client.root = folder
    return client


@pytest.fixture
def session(start, tmp_path):
    """A session on an empty folder."""
    return on_a_folder(start(), tmp_path)


@pytest.fixture
def process_session(start_process, tmp_path):
    """The same with a process."""
    return on_a_folder(start_process(), tmp_path)


@pytest.fixture
def draft(start, tmp_path):
    (tmp_path / "other.md").write_text(OTHER, encoding="utf-8")
    session = on_a_folder(start(), tmp_path)
    session.path = session.root / "draft.md"
    session.uri = session.open(session.path, TEXT)
    session.document = {"textDocument": {"uri": session.uri}}
    return session
