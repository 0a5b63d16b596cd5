"""Sessions with a real server process."""

from __future__ import annotations

import pytest
from lsp.client import Client


@pytest.fixture
def start():
    """Start a server; whatever the test did, it is gone afterwards."""
    clients = []

    def begin(*arguments, **options):
        clients.append(Client(*arguments, **options))
        return clients[-1]

    yield begin
    for client in clients:
        if client.process.poll() is None:
            client.process.kill()
        client.process.wait(10)


@pytest.fixture
def session(start, tmp_path):
    """A session on an empty folder."""
    client = start()
    client.begin(root=tmp_path)
    client.root = tmp_path
    return client
