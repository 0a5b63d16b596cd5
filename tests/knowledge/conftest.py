"""A knowledge base that the tests may read, and one that they may damage."""

from __future__ import annotations

import shutil
from pathlib import Path
from textwrap import dedent

import pytest
import small

from juslint import _data
from juslint.knowledge import Knowledge

HEAD = "origin: [a page]\nlicence: Apache-2.0\ndate: 2026-11-21\n"


@pytest.fixture(scope="session")
def shared(prepared_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder for the whole run, so that the bases of the tests stay out of the tester's own."""
    return Path(shutil.copytree(prepared_cache, tmp_path_factory.mktemp("shared") / "cache"))


@pytest.fixture(autouse=True)
def _cached(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUSLINT_CACHE", str(shared))


@pytest.fixture(scope="session")
def knowledge(shared: Path) -> Knowledge:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUSLINT_CACHE", str(shared))
        return Knowledge.open()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of one's own, which does not exist yet."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("JUSLINT_CACHE", str(folder))
    return folder


@pytest.fixture
def small_shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A shipped base that is compiled in a moment, for tests that let that be done."""
    folder, whole = small.knowledge(tmp_path / "shipped"), _data.data_folder
    monkeypatch.setattr(_data, "data_folder", lambda name: folder if name == "kb" else whole(name))
    monkeypatch.setattr(_data, "compiled_file", lambda _: None)


class Base:
    """A small base of one's own under `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, path: str, body: str, *, head: str = HEAD) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes((head + dedent(body)).encode())
        return file


@pytest.fixture
def base(tmp_path: Path) -> Base:
    own = Base(tmp_path / "own")
    own.write("sources/a-letter.yaml", 'type: book\ntitle: "First Steps: A Primer"\nissued: 2001\n')
    return own
